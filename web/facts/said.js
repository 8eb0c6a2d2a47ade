// A predicate in words: "LSTM reaches at least 90 % right by step 1,200". Returns keys and values; what they say is in
// web/words. Pure.
import '../words/late.js';
import {measureOf, metricNamed} from './metrics.js';

/** @typedef {import('./types').Facts} Facts */
/** @typedef {import('./types').Predicate} Predicate */
/** @typedef {import('./metrics.js').Metric} Metric */
/** @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {import('../words/words.js').Values} Values */

/** As the texts name them. */
const RELATIONS = {'<': 'below', '<=': 'most', '>': 'above', '>=': 'least', within: 'within'};

/**
 * @param {Predicate} predicate @param {Pick<Facts, 'models'>} facts whose names are told
 * @returns {Saying}
 */
export function said(predicate, facts) {
  const metric = metricNamed(predicate.metric);
  if (!metric) return {key: 'predicate.nothing', values: {metric: predicate.metric}};
  const {by_step, from_step} = predicate;
  const values = {
    ...whose(predicate.model, facts),
    ...aim(predicate, metric, facts),
    metric: metric.of.replace(/^measured\./, ''),
    relation: RELATIONS[predicate.op],
    timed: by_step === undefined ? 'no' : 'yes',
    by: by_step ?? 0,
    from: from_step ?? 0,
  };
  return {key: `predicate.${form(predicate, metric)}`, values};
}

/** @param {Predicate} predicate @param {Metric} metric */
function form({from_step, never}, {how}) {
  if (never) return 'never';
  if (how === 'curve') return from_step === undefined ? 'reaches' : 'stays';
  return {final: 'ends', best: 'best', counter: 'needs', present: 'has'}[how];
}

/** @param {Predicate['model'] | 'others'} model @param {Pick<Facts, 'models'>} facts @returns {Values} */
function whose(model, {models}) {
  if (typeof model === 'string') return {who: model, name: ''};
  if (typeof model === 'number') return {who: 'one', name: models[model]?.name ?? String(model + 1)};
  const known = models.filter(({kind}) => kind === model.kind);
  return known.length === 1 ? {who: 'one', name: known[0].name} : {who: 'kind', name: kindPlain(model.kind)};
}

const ABBREVIATIONS = new Set(['rnn', 'gru', 'lstm', 'mlp']);

/** A kind as people call it, where nobody has its title at hand. @param {string} kind */
export function kindPlain(kind) {
  if (ABBREVIATIONS.has(kind)) return kind.toUpperCase();
  return kind === 'ngram' ? 'n-gram' : kind[0].toUpperCase() + kind.slice(1).replaceAll('_', ' ');
}

/** What it is compared with. @param {Predicate} predicate @param {Metric} metric @param {Pick<Facts, 'models'>} facts @returns {Values} */
function aim({value}, metric, facts) {
  const write = (/** @type {number} */ number) => written(number, metric);
  if (typeof value === 'number') return {against: 'number', amount: write(value)};
  if (Array.isArray(value)) return {against: 'number', low: write(value[0]), amount: write(value[1])};
  const {plus = 0, times = 1} = value;
  const {who, name} = whose(value.model, facts);
  const against = plus > 0 ? 'more' : plus < 0 ? 'less' : 'same';
  const scaled = times === 1 ? 'no' : 'yes';
  return {against, rival: who, rival_name: name, scaled, times: short(times), amount: write(Math.abs(plus))};
}

/** Shares in hundredths. @param {number} value @param {Metric} metric */
function written(value, {of}) {
  return short(['accuracy', 'exact', 'clipped'].includes(measureOf(of)) ? 100 * value : value);
}

/** To four digits: as a number, which the language writes, where three decimals are enough. @param {number} value */
function short(value) {
  const rounded = Math.abs(value) >= 1e4 ? Math.round(value) : Number(value.toPrecision(4));
  return Number(rounded.toFixed(3)) === rounded ? rounded : String(rounded);
}
