// The memory of a plain recurrent network: every unit (row) at every character it reads (column).

import {colourScale} from './colour.js';
import {
  ORDER,
  CHARACTER_ROW,
  GUTTER,
  cellAt,
  drawCells,
  drawCharacters,
  drawCursor,
  drawRowNumbers,
  spoken,
  thinned,
  unitOrder,
} from './grid.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions */

export const meta = {
  id: 'hidden-state',
  taps: ['rnn.{layer}.hidden'],
  title: 'Hidden state over time',
  summary:
    'Each row is one unit of the memory, each column one character read. Orange is near +1, blue near −1: a row ' +
    'that keeps its colour for several characters is remembering something.',
};

/** @param {Tap[]} taps hidden: [time, batch, unit] @param {ViewOptions} options */
export function scene([hidden], options) {
  const columns = hidden.shape[0];
  const units = hidden.shape[2];
  const {rows, stride} = thinned(units, options.large ? 256 : 128);
  const height = Math.max(120, Math.min(options.large ? 512 : 256, rows * 8));
  const cells = {x: GUTTER, y: 2, width: options.width - GUTTER - 2, height, columns, rows};
  return {
    height: height + CHARACTER_ROW + 4,
    columns,
    rows,
    cells,
    stride,
    order: unitOrder(hidden, {rows, stride}, options.choice?.order === 1),
    units,
    legend: [{kind: /** @type {const} */ ('diverging'), low: -1, high: 1, title: 'activation'}],
    controls: [ORDER],
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
export function draw(ctx, taps, options) {
  const {cells, stride, units, order} = scene(taps, options);
  const {data, shape} = taps[0];
  const colour = colourScale('diverging', -1, 1, options.colours.dark);
  drawCells(ctx, cells, (t, row) => colour(data[t * shape[1] * units + order[row]]));
  if (options.choice?.order !== 1) drawRowNumbers(ctx, cells, stride, options.colours);
  drawCharacters(ctx, cells, cells.y + cells.height + 15, options.symbols, options.colours, options.cursor?.column);
  if (options.cursor) drawCursor(ctx, cells, options.cursor, options.colours);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
export function locate(taps, options, x, y) {
  return cellAt(scene(taps, options).cells, x, y);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor */
export function readout(taps, options, {column, row}) {
  const {units, order} = scene(taps, options);
  const unit = order[row];
  const value = taps[0].data[column * taps[0].shape[1] * units + unit];
  return `Unit ${unit + 1} after reading ${spoken(options.symbols[column])} (character ${column + 1}): ${signed(value)}`;
}

/** @param {Tap[]} taps @param {ViewOptions} options */
export function describe([hidden], options) {
  const [steps, batch, units] = hidden.shape;
  let saturated = 0;
  let liveliest = {unit: 0, change: -1};
  for (let u = 0; u < units; u++) {
    let change = 0;
    for (let t = 0; t < steps; t++) {
      const v = hidden.data[t * batch * units + u];
      if (Math.abs(v) > 0.9) saturated++;
      if (t > 0) change += Math.abs(v - hidden.data[(t - 1) * batch * units + u]);
    }
    if (change > liveliest.change) liveliest = {unit: u, change};
  }
  const percent = Math.round((100 * saturated) / (steps * units));
  const per = steps > 1 ? (liveliest.change / (steps - 1)).toFixed(2) : '0';
  const shown = scene([hidden], options).stride;
  return (
    `${units} units over ${steps} characters: ${percent} % of the values are saturated (beyond ±0.9); unit ` +
    `${liveliest.unit + 1} changes most, by ${per} per character.${shown > 1 ? ` One unit in ${shown} is drawn.` : ''}`
  );
}

/** @param {number} v @returns {string} with a real minus sign */
function signed(v) {
  return (v < 0 ? '−' : '+') + Math.abs(v).toFixed(2);
}
