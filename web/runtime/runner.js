// One model of the race: its worker, its curves, its state. It survives its worker.
import {alone, renumbered} from './alone.js';
import {failureOf, RuntimeError} from './protocol.js';
import {Record} from './record.js';
import * as sentences from './sentences.js';
import {openSession} from './session.js';
import {ShownRun} from './shown_run.js';
import {Slot} from './slot.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').RunnerState} RunnerState */

/** Failures that say nothing about the model. */
const PASSING = new Set(['closed', 'network', 'worker_died', 'trap', 'out_of_memory']);
/** How often a look inside is taken while training, at most. */
const LOOK_EVERY_MS = 250;
/** Nothing is left to train. @type {Set<RunnerState>} */
const OVER = new Set(['unavailable', 'done', 'not_finite']);

export class Runner extends ShownRun {
  #track;
  #slot = new Slot((hooks) => this.#connect(hooks), {
    onEvent: (type, data) => this.#heard(type, data),
    onDeath: (error) => this.#died(error),
    onFilled: (opened) => this.#restore(opened),
  });
  #wanted = false;
  /** Counts the orders to train: what is told of an older one is out of date. */
  #turn = 0;
  /** The step that the last dead worker was restored to. */
  #diedAt = -1;
  /** @type {number | null} */
  #lr = null;
  /** @type {string[]} */
  #taps = [];
  #allowed = {step: Infinity, seconds: Infinity};
  /** Weights of another model that this one begins with. @type {Uint8Array | null} */
  #foreign = null;

  /** @param {ConstructorParameters<typeof ShownRun>[0]} of */
  constructor(of) {
    super(of);
    this.#track = of.track;
  }

  /** Whether it is training, or will as soon as it is open. */
  get wanted() {
    return this.#wanted;
  }

  // What the page and the race do -----------------------------------------------------------------------------------

  /** Opens the model without training it. Resolves when it is ready, or has said why not. */
  async prepare() {
    if (this.refused) return;
    const {epoch} = this.#slot;
    await this.#slot.open().catch((error) => epoch === this.#slot.epoch && this.refuse(error));
  }

  /** Trains until the end, a pause or a failure. */
  train() {
    if (this.refused || OVER.has(this.state)) return;
    this.held = false;
    return this.#go('run', () => ({pace: this.#track.speed()}));
  }

  /** The runner's own button. */
  resume() {
    return this.train();
  }

  /** The runner's own button: the race's Train leaves it paused. */
  pause() {
    this.held = true;
    this.halt();
  }

  /** The race's Pause. It shows at once; the worker hears of it after the step that it is in. */
  halt() {
    this.#wanted = false;
    if (this.state !== 'training') return this.changed();
    this.#ask('pause');
    this.waiting = false;
    this.setState('paused');
  }

  /** @param {number} count steps */
  advance(count) {
    if (this.refused || OVER.has(this.state)) return;
    return this.#go('step', () => ({count}));
  }

  /** The same weights, step 0. */
  async reset() {
    if (this.refused) return;
    this.#wanted = false;
    this.#forget();
    this.#lr = null;
    this.held = false;
    this.message = null;
    if (this.#slot.connection && this.state !== 'failed') {
      this.#slot.busy = false;
      this.setState('ready');
      await this.#slot.requestDeaf('reset').catch((error) => this.#mention(error));
      if (this.#foreign) await this.#ask('adopt', {bytes: this.#foreign});
      await this.#ask('lr', {value: this.#baseLr});
      this.sendWatch(); // the look and the answers that followed the reset were not heard
      this.sendShown();
    } else {
      this.#disconnect();
      this.setState('idle');
    }
  }

  /** Another model takes this one's place, in its colours. @param {ModelJson} model @param {string} name */
  restart(model, name) {
    this.#disconnect();
    this.#forget();
    this.#lr = null;
    this.model = model;
    this.name = name;
    this.message = null;
    this.info = null;
    this.refused = false;
    this.#foreign = this.adopted = null;
    this.setState('idle');
  }

  /** Ends the worker for good. */
  close() {
    this.#disconnect();
  }

  /** A button of `message` was pressed. @param {Message['actions'][number]['id']} id */
  async act(id) {
    if (id === 'gentler') return this.#goOnGently();
    this.message = null;
    this.#diedAt = -1;
    this.changed();
    if (id === 'retry') await this.train();
  }

  /** @param {number} value the race's live learning rate */
  setLr(value) {
    this.#lr = null;
    this.record.meter.lr = value;
    this.#ask('lr', {value});
  }

  /** @param {number} value steps per second, 0: unlimited */
  setPace(value) {
    this.#ask('pace', {value});
  }

  /** @param {{step: number, seconds: number}} limit */
  allow(limit) {
    if (limit.step === this.#allowed.step && limit.seconds === this.#allowed.seconds) return;
    this.#allowed = limit;
    if (this.release()) this.#slot.busy = true;
    this.#ask('allow', limit);
  }

  /** Taps to look at while training, none to stop. @param {string[]} names */
  setWatched(names) {
    this.#taps = names;
    this.sendWatch();
  }

  /** Tells the worker what to look at; also after the excerpt changed. */
  sendWatch() {
    this.#ask('watch', this.#watched);
  }

  /** Tells the worker which held-out examples to answer. */
  sendShown() {
    this.#ask('show', this.#track.shown());
  }

  /** Continues a text; it appears in `generated`. @param {import('./types').GenerateOptions} options */
  async generate(options) {
    const meanwhile = {text: '', prompt_used: options.prompt};
    await this.continuation.ask(meanwhile, async () => (await this.#slot.open()).request('generate', options));
  }

  /** Answers a prompt of the task; it appears in `answered`. @param {import('./types').AnswerOptions} options */
  async answer(options) {
    const {prompt} = options;
    await this.reply.ask({item: null, prompt}, async () => {
      const {item} = await (await this.#slot.open()).request('answer', options);
      return {item, prompt};
    });
  }

  /**
   * Begins anew with weights of another model, as far as their names and shapes are the same.
   * @param {Uint8Array} bytes what save() gave @param {string} from whose they are
   */
  async adopt(bytes, from) {
    await this.reset();
    const connection = await this.#slot.open();
    const {adopted, fresh} = await connection.request('adopt', {bytes});
    this.#foreign = bytes;
    this.adopted = {from, adopted, fresh};
    this.changed();
  }

  /** SHA-256 of the weights, in hexadecimal. @returns {Promise<string>} */
  async hash() {
    return (await (await this.#slot.open()).request('hash')).sha256;
  }

  /** The whole state of the run as safetensors. @returns {Promise<Uint8Array>} */
  async save() {
    return (await (await this.#slot.open()).request('save')).bytes;
  }

  // The worker's side -----------------------------------------------------------------------------------------------

  get #watched() {
    return {text: this.#track.excerpt(), taps: this.#taps, every_ms: LOOK_EVERY_MS};
  }

  get #baseLr() {
    return Number(this.#track.experiment().train.optimizer?.lr ?? NaN);
  }

  /** @param {'run' | 'step'} request @param {() => object} data */
  async #go(request, data) {
    this.#wanted = true;
    const {epoch} = this.#slot;
    try {
      const connection = await this.#slot.open();
      if (epoch !== this.#slot.epoch || !this.#wanted) return;
      this.#slot.busy = true;
      this.waiting = false;
      this.setState('training');
      await connection.request(request, {...data(), turn: ++this.#turn});
    } catch (error) {
      if (epoch === this.#slot.epoch) this.refuse(error);
    }
  }

  /** @param {import('./slot.js').Hooks} hooks */
  #connect(hooks) {
    this.setState('opening');
    return openSession({...this.#track, ...hooks, request: () => this.#openRequest()});
  }

  #openRequest() {
    const experiment = this.#track.experiment();
    return {tier: experiment.train.tier, experiment: alone(experiment, this.#track.indexOf(this)), model: 0};
  }

  /** Brings a fresh session to where this run is. @param {import('./slot.js').Opened} opened */
  async #restore({connection, info}) {
    this.info = info;
    if (this.record.saved) await connection.request('load', this.record.saved);
    else if (this.#foreign) await connection.request('adopt', {bytes: this.#foreign});
    // Always: it may have been moved while the worker started, and a checkpoint brings the one of its own time.
    await Promise.all([
      connection.request('lr', {value: this.#lr ?? this.#baseLr}),
      connection.request('allow', this.#allowed),
      connection.request('watch', this.#watched),
      ...(this.#track.shown().count > 0 ? [connection.request('show', this.#track.shown())] : []),
    ]);
    this.setState(this.step === 0 ? 'ready' : this.step < this.steps ? 'paused' : 'done');
  }

  /** A request whose failure is told by the worker's own events. @param {string} type @param {object} [data] */
  async #ask(type, data = {}) {
    await this.#slot.connection?.request(type, data).catch((error) => this.#mention(error));
  }

  /** @param {string} type @param {any} data */
  #heard(type, data) {
    if (type === 'progress') this.record.progress(data);
    else if (type === 'held_out') this.record.evaluation(data);
    else if (type === 'saved') this.record.keep(data);
    else if (type === 'look') this.look = data;
    else if (type === 'stopped') this.#onStopped(data);
    else if (type === 'fatal') this.#died(new RuntimeError(data.code, data.message, data.where));
    else if (type === 'examples') this.record.examples = data;
    if (type === 'progress' || type === 'held_out' || type === 'examples') this.tell('progress');
    else if (type === 'look') this.tell('look');
  }

  /** @param {{reason: string, turn: number}} stopped */
  #onStopped({reason, turn}) {
    if (turn !== this.#turn) return; // it trains again
    if (reason === 'allowed' && !this.#wanted) return; // it was paused meanwhile
    this.#slot.busy = false;
    if (reason === 'allowed') {
      this.waiting = true;
      return this.tell('progress');
    }
    this.#wanted = this.waiting = false;
    if (reason === 'not_finite') {
      const clip_norm = Number(this.#track.experiment().train.clip_norm ?? 0);
      this.message = sentences.notFinite({step: this.step, lr: this.#lr ?? this.#baseLr, clip_norm});
    }
    this.setState(/** @type {RunnerState} */ (reason));
  }

  /** A new worker takes over from the last checkpoint; not twice from the same one. @param {RuntimeError} error */
  #died(error) {
    const training = this.#wanted;
    const {saved} = this.record;
    const again = this.#diedAt === (saved?.step ?? 0);
    this.#diedAt = saved?.step ?? 0;
    this.#disconnect();
    this.#goBack(saved);
    this.message = again ? sentences.gaveUp(error, this.step) : sentences.restored(error, this.step);
    if (again) return this.setState('failed');
    this.setState('idle');
    if (training) this.train();
    else this.prepare();
  }

  /** After a loss that was no number: the last good checkpoint, or the beginning, with a tenth of the learning rate. */
  async #goOnGently() {
    this.#lr = (this.#lr ?? this.#baseLr) / 10; // not the one of the last step, which the schedule has scaled already
    this.#disconnect();
    this.#goBack(this.record.good);
    this.message = null;
    this.setState('idle');
    await this.train();
  }

  /** @param {import('./record.js').Checkpoint | null} checkpoint */
  #goBack(checkpoint) {
    this.record.goBack(checkpoint);
    this.tell('progress');
  }

  /** Forgets what was learned. */
  #forget() {
    this.record = new Record();
    this.#diedAt = -1;
    this.continuation.forget();
    this.reply.forget();
    this.look = null;
    this.waiting = false;
    this.tell('progress');
  }

  #disconnect() {
    this.#wanted = this.waiting = false;
    this.#slot.close();
  }

  /** The engine will not have this model as it is, or not for this task. @param {unknown} error */
  decline(error) {
    this.refuse(error);
    this.refused = !PASSING.has(failureOf(error).code);
  }

  /** It cannot be opened, or could not be; the message says why. @param {unknown} error */
  refuse(error) {
    const failure = renumbered(error, this.#track.indexOf(this));
    if (failure.code === 'closed') return;
    this.#wanted = false;
    this.message = sentences.refused(failure);
    this.setState(sentences.UNAVAILABLE.has(failure.code) ? 'unavailable' : 'failed');
  }

  /** A request failed while the model itself goes on. @param {unknown} error */
  #mention(error) {
    const failure = failureOf(error);
    if (['closed', 'worker_died', 'trap', 'out_of_memory', 'internal'].includes(failure.code)) return;
    this.message = sentences.mentioned(failure);
    this.changed();
  }
}
