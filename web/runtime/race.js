// The race: one experiment, one runner a model, and everything the page does with them. See docs/contracts.md.
import {firstFree} from '../state/palette.js';
import {kindTitle, modelNames} from '../state/names.js';
import {complete, defaultModel} from '../state/defaults.js';
import {Estimates} from './estimates.js';
import {FloorLines} from './floors.js';
import {loadOnce} from './modules.js';
import {overallState} from './overall.js';
import {allowance} from './pacing.js';
import {Planner} from './planner.js';
import {failureOf, RuntimeError} from './protocol.js';
import {Runner} from './runner.js';
import {heldOutExcerpt, TextSource} from './text_source.js';

/** @typedef {import('./types').Experiment} Experiment */
/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').Surroundings} Surroundings */

export const MODEL_LIMIT = 6;

/**
 * @fires change - anything but numbers: structure, states, messages, text, floors
 * @fires progress - new numbers; detail: the Runner
 * @fires look - a new look inside; detail: the Runner
 * @fires error - a failure that belongs to no runner; detail: Failure
 */
export class Race extends EventTarget {
  /** Plain JSON with every option spelt out; replaced, never changed in place. @type {Experiment} */
  experiment;
  /** In the order of experiment.models. @type {Runner[]} */
  runners = [];
  /** @type {import('./types').Pacing} */
  pacing = 'free';
  /** Steps per second, 0: as fast as it goes. */
  speed = 0;
  /** What the looks inside are taken on: a held-out passage until somebody types another. */
  excerpt = '';
  /** The options of the last generateAll. @type {import('./types').GenerateOptions | null} */
  generated = null;

  #surroundings;
  #text;
  #planner;
  #estimates;
  #nextId = 1;
  #ownExcerpt = false;
  #module;
  #floors;

  /** @param {Surroundings} surroundings @param {Experiment} experiment */
  constructor(surroundings, experiment) {
    super();
    this.#surroundings = surroundings;
    this.describe = surroundings.describe;
    this.corpora = surroundings.corpora;
    this.#text = new TextSource(surroundings, () => this.#changed());
    this.#module = loadOnce((tier) => surroundings.loadModule(tier));
    this.#planner = new Planner({module: () => this.#module('strict'), createWorker: surroundings.createWorker});
    this.#estimates = new Estimates(this.#planner, this.#text, this.corpora);
    this.#floors = new FloorLines(this.#planner, () => this.#changed());
    this.experiment = complete(experiment, this.describe);
    this.#adopt();
  }

  // What there is to show -------------------------------------------------------------------------------------------

  /** @returns {import('./types').TextState} */
  get text() {
    return this.#text.state;
  }

  get floors() {
    return this.#floors.state;
  }

  /** @returns {number} the learning rate of the experiment as it stands */
  get lr() {
    return Number(this.experiment.train.optimizer?.lr ?? NaN);
  }

  /** Whether anything was learned that a restart would lose. */
  get started() {
    return this.runners.some((runner) => runner.step > 0);
  }

  get state() {
    return overallState(this.runners);
  }

  // Running ---------------------------------------------------------------------------------------------------------

