// Shares and losses as the page's language writes them. Sizes, times and the rest are in web/elements/parts/format.js.
import {say, written} from './words.js';

/** What is not known. */
export const DASH = '–';

/** @param {number} value @param {number} digits behind the point, all of them shown @returns {string} "0.50" */
export function fixed(value, digits) {
  const rounded = Number(value.toFixed(digits));
  return written(rounded, {minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false});
}

/** Nothing but all is 100 %. @param {number} share @returns {string} "42 %" */
export function percent(share) {
  if (!Number.isFinite(share)) return DASH;
  const almost = share >= 0.995 && share < 1;
  const n = almost ? fixed(Math.floor(1000 * share) / 10, 1) : plainInteger(Math.round(100 * share));
  return say('number.percent', {n});
}

/** Without groups, and no less than nothing where it is nothing. @param {number} value */
export const plainInteger = (value) => written(value + 0, {maximumFractionDigits: 0, useGrouping: false});
