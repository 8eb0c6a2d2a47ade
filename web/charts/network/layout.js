// Where everything stands: a band for each model, in it a row for each level from what is read up to the answers, all on one
// time axis.
import {axisOf, columnOf, columnsOf} from './axis.js';
import {answerNear, besideOf, chosenOf} from './chosen.js';
import {exampleOf, fitted} from './fitted.js';
import {FLOWS, backwards, clockOf, forwards, inOrder} from './values.js';
import {ticksOf} from './ways.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('./chosen.js').Looked} Looked @typedef {import('./levels.js').Level} Level @typedef {import('./axis.js').Axis} Axis */
/**
 * @typedef {object} Own of one model
 * @property {number} first the number of its top row among all rows @property {number} rows with what is read and the answers
 * @property {number} top of its band @property {number} bottom @property {number} pitch from row to row
 * @property {(row: number) => number} y of a row, counted upward from what is read
 * @property {number} half of a box @property {number} answer which of its answers the way leads to
 * @property {import('./values.js').Light} light @property {number[][]} ticks after how many connections each box is there
 */
/** @typedef {Looked & Own} Band */

export const NAME = 24;
const [ROOM, BETWEEN, EDGE] = [26, 18, 14];
const NARROW = 480;
/** Beside the networks, for what their rows are called. */
const LABELS = 104;

/** @param {Options} options */
export const isNarrow = ({width}) => width < NARROW;

/** @param {Run[]} runs @param {Options} options */
export function layoutOf(runs, options) {
  const looked = runs.map((run) => {
    const example = exampleOf(run.found, besideOf(run, 'influence'), run.look);
    return {run, net: fitted(run, example), example};
  });
  const all = columnsOf(looked.map(({net}) => net));
  const picked = pickedOf(looked, options);
  const chosen = chosenOf(looked, all, picked, options.mark);
  const anchors = [chosen.column, chosen.answer < 0 ? all.columns - 1 : chosen.answer];
  if (options.cursor) anchors.push(options.cursor.column);
  const margin = isNarrow(options) ? 4 : LABELS;
  const right = options.width - (all.split && !isNarrow(options) ? LABELS : 8);
  const axis = axisOf(all, anchors, margin, right, areWords(looked) ? 3 : isNarrow(options) ? 0.8 : 1);
  const flow = options.choice?.flow ?? FLOWS.forwards;
  const bands = stacked(looked, axis, chosen.answer, flow, options);
  const last = bands[bands.length - 1];
  return {axis, bands, chosen, flow, rows: last ? last.first + last.rows : 0, height: last ? last.bottom : NAME};
}

/** @typedef {ReturnType<typeof layoutOf>} View */

/** How many rows levels take. @param {Looked} looked */
const rowsOf = ({net}) => Math.max(0, ...net.levels.map(({row}) => row));

/** What was picked, if it is still there. @param {Looked[]} looked @param {Options} options */
function pickedOf(looked, {picked}) {
  if (!picked) return null;
  let first = 0;
  for (const one of looked) {
    if (picked.row === first) return {column: picked.column, answers: true};
    first += rowsOf(one) + 2;
  }
  return {column: picked.column, answers: false};
}

/** @param {Looked[]} looked @param {Axis} axis @param {number} answer column @param {number} flow @param {Options} options @returns {Band[]} */
function stacked(looked, axis, answer, flow, options) {
  const clock = flow === FLOWS.order ? clockOf(looked) : 1;
  let [top, first] = [0, 0];
  return looked.map((one) => {
    const rows = rowsOf(one);
    const heights = heightsOf(one, rows);
    const pitch = pitchOf(heights[rows + 1], looked.length, options);
    const read = top + NAME + ROOM / 2 + heights[rows + 1] * pitch;
    const bottom = read + EDGE;
    const band = {
      ...one,
      first,
      rows: rows + 2,
      top,
      bottom,
      pitch,
      y: (/** @type {number} */ row) => read - heights[row] * pitch,
      half: Math.max(2.5, Math.min(0.34 * axis.pitch, 0.27 * pitch, 13)),
      answer: answerNear(one, axis, answer),
      light: lightOf(one, axis, answer, flow, clock),
      ticks: flow === FLOWS.order ? ticksOf(one.net) : one.net.levels.map(() => [0]),
    };
    [top, first] = [bottom + BETWEEN, first + rows + 2];
    return band;
  });
}

