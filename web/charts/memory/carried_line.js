// What does it carry along? Of the example that all models read, what the task says is so after each place, and what is read off each
// model's memory, along the one direction that tells it best: all in one plot.
import {drawNames, namesHeight} from '../compare/names.js';
import {BELOW, dot, drawAcross, drawLine, drawReading, drawRungs, drawTitle, nearest} from '../compare/plot.js';
import {WHOSE} from '../compare/runs.js';
import {spoken, strung} from '../grid.js';
import {called} from '../places.js';
import {linearTicks} from '../ticks.js';
import {variable, written} from './carried.js';
import {awayOf, mean, readingsOf} from './carried_readings.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('../compare/plot.js').Point} Point @typedef {import('../grid.js').Cursor} Cursor */

export const meta = {
  id: 'carried',
  measure: 'probe',
  options: {},
  taps: [
    ...['rnn', 'gru', 'lstm', 'state_space', 'conv', 'seq2seq.decoder'].map((family) => `${family}.{layer}.hidden`),
  ],
  title: {key: 'compare.carried.title'},
  how: [{key: 'compare.carried.how'}, {key: 'compare.carried.how_moved'}],
};

/** What the task says is so stands in the measure of points. */
const EXAMPLES = 8;
const [LEFT, RIGHT, TITLE, TALL] = [34, 12, 30, 210];
/** A model is said to be closer, and the spot of another is marked, from so much on. */
const APART = 2;

/** @param {Pick<Options, 'example'>} options */
export function asks({example = 0}) {
  return [
    {measure: meta.measure, options: meta.options},
    {measure: 'scatter', options: {examples: Math.max(EXAMPLES, example + 1)}},
  ];
}

/** Where everything stands. @param {Run[]} runs @param {Options} options */
function layout(runs, options) {
  const readings = readingsOf(runs, options);
  const {known, lines} = readings;
  const top = namesHeight(runs, options) + TITLE;
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + TALL};
  const values = [known, ...lines].flat().filter(Number.isFinite);
  const [low, high] = [Math.floor(Math.min(0, ...values)), Math.ceil(Math.max(1, ...values))];
  const pitch = (frame.right - frame.left) / Math.max(1, known.length);
  return {
    ...readings,
    frame,
    pitch,
    low,
    high,
    x: (/** @type {number} */ t) => frame.left + (t + 0.5) * pitch,
    y: (/** @type {number} */ value) => frame.bottom - ((frame.bottom - frame.top) * (value - low)) / (high - low),
  };
}

/** @typedef {ReturnType<typeof layout>} View */

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {frame, known, all} = layout(runs, options);
  const choices = all.map((name, i) => ({value: i + 1, title: variable(name)}));
  const most = {value: 0, title: {key: 'compare.carried.of_best'}};
  const controls =
    all.length > 1 ? [{name: 'of', title: {key: 'compare.carried.of'}, choices: [most, ...choices]}] : [];
  return {height: frame.bottom + BELOW, columns: known.length, rows: known.length ? runs.length : 0, controls};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  drawNames(ctx, runs, options);
  if (!view.known.length) return;
  const {frame, known, lines, x, y, low, high} = view;
  const title = {key: 'compare.carried.axis', values: {variable: variable(view.of)}};
  drawTitle(ctx, options.say(title), frame.top - TITLE + 12, options);
  const rungs = linearTicks(low, high, 6).map((value) => ({at: y(value), text: String(value).replace('-', '−')}));
  drawRungs(ctx, frame, rungs, options);
  drawAcross(ctx, frame, ticksOf(view, runs), options.say(called(options, 'input', 2)), options);
  drawKnown(ctx, view, options);
  runs.forEach((run, i) => drawLine(ctx, pointsOf(view, lines[i]), run));
  const {cursor} = options;
  if (!cursor || !runs[cursor.row] || !(cursor.column < known.length)) return;
  drawReading(ctx, frame, [x(cursor.column), y(lines[cursor.row][cursor.column] ?? NaN)], runs[cursor.row], options);
}

/** @param {View} view @param {number[]} values @returns {Point[]} */
const pointsOf = ({x, y}, values) => values.map((value, t) => [x(t), y(value)]);

/** What is so: a stair and a dot at each place. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawKnown(ctx, view, {colours}) {
  const {known, pitch, x, y} = view;
  const stair = known.flatMap((value, t) => /** @type {Point[]} */ ([[x(t) - pitch / 2, y(value)], [x(t) + pitch / 2, y(value)]])); // prettier-ignore
  drawLine(ctx, stair, {colour: colours.muted, width: 5, alpha: 0.35});
  ctx.fillStyle = colours.ink;
  for (const point of pointsOf(view, known)) if (Number.isFinite(point[1])) dot(ctx, point, 2.5);
}

/** The symbols that were read, as far as there is room; else numbers. @param {View} view @param {Run[]} runs */
function ticksOf({known, pitch, x}, runs) {
  const symbols = symbolsIn(runs);
  const every = Math.ceil((symbols.length ? 10 : 22) / pitch);
  return known.flatMap((_, t) => (t % every ? [] : [{at: x(t), text: symbols[t] ?? String(t + 1)}]));
}

/** @param {Run[]} runs */
const symbolsIn = (runs) => runs.find(({look}) => look?.symbols.length)?.look?.symbols ?? [];

