// One model of the race: its worker, its curves, its state. It survives its worker.
import {alone, renumbered} from './alone.js';
import {failureOf, RuntimeError} from './protocol.js';
import {Record} from './record.js';
import * as sentences from './sentences.js';
import {openSession} from './session.js';
import {Prompt} from './prompt.js';
import {Slot} from './slot.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').RunnerState} RunnerState */
/** @typedef {import('./types').Track} Track */

/** How often a look inside is taken while training, at most. */
const LOOK_EVERY_MS = 250;

export class Runner extends EventTarget {
  /** @type {RunnerState} */
  state = 'idle';
  /** Held back by the pacing of the race. */
  waiting = false;
  /** Paused by its own button; the race's Train leaves it alone. */
  held = false;
  /** @type {Message | null} */
  message = null;
  /** @type {import('./types').Info | null} */
  info = null;
  /** @type {import('./types').Look | null} */
  look = null;

  #track;
  #record = new Record();
  #prompt = new Prompt(() => this.#changed());
  #slot = new Slot((hooks) => this.#connect(hooks), {
    onEvent: (type, data) => this.#heard(type, data),
    onDeath: (error) => this.#died(error),
    onFilled: (opened) => this.#restore(opened),
  });
  #wanted = false;
  /** The step that the last dead worker was restored to. */
  #diedAt = -1;
  /** @type {number | null} */
  #lr = null;
  /** @type {string[]} */
  #taps = [];
  #allowed = {step: Infinity, seconds: Infinity};

  /** @param {{id: number, model: ModelJson, name: string, kind_title: string, colour: number, dash: number, track: Track}} of */
  constructor({id, model, name, kind_title, colour, dash, track}) {
    super();
    this.id = id;
    this.model = model;
    this.name = name;
    this.kind_title = kind_title;
    this.colour = colour;
    this.dash = dash;
    this.#track = track;
  }

  // What the page shows ---------------------------------------------------------------------------------------------

  /** @returns {import('./types').Latest} */
  get latest() {
    return this.#record.meter.latest(this.#steps);
  }

  get step() {
    return this.#record.meter.step;
  }

  /** 0 to 1 */
  get progress() {
    return this.#steps > 0 ? Math.min(1, this.step / this.#steps) : 0;
  }

  /** What it writes at present. */
  get sample() {
    return this.#record.sample;
  }

  /** What it made of the last prompt. */
  get generated() {
    return this.#prompt.state;
  }

  /** Whether it is training, or will as soon as it is open. */
  get wanted() {
    return this.#wanted;
  }

  /** Where this model is, for the pacing. */
  get position() {
    const {step, seconds, steps_per_s} = this.#record.meter;
    return {step, seconds, steps_per_s};
  }

  /**
   * @param {'train' | 'smooth' | 'held_out'} kind @param {import('./types').Axis} axis
   * @param {number} [max_points] @param {number} [smooth] for 'smooth': what each step keeps of the mean before it
   * @returns {import('./types').Curve}
   */
  curve(kind, axis, max_points = 1000, smooth = 0.98) {
    return this.#record.curve(kind, axis, max_points, smooth);
  }

  // What the page and the race do -----------------------------------------------------------------------------------

  /** Opens the model without training it. Resolves when it is ready, or has said why not. */
  async prepare() {
    const {epoch} = this.#slot;
    await this.#slot.open().catch((error) => epoch === this.#slot.epoch && this.refuse(error));
  }

  /** Trains until the end, a pause or a failure. */
  train() {
    if (this.state === 'unavailable' || this.state === 'done' || this.state === 'not_finite') return;
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

  /** The race's Pause. */
  halt() {
    this.#wanted = false;
    if (this.state === 'training') this.#ask('pause');
    this.#changed();
  }

  /** @param {number} count steps */
  advance(count) {
    if (this.state === 'unavailable' || this.state === 'done' || this.state === 'not_finite') return;
    return this.#go('step', () => ({count}));
  }

  /** The same weights, step 0. */
  async reset() {
    this.#wanted = false;
    this.#forget();
    this.#lr = null;
    this.held = false;
    this.message = null;
    if (this.#slot.connection && this.state !== 'failed') {
      this.#slot.busy = false;
      this.#setState('ready');
      await this.#slot.requestDeaf('reset').catch((error) => this.#mention(error));
      await this.#ask('lr', {value: this.#baseLr});
      this.sendWatch(); // the look that followed the reset was not heard
    } else {
      this.#disconnect();
      this.#setState('idle');
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
    this.#setState('idle');
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
    this.#changed();
    if (id === 'retry') await this.train();
  }

  /** @param {number} value the race's live learning rate */
  setLr(value) {
    this.#lr = null;
    this.#record.meter.lr = value;
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
    if (this.waiting) this.#slot.busy = true;
    this.waiting = false;
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

  /** Continues a prompt; the answer appears in `generated`. @param {import('./types').GenerateOptions} options */
  async generate(options) {
    await this.#prompt.ask(options, async () => (await this.#slot.open()).request('generate', options));
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

  get #steps() {
    return Number(this.#track.experiment().train.steps ?? 0);
  }

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
      this.#setState('training');
      await connection.request(request, data());
    } catch (error) {
      if (epoch === this.#slot.epoch) this.refuse(error);
    }
  }

  /** @param {import('./slot.js').Hooks} hooks */
  #connect(hooks) {
    this.#setState('opening');
    return openSession({...this.#track, ...hooks, request: () => this.#openRequest()});
  }

  #openRequest() {
    const experiment = this.#track.experiment();
    return {tier: experiment.train.tier, experiment: alone(experiment, this.#track.indexOf(this)), model: 0};
  }

  /** Brings a fresh session to where this run is. @param {import('./slot.js').Opened} opened */
  async #restore({connection, info}) {
    this.info = info;
    if (this.#record.saved) await connection.request('load', this.#record.saved);
    // Always: it may have been moved while the worker started, and a checkpoint brings the one of its own time.
    await connection.request('lr', {value: this.#lr ?? this.#baseLr});
    await connection.request('allow', this.#allowed);
    await connection.request('watch', this.#watched);
    this.#setState(this.step === 0 ? 'ready' : this.step < this.#steps ? 'paused' : 'done');
  }

  /** A request whose failure is told by the worker's own events. @param {string} type @param {object} [data] */
  async #ask(type, data = {}) {
    await this.#slot.connection?.request(type, data).catch((error) => this.#mention(error));
  }

  /** @param {string} type @param {any} data */
  #heard(type, data) {
    if (type === 'progress') this.#record.progress(data);
    else if (type === 'held_out') this.#record.evaluation(data);
    else if (type === 'saved') this.#record.keep(data);
    else if (type === 'look') this.look = data;
    else if (type === 'stopped') this.#onStopped(data);
    else if (type === 'fatal') this.#died(new RuntimeError(data.code, data.message, data.where));
    if (type === 'progress' || type === 'held_out') this.#dispatch('progress');
    else if (type === 'look') this.#dispatch('look');
  }

  /** @param {{reason: string}} stopped */
  #onStopped({reason}) {
    this.#slot.busy = false;
    if (reason === 'allowed') {
      this.waiting = true;
      return this.#dispatch('progress');
    }
    this.#wanted = this.waiting = false;
    if (reason === 'not_finite') {
      const clip_norm = Number(this.#track.experiment().train.clip_norm ?? 0);
      this.message = sentences.notFinite({step: this.step, lr: this.#lr ?? this.#baseLr, clip_norm});
    }
    this.#setState(/** @type {RunnerState} */ (reason));
  }

  /** A new worker takes over from the last checkpoint; not twice from the same one. @param {RuntimeError} error */
  #died(error) {
    const training = this.#wanted;
    const {saved} = this.#record;
    const again = this.#diedAt === (saved?.step ?? 0);
    this.#diedAt = saved?.step ?? 0;
    this.#disconnect();
    this.#goBack(saved);
    this.message = again ? sentences.gaveUp(error, this.step) : sentences.restored(error, this.step);
    if (again) return this.#setState('failed');
    this.#setState('idle');
    if (training) this.train();
    else this.prepare();
  }

  /** After a loss that was no number: the last good checkpoint, or the beginning, with a tenth of the learning rate. */
  async #goOnGently() {
    this.#lr = (this.#lr ?? this.#baseLr) / 10; // not the one of the last step, which the schedule has scaled already
    this.#disconnect();
    this.#goBack(this.#record.good);
    this.message = null;
    this.#setState('idle');
    await this.train();
  }

  /** @param {import('./record.js').Checkpoint | null} checkpoint */
  #goBack(checkpoint) {
    this.#record.goBack(checkpoint);
    this.#dispatch('progress');
  }

  /** Forgets what was learned. */
  #forget() {
    this.#record = new Record();
    this.#diedAt = -1;
    this.#prompt.forget();
    this.look = null;
    this.waiting = false;
    this.#dispatch('progress');
  }

  #disconnect() {
    this.#wanted = this.waiting = false;
    this.#slot.close();
  }

  /** It cannot be opened, or could not be; the message says why. @param {unknown} error */
  refuse(error) {
    const failure = renumbered(error, this.#track.indexOf(this));
    if (failure.code === 'closed') return;
    this.#wanted = false;
    this.message = sentences.refused(failure);
    this.#setState(sentences.UNAVAILABLE.has(failure.code) ? 'unavailable' : 'failed');
  }

  /** A request failed while the model itself goes on. @param {unknown} error */
  #mention(error) {
    const failure = failureOf(error);
    if (['closed', 'worker_died', 'trap', 'out_of_memory', 'internal'].includes(failure.code)) return;
    this.message = {...sentences.refused(failure), tone: 'warning', actions: [{id: 'dismiss', title: 'Dismiss'}]};
    this.#changed();
  }

  /** @param {RunnerState} state */
  #setState(state) {
    this.state = state;
    this.#changed();
  }

  #changed() {
    this.#dispatch('change');
  }

  /** @param {'change' | 'progress' | 'look'} type */
  #dispatch(type) {
    this.dispatchEvent(new CustomEvent(type, {detail: this}));
  }
}
