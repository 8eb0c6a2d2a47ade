// What takes the engine long: evaluations, examples, texts. It is done in parts, so that messages are heard in between,
// one thing after the other, and before any training goes on: the weights must not change meanwhile. Those that are done by
// another engine, of a copy of the weights, take turns with training.
import {RuntimeError} from './protocol.js';

/**
 * @typedef {object} Errand
 * @property {'evaluate' | 'examples' | 'generate' | 'measure'} what a call of the engine's session
 * @property {object} [options] of that call
 * @property {{begin: (what: any, options: any) => void, next: () => any}} [by] else by the session that trains: then training waits
 * @property {boolean} [begun]
 * @property {(result: any) => void} done
 * @property {(error: unknown) => void} failed
 */

export class Errands {
  /** @type {Errand[]} */
  #queue = [];
  #session;

  /** @param {any} session of wasm_bindings/engine.js */
  constructor(session) {
    this.#session = session;
  }

  get waiting() {
    return this.#queue.length > 0;
  }

  /** Whether training waits for one. */
  get urgent() {
    return this.#queue.some(({by}) => !by);
  }

  /** @param {Errand} errand */
  add(errand) {
    this.#queue.push(errand);
  }

  /** Does the next part of the first one for which training waits, else of the first; what its `done` does comes before anything else. */
  part() {
    const errand = this.#queue.find(({by}) => !by) ?? this.#queue[0];
    const by = errand.by ?? this.#session;
    let result;
    try {
      if (!errand.begun) by.begin(errand.what, errand.options);
      errand.begun = true;
      result = by.next();
    } catch (error) {
      this.#leave(errand);
      return errand.failed(error);
    }
    if (result === null) return;
    this.#leave(errand);
    errand.done(result);
  }

  /** Nobody waits for this one any more. @param {Errand | null} errand */
  drop(errand) {
    if (errand) this.#leave(errand);
  }

  /** The weights change, and with them what was to be said of them. */
  dropAll() {
    const dropped = this.#queue;
    this.#queue = [];
    for (const {failed} of dropped) failed(new RuntimeError('closed', 'trouble.changed'));
  }

  /** @param {Errand} errand */
  #leave(errand) {
    this.#queue = this.#queue.filter((other) => other !== errand);
  }
}
