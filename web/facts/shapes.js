// What a curve does on its way: plateaus, where it gets better fastest, spikes. A curve is cut into at most 64 slices of
// equally many points, and the means of these are looked at, so that neither noise nor length matters much. Pure.

/** @typedef {import('./types').Curve} Curve */
/** @typedef {import('./types').Plateau} Plateau */
/** @typedef {{from: number, to: number, mean: number}} Slice */
/** error: what the mean of a slice is uncertain by, on the whole. @typedef {{slices: Slice[], error: number}} Sliced */

const SLICES = 64;

/** A plateau lasts at least this share of the steps made, and at least so many slices of at least twice as many. */
export const PLATEAU_SHARE = 0.2;
const PLATEAU_SLICES = 3;
/** Its slices differ by at most this share of the curve's height, or as much as noise alone would make them. */
const PLATEAU_BAND = 0.05;
const NOISE_BAND = 5; // errors of a mean: forty means of the same lie within 4.3 of them

/** @param {Curve} curve @returns {Sliced} */
export function sliced({step, value}) {
  const size = Math.max(1, Math.ceil(value.length / SLICES));
  /** @type {Slice[]} */
  const slices = [];
  let errors = 0;
  for (let first = 0; first < value.length; first += size) {
    const end = Math.min(first + size, value.length);
    const {count, mean, variance} = moments(value, first, end);
    if (count === 0) continue;
    errors += Math.sqrt(variance / count);
    slices.push({from: step[first], to: step[end - 1], mean});
  }
  return {slices, error: slices.length ? errors / slices.length : 0};
}

/** Of neighbouring differences, so that a slope is no noise. @param {ArrayLike<number>} value @param {number} first @param {number} end */
function moments(value, first, end) {
  let [count, sum, squares, before] = [0, 0, 0, NaN];
  for (let i = first; i < end; i++) {
    const v = value[i];
    if (!Number.isFinite(v)) continue;
    if (count > 0) squares += (v - before) * (v - before);
    before = v;
    sum += v;
    count++;
  }
  return {count, mean: sum / count, variance: count > 1 ? squares / (2 * (count - 1)) : 0};
}

/**
 * Where nothing moved: the longest stretches whose slices all lie within a narrow band, from left to right; they do not
 * overlap. A curve's height is that of its middle eight tenths, but at least half its median.
 * @param {Sliced} sliced @returns {Omit<Plateau, 'near'>[]}
 */
export function plateausOf({slices, error}) {
  if (slices.length < 2 * PLATEAU_SLICES) return [];
  const sorted = slices.map(({mean}) => mean).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))];
  const height = Math.max(at(0.9) - at(0.1), Math.abs(at(0.5)) / 2);
  const band = Math.max(PLATEAU_BAND * height, NOISE_BAND * error);
  const least = PLATEAU_SHARE * (slices[slices.length - 1].to - slices[0].from);
  return within(slices, 0, slices.length, {band, least}).map(([first, end]) => ({
    from: slices[first].from,
    to: slices[end - 1].to,
    value: slices.slice(first, end).reduce((sum, {mean}) => sum + mean, 0) / (end - first),
    ongoing: end === slices.length,
  }));
}

/** @param {Slice[]} slices @param {number} begin @param {number} end @param {{band: number, least: number}} limits
 *  @returns {[number, number][]} */
function within(slices, begin, end, limits) {
  let [first, last, longest] = [0, 0, 0];
  for (let i = begin; i < end; i++) {
    const stop = reach(slices, i, end, limits.band);
    const length = slices[stop - 1].to - slices[i].from;
    if (stop - i >= PLATEAU_SLICES && length > longest) [first, last, longest] = [i, stop, length];
  }
  if (last - first < PLATEAU_SLICES || longest < limits.least) return [];
  return [...within(slices, begin, first, limits), [first, last], ...within(slices, last, end, limits)];
}

/** How far the slices from `first` stay within a band. @param {Slice[]} slices @param {number} first @param {number} end @param {number} band */
function reach(slices, first, end, band) {
  let [low, high, i] = [Infinity, -Infinity, first];
  for (; i < end; i++) {
    low = Math.min(low, slices[i].mean);
    high = Math.max(high, slices[i].mean);
    if (high - low > band) break;
  }
  return Math.max(i, first + 1);
}

/**
 * Between which neighbouring slices it gets better fastest, measured from middle to middle.
 * @param {Sliced} sliced @param {boolean} low whether less is better @returns {import('./types').Fastest | null}
 */
export function fastestOf({slices}, low) {
  /** @type {import('./types').Fastest | null} */
  let fastest = null;
  for (let i = 1; i < slices.length; i++) {
    const [a, b] = [slices[i - 1], slices[i]];
    const gain = low ? a.mean - b.mean : b.mean - a.mean;
    const per_step = gain / ((b.from + b.to - a.from - a.to) / 2);
    if (gain > 0 && per_step > (fastest?.per_step ?? 0)) fastest = {from: a.from, to: b.to, gain, per_step};
  }
  return fastest;
}

const SPIKE_MEMORY = 30; // points
const SPIKE_DEVIATIONS = 6;
const SPIKE_SHARE = 0.2;

/**
 * Sudden rises of the training loss: a point above the mean of the last 30 by six times what these deviate from it, and
 * by a fifth of it. It lasts until a point is above it by less than half of that.
 * @param {Curve} curve @returns {{count: number, last: number | null}}
 */
export function spikesOf({step, value}) {
  const keep = 1 - 1 / SPIKE_MEMORY;
  let [mean, deviation, seen, inside, count] = [NaN, 0, 0, false, 0];
  /** @type {number | null} */
  let last = null;
  for (let i = 0; i < value.length; i++) {
    const v = value[i];
    if (!Number.isFinite(v)) continue;
    const above = v - mean;
    const limit = Math.max(SPIKE_DEVIATIONS * deviation, SPIKE_SHARE * Math.abs(mean));
    if (seen > SPIKE_MEMORY && !inside && above > limit) [inside, count, last] = [true, count + 1, step[i]];
    else if (inside && above < limit / 2) inside = false;
    if (inside) continue; // a spike is no measure of what is usual
    mean = seen++ ? mean + (1 - keep) * above : v;
    deviation = keep * deviation + (1 - keep) * Math.abs(v - mean);
  }
  return {count, last};
}
