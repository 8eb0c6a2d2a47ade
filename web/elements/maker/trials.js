// The trial of the experiment that is being made: another experiment is another trial, another goal is judged by the same runs.
import {Trial, lanesFor} from '../../exercise/make/trial.js';
import {isFind, tally} from '../../exercise/make/tried.js';

/** @typedef {import('../../runtime/types').Experiment} Experiment @typedef {import('../../exercise/types').Goal} Goal */

export class Trials {
  /** @type {Trial | null} */
  trial = null;
  #of = '';
  /** @type {{experiment: Experiment, heads: number[]} | null} */
  #about = null;
  #host;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  get runs() {
    return this.trial?.runs ?? [];
  }

  /** @param {Experiment} experiment with which the goal is tried @param {Goal[]} goal */
  about(experiment, goal) {
    const heads = [...new Set(goal.filter(isFind).map(({model}) => model))];
    const {name: _, ...what} = experiment;
    const of = JSON.stringify([what, heads]);
    if (of === this.#of) return;
    this.close();
    this.#of = of;
    this.#about = {experiment, heads};
  }

  /** Begins, holds, goes on. @param {(experiment: Experiment) => import('../../runtime/race.js').Race} make */
  turn(make) {
    if (!this.#about) return;
    const {experiment, heads} = this.#about;
    const lanes = lanesFor(navigator.hardwareConcurrency || 2, experiment.models.length);
    this.trial ??= new Trial(make, experiment, {heads, lanes});
    if (this.trial.state === 'running') this.trial.pause();
    else this.trial.run();
    this.#host.requestUpdate();
  }

  /** What all seeds came to; null before they are done. @param {Goal[]} goal */
  tried(goal) {
    if (this.trial?.state !== 'done') return null;
    const {reached, tried} = tally(goal, this.trial.runs);
    return {reached, tried};
  }

  close() {
    this.trial?.close();
    this.trial = null;
    this.#of = '';
  }
}
