// What does it remember? For every model and everything that the task asks to be kept, how well the best single unit of its memory and
// all units together tell it, beside what shuffled labels tell: all on one axis, from chance to all. At the right, over training.
import {fitted} from '../grid.js';
import {fittedName} from '../short_name.js';
import {percent} from '../compare/numbers.js';
import {drawLine, pen} from '../compare/plot.js';
import {WHOSE, before} from '../compare/runs.js';
import {strung} from '../grid.js';
import {carriedBy, carries, toldIn, variable, written} from './carried.js';
import {diamond} from './unit_marks.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./carried.js').Told} Told */
/** One model and one variable; y: its middle @typedef {{run: Run, at: number, told: Told, y: number}} Row */
/** @typedef {{name: string, y: number, rows: Row[]}} Block a variable */

export const meta = {
  id: 'memory',
  measure: 'probe',
  options: {},
  title: {key: 'compare.memory.title'},
  how: [{key: 'compare.memory.how'}, {key: 'compare.memory.how_course'}],
};

const [KEY, TITLE, AXIS, BETWEEN] = [22, 30, 20, 16];
const NARROW = 520;
const RING = 6.5;
/** Columns of the cursor. */
const PARTS = /** @type {const} */ (['together', 'alone', 'control', 'course']);

/** Where everything stands: names, the axis, and the course. @param {Run[]} runs @param {Options} options */
function layout(runs, {width}) {
  const narrow = width < NARROW;
  const row = narrow ? 44 : 32;
  const course = narrow ? 64 : Math.min(220, width * 0.24);
  const axis = {left: narrow ? 8 : Math.min(190, 0.24 * width), right: width - course - 28};
  const spark = {left: width - course, right: width - 6};
  const known = runs.map((run) => toldIn(run.found));
  const names = [...new Set(known.flat().map(({name}) => name))];
  let y = KEY;
  const blocks = names.map((name) => {
    const top = y;
    y += TITLE;
    const rows = runs.flatMap((run, i) => {
      const at = known[i].findIndex((told) => told.name === name);
      if (at < 0) return [];
      y += row;
      return [{run, at, told: known[i][at], y: y - (narrow ? 14 : row / 2)}];
    });
    const block = {name, y: top, rows, bottom: y};
    y += AXIS + BETWEEN;
    return block;
  });
  const last = Math.max(1, ...runs.flatMap(({found, course: all}) => [found, ...all].map(({step}) => step)));
  const first = Math.min(last, ...runs.flatMap(({found, course: all}) => [found, ...all].map(({step}) => step)));
  return {
    narrow,
    row,
    axis,
    spark,
    blocks,
    rows: blocks.flatMap(({rows}) => rows),
    first,
    last,
    height: Math.max(KEY, y - BETWEEN + 2),
  };
}

/** @typedef {ReturnType<typeof layout>} View */

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, rows} = layout(runs, options);
  return {height, columns: rows.length ? PARTS.length : 0, rows: rows.length};
}

/** Below chance is at chance: nothing is told. @param {View} view @param {number} score */
const across = ({axis}, score) => axis.left + (axis.right - axis.left) * Math.max(0, Math.min(1, score));

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  drawKey(ctx, view, options);
  for (const block of view.blocks) {
    drawScale(ctx, view, block, options);
    for (const row of block.rows) drawRow(ctx, view, row, options);
  }
}

/** What the marks are, as far as there is room. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawKey(ctx, {axis}, {say, colours, width}) {
  let x = width < NARROW ? 0 : axis.left;
  for (const part of ['alone', 'together', 'control']) {
    const text = say({key: `compare.memory.key_${part === 'alone' ? 'unit' : part}`});
    pen(ctx, colours.muted, {size: 11});
    const wide = 16 + ctx.measureText(text).width;
    if (x + wide > width) return;
    if (part === 'alone') diamond(ctx, x + 4, 8, 4, colours.muted);
    else if (part === 'together') ring(ctx, x + 4, 8, colours.muted);
    else ctx.fillRect(x + 3, 3, 2, 10);
    ctx.fillText(text, x + 16, 8);
    x += wide + 14;
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {View['blocks'][number]} block @param {Options} options */
function drawScale(ctx, view, {name, y, bottom, rows}, {say, colours}) {
  const {axis, spark, narrow} = view;
  pen(ctx, colours.ink, {weight: 600});
  ctx.fillText(fitted(capital(say(variable(name))), spark.right, 11), 0, y + 12);
  ctx.lineWidth = 1;
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    ctx.strokeStyle = share === 0 ? colours.muted : colours.line;
    if (!narrow) line(ctx, across(view, share), y + TITLE - 4, bottom + 2);
    else for (const row of rows) line(ctx, across(view, share), row.y - 11, row.y + 11); // not through names
  }
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(say({key: 'compare.memory.nothing'}), axis.left, bottom + 12);
  ctx.textAlign = 'right';
  ctx.fillText(say({key: 'compare.memory.all'}), axis.right, bottom + 12);
  if (view.last === view.first) return;
  const since = say({key: 'compare.memory.course', values: {first: view.first}});
  if (spark.right - spark.left > 90) ctx.fillText(since, spark.right, bottom + 12);
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} top @param {number} bottom */
function line(ctx, x, top, bottom) {
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Row} row @param {Options} options */
function drawRow(ctx, view, row, options) {
  drawName(ctx, view, row, options);
  drawScores(ctx, view, row, options);
  drawCourse(ctx, view, row, options);
  const {cursor, colours} = options;
  if (!cursor || view.rows[cursor.row] !== row) return;
  const part = PARTS[cursor.column];
  const [left, right] =
    part === 'course'
      ? [view.spark.left - 4, view.spark.right + 4]
      : [scoreAt(view, row, part) - 8, scoreAt(view, row, part) + 8];
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(left, row.y - 12, right - left, 24);
}

