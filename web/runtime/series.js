// Curves of bounded size: a run of any length keeps at most `limit` points. When they are full, neighbours are merged.
import {SCORES} from './meter.js';

/** @typedef {import('./types').Axis} Axis */
/** @typedef {import('./types').Curve} Curve */

export const POINT_LIMIT = 4000;

/**
 * The training loss. Each point is the mean over `stride` consecutive steps and sits at the last of them. Steps are
 * appended one after the other, from 1; seconds are seconds of training.
 */
export class TrainingSeries {
  #step;
  #seconds;
  #loss;
  #length = 0;
  #stride = 1;
  #sum = 0;
  #count = 0;

  /** @param {number} [limit] an even number of points */
  constructor(limit = POINT_LIMIT) {
    this.limit = limit;
    this.#step = new Float64Array(limit);
    this.#seconds = new Float64Array(limit);
    this.#loss = new Float64Array(limit);
  }

  get length() {
    return this.#length;
  }

  get stride() {
    return this.#stride;
  }

  /** As they lie here: valid until the next append. */
  get views() {
    const [step, seconds, loss] = [this.#step, this.#seconds, this.#loss].map((of) => of.subarray(0, this.#length));
    return {step, seconds, loss};
  }

  /** As they lay in another series. @param {{step: number[], seconds: number[], loss: number[]}} points at most `limit` - 1 @param {number} stride */
  restore({step, seconds, loss}, stride) {
    this.clear();
    this.#step.set(step);
    this.#seconds.set(seconds);
    this.#loss.set(loss);
    this.#length = step.length;
    this.#stride = stride;
  }

  /** @param {number} step @param {number} loss @param {number} seconds */
  append(step, loss, seconds) {
    this.#sum += loss;
    this.#count++;
    if (this.#count < this.#stride) return;
    const at = this.#length++;
    this.#step[at] = step;
    this.#seconds[at] = seconds;
    this.#loss[at] = this.#sum / this.#count;
    this.#sum = this.#count = 0;
    if (this.#length === this.limit) this.#merge();
  }

  /** Forgets what came after a step: a run continues from there. @param {number} step */
  truncate(step) {
    while (this.#length > 0 && this.#step[this.#length - 1] > step) this.#length--;
    this.#sum = this.#count = 0;
  }

  clear() {
    this.#length = this.#sum = this.#count = 0;
    this.#stride = 1;
  }

  /**
   * @param {(step: number, seconds: number) => number} place turns a point into its x
   * @param {number} max_points
   * @param {number} [smooth] 0: as measured; else the share that each step keeps of the mean of all before it
   * @returns {Curve}
   */
  curve(place, max_points, smooth = 0) {
    const y = smooth > 0 ? this.#smoothed(smooth) : this.#loss.subarray(0, this.#length);
    const group = Math.max(1, Math.ceil(this.#length / max_points));
    const points = Math.ceil(this.#length / group);
    const curve = {x: new Float64Array(points), y: new Float64Array(points)};
    for (let p = 0; p < points; p++) {
      const first = p * group;
      const last = Math.min(first + group, this.#length) - 1;
      curve.x[p] = place(this.#step[last], this.#seconds[last]);
      curve.y[p] = smooth > 0 ? y[last] : mean(y, first, last);
    }
    return curve;
  }

  /** Exponential mean, corrected for its start as Adam corrects its moments. @param {number} per_step */
  #smoothed(per_step) {
    const keep = per_step ** this.#stride;
    const out = new Float64Array(this.#length);
    let sum = 0;
    let weight = 0;
    for (let i = 0; i < this.#length; i++) {
      sum = keep * sum + (1 - keep) * this.#loss[i];
      weight = keep * weight + (1 - keep);
      out[i] = sum / weight;
    }
    return out;
  }

  #merge() {
    const half = this.#length / 2;
    for (let i = 0; i < half; i++) {
      this.#step[i] = this.#step[2 * i + 1];
      this.#seconds[i] = this.#seconds[2 * i + 1];
      this.#loss[i] = (this.#loss[2 * i] + this.#loss[2 * i + 1]) / 2;
    }
    this.#length = half;
    this.#stride *= 2;
  }
}

/**
 * Rows of numbers, kept as columns. When there are too many, every second row is dropped.
 * @template {string} Name
 */
export class Columns {
  #names;
  #limit;
  #length = 0;
  /** @type {Record<Name, Float64Array>} */
  #columns;

  /** @param {readonly Name[]} names "step" among them, ascending @param {number} [limit] */
  constructor(names, limit = POINT_LIMIT) {
    this.#names = names;
    this.#limit = limit;
    this.#columns = this.#made((_) => new Float64Array(16));
  }

  get length() {
    return this.#length;
  }

  /** As they lie here: valid until the next row. @returns {Record<Name, Float64Array>} */
  get views() {
    return this.#made((name) => this.#columns[name].subarray(0, this.#length));
  }

  /** @returns {Record<Name, number> | undefined} */
  get last() {
    return this.#length ? this.#made((name) => this.#columns[name][this.#length - 1]) : undefined;
  }

  /** @param {Record<Name, number>} row */
  append(row) {
    if (this.#length === this.#columns[this.#names[0]].length) this.#grow();
    for (const name of this.#names) this.#columns[name][this.#length] = row[name];
    this.#length++;
    if (this.#length > this.#limit) this.#thin();
  }

  /** @param {number} step */
  truncate(step) {
    const steps = this.#columns[/** @type {Name} */ ('step')];
    while (this.#length > 0 && steps[this.#length - 1] > step) this.#length--;
  }

  clear() {
    this.#length = 0;
  }

  #grow() {
    for (const name of this.#names) {
      const larger = new Float64Array(2 * this.#columns[name].length);
      larger.set(this.#columns[name]);
      this.#columns[name] = larger;
    }
  }

  #thin() {
    const kept = Math.ceil(this.#length / 2);
    for (const name of this.#names) for (let i = 0; i < kept; i++) this.#columns[name][i] = this.#columns[name][2 * i];
    this.#length = kept;
  }

  /** @template T @param {(name: Name) => T} make @returns {Record<Name, T>} */
  #made(make) {
    return /** @type {Record<Name, T>} */ (Object.fromEntries(this.#names.map((name) => [name, make(name)])));
  }
}

/** @typedef {import('./types').Scores & {step: number, seconds: number}} HeldOutPoint */

/** The held-out scores: exact points; NaN where there is no such number. @extends {Columns<keyof HeldOutPoint>} */
export class HeldOutSeries extends Columns {
  /** @param {number} [limit] */
  constructor(limit) {
    super(['step', 'seconds', ...SCORES], limit);
  }

  /**
   * Empty where the task has no such score.
   * @param {(step: number, seconds: number) => number} place @param {number} max_points
   * @param {keyof import('./types').Scores} [score] @returns {Curve}
   */
  curve(place, max_points, score = 'val_loss') {
    const {step, seconds, [score]: values} = this.views;
    const known = Array.from(values.keys()).filter((i) => Number.isFinite(values[i]));
    const every = Math.max(1, Math.ceil(known.length / max_points));
    const kept = known.filter((_, k) => (known.length - 1 - k) % every === 0);
    return {
      x: Float64Array.from(kept, (i) => place(step[i], seconds[i])),
      y: Float64Array.from(kept, (i) => values[i]),
    };
  }
}

/** @param {Float64Array} values @param {number} first @param {number} last inclusive */
function mean(values, first, last) {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += values[i];
  return sum / (last - first + 1);
}
