// A run and the worker that has it open: opened with what the experiment says, brought to where the run is, and asked.
import {changesOf, isEdited} from '../state/runs.js';
import {alone, renumbered} from './alone.js';
import {AskedRun} from './asked_run.js';
import {FirstWeights} from './first_weights.js';
import {Deaths} from './deaths.js';
import {failureOf, WORKER_GONE} from './protocol.js';
import * as sentences from './sentences.js';
import {openSession} from './session.js';
import {Slot} from './slot.js';
import {inTime} from './turns.js';
import {Wishes} from './wishes.js';

/** @typedef {import('./types').Change} Change */
/** @typedef {import('./types').RunnerState} RunnerState */
/** @typedef {import('./protocol.js').Connection} Connection */

/** Nothing is left to train. @type {Set<RunnerState>} */
export const OVER = new Set(['unavailable', 'done', 'not_finite']);
/** Failures that say nothing about the model. */
const PASSING = new Set(['closed', 'network', 'worker_died', 'trap', 'out_of_memory']);
/** A worker that is not back at the beginning by then gives way to another, which is. */
const RESET_MS = 800;
/** A worker with nothing left to train gives its memory back when nobody has asked for anything for so long. */
export const REST_MS = 5000;
/** How often a look inside is taken while training, at most. */
const LOOK_EVERY_MS = 100;