  /**
   * Starts the planner, and says what the models cost. Trains nothing.
   * @param {{eager?: boolean}} [how] eager: also fetches what training will need, and computes the floors
   */
  async preload({eager = false} = {}) {
    await this.#estimateAll();
    if (!eager) return;
    await Promise.all([this.#load(), this.#module(this.experiment.train.tier ?? 'strict')]).catch((error) =>
      this.dispatchEvent(new CustomEvent('error', {detail: failureOf(error)})),
    );
    await this.computeFloors();
  }

  /** Opens the models without training them. */
  async prepare() {
    await Promise.all(this.runners.map((runner) => runner.prepare()));
  }

  /** Trains every model but those paused by their own button; all of them if all are. */
  train() {
    const held = this.runners.every((runner) => runner.held);
    this.#pace();
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
  async reset() {
    await Promise.all(this.runners.map((runner) => runner.reset()));
    this.#changed();
  }

  /** @param {import('./types').Pacing} pacing */
  setPacing(pacing) {
    this.pacing = pacing;
    this.#pace();
    this.#changed();
  }

  /** @param {number} steps_per_second 0: as fast as it goes */
  setSpeed(steps_per_second) {
    this.speed = steps_per_second;
    for (const runner of this.runners) runner.setPace(steps_per_second);
    this.#changed();
  }

  /** Live: nothing restarts. @param {number} value */
  setLr(value) {
    const {train} = this.experiment;
    const optimizer = {.../** @type {{kind: string}} */ (train.optimizer), lr: value};
    this.experiment = {...this.experiment, train: {...train, optimizer}};
    for (const runner of this.runners) runner.setLr(value);
    this.#changed();
  }

  // Changing the experiment: each first asks the engine, and changes nothing if that refuses ------------------------

  /** @param {ModelJson} model */
  async addModel(model) {
    if (this.runners.length >= MODEL_LIMIT)
      throw new RuntimeError('invalid', `A race has at most ${MODEL_LIMIT} models; remove one first.`, 'models');
    await this.#change({...this.experiment, models: [...this.experiment.models, model]}, [this.runners.length]);
  }

  /** @param {number} index */
  async copyModel(index) {
    await this.addModel(structuredClone(this.experiment.models[index]));
  }

  /** @param {number} index */
  removeModel(index) {
    if (this.runners.length === 1) throw new RuntimeError('invalid', 'A race needs at least one model.', 'models');
    const keep = (/** @type {unknown} */ _, /** @type {number} */ i) => i !== index;
    this.runners[index].close();
    this.experiment = {...this.experiment, models: this.experiment.models.filter(keep)};
    this.runners = this.runners.filter(keep);
    this.#rename();
    this.#pace();
    this.#changed();
  }

  /** Restarts that model only. @param {number} index @param {ModelJson} model */
  async updateModel(index, model) {
    const models = this.experiment.models.map((other, i) => (i === index ? model : other));
    await this.#change({...this.experiment, models}, [index]);
  }

  /** Restarts all. @param {Experiment['task']} task */
  async updateTask(task) {
    await this.#change({...this.experiment, task}, this.#all());
  }

  /** Restarts all. @param {Experiment['train']} train */
  async updateTrain(train) {
    await this.#change({...this.experiment, train}, this.#all());
  }

  /** Everything at once, as a link does. @param {Experiment} experiment */
  async setExperiment(experiment) {
    const models = experiment.models.map((_, i) => i);
    await this.#change(experiment, models, true);
  }

  /** Resizes the other models to about as many parameters as model `index` has. @param {number} index */
  async matchParameters(index) {
    const [{parameters}] = await this.#estimates.of(this.experiment, [index]);
    const others = this.#all().filter((i) => i !== index);
    const models = [...this.experiment.models];
    for (const i of others) models[i] = await this.#estimates.match(this.experiment, i, parameters);
    const resized = others.filter((i) => JSON.stringify(models[i]) !== JSON.stringify(this.experiment.models[i]));
    if (resized.length) await this.#change({...this.experiment, models}, resized);
  }

  /** The reader's own text; the engine says why if it cannot be learned from. @param {Uint8Array} bytes @param {string} title */
  async setOwnText(bytes, title) {
    const info = await this.#planner.textInfo(bytes);
    const {text: _, ...task} = this.experiment.task;
    await this.#planner.checkText(this.#plain({...task, corpus: 'own'}), bytes);
    const text = this.#text.setOwn(bytes, title, info);
    await this.updateTask({...task, corpus: 'own', ...(text !== undefined && {text})});
  }

  /** What model `index` would cost as `model`; for editors, so answers may be shared. @param {number} index @param {ModelJson} model */
  async estimate(index, model) {
    const models = this.experiment.models.map((other, i) => (i === index ? model : other));
    return this.#estimates.soon(complete({...this.experiment, models}, this.describe), index);
  }

  // Looking and asking ----------------------------------------------------------------------------------------------

  /** Every model continues the prompt; answers appear in runner.generated. @param {import('./types').GenerateOptions} options */
  async generateAll(options) {
    this.generated = options;
    await Promise.all(this.runners.map((runner) => runner.generate(options)));
  }

  /** The passage that the looks inside are taken on; '' goes back to the held-out one. @param {string} text */
  async setExcerpt(text) {
    this.#ownExcerpt = text !== '';
    this.excerpt = text || heldOutExcerpt(await this.#text.load(this.experiment.task));
    for (const runner of this.runners) runner.sendWatch();
    this.#changed();
  }

  /** @param {number} index @param {string[]} taps [] stops looking */
  setWatched(index, taps) {
    this.runners[index].setWatched(taps);
  }

  /** The losses of count models on the same held-out text; computed once a task. */
  async computeFloors() {
    await this.#floors.compute(this.#plain(this.experiment.task), () => this.#load());
  }

  /** Ends every worker. */
  close() {
    for (const runner of this.runners) runner.close();
    this.#planner.close();
  }

  // Inside ----------------------------------------------------------------------------------------------------------

  /** An experiment whose one model nobody can object to, to ask about its task. @param {Experiment['task']} task */
  #plain(task) {
    const models = [defaultModel(this.describe.models[0].kind, this.describe)];
    return complete({...this.experiment, task, models}, this.describe);
  }

  #all() {
    return this.runners.map((_, i) => i);
  }

  /**
   * @param {Experiment} wanted @param {number[]} restarted indices of models that start anew
   * @param {boolean} [replace] whether the runners are made anew too
   */
  async #change(wanted, restarted, replace = false) {
    const experiment = complete(wanted, this.describe);
    const infos = await this.#estimates.of(experiment, restarted).catch((refusal) => {
      this.#text.choose(this.experiment.task);
      throw refusal;
    });
    const task_changed = JSON.stringify(experiment.task) !== JSON.stringify(this.experiment.task);
    this.experiment = experiment;
    if (replace) for (const runner of this.runners.splice(0)) runner.close();
    this.#adopt(new Set(restarted));
    restarted.forEach((i, n) => {
      this.runners[i].info = infos[n];
    });
    if (task_changed || replace) this.#forgetText();
    this.#pace();
    this.#changed();
  }

  /** Makes runners for models that have none, restarts those listed. @param {Set<number>} [restarted] */
  #adopt(restarted = new Set()) {
    const names = modelNames(this.experiment.models, this.describe);
    this.#text.choose(this.experiment.task);
    this.experiment.models.forEach((model, i) => {
      if (i >= this.runners.length) this.runners.push(this.#createRunner(model, names[i]));
      else if (restarted.has(i)) this.runners[i].restart(model, names[i]);
    });
    this.#rename();
  }

  /** @param {ModelJson} model @param {string} name */
  #createRunner(model, name) {
    const runner = new Runner({
      id: this.#nextId++,
      model,
      name,
      kind_title: kindTitle(model, this.describe),
      colour: firstFree(this.runners.map(({colour}) => colour)),
      dash: firstFree(this.runners.map(({dash}) => dash)),
      track: this.#track(),
    });
    for (const type of ['progress', 'look'])
      runner.addEventListener(type, () => this.dispatchEvent(new CustomEvent(type, {detail: runner})));
    runner.addEventListener('progress', () => {
      this.#pace();
      // Not before everybody is on the way: counting a novel takes a second of a processor.
      if (this.runners.every(({step, wanted}) => step > 0 || !wanted)) this.computeFloors();
    });
    runner.addEventListener('change', () => {
      this.#pace();
      this.#changed();
    });
    return runner;
  }

  /** @returns {import('./types').Track} */
  #track() {
    return {
      experiment: () => this.experiment,
      indexOf: (runner) => this.runners.indexOf(runner),
      text: () => this.#load(),
      module: () => this.#module(this.experiment.train.tier ?? 'strict'),
      createWorker: () => this.#surroundings.createWorker(),
      speed: () => this.speed,
      excerpt: () => this.excerpt,
    };
  }

  #rename() {
    const names = modelNames(this.experiment.models, this.describe);
    this.runners.forEach((runner, i) => {
      runner.name = names[i];
      runner.kind_title = kindTitle(runner.model, this.describe);
    });
  }

  /** The text, and with its first arrival the excerpt. */
  async #load() {
    const {task} = this.experiment;
    const bytes = await this.#text.load(task);
    if (!this.#ownExcerpt && task === this.experiment.task && !this.excerpt) this.excerpt = heldOutExcerpt(bytes);
    return bytes;
  }

  #forgetText() {
    if (!this.#ownExcerpt) this.excerpt = '';
    this.#floors.forget();
  }

  /** Fills in what the models cost, as far as the engine accepts them. */
  async #estimateAll() {
    const {experiment} = this;
    const unknown = this.#all().filter((i) => !this.runners[i].info);
    await Promise.allSettled(
      unknown.map(async (i) => {
        const runner = this.runners[i];
        try {
          const [info] = await this.#estimates.of(experiment, [i]);
          runner.info ??= info;
        } catch (refusal) {
          if (runner === this.runners[i]) runner.refuse(refusal);
        }
      }),
    );
    this.#changed();
  }

  #pace() {
    const racing = this.runners.filter(({state}) => state === 'training');
    const limit = allowance(
      this.pacing,
      racing.map(({position}) => position),
    );
    for (const runner of racing) runner.allow(limit);
  }

  #changed() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
