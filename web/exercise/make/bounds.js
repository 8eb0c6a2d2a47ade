// Bounds that read well, a little on the safe side of what was measured. Pure.
import {lowIsBetter, measureOf} from '../../facts/metrics.js';

/** @typedef {import('../../facts/types').Predicate['op']} Op */

/** Whether a metric is a share of 1. @param {string} metric "val_accuracy", "best_val_exact" */
export const isShare = (metric) =>
  ['accuracy', 'exact', 'clipped'].includes(measureOf(metric.replace(/^(best|final)_/, '')));

/** The op by which a metric gets better. @param {string} metric @returns {Op} */
export const towards = (metric) => (lowIsBetter(metric) || metric === 'parameters' ? '<=' : '>=');

/** What a value is rounded to: whole hundredths of a share, two digits of anything else. @param {string} metric @param {number} value */
function grain(metric, value) {
  if (isShare(metric)) return 0.01;
  if (metric === 'step' || metric === 'parameters')
    return Math.max(1, 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 1));
  return 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
}

/** The nearest bound that a value still keeps to. @param {string} metric @param {Op} op @param {number} value */
export function keptBy(metric, op, value) {
  const unit = grain(metric, value);
  const up = op === '<' || op === '<=';
  const units = value / unit;
  // What lies on a whole number but for rounding is not pushed to the next one.
  let whole = up ? Math.ceil(units - 1e-9) : Math.floor(units + 1e-9);
  if (op === '<' && whole * unit <= value) whole += 1;
  if (op === '>' && whole * unit >= value) whole -= 1;
  return Number((whole * unit).toPrecision(6));
}

/** What a model that came so far should be asked to reach: a little less, in steps of five hundredths. @param {string} metric @param {number} value */
export function asked(metric, value) {
  if (!isShare(metric)) return keptBy(metric, towards(metric), value * (lowIsBetter(metric) ? 1.05 : 0.95));
  return Math.max(0.05, Math.min(0.95, Math.floor(value * 0.95 * 20 + 1e-9) / 20));
}
