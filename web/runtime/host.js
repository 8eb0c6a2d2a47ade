// What runs inside a worker, apart from the worker itself: one engine, at most one session, one training loop.
import {changesOf, stepsOf, trainAt, withChange, withChanges} from '../state/runs.js';
import {inspect} from './inspect.js';
import {Measuring} from './measuring.js';
import {compiled} from './modules.js';
import {FATAL, answerRequests, failureOf, lineTo, RuntimeError} from './protocol.js';
import {savedState} from './saved_state.js';
import {TrainingLoop} from './training_loop.js';

/**
 * @typedef {object} HostSurround
 * @property {(options: {module: any, tier: import('./types').Tier}) => Promise<any>} createEngine of wasm_bindings/engine.js
 * @property {(message: object, transfer?: Transferable[]) => void} post
 * @property {() => number} now
 * @property {(callback: () => void) => void} defer
 * @property {(callback: () => void, ms: number) => void} later
 */

/** @param {HostSurround} surround @returns {(message: any) => Promise<unknown>} what to call with each message */
export function createHost(surround) {
  const line = lineTo({
    post: surround.post,
    receive: (message) => answer(message),
    longest: () => host.longest,
  });
  const host = new Host({...surround, post: line.post});
  const answer = answerRequests(host.handlers(), line.post, (error) => host.failed(error));
  return line.hear;
}

class Host {
  /** @type {any} */
  #engine = null;
  /** @type {any} */
  #session = null;
  /** @type {TrainingLoop | null} */
  #loop = null;
  /** @type {Measuring | null} */
  #measuring = null;
  /** The experiment as opened, and what model of it. @type {{experiment: any, model: number} | null} */
  #opening = null;
  /** The same with what was changed since. @type {any} */
  #experiment = null;
  #dead = false;

  /** @param {HostSurround} surround */
  constructor(surround) {
    this.surround = surround;
  }

  /** Milliseconds of the longest step so far, with what was done in the same slice; 0 before the first. */
  get longest() {
    return this.#loop?.longest ?? 0;
  }

  /** A handler's name is the request's type; what it returns is the answer. @returns {Record<string, (data: any) => any>} */
  handlers() {
    return {
      start: (data) => this.#start(data).then(() => {}),
      open: (data) => this.#open(data),
      ...this.#trainingHandlers(),
      ...this.#sessionHandlers(),
      ...this.#engineHandlers(),
    };
  }

