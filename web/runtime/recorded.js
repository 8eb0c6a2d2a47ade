// What is changed while a race runs, and the record of it: the experiment always says what the models did and will do, so
// that its link, a checkpoint and the command do the same to the bit.
import {modelNames} from '../state/names.js';
import {
  changesOf,
  hasOwnRate,
  merged,
  needsFile,
  rateAt,
  stepsOf,
  versioned,
  withChange,
  withChanges,
} from '../state/runs.js';
import {renamed} from '../state/subject.js';
import {say} from '../words/words.js';
import {alone} from './alone.js';
import {Beginnings} from './beginnings.js';
import {RuntimeError} from './protocol.js';
import {Running} from './running.js';
import {together} from './turns.js';

/** @typedef {import('./types').Experiment} Experiment */
/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').Change} Change */
/** @typedef {import('./types').Start} Start */
/** @typedef {import('./runner.js').Runner} Runner */
/** @typedef {import('./shown_run.js').ShownRun} ShownRun */

export class Recorded extends Running {
  /** Plain JSON with every option spelt out; replaced, never changed in place. @type {Experiment} */
  experiment;
  /** Weights for other models to begin with; they outlast every change. @type {{start: Start, from: string, step: number, kind: string} | null} */
  kept = null;
  /** The learning rate as it was moved since training began; who keeps and restores a race needs it. @type {number | null} */
  moved_lr = null;
  /** The one at which they went on when their schedule had come to nothing: whoever begins anew has no part in it. @type {number | null} */
  #tail = null;

  /** @param {Experiment} experiment @param {import('./types').Description} describe @param {import('./rehearsal.js').Means} means */
  constructor(experiment, describe, means) {
    super();
    this.experiment = experiment;
    this.describe = describe;
    this.beginnings = new Beginnings(means, describe);
  }

  /** @returns {number} the learning rate of models that have none of their own, as it stands */
  get lr() {
    return this.#tail ?? this.moved_lr ?? Number(this.experiment.train.optimizer?.lr ?? NaN);
  }

  /** How the race is set up, with the learning rate as it was moved: how a model that begins now is trained. */
  get train_now() {
    return this.moved_lr === null ? this.experiment.train : merged(this.experiment.train, rate(this.moved_lr));
  }

  /** The step at which the last of them ends. */
  get steps() {
    const fit = this.runners.filter(({refused}) => !refused);
    return Math.max(...(fit.length ? fit : this.runners).map(({steps}) => steps));
  }

  /** Live: nothing restarts. Before anybody has trained it is simply the rate of the experiment. @param {number} value */
  setLr(value) {
    this.#tail = null;
    if (this.runners.some(({begun}) => begun)) {
      this.moved_lr = value;
      for (const runner of this.runners) if (!hasOwnRate(runner.model, this.experiment)) runner.change(rate(value));
    } else this.experiment = {...this.experiment, train: merged(this.experiment.train, rate(value))};
    this.changed();
  }

  /** A kept race goes on at the rate at which its models went on, but for those with one of their own. @param {number | null} moved_lr */
  resumeRate(moved_lr) {
    const {experiment} = this;
    this.#tail = null;
    this.moved_lr = moved_lr;
    const common = this.runners.filter(({model, begun}) => begun && !hasOwnRate(model, experiment));
    const [now, ...others] = new Set(common.map((runner) => rateAt(experiment, this.placeOf(runner), runner.step)));
    if (!others.length && now !== undefined && now !== this.lr) this.#tail = now;
  }

  /** Every model trains so many steps more; those that are done go on. @param {number} count */
  async addSteps(count) {
    await Promise.all(this.runners.filter(({refused}) => !refused).map((runner) => runner.addSteps(count)));
  }

  /** Those that are done go on, at a constant rate where one is told. @param {number} count @param {ReadonlyMap<Runner, number>} [rates] */
  async trainOn(count, rates = new Map()) {
    const done = this.runners.filter(({state}) => state === 'done');
    const common = done.find((runner) => rates.has(runner) && !hasOwnRate(runner.model, this.experiment));
    this.#tail = (common && rates.get(common)) ?? this.#tail;
    await Promise.all(done.map((runner) => runner.addSteps(count, constant(rates.get(runner)))));
  }

  /** One that is done goes on without the others, at a constant rate where one is told. @param {Runner} runner @param {number} count @param {number} [lr] */
  async trainAlone(runner, count, lr) {
    await runner.addSteps(count, constant(lr));
  }

  /** Back to the same initial weights; the learning rate stays where it is, what else was done is forgotten. */
  reset = together(async () => {
    if (this.secure) await this.secure();
    this.experiment = this.anew(this.experiment, new Set(this.runners.keys())).experiment;
    this.moved_lr = this.#tail = null;
    this.runners.forEach((runner, k) => (runner.model = this.experiment.models[k]));
    await this.resetAll();
  });

