// What the runs of a goal show: its predicates over facts, and the number for its row of docs/learning.md.
import {commandHistory} from '../web/facts/command_history.js';
import {facts} from '../web/facts/facts.js';
import {holds} from '../web/facts/predicates.js';

/** @import {Goal} from '../tests/learning/goals.mjs' */
/** @import {Run} from '../web/facts/command_history.js' */

/** @param {Goal} goal @param {Run[]} runs one after the other, as far as they are */
function verdicts({predicates}, runs) {
  const known = facts(commandHistory(runs));
  return predicates.map((predicate) => holds(predicate, known));
}

/** Whether nothing that the last of these runs may still print matters. @param {Goal} goal @param {Run[]} runs */
export function isSettled(goal, runs) {
  return verdicts(goal, runs).every(({settled}) => settled);
}

/** @param {Goal} goal @param {Run[]} runs @returns {{met: boolean, value: number}} value: Infinity for a step that never came */
export function judge(goal, runs) {
  const all = verdicts(goal, runs);
  const [{holds: there, step, value, other}] = all;
  const number = value ?? NaN;
  const shown = {step: there && step !== null ? step : Infinity, value: number, gap: number - (other ?? NaN)};
  return {met: all.every(({holds}) => holds === true), value: shown[goal.shown]};
}
