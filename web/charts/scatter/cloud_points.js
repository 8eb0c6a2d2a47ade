// Points of one model in a plane, as the measure "scatter" has them: what they are, and how near they are to one another.
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured */
/** @typedef {'states' | 'embedding' | 'position'} Of */
/** Something that a task states at each position; NaN where it does not. @typedef {{name: string, kind: 'number' | 'yes_no' | 'symbol', values: number[]}} Hidden */
/**
 * @typedef {object} Cloud
 * @property {Of} of
 * @property {[number, number][]} at along the two principal components
 * @property {string[]} names of symbols; none where points have no name
 * @property {number[]} example @property {number[]} time of each point: of states; of positions their number
 * @property {number[]} symbol of states: the number of what was read there, where that is a symbol
 * @property {string[]} vocab what symbols of states are written as
 * @property {Hidden[]} hidden of states
 * @property {[number, number]} explained shares of the spread along both
 */

/** What there is to choose from, as the engine has it. @type {readonly Of[]} */
export const CHOICES = ['states', 'embedding', 'position'];

/** Each is asked for many times while it is drawn and told. @type {WeakMap<Measured, Map<Of, Cloud>>} */
const CLOUDS = new WeakMap();

/** @param {Measured} measured @param {Of} asked @returns {Cloud} */
export function cloudOf(measured, asked) {
  const known = CLOUDS.get(measured) ?? new Map();
  CLOUDS.set(measured, known);
  if (!known.has(asked)) known.set(asked, read(measured, asked));
  return known.get(asked);
}

/** @param {Measured} measured @param {Of} asked @returns {Cloud} */
function read(measured, asked) {
  const points = arrayOf(measured, 'points');
  const [example, time, symbol] = ['example', 'time', 'symbol'].map((name) => arrayOf(measured, name)?.data);
  const count = points?.shape[0] ?? 0;
  const names = points?.axes[0].names ?? [];
  // What was measured before another choice was made is shown until the new one comes.
  const of = time ? 'states' : names.length ? 'embedding' : asked === 'states' ? 'position' : asked;
  const numbers = measured.numbers;
  return {
    of,
    at: Array.from({length: count}, (_, i) => [points?.data[2 * i] ?? NaN, points?.data[2 * i + 1] ?? NaN]),
    names,
    example: Array.from({length: count}, (_, i) => example?.[i] ?? 0),
    time: Array.from({length: count}, (_, i) => time?.[i] ?? i),
    symbol: symbol ? Array.from(symbol) : [],
    vocab: arrayOf(measured, 'read')?.axes[0].names ?? [],
    hidden: hiddenIn(measured),
    explained: [numbers.explained_0 ?? NaN, numbers.explained_1 ?? NaN],
  };
}

/** As the engine numbers them. */
const HIDDEN_KINDS = /** @type {const} */ (['number', 'yes_no', 'symbol']);

/** @param {Measured} measured @returns {Hidden[]} */
function hiddenIn(measured) {
  const [all, kinds] = ['hidden', 'hidden_kind'].map((name) => arrayOf(measured, name));
  if (!all || !kinds) return [];
  const [variables, count] = all.shape;
  return Array.from({length: variables}, (_, v) => ({
    name: all.axes[0].names?.[v] ?? String(v + 1),
    kind: HIDDEN_KINDS[kinds.data[v]] ?? 'number',
    values: Array.from({length: count}, (_, i) => all.data[v * count + i]),
  }));
}

/** @param {[number, number]} a @param {[number, number]} b */
export const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** @param {Cloud} cloud @param {number} i @param {number} most @returns {{point: number, distance: number}[]} its nearest others, nearest first */
export function neighbours({at}, i, most) {
  const all = at.map((point, j) => ({point: j, distance: apart(at[i], point)}));
  const others = all.filter(({point, distance}) => point !== i && Number.isFinite(distance));
  return others.sort((a, b) => a.distance - b.distance).slice(0, most);
}

/** More points are thinned out before all pairs are gone through. */
const MANY = 300;

/** Of many every so many-th. @param {number[]} points */
export function thinned(points) {
  const every = Math.ceil(points.length / MANY);
  return points.filter((_, i) => i % every === 0);
}

/** Mean distance over all pairs of points, of many over some. @param {Cloud} cloud */
export function meanDistance({at}) {
  const some = thinned(at.map((_, i) => i)).map((i) => at[i]);
  const all = some.flatMap((point, j) => some.slice(0, j).map((other) => apart(point, other))).filter(Number.isFinite);
  return all.length ? all.reduce((sum, distance) => sum + distance, 0) / all.length : NaN;
}
