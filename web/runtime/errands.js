// What takes the engine long: evaluations, examples, texts. It is done in parts, so that messages are heard in between,
// one thing after the other, and before any training goes on: the weights must not change meanwhile.
import {RuntimeError} from './protocol.js';

/**
 * @typedef {object} Errand
 * @property {'evaluate' | 'examples' | 'generate' | 'measure'} what a call of the engine's session
 * @property {object} [options] of that call
 * @property {(result: any) => void} done
 * @property {(error: unknown) => void} failed
 */

export class Errands {
  /** The first one is under way if it is `#begun`. @type {Errand[]} */
  #queue = [];
  /** @type {Errand | null} */
  #begun = null;
  #session;

  /** @param {any} session of wasm_bindings/engine.js */
  constructor(session) {
    this.#session = session;
  }

  get waiting() {
    return this.#queue.length > 0;
  }

  /** @param {Errand} errand */
  add(errand) {
    this.#queue.push(errand);
  }

  /** Does the next part of the first one; what its `done` does comes before anything else. */
  part() {
    const [errand] = this.#queue;
    let result;
    try {
      if (this.#begun !== errand) this.#session.begin(errand.what, errand.options);
      this.#begun = errand;
      result = this.#session.next();
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
    this.#begun = null;
    for (const {failed} of dropped) failed(new RuntimeError('closed', 'trouble.changed'));
  }

  /** @param {Errand} errand */
  #leave(errand) {
    this.#queue = this.#queue.filter((other) => other !== errand);
    if (this.#begun === errand) this.#begun = null;
  }
}
