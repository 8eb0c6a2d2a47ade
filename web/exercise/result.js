// What came of an exercise, for whoever gave it: a score and whether it is done. Pure.
import {isTouched} from './taken.js';

/** @typedef {import('./types').Exercise} Exercise @typedef {import('./types').Ask} Ask @typedef {import('./types').Taken} Taken */

/** A number as people write it: "1,5", "1.5", "-2e-3", "0.5 %" without its unit; null: none. @param {string} text */
export function numberIn(text) {
  const plain = text
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/^([+-]?\d*),(\d+)/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Whether an answer is right; null: it was not given, or nobody can judge it. @param {Ask} ask @param {Taken['answers'][number]} answer @returns {boolean | null} */
export function isRightAnswer(ask, answer) {
  if (answer === null || ask.kind === 'text') return null;
  if (ask.kind === 'choice')
    return ask.choices.some(({right}) => right) ? ask.choices[Number(answer)]?.right === true : null;
  const off = Math.abs(Number(answer) - ask.value);
  return off <= ask.tolerance * (1 + 1e-9) + Number.EPSILON * Math.abs(ask.value); // 0.3 is within 0.1 of 0.2
}

/** Whether there is a right one at all. @param {Ask} ask */
const isJudged = (ask) => ask.kind === 'number' || (ask.kind === 'choice' && ask.choices.some(({right}) => right));

/** Goals reached and answers that are right, of all that can be judged; what was predicted does not count. @param {Exercise} exercise @param {Taken} taken @returns {{score: number | null, completed: boolean}} score: null where nothing was done yet */
export function resultOf({goal, asks = []}, taken) {
  const reached = taken.goals.filter(Boolean).length;
  const right = asks.filter((ask, k) => isRightAnswer(ask, taken.answers[k]) === true).length;
  const all = goal.length + asks.filter(isJudged).length;
  const answered = taken.answers.every((answer) => answer !== null);
  return {score: isTouched(taken) ? (reached + right) / all : null, completed: reached === goal.length && answered};
}
