// One unit of a memory alone, below the map of all: its value as a line over the places, beside it what all units together tell of
// the variable that was asked for, and what was read on the colours of its values.
import {SANS, fitted, largest, roundLimit} from '../grid.js';
import {arrayOf} from '../compare/runs.js';
import {carries, known, variable} from './carried.js';
import {LINE as ROW, drawText, placeInText, textBoxes} from './unit_text.js';

/** @typedef {import('../grid.js').Tap} Tap @typedef {import('../grid.js').ViewOptions} ViewOptions @typedef {import('../grid.js').Cells} Cells */
/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../places.js').Stream} Stream @typedef {import('./unit_rows.js').UnitRows} UnitRows */
/**
 * @typedef {object} Alone what is drawn below a map
 * @property {Tap} memory [time, batch, unit] @property {UnitRows} rows @property {Cells} map @property {number} top where it begins
 * @property {number} [limit] of its values; otherwise its own largest @property {Stream} stream
 */

const [TITLE, LINE, GAP] = [18, 52, 8];
/** A picture fits on a screen, together with what stands around it. */
const MOST = {small: 500, large: 636};

/** Of text that there is room for. @param {Pick<Alone, 'top'>} alone @param {ViewOptions} options */
function linesOf({top}, {large}) {
  const room = MOST[large ? 'large' : 'small'] - top - TITLE - LINE - GAP - 2;
  return Math.max(1, Math.floor(room / ROW));
}

/** What it takes below the map. @param {Alone} alone @param {ViewOptions} options */
export function belowHeight(alone, options) {
  const {height} = textBoxes(alone.map, options, alone.stream, linesOf(alone, options));
  return TITLE + LINE + (height ? GAP + height : 0);
}

/** @param {Tap} memory @param {number} unit @returns {number[]} a place each */
function valuesOf({data, shape: [steps, batch, units]}, unit) {
  return Array.from({length: steps}, (_, t) => data[t * batch * units + unit]);
}

/** @param {CanvasRenderingContext2D} ctx @param {Alone} alone @param {ViewOptions} options */
export function drawBelow(ctx, alone, options) {
  const {memory, rows, map, stream} = alone;
  const values = valuesOf(memory, rows.order[rows.chosen]);
  const limit = alone.limit ?? roundLimit(largest(values));
  const frame = {...map, y: alone.top + TITLE, height: LINE};
  drawTitle(ctx, alone, options);
  drawFrame(ctx, frame, limit, options);
  const together = rows.told && known(rows.told) ? readFrom(memory, rows.told.name, options) : null;
  if (together) trace(ctx, frame, centred(together), 1, {colour: options.colours.muted, width: 1.25, dash: [4, 3]});
  trace(ctx, frame, values, limit, {colour: options.colours.ink, width: 1.75, dash: []});
  if (options.cursor) drawReading(ctx, frame, values[options.cursor.column], limit, options);
  drawText(ctx, textAt(alone), values, limit, options, stream, linesOf(alone, options));
}

/** @param {Alone} alone @returns {Cells} */
const textAt = ({map, top}) => ({...map, y: top + TITLE + LINE + GAP});

/** Which unit it is, and what it is called for; at the right the other line. @param {CanvasRenderingContext2D} ctx @param {Alone} alone @param {ViewOptions} options */
function drawTitle(ctx, {rows, map, top}, {say, colours, width}) {
  const {told} = rows;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.font = `600 11px ${SANS}`;
  ctx.fillStyle = colours.ink;
  const text = fitted(say(titleOf(rows)), map.width, 9);
  ctx.fillText(text, map.x, top + 11);
  if (!told || !known(told)) return;
  const room = width - 2 - map.x - ctx.measureText(text).width - 14;
  ctx.font = `400 11px ${SANS}`;
  ctx.fillStyle = colours.muted;
  ctx.textAlign = 'right';
  const long = say({key: 'inside.unit.together', values: {variable: variable(told.name)}});
  const others = [long, say({key: 'inside.unit.together_short'})];
  const other = others.find((one) => ctx.measureText(one).width <= room);
  if (other) ctx.fillText(other, map.x + map.width, top + 11);
}

/** @param {UnitRows} rows @returns {Saying} */
export function titleOf({order, chosen, marked, told, slowest}) {
  const unit = String(order[chosen] + 1);
  if (told && carries(told) && chosen === marked)
    return {key: 'inside.unit.carries', values: {unit, variable: variable(told.name)}};
  const slow = order[chosen] === slowest.unit && !Number.isNaN(slowest.slow);
  return {key: slow ? 'inside.unit.slowest' : 'inside.unit.one', values: {unit}};
}

