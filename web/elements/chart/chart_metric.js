// What the chart shows: which score, compared with which lines, up to where. Pure.
import {titleOf} from '../../words/overlay.js';
import {loss, percent} from '../parts/format.js';
import {say} from '../../words/words.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/types').Metric} Metric */
/** @typedef {import('../../words/words.js').Saying} Saying */

/** @type {{value: Metric, title: Saying, what: Saying}[]} */
export const METRICS = [
  {value: 'loss', title: {key: 'chart.loss'}, what: {key: 'chart.loss.what'}},
  {value: 'accuracy', title: {key: 'chart.accuracy'}, what: {key: 'chart.accuracy.what'}},
  {value: 'exact', title: {key: 'chart.exact'}, what: {key: 'chart.exact.what'}},
];

/** What tells most of a task, before there is anything to see. @type {Record<string, Metric>} */
const FIRST = {pairs: 'exact', labels: 'accuracy', positions: 'accuracy', images: 'accuracy'};

/**
 * The chosen metric, or what suits the task; the loss where the models have no such score.
 * @param {Metric | ''} chosen @param {Pick<Race, 'view' | 'runners'>} race @returns {Metric}
 */
export function metricOf(chosen, {view, runners}) {
  const wanted = chosen || (FIRST[view] ?? 'loss');
  const scored = runners.filter(({latest}) => Number.isFinite(latest.val_loss));
  if (wanted === 'loss' || !scored.length) return wanted;
  const order = /** @type {Metric[]} */ ([wanted, 'accuracy']);
  return order.find((metric) => scored.some(({latest}) => Number.isFinite(latest[score('val', metric)]))) ?? 'loss';
}

/** @param {'val' | 'longer'} set @param {Metric} metric @returns {keyof import('../../runtime/types').Scores} */
export function score(set, metric) {
  return /** @type {keyof import('../../runtime/types').Scores} */ (`${set}_${metric}`);
}

/** @param {Metric} metric @param {number} value @param {number} [digits] */
export function inMetric(metric, value, digits = 3) {
  return metric === 'loss' ? loss(value, digits) : percent(value);
}

/** @param {Metric} metric @param {boolean} text whether characters of a text are guessed @returns {{title: Saying, what: Saying}} */
export function metricWords(metric, text) {
  const {title, what} = METRICS.find(({value}) => value === metric) ?? METRICS[0];
  return {title, what: metric === 'loss' && text ? {key: 'chart.loss.what.text'} : what};
}

/**
 * Lines to compare with: what counting reaches, or what the task says of itself.
 * @param {Pick<Race, 'readsText' | 'floors' | 'baselines'>} race @param {Metric} metric
 * @returns {{value: number, text: string, short: string}[]}
 */
export function linesOf({readsText, floors, baselines}, metric) {
  if (readsText)
    return metric !== 'loss'
      ? []
      : floors.levels.map(({order, val_loss}) => ({
          value: val_loss,
          text: say('chart.floor', {order, loss: loss(val_loss, 2)}),
          short: say('chart.floor.short', {order}),
        }));
  return baselines
    .filter((line) => line.metric === metric && Number.isFinite(line.value))
    .map((line) => ({value: line.value, text: nameOf(line), short: nameOf(line)}));
}

/** @param {import('../../runtime/types').Baseline} line */
function nameOf(line) {
  const title = titleOf('baseline', line);
  return line.of ? say('chart.line.of', {line: title, models: line.of.join(', ')}) : title;
}

/**
 * How high the chart may reach: one run that explodes must not flatten the others.
 * @param {{train: {y: ArrayLike<number>}, held_out: {y: ArrayLike<number>}}[]} runs
 * @param {number[]} levels of the lines to compare with @param {{text: boolean, vocab: number}} task
 */
export function ceilingOf(runs, levels, {text, vocab}) {
  if (text) return 1.15 * Math.log(Math.max(8, vocab || 80));
  const starts = runs.flatMap(({train, held_out}) => [train.y[0], held_out.y[0]]);
  const known = [...starts, ...levels].filter(Number.isFinite);
  return known.length ? Math.max(...known) + 0.3 * Math.abs(Math.max(...known)) : 1;
}

/** Whether there is anything of it to draw yet. @param {import('../../charts/loss_columns.js').Run[]} runs @param {'train' | 'held_out' | 'longer'} which */
export function isDrawn(runs, which) {
  return runs.some((run) => (run[which]?.x.length ?? 0) > 0);
}
