// What a convolution finds in an image: one small picture for each pattern, as bright as the pattern is plain there.

import {colourScale} from './colour.js';
import {cellAt, drawCells, drawCursor, largest, roundLimit} from './grid.js';

/** @typedef {import('./grid.js').Tap} Tap */
/** @typedef {import('./grid.js').ViewOptions} ViewOptions */

export const meta = {
  id: 'feature-maps',
  taps: ['image_conv.{layer}.maps'],
  title: 'Patterns in the image',
  summary:
    'Each small picture is one pattern that the block looks for: the deeper the colour, the better the image matches it ' +
    'there. Later blocks have smaller pictures, and patterns made of patterns.',
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
  const pixel = Math.min((options.width - 4) / columns, options.large ? 16 : 9);
  const limit = roundLimit(largest(data));
  return {
    height: rows * pixel + 4,
    columns,
    rows,
    cells: {x: 2, y: 2, width: columns * pixel, height: rows * pixel, columns, rows},
    across,
    pixel,
    legend: [{kind: /** @type {const} */ ('sequential'), low: 0, high: limit, title: 'match'}],
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

/** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor */
export function readout(taps, options, {column, row}) {
  const {map, x, y, value} = at(taps[0], scene(taps, options).across, column, row);
  if (map >= taps[0].shape[2]) return 'There is no further pattern.';
  return `Pattern ${map + 1} at line ${y + 1}, column ${x + 1}: ${value.toFixed(2)}`;
}

/** @param {Tap[]} taps */
export function describe([{shape, data}]) {
  const [lines, width, maps] = shape;
  const sums = new Float64Array(maps);
  data.forEach((value, i) => (sums[i % maps] += value));
  const plainest = sums.indexOf(Math.max(...sums));
  const silent = sums.filter((sum) => sum === 0).length;
  return (
    `${maps} ${maps === 1 ? 'pattern' : 'patterns'} over ${width} × ${lines} pixels: pattern ${plainest + 1} is found ` +
    `most, ${silent} nowhere.`
  );
}
