// The memory of a recurrent network: every unit (row) at every place it reads (column).

import {colourScale} from './colour.js';
import {
  ORDER,
  CHARACTER_ROW,
  GUTTER,
  cellAt,
  drawCells,
  drawCursor,
  drawRowNumbers,
  largest,
  roundLimit,
  thinned,
  unitOrder,
} from './grid.js';
import {called, drawPlaces, placeAt} from './places.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */

/**
 * A view of one tap [time, batch, unit].
 * @param {{id: string, tap: string, title: Saying, summary: Saying[], given?: boolean, free?: boolean}} about given: it
 *     reads what is given rather than what is written; free: its values are not between -1 and 1, so none is saturated
 */
export function hiddenState({id, tap, title, summary, given = false, free = false}) {
  const meta = {id, taps: [tap], title, summary};

  const stream = given ? 'source' : 'input';

  /** @param {Tap[]} taps hidden: [time, batch, unit] @param {ViewOptions} options */
  function scene([hidden], options) {
    const columns = hidden.shape[0];
    const reach = largest(hidden.data);
    const limit = free || reach > 1 ? roundLimit(reach) : 1;
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
      limit,
      legend: [
        {kind: /** @type {const} */ ('diverging'), low: -limit, high: limit, title: {key: 'inside.memory.activation'}},
      ],
      controls: [ORDER],
    };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
  function draw(ctx, taps, options) {
    const {cells, stride, units, order, limit} = scene(taps, options);
    const {data, shape} = taps[0];
    const colour = colourScale('diverging', -limit, limit, options.colours.dark);
    drawCells(ctx, cells, (t, row) => colour(data[t * shape[1] * units + order[row]]));
    if (options.choice?.order !== 1) drawRowNumbers(ctx, cells, stride, options.colours);
    drawPlaces(ctx, cells, cells.y + cells.height + 15, options, stream);
    if (options.cursor) drawCursor(ctx, cells, options.cursor, options.colours);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
    return cellAt(scene(taps, options).cells, x, y);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor @returns {Saying[]} */
  function readout(taps, options, {column, row}) {
    const {units, order} = scene(taps, options);
    const unit = order[row];
    const value = taps[0].data[column * taps[0].shape[1] * units + unit];
    const values = {unit: String(unit + 1), place: placeAt(options, stream, column), value: signed(value)};
    return [{key: 'inside.memory.unit', values}];
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @returns {Saying[]} */
  function describe([hidden], options) {
    const [steps, , units] = hidden.shape;
    const {saturated, unit, change} = activity(hidden);
    const {stride, limit} = scene([hidden], options);
    const names = {places: called(options, stream, steps), place: called(options, stream, 1)};
    const told = {units, steps, unit: String(unit + 1), change: change.toFixed(2), ...names};
    const whole =
      limit === 1
        ? {key: 'inside.memory.whole', values: {...told, percent: Math.round(100 * saturated)}}
        : {key: 'inside.memory.free', values: {...told, reach: largest(hidden.data).toFixed(1)}};
    return [whole, ...(stride > 1 ? [{key: 'inside.memory.thinned', values: {stride}}] : [])];
  }

  return {meta, scene, draw, locate, readout, describe};
}

/**
 * @param {Tap} hidden [time, batch, unit], of which the first example is looked at
 * @returns {{saturated: number, unit: number, change: number}} the share of values beyond ±0.9; the unit that changes most, and
 *     by how much from place to place
 */
function activity({data, shape: [steps, batch, units]}) {
  let saturated = 0;
  let most = {unit: 0, change: -1};
  for (let unit = 0; unit < units; unit++) {
    let change = 0;
    for (let t = 0; t < steps; t++) {
      const v = data[t * batch * units + unit];
      if (Math.abs(v) > 0.9) saturated++;
      if (t > 0) change += Math.abs(v - data[(t - 1) * batch * units + unit]);
    }
    if (change > most.change) most = {unit, change};
  }
  return {saturated: saturated / (steps * units), unit: most.unit, change: most.change / Math.max(1, steps - 1)};
}

/** @param {number} v @returns {string} with a real minus sign */
function signed(v) {
  return (v < 0 ? '−' : '+') + Math.abs(v).toFixed(2);
}
