// One measure of several models, followed as long as somebody looks; and the course of each, kept also while nobody does.
import {followedOf} from '../../runtime/followed.js';
import {Course} from './course.js';
import {identityOf} from './whose.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {{measure: string, options: object}} Asked */
/** @typedef {{of: string, course: Course, failure: import('../../runtime/types').Failure | null}} Known */

export class Following {
  /** By measure. @type {WeakMap<Runner, Map<string, Known>>} */
  #known = new WeakMap();
  /** @type {Map<Runner, {key: string, leave: () => void}>} */
  #followed = new Map();
  #changed;

  /** @param {() => void} changed something was heard */
  constructor(changed) {
    this.#changed = changed;
  }

  /** From now on these and no others. @param {Race} race @param {Runner[]} runners @param {Asked} asked */
  follow(race, runners, asked) {
    for (const runner of this.#followed.keys()) if (!runners.includes(runner)) this.#leave(runner);
    for (const runner of runners) this.#followOne(runner, identityOf(race, runner), asked);
  }

  stop() {
    for (const runner of this.#followed.keys()) this.#leave(runner);
  }

  /** @param {Race} race @param {Runner} runner @param {string} measure @returns {Known | null} null where nothing was asked of this model */
  of(race, runner, measure) {
    const known = this.#known.get(runner)?.get(measure);
    return known?.of === identityOf(race, runner) ? known : null;
  }

  /** @param {Runner} runner @param {string} of @param {Asked} asked */
  #followOne(runner, of, {measure, options}) {
    const key = `${measure} ${of}`;
    if (this.#followed.get(runner)?.key === key) return;
    this.#leave(runner);
    const known = this.#knownOf(runner, measure, of);
    const leave = followedOf(runner).follow(measure, options, ({found, failure}) => {
      known.failure = failure;
      if (found) known.course.add(found);
      this.#changed();
    });
    this.#followed.set(runner, {key, leave});
  }

  /** What is known of this very model; nothing of another that it was. @param {Runner} runner @param {string} measure @param {string} of @returns {Known} */
  #knownOf(runner, measure, of) {
    const all = this.#known.get(runner) ?? new Map();
    this.#known.set(runner, all);
    const known = all.get(measure);
    if (known?.of === of) return known;
    const fresh = {of, course: new Course(), failure: null};
    all.set(measure, fresh);
    return fresh;
  }

  /** @param {Runner} runner */
  #leave(runner) {
    this.#followed.get(runner)?.leave();
    this.#followed.delete(runner);
  }
}
