// The parts of a model as anatomy names them, one object each instead of a row in each of its arrays.
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured */
/** @typedef {'embedding' | 'recurrent' | 'convolution' | 'attention' | 'feed_forward' | 'norm' | 'pool' | 'output'} Kind */
/** How many positions a model reads: of its input, and of a source where it has one. @typedef {{input: number, source: number}} Lengths */
/**
 * @typedef {object} Part
 * @property {string} name @property {Kind} kind @property {string} connection what of other positions enters one
 * @property {number} width numbers that it leaves at a position @property {number} heads @property {number} times
 * @property {boolean} source @property {boolean} residual @property {boolean} backward @property {boolean} across
 * @property {number} parameters
 * @property {number} operations of its matrix products, forward, for one example as long as the model's own
 * @property {number} ms measured, of the same: the least so far; NaN where nobody measured
 */

/** @param {Measured} measured @returns {Lengths} */
export function lengthsOf(measured) {
  return {input: measured.numbers.positions ?? 0, source: arrayOf(measured, 'path_source')?.shape[0] ?? 0};
}

/**
 * In the order in which they work. Whatever else a machine does adds to what is measured: the least counts, as in anatomy itself.
 * @param {Measured} measured @param {Measured[]} [earlier] of the same model @returns {Part[]}
 */
export function partsOf(measured, earlier = []) {
  const [{count = 0, names = []} = {}] = arrayOf(measured, 'flops')?.axes ?? [];
  const {input} = lengthsOf(measured);
  const at = (/** @type {string} */ name, /** @type {number} */ p) => arrayOf(measured, name)?.data[p] ?? NaN;
  const is = (/** @type {string} */ name, /** @type {number} */ p) => at(name, p) > 0;
  return Array.from({length: count}, (_, p) => ({
    name: names[p] ?? '',
    kind: /** @type {Kind} */ (namedIn(measured, 'kind', p)),
    connection: namedIn(measured, 'connection', p),
    ...{width: at('width', p), heads: at('heads', p), times: at('times', p)},
    ...{source: is('source', p), residual: is('residual', p), backward: is('backward', p), across: is('across', p)},
    ...{parameters: at('parameters', p), operations: at('flops', p) * input, ms: leastOf([measured, ...earlier], p)},
  }));
}

/** @param {Measured[]} all @param {number} p */
function leastOf(all, p) {
  const times = all.map((one) => arrayOf(one, 'milliseconds')?.data[p] ?? NaN).filter((ms) => !Number.isNaN(ms));
  return times.length ? Math.min(...times) : NaN;
}

/** Which of the names of the second axis a part has. @param {Measured} measured @param {string} name @param {number} p */
function namedIn(measured, name, p) {
  const array = arrayOf(measured, name);
  const {count = 0, names = []} = array?.axes[1] ?? {};
  return names.find((_, i) => array?.data[p * count + i] === 1) ?? '';
}
