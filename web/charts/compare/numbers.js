// Numbers as the comparing pictures say them: parts of a whole, from all to next to nothing.

/** @typedef {import('../grid.js').Saying} Saying */

/** Below it a part is said by its power of ten alone. */
const COUNTED = 1e-6;

/** "42 %"; nothing but all is 100 %, nothing but none is 0 %. @param {number} part @returns {Saying} */
export function percent(part) {
  if (Number.isNaN(part)) return {key: 'compare.unknown'};
  const most = part < 1 ? 0.999 : 1;
  const whole = (part > 0 && part < 0.005) || (part >= 0.995 && part < 1) ? 10 : 1;
  const n = Math.round(100 * whole * Math.min(most, part)) / whole;
  return {key: 'number.percent', values: {n: part > 0 && n === 0 ? 0.1 : n}};
}

/** "40 %", "1/120", "1/10¹⁷", or nothing. @param {number} part at least 0 @returns {Saying} */
export function fraction(part) {
  if (Number.isNaN(part)) return {key: 'compare.unknown'};
  if (part === 0) return {key: 'compare.nothing'};
  if (part >= 0.0995) return percent(part);
  if (part >= COUNTED) return {key: 'compare.one_in', values: {n: Number((1 / part).toPrecision(2))}};
  return {key: 'compare.one_in_power', values: {power: raised(Math.round(-Math.log10(part)))}};
}

/** A tick of a logarithmic axis: 1, 1/10, 1/1,000, 1/10⁶. @param {number} power of ten, 0 or less @returns {Saying} */
export function decade(power) {
  if (power === 0) return {key: 'compare.one'};
  if (power >= -3) return {key: 'compare.one_in', values: {n: 10 ** -power}};
  return {key: 'compare.one_in_power', values: {power: raised(-power)}};
}

/** @param {number} power */
function raised(power) {
  return [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
