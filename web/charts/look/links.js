// From the place that looks to those it looks at: curves, the thicker the more, with the share of the strongest three.
import {SANS, fitted, namePen} from '../grid.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {writtenPlaces} from '../places.js';
import {rowOf, strongest} from './stands_out.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('./maps.js').Side} Side */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Cells} Cells @typedef {[number, number]} Point */

/** Of a strip: where what is looked at is written, and where what looks is, if that is not the same. */
const [SEEN, LOOKING, NUMBERS] = [26, 84, 8];
/** Where both are one line of symbols it stands below the curves. */
const ONE = 76;
const WIDEST = 7;
const NAMED = 3;
const PARTS = 18;

/** Whether what looks and what is looked at are the same places. @param {Large['map']} map */
export const areSame = ({rows, columns, queries, keys}) =>
  rows.stream !== null &&
  rows.stream === columns.stream &&
  queries === keys &&
  String(rows.names) === String(columns.names);

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Large} large @param {Cells} strip @param {Options} options */
export function drawLinks(ctx, {run}, {map, query}, strip, options) {
  const pitch = strip.width / strip.columns;
  const x = (/** @type {number} */ place) => strip.x + (place + 0.5) * pitch;
  const same = areSame(map);
  const best = strongest(map, query, NAMED);
  const alone = map.queries === 1 && map.rows.stream === null;
  const from = /** @type {Point} */ ([
    alone ? strip.x + strip.width / 2 : x(query),
    strip.y + (same ? ONE - 10 : LOOKING - 9),
  ]);
  rowOf(map, query).forEach((share, key) => {
    if (!(share >= 0.02)) return;
    const to = /** @type {Point} */ ([x(key), strip.y + (same ? ONE - 10 : SEEN + 9)]);
    ctx.save();
    ctx.strokeStyle = run.colour;
    ctx.globalAlpha = best.some((one) => one.key === key) ? 0.9 : 0.4;
    ctx.lineWidth = Math.max(0.5, WIDEST * share);
    trace(ctx, same ? arch(from, to, strip) : bend(from, to));
    ctx.restore();
  });
  drawSymbols(
    ctx,
    map.columns,
    {...strip, columns: map.keys, width: pitch * map.keys},
    same ? ONE : SEEN,
    {marked: same ? query : -1, seen: best.map(({key}) => key)},
    options,
  );
  if (alone) drawAnswer(ctx, from[0], strip.y + LOOKING, options);
  else if (!same)
    drawSymbols(
      ctx,
      map.rows,
      {...strip, columns: map.queries, width: pitch * map.queries},
      LOOKING,
      {marked: query, seen: []},
      options,
    );
  drawNumbers(ctx, best, x, {y: strip.y + (same ? ONE + 14 : NUMBERS), right: strip.x + strip.width}, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} points */
function trace(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
}

/** Over what lies between; to itself a small loop. @param {Point} from @param {Point} to @param {Cells} strip @returns {Point[]} */
function arch([x0, y0], [x1], strip) {
  const wide = Math.max(Math.abs(x1 - x0), 8);
  const tall = Math.min(ONE - 18, 8 + (0.55 * wide * (ONE - 26)) / Math.max(120, 0.5 * strip.width));
  const middle = (x0 + x1) / 2;
  const reach = x1 === x0 ? 4 : (x0 - x1) / 2;
  return steps((t) => [middle + reach * Math.cos(Math.PI * t), y0 - tall * Math.sin(Math.PI * t)]);
}

/** Straight out of one line of symbols, and straight into the other. @param {Point} from @param {Point} to @returns {Point[]} */
const bend = ([x0, y0], [x1, y1]) => steps((t) => [x0 + (x1 - x0) * t * t * (3 - 2 * t), y0 + (y1 - y0) * t]);

/** @param {(t: number) => Point} at @returns {Point[]} */
const steps = (at) => Array.from({length: PARTS + 1}, (_, i) => at(i / PARTS));

/** @param {CanvasRenderingContext2D} ctx @param {Side} side @param {Cells} cells @param {number} below @param {{marked: number, seen: number[]}} which @param {Options} options */
function drawSymbols(ctx, {names}, cells, below, {marked, seen}, {colours, width}) {
  const pitch = cells.width / cells.columns;
  const size = names ? Math.max(9, Math.min(13, pitch * 1.4)) : 10;
  const wide = names
    ? names.some((name) => [...name].length > 1)
      ? 34
      : 0.7 * size
    : 6.2 * (String(cells.columns).length + 1);
  const wanted = [marked, ...seen].filter((at) => at >= 0 && at < cells.columns);
  const kept = wanted.filter((at, i) => wanted.slice(0, i).every((other) => Math.abs(other - at) * pitch >= wide));
  const others = writtenPlaces(cells.columns, pitch, wide, !names).filter((at) =>
    kept.every((other) => Math.abs(other - at) * pitch >= wide),
  );
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const at of [...kept, ...others]) {
    namePen(ctx, colours, at === marked, size, names ? undefined : SANS);
    if (seen.includes(at)) ctx.fillStyle = colours.ink;
    const text = names ? fitted(names[at] ?? '', Math.max(wide, pitch - 2), size) : String(at + 1);
    const most = width - 1 - ctx.measureText(text).width / 2; // the last one whole
    ctx.fillText(text, Math.min(most, cells.x + (at + 0.5) * pitch), cells.y + below);
  }
}

/** What all of it is one answer for. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Options} options */
function drawAnswer(ctx, x, y, {colours, say}) {
  pen(ctx, colours.ink, {weight: 600});
  ctx.textAlign = 'center';
  ctx.fillText(say({key: 'compare.look.whole'}), x, y);
}

/** The strongest shares, each at what is looked at; what would stand on another is left out. @param {CanvasRenderingContext2D} ctx @param {{key: number, share: number}[]} best @param {(place: number) => number} x @param {{y: number, right: number}} place @param {Options} options */
function drawNumbers(ctx, best, x, {y, right}, {colours, say, width}) {
  pen(ctx, colours.ink, {size: 10});
  /** @type {number[]} */
  const taken = [];
  ctx.textAlign = 'center';
  for (const {key, share} of best) {
    const at = Math.max(16, Math.min(x(key), Math.max(right, 32) - 12, width - 16));
    if (taken.some((other) => Math.abs(other - at) < 28)) continue;
    taken.push(at);
    ctx.fillText(say(percent(share)), at, y);
  }
}
