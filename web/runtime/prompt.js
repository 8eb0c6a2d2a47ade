// What a model makes of a prompt; only the last prompt counts.
import {failureOf} from './protocol.js';

/** @typedef {{text: string, prompt_used: string, pending: boolean, message: string}} Continuation */

export class Prompt {
  /** @type {Continuation | null} */
  state = null;
  #turn = 0;
  #onChange;

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** @param {import('./types').GenerateOptions} options @param {() => Promise<import('./types').Generated>} generate */
  async ask(options, generate) {
    const turn = ++this.#turn;
    this.#set({text: '', prompt_used: options.prompt, pending: true, message: ''});
    /** @type {Continuation} */
    let answer;
    try {
      answer = {...(await generate()), pending: false, message: ''};
    } catch (error) {
      answer = {text: '', prompt_used: '', pending: false, message: failureOf(error).message};
    }
    if (turn === this.#turn) this.#set(answer);
  }

  forget() {
    this.#turn++;
    this.state = null;
  }

  /** @param {Continuation} state */
  #set(state) {
    this.state = state;
    this.#onChange();
  }
}
