// Numbers as people read them, in the page's language. Pure but for that; NaN and null become a dash.
import {DASH, fixed, plainInteger} from '../../words/numbers.js';
import {say, written} from '../../words/words.js';

export {fixed, percent} from '../../words/numbers.js';

/** GPT-2 small, the size that many have heard of. */
export const GPT2_SMALL = 124_439_808;

/** @param {unknown} value @returns {value is number} */
function known(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** @param {number} value */
const grouped = (value) => written(value, {maximumFractionDigits: 0});

/**
 * So many significant digits, without zeros at the end. Rounded here, since Intl rounds a half by its decimals.
 * @param {number} value @param {number} digits
 */
export function significant(value, digits) {
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-6 || size >= 1e21)) return String(rounded);
  return written(rounded, {maximumSignificantDigits: digits, useGrouping: false});
}

/** @param {number | null | undefined} value @param {number} [digits] @returns {string} "1.842" */
export function loss(value, digits = 3) {
  if (!known(value)) return DASH;
  const size = Math.abs(value);
  return size >= 1e15 ? value.toExponential(1) : size >= 1000 ? compact(value) : fixed(value, digits);
}

/** @param {number | null | undefined} value @returns {string} "12,400" */
export function integer(value) {
  return known(value) ? grouped(value) : DASH;
}

/** @param {number} value @returns {string} two digits or all: "0.09", "4.2", "106" */
function short(value) {
  return Math.abs(value) >= 99.5 ? grouped(value) : significant(value, 2);
}

/** @param {number | null | undefined} value @returns {string} "106 thousand", "1.2 million" */
export function inWords(value) {
  if (!known(value)) return DASH;
  if (value < 10_000) return grouped(value);
  if (value < 999_500) return say('number.thousand', {n: short(value / 1e3)});
  return value < 999.5e6
    ? say('number.million', {n: short(value / 1e6)})
    : say('number.billion', {n: short(value / 1e9)});
}

/** From what on, what one is, and how it is said. @type {[number, number, string][]} */
const COMPACT = [
  [1e15, 1e15, 'number.peta'],
  [1e12, 1e12, 'number.tera'],
  [1e9, 1e9, 'number.giga'],
  [1e6, 1e6, 'number.mega'],
  [1e4, 1e3, 'number.kilo'],
];

/** @param {number | null | undefined} value @returns {string} "41 k", "3.2 M": for axes and speeds */
export function compact(value) {
  if (!known(value)) return DASH;
  const size = Math.abs(value);
  for (const [limit, one, key] of COMPACT) if (size >= limit * 0.99995) return say(key, {n: short2(value / one)});
  return size >= 1000 ? grouped(value) : significant(value, 3);
}

/** A number of an axis, with all its digits. @param {number} value @returns {string} "2,500", "1.5 million" */
export function tickNumber(value) {
  const size = Math.abs(value);
  if (size < 1000) return significant(value, 6);
  if (size < 1e6) return grouped(value);
  const [one, key] = size < 1e9 ? [1e6, 'number.million'] : [1e9, 'number.billion'];
  return say(key, {n: written(value / one, {maximumSignificantDigits: 6})});
}

/** @param {number} value */
function short2(value) {
  return Math.abs(value) >= 100 ? grouped(value) : significant(value, 2);
}

/**
 * @param {number | null | undefined} parameters @param {boolean} [counts] whether it counts instead of learning weights
 * @returns {string} how a model compares with one that is known
 */
export function sizeInWords(parameters, counts = false) {
  if (!known(parameters)) return say('size.unknown');
  const count = inWords(parameters);
  if (counts) return say(parameters === 0 ? 'size.no_weights' : 'size.counts', {count});
  const share = (100 * parameters) / GPT2_SMALL;
  if (share < 0.005) return say('size.tiny', {count});
  return say('size.weights', {count, share: share >= 1 ? short(share) : significant(share, 1)});
}

/** @param {number | null | undefined} seconds @returns {string} "8 s", "3 min 20 s", "1 h 5 min" */
export function duration(seconds) {
  if (!known(seconds) || seconds < 0) return DASH;
  const whole = Math.round(seconds);
  if (whole < 60)
    return say('duration.s', {s: seconds < 9.95 && seconds > 0 ? significant(Number(seconds.toFixed(1)), 2) : whole});
  if (whole < 3600) return two(whole, 'duration.min', 'duration.min_s', 'min', 's');
  return two(Math.round(whole / 60), 'duration.h', 'duration.h_min', 'h', 'min');
}

/** In sixties: whole ones alone, or with what is left. @param {number} parts @param {string} whole @param {string} both @param {string} large @param {string} small */
function two(parts, whole, both, large, small) {
  const [count, rest] = [Math.floor(parts / 60), parts % 60];
  return say(rest ? both : whole, {[large]: plainInteger(count), [small]: rest});
}

/** Time left, coarse, since it is a guess. @param {number | null | undefined} seconds @returns {string} "about 40 s left" */
export function timeLeft(seconds) {
  if (!known(seconds) || seconds <= 0) return '';
  if (seconds < 10) return say('left.few');
  if (seconds < 60) return say('left.s', {s: Math.round(seconds / 10) * 10});
  if (seconds < 3600) return say('left.min', {min: Math.round(seconds / 60)});
  return say('left.h', {h: short(seconds / 3600)});
}

/** @param {number | null | undefined} bytes @returns {string} "1.2 MB" */
export function byteSize(bytes) {
  if (!known(bytes)) return DASH;
  if (bytes < 1000) return say('bytes.b', {n: String(bytes)});
  return bytes < 999_500 ? say('bytes.kb', {n: short(bytes / 1e3)}) : say('bytes.mb', {n: short(bytes / 1e6)});
}

/** @param {number} value @returns {string} a value as it stands in a field: 0.002, 1e-8 */
export function plain(value) {
  if (!known(value)) return '';
  return value !== 0 && Math.abs(value) < 1e-4
    ? value.toExponential().replace('e-0', 'e-')
    : String(Number(value.toPrecision(6)));
}

/** @param {number} value @returns {string} the same where it is read and not changed: "1,000", "0.002" */
export function figure(value) {
  if (Number.isInteger(value) && Math.abs(value) >= 1000) return grouped(value);
  return known(value) && (value === 0 || Math.abs(value) >= 1e-4) ? significant(value, 6) : plain(value);
}

/** @param {string[]} parts @param {string} [key] of how two are strung @returns {string} "a, b, c" */
export function listed(parts, key = 'list.comma') {
  return parts.length ? parts.reduce((before, next) => say(key, {before, next})) : '';
}
