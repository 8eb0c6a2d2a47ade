// What is to be reached, and by which run it was. All that predicates ask is to be so in one run; a head may be pointed at whenever (head_score.js). Pure.
import {holds} from '../facts/predicates.js';
import {isFind} from './taken.js';

/** @typedef {import('./types').Goal} Goal @typedef {import('./types').Taken} Taken @typedef {import('../facts/types').Facts} Facts */
/** @typedef {Taken['goals'][number]} Reached */

/** By the index of the goal: where each that holds was reached; null: not, or it is a find. @param {Goal[]} goals @param {Facts} facts @param {number} run its index @returns {Reached[]} */
export const reachedBy = (goals, facts, run) =>
  goals.map((goal) => {
    if (isFind(goal)) return null;
    const {holds: so, step, value} = holds(goal, facts);
    return so ? {run, step, value} : null;
  });

/** Those of the run with most; of two as good the one that was first, unless it is told anew. @param {Goal[]} goals @param {Reached[]} before @param {Reached[]} now @returns {Reached[]} */
export function better(goals, before, now) {
  const count = (/** @type {Reached[]} */ all) => all.filter((one, i) => one && !isFind(goals[i])).length;
  const same = now.find(Boolean)?.run === before.find((one, i) => one && !isFind(goals[i]))?.run;
  if (count(now) < count(before) || (count(now) === count(before) && !same)) return before;
  return goals.map((goal, i) => (isFind(goal) ? before[i] : now[i]));
}
