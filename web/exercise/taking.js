// What somebody does with an exercise: it happens here, is kept in this browser and nowhere else, and goes on after the next visit. What
// was said first counts. Where nothing may be kept, or something else stands there, it is as if nothing had been kept.
import {exerciseHash} from './canonical.js';
import {better} from './goals.js';
import {joined} from './joined.js';
import {packedState, unpackedState} from './packed_state.js';
import {resultOf} from './result.js';
import {tidy} from './seed_of_name.js';
import {RUN_LIMIT, isAnswer, isFind, isTouched, takenFrom, untouched} from './taken.js';

/** @typedef {import('./canonical.js').Page} Page @typedef {import('./types').Taken} Taken @typedef {import('./types').Run} Run */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Shelf @typedef {{layer: number, head: number}} Place */

const KEY = 'unrolled.exercise.';

/** @fires change - something was done, here or in another tab, or brought by a host @fires restored - the latter */
export class Taking extends EventTarget {
  #shelf;
  #now;
  #hash;
  /** The run that is at work: what is told of it takes its place. @type {object | null} */
  #running = null;
  /** Whether it lies on the shelf. */
  #there = false;

  /** @param {Page} page what a link says @param {Shelf | null} [shelf] null: nothing is kept @param {() => number} [now] milliseconds since 1970 */
  static async open(page, shelf = shelfOfPage(), now = Date.now) {
    return new Taking(page, await exerciseHash(page), {shelf, now});
  }

  /** @param {Page} page @param {string} hash of it @param {{shelf?: Shelf | null, now?: () => number}} [how] */
  constructor({experiment, exercise}, hash, {shelf = null, now = Date.now} = {}) {
    super();
    this.experiment = experiment;
    this.exercise = exercise;
    this.#hash = hash;
    this.#shelf = shelf;
    this.#now = now;
    const kept = this.#read();
    this.#there = kept !== null;
    /** Plain data; replaced, never changed in place. @type {Taken} */
    this.taken = kept ?? untouched(exercise, hash, now());
  }

  /** Whether anything was done. */
  get touched() {
    return isTouched(this.taken);
  }

  /** Whether it outlives the page. */
  get kept() {
    return this.#shelf !== null;
  }

  // What is done ----------------------------------------------------------------------------------------------------

  /** @param {number | 'unsure'} choice said once it stays */
  predict(choice) {
    if (this.taken.prediction === null) this.#become({prediction: choice});
  }

  /** A text may be written anew, anything else stays as it was said. @param {number} k @param {number | string} value */
  answer(k, value) {
    const ask = this.exercise.asks?.[k];
    const said = this.taken.answers[k] ?? null;
    if (!ask || !isAnswer(ask, value) || (said !== null && ask.kind !== 'text')) return;
    this.#become({answers: this.taken.answers.map((one, i) => (i === k ? value : one))});
  }

  /** The next hint. */
  hint() {
    const {hints = []} = this.exercise;
    if (this.taken.hints < hints.length) this.#become({hints: this.taken.hints + 1});
  }

  /** @param {string} name */
  call(name) {
    if (tidy(name) !== this.taken.name) this.#become({name: tidy(name)});
  }

  /** @param {number} seconds that the page was looked at */
  spend(seconds) {
    this.#become({seconds: this.taken.seconds + Math.round(seconds)}, false);
  }

  finish() {
    if (!this.taken.finished) this.#become({finished: true});
  }

  /** A run as it is now. @param {object} running what it is known again by @param {Run} run @param {(at: number) => Taken['goals']} reached what of the goals holds */
  ran(running, run, reached) {
    const again = running === this.#running && !this.#isPointedAt(run);
    this.#running = running;
    const before = again ? this.#withoutLast() : {runs: this.taken.runs, goals: this.taken.goals};
    const {runs, goals} = shortened({runs: [...before.runs, run], goals: before.goals});
    const at = runs.length - 1;
    this.#become({runs, goals: better(this.exercise.goal, goals, reached(at))});
  }

  /** @param {number} goal its index: a find @param {Place} place @param {{value: number | null, step: number}} measured of that head, in the last run */
  point(goal, place, {value, step}) {
    const find = this.exercise.goal[goal];
    const run = this.taken.runs.length - 1;
    if (!find || !isFind(find) || run < 0 || this.taken.goals[goal]) return;
    const reached = value !== null && value >= find.at_least ? {run, step, value} : null;
    const goals = this.taken.goals.map((one, i) => (i === goal ? reached : one));
    this.#become({goals, found: {...this.taken.found, [goal]: place}});
  }

