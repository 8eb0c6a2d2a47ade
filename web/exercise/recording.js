// Follows a race and notes each of its runs in the record of an exercise: where the knob stood, what differs, steps, scores, and the weights'
// hash once it stands still. Runs in the fast tier are not noted: nobody could train them again to the bit.
import {facts} from '../facts/facts.js';
import {changed} from '../learn/change.js';
import {complete} from '../state/defaults.js';
import {isFast} from '../state/tier.js';
import {knownScores} from '../store/receipt.js';
import {changesBetween} from './changes.js';
import {reachedBy} from './goals.js';
import {seeded} from './seed_of_name.js';

/** @typedef {import('../runtime/race.js').Race} Race @typedef {import('../runtime/runner.js').Runner} Runner @typedef {import('./taking.js').Taking} Taking */
/** @typedef {import('./types').Run} Run @typedef {import('../runtime/types').Experiment} Experiment */

/** So often at most while models train. */
const EVERY_MS = 1000;
/** Models are changed one after the other: so long it is waited until all of them are. */
const SETTLE_MS = 100;

export class Recording {
  #taking;
  #race;
  #stopped = new AbortController();
  /** The run that is noted, and by what it is known. @type {{records: object[], position: number | null} | null} */
  #run = null;
  /** Of weights, by their record: after which step. @type {WeakMap<object, {step: number, sha256: string | null}>} */
  #hashes = new WeakMap();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** As it was noted last. */
  #noted = '';

  /** @param {Taking} taking @param {Race} race */
  constructor(taking, race) {
    this.#taking = taking;
    this.#race = race;
    const {signal} = this.#stopped;
    race.addEventListener('progress', () => this.#soon(), {signal});
    race.addEventListener('change', () => (race.state === 'training' ? this.#soon() : this.#soon(SETTLE_MS)), {signal});
    this.#soon(0);
  }

  stop() {
    this.#stopped.abort();
    clearTimeout(this.#timer);
  }

  /** @param {number} [ms] */
  #soon(ms = EVERY_MS) {
    if (this.#timer && ms === EVERY_MS) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.note(), ms);
    /** @type {any} */ (this.#timer).unref?.();
  }

  /** What there is now. */
  note() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const {experiment, runners} = this.#race;
    if (this.#stopped.signal.aborted || isFast(experiment) || !runners.some(({step}) => step > 0)) return;
    const run = this.#now();
    const goals = this.#taking.exercise.goal;
    const reached = (/** @type {number} */ at) => reachedBy(goals, facts(this.#race), at);
    const said = JSON.stringify([run, reached(0)]);
    this.#same(run.position);
    if (said !== this.#noted) this.#taking.ran(/** @type {object} */ (this.#run), run, reached);
    this.#noted = said;
    if (this.#race.state !== 'training') for (const runner of runners) void this.#hash(runner);
  }

  /** Whether it is still the run that was noted; else another begins. @param {number | null} position */
  #same(position) {
    const records = this.#race.runners.map(({record}) => record);
    const before = this.#run;
    const same = before?.position === position && before.records.length === records.length;
    if (same && records.every((record, k) => record === before.records[k])) return;
    this.#run = {records, position};
    this.#noted = '';
  }

  /** @returns {Run} */
  #now() {
    const {experiment, runners, describe} = this.#race;
    const {experiment: given, exercise} = this.#taking;
    const models = runners.map((runner) => {
      const {name, step, latest, record} = runner;
      const hash = this.#hashes.get(record);
      return {name, step, scores: knownScores(latest), weights_sha256: hash?.step === step ? hash.sha256 : null};
    });
    return {
      position: positionOf(exercise, seeded(given, exercise, this.#taking.taken.name), experiment, describe),
      changes: changesBetween(complete(given, describe), experiment),
      seed: Number(experiment.train.seed),
      models,
    };
  }

  /** @param {Runner} runner that stands still */
  async #hash(runner) {
    const {record, step} = runner;
    if (step === 0 || this.#hashes.get(record)?.step === step) return;
    this.#hashes.set(record, {step, sha256: null}); // it is asked for once
    const {saved} = record;
    const sha256 = (saved?.step === step && saved.sha256) || (await runner.hash().catch(() => null));
    if (runner.record !== record || runner.step !== step) return;
    this.#hashes.set(record, {step, sha256});
    if (sha256) this.note();
  }
}

/** Where the knob stands: null where no position of it is what is trained. @param {import('./types').Exercise} exercise @param {Experiment} given @param {Experiment} now
 *  @param {import('../runtime/types').Description} describe */
export function positionOf({knob}, given, now, describe) {
  const at = knob?.values.findIndex(({change}) => areOfOne(complete(changed(given, change), describe), now)) ?? -1;
  return at < 0 ? null : at;
}

/** Whether they differ in what was done on the way alone. @param {Experiment} one @param {Experiment} other */
const areOfOne = (one, other) =>
  Object.keys(changesBetween(one, other)).every((path) => path === 'version' || /^models\.\d+\.changes/.test(path));
