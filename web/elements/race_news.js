// What the status line says of a race: start, quarters, finish, trouble. Never a step, never two within five seconds.

import {sentence} from './format.js';

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
  #change({state, runners}) {
    if (state === this.#state) return '';
    this.#state = state;
    if (state === 'training') return `Training ${runners.map(({name}) => name).join(', ')}.`;
    if (state === 'done') return `Finished. ${standing(runners)}`;
    if (state === 'paused') return `Paused. ${standing(runners)}`;
    this.#quarter = 0;
    return 'Back at step 0.';
  }

  /** @param {Race} race */
  #progress({state, runners}) {
    if (state !== 'training') return '';
    const quarter = Math.floor(4 * Math.min(...runners.map(({progress}) => progress)));
    if (quarter <= this.#quarter || quarter >= 4) return '';
    this.#quarter = quarter;
    return `${25 * quarter} percent. ${standing(runners)}`;
  }
}

/** @param {import('../runtime/runner.js').Runner[]} runners */
function standing(runners) {
  const known = runners
    .filter(({latest}) => Number.isFinite(latest.val_loss))
    .sort((a, b) => a.latest.val_loss - b.latest.val_loss);
  return known.length
    ? `Held-out loss: ${known.map(({name, latest}) => `${name} ${latest.val_loss.toFixed(2)}`).join(', ')}.`
    : '';
}