  /** Everything is as on the first visit. */
  forget() {
    this.#running = null;
    this.#become(untouched(this.exercise, this.#hash, this.#now()));
  }

  // What comes of it ------------------------------------------------------------------------------------------------

  /** What a host is told, but for the state. */
  get result() {
    return resultOf(this.exercise, this.taken);
  }

  /** For a host: without what was typed, the name too. @returns {Promise<string>} at most 4,000 characters */
  packed() {
    return packedState(this.taken, this.exercise);
  }

  /** What a host has kept. What is of the same attempt is joined with it, anything else gives way: the host knows whose it is.
   *  @param {unknown} state @returns {Promise<boolean>} false: it is not of this exercise, or not whole; nothing is changed */
  async restore(state) {
    const brought = await unpackedState(state, this.exercise, this.#hash);
    if (!brought) return false;
    const same = brought.begun === this.taken.begun;
    this.#running = null;
    this.#become(same ? joined(this.taken, brought) : brought);
    this.dispatchEvent(new Event('restored'));
    return true;
  }

  // Keeping ---------------------------------------------------------------------------------------------------------

  /** Hears what other tabs write, until nobody listens any more. @param {Window} page @param {AbortSignal} signal */
  follow(page, signal) {
    const read = (/** @type {StorageEvent} */ {key}) => key === this.#key && this.#hear();
    page.addEventListener('storage', read, {signal});
  }

  #hear() {
    const theirs = this.#read();
    if (!theirs || theirs.begun !== this.taken.begun) return;
    this.taken = joined(this.taken, theirs);
    this.dispatchEvent(new Event('change'));
  }

  get #key() {
    return `${KEY}${this.#hash.slice(0, 16)}`;
  }

  /** @returns {Taken | null} */
  #read() {
    try {
      const text = this.#shelf?.getItem(this.#key) ?? null;
      return text === null ? null : takenFrom(JSON.parse(text), this.exercise, this.#hash);
    } catch {
      return null;
    }
  }

  /** @param {Partial<Taken>} part @param {boolean} [told] */
  #become(part, told = true) {
    this.taken = {...this.taken, ...part};
    this.#joinFirst();
    try {
      this.#shelf?.setItem(this.#key, JSON.stringify(this.taken));
    } catch {
      this.#shelf = null; // full, or forbidden: what is known is known until the page goes
    }
    if (told) this.dispatchEvent(new Event('change'));
  }

  /** The same exercise may have been begun beside this one, on the same page even. */
  #joinFirst() {
    const theirs = this.#there ? null : this.#read();
    this.#there = true;
    if (theirs) this.taken = joined({...this.taken, begun: theirs.begun}, theirs);
  }

  /** Whether a head was found in the last run, and it has trained on since: what was found is of the run as it was. @param {Run} run */
  #isPointedAt(run) {
    const {goals, runs} = this.taken;
    const last = runs.length - 1;
    const steps = (/** @type {Run} */ {models}) => models.map(({step}) => step).join();
    const found = this.exercise.goal.some((goal, i) => isFind(goal) && goals[i]?.run === last);
    return found && steps(runs[last]) !== steps(run);
  }

  /** What was reached by the last run alone is judged anew. */
  #withoutLast() {
    const {runs, goals} = this.taken;
    const last = runs.length - 1;
    return {
      runs: runs.slice(0, -1),
      goals: goals.map((one, i) => (one?.run === last && !isFind(this.exercise.goal[i]) ? null : one)),
    };
  }
}

/** At most so many runs: the oldest that reached nothing goes. @param {Pick<Taken, 'runs' | 'goals'>} of @returns {Pick<Taken, 'runs' | 'goals'>} */
function shortened({runs, goals}) {
  if (runs.length <= RUN_LIMIT) return {runs, goals};
  const out = runs.findIndex((_, i) => !goals.some((one) => one?.run === i));
  const moved = goals.map((one) => (one && one.run > out ? {...one, run: one.run - 1} : one));
  return {runs: runs.filter((_, i) => i !== out), goals: moved};
}

/** A frame without an origin refuses even the question. @returns {Shelf | null} */
function shelfOfPage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
