// The race: one experiment, one runner a model, and everything the page does with them. See docs/contracts.md.
import {firstFree} from '../state/palette.js';
import {kindTitle, modelNames} from '../state/names.js';
import {complete} from '../state/defaults.js';
import {isText} from '../state/task_kinds.js';
import {changesOf, copied} from '../state/runs.js';
import {alone, concernsModel, plain, replaced} from './alone.js';
import {Estimates} from './estimates.js';
import {loadOnce} from './modules.js';
import {Planner} from './planner.js';
import {failureOf, RuntimeError} from './protocol.js';
import {Runner} from './runner.js';
import {Studied} from './studied.js';
import {tableFacts} from './text_source.js';
import {inTurns} from './turns.js';

/** @typedef {import('./types').Experiment} Experiment @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').Surroundings} Surroundings */

export const MODEL_LIMIT = 6;

/**
 * @fires change - anything but numbers: structure, states, messages, text, floors
 * @fires progress - new numbers; detail: the Runner
 * @fires look - a new look inside; detail: the Runner
 * @fires reunited - a kept race has the data back that it learned from
 * @fires replaced - another experiment took the place of everything
 * @fires unsettled - what is written and not taken up yet is more or less than before
 * @fires error - a failure that belongs to no runner; detail: Failure
 */
export class Race extends Studied {
  #surroundings;
  #planner;
  #estimates;
  #nextId = 1;
  #module;
  #inTurn = inTurns();
  #closed = false;
  /** Counts the experiments that were to take the place of everything. */
  #wholes = 0;

  /** @param {Surroundings} surroundings @param {Experiment} experiment */
  constructor(surroundings, experiment) {
    const {createWorker, describe} = surroundings;
    const module = loadOnce((name) => surroundings.loadModule(name));
    super(surroundings, complete(experiment, describe), {module, createWorker});
    this.#surroundings = surroundings;
    this.#module = module;
    this.#planner = new Planner({module: () => module('strict'), createWorker});
    this.#estimates = new Estimates(this.#planner, this.source, surroundings);
    this.#adopt();
  }

  // Running ---------------------------------------------------------------------------------------------------------

  // Starts the planner, says what the models cost, trains nothing. eager: also fetches what training needs, computes the
  // floors; warm: before those, has the browser compile well what training will use (warm_up.js).
  async preload({eager = false, warm = /** @type {import('./types').WarmUp | null} */ (null)} = {}) {
    const fetching = eager ? this.#fetchAll() : null;
    await this.#estimates.fill(this.experiment, this.runners);
    this.changed();
    if (!(await fetching)) return;
    const fit = this.#all().filter((i) => this.runners[i].info && !this.runners[i].refused);
    await warm?.(this.#track(), this.experiment, fit, () => !this.#busy && !this.#closed);
    if (!this.#busy) await this.computeFloors(); // else when every model is on the way
  }

  /** @returns {Promise<boolean>} whether all is here */
  async #fetchAll() {
    try {
      await Promise.all([this.load(), this.#module(this.experiment.train.tier ?? 'strict')]);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      // Data that is not here yet is asked for where it is chosen, and may be kept in this browser.
      if (failure.code !== 'no_text') this.dispatchEvent(new CustomEvent('error', {detail: failure}));
      return false;
    }
  }

  /** Whether a model trains, or is about to. */
  get #busy() {
    return this.runners.some(({wanted, state}) => wanted || state === 'opening');
  }

  // Changing the experiment: each first asks the engine, and changes nothing if that refuses ------------------------

  /** @param {ModelJson} model */
  async addModel(model) {
    await this.#inTurn(async () => {
      const {length} = this.runners;
      if (length >= MODEL_LIMIT)
        throw new RuntimeError('invalid', 'trouble.many_models', {values: {most: MODEL_LIMIT}});
      await this.#change(({models}) => ({models: [...models, model]}), [length]);
    });
  }

  /** @param {number} index */
  async copyModel(index) {
    await this.addModel(copied(this.experiment.models[index]));
  }

