// Whether a model's last test ends its run before its last step. Pure: its held-out curve and what was asked for.
import {changesOf} from '../state/runs.js';
import '../words/late.js';
import {lowIsBetter} from './metrics.js';

/** @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {{[name: string]: ArrayLike<number>}} Tests columns: step, ascending, and scores */
/** @typedef {Pick<import('../state/view.js').View, 'patience' | 'goal'>} Asked */

/**
 * @param {Tests} tests @param {Asked} asked @param {number} step where it is, at the last of them or a little later
 * @param {number} [from] the step from which somebody wanted it to go on: what was so by then is no reason again
 * @returns {Saying | null} why it ends there; null: it goes on
 */
export function earlyEnd(tests, {patience, goal}, step, from = 0) {
  const [metric, value] = goal.split(':');
  if (metric && arrives(tests, metric, Number(value), from))
    return {key: 'early.reached', values: {step, score: {key: `early.${metric}`}, value}};
  const count = patience > 0 ? inVain(tests, from) : -1;
  return count >= patience ? {key: 'early.rose', values: {step, count}} : null;
}

/** Whether the last test is beyond a goal, and it went on from none that was. @param {Tests} tests @param {string} metric @param {number} value @param {number} from */
function arrives({step, ...scores}, metric, value, from) {
  const there = Array.from(scores[`val_${metric}`] ?? [], (score) =>
    lowIsBetter(metric) ? score <= value : score >= value,
  );
  return there.at(-1) === true && !there.some((one, i) => one && step[i] <= from);
}

/** How many tests in a row were no better than the best before. @param {Tests} tests @param {number} from */
function inVain({step, val_loss}, from) {
  let [best, count] = [Infinity, 0];
  for (let i = 0; i < val_loss.length; i++) {
    count = val_loss[i] < best || step[i] <= from ? 0 : count + 1;
    if (val_loss[i] < best) best = val_loss[i];
  }
  return best < Infinity ? count : 0;
}

/** Where the run was last told to go on. @param {import('../runtime/types').ModelJson} model @param {number} now a step */
export function wentOnAt(model, now) {
  return changesOf(model).findLast(({step, train: {steps = 0}}) => step <= now && steps > step)?.step ?? 0;
}

/** Judges each test of a race's models. @param {Asked} asked @returns {(runner: import('../runtime/shown_run.js').ShownRun) => Saying | null} */
export function judgeOf(asked) {
  return ({model, record, step}) => earlyEnd(record.heldOut.views, asked, step, wentOnAt(model, step));
}
