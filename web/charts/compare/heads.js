// Where does each head look? A table of bars a model: a row a head, a column a score. The best head of each score is marked, if
// it deserves the name.
import {fitted} from '../grid.js';
import {BAR, SCORES, best, headsOf, passes} from './head_scores.js';
import {percent} from './numbers.js';
import {pen} from './plot.js';
import {WHOSE} from './runs.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./head_scores.js').Head} Head @typedef {import('./head_scores.js').Score} Score */
/** Where a model's table stands; rows are counted through all of them. @typedef {{run: Run, heads: Head[], x: number, y: number, width: number, first: number}} Block */

export const meta = {
  id: 'heads',
  measure: 'heads',
  options: {},
  title: {key: 'compare.heads.title'},
  how: [{key: 'compare.heads.how'}, {key: 'compare.heads.how_entropy'}],
};

const [NAME, HEAD, ROW, BETWEEN, GAP] = [22, 20, 18, 6, 28];
const [LABEL, LEAST, WIDEST] = [66, 280, 560];
const NARROW = 60;

/** Tables side by side as far as there is room. @param {Run[]} runs @param {Options} options */
function layout(runs, {width}) {
  const across = Math.max(1, Math.min(runs.length, Math.floor((width + GAP) / (LEAST + GAP))));
  const wide = Math.min(WIDEST, (width - (across - 1) * GAP) / across);
  let [y, first, tallest] = [0, 0, 0];
  const blocks = runs.map((run, i) => {
    const heads = headsOf(run.found);
    if (i % across === 0) [y, tallest] = [i ? y + tallest + GAP : 0, 0];
    tallest = Math.max(tallest, NAME + HEAD + rowTop(heads, heads.length));
    const block = {run, heads, x: (i % across) * (wide + GAP), y, width: wide, first};
    first += heads.length;
    return block;
  });
  return {blocks, rows: first, height: y + tallest + 4};
}

/** Of a head, below the first: layers stand apart. @param {Head[]} heads @param {number} i */
function rowTop(heads, i) {
  const layers = heads.slice(0, i + 1).filter((head, k) => k > 0 && head.head === 0).length;
  return i * ROW + layers * BETWEEN;
}

