// A map a model: to the right longer examples, downward later answers, the colour how many are right. What was trained on is framed.
import {colourScale} from '../colour.js';
import {drawCells} from '../grid.js';
import {fittedName} from '../short_name.js';
import {answersOf, trainedCount} from './length_scores.js';
import {dot, pen} from './plot.js';

/** @typedef {import('./length_scores.js').Scores} Scores @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Run} Run */
/** @typedef {import('../grid.js').Cells} Cells */

const [NAME, GAP, AXIS, SIDE] = [20, 18, 30, 28];
const [LEAST, WIDEST] = [108, 260];

/** One answer an example has no place that could be told from another. @param {Scores[]} scores */
export const hasMaps = (scores) => scores.some(({places}) => places > 1);

/**
 * Side by side as far as there is room, all of the same size.
 * @param {Scores[]} scores @param {number} top @param {number} width @returns {{maps: Cells[], bottom: number}}
 */
export function mapsIn(scores, top, width) {
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST + SIDE + GAP)));
  const across = Math.ceil(scores.length / Math.ceil(scores.length / most));
  const wide = Math.min(WIDEST, (width - (across - 1) * GAP) / across - SIDE);
  const columns = Math.max(1, ...scores.map(({lengths}) => lengths.length));
  const rows = Math.max(1, ...scores.map(({places}) => places));
  const tall = Math.max(64, Math.min(0.75 * wide, rows * 14));
  const each = NAME + tall + AXIS;
  const maps = scores.map((_, i) => ({
    x: SIDE + (i % across) * (wide + SIDE + GAP),
    y: top + NAME + Math.floor(i / across) * (each + GAP),
    ...{width: wide, height: tall, columns, rows},
  }));
  return {maps, bottom: top + Math.ceil(scores.length / across) * (each + GAP) - GAP};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run} run @param {Scores} scores @param {Cells} cells @param {Options} options */
export function drawMap(ctx, run, scores, cells, options) {
  const {colours} = options;
  pen(ctx, run.colour, {weight: 600});
  ctx.fillText(fittedName(run.name, cells.width + SIDE, 11), cells.x - SIDE, cells.y - NAME / 2);
  const colour = colourScale('sequential', 0, 1, colours.dark);
  for (let column = 0; column < cells.columns; column++) drawColumn(ctx, scores, cells, column, colour);
  drawFrame(ctx, scores, cells, colours);
  if (scores.ends) drawEnds(ctx, scores, cells, colours);
  drawAxes(ctx, scores, cells, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scores} scores @param {Cells} cells @param {number} column @param {(value: number) => string} colour */
function drawColumn(ctx, scores, cells, column, colour) {
  const rows = answersOf(scores, column);
  if (!rows) return;
  const wide = cells.width / cells.columns;
  const height = (cells.height * rows) / cells.rows;
  const part = {x: cells.x + column * wide, y: cells.y, width: wide, height, columns: 1, rows};
  drawCells(ctx, part, (_, place) => colour(scores.accuracy(column, place)));
}

/** @param {CanvasRenderingContext2D} ctx @param {Scores} scores @param {Cells} cells @param {Options['colours']} colours */
function drawFrame(ctx, scores, cells, colours) {
  const steps = Array.from({length: cells.columns}, (_, i) => answersOf(scores, i));
  const [wide, tall] = [cells.width / cells.columns, cells.height / cells.rows];
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  outline(ctx, steps, cells, wide, tall);
  const trained = trainedCount(scores);
  if (!trained || trained === cells.columns) return;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5;
  outline(ctx, steps.slice(0, trained), cells, wide, tall);
}

/** A dot in the last answer of each length: it is the sign that ends it. @param {CanvasRenderingContext2D} ctx @param {Scores} scores @param {Cells} cells @param {Options['colours']} colours */
function drawEnds(ctx, scores, cells, {ink, paper}) {
  const [wide, tall] = [cells.width / cells.columns, cells.height / cells.rows];
  const radius = Math.min(2.5, wide / 5, tall / 5);
  for (let column = 0; column < cells.columns; column++) {
    const last = answersOf(scores, column) - 1;
    if (last < 0) continue;
    ctx.fillStyle = scores.accuracy(column, last) > 0.5 ? paper : ink;
    dot(ctx, [cells.x + (column + 0.5) * wide, cells.y + (last + 0.5) * tall], radius);
  }
}

/** Around columns of unequal height, since white cells would else end nowhere. @param {CanvasRenderingContext2D} ctx @param {number[]} steps rows of each column @param {Cells} cells @param {number} wide @param {number} tall */
function outline(ctx, steps, {x, y}, wide, tall) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  steps.forEach((rows, i) => {
    ctx.lineTo(x + i * wide, y + rows * tall);
    ctx.lineTo(x + (i + 1) * wide, y + rows * tall);
  });
  ctx.lineTo(x + steps.length * wide, y);
  ctx.lineTo(x, y);
  ctx.stroke();
}

/** The least and the greatest of both; below the greatest the end, which is no symbol. @param {CanvasRenderingContext2D} ctx @param {Scores} scores @param {Cells} cells @param {Options} options */
function drawAxes(ctx, {lengths, places, ends}, cells, {colours, say}) {
  pen(ctx, colours.muted, {size: 11});
  const bottom = cells.y + cells.height;
  ctx.fillText(String(lengths[0]), cells.x, bottom + 10);
  ctx.textAlign = 'right';
  ctx.fillText(String(lengths[lengths.length - 1]), cells.x + cells.width, bottom + 10);
  ctx.fillText('1', cells.x - 5, cells.y + 6);
  const tall = cells.height / cells.rows;
  const last = cells.y + places * tall - 6;
  if (places > 1) ctx.fillText(ends ? say({key: 'compare.end'}) : String(places), cells.x - 5, last);
  if (ends && places > 2) ctx.fillText(String(places - 1), cells.x - 5, last - Math.max(12, tall));
  ctx.textAlign = 'center';
  ctx.fillText(say({key: 'compare.lengths.short'}), cells.x + cells.width / 2, bottom + 10);
}
