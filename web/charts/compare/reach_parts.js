// How much each position counts for a model, as a part of the one that counts most: what makes models comparable whose inputs are
// of other kinds. Of pairs the source stands before what was written.
import {arrayOf} from './runs.js';

/** @typedef {import('./runs.js').Measured} Measured @typedef {import('./runs.js').Run} Run */
/**
 * @typedef {object} Parts of one model at one step, each from 0 to 1; NaN: nothing to know
 * @property {number[]} source by position from the first; none where the model has no source of its own
 * @property {number[]} back by how many positions before the answer
 * @property {number} most what the position has that counts most; 0: nothing comes back at all
 */
/** How many columns there are, in the order of time. @typedef {{source: number, back: number}} Columns */

/** @param {Measured} measured @returns {Parts} */
export function partsOf(measured) {
  const [back, source] = ['reach', 'reach_source'].map((name) => Array.from(arrayOf(measured, name)?.data ?? []));
  const most = Math.max(0, ...[...source, ...back].filter(Number.isFinite));
  const part = (/** @type {number} */ value) => (Number.isFinite(value) && most > 0 ? value / most : NaN);
  return {source: source.map(part), back: back.map(part), most};
}

/** @param {Parts[]} parts @returns {Columns} */
export function columnsOf(parts) {
  const longest = (/** @type {'source' | 'back'} */ of) => Math.max(0, ...parts.map((one) => known(one[of])));
  return {source: longest('source'), back: longest('back')};
}

/** Up to the last position of which something is known. @param {number[]} values */
const known = (values) => values.findLastIndex((value) => !Number.isNaN(value)) + 1;

/** What a model has in a column. @param {Parts} parts @param {Columns} columns @param {number} column */
export function partAt({source, back}, columns, column) {
  const value = column < columns.source ? source[column] : back[columns.source + columns.back - 1 - column];
  return value ?? NaN;
}

/**
 * How much the farthest tenth of the positions counts, on average: single positions are noisy. Of pairs the source's first.
 * @param {Parts} parts @returns {{from: number, to: number, part: number, of: 'source' | 'back'} | null} positions; null where there is only one
 */
export function farthest({source, back}) {
  const of = known(source) > 1 ? 'source' : 'back';
  const values = of === 'source' ? source : back;
  const count = known(values);
  if (count < 2) return null;
  const few = Math.max(1, Math.round(count / 10));
  const [from, to] = of === 'source' ? [0, few - 1] : [count - few, count - 1];
  const there = values.slice(from, to + 1).filter((value) => !Number.isNaN(value));
  return {from, to, of, part: there.reduce((sum, value) => sum + value, 0) / there.length};
}
