// Points of one model in a plane, as the measure "scatter" has them: what they are, and how near they are to one another.
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured */
/** @typedef {'states' | 'embedding' | 'position'} Of */
/**
 * @typedef {object} Cloud
 * @property {Of} of
 * @property {[number, number][]} at along the two principal components
 * @property {string[]} names of symbols; none where points have no name
 * @property {number[]} example @property {number[]} time of each point: of states; of positions their number
 * @property {[number, number]} explained shares of the spread along both
 */

/** What there is to choose from, as the engine has it. @type {readonly Of[]} */
export const CHOICES = ['states', 'embedding', 'position'];

/** @param {Measured} measured @param {Of} asked @returns {Cloud} */
export function cloudOf(measured, asked) {
  const points = arrayOf(measured, 'points');
  const [example, time] = ['example', 'time'].map((name) => arrayOf(measured, name));
  const count = points?.shape[0] ?? 0;
  const names = points?.axes[0].names ?? [];
  // What was measured before another choice was made is shown until the new one comes.
  const of = time ? 'states' : names.length ? 'embedding' : asked === 'states' ? 'position' : asked;
  const numbers = measured.numbers;
  return {
    of,
    at: Array.from({length: count}, (_, i) => [points?.data[2 * i] ?? NaN, points?.data[2 * i + 1] ?? NaN]),
    names,
    example: Array.from({length: count}, (_, i) => example?.data[i] ?? 0),
    time: Array.from({length: count}, (_, i) => time?.data[i] ?? i),
    explained: [numbers.explained_0 ?? NaN, numbers.explained_1 ?? NaN],
  };
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

/** All pairs of points, of many every so many-th. @param {number} count @returns {Generator<[number, number]>} */
export function* allPairs(count) {
  const every = Math.ceil(count / MANY);
  for (let j = 0; j < count; j += every) for (let i = 0; i < j; i += every) yield [i, j];
}

/** Mean distance over pairs of points, and how many these are. @param {Cloud} cloud @param {Iterable<[number, number]>} pairs */
export function meanDistance({at}, pairs) {
  let [sum, count] = [0, 0];
  for (const [i, j] of pairs) {
    const distance = apart(at[i], at[j]);
    if (!Number.isFinite(distance)) continue;
    sum += distance;
    count++;
  }
  return {mean: count ? sum / count : NaN, pairs: count};
}
