// What a recurrent model with gates does at each character: gates between shut and open, what it would write, and what
// it remembers. One panel each, units in the same order in all of them, the slowest of the memory first; and one of them alone.
// Shared by LSTM and GRU.

import {colourScale} from '../colour.js';
import {CHARACTER_ROW, GUTTER, SANS, cellAt, drawCells, drawCursor, largest, roundLimit, strung} from '../grid.js';
import {drawPlaces, placeAt} from '../places.js';
import {placesShared} from './hidden_state.js';
import {belowHeight, drawBelow, placeBelow} from './unit_below.js';
import {drawUnitMarks} from './unit_marks.js';
import {unitRows} from './unit_rows.js';

/** @typedef {import('../grid.js').Tap} Tap @typedef {import('../grid.js').ViewOptions} ViewOptions @typedef {import('../grid.js').Saying} Saying */
/**
 * @typedef {{title: Saying, name: Saying, gate: number, signed: boolean}} Panel name: within a sentence; gate: where it
 *     lies in the gates tap; -1: the memory, the last panel
 */

const TITLE = 17;
/** Of a gate's panel and of the memory's, of sixteen rows and of more: the memory is what is looked at most. */
const HEIGHTS = {small: {gate: 36, more: 40, memory: 112}, large: {gate: 56, more: 64, memory: 160}};

/** @param {Panel[]} panels */
export function gatePanels(panels) {
  const memory = panels[panels.length - 1].name;

  /** @param {Tap[]} taps gates: [time, batch, gate, unit], cell: [time, batch, unit] @param {ViewOptions} options */
  function scene([gates, cell], options) {
    const [columns] = gates.shape;
    const units = unitRows(cell, options, options.large ? 128 : 64);
    const rows = units.order.length;
    const tall = HEIGHTS[options.large ? 'large' : 'small'];
    const limit = roundLimit(largest(cell.data));
    let y = 0;
    const placed = panels.map((panel) => {
      const height = panel.gate < 0 ? tall.memory : rows > 16 ? tall.more : tall.gate;
      const cells = {x: GUTTER, y: y + TITLE, width: options.width - GUTTER - 2, height, columns, rows};
      y += TITLE + height;
      return {...panel, limit: panel.gate < 0 ? limit : 1, cells};
    });
    const map = placed[placed.length - 1].cells;
    const stream = /** @type {const} */ ('input');
    const alone = {memory: cell, rows: units, map, top: y + CHARACTER_ROW + 6, stream};
    return {
      height: alone.top + belowHeight(alone, options) + 2,
      columns,
      rows: rows * panels.length,
      panels: placed,
      rowsEach: rows,
      units,
      alone,
      legend: [
        {kind: /** @type {const} */ ('sequential'), low: 0, high: 1, title: {key: 'inside.gates.scale'}},
        {kind: /** @type {const} */ ('diverging'), low: -1, high: 1, title: {key: 'inside.candidate'}},
        {kind: /** @type {const} */ ('diverging'), low: -limit, high: limit, title: memory},
      ],
      controls: units.controls,
    };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
  function draw(ctx, taps, options) {
    const view = scene(taps, options);
    for (const [i] of view.panels.entries()) drawPanel(ctx, taps, view, i, options);
    const last = view.panels[view.panels.length - 1].cells;
    drawUnitMarks(ctx, last, view.units, options.colours);
    drawPlaces(ctx, last, last.y + last.height + 15, options);
    drawBelow(ctx, view.alone, options);
  }

  /** The unit looked at alone is framed in all of them. @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ReturnType<typeof scene>} view @param {number} i of the panel @param {ViewOptions} options */
  function drawPanel(ctx, taps, view, i, {colours, cursor, say, still}) {
    const {cells, gate, limit, signed, title} = view.panels[i];
    const {order, chosen} = view.units;
    const colour = signed
      ? colourScale('diverging', -limit, limit, colours.dark)
      : colourScale('sequential', 0, 1, colours.dark);
    ctx.font = `600 11px ${SANS}`;
    ctx.fillStyle = colours.ink;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(say(title), cells.x, cells.y - 4);
    drawCells(ctx, cells, (t, row) => colour(valueAt(taps, gate, t, order[row])));
    if (still) return;
    drawCursor(ctx, cells, {column: cursor?.column ?? 0, row: chosen}, colours, {column: Boolean(cursor)});
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
    const view = scene(taps, options);
    if (y >= view.alone.top) {
      const column = placeBelow(view.alone, options, x, y);
      return column < 0 ? null : {column, row: (view.panels.length - 1) * view.rowsEach + view.units.chosen};
    }
    for (const [i, {cells}] of view.panels.entries()) {
      if (y >= cells.y + cells.height && i + 1 < view.panels.length) continue;
      const at = cellAt(cells, x, Math.max(y, cells.y));
      return at && {column: at.column, row: at.row + i * view.rowsEach};
    }
    return null;
  }

  /**
   * Every gate of one unit at one character, since they are read together.
   * @param {Tap[]} taps @param {ViewOptions} options @param {import('../grid.js').Cursor} cursor
   * @returns {Saying[]}
   */
  function readout(taps, options, {column, row}) {
    const view = scene(taps, options);
    const unit = view.units.order[row % view.rowsEach];
    const gates = panels.map(({name, gate}) => ({
      key: 'inside.gates.value',
      values: {gate: name, value: number(valueAt(taps, gate, column, unit))},
    }));
    const values = {unit: String(unit + 1), place: placeAt(options, 'input', column)};
    return [{key: 'inside.gates.unit', values: {...values, gates: strung(gates, 'list.comma')}}];
  }

  const shared = placesShared('input', (taps, options) => {
    const {panels: all, rowsEach, units} = scene(taps, options);
    return (all.length - 1) * rowsEach + units.chosen;
  });
  return {scene, draw, locate, readout, ...shared};
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
