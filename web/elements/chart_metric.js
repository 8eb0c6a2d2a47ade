// What the chart shows: which score, compared with which lines, up to where. Pure.
import {loss} from './format.js';
import {percent} from './tokens_view.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/types').Metric} Metric */

/** @type {{value: Metric, title: string, what: string}[]} */
export const METRICS = [
  {value: 'loss', title: 'Loss', what: 'lower is better'},
  {value: 'accuracy', title: 'Right answers', what: 'share of single answers, higher is better'},
  {value: 'exact', title: 'Right as a whole', what: 'share of whole answers without a mistake, higher is better'},
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

/** @param {'val' | 'longer'} set @param {Metric} metric @returns {keyof import('../runtime/types').Scores} */
export function score(set, metric) {
  return /** @type {keyof import('../runtime/types').Scores} */ (`${set}_${metric}`);
}

/** @param {Metric} metric @param {number} value @param {number} [digits] */
export function inMetric(metric, value, digits = 3) {
  return metric === 'loss' ? loss(value, digits) : percent(value);
}

/** @param {Metric} metric @param {boolean} text whether characters of a text are guessed */
export function metricWords(metric, text) {
  const {title, what} = METRICS.find(({value}) => value === metric) ?? METRICS[0];
  return {title, what: metric === 'loss' && text ? 'in nats per character, lower is better' : what};
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
          text: `${order} back ${loss(val_loss, 2)}`,
          short: `${order} back`,
        }));
  return baselines
    .filter((line) => line.metric === metric && Number.isFinite(line.value))
    .map(({title, value}) => ({value, text: title, short: title}));
}

/**
 * How high the chart may reach: one run that explodes must not flatten the others.
 * @param {{train: {y: ArrayLike<number>}, held_out: {y: ArrayLike<number>}}[]} runs
 * @param {{value: number}[]} lines @param {{text: boolean, vocab: number}} task
 */
export function ceilingOf(runs, lines, {text, vocab}) {
  if (text) return 1.15 * Math.log(Math.max(8, vocab || 80));
  const starts = runs.flatMap(({train, held_out}) => [train.y[0], held_out.y[0]]);
  const known = [...starts, ...lines.map(({value}) => value)].filter(Number.isFinite);
  return known.length ? Math.max(...known) + 0.3 * Math.abs(Math.max(...known)) : 1;
}
