// The time axis that all networks of a picture share: a column for each position, what is given before what is written, the last
// answer at the right edge of all. Where there is no room for all, columns around those that matter stay.

/** @typedef {import('./levels.js').Network} Network @typedef {import('./levels.js').Stream} Stream */
/** @typedef {{stream: Stream, at: number}} Place */
/**
 * @typedef {object} Axis
 * @property {number} columns in all @property {number} split columns of a source, if some model has one of its own
 * @property {number} pitch pixels from one to the next @property {number[]} xs the middle of each; of hidden ones that of their gap
 * @property {boolean[]} shown @property {{x: number, count: number}[]} gaps where some are hidden
 */

const LEAST = 15;
const MOST = 54;
/** A gap and what parts the source from the rest, in columns. */
const [GAP, SPLIT] = [1.4, 0.6];

/** @param {Network[]} nets */
export function columnsOf(nets) {
  return {
    columns: Math.max(0, ...nets.map(({counts}) => counts.source + counts.input)),
    split: Math.max(0, ...nets.map(({counts}) => counts.source)),
  };
}

/** @param {{columns: number}} axis @param {Network} net @param {Place} place */
export function columnOf({columns}, {counts}, {stream, at}) {
  return stream === 'source' ? at : columns - counts.input + at;
}

/** @param {{columns: number}} axis @param {Network} net @param {number} column @returns {Place | null} */
export function placeAt({columns}, {counts}, column) {
  const at = column - columns + counts.input;
  if (at >= 0 && at < counts.input) return {stream: 'input', at};
  return column >= 0 && column < counts.source ? {stream: 'source', at: column} : null;
}

/** The columns that are nearest to some that must stay. @param {number} columns @param {number} most @param {number[]} anchors */
function nearest(columns, most, anchors) {
  const away = (/** @type {number} */ column) => Math.min(...anchors.map((anchor) => Math.abs(anchor - column)));
  const ranked = Array.from({length: columns}, (_, i) => i).sort((a, b) => away(a) - away(b));
  const kept = new Set(ranked.slice(0, most));
  return Array.from({length: columns}, (_, i) => kept.has(i));
}

/** Runs of columns that are hidden. @param {boolean[]} shown */
const gapsIn = (shown) => shown.filter((one, i) => !one && (i === 0 || shown[i - 1])).length;

/**
 * @param {{columns: number, split: number}} all @param {number[]} anchors columns that stay @param {number} left @param {number} right
 * @param {number} [wider] than a column must be that has one letter
 * @returns {Axis}
 */
export function axisOf({columns, split}, anchors, left, right, wider = 1) {
  const room = right - left;
  const fits = Math.max(6, Math.floor(room / (wider * LEAST)) - (split ? 1 : 0));
  let shown = nearest(columns, columns, anchors);
  if (columns > fits) shown = nearest(columns, Math.max(4, fits - 2 * Math.ceil(GAP)), anchors);
  const wide = shown.filter(Boolean).length + GAP * gapsIn(shown) + (split ? SPLIT : 0);
  const pitch = Math.min(wider > 1 ? 1.4 * MOST : MOST, room / Math.max(1, wide));
  return {columns, split, pitch, shown, ...placed(shown, split, pitch, left + (room - pitch * wide) / 2)};
}

/** @param {boolean[]} shown @param {number} split @param {number} pitch @param {number} left */
function placed(shown, split, pitch, left) {
  const xs = /** @type {number[]} */ ([]),
    /** @type {{x: number, count: number}[]} */ gaps = [];
  let x = left;
  shown.forEach((one, i) => {
    if (i === split && split > 0) x += SPLIT * pitch;
    if (!one && i > 0 && !shown[i - 1]) {
      gaps[gaps.length - 1].count++;
      xs.push(gaps[gaps.length - 1].x);
      return;
    }
    const wide = (one ? 1 : GAP) * pitch;
    if (!one) gaps.push({x: x + wide / 2, count: 1});
    xs.push(x + wide / 2);
    x += wide;
  });
  return {xs, gaps};
}

/** The column at a point. @param {Axis} axis @param {number} x */
export function columnNear({xs, shown, pitch}, x) {
  const away = xs.map((at, i) => (shown[i] ? Math.abs(at - x) : Infinity));
  const least = Math.min(...away);
  return least <= pitch ? away.indexOf(least) : -1;
}
