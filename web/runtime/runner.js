// One model of the race: its worker, its curves, its state. It survives its worker.
import {trainAt} from '../state/runs.js';
import {OpenedRun, OVER} from './opened_run.js';
import {failureOf, thrownAgain} from './protocol.js';
import {Record} from './record.js';
import * as sentences from './sentences.js';
import {nextTest} from './tests.js';

/** @typedef {import('./types').Message} Message */
/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').Change} Change */
/** @typedef {import('./types').RunnerState} RunnerState */

/** Where memory is refused it is asked for again after so long, then twice as long, and so on; not for ever. */
const MEMORY_MS = 1000;
const MOST_MEMORY_MS = 15_000;
const MEMORY_TRIES = 12;
/** How often it is looked whether an answer has come. */
const ANSWER_MS = 100;

export class Runner extends OpenedRun {
  #track;
  /** Counts the times it was stopped for something else: what began before is then out of date. */
  #life = 0;
  /** Not on screen, where it holds neither processor nor memory. */
  away = false;
  /** How often in a row there was no memory for it. */
  #refusals = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retrying;
  /** Stopped, but its last state is not here yet. */
  #saving = false;
  /** Counts the orders to train: what is told of an older one is out of date. */
  #turn = 0;

  /** @param {ConstructorParameters<typeof OpenedRun>[0]} of */
  constructor(of) {
    super(of);
    this.#track = of.track;
  }

  // What the page and the race do -----------------------------------------------------------------------------------

  /** Opens the model without training it. Resolves when it is ready, or has said why not. */
  async prepare() {
    if (this.refused || this.away || this.#track.awaits()) return;
    const life = this.#life;
    await this.open().catch((error) => life === this.#life && this.#failed(error));
  }

  /** Trains until the end, a pause or a failure. */
  async train() {
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
    this.wanted = false;
    if (this.#retrying) this.message = null;
    this.#stopRetrying();
    if (this.first.progress) this.leaveFirst();
    if (this.state !== 'training') return this.changed();
    this.ask('pause');
    this.waiting = false;
    this.setState('paused');
  }

  /** Off screen it waits, with what it has learned, and goes on when it is seen again. @param {boolean} away */
  async setAway(away) {
    if (away === this.away) return;
    this.away = away;
    if (!away) return this.#back();
    if (this.state === 'training') await this.ask('pause');
    while (this.away && this.slot.connection && !this.slot.connection.idle)
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS)); // somebody waits for an answer
    if (this.away) this.rest();
  }

  /** What was asked for meanwhile is done. */
  async #back() {
    if (this.wanted) await this.train();
    else if (this.wishes.trains.length) await this.prepare();
  }

  /** @param {number} count steps */
  advance(count) {
    if (this.refused || OVER.has(this.state)) return;
    return this.#go('step', () => ({count}));
  }

  /** The same weights, step 0, and what the experiment says now. */
  async reset() {
    if (this.refused) return;
    this.wanted = false;
    this.#forget();
    this.held = false;
    this.message = null;
    const open = this.slot.connection && this.state !== 'failed';
    if (open && this.upToDate) return this.resetSession();
    this.#disconnect();
    this.setState('idle');
    if (open) await this.prepare();
  }

  /** Another model takes this one's place, in its colours. @param {ModelJson} model @param {string} name @param {Change[]} given */
  restart(model, name, given) {
    this.#disconnect();
    this.#forget();
    this.model = model;
    this.given = given;
    this.name = name;
    this.message = null;
    this.info = null;
    this.refused = false;
    this.adopted = null;
    this.setState('idle');
  }

  /** Goes on where a kept run was, with a worker that is opened when somebody needs one. @param {import('./kept').KeptRun} kept */
  takeUp({record, given, adopted, reproducible, parameters, colour = this.colour, dash = this.dash}) {
    if (parameters && this.info) this.info = {...this.info, parameters};
    Object.assign(this, {record, given, adopted, reproducible, colour, dash});
    this.begun = this.step > 0;
    this.standBy(this.step < this.steps ? 'paused' : 'done');
    this.tell('progress');
  }

