// The loss chart's data: curves of unequal x brought onto common columns, its ranges, and what it says.

import {strung} from './grid.js';

/** @typedef {import('./grid.js').Saying} Saying */
/** @typedef {{x: ArrayLike<number>, y: ArrayLike<number>}} Curve */
/** @typedef {{name: string, held_out: Curve, train: Curve, longer?: Curve, loss?: number}} Run loss: in training, the latest reading */

/** How many columns a chart is cut into: more than a screen can show apart, few enough to draw in a frame. */
export const COLUMNS = 700;

/**
 * Puts all curves onto one ascending x, as uPlot wants them. Points closer than a column share one x; the later wins.
 * @param {Curve[]} curves
 * @param {{min: number, max: number, log: boolean}} range points outside are put on its ends or left out
 * @param {number} [columns]
 * @returns {(number | null)[][]} [x, ...one column a curve], null where a curve has no point
 */
export function alignCurves(curves, {min, max, log}, columns = COLUMNS) {
  const place = log
    ? (/** @type {number} */ x) => Math.log(x / min) / Math.log(max / min)
    : (/** @type {number} */ x) => (x - min) / (max - min);
  const cells = new Map();
  curves.forEach(({x, y}, c) => {
    for (let i = 0; i < x.length; i++) {
      if (!Number.isFinite(y[i]) || x[i] > max) continue;
      const at = Math.max(x[i], min);
      const key = Math.floor(place(at) * columns);
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = {x: at, values: new Array(curves.length).fill(null)}));
      cell.values[c] = y[i];
      if (at > cell.x) cell.x = at;
    }
  });
  const sorted = [...cells.entries()].sort((a, b) => a[0] - b[0]).map(([, cell]) => cell);
  return [sorted.map(({x}) => x), ...curves.map((_, c) => sorted.map(({values}) => values[c]))];
}

/** The next of 1, 1.5, 2, 3, 4, 5, 7.5, 10 … that is not below `value`. @param {number} value */
export function roomFor(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 7.5].find((m) => m * power >= value * 0.9999) ?? 10) * power;
}

/**
 * @param {Run[]} runs
 * @param {{log: boolean, end?: number, least: number, room?: number, exact?: boolean, far?: number}} options end: where the axis will stop
 *     at last; far: what is to be seen at least; least: its smallest length; room: part of the plot left free at the right, 0..1; exact: no longer than `least`
 * @returns {{min: number, max: number, log: boolean, end: number}} with room at the right for the names of the runs
 */
export function xRange(runs, {log, end = Infinity, least, room = 0.14, exact = false, far = 0}) {
  let most = 0;
  let first = Infinity;
  for (const {train, held_out} of runs)
    for (const {x} of [train, held_out]) {
      if (x.length) most = Math.max(most, x[x.length - 1]);
      const positive = x[0] > 0 ? x[0] : x[1];
      if (positive > 0) first = Math.min(first, positive);
    }
  const own = exact ? Math.max(most, least) : Math.max(most, Math.min(end, roomFor(Math.max(most * 1.02, least))));
  const stop = Math.max(own, far);
  const min = log ? Math.min(Number.isFinite(first) ? first : least / (exact ? 1000 : 10), stop / 2) : 0;
  const max = log ? stop * (stop / min) ** (room / (1 - room)) : stop / (1 - room);
  return {min, max, log, end: stop};
}

/**
 * From a little below the lowest value or floor to the highest value, but not above `ceiling`: one run that explodes
 * must not flatten the others.
 * @param {Run[]} runs @param {number[]} floors @param {{log: boolean, ceiling: number}} options
 * @returns {{min: number, max: number}}
 */
export function yRange(runs, floors, {log, ceiling}) {
  let [low, high] = [Infinity, -Infinity];
  const see = (/** @type {number} */ v) => {
    if (!Number.isFinite(v)) return;
    low = Math.min(low, v);
    high = Math.max(high, v);
  };
  for (const {train, held_out, longer} of runs)
    for (const curve of [train, held_out, longer])
      for (let i = 0; i < (curve?.y.length ?? 0); i++) see(/** @type {Curve} */ (curve).y[i]);
  floors.forEach(see);
  if (low > high) [low, high] = [1, Math.max(1, ceiling)];
  high = Math.min(Math.max(high, low + 0.1 * Math.abs(low), low + 1e-6), ceiling);
  if (!(high > low)) high = low + 0.1 * Math.max(1, Math.abs(low));
  if (log) return {min: Math.max(low * 0.94, 1e-7), max: high * 1.04};
  const span = high - low;
  const step = span > 1.2 && span <= 8 ? 0.25 : span > 0.3 && span <= 1.2 ? 0.05 : roomFor(span / 12);
  const min = Math.floor((low - 0.04 * Math.min(1, span)) / step) * step;
  return {min: low >= 0 ? Math.max(0, min) : min, max: Math.ceil((high + 0.02 * Math.min(1, span)) / step) * step};
}

