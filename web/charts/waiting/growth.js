// What whole models take at every length, operations or milliseconds, and where one that compares every place with every other
// comes to take more than one that does not.
import {lengthsOf, partsOf} from './made_of.js';
import {growthOf} from './operations.js';
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {import('./made_of.js').Part} Part @typedef {import('./operations.js').Growth} Growth */
/** What is counted @typedef {'operations' | 'ms'} Unit */
/** one + x n + xx n², n places in all; NaN: unknown @typedef {{one: number, x: number, xx: number}} Curve */
/**
 * @typedef {object} Model
 * @property {Part[]} parts
 * @property {number} length of the longest example that it was made for: places of the input and, where there is one, of the source
 * @property {boolean} known whether what it takes at other lengths is
 * @property {Record<Unit, number>} own at its own length; ms: NaN where nobody measured
 * @property {Record<Unit, Curve>} curves
 * @property {boolean} quadratic
 * @property {number} waits the longest chain of what must wait for what; NaN: unknown
 * @property {number} chained the length at which it is so long: its own, but that a source is taken to be as long as the answer
 * @property {number} parallelism by how much hardware without limit could at most be faster
 */
/** `from`: where they are alike; `length`: the first whole one at which it takes more @typedef {{more: number, less: number, from: number, length: number}} Crossing */

/** A length that nobody trains here. */
export const FARTHEST = 1e6;

/** @param {Run} run @returns {Model} */
export function modelOf({found: measured, course}) {
  const [parts, lengths] = [partsOf(measured, course), lengthsOf(measured)];
  const growth = growthOf(parts, lengths);
  const length = lengths.input + lengths.source;
  const waits = arrayOf(measured, 'waits');
  const sum = (/** @type {Unit} */ unit) => parts.reduce((all, part) => all + part[unit], 0);
  const curveOf = (/** @type {(part: Part) => number} */ price) => curve(parts, growth, lengths, price);
  return {
    parts,
    length,
    known: parts.length > 0 && !growth.includes(null),
    own: {operations: sum('operations'), ms: parts.length ? sum('ms') : NaN},
    curves: {
      operations: curveOf(({operations}) => (operations > 0 ? 1 : 0)),
      ms: curveOf(({operations, ms}) => (operations > 0 ? ms / operations : ms)),
    },
    quadratic: growth.some((one) => one && one[3] + one[4] + one[5] > 0),
    waits: waits?.data[waits.data.length - 1] ?? NaN,
    chained: (waits?.axes[0].at?.at(-1) ?? NaN) * (lengths.source > 0 ? 2 : 1),
    parallelism: measured.numbers.parallelism ?? NaN,
  };
}

/**
 * Input and source grow alike. A part of no operations takes its price at its own length, and in proportion elsewhere.
 * @param {Part[]} parts @param {(Growth | null)[]} growth @param {import('./made_of.js').Lengths} lengths
 * @param {(part: Part) => number} price of an operation @returns {Curve}
 */
function curve(parts, growth, {input, source}, price) {
  const all = input + source;
  const [i, s] = [input / all, source / all];
  return parts.reduce(
    (sum, part, p) => {
      const [one, t, ss, tt, ts, sq] = growth[p] ?? [NaN, 0, 0, 0, 0, 0];
      const each = price(part);
      if (part.operations === 0) return {...sum, x: sum.x + each / all};
      return {
        one: sum.one + each * one,
        x: sum.x + each * (t * i + ss * s),
        xx: sum.xx + each * (tt * i * i + ts * i * s + sq * s * s),
      };
    },
    {one: 0, x: 0, xx: 0},
  );
}

/** @param {Curve} curve @param {number} length */
export function valueAt({one, x, xx}, length) {
  return one + x * length + xx * length ** 2;
}

/**
 * From where on each model that compares all with all takes more than each that does not: 1 where it always does, and Infinity
 * where no length that anybody trains is enough.
 * @param {Model[]} models @param {Unit} unit @returns {Crossing[]} `more`, `less`: numbers of the models; nearest first
 */
export function crossingsOf(models, unit) {
  const found = models.flatMap((more, i) =>
    models.flatMap((less, k) => {
      if (!more.quadratic || less.quadratic || !less.known || !more.known) return [];
      const from = overtakes(more.curves[unit], less.curves[unit]);
      return Number.isNaN(from) ? [] : [{more: i, less: k, from: from <= FARTHEST ? Math.max(1, from) : Infinity}];
    }),
  );
  const whole = found.map((one) => ({...one, length: Math.ceil(one.from - 1e-9)}));
  return whole.sort((a, b) => a.from - b.from);
}

/** The last length at which they are alike. @param {Curve} more @param {Curve} less */
function overtakes(more, less) {
  const [c, b, a] = [more.one - less.one, more.x - less.x, more.xx - less.xx];
  const inside = b * b - 4 * a * c;
  if (inside < 0) return 1; // never alike, and far out it is the dearer one
  return (-b + Math.sqrt(inside)) / (2 * a);
}

/** The length from which on comparing all with all is more than half of what it takes. @param {Model} model */
export function halfAt({curves: {operations}, quadratic, known}) {
  if (!quadratic || !known) return NaN;
  const {one, x, xx} = operations;
  return Math.max(1, Math.ceil((x + Math.sqrt(x * x + 4 * xx * Math.max(0, one))) / (2 * xx)));
}

/** What each kind of part takes of the milliseconds, in the order in which they work. @param {Model} model */
export function byKind({parts}) {
  /** @type {Map<string, {kind: string, ms: number, operations: number, count: number, connects: boolean}>} */
  const kinds = new Map();
  for (const {kind, ms, operations, connection} of parts) {
    const before = kinds.get(kind) ?? {kind, ms: 0, operations: 0, count: 0, connects: false};
    const connects = before.connects || (connection !== 'none' && kind !== 'pool');
    kinds.set(kind, {kind, ms: before.ms + ms, operations: before.operations + operations, count: before.count + 1, connects}); // prettier-ignore
  }
  return [...kinds.values()];
}
