// Whether a score was still getting better at the end: its slope over the last tests, against what it scatters by. Pure.

/** @typedef {import('./types').Curve} Curve */
/** @typedef {import('./types').Trend} Trend */

/** The last part of a run that is looked at, and how many tests are too few to tell. */
const PART = 1 / 3;
const LEAST = 6;
/** A slope is one from so many of its standard errors on: by chance alone with six tests about once in a hundred. */
const ERRORS = 4;
/** And from so much better on over that part: of a share, and of a loss as a part of itself. */
const SHARE_GAIN = 0.01;
const LOSS_GAIN = 0.01;

/**
 * @param {Curve | undefined} curve @param {boolean} low whether less is better
 * @returns {Trend | null} null: too few tests to tell
 */
export function trendOf(curve, low) {
  const points = curve ? lastOf(curve) : [];
  if (points.length < LEAST) return null;
  const {slope, error} = line(points);
  const [from, to] = [points[0][0], points[points.length - 1][0]];
  const gain = (low ? -slope : slope) * (to - from);
  const mean = points.reduce((sum, [, value]) => sum + value, 0) / points.length;
  const least = low ? LOSS_GAIN * Math.abs(mean) : SHARE_GAIN;
  return {from, to, gain, better: gain >= least && Math.abs(slope) > ERRORS * error};
}

/** @param {Curve} curve @returns {[number, number][]} the last part of the tests, at least so many as tell something */
function lastOf({step, value}) {
  /** @type {[number, number][]} */
  const known = [];
  for (let i = 0; i < value.length; i++) if (Number.isFinite(value[i])) known.push([step[i], value[i]]);
  return known.slice(-Math.max(LEAST, Math.round(PART * known.length)));
}

/** Least squares. @param {[number, number][]} points @returns {{slope: number, error: number}} error: of the slope */
function line(points) {
  const n = points.length;
  const [x, y] = [0, 1].map((k) => points.reduce((sum, point) => sum + point[k], 0) / n);
  const wide = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const slope = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / wide;
  const left = points.reduce((sum, [at, value]) => sum + (value - y - slope * (at - x)) ** 2, 0);
  return {slope, error: Math.sqrt(left / (n - 2) / wide)};
}