/** @param {View} view @param {Row} row @param {'together' | 'alone' | 'control'} part */
const scoreAt = (view, {told}, part) => across(view, Number.isNaN(told[part]) ? 0 : told[part]);

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Row} row @param {Options} options */
function drawName(ctx, {narrow, axis}, {run, y}, {say, colours, width}) {
  const step = say({key: 'compare.at_step', values: {step: run.found.step}});
  const room = narrow ? width - 80 : axis.left - 14;
  const at = narrow ? y - 20 : y - 6;
  pen(ctx, run.colour, {weight: 600});
  const name = fittedName(run.name, room, 11);
  ctx.fillText(name, 0, at);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted, {size: 11});
  if (narrow) ctx.fillText(step, after, at);
  else ctx.fillText(step, 0, y + 8);
}

/** From the best unit to all of them, and the control. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Row} row @param {Options} options */
function drawScores(ctx, view, row, {say, colours}) {
  const {run, told, y} = row;
  if (!Number.isNaN(told.control)) {
    ctx.fillStyle = colours.muted;
    ctx.fillRect(
      Math.min(view.axis.right - 1, Math.max(view.axis.left, scoreAt(view, row, 'control') - 1)),
      y - 7,
      2,
      14,
    );
  }
  if (Number.isNaN(told.together)) return;
  const [unit, all] = [scoreAt(view, row, 'alone'), scoreAt(view, row, 'together')];
  if (told.unit >= 0) {
    const away = Math.sign(all - unit) * Math.min(RING, Math.abs(all - unit));
    const joined = /** @type {[number, number][]} */ ([[unit, y], [all - away, y]]); // prettier-ignore
    drawLine(ctx, joined, {colour: run.colour, width: 2, alpha: 0.45});
    diamond(ctx, unit, y, 5, carries(told) ? colours.ink : run.colour);
    const name = say({key: 'compare.memory.unit_number', values: {unit: String(told.unit + 1)}});
    if (carries(told)) drawUnit(ctx, view, row, name, colours.muted); // what the sentence does not name is not named here
  }
  ring(ctx, all, y, run.colour);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {string} colour */
function ring(ctx, x, y, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x + RING, y);
  ctx.arc(x, y, RING, 0, 2 * Math.PI);
  ctx.stroke();
}

/** Where it lies on no mark: at the left of the best unit, else at the right of all. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Row} row @param {string} text @param {string} ink */
function drawUnit(ctx, view, row, text, ink) {
  const [unit, all, control] = /** @type {const} */ (['alone', 'together', 'control']).map((part) =>
    scoreAt(view, row, part),
  );
  pen(ctx, ink, {size: 10});
  const wide = ctx.measureText(text).width;
  const places = [Math.min(unit, all) - wide - 11, Math.max(unit, all) + 11];
  const free = (/** @type {number} */ x) =>
    x >= view.axis.left + 3 && x + wide <= view.axis.right + 8 && (control < x - 3 || control > x + wide + 3);
  const at = places.find(free);
  if (at !== undefined) ctx.fillText(text, at, row.y);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Row} row @param {Options} options */
function drawCourse(ctx, view, {run, at, y}, {colours}) {
  const {left, right} = view.spark;
  const [top, bottom] = [y - 11, y + 11];
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  for (const height of [top, bottom]) {
    ctx.beginPath();
    ctx.moveTo(left, height);
    ctx.lineTo(right, height);
    ctx.stroke();
  }
  const all = [...before(run), run.found].map((found) => ({step: found.step, told: toldIn(found)[at]}));
  const points = (/** @type {'together' | 'alone' | 'control'} */ part) =>
    all.map(({step, told}) => {
      const share = view.last > view.first ? (step - view.first) / (view.last - view.first) : 1;
      return /** @type {[number, number]} */ ([
        left + 3 + (right - left - 6) * share,
        bottom - (bottom - top) * Math.max(0, Math.min(1, told?.[part] ?? NaN)),
      ]);
    });
  drawLine(ctx, points('control'), {colour: colours.muted, width: 1, alpha: 0.7, dash: [2, 2]});
  drawLine(ctx, points('alone'), {colour: run.colour, width: 1});
  drawLine(ctx, points('together'), {colour: run.colour, width: 2.25});
}

