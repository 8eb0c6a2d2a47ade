// How many answers of a model are right, by how many places lie between what tells the answer and the answer. Single gaps have few
// answers: neighbours are taken together, in stretches of round length that are the same for all models.
import {arrayOf, placesOf} from './runs.js';

/** @typedef {import('./runs.js').Measured} Measured */
/** value: share right, or the mean squared error; NaN without answers @typedef {{from: number, to: number, answers: number, value: number}} Stretch */
/** @typedef {'accuracy' | 'error'} Score */

const MOST = 16;

/** What all of them can be told by: right or wrong where answers are judged so. @param {Measured[]} all @returns {Score} */
export function scoreOf(all) {
  return all.every((measured) => arrayOf(measured, 'accuracy')) ? 'accuracy' : 'error';
}

/** How many gaps a stretch takes up. @param {Measured[]} all */
export function stretchOf(all) {
  const gaps = all.flatMap((measured) => gapsOf(measured));
  const span = Math.max(...gaps, 0) - Math.min(...gaps, 0) + 1;
  for (let power = 1; ; power *= 10) for (const m of [1, 2, 5]) if (span <= MOST * m * power) return m * power;
}

/** @param {Measured} measured */
function gapsOf(measured) {
  const answers = arrayOf(measured, 'answers');
  return answers ? placesOf(answers.axes[0]) : [];
}

/**
 * @param {Measured} measured @param {Score} score @param {number} stretch @param {'' | 'longer_'} [of] longer: examples beyond those trained on
 * @returns {Stretch[]} in order; without those that have no answers
 */
export function scoresByGap(measured, score, stretch, of = '') {
  const [values, answers] = [score, 'answers'].map((name) => arrayOf(measured, of + name)?.data ?? []);
  /** @type {Map<number, Stretch>} */
  const found = new Map();
  gapsOf(measured).forEach((gap, i) => {
    if (!(answers[i] > 0)) return;
    const from = Math.floor(gap / stretch) * stretch;
    const one = found.get(from) ?? {from, to: from + stretch - 1, answers: 0, value: 0};
    const all = one.answers + answers[i];
    found.set(from, {...one, answers: all, value: one.value + ((values[i] - one.value) * answers[i]) / all});
  });
  return [...found.values()].sort((a, b) => a.from - b.from);
}
