// What the class predicted, and what came of it. Pure.
import {predictedRight} from './rows.js';

/** @typedef {import('./types').Row} Row @typedef {import('../exercise/types').Exercise} Exercise */
/** right: null where no choice is. @typedef {{index: number | 'unsure' | null, right: boolean | null, count: number, reached: number, refuted: number}} Predicted */

/** One entry a choice, in their order; then those who were not sure, and those who said nothing, where there are any. @param {Exercise} exercise @param {Row[]} rows @returns {Predicted[]} */
export function predictionsOf(exercise, rows) {
  const known = [...exercise.choices.keys(), /** @type {const} */ ('unsure'), null];
  return known
    .map((index) => ({...counted(rows, index), index, right: predictedRight(exercise, index)}))
    .filter(({index, count}) => typeof index === 'number' || count > 0);
}

/** @param {Row[]} rows @param {Predicted['index']} index */
function counted(rows, index) {
  const mine = rows.filter(({prediction}) => prediction.index === index);
  return {count: mine.length, reached: mine.filter(hasReached).length, refuted: mine.filter(isRefuted).length};
}

/** All goals, as the receipt says. @param {Row} row */
const saysReached = ({reached, goals}) => goals > 0 && reached === goals;

/** All goals, and nothing speaks against it. @param {Row} row */
export const hasReached = (row) => saysReached(row) && !row.refuted;

/** It says so, and trained again it did not come out so. @param {Row} row */
export const isRefuted = (row) => saysReached(row) && row.refuted;
