// What may be asked of a race, by what its models came to: which one learned, and a goal that it reached. Pure.
import {bestOf} from '../../facts/curves.js';
import {lowIsBetter} from '../../facts/metrics.js';
import {asked, isShare, towards} from './bounds.js';

/** @typedef {import('../../facts/types').Facts} Facts @typedef {import('../../facts/types').Predicate} Predicate */

/** Of a share of 1: models that are apart by more have not learned the same. */
const APART = 0.2;
/** Of a loss: so much less is a difference. */
const LESS = 0.03;
/** Learned: at least so much of what can be had. */
const LEARNED = 0.8;

/** The best each model had of a score; null where nothing is known. @param {Facts} facts @param {string} metric @returns {(number | null)[]} */
export const bests = ({models}, metric) =>
  models.map(({curves}) => {
    const curve = curves[/** @type {import('../../facts/types').Score} */ (metric)];
    return (curve && bestOf(curve, lowIsBetter(metric))?.value) ?? null;
  });

/** The model that came furthest; -1: none has begun. @param {(number | null)[]} values @param {string} metric */
export function furthest(values, metric) {
  const sign = lowIsBetter(metric) ? -1 : 1;
  const known = [...values.keys()].filter((i) => values[i] !== null);
  return known.sort((a, b) => sign * (Number(values[b]) - Number(values[a])))[0] ?? -1;
}

/** A goal that this race would have reached; before anybody has trained nobody knows which model will, so any may. @param {Facts} facts @param {string} metric @returns {Predicate} */
export function proposedGoal(facts, metric) {
  const values = bests(facts, metric);
  const model = furthest(values, metric);
  const value = values[model] ?? null;
  const bound = value === null ? (isShare(metric) ? 0.9 : 1) : asked(metric, value);
  return {model: model < 0 ? 'any' : model, metric, op: towards(metric), value: bound};
}

/** What came of a race of two: which of them learned. @typedef {0 | 1 | 'both' | 'neither'} Outcome */

/**
 * @param {Facts} facts of two models @param {string} metric
 * @returns {Outcome | null} null: not known, or too near to call
 */
export function outcome(facts, metric) {
  const [a, b] = bests(facts, metric);
  if (a === null || b === null) return null;
  if (!isShare(metric)) {
    if (Math.abs(a - b) < LESS * Math.max(a, b)) return 'both';
    return a < b ? 0 : 1;
  }
  const learned = [a >= LEARNED, b >= LEARNED];
  if (learned[0] && learned[1]) return 'both';
  if (Math.abs(a - b) < APART) return learned[0] || learned[1] ? null : 'neither';
  return a > b ? 0 : 1;
}

/** What came of most of several races of the same; null where no more than half agree. @param {Facts[]} all @param {string} metric */
export function usualOutcome(all, metric) {
  const found = all.map((facts) => outcome(facts, metric));
  const most = found.find((one) => one !== null && found.filter((other) => other === one).length > all.length / 2);
  return most ?? null;
}
