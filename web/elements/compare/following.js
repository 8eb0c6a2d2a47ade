// Measures of several models, followed as long as somebody looks; and the course of each, kept also while nobody does.
import {followedOf} from '../../runtime/followed.js';
import {keyOf} from './asks.js';
import {Course} from './course.js';
import {identityOf} from './whose.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../charts/compare/runs.js').Ask} Ask */
/** @typedef {{of: string, course: Course, failure: import('../../runtime/types').Failure | null}} Known */

/** So many questions are remembered of a model; what was picked long ago is asked again. */
const MOST = 32;

/** What is known of each model by question, whoever asked. @type {WeakMap<Runner, Map<string, Known>>} */
const KNOWN = new WeakMap();

export class Following {
  /** By model and question. @type {Map<Runner, Map<string, {of: string, leave: () => void}>>} */
  #followed = new Map();
  #changed;

  /** @param {() => void} changed something was heard */
  constructor(changed) {
    this.#changed = changed;
  }

  /** From now on these and no others. @param {Race} race @param {{runner: Runner, asks: Ask[]}[]} all */
  follow(race, all) {
    for (const [runner, questions] of this.#followed) {
      const asked = all.find((one) => one.runner === runner)?.asks.map(keyOf) ?? [];
      for (const key of [...questions.keys()]) if (!asked.includes(key)) this.#leave(runner, key);
    }
    for (const {runner, asks} of all) for (const ask of asks) this.#followOne(runner, identityOf(race, runner), ask);
  }

  stop() {
    for (const [runner, questions] of this.#followed) for (const key of [...questions.keys()]) this.#leave(runner, key);
  }

  /** @param {Race} race @param {Runner} runner @param {Ask} ask @returns {Known | null} null where this was not asked of this model */
  of(race, runner, ask) {
    const known = KNOWN.get(runner)?.get(keyOf(ask));
    return known?.of === identityOf(race, runner) ? known : null;
  }

  /** @param {Runner} runner @param {string} of @param {Ask} ask */
  #followOne(runner, of, ask) {
    const key = keyOf(ask);
    const questions = this.#followed.get(runner) ?? new Map();
    this.#followed.set(runner, questions);
    if (questions.get(key)?.of === of) return;
    this.#leave(runner, key);
    const known = knownOf(runner, key, of);
    const leave = followedOf(runner).follow(ask.measure, ask.options, ({found, failure}) => {
      known.failure = failure;
      if (found) known.course.add(found);
      this.#changed();
    });
    questions.set(key, {of, leave});
  }

  /** @param {Runner} runner @param {string} key */
  #leave(runner, key) {
    const questions = this.#followed.get(runner);
    questions?.get(key)?.leave();
    questions?.delete(key);
  }
}

/** What is known of this very model; nothing of another that it was. @param {Runner} runner @param {string} key @param {string} of @returns {Known} */
function knownOf(runner, key, of) {
  const all = KNOWN.get(runner) ?? new Map();
  KNOWN.set(runner, all);
  const known = all.get(key);
  if (known?.of === of) return known;
  const fresh = {of, course: new Course(), failure: null};
  all.delete(key);
  all.set(key, fresh);
  if (all.size > MOST) all.delete(all.keys().next().value);
  return fresh;
}
