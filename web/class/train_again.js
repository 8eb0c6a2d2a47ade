// One model of one run, trained again to the step at which it was left.
import {ColumnCurve} from '../facts/curves.js';
import {raceHistory} from '../facts/race_history.js';
import {Race} from '../runtime/race.js';
import {isTest} from '../runtime/tests.js';
import {knownScores} from '../store/receipt.js';

/** @typedef {import('./types').Job} Job @typedef {import('./types').Trained} Trained */
/** @typedef {import('../runtime/types').Surroundings} Surroundings @typedef {import('../runtime/runner.js').Runner} Runner */

/** Nobody looks at it: nothing is computed but what was recorded. */
class Unseen extends Race {
  async computeFloors() {}
}

const FAILED = new Set(['failed', 'unavailable']);

export class Again {
  #race;
  #job;
  #own;
  #held = false;

  /** @param {Surroundings} surroundings @param {Job} job @param {{bytes: Uint8Array, title: string} | null} own data of one's own */
  constructor(surroundings, job, own) {
    this.#race = new Unseen(surroundings, job.experiment);
    this.#race.shown = {...this.#race.shown, count: 0};
    this.#job = job;
    this.#own = own;
  }

  /** @returns {Runner} */
  get runner() {
    return this.#race.runners[0];
  }

  /** 0 to 1 */
  get progress() {
    return this.#job.step ? Math.min(1, this.runner.step / this.#job.step) : 0;
  }

  /** A worker that is at a step ends it before. @param {boolean} held */
  hold(held) {
    if (held === this.#held) return;
    this.#held = held;
    if (held) this.#race.pause();
    else this.#advance();
  }

  /** @returns {Promise<Trained>} @throws a Failure where it cannot be */
  async train() {
    const {experiment} = this.#job;
    if (this.#own) await this.#race.restore({experiment, moved_lr: null, own: this.#own, models: []});
    await this.runner.prepare();
    this.#advance();
    await this.#end();
    const heads = this.#job.heads ? {heads: await this.runner.measure('heads')} : {};
    return {...this.#found(), weights_sha256: await this.runner.hash(), ...heads};
  }

  close() {
    this.#race.close();
  }

  #advance() {
    const left = this.#job.step - this.runner.step;
    if (left > 0 && !this.#held) this.runner.advance(left);
  }

  /** Until it is there, or is not a number any more. */
  #end() {
    const {runner} = this;
    return new Promise((/** @type {(ended?: any) => void} */ resolve, reject) => {
      const look = () => {
        if (FAILED.has(runner.state)) reject(runner.message ?? new Error(runner.state));
        else if (runner.state === 'not_finite' || this.#arrived) resolve();
      };
      for (const type of ['change', 'progress']) runner.addEventListener(type, look);
      look();
    });
  }

  /** Its last test is told after its last step; its end may come before the step that somebody claims. */
  get #arrived() {
    const {step, state, steps, record} = this.runner;
    if (state !== 'done' && (step < this.#job.step || !(state === 'paused' || !step))) return false;
    const tested = step > 0 && (isTest(step, Number(this.#job.experiment.train.eval_every)) || step >= steps);
    return !tested || record.heldOut.last?.step === step;
  }

  /** @returns {Omit<Trained, 'weights_sha256'>} */
  #found() {
    const {step, latest} = this.runner;
    const [history] = raceHistory(this.#race).models;
    const scores = /** @type {Record<string, number>} */ (knownScores(latest));
    return {step, scores, seconds: latest.seconds, history: copied(history), baselines: this.#race.baselines};
  }
}

/** What a race keeps is as long as a race may become. @param {import('../facts/types').ModelHistory} history */
function copied(history) {
  const of = (/** @type {import('../facts/types').Curve} */ {step, value}) =>
    new ColumnCurve(Float64Array.from(step), Float64Array.from(value));
  const curves = Object.fromEntries(
    Object.entries(history.curves).flatMap(([name, curve]) => (curve ? [[name, of(curve)]] : [])),
  );
  return {...history, curves, losses: history.losses && of(history.losses), signals: null};
}
