// The memory of a recurrent network: units (rows) at every place it reads (columns), the slowest first; and one of them alone.

import {colourScale} from '../colour.js';
import {CHARACTER_ROW, GUTTER, cellAt, drawCells, drawCursor, largest, roundLimit} from '../grid.js';
import {called, drawPlaces, placeAt} from '../places.js';
import {carriedBy} from './carried.js';
import {belowHeight, drawBelow, placeBelow} from './unit_below.js';
import {drawUnitMarks} from './unit_marks.js';
import {unitRows} from './unit_rows.js';

/** @typedef {import('../grid.js').Tap} Tap @typedef {import('../grid.js').ViewOptions} ViewOptions @typedef {import('../grid.js').Saying} Saying */

/**
 * A view of one tap [time, batch, unit].
 * @param {{id: string, tap: string, title: Saying, summary: Saying[], given?: boolean, free?: boolean}} about given: it
 *     reads what is given rather than what is written; free: its values are not between -1 and 1, so none is saturated
 */
export function hiddenState({id, tap, title, summary, given = false, free = false}) {
  const probe = {measure: 'probe', options: {layer: '{layer}', ...(given && {source: true})}};
  const meta = {id, taps: [tap], measures: [probe], title, summary: [...summary, ...ROWS]};

  const stream = /** @type {import('../places.js').Stream} */ (given ? 'source' : 'input');

  /** @param {Tap[]} taps hidden: [time, batch, unit] @param {ViewOptions} options */
  function scene([hidden], options) {
    const columns = hidden.shape[0];
    const reach = largest(hidden.data);
    const limit = free || reach > 1 ? roundLimit(reach) : 1;
    const units = unitRows(hidden, options, options.large ? 256 : 128);
    const rows = units.order.length;
    const height = mapHeight(rows, options.large);
    const cells = {x: GUTTER, y: 2, width: options.width - GUTTER - 2, height, columns, rows};
    const alone = {
      memory: hidden,
      rows: units,
      map: cells,
      top: height + CHARACTER_ROW + 8,
      stream,
      ...(limit === 1 && {limit}),
    };
    return {
      height: alone.top + belowHeight(alone, options) + 2,
      columns,
      rows,
      cells,
      units,
      alone,
      limit,
      legend: [
        {kind: /** @type {const} */ ('diverging'), low: -limit, high: limit, title: {key: 'inside.memory.activation'}},
      ],
      controls: units.controls,
    };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
  function draw(ctx, taps, options) {
    const {cells, units, alone, limit} = scene(taps, options);
    const {data, shape} = taps[0];
    const colour = colourScale('diverging', -limit, limit, options.colours.dark);
    drawCells(ctx, cells, (t, row) => colour(data[t * shape[1] * shape[2] + units.order[row]]));
    drawUnitMarks(ctx, cells, units, options.colours);
    drawPlaces(ctx, cells, cells.y + cells.height + 15, options, stream);
    const at = options.cursor ?? {column: 0, row: units.chosen};
    if (!options.still) drawCursor(ctx, cells, at, options.colours, {column: Boolean(options.cursor)});
    drawBelow(ctx, alone, options);
  }

  /** Below the map it is the unit drawn there. @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
    const {cells, units, alone} = scene(taps, options);
    if (y < alone.top) return cellAt(cells, x, y);
    const column = placeBelow(alone, options, x, y);
    return column < 0 ? null : {column, row: units.chosen};
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {import('../grid.js').Cursor} cursor @returns {Saying[]} */
  function readout(taps, options, {column, row}) {
    const unit = scene(taps, options).units.order[row];
    const [, batch, count] = taps[0].shape;
    const value = taps[0].data[column * batch * count + unit];
    const values = {unit: String(unit + 1), place: placeAt(options, stream, column), value: signed(value)};
    return [{key: 'inside.memory.unit', values}];
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @returns {Saying[]} */
  function describe([hidden], options) {
    const [steps, , units] = hidden.shape;
    const {saturated, unit, change} = activity(hidden);
    const {units: shown, limit} = scene([hidden], options);
    const names = {places: called(options, stream, steps), place: called(options, stream, 1)};
    const told = {units, steps, unit: String(unit + 1), change: change.toFixed(2), ...names};
    const whole =
      limit === 1
        ? {key: 'inside.memory.whole', values: {...told, percent: Math.round(100 * saturated)}}
        : {key: 'inside.memory.free', values: {...told, reach: largest(hidden.data).toFixed(1)}};
    return [whole, ...toldOfUnits(shown, options, stream)];
  }

  const shared = placesShared(stream, (taps, options) => scene(taps, options).units.chosen);
  return {meta, scene, draw, locate, readout, describe, ...shared};
}

/**
 * Columns are places of the example, so that the cursor of all pictures stands on them: in the row that is looked at alone.
 * @param {import('../places.js').Stream} stream @param {(taps: Tap[], options: ViewOptions) => number} row
 */
export function placesShared(stream, row) {
  /** @typedef {import('../compare/runs.js').Place} Place */
  return {
    /** @param {Tap[]} _taps @param {ViewOptions} _options @param {import('../grid.js').Cursor} cursor @returns {Place} */
    place: (_taps, _options, {column}) => ({stream, index: column}),
    /** @param {Tap[]} taps @param {ViewOptions} options @param {Place} place @returns {import('../grid.js').Cursor | null} */
    at: (taps, options, place) =>
      place.stream === stream && place.index < taps[0].shape[0] ? {column: place.index, row: row(taps, options)} : null,
  };
}

/** Sixteen rows that can be told apart; more share the room of these, or a little more. @param {number} rows @param {boolean} [large] */
function mapHeight(rows, large) {
  return Math.max(Math.min(120, 24 * rows), Math.min(large ? 440 : 256, (large ? 16 : 12) * rows));
}

/** How rows are sorted, marked and picked: for every picture that has units for rows. @type {Saying[]} */
export const ROWS = [{key: 'inside.memory.sorted'}, {key: 'inside.memory.alone'}, {key: 'inside.memory.diamond'}];

/** What changes faster is not called slow. */
const SLOW = 0.5;

/**
 * What else is said of units: which is slowest, who carries what the probe asks for, and whether all are drawn.
 * @param {import('./unit_rows.js').UnitRows} rows @param {ViewOptions} options @param {import('../places.js').Stream} stream @returns {Saying[]}
 */
export function toldOfUnits({slowest, told, stride}, options, stream) {
  const values = {unit: String(slowest.unit + 1), slow: signed(slowest.slow), places: called(options, stream, 2)};
  return [
    ...(Number.isNaN(slowest.slow)
      ? []
      : [{key: `inside.memory.${slowest.slow >= SLOW ? 'slowest' : 'none_slow'}`, values}]),
    ...(told ? [carrier(told), ...otherStep(options)] : []),
    ...(stride > 1 ? [{key: 'inside.memory.thinned', values: {stride}}] : []),
  ];
}

/** Where it was measured at another step than what is drawn. @param {ViewOptions} options @returns {Saying[]} */
function otherStep({measured, step}) {
  const at = measured?.probe?.step ?? step;
  return step === undefined || at === step ? [] : [{key: 'inside.memory.measured', values: {step: at ?? 0}}];
}

/** @param {import('./carried.js').Told} told @returns {Saying} */
function carrier(told) {
  const {how, values} = carriedBy(told);
  return {key: `inside.memory.${how}`, values};
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
