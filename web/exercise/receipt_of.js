// What is handed in: a receipt with what was done in it (docs/files.md), and whether it can be handed in at all.
import {withoutText} from '../state/experiment.js';
import {receipt} from '../store/receipt.js';
import {sha256} from '../store/sha256.js';
import {hashOf} from './canonical.js';

/** @typedef {import('../runtime/race.js').Race} Race @typedef {import('./taking.js').Taking} Taking @typedef {import('../store/receipt.js').Receipt} Receipt */
/** What a link says besides the experiment. @typedef {{view?: object, shape?: object, text?: object}} Shown */

/** @param {Taking} taking @param {Race} race @param {string} engine its version @param {Shown} [shown] @returns {Promise<Receipt & {exercise: {exercise: object, taken: object, checksum: string}}>} */
export async function receiptOf({experiment, exercise, taken}, race, engine, shown = {}) {
  const page = {experiment: withoutText(experiment), ...shown};
  const data = await dataOf(race, experiment.task);
  const checksum = await hashOf({exercise, taken});
  const arithmetic = race.describe.arithmetic ?? 1;
  return {...receipt({page, data, arithmetic, engine, models: []}), exercise: {exercise, taken, checksum}};
}

/** What was learned from; null where the task makes its examples. @param {Race} race @param {import('../runtime/types').Experiment['task']} task @returns {Promise<Receipt['data']>} */
async function dataOf(race, task) {
  if (!('corpus' in task)) return null;
  const bytes = await race.source.load(task).catch(() => null);
  if (!bytes) return null;
  return {corpus: String(task.corpus), sha256: await sha256(/** @type {any} */ (bytes)), bytes: bytes.length};
}

/** @param {{exercise: unknown, taken: unknown, checksum: unknown}} of @returns {Promise<boolean>} whether nothing happened to it on its way */
export async function isWhole({checksum, ...of}) {
  return (await hashOf(of)) === checksum;
}
