// What a model makes of a prompt; only the last prompt counts.
import {failureOf} from './protocol.js';

/**
 * @template T what the worker answers
 */
export class Reply {
  /** @type {(T & {pending: boolean, message: string}) | null} */
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
    this.#set({...meanwhile, pending: true, message: ''});
    let state;
    try {
      state = {...(await answer()), pending: false, message: ''};
    } catch (error) {
      state = {...meanwhile, pending: false, message: failureOf(error).message};
    }
    if (turn === this.#turn) this.#set(state);
  }

  forget() {
    this.#turn++;
    this.state = null;
  }

  /** @param {T & {pending: boolean, message: string}} state */
  #set(state) {
    this.state = state;
    this.#onChange();
  }
}
