// The worker's engine room: trains in short slices, reports, evaluates, saves, and looks inside. Clock and messages are handed to it.
import {Autosave} from './autosave.js';
import {Errands} from './errands.js';
import {Pace} from './pace.js';
import {failureOf} from './protocol.js';
import {savedState} from './saved_state.js';
import {isTest, nextTest} from './tests.js';
import {Watching} from './watching.js';

export const SLICE_MS = 10;
export const PROGRESS_MS = 50; // at most 20 reports a second
const SAMPLE = {prompt: '', tokens: 160, temperature: 0.8, top_k: 0};

/** One model in training. Steps count from 1; seconds are those spent in training steps alone. */
export class TrainingLoop {
  step = 0;
  seconds = 0;
  /** Milliseconds of the longest slice so far in which, or after which, it trained: so long may it be deaf. 0: of none. */
  longest = 0;
  #running = false;
  /** Which of the page's orders it follows: what stops it says so. @type {number | undefined} */
  #turn;
  #scheduled = false;
  /** Of what takes turns with training: a part may take longer than a slice. */
  #turn_of_errands = true;
  #waiting = false;
  #dawdling = false;
  #until = 0;
  #allowed = {step: Infinity, seconds: Infinity};
  #pace = new Pace();
  /** @type {number[]} */
  #losses = [];
  /** @type {{grad_norm: number, lr: number, signals?: object}} */
  #last = {grad_norm: NaN, lr: NaN};
  #reported = -Infinity;
  #autosave;
  #stepMs = 5;
  #trained = false;
  #watching = new Watching(this);
  /** Which held-out examples are answered at each evaluation. @type {import('./types').Shown | null} */
  #shown = null;
  /** A state that is tested with a lower held-out loss is handed over; -Infinity: none is. */
  lowest = -Infinity;
  /** Whether progress tells what the last step was like in each part and layer. */
  signals = false;
  #errands;
  /** The examples that are being answered. @type {import('./errands.js').Errand | null} */
  #answering = null;

  /**
   * @param {any} session of wasm_bindings/engine.js
   * @param {{steps: number, eval_every: number, seed: number, tokens_per_step: number, flops_per_step: number,
   *     writes: boolean, keeps?: boolean}} plan writes: it can continue a text; keeps: somebody keeps its states
   * @param {import('./types').LoopSurround} surround
   */
  constructor(session, plan, surround) {
    this.session = session;
    this.plan = plan;
    this.surround = surround;
    this.#errands = new Errands(session);
    this.#autosave = new Autosave(() => surround.now());
  }

