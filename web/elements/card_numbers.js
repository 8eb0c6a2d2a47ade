// The four numbers of a card, as they suit the task. Pure.
import {compact, integer, loss} from './format.js';
import {percent} from './tokens_view.js';

/** @typedef {import('../runtime/runner.js').Runner} Runner */
/** @typedef {import('../runtime/types').Metric} Metric */

/**
 * Which score tells most: whole answers where there are any, then single ones, then the loss.
 * @param {{val_exact: number, val_accuracy: number}} latest @param {string} view @returns {Metric}
 */
export function mainMetric({val_exact, val_accuracy}, view) {
  if (view === 'text') return 'loss';
  if (view === 'pairs' && Number.isFinite(val_exact)) return 'exact';
  return Number.isFinite(val_accuracy) ? 'accuracy' : 'loss';
}

/** @param {Metric} metric @param {number} value */
export function score(metric, value) {
  return metric === 'loss' ? loss(value) : percent(value);
}

/** @param {Runner} runner @param {{view: string, compact: boolean}} how @returns {{name: string, value: string}[]} */
export function cardNumbers({latest, info}, {view, compact: small}) {
  const counts = info?.flops_per_step === 0; // its steps do nothing: they have no speed
  const held_out = Number.isFinite(latest.val_loss) || latest.step === 0;
  const losses = {
    name: small ? (held_out ? 'held-out' : 'training') : held_out ? 'held-out loss' : 'training loss',
    value: loss(held_out ? latest.val_loss : latest.loss),
  };
  const step = {name: 'step', value: integer(latest.step)};
  if (view === 'text')
    return [
      losses,
      {name: small ? 'bits/char' : 'bits a character', value: loss(latest.bits_per_char, 2)},
      {name: small ? 'chars/s' : 'characters/s', value: compact(counts ? NaN : latest.tokens_per_s)},
      step,
    ];
  const metric = mainMetric(latest, view);
  const speed = {name: 'steps/s', value: compact(counts ? NaN : latest.steps_per_s)};
  if (metric === 'loss') return [losses, ...longer(latest, 'loss'), speed, step];
  const main = {name: TITLES[metric], value: percent(latest[`val_${metric}`])};
  return [main, ...longer(latest, metric), losses, step];
}

const TITLES = {exact: 'right as a whole', accuracy: 'right', loss: 'loss'};

/** @param {Runner['latest']} latest @param {Metric} metric */
function longer(latest, metric) {
  const value = latest[`longer_${metric}`];
  return Number.isFinite(value) ? [{name: 'longer ones', value: score(metric, value)}] : [];
}
