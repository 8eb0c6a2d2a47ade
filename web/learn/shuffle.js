// The members of a set in other orders, and how far apart two answers are. Pure.

/**
 * All in another order than before, each order as likely (Fisher and Yates 1938; Durstenfeld 1964).
 * @template T @param {readonly T[]} members @param {() => number} [random] from 0 on, below 1 @returns {T[]}
 */
export function shuffled(members, random = Math.random) {
  const order = [...members];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.every((one, i) => one === members[i]) ? turned(order) : order;
}

/** The first one last: another order too, where not all are the same. @template T @param {T[]} order */
const turned = ([first, ...others]) => [...others, first];

/** The largest difference between two lists of probabilities. @param {readonly number[]} one @param {readonly number[]} other */
export const apart = (one, other) => one.reduce((most, p, i) => Math.max(most, Math.abs(p - other[i])), 0);

/** So little may lie between answers to the same set: sums in another order are rounded otherwise. */
export const SAME = 1e-5;

/** A difference to two digits, however small. @param {number} value */
export function asDecimal(value) {
  if (value === 0) return '0';
  const places = Math.min(12, Math.max(2, 1 - Math.floor(Math.log10(value))));
  return value.toFixed(places);
}