/** The value of a curve at x: its last point at or before it. @param {Curve} curve @param {number} at @returns {number} NaN before the first */
export function valueAt({x, y}, at) {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? y[low - 1] : NaN;
}

/** @param {Curve} curve @returns {number} */
function lastOf({y}) {
  return y.length ? y[y.length - 1] : NaN;
}

/** @param {Curve} curve */
function lastX({x}) {
  return x.length ? x[x.length - 1] : 0;
}

/** A run's standing: the held-out loss, or the training loss before there is one. @param {Run} run */
function standing({held_out, train, loss = lastOf(train)}) {
  const known = lastOf(held_out);
  return Number.isFinite(known) ? known : loss;
}

/**
 * The chart in one or two sentences.
 * @param {Run[]} runs @param {{order: number, val_loss: number}[]} floors
 * @param {{measure: Saying, unit: Saying, share?: boolean, nats?: boolean}} what unit: of x; share: of right answers, so
 *     more is better
 * @returns {Saying[]}
 */
export function summarise(runs, floors, {measure, unit, share = false, nats = true}) {
  const ranked = runs
    .map((run) => ({name: run.name, loss: standing(run), x: lastX(run.train) || lastX(run.held_out)}))
    .filter(({loss}) => Number.isFinite(loss))
    .sort((a, b) => (share ? b.loss - a.loss : a.loss - b.loss));
  const names = runs.map(({name}) => name);
  if (!ranked.length) return [{key: 'chart.summary.untrained', values: {measure, names: listed(names)}}];
  const list = ranked.map(({name, loss}) => standingOf(name, loss, share));
  const most = Math.max(...ranked.map(({x}) => x));
  const amount = most >= 100 ? Math.round(most) : Number(most.toPrecision(2));
  const values = {measure, amount, unit, list: listed(list)};
  const beaten = floors.filter(({val_loss}) => val_loss > ranked[0].loss).sort((a, b) => b.order - a.order)[0];
  const floor = {key: 'chart.summary.floor', values: {name: ranked[0].name, order: beaten?.order ?? 0}};
  return [{key: nats && !share ? 'chart.summary.nats' : 'chart.summary', values}, ...(beaten ? [floor] : [])];
}

/** @param {string} name @param {number} value @param {boolean} share @returns {Saying} */
function standingOf(name, value, share) {
  if (share) return {key: 'chart.summary.share', values: {name, percent: Math.round(100 * value)}};
  return {key: 'chart.summary.loss', values: {name, loss: value.toFixed(2)}};
}

/** @param {(Saying | string)[]} parts */
const listed = (parts) => strung(parts, 'list.comma');

/** Where something was tested, or trained where nothing was. @param {Run[]} runs */
export function placesOf(runs) {
  const of = (/** @type {'held_out' | 'train'} */ which) => runs.flatMap((run) => Array.from(run[which].x));
  const tested = of('held_out');
  return [...new Set(tested.length ? tested : of('train'))].sort((a, b) => a - b);
}

/**
 * At most `most` rows that sample the whole chart evenly, of its places.
 * NaN: at this place nothing was measured.
 * @param {Run[]} runs @param {number} [most]
 * @returns {{x: number, train: number, held_out: number}[][]} one array a row, one cell a run
 */
export function sampleRows(runs, most = 50) {
  const places = placesOf(runs);
  const rows = Math.min(most, places.length);
  return Array.from({length: rows}, (_, r) => {
    const x = places[rows === 1 ? 0 : Math.round((r * (places.length - 1)) / (rows - 1))];
    return runs.map((run) => ({x, train: meanAt(run.train, x), held_out: exactlyAt(run.held_out, x)}));
  });
}

/** @param {Curve} curve @param {number} at */
function exactlyAt({x, y}, at) {
  const i = Array.from(x).lastIndexOf(at);
  return i < 0 ? NaN : y[i];
}

/** Of a curve whose points are means of what lies between them: nothing beyond the last by more than that. @param {Curve} curve @param {number} at */
function meanAt(curve, at) {
  const last = lastX(curve);
  const before = curve.x.length > 1 ? curve.x[curve.x.length - 2] : 0;
  return at - last < Math.max(last - before, Number.MIN_VALUE) ? valueAt(curve, at) : NaN;
}
