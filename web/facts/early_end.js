// Whether a model's last test ends its run before its last step. Pure: its held-out curve and what was asked for.
import {goalOf} from '../state/view.js';
import {changesOf} from '../state/runs.js';
import {lowIsBetter} from './metrics.js';

/** @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {Pick<import('../state/view.js').View, 'patience' | 'goal'>} Asked */

/**
 * @param {{[name: string]: ArrayLike<number>}} tests columns: step, ascending, and scores
 * @param {Asked} asked @param {number} from the step from which somebody wanted it to go on: what was so by then is no reason again
 * @returns {Saying | null} why it ends at the last of them; null: it goes on
 */
export function earlyEnd(tests, {patience, goal}, from = 0) {
  return reached(tests, goal, from) ?? ranOut(tests, patience, from);
}

/** The first test beyond the goal. @param {{[name: string]: ArrayLike<number>}} tests @param {string} goal @param {number} from @returns {Saying | null} */
function reached({step, ...scores}, goal, from) {
  const {metric, value} = goalOf(goal) ?? {metric: '', value: 0};
  const found = scores[`val_${metric}`] ?? [];
  const there = (/** @type {number} */ i) => (lowIsBetter(metric) ? found[i] <= value : found[i] >= value);
  for (let i = 0; i < found.length && step[i] <= from; i++) if (there(i)) return null;
  const said = metric === 'loss' ? String(value) : String(Number((100 * value).toPrecision(9)));
  const last = found.length - 1;
  return there(last) ? {key: 'early.reached', values: {step: step[last], metric, value: said}} : null;
}

/** So many tests in a row that were no better than the best before. @param {{[name: string]: ArrayLike<number>}} tests @param {number} patience @param {number} from @returns {Saying | null} */
function ranOut({step, val_loss}, patience, from) {
  let [best, count] = [Infinity, 0];
  for (let i = 0; i < val_loss.length; i++) {
    const better = val_loss[i] < best;
    if (better) best = val_loss[i];
    count = better || step[i] <= from ? 0 : count + 1;
  }
  const over = patience > 0 && best < Infinity && count >= patience;
  return over ? {key: 'early.rose', values: {step: step[step.length - 1], count}} : null;
}

/** Where the run was last told to go on. @param {import('../runtime/types').ModelJson} model @param {number} now a step */
export function wentOnAt(model, now) {
  const longer = changesOf(model).filter(({step, train: {steps = 0}}) => step <= now && steps > step);
  return longer.at(-1)?.step ?? 0;
}

/** Judges each test of a race's models; null where nothing is asked. @param {Asked} asked */
export function judgeOf(asked) {
  if (!asked.patience && !asked.goal) return null;
  return (/** @type {import('../runtime/shown_run.js').ShownRun} */ {model, record, step}) =>
    earlyEnd(record.heldOut.views, asked, wentOnAt(model, step));
}
