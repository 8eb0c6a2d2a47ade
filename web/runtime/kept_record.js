// What a run has left behind as plain numbers, to be kept or written to a file, and a run's record made of such again.
import {SCORES} from './meter.js';
import {Record} from './record.js';
import {POINT_LIMIT} from './series.js';

/** Floats have nine digits, means of them a little more. */
const DIGITS = 10;
const SAMPLE_LIMIT = 2000;
const HELD_OUT = /** @type {const} */ (['step', 'seconds', ...SCORES]);
const SIGNALS = /** @type {const} */ (['step', 'grad_norm', 'lr']);
const TRAINING = /** @type {const} */ (['step', 'seconds', 'loss']);

/**
 * Numbers a step are columns of equal length, steps ascending; null where there is no number.
 * @typedef {{[name: string]: (number | null)[]}} Kept
 * @typedef {object} KeptRecord
 * @property {number} step where the run was @property {number} seconds of training
 * @property {number} tokens_per_step @property {number} flops_per_step
 * @property {number | null} loss the mean of the last steps
 * @property {{stride: number, [name: string]: any}} training columns step, seconds, loss; each point is the mean over `stride` steps
 * @property {Kept} held_out @property {Kept} signals
 * @property {string} sample what it wrote last
 * @property {import('./record.js').Ended | null} ended why it ended before its last step
 */

/** @param {Record} record @param {{step: number, seconds: number}} at what came after it is left out @returns {KeptRecord} */
export function keptRecord({meter, training, heldOut, signals, sample, ended}, {step, seconds}) {
  const {latest} = meter;
  const each = (/** @type {number} */ total) => (latest.step > 0 ? total / latest.step : 0);
  return {
    step,
    seconds: short(seconds) ?? 0,
    tokens_per_step: each(latest.tokens),
    flops_per_step: each(latest.flops),
    loss: short(latest.loss),
    training: {stride: training.stride, ...columns(training.views, TRAINING, step)},
    held_out: columns(heldOut.views, HELD_OUT, step),
    signals: columns(signals.views, SIGNALS, step),
    sample: sample.slice(0, SAMPLE_LIMIT),
    ended,
  };
}

/** @param {{[name: string]: Float64Array}} views @param {readonly string[]} names @param {number} last step */
function columns(views, names, last) {
  const steps = views.step;
  let length = steps.length;
  while (length > 0 && steps[length - 1] > last) length--;
  return Object.fromEntries(names.map((name) => [name, Array.from(views[name].subarray(0, length), short)]));
}

/** @param {number} value */
function short(value) {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
}

/**
 * @param {unknown} kept anything: a file may be a stranger's @param {import('./record.js').Checkpoint | null} saved where the run goes on
 * @returns {Record} what does not fit is left out
 */
export function restoredRecord(kept, saved) {
  const record = new Record();
  const {step, seconds} = saved ?? {step: 0, seconds: 0};
  const of = isPlain(kept) ? kept : {};
  const number = (/** @type {unknown} */ value, other = 0) => (typeof value === 'number' && value >= 0 ? value : other);
  const each = {tokens: number(of.tokens_per_step), flops: number(of.flops_per_step)};
  restoreTraining(record, of.training, step);
  for (const row of rows(of.held_out, HELD_OUT, step)) record.heldOut.append(/** @type {any} */ (row));
  for (const row of rows(of.signals, SIGNALS, step)) record.signals.append(/** @type {any} */ (row));
  const {grad_norm = NaN, lr = NaN} = record.signals.last ?? {};
  const totals = {tokens: step * each.tokens, flops: step * each.flops};
  record.meter.restore({step, seconds, ...totals, loss: number(of.loss, NaN), grad_norm, lr});
  record.meter.heldOut(record.heldOut.last ?? {});
  record.sample = typeof of.sample === 'string' ? of.sample.slice(0, SAMPLE_LIMIT) : '';
  record.ended = endedOf(of.ended);
  record.saved = record.good = saved;
  return record;
}

/** Of a stranger's words nothing is said. @param {any} ended @returns {import('./record.js').Ended | null} */
function endedOf(ended) {
  const {key, values} = isPlain(ended?.why) ? ended.why : {};
  if (!Number.isSafeInteger(ended?.step) || !isPlain(values)) return null;
  const {step} = ended;
  if (key === 'early.rose') return {step, why: {key, values: {step, count: Number(values.count)}}};
  if (key !== 'early.reached') return null;
  const score = ['loss', 'accuracy', 'exact'].find((metric) => values.score?.key === `early.${metric}`) ?? 'loss';
  return {step, why: {key, values: {step, score: {key: `early.${score}`}, value: String(values.value).slice(0, 20)}}};
}

/** @param {Record} record @param {unknown} training @param {number} last */
function restoreTraining(record, training, last) {
  const points = rows(training, TRAINING, last).filter(({loss}) => Number.isFinite(loss));
  const stride = Number(isPlain(training) ? training.stride : 1);
  if (!Number.isSafeInteger(stride) || stride < 1 || points.length === POINT_LIMIT) return;
  const column = (/** @type {string} */ name) => points.map((row) => row[name]);
  record.training.restore({step: column('step'), seconds: column('seconds'), loss: column('loss')}, stride);
}

/** Up to a step; none where the columns do not fit together. @param {unknown} table @param {readonly string[]} names @param {number} last @returns {{[name: string]: number}[]} */
function rows(table, names, last) {
  if (!isPlain(table)) return [];
  const length = Array.isArray(table.step) ? table.step.length : 0;
  const whole = names.every((name) => Array.isArray(table[name]) && table[name].length === length);
  if (!whole || length > POINT_LIMIT) return [];
  const value = (/** @type {unknown} */ number) => (typeof number === 'number' ? number : NaN);
  const all = table.step.map((/** @type {unknown} */ _, /** @type {number} */ i) =>
    Object.fromEntries(names.map((name) => [name, value(table[name][i])])),
  );
  let before = 0;
  return all.filter((/** @type {any} */ row) => {
    const fits = row.step > before && row.step <= last;
    if (fits) before = row.step;
    return fits;
  });
}

/** @param {unknown} value @returns {value is {[name: string]: any}} */
function isPlain(value) {
  return typeof value === 'object' && value !== null;
}
