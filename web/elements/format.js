// Numbers as people read them. Pure; NaN and null become a dash.

const DASH = '–';
/** GPT-2 small, the size that many have heard of. */
export const GPT2_SMALL = 124_439_808;

const grouped = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

/** @param {unknown} value @returns {value is number} */
function known(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** @param {number | null | undefined} value @param {number} [digits] @returns {string} "1.842" */
export function loss(value, digits = 3) {
  if (!known(value)) return DASH;
  const size = Math.abs(value);
  return size >= 1e15 ? value.toExponential(1) : size >= 1000 ? compact(value) : value.toFixed(digits);
}

/** @param {number | null | undefined} value @returns {string} "12,400" */
export function integer(value) {
  return known(value) ? grouped.format(value) : DASH;
}

/** @param {number} value @returns {string} three digits at most: "0.09", "4.2", "106" */
function short(value) {
  if (value >= 99.5) return grouped.format(value);
  return String(Number(value.toPrecision(2)));
}

/** @param {number | null | undefined} value @returns {string} "106 thousand", "1.2 million" */
export function inWords(value) {
  if (!known(value)) return DASH;
  if (value < 10_000) return grouped.format(value);
  if (value < 999_500) return `${short(value / 1e3)} thousand`;
  return value < 999.5e6 ? `${short(value / 1e6)} million` : `${short(value / 1e9)} billion`;
}

/** @param {number | null | undefined} value @returns {string} "41 k", "3.2 M": for axes and speeds */
export function compact(value) {
  if (!known(value)) return DASH;
  const size = Math.abs(value);
  for (const [limit, unit] of /** @type {[number, string][]} */ ([
    [1e15, 'P'],
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e4, 'k'],
  ]))
    if (size >= limit * 0.99995) return `${short2(value / (unit === 'k' ? 1e3 : limit))} ${unit}`;
  return size >= 1000 ? grouped.format(value) : String(Number(value.toPrecision(3)));
}

/** @param {number} value */
function short2(value) {
  return Math.abs(value) >= 100 ? grouped.format(value) : String(Number(value.toPrecision(2)));
}

/**
 * @param {number | null | undefined} parameters @param {boolean} [counts] whether it counts instead of learning weights
 * @returns {string} how a model compares with one that is known
 */
export function sizeInWords(parameters, counts = false) {
  if (!known(parameters)) return 'size not known yet';
  if (counts) return parameters === 0 ? 'counts instead of weights' : `${inWords(parameters)} counts, no weights`;
  const percent = (100 * parameters) / GPT2_SMALL;
  const part =
    percent >= 1 ? `${short(percent)} %` : percent >= 0.005 ? `${percent.toPrecision(1)} %` : 'less than 0.01 %';
  return `${inWords(parameters)} weights, ${part} of GPT-2 small`;
}

/** @param {number | null | undefined} seconds @returns {string} "8 s", "3 min 20 s", "1 h 5 min" */
export function duration(seconds) {
  if (!known(seconds) || seconds < 0) return DASH;
  const whole = Math.round(seconds);
  if (whole < 60) return `${seconds < 9.95 && seconds > 0 ? Number(seconds.toFixed(1)) : whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ''}`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
}

/** Time left, coarse, since it is a guess. @param {number | null | undefined} seconds @returns {string} "about 40 s left" */
export function timeLeft(seconds) {
  if (!known(seconds) || seconds <= 0) return '';
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 60) return `about ${Math.round(seconds / 10) * 10} s left`;
  if (seconds < 3600) return `about ${Math.round(seconds / 60)} min left`;
  return `about ${short(seconds / 3600)} h left`;
}

/** @param {number | null | undefined} bytes @returns {string} "1.2 MB" */
export function byteSize(bytes) {
  if (!known(bytes)) return DASH;
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${short(bytes / 1e3)} kB` : `${short(bytes / 1e6)} MB`;
}

/** @param {number} value @returns {string} a value as it stands in a field: 0.002, 1e-8 */
export function plain(value) {
  if (!known(value)) return '';
  return value !== 0 && Math.abs(value) < 1e-4
    ? value.toExponential().replace('e-0', 'e-')
    : String(Number(value.toPrecision(6)));
}

/** @param {string} name an option's name @returns {string} "Hidden size" */
export function humanise(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * What the engine says, as a sentence: "[where] expected …, got …" without the place, which the page shows by where it says it.
 * @param {string} message
 */
export function sentence(message) {
  const words = message.replace(/^\[(?:[^[\]]|\[\d+\])*\]\s*/, '').trim();
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?…]$/.test(words) || !words ? '' : '.');
}

/** @param {number} n @param {string} one @param {string} [many] @returns {string} "1 model", "3 models" */
export function plural(n, one, many = `${one}s`) {
  return `${integer(n)} ${n === 1 ? one : many}`;
}
