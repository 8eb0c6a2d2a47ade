// Scores, ranges and lines of a race in words, for everything that tells of one: keys and values. Pure but for the form of numbers.
import {titleOf} from '../words/overlay.js';
import {fixed, percent, plainInteger} from '../words/numbers.js';
import {intervalOf, scoreOf} from './entrants.js';
import {lowIsBetter, measureOf} from './metrics.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').Score} Score */
/** @typedef {import('../words/words.js').Saying} Saying */

/** Views in which a held-out example has one answer. */
export const ONE_ANSWER = new Set(['labels', 'images', 'sets']);

/** @param {Score} score @param {number} value */
export function scoreWritten(score, value) {
  if (!lowIsBetter(score)) return percent(value);
  return fixed(value, Math.abs(value) < 0.1 ? 4 : Math.abs(value) < 1 ? 3 : 2);
}

/** The ends of a range, rounded outwards, so that it never seems narrower than it is; of shares the second has the sign of both. @param {Score} score @param {{low: number, high: number}} range */
export function rangeWritten(score, {low, high}) {
  if (lowIsBetter(score)) return {low: scoreWritten(score, low), high: scoreWritten(score, high)};
  const [from, to] = [Math.floor(100 * low + 1e-9), Math.ceil(100 * high - 1e-9)].map(plainInteger);
  return {low: from, high: {key: 'number.percent', values: {n: to}}};
}

/** Values from the least to the largest. @param {Score} score @param {number[]} values @returns {Saying} */
export function spanSaid(score, values) {
  const {low, high} = rangeWritten(score, {low: Math.min(...values), high: Math.max(...values)});
  const same = low === (typeof high === 'string' ? high : high.values.n) ? 'yes' : 'no';
  return {key: 'verdict.from_to', values: {low, high, same}};
}

/**
 * "95 % of 256 held-out answers right, so between 91 and 98 %": as much of it as is known.
 * @param {ModelFacts} model @param {Score} score a share @param {Facts['view']} view @returns {Saying}
 */
export function shareSaid(model, score, view) {
  const value = Number(scoreOf(model, score));
  const [metric, whole] = measureSaid(model, score, view);
  const range = intervalOf(model, score, value);
  const share = percent(value);
  if (!range) return {key: 'verdict.share', values: {metric, share, whole}};
  const values = {metric, share, whole, count: Number(model.held_out), ...rangeWritten(score, range)};
  return {key: 'verdict.sure', values};
}

/** Of what a share is one. Where whole answers are counted, too, the chart shows those: both are said, each with its name. @param {ModelFacts} model @param {Score} score @param {Facts['view']} view @returns {['exact' | 'whole' | 'both' | 'single', string]} */
function measureSaid(model, score, view) {
  if (score === 'val_exact') return ['exact', ''];
  if (ONE_ANSWER.has(view)) return ['whole', ''];
  const exact = scoreOf(model, 'val_exact');
  return exact === null ? ['single', ''] : ['both', percent(exact)];
}

/** What a line is called. @param {import('./types').LineFacts} line @param {Facts['lines']} lines @returns {string | Saying} */
export function lineSaid({name, score, value}, lines) {
  const [, order] = /^order_(\d+)$/.exec(name) ?? [];
  if (order !== undefined) return {key: 'verdict.counted', values: {order: Number(order)}};
  const line = lines.find((one) => one.name === name && one.metric === measureOf(score) && one.value === value);
  return titleOf('baseline', {name, title: line?.title ?? name});
}

/** Those with a score, best first. @param {Facts} facts @returns {{model: ModelFacts, value: string}[]} */
export function placed({order, main, models}) {
  const places = (order[main] ?? []).flat().map((index) => models[index]);
  return places.map((model) => ({model, value: scoreWritten(main, Number(scoreOf(model, main)))}));
}

/** Which ended before their last steps, and why. @param {Facts['models']} models @returns {Saying[]} */
export const endings = (models) =>
  models.flatMap(({name, ended}) => (ended ? [{key: 'news.trouble', values: {name, message: ended}}] : []));

/** @param {(string | Saying)[]} parts at least one @returns {string | Saying} */
export const listed = (parts) => parts.reduce((before, next) => ({key: 'list.comma', values: {before, next}}));
