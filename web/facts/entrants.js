// Who is compared with whom: each model, and those that differ in their seed alone as one. With the range in which its score
// lies, as far as held-out answers and seeds tell. Pure.
import {lowIsBetter} from './metrics.js';
import {wilson} from './wilson.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').Score} Score */
/** What other seeds gave of a model of this very experiment. @typedef {{model: number, metric: string, values: number[]}} Spread */

/**
 * name: of the first of them. values: what each ended with. range: null where nothing is known of what chance made of it.
 * seeds: how many are known of, elsewhere too.
 * @typedef {{name: string, models: ModelFacts[], values: number[], range: {low: number, high: number} | null, seeds: number, counts: boolean}} Entrant
 */

/** So many seeds against as many lie apart by chance once in ten times; of fewer nobody can tell. */
export const SEEDS = 3;

/** @param {Facts} facts @param {readonly Spread[]} [spreads] @returns {Entrant[]} best first; who has no score, or broke off, is none */
export function entrantsOf({models, repeats, main}, spreads = []) {
  const known = models.filter((model) => model.finite && model.state !== 'failed' && scoreOf(model, main) !== null);
  const alike = (/** @type {ModelFacts} */ {index}) => repeats.find((group) => group.models.includes(index))?.models;
  const first = (/** @type {ModelFacts} */ model) =>
    known.find(({index}) => index === model.index || alike(model)?.includes(index)) === model;
  const all = known.filter(first).map((model) => {
    const group = known.filter(({index}) => index === model.index || alike(model)?.includes(index));
    const elsewhere = spreads.find(({model, metric}) => metric === main && group.some(({index}) => index === model));
    return entrant(group, main, elsewhere?.values ?? []);
  });
  const sign = lowIsBetter(main) ? 1 : -1;
  return all.sort((a, b) => sign * (mean(a.values) - mean(b.values)));
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {ModelFacts} model @param {Score} score @returns {number | null} */
export const scoreOf = ({refused, scores}, score) => (refused ? null : (scores[score]?.latest?.value ?? null));

/** @param {ModelFacts[]} models @param {Score} main @param {number[]} elsewhere */
function entrant(models, main, elsewhere) {
  const values = models.map((model) => Number(scoreOf(model, main)));
  const {counts} = models[0];
  const seeds = Math.max(models.length, elsewhere.length);
  const intervals = models.map((model, k) => intervalOf(model, main, values[k]));
  const known = intervals.every((one) => one !== null) || seeds >= SEEDS || counts;
  const all = [...values, ...elsewhere, ...intervals.flatMap((one) => (one ? [one.low, one.high] : []))];
  const range = known ? {low: Math.min(...all), high: Math.max(...all)} : null;
  return {name: models[0].name, models, values, range, seeds, counts};
}

/**
 * In which a share lies, by the number of held-out examples; null for a loss, or where that is not known. Answers of one
 * example are no independent ones, so it is the examples that count: the interval is rather too wide than too narrow.
 * @param {ModelFacts} model @param {Score} score @param {number} value
 */
export function intervalOf({held_out}, score, value) {
  return lowIsBetter(score) || !held_out ? null : wilson(value, held_out);
}

/** Whether two are surely different: both ranges are known, and they do not overlap. @param {Entrant} one @param {Entrant} other */
export function apart({range: one}, {range: other}) {
  return one !== null && other !== null && (one.high < other.low || other.high < one.low);
}
