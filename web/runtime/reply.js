// What a model makes of a prompt; only the last prompt counts.
import {failureOf} from './protocol.js';

/** @typedef {import('./types').Failure} Failure */

/**
 * @template T what the worker answers
 */
export class Reply {
  /** @type {(T & {pending: boolean, failure: Failure | null}) | null} */
  state = null;
  #turn = 0;
  #onChange;

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** @param {T} meanwhile what is shown until the answer is there @param {() => Promise<T>} answer */
  async ask(meanwhile, answer) {
    const turn = ++this.#turn;
    this.#set({...meanwhile, pending: true, failure: null});
    let state;
    try {
      state = {...(await answer()), pending: false, failure: null};
    } catch (error) {
      state = {...meanwhile, pending: false, failure: failureOf(error)};
    }
    if (turn === this.#turn) this.#set(state);
  }

  forget() {
    this.#turn++;
    this.state = null;
  }

  /** @param {T & {pending: boolean, failure: Failure | null}} state */
  #set(state) {
    this.state = state;
    this.#onChange();
  }
}
