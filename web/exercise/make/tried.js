// Whether seeds reached a goal, as the player judges it: by predicates over facts, and by the best head where one is to be found. Pure.
import {holds} from '../../facts/predicates.js';

/** @typedef {import('../types').Goal} Goal @typedef {import('./types').Tried} Tried @typedef {import('../../facts/types').Facts} Facts */

/** @param {Goal} goal @returns {goal is import('../types').Find} */
export const isFind = (goal) => 'find' in goal;

/** Below this share of the seeds somebody would fail by luck. */
export const ENOUGH = 0.95;

/** Plain data, without columns that go when the race is closed; signals and lines judge nothing. @param {Facts} facts @returns {Facts} */
export const keptFacts = (facts) => JSON.parse(JSON.stringify(facts));

/** @param {Goal} goal @param {Tried} tried @returns {boolean} */
export function reaches(goal, {facts, heads}) {
  if (isFind(goal)) return (heads[goal.model]?.[goal.score] ?? -Infinity) >= goal.at_least;
  return holds(goal, facts).holds === true;
}

/**
 * Whom chance would let down. everybody: all have the seed of the exercise, and with that it is not reached. others: with that it is, and
 * with too many others not. somebody: everybody has a seed of their own. nobody: enough reached it.
 * @typedef {'everybody' | 'others' | 'somebody' | 'nobody'} LetDown
 */
/** @param {readonly Goal[]} goal @param {readonly Tried[]} runs @param {number | null} own the seed that everybody has; null: each their own @returns {LetDown} */
export function letDown(goal, runs, own) {
  const all = (/** @type {readonly Tried[]} */ some) => tally(goal, some).reached;
  const mine = runs.filter(({seed}) => seed === own);
  if (all(mine) < mine.length) return 'everybody';
  if (all(runs) >= ENOUGH * runs.length) return 'nobody';
  return mine.length ? 'others' : 'somebody';
}

/** How many seeds reached each goal, and how many all of them. @param {readonly Goal[]} goal @param {readonly Tried[]} runs */
export function tally(goal, runs) {
  return {
    tried: runs.length,
    each: goal.map((one) => runs.filter((run) => reaches(one, run)).length),
    reached: runs.filter((run) => goal.every((one) => reaches(one, run))).length,
  };
}
