// What a recurrent model with gates does at each character: gates between shut and open, what it would write, and what
// it remembers. One panel each, units in the same order in all of them. Shared by LSTM and GRU.

import {colourScale} from './colour.js';
import {
  ORDER,
  CHARACTER_ROW,
  GUTTER,
  SANS,
  cellAt,
  drawCells,
  drawCursor,
  drawRowNumbers,
  largest,
  mostPixels,
  roundLimit,
  strung,
  thinned,
  unitOrder,
} from './grid.js';
import {drawPlaces, placeAt} from './places.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */
/**
 * @typedef {{title: Saying, name: Saying, gate: number, signed: boolean}} Panel name: within a sentence; gate: where it
 *     lies in the gates tap; -1: the memory, the last panel
 */

const TITLE = 17;

/** @param {Panel[]} panels */
export function gatePanels(panels) {
  const memory = panels[panels.length - 1].name;

  /** @param {Tap[]} taps gates: [time, batch, gate, unit], cell: [time, batch, unit] @param {ViewOptions} options */
  function scene([gates, cell], options) {
    const [columns, , , units] = gates.shape;
    const {rows, stride} = thinned(units, options.large ? 128 : 64);
    const room = mostPixels(options.large) / panels.length - TITLE;
    const height = Math.min(room, Math.max(options.large ? 72 : 44, Math.min(rows, options.large ? 128 : 64)));
    const limit = roundLimit(largest(cell.data));
    const placed = panels.map((panel, i) => ({
      ...panel,
      limit: panel.gate < 0 ? limit : 1,
      cells: {x: GUTTER, y: TITLE + i * (height + TITLE), width: options.width - GUTTER - 2, height, columns, rows},
    }));
    return {
      height: panels.length * (height + TITLE) + CHARACTER_ROW,
      columns,
      rows: rows * panels.length,
      panels: placed,
      rowsEach: rows,
      stride,
      order: unitOrder(cell, {rows, stride}, options.choice?.order === 1),
      units,
      legend: [
        {kind: /** @type {const} */ ('sequential'), low: 0, high: 1, title: {key: 'inside.gates.scale'}},
        {kind: /** @type {const} */ ('diverging'), low: -1, high: 1, title: {key: 'inside.candidate'}},
        {kind: /** @type {const} */ ('diverging'), low: -limit, high: limit, title: memory},
      ],
      controls: [ORDER],
    };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
  function draw(ctx, taps, options) {
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
      ctx.fillText(options.say(panel.title), cells.x, cells.y - 4);
      drawCells(ctx, cells, (t, row) => colour(valueAt(taps, gate, t, view.order[row])));
      if (options.choice?.order !== 1) drawRowNumbers(ctx, cells, view.stride, colours);
      if (cursor) {
        const mine = Math.floor(cursor.row / view.rowsEach) === i;
        drawCursor(ctx, cells, {column: cursor.column, row: cursor.row % view.rowsEach}, colours, {row: mine});
      }
    }
    const last = view.panels[view.panels.length - 1].cells;
    drawPlaces(ctx, last, last.y + last.height + 15, options);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
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
   * @returns {Saying[]}
   */
  function readout(taps, options, {column, row}) {
    const view = scene(taps, options);
    const unit = view.order[row % view.rowsEach];
    const gates = panels.map(({name, gate}) => ({
      key: 'inside.gates.value',
      values: {gate: name, value: number(valueAt(taps, gate, column, unit))},
    }));
    const values = {unit: String(unit + 1), place: placeAt(options, 'input', column)};
    return [{key: 'inside.gates.unit', values: {...values, gates: strung(gates, 'list.comma')}}];
  }

  return {scene, draw, locate, readout};
}

/** @param {Tap[]} taps @param {number} gate @param {number} t @param {number} unit */
export function valueAt([gates, cell], gate, t, unit) {
  const [, batch, kinds, units] = gates.shape;
  return gate < 0 ? cell.data[t * batch * units + unit] : gates.data[t * batch * kinds * units + gate * units + unit];
}

/**
 * How far each gate is open on average, and the unit in which one of them is open most.
 * @param {Tap[]} taps @param {number[]} gates @param {number} keeping the gate that keeps what is remembered
 * @returns {{percent: number[], unit: number, open: number}} percent: one a gate, in the given order
 */
export function openness(taps, gates, keeping) {
  const [steps, , , units] = taps[0].shape;
  const mean = gates.map(() => 0);
  let keeper = {unit: 0, open: -1};
  for (let u = 0; u < units; u++) {
    let open = 0;
    for (let t = 0; t < steps; t++) {
      gates.forEach((gate, i) => (mean[i] += valueAt(taps, gate, t, u)));
      open += valueAt(taps, keeping, t, u);
    }
    if (open > keeper.open) keeper = {unit: u, open};
  }
  const percent = mean.map((sum) => Math.round((100 * sum) / (steps * units)));
  return {percent, unit: keeper.unit, open: Math.round((100 * keeper.open) / steps)};
}

/** @param {number} v @returns {string} */
function number(v) {
  return (v < 0 ? '−' : '') + Math.abs(v).toFixed(2);
}
