// The parts of a model as the measure anatomy lists them (engine/measures/anatomy.cpp), one object each.
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured */
/** @typedef {'embedding' | 'recurrent' | 'convolution' | 'attention' | 'feed_forward' | 'norm' | 'pool' | 'output'} Kind */
/**
 * @typedef {object} Part
 * @property {string} name as its taps are called @property {Kind} kind
 * @property {'none' | 'next' | 'window' | 'all'} connection what of other positions enters one
 * @property {number} width @property {number} heads @property {number} window @property {number} dilation
 * @property {number} times how often its connection is passed @property {number} parameters
 * @property {boolean} source @property {boolean} residual @property {boolean} backward @property {boolean} across
 */

/** Which of the names of its second axis a row has. @param {Measured} found @param {string} name @param {number} row */
function nameIn(found, name, row) {
  const {data, axes} = arrayOf(found, name) ?? {data: [], axes: []};
  const names = axes[1]?.names ?? [];
  return names.find((_, i) => data[row * names.length + i] === 1) ?? '';
}

/** @param {Measured} found @returns {Part[]} in the order in which they work */
export function partsOf(found) {
  const names = arrayOf(found, 'kind')?.axes[0].names ?? [];
  const number = (/** @type {string} */ array, /** @type {number} */ row) => arrayOf(found, array)?.data[row] ?? NaN;
  return names.map((name, row) => ({
    name,
    kind: /** @type {Kind} */ (nameIn(found, 'kind', row)),
    connection: /** @type {Part['connection']} */ (nameIn(found, 'connection', row)),
    width: number('width', row),
    heads: number('heads', row),
    window: number('window', row) || 1,
    dilation: number('dilation', row) || 1,
    times: number('times', row),
    parameters: number('parameters', row),
    source: number('source', row) === 1,
    residual: number('residual', row) === 1,
    backward: number('backward', row) === 1,
    across: number('across', row) === 1,
  }));
}

/** The other direction of a layer: it reads what the part before it reads. @param {Part} part */
export const isBeside = ({kind, name}) => kind === 'recurrent' && /[._]reverse\b/.test(name);

/** Attention of learned points on all members of a set: nothing of a position's own goes round it, as it does where a Transformer has
 *  residual connections, and what it leaves is for all. @param {{name: string}} part */
export const pools = ({name}) => name.endsWith('.pooling.attention');

/** @param {Part} part */
export const connects = ({connection}) => connection !== 'none';
