// The four numbers of a card, as they suit the task. Pure.
import {mainMetric} from '../../facts/metrics.js';
import {say} from '../../words/words.js';
import {compact, integer, loss, percent} from '../parts/format.js';

/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../runtime/types').Metric} Metric */

/** @param {Metric} metric @param {number} value */
export function score(metric, value) {
  return metric === 'loss' ? loss(value) : percent(value);
}

/**
 * @param {Runner} runner @param {{view: string, compact: boolean, metric?: string}} how metric: what the chart was told to show
 * @returns {{name: string, value: string, term?: string}[]} term: of the glossary, where there is one
 */
export function cardNumbers({latest, info}, {view, compact: small, metric: shown}) {
  const counts = info?.flops_per_step === 0; // its steps do nothing: they have no speed
  const held_out = Number.isFinite(latest.val_loss) || latest.step === 0;
  const losses = {
    name: say(LOSSES[small ? 'short' : 'long'][held_out ? 0 : 1]),
    term: held_out ? 'held_out' : 'training_loss',
    value: loss(held_out ? latest.val_loss : latest.loss),
  };
  const step = {name: say('numbers.step'), value: integer(latest.step), term: 'step'};
  if (view === 'text')
    return [
      losses,
      {name: say(small ? 'numbers.bits_short' : 'numbers.bits'), value: loss(latest.bits_per_char, 2), term: 'bits'},
      {
        name: say(small ? 'numbers.characters_short' : 'numbers.characters'),
        value: compact(counts ? NaN : latest.tokens_per_s),
      },
      step,
    ];
  const whole = shown === 'exact' && Number.isFinite(latest.val_exact); // where blanks count too, a share of places says little
  const metric = whole ? 'exact' : mainMetric(latest, view);
  const speed = {name: say('numbers.steps_a_second'), value: compact(counts ? NaN : latest.steps_per_s)};
  if (metric === 'loss') return [losses, ...longer(latest, 'loss'), speed, step];
  const main = {
    name: say(TITLES[metric]),
    value: percent(latest[`val_${metric}`]),
    term: metric,
  };
  return [main, ...longer(latest, metric), losses, step];
}

/** Keys of what a score is called. */
const TITLES = {exact: 'numbers.exact', accuracy: 'numbers.accuracy', loss: 'numbers.loss'};
/** Keys of the loss on unseen examples and in training. */
const LOSSES = {
  long: ['numbers.held_out', 'numbers.in_training'],
  short: ['numbers.held_out_short', 'numbers.in_training_short'],
};

/** @param {Runner['latest']} latest @param {Metric} metric */
function longer(latest, metric) {
  const value = latest[`longer_${metric}`];
  return Number.isFinite(value) ? [{name: say('numbers.longer'), value: score(metric, value), term: 'longer'}] : [];
}