/** The line that is nearest at that place. @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {frame, known, lines, pitch, y: heightOf} = layout(runs, options);
  const column = Math.floor((x - frame.left) / pitch);
  if (column < 0 || column >= known.length || y < frame.top - 8 || y > frame.bottom + BELOW) return null;
  const heights = lines.map((line) => heightOf(line[column] ?? NaN));
  return {column, row: Math.max(0, nearest(heights, y))};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column}) {
  const view = layout(runs, options);
  const value = view.known[column];
  const place = placeOf(runs, options, column);
  if (!Number.isFinite(value))
    return [{key: 'compare.carried.reading_none', values: {place, variable: variable(view.of)}}];
  const read = runs.map(({name}, i) => ({
    key: 'compare.carried.reads',
    values: {name, read: written(view.lines[i][column] ?? NaN)},
  }));
  const values = {place, variable: variable(view.of), value: numberOf(value), all: strung(read, 'list.semicolon')};
  return [{key: 'compare.carried.reading', values}];
}

/** @param {number} value */
const numberOf = (value) => (Number.isInteger(value) ? String(value).replace('-', '−') : written(value));

/** @param {Run[]} runs @param {Options} options @param {number} t @returns {Saying} */
function placeOf(runs, options, t) {
  const symbol = symbolsIn(runs)[t];
  const values = {kind: called(options, 'input', 1), place: String(t + 1)};
  return symbol === undefined
    ? {key: 'places.at', values}
    : {key: 'places.at.named', values: {...values, symbol: spoken(symbol)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const readings = readingsOf(runs, options);
  const away = awayFrom(readings);
  const found = runs.map((run, i) => sentence(run, readings, i, away[i]));
  return {found: [...apart(runs, readings, away), ...found], phenomenon: {key: 'compare.carried.phenomenon'}};
}

/** On the mean over places; NaN: there is no line. @param {import('./carried_readings.js').Readings} readings */
const awayFrom = ({lines, known}) => lines.map((line) => mean(awayOf(line, known)));

/** @param {Run} run @param {import('./carried_readings.js').Readings} readings @param {number} i @param {number} away @returns {Saying} */
function sentence({name}, {of, r2}, i, away) {
  if (!Number.isFinite(away)) return {key: 'compare.carried.none', values: {name}};
  return {
    key: 'compare.carried.found',
    values: {name, variable: variable(of), away: written(away), r2: written(r2[i])},
  };
}

/** Who is closest and who farthest, where one is so many times as far. @param {Run[]} runs @param {import('./carried_readings.js').Readings} readings @param {number[]} away @returns {Saying[]} */
function apart(runs, {of}, away) {
  const [close, far] = extremes(away);
  if (!(away[far] > APART * away[close])) return [];
  const values = {best: runs[close].name, worst: runs[far].name, variable: variable(of)};
  return [{key: 'compare.carried.apart', values: {...values, near: written(away[close]), far: written(away[far])}}];
}

/** Which is least and which is most, of those that are known. @param {number[]} values @returns {[number, number]} */
function extremes(values) {
  const known = values.flatMap((value, i) => (Number.isFinite(value) ? [i] : []));
  const least = known.reduce((a, b) => (values[b] < values[a] ? b : a), known[0]);
  return [least, known.reduce((a, b) => (values[b] > values[a] ? b : a), known[0])];
}

/**
 * "lost": where the model that is farthest from what is so is farthest from it, if another is closer on the whole.
 * @param {Run[]} runs @param {Options} options @param {string} selector @returns {import('../compare/runs.js').Mark | null}
 */
export function mark(runs, options, selector) {
  const view = layout(runs, options);
  if (selector !== 'lost' || !apart(runs, view, awayFrom(view)).length) return null;
  const [close, row] = extremes(awayFrom(view));
  const [, column] = extremes(awayOf(view.lines[row], view.known));
  const read = view.lines[row][column];
  const values = {
    ...{name: runs[row].name, other: runs[close].name, variable: variable(view.of)},
    ...{place: placeOf(runs, options, column), value: numberOf(view.known[column])},
    ...{read: written(read), closer: written(view.lines[close][column])},
  };
  const [x, y] = [view.x(column), view.y(read)];
  return {column, row, x, y, label: written(read), words: {key: 'compare.carried.mark', values}};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor */
export function place(runs, options, {column}) {
  return column < readingsOf(runs, options).known.length
    ? {stream: /** @type {const} */ ('input'), index: column}
    : null;
}

/** @param {Run[]} runs @param {Options} options @param {{stream: string, index: number}} where @returns {Cursor | null} */
export function at(runs, options, {stream, index}) {
  return stream === 'input' && index < readingsOf(runs, options).known.length ? {column: index, row: 0} : null;
}

/** Of the example that is looked at. @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Table} */
export function table(runs, options) {
  const {of, known, lines} = readingsOf(runs, options);
  const columns = ['place', 'variable', 'known', 'read'].map((id) => ({
    id: id === 'place' ? 'position_from_1' : id,
    title: {key: `compare.carried.table_${id}`},
  }));
  const cell = (/** @type {number} */ value) => (Number.isFinite(value) ? value : '');
  const rows = runs.flatMap(({name, found}, i) => {
    const all = lines[i].map((read, t) => [t + 1, of, cell(known[t]), cell(read)]);
    return (all.length ? all : [['', '', '', '']]).map((cells) => [name, found.step, ...cells]);
  });
  return {columns: [...WHOSE, ...columns], rows};
}