  /** @param {number} index */
  async removeModel(index) {
    const removed = this.runners[index];
    await this.#inTurn(async () => {
      if (this.runners.length === 1) throw new RuntimeError('invalid', 'trouble.last_model');
      if (this.secure) await this.secure();
      const at = this.#placeOf(removed);
      this.runners.splice(at, 1);
      removed.close();
      this.leave(at);
      this.#rename();
      this.keepInStep();
      this.changed();
    });
  }

  /** Restarts that model only. @param {number} index @param {ModelJson} model */
  async updateModel(index, model) {
    const runner = this.runners[index];
    await this.#inTurn(async () => {
      const at = this.#placeOf(runner);
      await this.#change(({models}) => ({models: replaced(models, at, model)}), [at]);
    });
  }

  /** A model begins anew with the kept weights, as far as they fit. @param {number} index */
  async adoptWeights(index) {
    if (!this.kept) throw new RuntimeError('invalid', 'trouble.none_kept');
    const runner = this.runners[index];
    const {start} = this.kept;
    await this.updateModel(index, {...this.experiment.models[index], start});
    await runner.prepare();
  }

  /** Restarts all; models that cannot do the task say so, and the others go on. @param {Experiment['task']} task */
  async updateTask(task) {
    const awaits = task.corpus === 'own' ? undefined : null;
    await this.#inTurn(() => this.#change(() => ({task}), this.#all(), {tolerant: true, awaits}));
  }

  /** Restarts all. @param {Experiment['train']} train */
  async updateTrain(train) {
    await this.#inTurn(() => this.#change(() => ({train}), this.#all(), {tolerant: true}));
  }

  /** Everything at once, as a link does; rejects with code "superseded" where another came meanwhile. @param {Experiment} experiment */
  async setExperiment(experiment) {
    const all = [...experiment.models.keys()];
    const whole = ++this.#wholes;
    await this.#inTurn(async () => {
      if (whole !== this.#wholes) throw new RuntimeError('superseded', 'trouble.superseded');
      await this.#change(() => experiment, all, {replace: true, tolerant: true});
    });
  }

  /** A race that was kept takes the place of everything, as it was; nothing trains before somebody says so. @param {import('./kept').KeptRace} kept */
  async restore({experiment, moved_lr, own, awaits, models}) {
    const whole = ++this.#wholes;
    await this.#inTurn(async () => {
      if (whole !== this.#wholes) throw new RuntimeError('superseded', 'trouble.superseded');
      if (own) await this.#bring(experiment.task, own);
      const all = [...experiment.models.keys()];
      await this.#change(() => experiment, all, {replace: true, tolerant: true, awaits});
      this.runners.forEach((runner, k) => models[k] && !runner.refused && runner.takeUp(models[k]));
      this.resumeRate(moved_lr);
      this.changed();
    });
  }

  /** Resolves when all changes that were asked for are made, or refused. */
  async settled() {
    await this.#inTurn(async () => {});
  }

  /** Resizes the other models to about as many parameters as model `index` has. @param {number} index */
  async matchParameters(index) {
    await this.#inTurn(async () => {
      const models = await this.#estimates.matched(this.experiment, index);
      const resized = this.#all().filter((i) => models[i] !== this.experiment.models[i]);
      await this.#change(() => ({models}), resized);
    });
  }

  /** The reader's own text or table; the engine says why if it cannot be learned from. A race that awaits this very one goes on with it. @param {Uint8Array} bytes @param {string} title */
  async setOwnText(bytes, title) {
    await this.#inTurn(async () => {
      const {text: _, ...task} = this.experiment.task;
      const facts = this.readsText ? await this.#planner.textInfo(bytes) : tableFacts(bytes);
      const awaited = await this.awaited?.find(bytes);
      if (!awaited) await this.#checkData({...task, corpus: 'own'}, bytes);
      const text = this.source.setOwn(task.kind, awaited ?? bytes, title, facts);
      const own = {...task, corpus: 'own', ...(text !== undefined && {text})};
      if (awaited) return this.#reunite(own);
      await this.#change(() => ({task: own}), this.#all(), {tolerant: true, awaits: null});
      this.forgetSubject();
    });
  }

  /** Nothing begins anew: it is what they learned from. @param {Experiment['task']} task */
  #reunite(task) {
    this.source.awaited = null;
    this.become({...this.experiment, task}, false);
    this.forgetSubject();
    for (const runner of this.runners) runner.sendWatch();
    this.computeFloors();
    this.dispatchEvent(new Event('reunited'));
    this.changed();
  }

  /** Data that was learned from before. @param {Experiment['task']} task @param {{bytes: Uint8Array, title: string}} own */
  async #bring(task, {bytes, title}) {
    const facts = isText(task, this.describe) ? await this.#planner.textInfo(bytes) : tableFacts(bytes);
    this.source.setOwn(task.kind, bytes, title, facts);
  }

  /** What the models of any experiment would cost, or why they cannot be. @param {Experiment} experiment */
  costs(experiment) {
    return this.#estimates.settled(experiment, [...experiment.models.keys()]);
  }

  /** What model k tells when it is opened, though it stays closed. @param {number} k */
  async about(k) {
    return this.#planner.checkText(alone(this.experiment, k), await this.load());
  }

  /** What model `index` would cost as `model`; for editors, so answers may be shared. @param {number} index @param {ModelJson} model */
  async estimate(index, model) {
    const models = replaced(this.experiment.models, index, model);
    return this.#estimates.soon(complete({...this.experiment, models}, this.describe), index);
  }

  /** Another race in the same surroundings, which whoever asks for it closes. @param {Experiment} experiment */
  beside(experiment) {
    return new Race(this.#surroundings, experiment);
  }

  /** Ends every worker. */
  close() {
    this.#closed = true;
    super.close();
    this.#planner.close();
  }

  // Inside ----------------------------------------------------------------------------------------------------------

  /** Where a model stands by the time its turn has come: others may have gone meanwhile. @param {Runner} runner */
  #placeOf(runner) {
    const at = this.runners.indexOf(runner);
    if (at < 0) throw new RuntimeError('closed', 'trouble.gone');
    return at;
  }

  #all() {
    return this.runners.map((_, i) => i);
  }

  /**
   * @param {(now: Experiment) => Partial<Experiment>} make what differs
   * @param {number[]} restarted indices of models that start anew
   * @param {{replace?: boolean, tolerant?: boolean, awaits?: import('./kept').Awaited | null}} [how] replace: the runners are made
   *     anew too; tolerant: what the engine has against a model is that model's own affair; awaits: data that is not here
   */
  async #change(make, restarted, {replace = false, tolerant = false, awaits = replace ? null : undefined} = {}) {
    const again = new Set(restarted);
    const wanted = () => {
      const made = make(this.experiment);
      const whole = complete({...this.experiment, ...made}, this.describe);
      return this.anew(whole, again, {replace, moved: 'train' in made});
    };
    const costs = await this.#estimates.settled(wanted().experiment, restarted, awaits?.vocab_size);
    const refusal = costs.find(({error}) => error && !(tolerant && concernsModel(error)))?.error;
    if (refusal) {
      this.source.choose(this.experiment.task);
      throw refusal;
    }
    if (restarted.length && this.secure) await this.secure();
    const before = JSON.stringify(this.experiment.task);
    const {experiment, given, all} = wanted(); // asked again: the learning rate may have moved meanwhile
    this.become(experiment, all);
    if (awaits !== undefined) this.source.awaited = awaits;
    if (replace) for (const runner of this.runners.splice(0)) runner.close();
    const training = restarted.filter((i) => this.runners[i]?.wanted);
    this.#adopt(again, given);
    restarted.forEach((i, n) => {
      const {info, error} = costs[n];
      if (info) this.runners[i].info = info;
      else this.runners[i].decline(error);
    });
    if (replace || JSON.stringify(this.experiment.task) !== before) this.forgetSubject();
    // Where the others go on, so does a model that was changed in mid-race.
    if (this.state === 'training') for (const i of training) this.runners[i].train();
    this.keepInStep();
    if (replace) this.dispatchEvent(new Event('replaced'));
    this.changed();
  }

  /** Opens one of the models on data that nobody has seen yet. @param {Experiment['task']} task @param {Uint8Array} bytes */
  async #checkData(task, bytes) {
    const experiment = {...this.experiment, task};
    const fit = this.runners.findIndex(({refused}) => !refused);
    if (this.readsText) await this.#planner.checkText(plain(experiment, this.describe), bytes);
    else await this.#planner.checkText(alone(experiment, Math.max(0, fit)), bytes);
  }

  /**
   * Makes runners for models that have none, restarts those listed.
   * @param {Set<number>} [restarted] @param {import('./types').Change[][]} [given] the changes that came with each
   */
  #adopt(restarted = new Set(), given = this.experiment.models.map(changesOf)) {
    const names = this.#modelNames();
    this.source.choose(this.experiment.task);
    this.experiment.models.forEach((model, i) => {
      if (i >= this.runners.length) this.enter(this.#createRunner(model, names[i], given[i]));
      else if (restarted.has(i)) this.runners[i].restart(model, names[i], given[i]);
    });
    this.#rename();
  }

  /** @param {ModelJson} model @param {string} name @param {import('./types').Change[]} given */
  #createRunner(model, name, given) {
    return new Runner({
      id: this.#nextId++,
      model,
      name,
      given,
      kind_title: kindTitle(model, this.describe),
      colour: firstFree(this.runners.map(({colour}) => colour)),
      dash: firstFree(this.runners.map(({dash}) => dash)),
      track: this.#track(),
    });
  }

  /** @returns {import('./types').Track} */
  #track() {
    return {
      experiment: () => this.experiment,
      record: (runner, change) => this.record(runner, change),
      rewind: (runner, change) => this.rewind(runner, change),
      beginnings: () => this.beginnings,
      nameOf: (start) => this.nameOf(start),
      indexOf: (runner) => this.placeOf(runner),
      text: () => this.load(),
      awaits: () => this.awaited !== null,
      module: () => this.#module(this.experiment.train.tier ?? 'strict'),
      measuring: () => this.#module('measures'),
      createWorker: () => this.#surroundings.createWorker(),
      speed: () => this.speed,
      excerpt: () => this.excerpt,
      keeps: () => this.secure !== null,
      shown: () => this.shown,
      keepsBest: () => this.hasBest && this.judge !== null,
    };
  }

  #modelNames() {
    const {models, train} = this.experiment;
    return (this.#surroundings.modelNames ?? modelNames)(models, this.describe, train);
  }

  /** Models and data are called as the language of the page has it. */
  retell() {
    this.#rename();
    this.source.retitle();
    this.changed();
  }

  #rename() {
    const names = this.#modelNames();
    this.runners.forEach((runner, i) => {
      runner.name = names[i];
      runner.kind_title = kindTitle(runner.model, this.describe);
    });
  }
}