/** @param {Block} block @returns {{x: (column: number) => number, wide: number}} */
function columnsIn({x, width}) {
  const wide = (width - LABEL) / SCORES.length;
  return {x: (column) => x + LABEL + column * wide, wide};
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, rows} = layout(runs, options);
  return {height, columns: SCORES.length, rows};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  for (const block of layout(runs, options).blocks) drawBlock(ctx, block, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawBlock(ctx, block, options) {
  const {run, heads, x, y, width} = block;
  const {colours, say} = options;
  pen(ctx, run.colour, {weight: 600});
  const step = say({key: 'compare.at_step', values: {step: run.found.step}});
  const name = fitted(run.name, width - 0.56 * 12 * (step.length + 2), 11);
  ctx.fillText(name, x, y + NAME / 2);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, x + after, y + NAME / 2);
  drawHeadings(ctx, block, options);
  heads.forEach((head, i) => drawHead(ctx, block, head, i, options));
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawHeadings(ctx, block, {colours, say}) {
  const {x, wide} = columnsIn(block);
  pen(ctx, colours.muted, {size: wide < NARROW ? 10 : 11});
  SCORES.forEach((score, column) => {
    const text = fitted(say({key: `compare.heads.${score}`}), wide, wide < NARROW ? 8 : 9);
    ctx.fillText(text, x(column), block.y + NAME + HEAD / 2 - 2);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Head} head @param {number} i @param {Options} options */
function drawHead(ctx, block, head, i, options) {
  const {colours, say, cursor} = options;
  const y = block.y + NAME + HEAD + rowTop(block.heads, i) + ROW / 2;
  pen(ctx, cursor?.row === block.first + i ? colours.ink : colours.muted, {size: 11});
  ctx.fillText(say(shortName(head)), block.x, y);
  SCORES.forEach((score, column) => drawBar(ctx, block, {head, i, score, column, y}, options));
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {{head: Head, i: number, score: Score, column: number, y: number}} cell @param {Options} options */
function drawBar(ctx, block, {head, i, score, column, y}, {colours, cursor}) {
  const {x, wide} = columnsIn(block);
  const [left, full] = [x(column), wide - 12];
  const value = head.scores[score];
  if (value === undefined || Number.isNaN(value)) return;
  ctx.fillStyle = colours.line;
  ctx.fillRect(left, y + 5, full, 1);
  const marked = best(block.heads, score) === i && passes(head, score);
  ctx.save();
  ctx.globalAlpha = marked ? 1 : 0.45;
  ctx.fillStyle = block.run.colour;
  ctx.fillRect(left, y - 5, full * Math.max(0, Math.min(1, value)), 10);
  ctx.restore();
  if (marked) mark(ctx, Math.min(left + full * value + 7, left + full - 2), y, colours);
  if (cursor?.row !== block.first + i || cursor.column !== column) return;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(left - 2.5, y - 7.5, full + 5, 15);
}

/** A small diamond. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Options['colours']} colours */
function mark(ctx, x, y, {ink, paper}) {
  ctx.fillStyle = ink;
  ctx.strokeStyle = paper;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x - 5, y);
  for (const [dx, dy] of [
    [0, -5],
    [5, 0],
    [0, 5],
    [-5, 0],
  ])
    ctx.lineTo(x + dx, y + dy);
  ctx.stroke();
  ctx.fill();
}

/** @param {Head} head @returns {Saying} */
function shortName({layer, head, across}) {
  const values = {layer: String(layer + 1), head: String(head + 1)};
  return {key: across ? 'compare.heads.short_across' : 'compare.heads.short', values};
}

/** @param {Head} head @returns {Saying} */
function nameOf({layer, head, across}) {
  const values = {layer: String(layer + 1), head: String(head + 1)};
  return {key: across ? 'compare.heads.named_across' : 'compare.heads.named', values};
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {blocks} = layout(runs, options);
  const block = blocks.find((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= endOf(one));
  if (!block || x < block.x + LABEL - 8) return null;
  const down = y - block.y - NAME - HEAD;
  const row = block.heads.findLastIndex((_, i) => rowTop(block.heads, i) <= down);
  const {x: left, wide} = columnsIn(block);
  const column = Math.max(0, Math.min(SCORES.length - 1, Math.floor((x - left(0)) / wide)));
  return row < 0 ? null : {column, row: block.first + row};
}

/** @param {Block} block */
const endOf = ({y, heads}) => y + NAME + HEAD + rowTop(heads, heads.length);

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const block = layout(runs, options).blocks.findLast(({first}) => first <= row);
  const head = block?.heads[row - block.first];
  if (!block || !head) return [];
  const score = SCORES[column];
  const value = head.scores[score];
  const values = {name: block.run.name, head: nameOf(head)};
  if (value === undefined || Number.isNaN(value)) return [{key: 'compare.heads.no_score', values}];
  return [{key: `compare.heads.reading_${score}`, values: {...values, share: percent(value)}}];
}

/** @param {Run[]} runs @returns {import('./runs.js').Words} */
export function describe(runs) {
  return {found: runs.map(sentence), phenomenon: {key: 'compare.heads.phenomenon'}};
}

/** The best of each score that the model has, by what it is best in. @param {Run} run @returns {Saying} */
function sentence({name, found}) {
  const heads = headsOf(found);
  const parts = SCORES.flatMap((score) => bestOf(heads, score));
  if (!parts.length) return {key: 'compare.heads.nothing', values: {name}};
  const all = parts.reduce((before, next) => ({key: 'list.semicolon', values: {before, next}}));
  return {key: 'compare.heads.found', values: {name, all}};
}

/** @param {Head[]} heads @param {Score} score @returns {Saying[]} none where they do not have it */
function bestOf(heads, score) {
  const head = heads[best(heads, score)];
  if (!head) return [];
  if (!passes(head, score)) return [{key: `compare.heads.none_${score}`, values: {bar: percent(BAR)}}];
  const values = {head: nameOf(head), share: percent(head.scores[score] ?? NaN)};
  return [{key: `compare.heads.best_${score}`, values}];
}

/** @param {Run[]} runs @returns {import('./runs.js').Table} */
export function table(runs) {
  const columns = ['layer', 'head', ...SCORES].map((id) => ({id, title: {key: `compare.table.${id}`}}));
  const rows = runs.flatMap(({name, found}) =>
    headsOf(found).map(({layer, head, scores}) => {
      return [name, found.step, layer + 1, head + 1, ...SCORES.map((score) => scores[score] ?? NaN)];
    }),
  );
  return {columns: [...WHOSE, ...columns], rows};
}
