// What the runs of a goal show: its predicates over facts, and the number for its row of docs/learning.md.
import {commandHistory} from '../web/facts/command_history.js';
import {facts} from '../web/facts/facts.js';
import {holds} from '../web/facts/predicates.js';

/** @import {Goal} from '../tests/learning/goals.mjs' */
/** @import {Run} from '../web/facts/command_history.js' */
/** @import {Predicate} from '../web/facts/types' */
/** @import {Shown} from '../tests/learning/proof.mjs' */

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

/** @param {Predicate} predicate @param {Run[]} runs */
export function judged(predicate, runs) {
  return holds(predicate, facts(commandHistory(runs)));
}

/** As a table has it. @param {Predicate} predicate @param {Run[]} runs @returns {Shown} */
export function shown(predicate, runs) {
  const verdict = judged(predicate, runs);
  const {value, step, other} = verdict;
  const write = (/** @type {number} */ x) => {
    if (predicate.metric.startsWith('measured.')) return measuredText(x);
    return /loss/.test(predicate.metric) ? x.toFixed(3) : `${(100 * x).toFixed(0)} %`;
  };
  const reached = predicate.from_step === undefined && !predicate.metric.startsWith('final_');
  const text = value === null ? 'nothing' : other !== null ? `${write(value)} to ${write(other)}` : write(value);
  return {holds: verdict.holds === true, text: reached && verdict.holds && step !== null ? `step ${step}` : text};
}

/** By its power of ten where it is far from 1. @param {number} x */
const measuredText = (x) =>
  x === 0 || (Math.abs(x) >= 0.01 && Math.abs(x) < 100) ? String(Number(x.toPrecision(2))) : x.toExponential(1);
