// Losses and their changes, as they are written.

/** @typedef {import('../grid.js').Saying} Saying */

/** Two digits say all that is meant; what is nearer to nothing is nothing. */
const LEAST = 5e-5;

/** @param {number} loss @returns {Saying} */
export function lossSaying(loss) {
  if (!Number.isFinite(loss)) return {key: 'compare.unknown'};
  const digits = Math.abs(loss) < 1 ? 2 : 3;
  return {key: 'compare.worth.amount', values: {n: Math.abs(loss) < LEAST ? 0 : Number(loss.toPrecision(digits))}};
}

/** With its sign: "+0.54", "−0.01". @param {number} rise @returns {Saying} */
export function changed(rise) {
  if (!Number.isFinite(rise) || Math.abs(rise) < LEAST) return lossSaying(Number.isFinite(rise) ? 0 : NaN);
  return {key: rise > 0 ? 'compare.worth.more' : 'compare.worth.less', values: {amount: lossSaying(Math.abs(rise))}};
}
