// What several models answer to the same examples, on paper: a row an example, a column a model.
import {SANS, drawCells} from './grid.js';
import {pixelBytes} from './pixels.js';
import {waveRange} from './waves.js';

/** @typedef {{name: string, colour: string}} Model @typedef {{ink: string, muted: string, line: string, paper: string, dark: boolean}} Colours */
/** @typedef {{width: number, models: Model[], colours: Colours}} Table */
/** @typedef {{name: string, right: number[], said: number[][]}} WaveRow said: one a model; NaN where there is nothing */
/** @typedef {{pixels: number[], columns: number, right: string, answers: {text: string, right: boolean | null}[]}} ImageRow */

const HEAD = 22;
const GAP = 14;
const TALL = 64; // a frame of lines
const SIDE = 52; // an image
const LEFT = 64; // what stands before the models' columns

/** @param {CanvasRenderingContext2D} ctx @param {string} ink @param {number} [weight] */
function pen(ctx, ink, weight = 400) {
  ctx.font = `${weight} 12px ${SANS}`;
  ctx.fillStyle = ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
}

/** Names above the columns. @param {CanvasRenderingContext2D} ctx @param {Table} table @param {number} left @returns {number} how wide a column is */
function drawHead(ctx, {width, models}, left) {
  const wide = (width - left + GAP) / models.length;
  models.forEach(({name, colour}, i) => {
    pen(ctx, colour, 600);
    ctx.fillText(name, left + i * wide, HEAD / 2);
  });
  return wide;
}

/**
 * Lines over time: what is right, dashed, and what each model says, all of an example on the same scale.
 * @param {CanvasRenderingContext2D} ctx @param {Table & {rows: WaveRow[], number: (value: number) => string}} table
 * @returns {number} its height
 */
export function drawWaves(ctx, table) {
  const {rows, models, colours, number} = table;
  const wide = drawHead(ctx, table, LEFT);
  rows.forEach(({name, right, said}, row) => {
    const range = waveRange(right, said.flat());
    const top = HEAD + row * (TALL + GAP);
    pen(ctx, colours.ink, 600);
    ctx.fillText(name, 0, top + TALL / 2);
    pen(ctx, colours.muted);
    ctx.textAlign = 'right';
    ctx.fillText(number(range.high), LEFT - 6, top + 7);
    ctx.fillText(number(range.low), LEFT - 6, top + TALL - 7);
    models.forEach(({colour}, i) => {
      const frame = {...range, x: LEFT + i * wide, y: top, width: wide - GAP, height: TALL};
      ctx.strokeStyle = colours.line;
      ctx.lineWidth = 1;
      ctx.strokeRect(frame.x, frame.y, frame.width, frame.height);
      drawLine(ctx, right, frame, {colour: colours.muted, width: 1.5, dash: [4, 3]});
      drawLine(ctx, said[i] ?? [], frame, {colour, width: 2, dash: []});
    });
  });
  return HEAD + rows.length * (TALL + GAP) - GAP;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number[]} values
 * @param {{low: number, high: number, x: number, y: number, width: number, height: number}} frame
 * @param {{colour: string, width: number, dash: number[]}} look
 */
function drawLine(ctx, values, {low, high, x, y, width, height}, look) {
  ctx.save();
  [ctx.strokeStyle, ctx.lineWidth, ctx.lineJoin] = [look.colour, look.width, 'round'];
  ctx.setLineDash(look.dash);
  ctx.beginPath();
  let down = false;
  values.forEach((value, t) => {
    const at = x + (t * width) / Math.max(1, values.length - 1);
    const up = (Math.max(low, Math.min(high, value)) - low) / (high - low);
    if (Number.isFinite(value)) (down ? ctx.lineTo : ctx.moveTo).call(ctx, at, y + 2 + (height - 4) * (1 - up));
    down = Number.isFinite(value);
  });
  ctx.stroke();
  ctx.restore();
}

/**
 * Images, what each is, and what each model takes it for.
 * @param {CanvasRenderingContext2D} ctx @param {Table & {rows: ImageRow[]}} table @returns {number} its height
 */
export function drawImages(ctx, table) {
  const {rows, models, colours} = table;
  const left = 2 * LEFT + 20;
  const wide = drawHead(ctx, table, left);
  rows.forEach(({pixels, columns, right, answers}, row) => {
    const top = HEAD + row * (SIDE + 8);
    drawImage(ctx, pixels, columns, {top, colours});
    pen(ctx, colours.muted);
    ctx.fillText(right, LEFT, top + SIDE / 2);
    models.forEach((_, i) => {
      const answer = answers[i];
      if (!answer) return;
      pen(ctx, colours.ink, answer.right === false ? 700 : 400);
      ctx.fillText(answer.text, left + i * wide, top + SIDE / 2);
    });
  });
  return HEAD + rows.length * (SIDE + 8);
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} pixels @param {number} columns @param {{top: number, colours: Colours}} where */
function drawImage(ctx, pixels, columns, {top, colours}) {
  const rows = Math.ceil(pixels.length / columns);
  if (!rows) return;
  const bytes = pixelBytes(pixels, rows * columns, colours.dark);
  const scale = SIDE / Math.max(columns, rows);
  const cells = {x: 0, y: top, width: columns * scale, height: rows * scale, columns, rows};
  const grey = (/** @type {number} */ at) => `rgb(${bytes.slice(4 * at, 4 * at + 3).join(',')})`;
  drawCells(ctx, cells, (column, row) => grey(row * columns + column));
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(0, top, cells.width, cells.height);
}
