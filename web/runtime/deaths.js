// How often the workers of one model died, and whether yet another is worth while.

/** @typedef {{at: number, step: number, cost: number, silent: boolean}} Death */

/** So many, without getting further in between or in so short a time, and the model waits for somebody. */
const MOST = 4;
const RECENT_MS = 10_000;
/** What the engine itself stumbles over it will stumble over again. */
const OWN_FAULT = 2;
/** A worker that was taken for dead may have been slow: the next one is given more time. */
const MORE_PATIENCE = 3;

export class Deaths {
  /** @type {Death[]} */
  #recent = [];
  #now;

  /** @param {() => number} [now] milliseconds */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** @param {import('./protocol.js').RuntimeError} error @param {number} step that the next worker is restored to @returns {boolean} whether it is worth while */
  count({code, key}, step) {
    const at = this.#now();
    const cost = code === 'worker_died' ? 1 : OWN_FAULT;
    this.#recent = this.#recent.filter((death) => death.step === step || at - death.at < RECENT_MS);
    this.#recent.push({at, step, cost, silent: key === 'trouble.worker_silent'});
    return this.#recent.reduce((sum, death) => sum + death.cost, 0) < MOST;
  }

  /** How many times as long as usual the next one may be silent. */
  get patience() {
    return MORE_PATIENCE ** this.#recent.filter(({silent}) => silent).length;
  }

  /** Somebody wants to try again, or it begins anew. */
  forget() {
    this.#recent = [];
  }
}