/** From the lowest value to the highest, with nothing in the middle. @param {CanvasRenderingContext2D} ctx @param {Cells} frame @param {number} limit @param {ViewOptions} options */
function drawFrame(ctx, {x, y, width, height}, limit, {colours}) {
  ctx.font = `400 10px ${SANS}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 1;
  for (const [at, text] of /** @type {[number, string][]} */ ([
    [0, `+${short(limit)}`],
    [0.5, '0'],
    [1, `−${short(limit)}`],
  ])) {
    const middle = y + 4 + (height - 8) * at;
    ctx.fillStyle = colours.muted;
    ctx.fillText(text, x - 5, middle);
    ctx.strokeStyle = colours.line;
    ctx.beginPath();
    ctx.moveTo(x, Math.round(middle) + 0.5);
    ctx.lineTo(x + width, Math.round(middle) + 0.5);
    ctx.stroke();
  }
}

/** As it fits beside the line: 0.5, but 4e−4. @param {number} limit */
const short = (limit) => (String(limit).length > 3 ? limit.toExponential(0).replace('-', '−') : String(limit));

/** @param {Cells} frame @param {number} value @param {number} limit */
const heightOf = ({y, height}, value, limit) =>
  y + 4 + ((height - 8) * (1 - Math.max(-1, Math.min(1, value / limit)))) / 2;

/** @param {CanvasRenderingContext2D} ctx @param {Cells} frame @param {number[]} values @param {number} limit @param {{colour: string, width: number, dash: number[]}} look */
function trace(ctx, frame, values, limit, {colour, width, dash}) {
  const pitch = frame.width / frame.columns;
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.setLineDash(dash);
  ctx.beginPath();
  values.forEach((value, t) => {
    const at = /** @type {[number, number]} */ ([frame.x + (t + 0.5) * pitch, heightOf(frame, value, limit)]);
    if (!Number.isFinite(value)) return;
    if (t === 0 || !Number.isFinite(values[t - 1])) ctx.moveTo(...at);
    else ctx.lineTo(...at);
  });
  ctx.stroke();
  ctx.setLineDash([]);
  if (values.length > 1) return;
  ctx.beginPath();
  ctx.arc(frame.x + frame.width / 2, heightOf(frame, values[0], limit), 3, 0, 2 * Math.PI);
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {Cells} frame @param {number} value @param {number} limit @param {ViewOptions} options */
function drawReading(ctx, frame, value, limit, {cursor, colours}) {
  if (!cursor || !Number.isFinite(value)) return;
  ctx.fillStyle = colours.ink;
  ctx.beginPath();
  ctx.arc(
    frame.x + ((cursor.column + 0.5) * frame.width) / frame.columns,
    heightOf(frame, value, limit),
    3.5,
    0,
    2 * Math.PI,
  );
  ctx.fill();
}

/**
 * What the best direction of all units reads here, but for where it is zero: a number a place; null where it has no line of its own.
 * @param {Tap} memory @param {string} name of the variable @param {ViewOptions} options
 */
function readFrom({data, shape: [steps, batch, units]}, name, {measured}) {
  const direction = measured?.probe && arrayOf(measured.probe, 'direction');
  const line = direction?.axes[0].names?.indexOf(name) ?? -1;
  if (!direction || line < 0 || direction.shape[1] !== units) return null;
  const weights = Array.from({length: units}, (_, unit) => direction.data[line * units + unit]);
  return Array.from({length: steps}, (_, t) =>
    weights.reduce((sum, weight, unit) => sum + weight * data[t * batch * units + unit], 0),
  );
}

/** Its own range fills the height; a range below one (from no to yes) is no range. @param {number[]} values */
function centred(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (2 * (value - (low + high) / 2)) / Math.max(1, high - low));
}

/** The place under a point below the map; -1: none. @param {Alone} alone @param {ViewOptions} options @param {number} x @param {number} y */
export function placeBelow(alone, options, x, y) {
  const {map, top, stream} = alone;
  if (y >= top + TITLE && y < top + TITLE + LINE && x >= map.x && x < map.x + map.width)
    return Math.floor(((x - map.x) / map.width) * map.columns);
  return placeInText(textAt(alone), options, stream, linesOf(alone, options), x, y);
}
