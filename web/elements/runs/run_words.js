// What is said of a kept race.
import {lowIsBetter, mainMetric} from '../../facts/metrics.js';
import {viewOf} from '../../state/task_kinds.js';
import {isTrained, spanOf} from '../../store/kept_race.js';
import {say, spoken} from '../../words/words.js';
import {loss, percent} from '../parts/format.js';

/** @typedef {import('../../store/kept_race.js').Row} Row @typedef {import('../../runtime/types').Description} Description */
/** A model's score. @typedef {{metric: import('../../runtime/types').Metric, value: number}} Score */

/** How far it is: "step 340 of 400", or "steps 340 to 380 of 400" where its models are not equally far. @param {Row} row */
export function progressIn(row) {
  if (!isTrained(row)) return say('runs.untrained');
  const {low, high, steps, done} = spanOf(row);
  if (low === high) return done ? say('runs.done', {step: low}) : say('run.at', {step: low, steps});
  return done ? say('runs.done_between', {low, high}) : say('run.between', {low, high, steps});
}

/** That data are not those, and what is known of the difference. @param {string} title @param {number | null} longer @param {string} wanted the title of those */
export function otherwise(title, longer, wanted) {
  const not = say(title === wanted ? 'runs.other_of_name' : 'runs.not_that', {title});
  if (longer === null) return not;
  const key = longer === 0 ? 'runs.as_long' : longer < 0 ? 'runs.shorter' : 'runs.longer';
  return `${not} ${say(key, {count: Math.abs(longer)})}`;
}

/** @param {number} ms since 1970 @param {number} [now] */
export function when(ms, now = Date.now()) {
  const day = (/** @type {number} */ at) => new Date(at).toDateString();
  const write = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    new Intl.DateTimeFormat([spoken(), 'en'], options).format(ms);
  const time = write({timeStyle: 'short'});
  if (day(ms) === day(now)) return say('runs.today', {time});
  return say('runs.on', {date: write({dateStyle: 'medium'}), time});
}

/** Of one model; null where it was not tested. @param {Row} row @param {number} k @param {Description} describe @returns {Score | null} */
export function scoreOf({receipt: {models, page}}, k, describe) {
  const {scores} = models[k];
  const metric = mainMetric(scores, viewOf(page.experiment.task, describe));
  const value = scores[/** @type {'val_loss'} */ (`val_${metric}`)];
  return typeof value === 'number' ? {metric, value} : null;
}

/** Of its best model. @param {Row} row @param {Description} describe @returns {Score | null} */
export function bestOf(row, describe) {
  const all = row.receipt.models.flatMap((_, k) => scoreOf(row, k, describe) ?? []);
  return all.reduce((/** @type {Score | null} */ best, one) => (best && !better(one, best) ? best : one), null);
}

/** @param {Score} one @param {Score} other of one task */
export function better(one, other) {
  if (one.metric !== other.metric)
    return one.metric === 'exact' || (one.metric === 'accuracy' && other.metric === 'loss');
  return lowIsBetter(one.metric) ? one.value < other.value : one.value > other.value;
}

/** @param {Score | null} score */
export function scoreIn(score) {
  if (!score) return '–';
  return score.metric === 'loss'
    ? say('runs.loss', {value: loss(score.value)})
    : say('runs.right', {value: percent(score.value)});
}