/** What is not private here is for the runner, which trains: a race and the page have nothing to do with it. */
export class OpenedRun extends AskedRun {
  /** Whether it is training, or will as soon as it is open. */
  wanted = false;
  #track;
  slot = new Slot((hooks) => this.#connect(hooks), {
    onEvent: (type, data) => this.heard(type, data),
    onDeath: (error) => this.died(error),
    onFilled: (opened) => this.#restore(opened),
    onMissed: () => this.#stay(),
  });
  /** What it was when its worker was given back; the next one brings it there. @type {RunnerState | null} */
  rested = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  /** Of its workers. */
  deaths = new Deaths();
  wishes = new Wishes({
    taken: (change) => this.taken(change),
    refused: (error) => this.mention(error),
  });
  first = new FirstWeights(
    () => this.#track.beginnings(),
    () => this.tell('progress'),
  );
  /** Whether the worker is where the run is. */
  current = false;
  /** What it was before a worker was asked for. @type {{state: RunnerState, rested: RunnerState | null}} */
  #before = {state: 'idle', rested: null};
  /** What the worker was opened with, as JSON. */
  #openedWith = '';
  /** @type {string[]} */
  #taps = [];
  #allowed = {step: Infinity, seconds: Infinity};

  /** @param {ConstructorParameters<typeof AskedRun>[0]} of */
  constructor(of) {
    super(of);
    this.#track = of.track;
  }

  /** How far the weights that it begins with are, while they are trained. */
  get beginning() {
    return this.first.progress;
  }

  /** @param {string} _type @param {any} _data what the worker tells by itself */
  heard(_type, _data) {}

  /** @param {import('./protocol.js').RuntimeError} _error of the worker, which is gone */
  died(_error) {}

  /** A worker trains otherwise from now on. @param {Change} change */
  taken(change) {
    this.#track.record(this, change);
  }

  /** Opens the model without training it. */
  async prepare() {}

  async train() {}

  // Looking and asking ----------------------------------------------------------------------------------------------

  /** @param {{step: number, seconds: number}} limit */
  allow(limit) {
    if (limit.step === this.#allowed.step && limit.seconds === this.#allowed.seconds) return;
    this.#allowed = limit;
    this.release();
    this.ask('allow', limit);
  }

  /** Whether it is as far as it may go. */
  get blocked() {
    return this.step >= this.#allowed.step || this.record.meter.seconds >= this.#allowed.seconds;
  }

  /** Tells the worker which states to hand over. */
  sendBest() {
    this.ask('keep_best', this.#better);
  }

  /** Taps to look at while training, none to stop. @param {string[]} names */
  setWatched(names) {
    this.#taps = names;
    this.sendWatch();
    this.#restSoon();
  }

  /** Tells the worker what to look at; also after the excerpt changed. */
  sendWatch() {
    if (this.rested && this.#taps.length) this.prepare();
    else if (!this.#pristine) this.ask('watch', this.#watched);
  }

  /** Tells the worker which held-out examples to answer. */
  sendShown() {
    if (this.rested) this.prepare();
    else if (!this.#pristine) this.ask('show', this.#track.shown());
  }

  // The worker ------------------------------------------------------------------------------------------------------

  /** States of a lower held-out loss than any so far, where such are kept. */
  get #better() {
    return {below: this.#track.keepsBest() ? this.record.lowest : null};
  }

  /** Whether anybody looks inside. */
  get looked() {
    return this.#taps.length > 0;
  }

  get #watched() {
    return {text: this.#track.excerpt(), taps: this.#taps, every_ms: LOOK_EVERY_MS};
  }

  /** Whether the session still lacks the weights that it begins with: what it shows would not be this model. */
  get #pristine() {
    return this.start !== null && !this.first.there;
  }

  /** The worker, with a model in it that is where the run is. */
  async opened() {
    const connection = await this.open();
    await this.#begin(connection);
    return connection;
  }

  /** A worker that was opened with an older experiment gives way to another: nothing was trained in it. @returns {Promise<Connection>} */
  async open() {
    const stale = () => !this.begun && this.current && !this.upToDate;
    if (stale()) this.#leave();
    const connection = await this.slot.open();
    const left = connection.ended && this.slot.filled; // somebody else found it stale
    return left || stale() ? this.open() : connection;
  }

  /** Whether places of it are edited on the way: only the engine with the measures can do that. */
  get editing() {
    return isEdited(this.model);
  }

  /** Whether the worker was opened with what the experiment says now. */
  get upToDate() {
    return this.#openedWith === JSON.stringify(this.#openRequest());
  }

  /** Its first weights, where they come from elsewhere. @param {Connection} connection */
  async #begin(connection) {
    const {start} = this;
    if (!start || this.first.there) return;
    if (this.current) this.setState('opening');
    const taken = await this.first.fetch(connection, start).catch((error) => {
      if (this.current && this.state === 'opening') this.setState('ready');
      throw error;
    });
    this.adopted = {from: this.#track.nameOf(start), ...taken};
    if (!this.current) return;
    this.sendWatch();
    this.sendShown();
    if (this.state === 'opening') this.setState('ready');
  }

  /** Nobody waits for the first weights any more. */
  leaveFirst() {
    this.first.forget();
    this.setState('ready');
  }

  async resetSession() {
    const {connection, epoch} = this.slot;
    this.slot.busy = false;
    this.other = null;
    this.setState('ready');
    const answer = this.slot.requestDeaf('reset').catch((error) => this.mention(error));
    const back = await inTime(answer, RESET_MS);
    if (epoch !== this.slot.epoch) return;
    if (!back) return this.#openAnew();
    if (this.start && connection && this.first.near(this.start))
      await this.#begin(connection).catch((error) => WORKER_GONE.has(failureOf(error).code) || this.refuse(error));
    this.sendWatch(); // the look and the answers that followed the reset were not heard
    this.sendShown();
  }

  /** The worker is busy with something that nobody wants any more. */
  #openAnew() {
    this.vacate();
    this.setState('idle');
    if (this.wanted) this.train();
    else this.prepare();
  }

  /** @param {import('./slot.js').Hooks} hooks */
  #connect(hooks) {
    const {state, rested} = this;
    this.#before = {state, rested};
    this.setState('opening');
    this.rested = rested;
    const request = () => {
      const opening = this.#openRequest();
      this.#openedWith = JSON.stringify(opening);
      return {...opening, keeps: this.#track.keeps()};
    };
    const module = () => (this.editing ? this.#track.measuring() : this.#track.module());
    return openSession({...this.#track, module, ...hooks, request, patience: () => this.deaths.patience});
  }

  /** No worker came: it is what it was, unless whoever wanted one knows better. */
  #stay() {
    const {state, rested} = this.#before;
    this.setState(state);
    this.rested = rested;
  }

  #openRequest() {
    const experiment = this.#track.experiment();
    const tier = this.editing ? 'strict' : experiment.train.tier;
    return {tier, experiment: alone(experiment, this.#track.indexOf(this)), model: 0};
  }

  /** Brings a fresh session to where this run is. @param {import('./slot.js').Opened} opened */
  async #restore({connection, info}) {
    this.info = info;
    const {start} = this;
    if (this.record.saved) await this.load(connection, this.record.saved);
    else if (start && (this.first.near(start) || 'weights' in start)) await this.#begin(connection);
    this.current = true;
    await Promise.all([
      this.wishes.send(connection),
      connection.request('allow', this.#allowed),
      ...(this.#better.below === null ? [] : [connection.request('keep_best', this.#better)]),
      ...(this.#pristine ? [] : this.#shows().map(([type, data]) => connection.request(type, data))),
    ]);
    const before = this.rested;
    this.setState(this.step === 0 ? 'ready' : this.step < this.steps ? 'paused' : 'done');
    if (before === 'not_finite') this.setState(before);
    if (OVER.has(this.state)) this.wanted = false;
  }

  /** A worker that owes nothing ends; what it knew is kept, and another one goes on from there when somebody needs it. */
  rest() {
    if (this.slot.filled && this.slot.connection?.idle !== false) this.#leave();
  }

  /** Its worker's states go with the worker: without one nothing is ready, nor being opened. */
  #leave() {
    const {state} = this;
    this.vacate();
    if (state !== 'failed' && state !== 'unavailable') this.standBy(OVER.has(state) ? state : 'paused');
  }

  /** Without a worker, until somebody needs one. @param {RunnerState} state what it is, if it has begun */
  standBy(state) {
    this.setState(this.step === 0 ? 'idle' : state);
    if (this.step > 0) this.rested = this.state;
  }

  /** @param {RunnerState} state */
  setState(state) {
    this.rested = null;
    super.setState(state);
    this.#restSoon();
  }

  /** When it is done and nobody looks. */
  #restSoon() {
    clearTimeout(this.#resting);
    if (this.state !== 'done' || this.#taps.length || this.other || !this.slot.connection) return;
    this.#resting = setTimeout(() => (this.slot.connection?.idle ? this.rest() : this.#restSoon()), REST_MS);
    /** @type {any} */ (this.#resting).unref?.(); // as a connection
  }

  /** @param {Connection} connection @param {import('./record.js').Checkpoint} saved */
  async load(connection, saved) {
    const {reproducible = true} = await connection.request('load', saved);
    this.reproducible &&= reproducible;
    this.first.there = true;
    // Of its own step a checkpoint may not know yet what was changed there.
    const {train} = changesOf(this.model).find(({step}) => step === saved.step) ?? {};
    if (train && Object.keys(train).length) await connection.request('change', {train});
  }

  /** What is to be shown while it trains. @returns {[string, object][]} */
  #shows() {
    const shown = this.#track.shown();
    return [['watch', this.#watched], ...(shown.count > 0 ? [/** @type {[string, object]} */ (['show', shown])] : [])];
  }

  /** A request whose failure is told by the worker's own events. @param {string} type @param {object} [data] */
  async ask(type, data = {}) {
    await this.slot.connection?.request(type, data).catch((error) => this.mention(error));
  }

  vacate() {
    this.current = false;
    this.other?.gone();
    this.first.forget();
    this.slot.close();
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
    this.wanted = false;
    this.message = sentences.refused(failure);
    this.setState(sentences.UNAVAILABLE.has(failure.code) ? 'unavailable' : 'failed');
  }

  /** A request failed while the model itself goes on. @param {unknown} error */
  mention(error) {
    const failure = failureOf(error);
    if (WORKER_GONE.has(failure.code)) return;
    this.message = sentences.mentioned(failure);
    this.changed();
  }
}