  /** @param {unknown} error */
  failed(error) {
    if (this.#dead || !FATAL.has(failureOf(error).code)) return;
    this.#dead = true;
    this.surround.post({type: 'fatal', data: failureOf(error)});
  }

  /** @returns {Record<string, (data: any) => any>} */
  #trainingHandlers() {
    return {
      run: (data) => this.#training().run(data),
      pause: () => this.#training().pause(),
      step: (data) => this.#training().advance(data),
      allow: (data) => this.#training().allow(data),
      pace: ({value}) => this.#training().setPace(value),
      change: ({train}) => this.#change(train),
      keep_best: ({below}) => void (this.#training().lowest = below ?? -Infinity),
      signals: ({on}) => void (this.#training().signals = on),
      reset: () => this.#reset(),
      load: (data) => this.#training().load(data),
      watch: (data) => this.#training().watch(data),
      show: (data) => this.#training().show(data.count > 0 ? data : null),
      adopt: ({bytes}) => this.#training().adopt(bytes),
    };
  }

  /** @returns {Record<string, (data: any) => any>} */
  #sessionHandlers() {
    return {
      generate: (data) => this.#training().ask('generate', data),
      inspect: ({text, taps}) => {
        const {look, transfer} = inspect(this.#opened(), text, taps);
        return {posted: {data: {step: this.#loop?.step, ...look}, transfer}};
      },
      answer: (data) => this.#opened().answer(data),
      examples: (data) => this.#training().ask('examples', data),
      evaluate: () => this.#training().ask('evaluate'),
      ...this.#measuringHandlers(),
      hash: () => ({sha256: this.#opened().weightsSha256()}),
      save: ({hash = false, file = false}) => {
        const session = this.#opened();
        const {step, seconds} = this.#training();
        const {data, transfer} = savedState(session, file);
        const sha256 = data.sha256 ?? (hash ? session.weightsSha256() : '');
        return {posted: {data: {...data, step, seconds, sha256}, transfer}};
      },
      close: () => this.#close(),
    };
  }

  /** Whoever asks before the engine of measures is there is told so, and brings it. @returns {Record<string, (data: any) => any>} */
  #measuringHandlers() {
    const lacks = () => !this.#opened() || !this.#measuring?.ready;
    return {
      equip: (data) => this.#opened() && this.#measuring?.equip({...data, ...this.#opening}),
      measures: () => (lacks() ? {lacks: true} : {measures: this.#measuring?.measures()}),
      measure: async (data) => {
        if (lacks()) return {lacks: true};
        const found = await this.#training().measure(data, this.#measuring);
        const transfer = found.arrays.map((/** @type {{data: Float32Array}} */ {data}) => data.buffer);
        return {posted: {data: found, transfer}};
      },
    };
  }

  /** Questions to the engine that need no session: what the planner asks. @returns {Record<string, (data: any) => any>} */
  #engineHandlers() {
    const engine = () => this.#alive() && this.#engine;
    return {
      estimate: ({experiment, model, vocab_size}) => engine().estimate(experiment, model, vocab_size),
      match: ({experiment, model, parameters, vocab_size}) => engine().match(experiment, model, parameters, vocab_size),
      text_info: ({text}) => engine().textInfo(text),
      check_text: ({experiment, text}) => {
        const session = engine().open(experiment, 0, text);
        session.close();
        return session.info;
      },
      floors: ({experiment, text}) => ({levels: engine().floors(experiment, text)}),
    };
  }

  #alive() {
    if (this.#dead) throw new RuntimeError('worker_died', 'trouble.restart');
    return true;
  }

  /** @param {{module: any, tier: import('./types').Tier}} data */
  async #start({module, tier}) {
    this.#alive();
    this.#engine ??= await this.surround.createEngine({module: await compiled(module), tier});
  }

  /** @param {{module: any, tier: import('./types').Tier, experiment: any, model: number, text: Uint8Array, keeps?: boolean}} data */
  async #open({module, tier, experiment, model, text, keeps = false}) {
    await this.#start({module, tier});
    this.#close();
    this.#session = this.#engine.open(experiment, model, text);
    const info = this.#session.info;
    this.#opening = {experiment, model};
    this.#experiment = experiment;
    this.#loop = new TrainingLoop(
      this.#session,
      {...planOf(experiment, model, info), keeps},
      {
        emit: (type, data, transfer) => this.surround.post({type, data}, transfer),
        now: this.surround.now,
        defer: this.surround.defer,
        later: this.surround.later,
        fail: (error) => this.#broken(error),
      },
    );
    const session = this.#session;
    const loop = this.#loop;
    this.#measuring = new Measuring(this.surround.createEngine, () => ({session, step: loop.step}), this.surround.now);
    return info;
  }

  /** @param {any} train @returns {import('./types').Change} */
  #change(train) {
    const loop = this.#training();
    const taken = loop.change(train);
    const {model} = /** @type {{model: number}} */ (this.#opening);
    const changes = withChange(changesOf(this.#experiment.models[model]), taken);
    this.#experiment = withChanges(this.#experiment, model, changes);
    loop.endAt(stepsOf(this.#experiment, model));
    return taken;
  }

  /** As opened: what was changed since is gone. */
  #reset() {
    const loop = this.#training();
    loop.reset();
    const {experiment, model} = /** @type {{experiment: any, model: number}} */ (this.#opening);
    this.#experiment = experiment;
    loop.endAt(stepsOf(experiment, model));
  }

  /** A failure inside the training loop has no request to answer: it is always worth a new worker. @param {unknown} error */
  #broken(error) {
    this.#dead = true;
    this.surround.post({type: 'fatal', data: failureOf(error)});
  }

  #opened() {
    this.#alive();
    if (!this.#session) throw new RuntimeError('internal', 'trouble.internal', {values: {reason: 'no-session'}});
    return this.#session;
  }

  #training() {
    this.#opened();
    return /** @type {TrainingLoop} */ (this.#loop);
  }

  #close() {
    this.#loop?.end();
    this.#session?.close();
    this.#measuring?.close();
    this.#session = this.#loop = this.#measuring = null;
  }
}

/**
 * What the loop has to know of an experiment; `info` has the engine's own numbers.
 * @param {any} experiment @param {number} model @param {any} info
 */
function planOf(experiment, model, info) {
  const {task, train} = experiment;
  const {flops_per_step, flops_per_token, generates: writes = true} = info;
  // A model that counts has no operations to tell its characters by.
  const tokens_per_step = Math.round(flops_per_step / flops_per_token) || train.batch_size * (task.length ?? 1);
  const {seed = 1} = trainAt(experiment, model, 0);
  const steps = stepsOf(experiment, model);
  return {steps, eval_every: train.eval_every, seed, tokens_per_step, flops_per_step, writes};
}
