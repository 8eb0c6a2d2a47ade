// What the page shows of one model of the race, and what it tells.
import {changesOf, stepsOf} from '../state/runs.js';
import {Record} from './record.js';
import {Reply} from './reply.js';

/** @typedef {import('./types').ModelJson} ModelJson */
/** @typedef {import('./types').RunnerState} RunnerState */

/** @fires change - anything but numbers @fires progress - new numbers @fires look - a new look inside */
export class ShownRun extends EventTarget {
  /** @type {RunnerState} */
  state = 'idle';
  /** Held back by the pacing of the race. */
  waiting = false;
  /** Paused by its own button; the race's Train leaves it alone. */
  held = false;
  /** The engine said no to this model: nothing is tried before it is changed, or the task is. */
  refused = false;
  /** @type {import('./types').Message | null} */
  message = null;
  /** @type {import('./types').Info | null} */
  info = null;
  /** @type {import('./types').Look | null} */
  look = null;
  /** Whether it was asked to train since it last began anew. */
  begun = false;
  /** Whether this version of the engine would make the same of its experiment. */
  reproducible = true;
  /** The changes that came with its experiment; what was done since is recorded beside them. @type {import('./types').Change[]} */
  given;
  /** Whose weights it began with, and which of them fitted. @type {import('./types').Adopted | null} */
  adopted = null;

  /** What the run has left behind so far: the runner's own, not the page's. */
  record = new Record();
  /** @type {Reply<import('./types').Generated>} */
  continuation = new Reply(() => this.changed());
  /** @type {Reply<{item: import('./types').Item | null, prompt: string, unknown: number}>} */
  reply = new Reply(() => this.changed());
  #track;

  /**
   * @param {{id: number, model: ModelJson, name: string, given?: import('./types').Change[], kind_title: string,
   *     colour: number, dash: number, track: import('./types').Track}} of
   */
  constructor({id, model, name, given = [], kind_title, colour, dash, track}) {
    super();
    this.id = id;
    this.model = model;
    this.name = name;
    this.given = given;
    this.kind_title = kind_title;
    this.colour = colour;
    this.dash = dash;
    this.#track = track;
  }

  /** @returns {import('./types').Latest} */
  get latest() {
    return this.record.meter.latest;
  }

  get step() {
    return this.record.meter.step;
  }

  /** How many there will be. */
  get steps() {
    return stepsOf(this.#track.experiment(), this.#track.indexOf(this));
  }

  /** Where its first weights come from; null: by chance. */
  get start() {
    return /** @type {import('./types').Start | null} */ (this.model.start ?? null);
  }

  /** 0 to 1 */
  get progress() {
    return this.steps > 0 ? Math.min(1, this.step / this.steps) : 0;
  }

  /** Whether its worker has other weights than its last: the best (best_weights.js). @type {import('./best_weights.js').BestShown | null} */
  other = null;

  /** What it writes at present. */
  get sample() {
    return (this.other && this.record.best?.sample) ?? this.record.sample;
  }

  /** Where it is done before its last step, and why if that is known; null where it is not. @returns {import('../words/words.js').Saying | null} */
  get ended() {
    const {step, state, record} = this;
    if (state !== 'done') return null;
    if (record.ended?.step === step) return record.ended.why;
    const early = changesOf(this.model).some((change) => change.step === step && change.train.steps === step);
    return early ? {key: 'card.ended', values: {step}} : null;
  }

  /** Held-out examples with what it makes of them at present. */
  get examples() {
    return this.record.examples;
  }

  /** What it made of the last beginning of a text. */
  get generated() {
    return this.continuation.state;
  }

  /** What it answered to the last prompt of the task. */
  get answered() {
    return this.reply.state;
  }

  /** Where this model is, for the pacing. */
  get position() {
    const {step, seconds, steps_per_s} = this.record.meter;
    return {step, seconds, steps_per_s};
  }

  /**
   * @param {'train' | 'smooth' | 'held_out'} kind @param {import('./types').Axis} axis
   * @param {number} [max_points] @param {number} [smooth] for 'smooth': what each step keeps of the mean before it
   * @returns {import('./types').Curve}
   */
  curve(kind, axis, max_points = 1000, smooth = 0.98) {
    return this.record.curve(kind, axis, max_points, smooth);
  }

  /**
   * @param {keyof import('./types').Scores} score @param {import('./types').Axis} axis @param {number} [max_points]
   * @returns {import('./types').Curve}
   */
  scores(score, axis, max_points = 1000) {
    return this.record.scores(score, axis, max_points);
  }

  /** No longer held back. @returns {boolean} whether it was */
  release() {
    const {waiting} = this;
    this.waiting = false;
    return waiting;
  }

  /** @param {RunnerState} state */
  setState(state) {
    this.state = state;
    this.changed();
  }

  changed() {
    this.tell('change');
  }

  /** @param {'change' | 'progress' | 'look'} type */
  tell(type) {
    this.dispatchEvent(new CustomEvent(type, {detail: this}));
  }
}
