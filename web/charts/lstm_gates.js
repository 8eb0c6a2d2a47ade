// What an LSTM does at each character: three gates between shut and open, the candidate it would write, and the cell.

import {colourScale} from './colour.js';
import {
  ORDER,
  CHARACTER_ROW,
  GUTTER,
  SANS,
  cellAt,
  drawCells,
  drawCharacters,
  drawCursor,
  drawRowNumbers,
  largest,
  roundLimit,
  spoken,
  thinned,
  unitOrder,
} from './grid.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions */

export const meta = {
  id: 'lstm-gates',
  taps: ['lstm.{layer}.gates', 'lstm.{layer}.cell'],
  title: 'Gates and cell state',
  summary:
    'At every character the forget gate says how much of the cell survives, the input gate how much of the candidate ' +
    'is written, the output gate how much is shown. Deep colour in a gate is open; the cell is what is remembered.',
};

/** In PyTorch's order: where a panel's values lie in the gates tap. */
const PANELS = [
  {title: 'Forget gate', gate: 1, signed: false},
  {title: 'Input gate', gate: 0, signed: false},
  {title: 'Candidate', gate: 2, signed: true},
  {title: 'Output gate', gate: 3, signed: false},
  {title: 'Cell state', gate: -1, signed: true},
];
const TITLE = 17;

/** @param {Tap[]} taps gates: [time, batch, gate, unit], cell: [time, batch, unit] @param {ViewOptions} options */
export function scene([gates, cell], options) {
  const [columns, , , units] = gates.shape;
  const {rows, stride} = thinned(units, options.large ? 128 : 64);
  const height = Math.max(options.large ? 72 : 44, Math.min(rows, options.large ? 128 : 64));
  const limit = roundLimit(largest(cell.data));
  const panels = PANELS.map((panel, i) => ({
    ...panel,
    limit: panel.gate < 0 ? limit : 1,
    cells: {x: GUTTER, y: TITLE + i * (height + TITLE), width: options.width - GUTTER - 2, height, columns, rows},
  }));
  return {
    height: PANELS.length * (height + TITLE) + CHARACTER_ROW,
    columns,
    rows: rows * PANELS.length,
    panels,
    rowsEach: rows,
    stride,
    order: unitOrder(cell, {rows, stride}, options.choice?.order === 1),
    units,
    legend: [
      {kind: /** @type {const} */ ('sequential'), low: 0, high: 1, title: 'gates: shut to open'},
      {kind: /** @type {const} */ ('diverging'), low: -1, high: 1, title: 'candidate'},
      {kind: /** @type {const} */ ('diverging'), low: -limit, high: limit, title: 'cell'},
    ],
    controls: [ORDER],
  };
}

/** @param {Tap[]} taps @param {number} gate @param {number} t @param {number} unit */
function valueAt([gates, cell], gate, t, unit) {
  const [, batch, kinds, units] = gates.shape;
  return gate < 0 ? cell.data[t * batch * units + unit] : gates.data[t * batch * kinds * units + gate * units + unit];
}

/** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
export function draw(ctx, taps, options) {
  const view = scene(taps, options);
  const {colours, cursor} = options;
  for (const [i, panel] of view.panels.entries()) {
    const {cells, gate, limit} = panel;
    const colour = panel.signed
      ? colourScale('diverging', -limit, limit, colours.dark)
      : colourScale('sequential', 0, 1, colours.dark);
    ctx.font = `600 11px ${SANS}`;
    ctx.fillStyle = colours.ink;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(panel.title, cells.x, cells.y - 4);
    drawCells(ctx, cells, (t, row) => colour(valueAt(taps, gate, t, view.order[row])));
    if (options.choice?.order !== 1) drawRowNumbers(ctx, cells, view.stride, colours);
    if (cursor) {
      const mine = Math.floor(cursor.row / view.rowsEach) === i;
      drawCursor(ctx, cells, {column: cursor.column, row: cursor.row % view.rowsEach}, colours, {row: mine});
    }
  }
  const last = view.panels[view.panels.length - 1].cells;
  drawCharacters(ctx, last, last.y + last.height + 15, options.symbols, colours, cursor?.column);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
export function locate(taps, options, x, y) {
  const view = scene(taps, options);
  for (const [i, {cells}] of view.panels.entries()) {
    if (y >= cells.y + cells.height && i + 1 < view.panels.length) continue;
    const at = cellAt(cells, x, Math.max(y, cells.y));
    return at && {column: at.column, row: at.row + i * view.rowsEach};
  }
  return null;
}

/**
 * Every gate of one unit at one character, since they are read together.
 * @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor
 */
export function readout(taps, options, {column, row}) {
  const view = scene(taps, options);
  const unit = view.order[row % view.rowsEach];
  const values = PANELS.map(
    ({title, gate}) => `${title.split(' ')[0].toLowerCase()} ${number(valueAt(taps, gate, column, unit))}`,
  );
  return `Unit ${unit + 1} at ${spoken(options.symbols[column])} (character ${column + 1}): ${values.join(', ')}`;
}

/** @param {Tap[]} taps @param {ViewOptions} [_options] */
export function describe(taps, _options) {
  const [steps, , , units] = taps[0].shape;
  const mean = [0, 0, 0, 0];
  let keeper = {unit: 0, open: -1};
  for (let u = 0; u < units; u++) {
    let open = 0;
    for (let t = 0; t < steps; t++) {
      for (const gate of [0, 1, 3]) mean[gate] += valueAt(taps, gate, t, u);
      open += valueAt(taps, 1, t, u);
    }
    if (open > keeper.open) keeper = {unit: u, open};
  }
  const [input, forget, , output] = mean.map((sum) => Math.round((100 * sum) / (steps * units)));
  return (
    `On average the forget gate is ${forget} % open, the input gate ${input} %, the output gate ${output} %; unit ` +
    `${keeper.unit + 1} remembers longest (its forget gate is ${Math.round((100 * keeper.open) / steps)} % open); the cell ` +
    `reaches ±${largest(taps[1].data).toFixed(1)}.`
  );
}

/** @param {number} v @returns {string} */
function number(v) {
  return (v < 0 ? '−' : '') + Math.abs(v).toFixed(2);
}
