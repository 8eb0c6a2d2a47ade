// Where an axis has its numbers: round ones, so that each can be written in full.

/** Mantissas of ever more numbers a decade. */
const SETS = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]];

/** @param {number} value eight digits say all that a tick is meant to say */
const clean = (value) => Number(value.toPrecision(8));

/** @param {number} min @param {number} max @param {number[]} mantissas */
function decades(min, max, mantissas) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++)
    for (const m of mantissas) ticks.push(clean(m * 10 ** power));
  return ticks.filter((v) => v >= min * 0.999999 && v <= max * 1.000001);
}

/**
 * Round numbers on a linear axis.
 * @param {number} min @param {number} max @param {number} most how many there is room for @returns {number[]}
 */
export function linearTicks(min, max, most) {
  if (!(max > min)) return [];
  const least = (max - min) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((m) => m * power >= least * 0.999999) ?? 10) * power;
  const ticks = [];
  for (let i = Math.ceil(min / step - 1e-6); i * step <= max + 1e-6 * step; i++) ticks.push(clean(i * step));
  return ticks;
}

/**
 * Round numbers on a logarithmic axis: powers of ten where it is long, tenths where it is short.
 * @param {number} min above 0 @param {number} max @param {number} most @returns {number[]}
 */
export function logTicks(min, max, most) {
  if (!(min > 0) || !(max > min)) return [];
  const sets = SETS.map((mantissas) => decades(min, max, mantissas)).filter(
    (ticks) => ticks.length <= Math.max(2, most),
  );
  const best = sets.findLast((ticks) => ticks.length >= 2);
  if (best) return best;
  const [few] = SETS.map((mantissas) => decades(min, max, mantissas)).filter((ticks) => ticks.length > most);
  if (!few) return linearTicks(min, max, most);
  const every = Math.ceil(few.length / Math.max(1, most)); // more decades than there is room for
  return few.filter((_, i) => i % every === 0);
}
