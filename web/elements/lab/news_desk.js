// When a race is asked for news: after something happened, not more often than four times a second, and once more when a
// sentence had to wait.
import {facts} from '../../facts/facts.js';
import {RaceNews} from './race_news.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** now: milliseconds. later: calls back after some; forget: no longer. @typedef {{now: () => number,
 *  later: (call: () => void, ms: number) => number, forget: (id: number) => void}} Clock */

const PAUSE_MS = 250;

/** @type {Clock} */
const PAGE_CLOCK = {
  now: () => performance.now(),
  later: (call, ms) => window.setTimeout(call, ms),
  forget: (id) => clearTimeout(id),
};

export class NewsDesk {
  #say;
  #clock;
  #news = new RaceNews();
  /** @type {Race | null} */
  #race = null;
  #asked = -Infinity;
  /** Of the race, when it was asked. */
  #state = '';
  #timer = {id: 0, at: Infinity};

  /** @param {(sentence: string) => void} say @param {Clock} [clock] */
  constructor(say, clock = PAGE_CLOCK) {
    this.#say = say;
    this.#clock = clock;
  }

  /** What was seen and owed of another race is forgotten. @param {Race | null} race */
  watch(race) {
    this.stop();
    this.#race = race;
    this.#news = new RaceNews();
  }

  /** Something happened. */
  hear() {
    this.#askAt(this.#asked + PAUSE_MS);
  }

  /** Says nothing more, unless something happens. */
  stop() {
    this.#clock.forget(this.#timer.id);
    this.#timer = {id: 0, at: Infinity};
  }

  /** @param {number} at */
  #askAt(at) {
    if (at >= this.#timer.at) return;
    this.stop();
    const wait = at - this.#clock.now();
    if (wait <= 0) this.#ask();
    else this.#timer = {id: this.#clock.later(() => this.#ask(), wait), at};
  }

  #ask() {
    this.stop();
    if (!this.#race) return;
    this.#asked = this.#clock.now();
    const told = facts(this.#race);
    // A race that is brought back, or goes on, passes through a pause that nobody made.
    const passing = told.state === 'paused' && this.#state !== 'paused';
    this.#state = told.state;
    if (passing) return this.#askAt(this.#asked + PAUSE_MS);
    const sentence = this.#news.next(told, this.#asked, this.#race);
    if (sentence) this.#say(sentence);
    if (this.#news.due < Infinity) this.#askAt(this.#news.due);
  }
}