  /**
   * Trains up to step `until` (at most the experiment's own number).
   * @param {{until?: number, pace?: number, turn?: number}} how turn: repeated when it stops
   */
  run({until = Infinity, pace = this.#pace.value, turn}) {
    this.#until = until;
    this.#turn = turn;
    this.setPace(pace);
    this.#running = true;
    this.#waiting = false;
    this.#schedule();
  }

  /** At once: an evaluation that is under way goes on by itself, and is told when it is done. */
  pause() {
    if (this.#running) this.#stop(this.#reached);
  }

  /** Trains at most `count` steps, then pauses. @param {{count: number, turn?: number}} how */
  advance({count, turn}) {
    this.run({until: this.step + count, turn});
  }

  /** For good: the session is being closed. */
  end() {
    this.#running = false;
    this.#errands.dropAll();
  }

  /**
   * What takes the engine long, done between messages.
   * @param {'evaluate' | 'examples' | 'generate'} what @param {object} [options] @returns {Promise<any>}
   */
  ask(what, options) {
    return new Promise((done, failed) => this.#send({what, options, done, failed}));
  }

  /** A measure, while it trains on. @param {object} options @param {any} by of measuring.js @returns {Promise<any>} */
  measure(options, by) {
    return new Promise((done, failed) => this.#send({what: 'measure', options, by, done, failed}));
  }

  /** How far the race lets this model go. @param {{step?: number, seconds?: number}} limit */
  allow({step = Infinity, seconds = Infinity}) {
    this.#allowed = {step, seconds};
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#schedule();
  }

  /** @param {number} steps_per_second 0: as fast as it goes */
  setPace(steps_per_second) {
    this.#pace.set(steps_per_second, this.#now);
  }

  /**
   * Trains otherwise from here on; the session records it.
   * @param {object} train part of the experiment's `train` @returns {import('./types').Change} when it took effect
   */
  change(train) {
    const taken = this.session.change(train);
    const lr = taken.train.optimizer?.lr;
    if (lr !== undefined) this.#last.lr = lr;
    return taken;
  }

  /** The step at which the run ends from now on. @param {number} steps */
  endAt(steps) {
    this.plan = {...this.plan, steps};
  }

  /** @param {import('./types').Shown | null} shown @returns {Promise<void>} resolves when they are answered */
  show(shown) {
    this.#shown = shown;
    return new Promise((done, failed) =>
      this.#answer(done, (error) => {
        if (this.#shown === shown) this.#shown = null;
        failed(error);
      }),
    );
  }

  reset() {
    this.#running = false;
    this.#errands.dropAll();
    this.session.reset();
    if (this.lowest > -Infinity) this.lowest = Infinity;
    this.#moveTo(0, 0);
  }

  /** Begins with weights of another model, as far as they fit. @param {Uint8Array} bytes */
  adopt(bytes) {
    this.#errands.dropAll();
    const taken = this.session.adopt(bytes);
    this.#watching.look();
    this.#answer();
    return taken;
  }

  /** Continues from a checkpoint. @param {{bytes: Uint8Array, step: number, seconds: number}} saved */
  load({bytes, step, seconds}) {
    this.#running = false;
    this.#errands.dropAll();
    const loaded = this.session.load(bytes);
    this.#moveTo(step, seconds);
    return loaded;
  }

  /** @param {{text: string, taps: string[], every_ms: number} | null} watch */
  watch(watch) {
    this.#watching.set(watch);
  }

  /** @param {number} step @param {number} seconds */
  #moveTo(step, seconds) {
    this.step = step;
    this.seconds = seconds;
    this.#autosave.begin(step);
    this.#losses = [];
    this.#waiting = false;
    this.#watching.look();
    this.#answer();
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.surround.defer(() => {
      this.#scheduled = false;
      this.#guarded();
    });
  }

  #guarded() {
    const start = this.surround.now();
    try {
      this.#slice();
    } catch (error) {
      this.#running = false;
      this.surround.fail(error);
    }
    if (this.#trained) this.longest = Math.max(this.longest, this.surround.now() - start);
  }

  #slice() {
    const {now} = this.surround;
    const end = now() + SLICE_MS;
    let trains = true;
    while (trains && now() < end) {
      if (this.#errands.urgent || (this.#turn_of_errands && this.#errands.waiting)) {
        this.#turn_of_errands = this.#errands.urgent;
        this.#errands.part();
      } else {
        this.#turn_of_errands = true;
        trains = this.#trainOn(end);
      }
    }
    if (trains && this.#running) this.#housekeeping();
    if (trains || this.#errands.waiting) this.#schedule();
  }

  /** @param {number} end of the slice @returns {boolean} whether there is more to do */
  #trainOn(end) {
    if (!this.#running || this.#waiting) return false;
    if (this.step >= this.#target) return this.#stop(this.#reached);
    if (this.step >= this.#allowed.step || this.seconds >= this.#allowed.seconds) return this.#wait();
    const ahead = this.#pace.ahead(this.#now);
    if (ahead > 0) return this.#dawdle(ahead);
    if (!this.#train(this.#batch(end - this.surround.now()))) return this.#stop('not_finite');
    if (this.#evaluationDue()) this.#evaluate();
    return true;
  }

  get #target() {
    return Math.min(this.#until, this.plan.steps);
  }

  /** @returns {'done' | 'paused'} */
  get #reached() {
    return this.step >= this.plan.steps ? 'done' : 'paused';
  }

  /** @param {import('./errands.js').Errand} errand */
  #send(errand) {
    this.#errands.add(errand);
    this.#schedule();
  }

  /** How many steps to ask of the engine at once, up to the next thing that must be noticed. @param {number} ms_left */
  #batch(ms_left) {
    const {eval_every} = this.plan;
    const fits = Math.floor(ms_left / this.#stepMs);
    const test = nextTest(this.step, eval_every) - this.step;
    const paced = this.#pace.value > 0 ? 1 : Infinity;
    const room = Math.min(this.#target, this.#allowed.step) - this.step;
    const timed = Number.isFinite(this.#allowed.seconds) ? 1 : Infinity;
    return Math.max(1, Math.min(fits, test, paced, room, timed));
  }

  /** @param {number} count @returns {boolean} whether everything stayed finite */
  #train(count) {
    const {now} = this.surround;
    const start = now();
    const {step, losses, grad_norm, lr, finite, signals} = this.session.step(count, this.signals);
    const ms = now() - start;
    this.#trained = true;
    this.seconds += ms / 1000;
    this.#stepMs = Math.max(0.01, 0.8 * this.#stepMs + 0.2 * (ms / count));
    this.step = step;
    this.#last = {grad_norm, lr, ...(signals && {signals})};
    for (const loss of losses) this.#losses.push(loss);
    return finite;
  }

  #evaluationDue() {
    return isTest(this.step, this.plan.eval_every) || this.step >= this.plan.steps;
  }

  #evaluate() {
    this.#report();
    const {seconds} = this;
    /** @type {any} */
    let scores;
    const tell = (/** @type {string} */ sample) => this.surround.emit('held_out', {...scores, seconds, sample});
    const {writes, seed} = this.plan;
    this.#send({
      what: 'evaluate',
      done: (found) => {
        scores = found;
        const {val_loss} = found;
        // Training waits: these are the weights that were tested.
        if (val_loss < this.lowest) this.#handOver('best', {val_loss: (this.lowest = val_loss)});
        if (!writes) tell('');
      },
      failed,
    });
    if (writes) this.#send({what: 'generate', options: {...SAMPLE, seed}, done: ({text}) => tell(text), failed});
    this.#answer();
  }

  /** Only the last examples that were asked for are answered. */
  #answer(done = () => {}, refused = failed) {
    this.#errands.drop(this.#answering);
    this.#answering?.done(null); // whoever waits for others need not any more
    const shown = this.#shown;
    if (!shown) return done();
    this.#answering = {
      what: 'examples',
      options: shown,
      done: (answers) => {
        if (answers) this.surround.emit('examples', {...shown, ...answers});
        this.#answering = null;
        done();
      },
      failed: (error) => {
        this.#answering = null;
        refused(error);
      },
    };
    this.#send(this.#answering);
  }

