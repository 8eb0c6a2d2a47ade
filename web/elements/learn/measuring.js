// The measurement that a chapter watches in place of a race: each model made for each length, and timed a few times, one after the
// other, since two that run at once take time from each other.
import {median, ofLength, operationsEach, timeEach} from '../../learn/cost.js';
import {complete} from '../../state/defaults.js';
import {failureOf} from '../../runtime/protocol.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../learn/types').Cost} Cost @typedef {import('../../runtime/types').Experiment} Experiment */
/** Of one model at one length: microseconds a symbol, each time; operations a symbol @typedef {{times: number[], operations: number}} Taken */

/** So often is each timed; the median counts. */
export const ROUNDS = 5;

/** What was measured for each race, whoever asked: it outlives the element that shows it. @type {WeakMap<Race, Measuring>} */
const KNOWN = new WeakMap();

/** @param {Race} race */
export function measuringOf(race) {
  const known = KNOWN.get(race) ?? new Measuring(race);
  KNOWN.set(race, known);
  return known;
}

/** @fires change - something was measured, or failed */
export class Measuring extends EventTarget {
  #race;
  /** By what is measured: of each model, by length. @type {Map<string, Taken[][]>} */
  #taken = new Map();
  /** What is being measured. */
  #running = '';
  /** @type {import('../../runtime/types').Failure | null} */
  failure = null;

  /** @param {Race} race */
  constructor(race) {
    super();
    this.#race = race;
  }

  /** What of an experiment decides what is measured. @param {Experiment} experiment */
  #key(experiment) {
    const {models, task} = complete(experiment, this.#race.describe);
    return JSON.stringify([models, task]);
  }

  /** Of each model by length, the median so far. @param {Experiment} experiment @param {Cost} cost @param {'us' | 'operations'} unit @returns {number[][]} */
  each(experiment, {lengths}, unit) {
    const taken = this.#taken.get(this.#key(experiment)) ?? [];
    const of = (/** @type {Taken | undefined} */ one) =>
      unit === 'us' ? median(one?.times ?? []) : (one?.operations ?? NaN);
    return experiment.models.map((_, k) => lengths.map((_, i) => of(taken[k]?.[i])));
  }

  /** How much of it is done, from 0 to 1. @param {Experiment} experiment @param {Cost} cost */
  progress(experiment, {lengths}) {
    const taken = this.#taken.get(this.#key(experiment)) ?? [];
    const done = taken.flat().reduce((sum, {times}) => sum + times.length, 0);
    return done / (ROUNDS * lengths.length * experiment.models.length);
  }

  /** What the race stands for at present; goes on where it was left. @param {Cost} cost @param {AbortSignal} signal */
  async measure(cost, signal) {
    const {experiment} = this.#race;
    const key = this.#key(experiment);
    if (this.#running === key || this.progress(experiment, cost) >= 1) return;
    this.#running = key;
    this.failure = null;
    const taken = this.#taken.get(key) ?? experiment.models.map(() => []);
    this.#taken.set(key, taken);
    const goesOn = () => !signal.aborted && this.#running === key;
    try {
      for (const [i, length] of cost.lengths.entries())
        if (goesOn()) await this.#measureAt(ofLength(experiment, cost, length), i, taken, goesOn);
    } catch (error) {
      if (goesOn()) this.failure = failureOf(error);
    }
    if (this.#running === key) this.#running = '';
    this.#tell();
    this.#race.changed();
  }

  /** @param {Experiment} experiment @param {number} i of the length @param {Taken[][]} taken @param {() => boolean} goesOn */
  async #measureAt(experiment, i, taken, goesOn) {
    if (taken.every((model) => model[i]?.times.length >= ROUNDS)) return;
    const race = this.#race.beside(experiment);
    try {
      for (let round = 0; round < ROUNDS; round++)
        for (const [k, runner] of race.runners.entries()) {
          if (taken[k][i]?.times.length > round) continue;
          const found = await runner.measure('anatomy', {time: true});
          if (!goesOn()) return;
          const {times} = (taken[k][i] ??= {times: [], operations: operationsEach(found)});
          times.push(timeEach(found));
          this.#tell();
        }
    } finally {
      race.close();
    }
  }

  /** Once more from the beginning. @param {Experiment} experiment */
  forget(experiment) {
    this.#running = '';
    this.#taken.delete(this.#key(experiment));
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
