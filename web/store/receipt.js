// A receipt says what was trained and what came out, without the weights: enough to train it again and compare. It is
// plain JSON, and what the list of runs keeps of each.
import {checkExperiment, withoutText} from '../state/experiment.js';
import {isObject} from '../state/objects.js';
import {SCORES} from '../runtime/meter.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../runtime/types').Scores} Scores */
/**
 * @typedef {object} ReceiptModel
 * @property {string} name @property {number} step how far it was trained
 * @property {{[name in keyof Scores]?: number}} scores held out, as of that step; those that the task has
 * @property {string} weights_sha256
 * @property {boolean} reproducible false: it was begun by an engine of another arithmetic
 *
 * @typedef {object} Receipt
 * @property {'unrolled-receipt-1'} format
 * @property {{experiment: Experiment, view?: object, shape?: object, text?: object}} page what a link says (docs/shape.md), with what was changed on the way
 * @property {{corpus: string, sha256: string, bytes: number} | null} data what was learned from; null where the task makes its examples
 * @property {number} arithmetic @property {string} engine its version
 * @property {ReceiptModel[]} models
 */

export const RECEIPT_FORMAT = 'unrolled-receipt-1';
const MODEL_LIMIT = 6;

/** @param {Omit<Receipt, 'format'>} of @returns {Receipt} */
export function receipt(of) {
  return {format: RECEIPT_FORMAT, ...of};
}

/** The scores that there are. @param {Scores} latest @returns {ReceiptModel['scores']} */
export function knownScores(latest) {
  return Object.fromEntries(SCORES.filter((name) => Number.isFinite(latest[name])).map((name) => [name, latest[name]]));
}

/** The same without the reader's own text. @param {Receipt} whole @returns {Receipt} */
export function receiptWithoutText(whole) {
  return {...whole, page: {...whole.page, experiment: withoutText(whole.page.experiment)}};
}

/**
 * @param {any} value harmless JSON from anywhere @returns {Receipt}
 * @throws LinkError of its experiment @throws TypeError where it is no receipt
 */
export function checkReceipt(value) {
  if (!isObject(value) || value.format !== RECEIPT_FORMAT || !isObject(value.page)) throw new TypeError('receipt');
  checkExperiment(value.page.experiment);
  const {models, data} = value;
  if (!Array.isArray(models) || models.length > MODEL_LIMIT || !models.every(isModel)) throw new TypeError('models');
  if (data !== null && !(isObject(data) && typeof data.sha256 === 'string')) throw new TypeError('data');
  return /** @type {any} */ (value);
}

/** @param {any} model */
function isModel(model) {
  return (
    isObject(model) &&
    typeof model.name === 'string' &&
    Number.isSafeInteger(model.step) &&
    isObject(model.scores) &&
    typeof model.weights_sha256 === 'string'
  );
}
