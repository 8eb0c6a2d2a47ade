// Who looks at whom: one head of one layer; a row is a place that looks, a column one that is looked at.

import {colourScale} from './colour.js';
import {
  CHARACTER_ROW,
  SANS,
  SHARE_LEGEND,
  cellAt,
  drawCells,
  fitted,
  headControl,
  mostPixels,
  namePen,
  strung,
} from './grid.js';
import {areCounted, areWords, called, drawPlaces, placeAt, shortly, withCursor, writtenPlaces} from './places.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */

export const meta = {
  id: 'attention',
  taps: ['transformer.{layer}.attention'],
  title: {key: 'inside.attention.title'},
  summary: [{key: 'inside.attention.summary'}],
};

const GUTTER = 24;
const WORDS = 68; // the gutter where symbols are words
const STRIP = 34;

/** @param {Tap[]} taps attention: [batch, head, query, key], rows sum to 1 @param {ViewOptions} options */
export function scene([attention], options) {
  const [, heads, queries, keys] = attention.shape;
  const gutter = areWords(options, 'input') ? WORDS : GUTTER;
  const width = Math.min(options.width - gutter - 2, mostPixels(options.large));
  const cells = {x: gutter, y: 2, width, height: Math.round((width * queries) / keys), columns: keys, rows: queries};
  const head = Math.min(heads - 1, options.choice?.head ?? 0);
  return {
    height: cells.height + CHARACTER_ROW + (options.still ? 0 : STRIP) + 4,
    columns: keys,
    rows: queries,
    cells,
    head,
    causal: isCausal(attention),
    byRow: true,
    legend: [SHARE_LEGEND],
    controls: [headControl(heads)],
  };
}

/** Whether nobody looks at what comes later. @param {Tap} tap */
function isCausal({data, shape: [, heads, queries, keys]}) {
  for (let row = 0; row < heads * queries; row++)
    for (let key = (row % queries) + 1; key < keys; key++) if (data[row * keys + key] > 1e-6) return false;
  return true;
}

/** @param {Tap} tap @param {number} head @param {number} query @returns {Float32Array} one row of the map */
function rowOf(tap, head, query) {
  const [, , queries, keys] = tap.shape;
  const from = (head * queries + query) * keys;
  return tap.data.subarray(from, from + keys);
}

/** Weights are shown on a square-root scale, or everything but the strongest would vanish. */
const shade = Math.sqrt;

/** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
export function draw(ctx, taps, options) {
  const {cells, head, causal} = scene(taps, options);
  const {colours, cursor} = options;
  const colour = colourScale('sequential', 0, 1, colours.dark);
  const rows = Array.from({length: cells.rows}, (_, query) => rowOf(taps[0], head, query));
  drawCells(ctx, cells, (key, query) => colour(key <= query || !causal ? shade(rows[query][key]) : 0));
  if (causal) drawFuture(ctx, cells, colours);
  drawPlaces(ctx, cells, cells.y + cells.height + 15, options);
  drawQueries(ctx, cells, options);
  if (options.still) return;
  drawStrip(ctx, cells, options, cursor ? rows[cursor.row] : null, {query: cursor?.row ?? -1, causal});
  if (!cursor) return;
  const ch = cells.height / cells.rows;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(
    cells.x + 0.5,
    Math.round(cells.y + cursor.row * ch) + 0.5,
    cells.width - 1,
    Math.max(2, Math.round(ch) - 1),
  );
}

/**
 * A hairline along the diagonal: beyond it lies the future.
 * @param {CanvasRenderingContext2D} ctx @param {import('./grid.js').Cells} cells @param {import('./grid.js').Colours} colours
 */
function drawFuture(ctx, cells, colours) {
  const [cw, ch] = [cells.width / cells.columns, cells.height / cells.rows];
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let i = 0; i < cells.rows; i++) {
    ctx.lineTo(cells.x + (i + 1) * cw, cells.y + i * ch);
    ctx.lineTo(cells.x + (i + 1) * cw, cells.y + (i + 1) * ch);
  }
  ctx.stroke();
}

