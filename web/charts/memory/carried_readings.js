// What is read, place by place, off the direction of a memory that tells something best (the measure "probe"), beside what the task says
// is so there (the measure "scatter"). Pure.
import {arrayOf} from '../compare/runs.js';
import {cloudOf} from '../scatter/cloud_points.js';
import {toldIn} from './carried.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Tap} Tap */
/** of: what is told; known: place by place, NaN where the task says nothing; lines: of each model, [] where it has none; r2: of each.
 *  @typedef {{all: string[], of: string, known: number[], lines: number[][], r2: number[]}} Readings */

/** Whose names end so are memories; those read backwards, and of a source, tell of something else. */
const MEMORY = /^\w+\.\d+\.hidden$|^seq2seq\.decoder\.\d+\.hidden$/;

/** @param {Run[]} runs @param {Options} options @returns {Readings} */
export function readingsOf(runs, options) {
  const hidden = runs.flatMap((run) => statedTo(run, options)).filter(({kind}) => kind !== 'symbol');
  const all = [...new Set(hidden.map(({name}) => name))];
  const of = all[(options.choice?.of ?? 0) - 1] ?? best(runs, all);
  const known = hidden.find(({name}) => name === of)?.values ?? [];
  const lines = runs.map((run) => lineOf(run, of, known));
  return {all, of, known, lines, r2: runs.map((run) => r2Of(run, of))};
}

/** What the task states of the example, place by place. @param {Run} run @param {Options} options @returns {import('../scatter/cloud_points.js').Hidden[]} */
function statedTo({beside}, {example = 0}) {
  if (!beside?.scatter) return [];
  const cloud = cloudOf(beside.scatter, 'states');
  const points = cloud.example.flatMap((one, i) => (one === example ? [i] : []));
  return cloud.hidden.map((one) => {
    /** @type {number[]} */
    const values = [];
    for (const i of points) values[cloud.time[i]] = one.values[i];
    return {...one, values: Array.from(values, (value) => value ?? NaN)};
  });
}

/** @param {Run} run @param {string} name */
const r2Of = ({found}, name) => toldIn(found).find((told) => told.name === name)?.together ?? NaN;

/** What any of them tells best. @param {Run[]} runs @param {string[]} names */
function best(runs, names) {
  const most = (/** @type {string} */ name) =>
    Math.max(-Infinity, ...runs.map((run) => r2Of(run, name)).filter(Number.isFinite));
  return names.reduce((a, b) => (most(b) > most(a) ? b : a), names[0] ?? '');
}

/** The direction says how much more each unit tells, not where nothing is: the line is moved up or down to the mean of what is known.
 *  @param {Run} run @param {string} name @param {number[]} known @returns {number[]} NaN where nothing is known */
function lineOf({found, look}, name, known) {
  const direction = arrayOf(found, 'direction');
  const row = direction?.axes[0].names?.indexOf(name) ?? -1;
  const tap = memoryIn(look?.taps ?? []);
  const units = direction?.shape[1] ?? 0;
  if (!direction || row < 0 || !tap || tap.shape[tap.shape.length - 1] !== units) return [];
  const raw = known.map((value, t) =>
    Number.isFinite(value) ? product(direction.data, row * units, tap.data, t * units, units) : NaN,
  );
  const shift = mean(known) - mean(raw);
  return raw.map((value) => value + shift);
}

/** Of the last layer. @param {Tap[]} taps */
const memoryIn = (taps) => taps.findLast(({name}) => MEMORY.test(name ?? ''));

/** @param {ArrayLike<number>} a @param {number} i @param {ArrayLike<number>} b @param {number} j @param {number} count */
function product(a, i, b, j, count) {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += a[i + k] * b[j + k];
  return sum;
}

/** Of those that are known. @param {number[]} values */
export function mean(values) {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How far a line is from what is so, place by place. @param {number[]} line @param {number[]} known */
export const awayOf = (line, known) => line.map((value, t) => Math.abs(value - known[t]));