  /**
   * An experiment in which some models begin anew: with the changes that came with them, without those made since.
   * @param {Experiment} experiment @param {Set<number>} restarted
   * @param {{replace?: boolean, moved?: boolean}} [how] replace: nothing of this race is meant; moved: the experiment
   *     says itself how all are trained
   */
  anew(experiment, restarted, {replace = false, moved = false} = {}) {
    const all = restarted.size === experiment.models.length;
    const given = experiment.models.map((model, k) => this.#givenTo(model, replace ? undefined : this.runners[k]));
    let now = replace ? experiment : renamed(this.experiment, experiment, this.describe);
    if (all && !replace && !moved && this.moved_lr !== null)
      now = {...now, train: merged(now.train, rate(this.moved_lr))};
    for (const k of restarted) now = withChanges(now, k, all ? given[k] : this.#joining(now, k, given[k]));
    return {experiment: versioned(now), given, all};
  }

  /** The experiment without one of its models. @param {number} k */
  leave(k) {
    this.experiment = versioned({...this.experiment, models: this.experiment.models.filter((_, i) => i !== k)});
  }

  /** @param {Experiment} experiment of anew() @param {boolean} all whether every model begins anew */
  become(experiment, all) {
    this.experiment = experiment;
    if (all) this.moved_lr = this.#tail = null;
  }

  /** @param {ShownRun} runner */
  placeOf(runner) {
    return this.runners.findIndex((one) => one === runner);
  }

  /** @param {ShownRun} runner @param {Change} change */
  record(runner, change) {
    const k = this.placeOf(runner);
    if (k >= 0) this.#setChanges(k, withChange(changesOf(this.experiment.models[k]), change));
  }

  /** The run has gone back to a step, and goes on otherwise but as far as it was to go. @param {ShownRun} runner @param {Change} change */
  rewind(runner, change) {
    const k = this.placeOf(runner);
    if (k < 0) return;
    const end = stepsOf(this.experiment, k);
    const before = changesOf(this.experiment.models[k]).filter(({step}) => step <= change.step);
    this.#setChanges(k, withChange(before, change));
    if (stepsOf(this.experiment, k) !== end) this.record(runner, {step: change.step, train: {steps: end}});
  }

  // Weights to begin with -------------------------------------------------------------------------------------------

  /** Keeps the weights of a model as they are now. @param {number} index */
  async keepWeights(index) {
    const runner = this.runners[index];
    const {bytes, step, sha256} = await runner.checkpoint();
    const start = this.#madeBy(runner, step) ?? {weights: sha256};
    this.kept = {start, from: runner.name, step, kind: runner.model.kind};
    const used = this.experiment.models.flatMap((model) => /** @type {Start[]} */ (model.start ? [model.start] : []));
    this.beginnings.retain([start, ...used]);
    this.beginnings.keep(start, bytes);
    this.changed();
  }

  /** The file that a model begins with, by the reader's hand. @param {number} index @param {Uint8Array} bytes */
  async supplyWeights(index, bytes) {
    const runner = this.runners[index];
    const {start} = runner;
    if (!start) throw new RuntimeError('invalid', 'trouble.none_kept');
    this.beginnings.keep(start, bytes);
    await runner.act('dismiss');
    await runner.prepare();
    if (runner.state === 'failed') this.beginnings.forget(start); // another file, as the message says
  }

  /** @param {Start} start */
  nameOf(start) {
    const {kept} = this;
    if (kept?.start === start) return say('trouble.kept_from', {model: kept.from, step: kept.step});
    if ('weights' in start) return say('begin.file');
    const name = modelNames(start.experiment.models, this.describe)[start.model] ?? '';
    return say('trouble.kept_from', {model: name, step: start.step});
  }

  /** The run that leads to these weights, where it can be trained again from its experiment alone. @param {Runner} runner @param {number} step */
  #madeBy(runner, step) {
    const k = this.placeOf(runner);
    if (k < 0 || !runner.reproducible) return null;
    const {name: _, ...experiment} = alone(this.experiment, k);
    const {task} = experiment;
    if ((task.corpus === 'own' && !task.text) || needsFile(runner.start)) return null;
    // How it trains from this step on is no matter of its weights, what was done to them is.
    const changes = changesOf(experiment.models[0]).flatMap((change) => {
      if (change.step < step) return [change];
      return change.step === step && change.edits?.length ? [{...change, train: {}}] : [];
    });
    return {experiment: withChanges(experiment, 0, changes), model: 0, step};
  }

  // Inside ----------------------------------------------------------------------------------------------------------

  /** @param {number} k @param {Change[]} changes */
  #setChanges(k, changes) {
    this.experiment = withChanges(this.experiment, k, changes);
    this.runners[k].model = this.experiment.models[k];
    this.changed();
  }

  /** An editor hands back what was recorded: that is not given. @param {ModelJson} model @param {Runner | undefined} runner */
  #givenTo(model, runner) {
    const same = runner && JSON.stringify(model.changes) === JSON.stringify(runner.model.changes);
    return same ? runner.given : changesOf(model);
  }

  /** What a model that joins a race has from the others: the learning rate as it stands. @param {Experiment} experiment @param {number} k @param {Change[]} given */
  #joining(experiment, k, given) {
    if (this.moved_lr === null || hasOwnRate(experiment.models[k], experiment)) return given;
    return withChange(given, {step: 0, train: rate(this.moved_lr)});
  }
}

/** @param {number} lr @returns {Change['train']} */
const rate = (lr) => ({optimizer: /** @type {any} */ ({lr})});

/** @param {number | undefined} lr @returns {Change['train']} */
const constant = (lr) => (lr === undefined ? {} : {...rate(lr), schedule: {kind: 'constant', warmup: 0}});
