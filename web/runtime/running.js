// Running a race: everything that trains, holds back, asks and looks, whatever the experiment is.
import {baselinesOf} from './baselines.js';
import {overallState} from './overall.js';
import {allowance, wallRate} from './pacing.js';

/** @typedef {import('./runner.js').Runner} Runner */

export class Running extends EventTarget {
  /** In the order of experiment.models. @type {Runner[]} */
  runners = [];
  /** @type {import('./types').Pacing} */
  pacing = 'free';
  /** Steps per second, 0: as fast as it goes. */
  speed = 0;
  /** The options of the last generateAll. @type {import('./types').GenerateOptions | null} */
  generated = null;
  /** Which held-out examples are shown; none where results are texts that go on. @type {import('./types').Shown} */
  shown = {set: 'val', first: 0, count: 0};

  /** Who says at each test of a model whether that ends it, for which it waits there; null: nobody. @type {import('./types').Judge | null} */
  judge = null;
  /** Whether the weights of the lowest held-out loss are kept while it is judged; a frame has no use for them. */
  hasBest = false;

  /** Whether what is learned is kept beside the race, so that nothing is lost by what begins it anew. */
  safe = () => false;
  /** Called and waited for before that, where somebody keeps it. @type {(() => Promise<void>) | null} */
  secure = null;

  /** What is written and not taken up yet, as those say who show it. @type {Set<import('./types').Unsettled>} */
  unsettled = new Set();

  /** Whether it is on screen: else nothing is trained, and no memory held. */
  #present = true;

  /** Whether anything was learned that a restart would lose. */
  get started() {
    return this.runners.some((runner) => runner.step > 0);
  }

  /** What its models are called. */
  get names() {
    return this.runners.map(({name}) => name);
  }

  get state() {
    return overallState(this.runners);
  }

  /** Whether something is written that would be taken up only when somebody says so. */
  get waiting() {
    return [...this.unsettled].some((one) => one.waits());
  }

  /** Whether somebody is about to give data of their own. */
  get giving() {
    return [...this.unsettled].some((one) => one.giving?.());
  }

  /** Takes up what is written, while nothing is lost by that. @returns {Promise<boolean>} whether what trains now is what stands there */
  async settle() {
    for (const one of this.unsettled) if (!this.started && !(await one.settle())) return false;
    return true;
  }

  /** Opens the models without training them. */
  async prepare() {
    await Promise.all(this.runners.map((runner) => runner.prepare()));
  }

  /** Lines to compare the models with, as the task gives them. */
  get baselines() {
    return baselinesOf(this.runners);
  }

  /** Trains every model but those paused by their own button; all of them if all are. */
  train() {
    const held = this.runners.every((runner) => runner.held);
    this.keepInStep();
    for (const runner of this.runners) if (held || !runner.held) runner.train();
  }

  pause() {
    for (const runner of this.runners) runner.halt();
  }

  /** Trains each model by some steps, then pauses. @param {number} [count] */
  step(count = 1) {
    for (const runner of this.runners) {
      runner.allow({step: Infinity, seconds: Infinity});
      if (!runner.held) runner.advance(count);
    }
  }

  /** Back to the same initial weights. */
  async resetAll() {
    await Promise.all(this.runners.map((runner) => runner.reset()));
    this.changed();
  }

  /** A frame of many comes into view, or leaves it. @param {boolean} present */
  setPresent(present) {
    this.#present = present;
    for (const runner of this.runners) runner.setAway(!present);
  }

  /** @param {import('./types').Pacing} pacing */
  setPacing(pacing) {
    this.pacing = pacing;
    this.keepInStep();
    this.changed();
  }

  /** @param {number} steps_per_second 0: as fast as it goes */
  setSpeed(steps_per_second) {
    this.speed = steps_per_second;
    for (const runner of this.runners) runner.setPace(steps_per_second);
    this.changed();
  }

  /** @param {Running['judge']} judge */
  setJudge(judge) {
    this.judge = judge;
    for (const runner of this.runners) runner.sendBest();
    this.keepInStep();
  }

  /** Every model continues the prompt; answers appear in runner.generated. @param {import('./types').GenerateOptions} options */
  async generateAll(options) {
    this.generated = options;
    await Promise.all(this.runners.filter(({refused}) => !refused).map((runner) => runner.generate(options)));
  }

  /** Every model answers the prompt; answers appear in runner.answered. @param {import('./types').AnswerOptions} options */
  async answerAll(options) {
    await Promise.all(this.runners.filter(({refused}) => !refused).map((runner) => runner.answer(options)));
  }

  /** @param {Partial<import('./types').Shown>} change */
  setShown(change) {
    this.shown = {...this.shown, ...change};
    for (const runner of this.runners) runner.sendShown();
    this.changed();
  }

  /** @param {number} index @param {string[]} taps [] stops looking */
  setWatched(index, taps) {
    this.runners[index].setWatched(taps);
  }

  /** A runner takes its place in the race; what it tells, the race tells too. @param {Runner} runner */
  enter(runner) {
    runner.away = !this.#present;
    for (const type of ['progress', 'look'])
      runner.addEventListener(type, () => this.dispatchEvent(new CustomEvent(type, {detail: runner})));
    runner.addEventListener('progress', () => {
      this.keepInStep();
      // Not before everybody is on the way: counting a novel takes a second of a processor.
      if (this.runners.every(({step, wanted}) => step > 0 || !wanted)) this.computeFloors();
    });
    runner.addEventListener('change', () => {
      this.keepInStep();
      this.changed();
    });
    this.runners.push(runner);
  }

  /** The floors are wanted now; whoever knows the text computes them. */
  async computeFloors() {}

  /** @param {Runner} runner @returns {number} seconds until it is done, as fast as the race goes; NaN where nobody knows */
  timeLeft(runner) {
    const rates = this.runners.filter(({state}) => state === 'training').map(({position}) => position.steps_per_s);
    return (runner.steps - runner.step) / wallRate(this, runner.position.steps_per_s, rates);
  }

  /** Gives each model its allowance, so that none runs too far ahead. */
  keepInStep() {
    const racing = this.runners.filter(({state}) => state === 'training');
    const limit = allowance(
      this.pacing,
      racing.map(({position}) => position),
    );
    for (const runner of racing) {
      const step = this.judge ? Math.min(limit.step, runner.upTo(this.judge)) : limit.step;
      runner.allow({...limit, step});
    }
  }

  changed() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
