// What a run has left behind so far: its numbers, curves, sample and checkpoints. It outlives the worker.
import {Meter, scoresOf} from './meter.js';
import {Columns, HeldOutSeries, TrainingSeries} from './series.js';

/** file, sha256: the same for who keeps it, and of its weights. @typedef {{bytes: Uint8Array, step: number, seconds: number, file?: Blob, sha256?: string}} Checkpoint */
/** Of the lowest held-out loss; sample: what it wrote. @typedef {Checkpoint & {val_loss: number, sample?: string}} Best */
/** Why, as it is said. @typedef {{step: number, why: import('../words/words.js').Saying}} Ended */

/** A checkpoint counts as good if the loss was then at most so much (in nats) above the lowest. */
const GOOD_MARGIN = 0.5;

export class Record {
  meter = new Meter();
  training = new TrainingSeries();
  heldOut = new HeldOutSeries();
  /** What a step tells besides its loss, of the last step of each report. */
  signals = new Columns(/** @type {const} */ (['step', 'grad_norm', 'lr']));
  sample = '';
  /** Held-out examples with its answers. @type {import('./types').Examples | null} */
  examples = null;
  /** The same at an earlier step. @type {import('./types').Examples | null} */
  examplesBefore = null;
  /** The newest checkpoint: what a replaced worker continues from. @type {Checkpoint | null} */
  saved = null;
  /** The newest one of a healthy state: what a run whose loss exploded continues from. @type {Checkpoint | null} */
  good = null;
  /** The one with the lowest held-out loss, while such are kept. @type {Best | null} */
  best = null;
  /** Where it was judged last. */
  tested = 0;
  /** Where it was judged to be at its end. @type {Ended | null} */
  ended = null;
  #lowest = Infinity;

  /** @param {any} report the worker's "progress" */
  progress(report) {
    const {step, seconds, losses} = report;
    const before = this.meter.seconds;
    for (let i = 0; i < losses.length; i++) {
      const at = before + ((i + 1) / losses.length) * (seconds - before);
      if (Number.isFinite(losses[i])) this.training.append(step - losses.length + i + 1, losses[i], at);
    }
    if (losses.length > 0) this.signals.append({step, grad_norm: report.grad_norm, lr: report.lr});
    this.meter.progress(report);
    if (this.meter.loss < this.#lowest) this.#lowest = this.meter.loss;
  }

  /** @param {any} data the worker's "held_out" */
  evaluation(data) {
    const {step, seconds} = data;
    this.heldOut.append({...scoresOf(data), step, seconds});
    this.meter.heldOut(data);
    this.sample = data.sample;
    if (this.best && this.best.step === step) this.best.sample = data.sample;
  }

  /** @param {import('./types').Examples} examples the worker's "examples" */
  answers(examples) {
    if (examples.step !== this.examples?.step) this.examplesBefore = this.examples;
    this.examples = examples;
  }

  /** @param {Checkpoint} checkpoint */
  keep(checkpoint) {
    this.saved = checkpoint;
    if (this.meter.loss <= this.#lowest + GOOD_MARGIN) this.good = checkpoint;
  }

  /** Forgets what came after a checkpoint, or everything but the means of measuring. @param {Checkpoint | null} checkpoint */
  goBack(checkpoint) {
    const {step, seconds} = checkpoint ?? {step: 0, seconds: 0};
    this.saved = checkpoint;
    this.tested = Math.min(this.tested, step);
    if (this.best && this.best.step > step) this.best = null; // it comes again
    this.training.truncate(step);
    this.heldOut.truncate(step);
    this.signals.truncate(step);
    this.meter.moveTo(step, seconds);
    this.meter.heldOut(this.heldOut.last ?? {});
  }

  /** Of the held-out losses so far; Infinity before the first. */
  get lowest() {
    return this.heldOut.views.val_loss.reduce((low, loss) => (loss < low ? loss : low), Infinity);
  }

  /**
   * @param {'train' | 'smooth' | 'held_out'} kind @param {import('./types').Axis} axis
   * @param {number} max_points @param {number} smooth
   */
  curve(kind, axis, max_points, smooth) {
    const place = this.#place(axis);
    if (kind === 'held_out') return this.scores('val_loss', axis, max_points);
    return this.training.curve(place, max_points, kind === 'smooth' ? smooth : 0);
  }

  /** @param {keyof import('./types').Scores} score @param {import('./types').Axis} axis @param {number} max_points */
  scores(score, axis, max_points) {
    return this.heldOut.curve(this.#place(axis), max_points, score);
  }

  /** Characters and operations are proportional to steps. @param {string} axis @returns {(step: number, seconds: number) => number} */
  #place(axis) {
    if (axis === 'seconds') return (_, seconds) => seconds;
    const {step, tokens, flops} = this.meter;
    const scale = axis === 'step' || step === 0 ? 1 : (axis === 'tokens' ? tokens : flops) / step;
    return (at) => at * scale;
  }
}
