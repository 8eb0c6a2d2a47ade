// Whether a predicate holds for one model, compared with a number or with one other model. Pure.
import {lowIsBetter, metricNamed} from './metrics.js';
import {curveOf, isClosed, knownTo, reading} from './readings.js';

/** @typedef {import('./types').Curve} Curve */
/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').Predicate} Predicate */
/** @typedef {import('./types').Verdict} Verdict */
/** @typedef {import('./metrics.js').Metric} Metric */
/** rival: whose value is the bound. @typedef {{predicate: Predicate, metric: Metric, model: ModelFacts, rival: ModelFacts | null}} Case */
/** @typedef {{bound: number | [number, number], other: number | null}} Bound */

/** @type {Verdict} */
export const UNKNOWN = Object.freeze({holds: null, value: null, step: null, other: null, model: null, settled: false});

/** @param {Case} one @returns {Verdict} */
export function judged(one) {
  const verdict = {...verdictOf(one), model: one.model.index};
  return one.predicate.never && verdict.holds !== null ? {...verdict, holds: !verdict.holds} : verdict;
}

/** @param {Case} one @returns {Verdict} */
function verdictOf(one) {
  const {how} = one.metric;
  if (how === 'curve') return one.predicate.from_step === undefined ? reached(one) : stayed(one);
  return how === 'present' ? present(one) : upTo(one);
}

/** The first point there decides. @param {Case} one @returns {Verdict} */
function reached(one) {
  /** @type {number | null} */
  let last = null;
  for (const {step, value, bound, other} of compared(one)) {
    if (passes(one.predicate.op, value, bound)) return {...UNKNOWN, holds: true, value, step, other, settled: true};
    last = value;
  }
  const settled = allClosed(one);
  return {...UNKNOWN, holds: settled ? false : null, value: last, settled};
}

/** The point furthest off decides, or tells how near it was. @param {Case} one @returns {Verdict} */
function stayed(one) {
  let [worst, furthest, inside] = [UNKNOWN, -Infinity, true];
  for (const {step, value, bound, other} of compared(one)) {
    const off = offBy(one.predicate.op, value, bound);
    inside &&= passes(one.predicate.op, value, bound);
    if (off > furthest) [furthest, worst] = [off, {...UNKNOWN, value, step, other}];
  }
  const settled = allClosed(one);
  if (!inside || (settled && !arrived(one))) return {...worst, holds: false, settled};
  return {...worst, holds: settled && worst.value !== null ? true : null, settled};
}

/** The best so far, what only grows, or the end. @param {Case} one @returns {Verdict} */
function upTo(one) {
  const {predicate, metric, model, rival} = one;
  const by = byStep(one);
  const settled = isClosed(model, metric, by);
  const found = reading(model, metric, settled ? by : knownTo(model, metric));
  const against = boundAt(one, by);
  if (!found) return {...UNKNOWN, holds: settled ? false : null, settled};
  if (!against) return {...UNKNOWN, ...found};
  const there = passes(predicate.op, found.value, against.bound);
  const decided = settled || (!rival && there === lasts(metric, predicate.op));
  return {...UNKNOWN, ...found, other: against.other, holds: decided ? there : null, settled};
}

/** What is passed on the only way that a value can go stays passed; so does a bound that it has left behind.
 *  @param {Metric} metric @param {Predicate['op']} op @returns {boolean | null} null: either may still change */
function lasts({how, of}, op) {
  if (op === 'within') return null;
  const falls = how === 'best' && lowIsBetter(of);
  return (op === '<' || op === '<=') === falls;
}

/** So at this moment. @param {Case} one @returns {Verdict} */
function present(one) {
  const found = reading(one.model, one.metric, Infinity);
  const against = boundAt(one, Infinity);
  if (!found || !against) return UNKNOWN;
  const holds = passes(one.predicate.op, found.value, against.bound);
  return {...UNKNOWN, ...found, other: against.other, holds};
}

/** The points that count, each with what it is compared with. @param {Case} one */
function* compared(one) {
  const {model, metric, predicate} = one;
  const {step, value} = curveOf(model, metric) ?? /** @type {Curve} */ ({step: [], value: []});
  const [from, by] = [predicate.from_step ?? 0, byStep(one)];
  for (let i = 0; i < step.length && step[i] <= by; i++) {
    if (step[i] < from || !Number.isFinite(value[i])) continue;
    const against = boundAt(one, step[i]);
    if (against) yield {step: step[i], value: value[i], ...against};
  }
}

/** What is compared with at a step; null where the other model is not there yet. @param {Case} one @param {number} step @returns {Bound | null} */
function boundAt({predicate: {value}, metric, rival}, step) {
  if (typeof value === 'number' || Array.isArray(value)) return {bound: value, other: null};
  const theirs = theirMetric(value, metric);
  const other = rival && reading(rival, theirs, step);
  if (other) return {bound: (value.times ?? 1) * other.value + (value.plus ?? 0), other: other.value};
  // Who broke down on the way ends worse than anybody.
  const failed = rival?.over && theirs.how === 'final';
  return failed ? {bound: lowIsBetter(theirs.of) ? Infinity : -Infinity, other: null} : null;
}

/** @param {import('./types').Against} against @param {Metric} metric */
const theirMetric = (against, metric) => metricNamed(against.metric ?? '') ?? metric;

/** @param {Case} one */
const byStep = ({predicate}) => predicate.by_step ?? Infinity;

/** Nobody who matters will bring another point. @param {Case} one */
function allClosed(one) {
  const {model, metric, rival, predicate} = one;
  if (!isClosed(model, metric, byStep(one))) return false;
  return (
    !rival ||
    isClosed(rival, theirMetric(/** @type {import('./types').Against} */ (predicate.value), metric), byStep(one))
  );
}

/** Whether it has trained as far as it is judged, rather than broken down before. @param {Case} one */
function arrived(one) {
  return one.model.finite || knownTo(one.model, one.metric) >= byStep(one);
}

/** @param {Predicate['op']} op @param {number} value @param {Bound['bound']} bound */
function passes(op, value, bound) {
  if (typeof bound !== 'number') return value >= bound[0] && value <= bound[1];
  if (op === '<') return value < bound;
  if (op === '<=') return value <= bound;
  return op === '>' ? value > bound : value >= bound;
}

/** How far a value is beyond what it may be, negative inside. @param {Predicate['op']} op @param {number} value @param {Bound['bound']} bound */
function offBy(op, value, bound) {
  if (typeof bound !== 'number') return Math.abs(value - (bound[0] + bound[1]) / 2) - (bound[1] - bound[0]) / 2;
  return op === '<' || op === '<=' ? value - bound : bound - value;
}
