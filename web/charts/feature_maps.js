// What a convolution finds in an image: one small picture for each pattern, as bright as the pattern is plain there.

import {colourScale} from './colour.js';
import {cellAt, drawCells, drawCursor, largest, mostPixels, roundLimit} from './grid.js';

/** @typedef {import('./grid.js').Tap} Tap */
/** @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */

export const meta = {
  id: 'feature-maps',
  taps: ['image_conv.{layer}.maps'],
  title: {key: 'inside.maps.title'},
  summary: [{key: 'inside.maps.summary'}],
};

const PIXEL = 4.5; // of a map, in CSS pixels: no smaller than that

/** How many maps stand side by side. @param {number} room in pixels of a map @param {number} maps */
function sideBySide(room, maps) {
  let count = 1;
  while (2 * count <= Math.min(room, maps)) count *= 2;
  return count;
}

/** @param {Tap[]} taps maps: [line, column, channel] @param {ViewOptions} options */
export function scene([{shape, data}], options) {
  const [lines, width, maps] = shape;
  const across = sideBySide((options.width - 4) / (PIXEL * width), maps);
  const [columns, rows] = [across * width, Math.ceil(maps / across) * lines];
  const pixel = Math.min((options.width - 4) / columns, options.large ? 16 : 9, mostPixels(options.large) / rows);
  const limit = roundLimit(largest(data));
  return {
    height: rows * pixel + 4,
    columns,
    rows,
    cells: {x: 2, y: 2, width: columns * pixel, height: rows * pixel, columns, rows},
    across,
    pixel,
    legend: [{kind: /** @type {const} */ ('sequential'), low: 0, high: limit, title: {key: 'inside.maps.match'}}],
    controls: [],
    limit,
  };
}

/** What a cell shows. @param {Tap} tap @param {number} across @param {number} column @param {number} row */
function at({shape: [lines, width, maps], data}, across, column, row) {
  const map = Math.floor(row / lines) * across + Math.floor(column / width);
  const [x, y] = [column % width, row % lines];
  return {map, x, y, value: map < maps ? data[(y * width + x) * maps + map] : 0};
}

/** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
export function draw(ctx, taps, options) {
  const {cells, across, pixel, limit} = scene(taps, options);
  const [lines, width, maps] = taps[0].shape;
  const colour = colourScale('sequential', 0, limit, options.colours.dark);
  drawCells(ctx, cells, (column, row) => colour(at(taps[0], across, column, row).value));
  ctx.strokeStyle = options.colours.line;
  ctx.lineWidth = 1;
  for (let map = 0; map < maps; map++) {
    const [left, top] = [(map % across) * width, Math.floor(map / across) * lines];
    ctx.strokeRect(cells.x + left * pixel, cells.y + top * pixel, width * pixel, lines * pixel);
  }
  if (options.cursor) drawCursor(ctx, cells, options.cursor, options.colours);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
export function locate(taps, options, x, y) {
  return cellAt(scene(taps, options).cells, x, y);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor @returns {Saying[]} */
export function readout(taps, options, {column, row}) {
  const {map, x, y, value} = at(taps[0], scene(taps, options).across, column, row);
  if (map >= taps[0].shape[2]) return [{key: 'inside.maps.none'}];
  const values = {pattern: String(map + 1), line: String(y + 1), column: String(x + 1), value: value.toFixed(2)};
  return [{key: 'inside.maps.cell', values}];
}

/** @param {Tap[]} taps @returns {Saying[]} */
export function describe([{shape, data}]) {
  const [lines, width, maps] = shape;
  const sums = new Float64Array(maps);
  data.forEach((value, i) => (sums[i % maps] += value));
  const plainest = sums.indexOf(Math.max(...sums));
  const silent = sums.filter((sum) => sum === 0).length;
  return [{key: 'inside.maps.whole', values: {maps, width, lines, plainest: String(plainest + 1), silent}}];
}
