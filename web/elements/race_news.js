// What the status line says of a race: start, quarters, finish, trouble. Never a step, never two within five seconds.

import {mainMetric} from './card_numbers.js';
import {score} from './chart_metric.js';
import {sentence} from './format.js';
import {percent} from './tokens_view.js';

const QUIET_MS = 5000;

/** @typedef {import('../runtime/race.js').Race} Race */

/** Watches a race and yields a sentence when there is something worth hearing. */
export class RaceNews {
  #state = 'idle';
  #quarter = 0;
  #messages = new Set();
  #last = -Infinity;
  #owed = '';

  /** @param {Race} race @param {number} now milliseconds @returns {string} '' when there is nothing to say */
  next(race, now) {
    const sentence = this.#trouble(race) || this.#change(race) || this.#progress(race);
    if (sentence) this.#owed = sentence;
    if (!this.#owed || now - this.#last < QUIET_MS) return '';
    this.#last = now;
    const said = this.#owed;
    this.#owed = '';
    return said;
  }

  /** @param {Race} race */
  #trouble({runners}) {
    const fresh = runners.find(({message}) => message && message.tone !== 'info' && !this.#messages.has(message));
    if (!fresh) return '';
    this.#messages.add(fresh.message);
    return `${fresh.name}: ${sentence(fresh.message?.message ?? '')}`;
  }

  /** @param {Race} race */
  #change(race) {
    const {state, runners} = race;
    if (state === this.#state) return '';
    this.#state = state;
    if (state === 'training') return `Training ${runners.map(({name}) => name).join(', ')}.`;
    if (state === 'done') return `Finished. ${standing(race)}`;
    if (state === 'paused') return `Paused. ${standing(race)}`;
    this.#quarter = 0;
    return 'Back at step 0.';
  }

  /** @param {Race} race */
  #progress(race) {
    const {state, runners} = race;
    if (state !== 'training') return '';
    const racing = runners.filter(({refused}) => !refused);
    const quarter = Math.floor(4 * Math.min(1, ...racing.map(({progress}) => progress)));
    if (quarter <= this.#quarter || quarter >= 4) return '';
    this.#quarter = quarter;
    return `${25 * quarter} percent. ${standing(race)}`;
  }
}

/** Who is ahead, by what tells most of the task. @param {Race} race */
function standing({runners, view}) {
  const known = runners
    .filter(({latest}) => Number.isFinite(latest.val_loss))
    .map(({name, latest}) => ({name, latest, metric: mainMetric(latest, view)}));
  if (!known.length) return '';
  const {metric} = known[0];
  const value = (/** @type {(typeof known)[0]} */ {latest}) => latest[score('val', metric)];
  const sorted = [...known].sort((a, b) => (metric === 'loss' ? value(a) - value(b) : value(b) - value(a)));
  const list = sorted.map((one) => `${one.name} ${metric === 'loss' ? value(one).toFixed(2) : percent(value(one))}`);
  return `${metric === 'loss' ? 'Held-out loss' : 'Right answers'}: ${list.join(', ')}.`;
}