/**
 * The places that look, down the left side.
 * @param {CanvasRenderingContext2D} ctx @param {import('./grid.js').Cells} cells @param {ViewOptions} options
 */
function drawQueries(ctx, cells, options) {
  const {colours, symbols, cursor} = options;
  const pitch = cells.height / cells.rows;
  const counted = areCounted(options, 'input');
  const size = counted ? 10 : Math.max(9, Math.min(13, pitch * 1.3));
  const tall = size * (counted ? 1.3 : 0.8);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const i of withCursor(writtenPlaces(cells.rows, pitch, tall, counted), cursor?.row, tall / pitch)) {
    namePen(ctx, colours, i === cursor?.row, size);
    const text = counted ? String(i + 1) : fitted(symbols[i] ?? '', cells.x - 4, size);
    ctx.fillText(text, cells.x / 2, cells.y + (i + 0.5) * pitch);
  }
}

/**
 * The chosen row once more as bars under the characters, in proportion, the strongest in full height: heights are
 * easier to compare than colours.
 * @param {CanvasRenderingContext2D} ctx @param {import('./grid.js').Cells} cells
 * @param {ViewOptions} options @param {Float32Array | null} row
 * @param {{query: number, causal: boolean}} which
 */
function drawStrip(ctx, cells, {colours, say}, row, {query, causal}) {
  const last = causal ? query : cells.columns - 1;
  const top = cells.y + cells.height + CHARACTER_ROW + 2;
  if (!row) {
    ctx.font = `400 11px ${SANS}`;
    ctx.fillStyle = colours.muted;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(say({key: 'inside.attention.hint'}), cells.x, top + 13);
    return;
  }
  const pitch = cells.width / cells.columns;
  const strongest = Math.max(...row.subarray(0, last + 1)) || 1;
  ctx.fillStyle = colours.accent;
  for (let key = 0; key <= last; key++) {
    const tall = (14 * row[key]) / strongest;
    ctx.fillRect(cells.x + key * pitch, top + 16 - tall, Math.max(1, pitch - 0.5), tall);
  }
  ctx.fillStyle = colours.ink;
  ctx.fillRect(cells.x + query * pitch, top + 18, Math.max(1, pitch - 0.5), 3);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
export function locate(taps, options, x, y) {
  return cellAt(scene(taps, options).cells, x, y);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor @returns {Saying[]} */
export function readout(taps, options, {row}) {
  const {head, causal} = scene(taps, options);
  const weights = rowOf(taps[0], head, row);
  const best = Array.from(causal ? weights.subarray(0, row + 1) : weights, (weight, key) => ({weight, key}))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .filter(({weight}) => weight >= 0.01);
  const places = best.map(({weight, key}) => ({
    key: key > row ? 'inside.attention.ahead' : 'inside.attention.back',
    values: {symbol: shortly(options, 'input', key), far: Math.abs(row - key), percent: Math.round(100 * weight)},
  }));
  const values = {place: placeAt(options, 'input', row), places: strung(places, 'list.semicolon')};
  return [{key: 'inside.attention.row', values}];
}

/** @param {Tap[]} taps @param {ViewOptions} options @returns {Saying[]} */
export function describe([tap], options) {
  const {head, causal} = scene([tap], options);
  const [, heads, queries] = tap.shape;
  let [self, previous, distance] = [0, 0, 0];
  for (let query = 0; query < queries; query++) {
    const row = rowOf(tap, head, query);
    self += row[query];
    if (query > 0) previous += row[query - 1];
    for (let key = 0; key < row.length; key++) distance += row[key] * Math.abs(query - key);
  }
  const percent = (/** @type {number} */ sum, /** @type {number} */ of) => Math.round((100 * sum) / Math.max(1, of));
  const values = {
    head: String(head + 1),
    heads,
    distance: (distance / queries).toFixed(1),
    places: called(options, 'input', 0),
    place: called(options, 'input', 1),
    itself: percent(self, queries),
    before: percent(previous, queries - 1),
  };
  return [{key: causal ? 'inside.attention.whole.back' : 'inside.attention.whole', values}];
}
