// Changes that one model was asked for and that no worker has answered yet. Each is recorded at the step at which it was
// taken, or, if the worker that took it died before saying so, asked again: its effect has died with that worker.
import {failureOf, WORKER_GONE} from './protocol.js';

/** @typedef {import('./protocol.js').Connection} Connection */
/** @typedef {import('./types').Change} Change */
/** @typedef {{train: Change['train'], sentTo: Connection | null}} Wish */

export class Wishes {
  /** @type {Wish[]} */
  #open = [];
  #hooks;

  /** @param {{taken: (change: Change) => void, refused: (error: unknown) => void}} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** What is asked for all in all. @returns {Change['train'][]} */
  get trains() {
    return this.#open.map(({train}) => train);
  }

  /** @param {Change['train']} train */
  add(train) {
    this.#open.push({train, sentTo: null});
  }

  forget() {
    this.#open = [];
  }

  /** Asks for what this worker was not asked for yet. @param {Connection} connection */
  async send(connection) {
    const fresh = this.#open.filter(({sentTo}) => sentTo !== connection);
    await Promise.all(fresh.map((wish) => this.#ask(wish, connection)));
  }

  /** @param {Wish} wish @param {Connection} connection */
  async #ask(wish, connection) {
    wish.sentTo = connection;
    try {
      const taken = await connection.request('change', {train: wish.train});
      if (this.#settle(wish)) this.#hooks.taken(taken);
    } catch (error) {
      if (!WORKER_GONE.has(failureOf(error).code) && this.#settle(wish)) this.#hooks.refused(error);
    }
  }

  /** @param {Wish} wish @returns {boolean} whether it was still wished */
  #settle(wish) {
    const wished = this.#open.includes(wish);
    this.#open = this.#open.filter((other) => other !== wish);
    return wished;
  }
}
