// What can be asked of a model by name, and which way is better. Pure.
import {SCORES as HELD_OUT} from '../runtime/meter.js';

/** @typedef {import('./types').Score} Score */

/** @type {readonly Score[]} */
export const SCORES = ['loss', ...HELD_OUT];

/** Whether less of it is better. @param {string} score */
export const lowIsBetter = (score) => score.endsWith('loss');

/** The measure that a line to compare with is in. @param {string} score "val_accuracy" @returns {string} "accuracy" */
export const measureOf = (score) => score.replace(/^(val|longer)_/, '');

/** Numbers that only grow while a model trains. */
export const COUNTERS = /** @type {const} */ (['seconds', 'step']);
/** What is so now, and has no past. */
export const PRESENT = /** @type {const} */ (['grad_norm', 'lr', 'spikes', 'clipped', 'parameters']);

/**
 * What a name asks for: curve: the value at each step; best: the best up to there; final: the value at the end of the
 * run; counter, present: see above.
 * @typedef {{how: 'curve' | 'best' | 'final', of: Score} | {how: 'curve', of: import('./types').Measured} | {how: 'counter', of: (typeof COUNTERS)[number]} |
 *           {how: 'present', of: (typeof PRESENT)[number]}} Metric
 */

const SCORED = new RegExp(`^(?:(best|final)_)?(${SCORES.join('|')})$`);

/** What a measure gave along the way is a curve, too: "measured.far_reach". @param {string} name @returns {name is import('./types').Measured} */
export const isMeasured = (name) => /^measured\.[a-z_]+$/.test(name);

/** @param {string} name "val_accuracy", "best_val_loss", "seconds" … @returns {Metric | null} null: there is no such number */
export function metricNamed(name) {
  for (const counter of COUNTERS) if (name === counter) return {how: 'counter', of: counter};
  for (const present of PRESENT) if (name === present) return {how: 'present', of: present};
  if (isMeasured(name)) return {how: 'curve', of: name};
  const [, how = 'curve', of] = SCORED.exec(name) ?? [];
  return of ? /** @type {Metric} */ ({how, of}) : null;
}

/**
 * The score that tells most: whole answers where there are any, then single ones, then the loss.
 * @param {{val_exact?: number, val_accuracy?: number}} known @param {string} view how results are shown
 * @returns {import('../runtime/types').Metric}
 */
export function mainMetric({val_exact, val_accuracy}, view) {
  if (view === 'text') return 'loss';
  if (view === 'pairs' && Number.isFinite(val_exact)) return 'exact';
  return Number.isFinite(val_accuracy) ? 'accuracy' : 'loss';
}
