// What can be found out about each model of a race: asked once, and again when it is another model.
import {failureOf} from '../../runtime/protocol.js';
import {identityOf} from './whose.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {{of: string, kinds: Set<string> | null, failure: import('../../runtime/types').Failure | null}} Answer kinds: null while it is on its way */

/** What did not come is asked for again after so long. */
const AGAIN_MS = 2000;

export class Measurable {
  /** @type {WeakMap<Runner, Answer>} */
  #answers = new WeakMap();
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {Race} race @param {Runner} runner @returns {Answer | null} null where it was not asked yet */
  of(race, runner) {
    const answer = this.#answers.get(runner);
    return answer?.of === identityOf(race, runner) ? answer : null;
  }

  /** @param {Race} race @param {Runner[]} runners */
  ask(race, runners) {
    for (const runner of runners) if (!this.of(race, runner)) this.#ask(runner, identityOf(race, runner));
  }

  /** @param {Runner} runner @param {string} of */
  async #ask(runner, of) {
    /** @type {Answer} */
    const answer = {of, kinds: null, failure: null};
    this.#answers.set(runner, answer);
    try {
      answer.kinds = new Set((await runner.measures()).map(({kind}) => kind));
    } catch (error) {
      answer.failure = failureOf(error);
      setTimeout(() => this.#forget(runner, answer), AGAIN_MS);
    }
    this.#changed();
  }

  /** Whoever looks asks again. @param {Runner} runner @param {Answer} answer */
  #forget(runner, answer) {
    if (this.#answers.get(runner) !== answer) return;
    this.#answers.delete(runner);
    this.#changed();
  }
}