  #housekeeping() {
    const time = this.surround.now();
    if (time - this.#reported >= PROGRESS_MS) this.#report();
    if (this.#autosave.due(this.step)) this.#save();
    this.#watching.lookIfDue(time);
  }

  #report() {
    this.#reported = this.surround.now();
    const {tokens_per_step, flops_per_step} = this.plan;
    const losses = this.#losses;
    this.#losses = [];
    this.surround.emit('progress', {
      step: this.step,
      seconds: this.seconds,
      tokens: this.step * tokens_per_step,
      flops: this.step * flops_per_step,
      losses,
      ...this.#last,
    });
  }

  #save() {
    if (this.#losses.length) this.#report(); // or a run that goes on from there would lack them
    const start = this.surround.now();
    this.#handOver('saved');
    this.#autosave.saved(this.step, this.surround.now() - start);
  }

  /** The state as it is now. @param {'saved' | 'best'} type @param {object} [more] */
  #handOver(type, more) {
    const {data, transfer} = savedState(this.session, this.plan.keeps ?? false);
    this.surround.emit(type, {step: this.step, seconds: this.seconds, ...data, ...more}, transfer);
  }

  /** The race holds this model back; `allow` wakes it up. */
  #wait() {
    this.#waiting = true;
    this.#report();
    this.surround.emit('stopped', {reason: 'allowed', turn: this.#turn});
    return false;
  }

  /** @param {'done' | 'paused' | 'not_finite'} reason */
  #stop(reason) {
    this.#running = this.#waiting = false;
    this.#report();
    this.surround.emit('stopped', {reason, turn: this.#turn, step: this.step, lr: this.#last.lr}); // first: it is felt at once
    if (reason !== 'not_finite' && this.step > 0) this.#save();
    this.#watching.look();
    return false;
  }

  get #now() {
    return {ms: this.surround.now(), step: this.step};
  }

  /** @param {number} ms */
  #dawdle(ms) {
    this.#housekeeping();
    if (this.#dawdling) return false; // a pause and a start within one wait leave one timer, not two
    this.#dawdling = true;
    const wake = () => {
      this.#dawdling = false;
      this.#schedule();
    };
    this.surround.later(wake, Math.min(ms, PROGRESS_MS));
    return false;
  }
}

/** What the loop itself wanted stops the worker, unless it is out of date. @param {unknown} error */
function failed(error) {
  if (failureOf(error).code !== 'closed') throw error;
}
