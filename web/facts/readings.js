// What a metric of a model is at a step, and until when it can still change. Pure.
import {bestOf, lastStep, valueAt} from './curves.js';
import {lowIsBetter} from './metrics.js';

/** @typedef {import('./types').ModelFacts} ModelFacts */
/** @typedef {import('./types').Point} Point */
/** @typedef {import('./metrics.js').Metric} Metric */

/** The curve that a metric moves along; undefined where the model has none. @param {ModelFacts} model @param {Metric} metric */
export function curveOf({curves}, {how, of}) {
  if (how === 'present' || of === 'step') return undefined;
  return curves[/** @type {import('./types').Score | 'seconds'} */ (of)];
}

/** The last step at which a metric is known; -1: at none yet. @param {ModelFacts} model @param {Metric} metric */
export function knownTo(model, metric) {
  return metric.of === 'step' ? model.step : lastStep(curveOf(model, metric));
}

/** Whether the metric is known for good up to a step. @param {ModelFacts} model @param {Metric} metric @param {number} by */
export function isClosed(model, metric, by) {
  return model.over || (metric.how !== 'final' && knownTo(model, metric) >= by);
}

/**
 * The metric at a step.
 * @param {ModelFacts} model @param {Metric} metric @param {number} at Infinity: at the end
 * @returns {Point | null} null: not known, or not known yet
 */
export function reading(model, metric, at) {
  if (metric.how === 'present') return pointAt(model.step, presentValue(model, metric.of));
  if (!isClosed(model, metric, at)) return null;
  if (metric.how === 'final') return model.scores[metric.of]?.final ?? null;
  if (metric.of === 'step') return pointAt(Math.min(at, model.step), Math.min(at, model.step));
  const curve = curveOf(model, metric);
  if (!curve) return null;
  if (metric.how === 'best') return bestOf(curve, lowIsBetter(metric.of), at);
  return pointAt(Math.min(at, lastStep(curve)), valueAt(curve, at));
}

/** @param {ModelFacts} model @param {(typeof import('./metrics.js').PRESENT)[number]} name @returns {number | null} */
function presentValue({signals, parameters}, name) {
  if (name === 'parameters') return parameters;
  return name === 'spikes' ? signals.spikes.count : signals[name];
}

/** @param {number} step @param {number | null} value @returns {Point | null} */
const pointAt = (step, value) => (value !== null && Number.isFinite(value) ? {step, value} : null);
