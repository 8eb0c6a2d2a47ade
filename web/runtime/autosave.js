// When a run is saved while it trains: soon after it began, then ever less often. By the clock on the wall, since a page may
// be closed at any moment, and a slow run makes few steps.

export const AUTOSAVE_S = 15;
const FIRST_AUTOSAVE_S = 0.5;
/** So often where that costs nothing. */
const CHEAP_AUTOSAVE_S = 3;
/** Else it may take at most this part of the time. */
const SHARE = 0.02;

export class Autosave {
  #now;
  #last = {at: 0, step: 0, every: FIRST_AUTOSAVE_S};

  /** @param {() => number} now milliseconds */
  constructor(now) {
    this.#now = now;
  }

  /** The run is somewhere else. @param {number} step */
  begin(step) {
    this.#last = {at: this.#now(), step, every: FIRST_AUTOSAVE_S};
  }

  /** @param {number} step @param {number} ms what it took */
  saved(step, ms) {
    const often = Math.max(CHEAP_AUTOSAVE_S, ms / 1000 / SHARE);
    this.#last = {at: this.#now(), step, every: Math.min(AUTOSAVE_S, often, 2 * this.#last.every)};
  }

  /** @param {number} step */
  due(step) {
    const {at, step: then, every} = this.#last;
    return step > then && this.#now() - at >= 1000 * every;
  }
}
