// Looking along a curve. Pure; what is not finite is skipped.

/** @typedef {import('./types').Curve} Curve */
/** @typedef {import('./types').Point} Point */

/** A curve over columns that it does not copy. As JSON it is two lists, null where a value is not known. @implements {Curve} */
export class ColumnCurve {
  /** @param {ArrayLike<number>} step ascending @param {ArrayLike<number>} value */
  constructor(step, value) {
    this.step = step;
    this.value = value;
  }

  toJSON() {
    return {step: Array.from(this.step), value: Array.from(this.value)};
  }
}

/** @param {Curve | undefined} curve @returns {number} the last step, -1 where there is none */
export const lastStep = (curve) => curve?.step[curve.step.length - 1] ?? -1;

/** Whether anything is known of it. @param {Curve} curve */
export function hasValues({value}) {
  for (let i = 0; i < value.length; i++) if (Number.isFinite(value[i])) return true;
  return false;
}

/** @param {Curve} curve @returns {Point | null} the last point; null where it is not a number */
export function latestOf({step, value}) {
  const last = value.length - 1;
  return Number.isFinite(value[last]) ? {step: step[last], value: value[last]} : null;
}

/** @param {Curve} curve @param {boolean} low whether less is better @param {number} [by] up to this step
 *  @returns {Point | null} the first of the best */
export function bestOf({step, value}, low, by = Infinity) {
  const sign = low ? 1 : -1;
  let [best, at] = [Infinity, -1];
  for (let i = 0; i < value.length && step[i] <= by; i++) {
    const signed = sign * value[i];
    if (signed < best && Number.isFinite(value[i])) [best, at] = [signed, i];
  }
  return at < 0 ? null : {step: step[at], value: value[at]};
}

/**
 * By when a bound was passed.
 * @param {Curve} curve @param {(value: number, step: number) => boolean} there
 * @returns {Point | null} the first point beyond it
 */
export function firstBeyond({step, value}, there) {
  for (let i = 0; i < value.length; i++)
    if (Number.isFinite(value[i]) && there(value[i], step[i])) return {step: step[i], value: value[i]};
  return null;
}

/** @param {Curve} curve @param {number} at a step @returns {number} the last value up to there, NaN before the first */
export function valueAt({step, value}, at) {
  let [low, high] = [0, step.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (step[middle] <= at) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) if (Number.isFinite(value[i])) return value[i];
  return NaN;
}