  /** Ends the worker for good. */
  close() {
    this.#disconnect();
  }

  /** A button of `message` was pressed. @param {Message['actions'][number]['id']} id */
  async act(id) {
    if (id === 'gentler') return this.#goOnGently();
    this.message = null;
    this.deaths.forget();
    this.changed();
    if (id === 'retry') await this.train();
  }

  /** Trains otherwise from now on, which is recorded at the step at which the worker takes it. @param {Change['train']} train */
  async change(train) {
    if (!this.begun) return this.#track.record(this, {step: 0, train}); // its worker is opened anew before it trains
    this.wishes.add(train);
    if (this.rested) await this.prepare();
    if (this.other) await this.other.back();
    const {connection} = this.slot;
    if (connection && this.current) await this.wishes.send(connection);
  }

  /** Where it was asked to end last, as long as no worker has answered that. */
  get #wished() {
    return this.wishes.trains.findLast(({steps}) => steps)?.steps;
  }

  /** How far it may go: to its next test, where it stands still until it is judged. @param {import('./types').Judge} judge */
  upTo(judge) {
    const every = Number(this.#track.experiment().train.eval_every);
    const {record, step} = this;
    if (this.waiting && step >= nextTest(record.tested, every)) {
      const why = judge(this);
      if (why !== undefined) record.tested = step;
      if (why) this.#endHere(why);
    }
    return nextTest(record.tested, every);
  }

  /** Its worker stands still, and is told before it may go on. @param {import('../words/words.js').Saying} why */
  #endHere(why) {
    if (this.#wished) return; // somebody wants it to go on
    this.record.ended = {step: this.step, why};
    this.change({steps: this.step});
  }

  /** The run ends so many steps later; one that is done goes on. @param {number} count @param {Change['train']} [train] what else is other from now on */
  async addSteps(count, train = {}) {
    await this.change({...train, steps: (this.#wished ?? this.steps) + count});
  }

  /** One that had got to its end goes on, whichever worker is the first to take the order. @param {Change} change */
  taken(change) {
    const ended = this.step >= this.steps;
    super.taken(change);
    if (!ended || this.wanted || this.step >= this.steps) return;
    this.setState('paused');
    this.train();
  }

  /** @param {number} value steps per second, 0: unlimited */
  setPace(value) {
    this.ask('pace', {value});
  }

  // The worker's side -----------------------------------------------------------------------------------------------

  /** How it is trained at present. */
  get #train() {
    return trainAt(this.#track.experiment(), this.#track.indexOf(this), this.step);
  }

  /** @param {'run' | 'step'} request @param {() => object} data @returns {Promise<void>} */
  async #go(request, data) {
    if (this.#track.awaits()) return;
    this.wanted = true;
    this.#stopRetrying();
    const life = this.#life;
    try {
      if (this.away) return this.changed();
      const connection = await this.opened();
      if (this.away) return this.rest();
      this.#refusals = 0;
      if (this.other) await this.other.back();
      if (life !== this.#life || !this.wanted) return;
      this.begun = true;
      this.#saving = false;
      this.slot.busy = true;
      this.waiting = false;
      this.setState('training');
      await connection.request(request, {...data(), turn: ++this.#turn});
    } catch (error) {
      if (life === this.#life) this.#failed(error);
    }
  }

  /** It could not be opened, or died of it. @param {unknown} error */
  #failed(error) {
    const failure = failureOf(error);
    if (failure.code === 'worker_died') this.died(thrownAgain(failure));
    else if (failure.code === 'out_of_memory' && this.#refusals < MEMORY_TRIES) this.#waitForMemory(failure);
    else this.refuse(error);
  }

  /** Others hold it, and will give it back. @param {import('./types').Failure} failure */
  #waitForMemory(failure) {
    const ms = Math.min(MEMORY_MS * 2 ** this.#refusals++, MOST_MEMORY_MS);
    this.vacate();
    this.message = sentences.waitsForMemory(failure);
    this.setState(this.step > 0 ? 'paused' : 'idle');
    const again = () => {
      this.#retrying = undefined;
      this.message = null;
      if (this.wanted) this.train();
      else this.prepare();
    };
    this.#retrying = setTimeout(again, ms * (0.75 + Math.random() / 2)); // not all of them at once
  }

  #stopRetrying() {
    clearTimeout(this.#retrying);
    this.#retrying = undefined;
  }

  /** @param {string} type @param {any} data */
  heard(type, data) {
    if (type === 'progress') this.record.progress(data);
    else if (type === 'held_out') this.record.evaluation(data);
    else if (type === 'saved') this.#onSaved(data);
    else if (type === 'best') this.record.best = data;
    else if (type === 'look') this.look = data;
    else if (type === 'stopped') this.#onStopped(data);
    else if (type === 'fatal') this.died(thrownAgain(data));
    else if (type === 'examples') this.record.answers(data);
    if (type === 'progress' || type === 'held_out' || type === 'examples') this.tell('progress');
    else if (type === 'look') this.tell('look');
  }

  /** @param {{reason: string, turn: number}} stopped */
  #onStopped({reason, turn}) {
    if (turn !== this.#turn) return; // it trains again
    if (reason === 'allowed' && !this.wanted) return; // it was paused meanwhile
    if (reason === 'allowed') {
      this.waiting = this.blocked; // else it has been let go on meanwhile
      return this.tell('progress');
    }
    this.#saving = reason !== 'not_finite' && this.step > 0;
    this.slot.busy = this.#saving; // what was learned last is still to come
    this.waiting = false;
    this.wanted &&= this.away && reason === 'paused';
    if (reason === 'not_finite') {
      const {clip_norm = 0, optimizer} = this.#train; // not the rate of the last step, which the schedule has scaled
      this.message = sentences.notFinite({step: this.step, lr: Number(optimizer?.lr), clip_norm});
    }
    this.setState(/** @type {RunnerState} */ (reason));
  }

  /** @param {import('./record.js').Checkpoint} checkpoint */
  #onSaved(checkpoint) {
    this.record.keep(checkpoint);
    if (this.#saving) this.slot.busy = this.#saving = false;
    this.tell('progress'); // whoever keeps or shows states has a newer one
  }

  /** A new worker takes over from the last checkpoint, but not for ever. @param {import('./protocol.js').RuntimeError} error */
  died(error) {
    const {saved} = this.record;
    const unfinished = this.step >= this.steps && (saved?.step ?? 0) < this.steps; // its end was never saved
    const training = this.wanted || unfinished;
    const again = this.deaths.count(error, saved?.step ?? 0);
    this.#disconnect();
    this.#goBack(saved);
    this.message = again ? sentences.restored(error, this.step) : sentences.gaveUp(error, this.step);
    if (!again) return this.setState('failed');
    if (this.away) this.standBy(this.step < this.steps ? 'paused' : 'done');
    else this.setState('idle');
    if (training) this.train();
    else this.prepare();
  }

  /** After a loss that was no number: the last good checkpoint, or the beginning, with a tenth of the learning rate. */
  async #goOnGently() {
    const lr = Number(this.#train.optimizer?.lr) / 10;
    this.#disconnect();
    this.wishes.forget();
    this.#goBack(this.record.good);
    this.#track.rewind(this, {step: this.step, train: {optimizer: /** @type {any} */ ({lr})}});
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
    this.begun = false;
    this.reproducible = true;
    this.wishes.forget();
    this.first.forget();
    this.deaths.forget();
    this.continuation.forget();
    this.reply.forget();
    this.look = null;
    this.waiting = false;
    this.tell('progress');
  }

  #disconnect() {
    this.#life++;
    this.#stopRetrying();
    this.wanted = this.waiting = false;
    this.vacate();
  }
}
