// How slowly a unit of a memory changes: how much its values at neighbouring places have to do with one another (their
// autocorrelation at a distance of one place). 1: it hardly moves from place to place for how far it moves at all; 0: as if
// drawn anew each time; below: it flickers. A unit that never moves has none, as it tells nothing.

/** @typedef {import('../grid.js').Tap} Tap */

/** What is left of a spread by the rounding of what is spread, as a part of it. */
const ROUNDING = 1e-9;

/** @param {Tap} tap [time, batch, unit], of which the first example is looked at @param {number} unit @returns {number} NaN: it never moves */
export function slowness({data, shape: [steps, batch, units]}, unit) {
  const at = (/** @type {number} */ t) => data[t * batch * units + unit];
  let [mean, square] = [0, 0];
  for (let t = 0; t < steps; t++) {
    mean += at(t) / steps;
    square += at(t) ** 2;
  }
  let [together, spread] = [0, 0];
  for (let t = 0; t < steps; t++) {
    spread += (at(t) - mean) ** 2;
    if (t > 0) together += (at(t) - mean) * (at(t - 1) - mean);
  }
  return spread > ROUNDING * square ? together / spread : NaN;
}

/** The slowest first; those that never move last; equally slow ones as they are stored. @param {Tap} tap @returns {{unit: number, slow: number}[]} */
export function bySlowness(tap) {
  const all = Array.from({length: tap.shape[2]}, (_, unit) => ({unit, slow: slowness(tap, unit)}));
  const rank = (/** @type {number} */ slow) => (Number.isNaN(slow) ? -Infinity : slow);
  return all.sort((a, b) => (rank(a.slow) === rank(b.slow) ? 0 : rank(b.slow) - rank(a.slow)));
}
