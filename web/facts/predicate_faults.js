// What is wrong with a predicate that came from anywhere: a link, a file, a teacher's page. Pure.
import '../words/late.js';
import {metricNamed} from './metrics.js';

/** @typedef {import('../words/words.js').Saying} Saying */

const MOST_MODELS = 6;
const MOST_STEPS = 10_000_000;
const MOST = 1e12;
const LONGEST_NAME = 40; // characters

/** @param {unknown} value */
const isNumber = (value) => typeof value === 'number' && Math.abs(value) <= MOST; // NaN is not
/** @param {unknown} value */
const isStep = (value) =>
  Number.isInteger(value) && isNumber(value) && Number(value) >= 0 && Number(value) <= MOST_STEPS;
/** @param {unknown} value */
const isIndex = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < MOST_MODELS;
/** @param {unknown} value */
const isName = (value) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
/** @param {unknown} value */
const isKind = (value) => isObject(value) && Object.keys(value).join() === 'kind' && isName(value.kind);
/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isMetric = (value) => isName(value) && metricNamed(String(value)) !== null;
/** @param {unknown} value */
const isRange = (value) => Array.isArray(value) && value.length === 2 && value.every(isNumber) && value[0] <= value[1];

/** @type {Record<string, (value: any) => boolean>} */
const AGAINST = {
  model: (value) => isIndex(value) || isKind(value) || value === 'others',
  metric: isMetric,
  plus: isNumber,
  times: isNumber,
};
/** @type {Record<string, (value: any) => boolean>} */
const FIELDS = {
  model: (value) => isIndex(value) || isKind(value) || value === 'any' || value === 'all',
  metric: isMetric,
  op: (value) => ['<', '<=', '>', '>=', 'within'].includes(value),
  value: (value) =>
    isNumber(value) || isRange(value) || (isObject(value) && fieldFault(value, AGAINST, ['model']) === null),
  by_step: isStep,
  from_step: isStep,
  never: (value) => value === true,
};

/** @param {unknown} value @returns {Saying | null} what is wrong with it as a predicate, null: nothing */
export function predicateFault(value) {
  if (!isObject(value)) return {key: 'predicate.fault.object'};
  return fieldFault(value, FIELDS, ['model', 'metric', 'op', 'value']) ?? partsFault(value);
}

/** @param {Record<string, unknown>} value @param {typeof FIELDS} fields @param {string[]} required @returns {Saying | null} */
function fieldFault(value, fields, required) {
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return {key: 'predicate.fault.unknown', values: {field: unknown.slice(0, LONGEST_NAME)}};
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing) return {key: 'predicate.fault.missing', values: {field: missing}};
  const wrong = Object.keys(value).find((name) => !fields[name](value[name]));
  return wrong ? {key: 'predicate.fault.wrong', values: {field: wrong}} : null;
}

/** Whether its parts go together. @param {Record<string, any>} value @returns {Saying | null} */
function partsFault({metric, op, value, by_step, from_step, never}) {
  const {how} = /** @type {import('./metrics.js').Metric} */ (metricNamed(metric));
  const wrong = (/** @type {string} */ field) => ({key: 'predicate.fault.together', values: {field}});
  if ((op === 'within') !== Array.isArray(value)) return wrong('value');
  if (from_step !== undefined && (how !== 'curve' || never || from_step > (by_step ?? Infinity)))
    return wrong('from_step');
  if (by_step !== undefined && (how === 'final' || how === 'present')) return wrong('by_step');
  return null;
}
