// What tells of a race is fetched when there is something to tell.
import {Fetched} from '../parts/late.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

export class LateNews {
  /** @type {Fetched<import('./news_desk.js').NewsDesk>} */
  #desk;
  #happened = false;
  /** @type {Race | null} */
  #race = null;

  /** @param {(sentence: string) => void} say */
  constructor(say) {
    const arrived = () => (this.#here?.watch(this.#race), this.hear());
    this.#desk = new Fetched(async () => new (await import('./news_desk.js')).NewsDesk(say), arrived);
  }

  /** @param {Race | null} race */
  watch(race) {
    this.#race = race;
    this.#here?.watch(race);
  }

  /** Something happened, or will soon. */
  hear() {
    this.#happened ||= this.#race?.runners.some(({state, message}) => state !== 'idle' || message) ?? false;
    this.#here?.hear();
  }

  stop() {
    this.#here?.stop();
  }

  get #here() {
    return this.#happened ? this.#desk.value : null;
  }
}
