// What a chapter measures in place of a race: what models take to read one example, by how long it is. Pure.
import {changed} from './change.js';

/** @typedef {import('./types').Cost} Cost @typedef {import('../runtime/types').Experiment} Experiment */
/** What anatomy found of a model @typedef {{arrays: {name: string, data: ArrayLike<number | null>}[], numbers: Record<string, number>}} Anatomy */

/** The same experiment with examples of one length. @param {Experiment} experiment @param {Cost} cost @param {number} length */
export function ofLength(experiment, {options}, length) {
  return changed(experiment, {task: Object.fromEntries(options.map((name) => [name, length]))});
}

/** Of matrix products, forward: counted from the plan, and the same on every machine. @param {Anatomy} anatomy */
export const operationsEach = ({numbers}) => numbers.flops / numbers.positions;

/** Measured, forward, in microseconds; NaN: nobody did. @param {Anatomy} anatomy */
export function timeEach({arrays, numbers}) {
  const times = arrays.find(({name}) => name === 'milliseconds')?.data;
  if (!times) return NaN;
  return (1000 * Array.from(times, Number).reduce((sum, ms) => sum + ms, 0)) / numbers.positions;
}

/** The middle one of all, or the mean of the two in the middle; NaN: of none. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return sorted.length ? (sorted[low] + sorted[high]) / 2 : NaN;
}

/** How many times as much it is at the greatest length as at the least. @param {readonly number[]} values by length */
export const growthOf = (values) => values[values.length - 1] / values[0];
