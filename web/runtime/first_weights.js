// The weights that one model begins with, on their way into its session.
import {RuntimeError} from './protocol.js';

/** @typedef {import('./types').Start} Start */

export class FirstWeights {
  /** Whether the session has them. */
  there = false;
  /** How far they are, while they are trained again. @type {import('./rehearsal.js').Progress | null} */
  progress = null;
  /** @type {{ready: Promise<any>, controller: AbortController} | null} */
  #going = null;
  #source;
  #onProgress;

  /** @param {() => import('./beginnings.js').Beginnings} source @param {() => void} onProgress */
  constructor(source, onProgress) {
    this.#source = source;
    this.#onProgress = onProgress;
  }

  /** Whether they can be had without training. @param {Start} start */
  near(start) {
    return this.#source().has(start);
  }

  /** @param {import('./protocol.js').Connection} connection @param {Start} start @returns {Promise<Omit<import('./types').Adopted, 'from'>>} */
  fetch(connection, start) {
    if (this.#going) return this.#going.ready;
    if ('experiment' in start && !this.near(start)) this.progress = {step: 0, steps: start.step};
    const controller = new AbortController();
    const ready = this.#fetch(connection, start, controller.signal);
    const going = {ready, controller};
    this.#going = going;
    const over = () => {
      if (this.#going === going) this.#going = this.progress = null;
    };
    ready.then(over, over);
    return ready;
  }

  /** Nobody waits any more, and the session that had them is gone or begins anew. */
  forget() {
    this.#going?.controller.abort();
    this.#going = this.progress = null;
    this.there = false;
  }

  /** @param {import('./protocol.js').Connection} connection @param {Start} start @param {AbortSignal} signal */
  async #fetch(connection, start, signal) {
    const onProgress = (/** @type {import('./rehearsal.js').Progress} */ progress) => {
      this.progress = progress;
      this.#onProgress();
    };
    const bytes = await this.#source().of(start, {signal, onProgress});
    if (signal.aborted) throw new RuntimeError('closed', 'trouble.closed');
    const taken = await connection.request('adopt', {bytes});
    if (!signal.aborted) this.there = true;
    return taken;
  }
}
