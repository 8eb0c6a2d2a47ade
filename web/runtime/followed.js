// Measures that somebody follows: taken again and again while a model trains, one after the other, as often as a small share of
// its worker's time allows. What nobody follows costs nothing; weights that are measured already are not measured again.
import {WORKER_GONE, failureOf} from './protocol.js';

/** They may take at most this part of a worker's time, half of it where somebody looks inside as well (watching.js). */
export const MEASURE_SHARE = 0.05;
/** States of a run whose worker has nothing else to do: there what is asked is measured at once. */
const RESTING = new Set(['ready', 'paused', 'done', 'not_finite']);
/** What failed by the way is tried again after so long. */
const AGAIN_MS = 1000;
/** Failures that the next try may not have. */
const PASSING = new Set([...WORKER_GONE, 'network']);

/** @typedef {import('./types').Measured} Measured */
/** @typedef {{found: Measured | null, failure: import('./types').Failure | null}} Told */
/** @typedef {{kind: string, options: object, heard: Set<(told: Told) => void>, told: Told, of: string, turn: number}} Want */

/** One for each run, whoever follows. @type {WeakMap<object, Followed>} */
export const FOLLOWED = new WeakMap();

/** @param {import('./opened_run.js').OpenedRun} run */
export function followedOf(run) {
  const known = FOLLOWED.get(run) ?? new Followed(run);
  FOLLOWED.set(run, known);
  return known;
}

export class Followed {
  #run;
  #surround;
  /** @type {Map<string, Want>} */
  #wants = new Map();
  #busy = false;
  /** When the next may begin beside training, */
  #free = -Infinity;
  /** and at all. */
  #again = -Infinity;
  #turn = 0;
  #waiting = false;

  /**
   * @param {Pick<import('./opened_run.js').OpenedRun, 'model' | 'step' | 'state' | 'looked' | 'other' | 'adopted' | 'measure' | keyof EventTarget>} run
   * @param {{now: () => number, later: (callback: () => void, ms: number) => void}} [surround]
   */
  constructor(run, surround = {now: () => performance.now(), later: (callback, ms) => setTimeout(callback, ms)}) {
    this.#run = run;
    this.#surround = surround;
  }

  /**
   * From now on, until the function that is returned is called.
   * @param {string} kind of describe().measures @param {object} options @param {(told: Told) => void} heard at once, if it is known
   * @returns {() => void}
   */
  follow(kind, options, heard) {
    const key = JSON.stringify([kind, options]);
    const told = {found: null, failure: null};
    const want = this.#wants.get(key) ?? {kind, options, heard: new Set(), told, of: '', turn: 0};
    if (this.#wants.size === 0) this.#listen();
    this.#wants.set(key, want);
    want.heard.add(heard);
    if (want.told.found || want.told.failure) heard(want.told);
    this.#next();
    return () => this.#leave(key, want, heard);
  }

  /** @param {string} key @param {Want} want @param {(told: Told) => void} heard */
  #leave(key, want, heard) {
    want.heard.delete(heard);
    if (want.heard.size > 0 || this.#wants.get(key) !== want) return;
    this.#wants.delete(key);
    if (this.#wants.size === 0) this.#deafen();
  }

  #listen() {
    for (const type of ['progress', 'change']) this.#run.addEventListener(type, this.#next);
  }

  #deafen() {
    for (const type of ['progress', 'change']) this.#run.removeEventListener(type, this.#next);
  }

  get #share() {
    return this.#run.looked ? MEASURE_SHARE / 2 : MEASURE_SHARE;
  }

  /** Weights by what they are of: a model that was exchanged begins at step 0, too. */
  get #weights() {
    const {model, step, other, adopted} = this.#run;
    return JSON.stringify([model, step, other !== null, adopted]);
  }

  #next = () => {
    if (this.#busy) return;
    const of = this.#weights;
    const due = [...this.#wants.values()].filter((want) => want.of !== of).sort((a, b) => a.turn - b.turn)[0];
    if (!due) return;
    const begins = RESTING.has(this.#run.state) ? this.#again : Math.max(this.#free, this.#again);
    const ahead = begins - this.#surround.now();
    if (ahead > 0) return this.#wait(ahead);
    this.#take(due, of);
  };

  /** @param {number} ms */
  #wait(ms) {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#surround.later(() => {
      this.#waiting = false;
      this.#next();
    }, ms);
  }

  /** @param {Want} want @param {string} of */
  async #take(want, of) {
    this.#busy = true;
    want.turn = ++this.#turn;
    const {told, ms} = await this.#measured(want);
    this.#busy = false;
    const now = this.#surround.now();
    [this.#free, this.#again] = told ? [now + ms, -Infinity] : [-Infinity, now + AGAIN_MS];
    if (told) {
      want.of = of;
      want.told = told;
      for (const heard of [...want.heard]) heard(told);
    }
    this.#next();
  }

  /** told: null, where the next try may do better; ms: until the next one may begin beside training. @param {Want} want @returns {Promise<{told: Told | null, ms: number}>} */
  async #measured({kind, options}) {
    try {
      const found = await this.#run.measure(kind, options);
      return {told: {found, failure: null}, ms: found.ms / this.#share - found.ms};
    } catch (error) {
      const failure = failureOf(error);
      return {told: PASSING.has(failure.code) ? null : {found: null, failure}, ms: AGAIN_MS};
    }
  }
}