/** The mark that is nearest. @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const view = layout(runs, options);
  const row = view.rows.findIndex((one) => Math.abs(y - one.y) <= (view.narrow ? 14 : view.row / 2));
  if (row < 0) return null;
  if (x >= view.spark.left - 8) return {column: PARTS.indexOf('course'), row};
  const marks = /** @type {const} */ (['together', 'alone', 'control']).map((part) =>
    Math.abs(scoreAt(view, view.rows[row], part) - x),
  );
  return {column: marks.indexOf(Math.min(...marks)), row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const {run, told, at} = layout(runs, options).rows[row];
  const part = PARTS[column];
  const whose = {name: run.name, step: run.found.step};
  const values = {...whose, ...carriedBy(told).values};
  if (part === 'control') return [{key: 'compare.memory.reading_control', values}];
  if (part === 'together') return [{key: 'compare.memory.reading_together', values: {...values, auc: pairs(told.auc)}}];
  if (part === 'alone')
    return [
      told.unit < 0
        ? {key: 'compare.memory.reading_no_unit', values}
        : {key: 'compare.memory.reading_unit', values: {...values, auc: pairs(told.alone_auc)}},
    ];
  const [first] = before(run);
  if (!first) return [{key: 'compare.memory.reading_first', values}];
  const earlier = written(toldIn(first)[at]?.together ?? NaN);
  return [{key: 'compare.memory.reading_course', values: {...values, first: first.step, earlier}}];
}

/** @param {number} auc @returns {Saying} */
function pairs(auc) {
  if (Number.isNaN(auc)) return {key: 'compare.memory.no_auc'};
  return {key: 'compare.memory.auc', values: {share: percent(auc)}};
}

/** @param {Run[]} runs @param {Options} _options @returns {import('../compare/runs.js').Words} */
export function describe(runs, _options) {
  return {found: [...apart(runs), ...runs.map(sentence)], phenomenon: {key: 'compare.memory.phenomenon'}};
}

/** @param {Run} run @returns {Saying} */
function sentence({name, found}) {
  const all = toldIn(found).map((told) => {
    const {how, values} = carriedBy(told);
    return {key: `compare.memory.${how}`, values};
  });
  if (!all.length) return {key: 'compare.memory.unmeasured', values: {name}};
  return {key: 'compare.memory.found', values: {name, all: strung(all, 'list.semicolon')}};
}

/** Models are said to be apart if one tells so much more than another. */
const APART = 0.25;

/** Of each variable, whose memory tells most of it and whose least. @param {Run[]} runs @returns {Saying[]} */
function apart(runs) {
  const names = [...new Set(runs.flatMap(({found}) => toldIn(found).map(({name}) => name)))];
  return names.flatMap((of) => {
    const scores = runs.map(({name, found}) => ({
      name,
      score: toldIn(found).find((told) => told.name === of)?.together ?? NaN,
    }));
    const ranked = scores.filter(({score}) => !Number.isNaN(score)).sort((a, b) => b.score - a.score);
    const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
    if (ranked.length < 2 || best.score - Math.max(0, worst.score) < APART) return [];
    const values = {best: best.name, worst: worst.name, more: written(best.score), less: written(worst.score)};
    return [{key: 'compare.memory.apart', values: {...values, variable: variable(of)}}];
  });
}

/** @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = ['variable', 'of', 'unit', 'r2', 'auc'].map((id) => ({
    id: id === 'of' ? 'told_by' : id,
    title: {key: `compare.table.${id}`},
  }));
  const score = (/** @type {number} */ value) => (Number.isNaN(value) ? '' : value);
  const rows = runs.flatMap((run) =>
    [...before(run), run.found].flatMap((found) => {
      const all = toldIn(found).flatMap(({name, unit, alone, alone_auc, together, auc, control}) => [
        [name, 'best_unit', unit < 0 ? '' : unit + 1, score(alone), score(alone_auc)],
        [name, 'all_units', '', score(together), score(auc)],
        [name, 'all_units_shuffled', '', score(control), ''],
      ]);
      const none = [['', '', '', '', '']];
      return (all.length ? all : none).map((cells) => [run.name, found.step, ...cells]);
    }),
  );
  return {columns: [...WHOSE, ...columns], rows};
}
