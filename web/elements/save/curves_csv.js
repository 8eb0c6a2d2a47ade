// The curves of a race as a table: a row for each point of each model, all that was measured, not what is drawn. Pure.
import {SCORES} from '../../runtime/meter.js';

/** @typedef {import('../../runtime/shown_run.js').ShownRun} ShownRun @typedef {import('./csv.js').Cell} Cell */
/** @typedef {Pick<ShownRun, 'name' | 'record'>} Run */
/** @typedef {{step: number, seconds: number, loss?: number, scores?: number[]}} Point */

/** @param {string} unit of the losses @returns {string[]} names as programs like them; the order of `curveRows` */
export function curveHead(unit) {
  const scores = SCORES.map((name) => name.replace('val_', 'held_out_').replace(/_loss$/, `_loss_${unit}`));
  return ['model', 'step', 'tokens', 'seconds', `training_loss_${unit}`, ...scores];
}

/** @param {Run[]} runs @returns {Iterable<Cell[]>} model by model, steps ascending; nothing where nothing was measured */
export function* curveRows(runs) {
  for (const {name, record} of runs) {
    const {step: last, tokens} = record.meter;
    const each = last > 0 ? tokens / last : NaN; // as many in every step
    for (const {step, seconds, loss, scores = SCORES.map(() => NaN)} of pointsOf(record))
      yield [name, step, step * each, seconds, loss, ...scores];
  }
}

/** Training and held-out points of a step in one. @param {Run['record']} record @returns {Point[]} */
function pointsOf({training, heldOut}) {
  const [trained, held] = [training.views, heldOut.views];
  /** @type {Map<number, Point>} */
  const points = new Map();
  trained.step.forEach((step, i) => points.set(step, {step, seconds: trained.seconds[i], loss: trained.loss[i]}));
  held.step.forEach((step, i) => {
    const scores = SCORES.map((name) => held[name][i]);
    points.set(step, {seconds: held.seconds[i], ...points.get(step), step, scores});
  });
  return [...points.values()].sort((a, b) => a.step - b.step);
}