/** Below a row that looks far there is more room, for its lines. */
const BELOW = {read: 0, chain: 1, gather: 1, window: 1.15, look: 1.55, across: 1.55};

/** @param {Level} level */
function roomBelow({rule, part}) {
  const wide = rule === 'window' && part && (part.window - 1) * part.dilation > 3;
  return wide ? 0.5 * (BELOW.window + BELOW.look) : BELOW[rule];
}

/** How high each row stands, and the answers above them. @param {Looked} looked @param {number} rows */
function heightsOf({net}, rows) {
  const heights = [0];
  for (let row = 1; row <= rows; row++) {
    const below = net.levels.filter((level) => level.row === row).map(roomBelow);
    heights.push(heights[row - 1] + Math.max(...below));
  }
  return [...heights, heights[rows] + 1];
}

/** Rows come closer where there are many. @param {number} height in rows @param {number} count of networks @param {Options} options */
function pitchOf(height, count, options) {
  if (isNarrow(options) && options.still) return Math.max(11, Math.min(20, 68 / height));
  const all = options.width < 400 ? 190 : 300; // on a phone
  const shared = options.brief ? all / count : options.still ? 190 : 300; // beside other things less
  const [room, most] = isNarrow(options) ? [Math.min(150, shared), 32] : options.large ? [400, 58] : [shared, 44];
  return Math.max(15, Math.min(most, room / height));
}

/** @param {Looked} looked @param {Axis} axis @param {number} answer column @param {number} flow @param {number} clock */
function lightOf(looked, axis, answer, flow, clock) {
  if (flow === FLOWS.order) return inOrder(looked, clock);
  if (flow === FLOWS.backwards) return backwards(looked, looked.example.answers[answerNear(looked, axis, answer)]);
  return forwards(looked);
}

/** The middle of a position. @param {View | {axis: Axis}} view @param {Looked} looked @param {Level} level @param {number} at */
export function xOf({axis}, {net}, {stream}, at) {
  return axis.xs[columnOf(axis, net, {stream, at})];
}

/** @param {View | {axis: Axis}} view @param {Looked} looked @param {Level} level @param {number} at */
export function isShown({axis}, {net}, {stream}, at) {
  return axis.shown[columnOf(axis, net, {stream, at})];
}

/** From the first to the last shown position of a stream. @param {View | {axis: Axis}} view @param {Looked} looked @param {Level} level @returns {[number, number]} */
export function spanOf(view, looked, level) {
  const count = looked.net.counts[level.stream];
  return [xOf(view, looked, level, 0), xOf(view, looked, level, Math.max(0, count - 1))];
}

/** The level of a row, at a position of a stream. @param {Looked} looked @param {'input' | 'source'} stream @param {number} row */
export const levelIn = ({net}, stream, row) =>
  net.levels.find((level) => level.stream === stream && level.row === row) ?? null;

/** Whose row it is, and which: counted upward from what is read. @param {View} view @param {number} row @returns {{band: Band, row: number} | null} */
export function bandAt({bands}, row) {
  const band = bands.find(({first, rows}) => row >= first && row < first + rows);
  return band ? {band, row: band.rows - 1 - (row - band.first)} : null;
}

/** Whether a row is that of the answers. @param {Band} band @param {number} row */
export const isAnswers = ({rows}, row) => row === rows - 1;

/** How far all have come when a column is passed: the first at the left, the last at the right. @param {View} view @param {number} column */
export function tickAt({axis, bands}, column) {
  const clock = clockOf(bands);
  return axis.columns < 2 ? clock : 1 + Math.round((column / (axis.columns - 1)) * (clock - 1));
}

/** The symbols of a stream, as far as they are known: what a model writes may be shorter than the example. @param {Pick<Looked, 'run'>} looked @param {import('./levels.js').Stream} stream @returns {string[]} none of what is only counted */
export function symbolsOf({run: {look}}, stream) {
  const symbols = (stream === 'source' ? look?.source : look?.symbols) ?? [];
  return symbols.some((symbol, i) => symbol !== String(i + 1)) ? symbols : [];
}

/** Words want more room than letters. @param {Looked[]} looked */
const areWords = (looked) =>
  looked.some((one) => symbolsOf(one, 'input').filter((symbol) => symbol.length > 2).length * 3 > one.net.counts.input);
