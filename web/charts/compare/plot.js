// What the line plots that compare models share: the frame with its axes, lines with gaps and dashes, and the cursor.
import {SANS} from '../grid.js';

/** @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Run} Run */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Frame */
/** A place on an axis, and what is written there. @typedef {{at: number, text: string}} Tick */
/** In pixels; NaN: a gap. @typedef {[number, number]} Point */

export const TYPE = 12;
/** From the frame to what stands below its ticks. */
export const BELOW = 40;
const STRONG = 2.25;

/** @param {CanvasRenderingContext2D} ctx @param {string} ink @param {{size?: number, weight?: number}} [look] */
export function pen(ctx, ink, {size = TYPE, weight = 400} = {}) {
  ctx.font = `${weight} ${size}px ${SANS}`;
  ctx.fillStyle = ink;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
}

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} points */
function trace(ctx, points) {
  ctx.beginPath();
  let down = false;
  for (const [x, y] of points) {
    const here = Number.isFinite(x) && Number.isFinite(y);
    if (here) (down ? ctx.lineTo : ctx.moveTo).call(ctx, x, y);
    down = here;
  }
  ctx.stroke();
}

/** Across the plot, with what each stands for at the left. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Tick[]} ticks @param {Options} options */
export function drawRungs(ctx, {left, right}, ticks, {colours}) {
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'right';
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  for (const {at, text} of ticks) {
    ctx.fillText(text, left - 6, at);
    trace(ctx, [
      [left, at],
      [right, at],
    ]);
  }
}

/** Below the plot: ticks, and what they count. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Tick[]} ticks @param {string} title @param {Options} options */
export function drawAcross(ctx, {left, right, bottom}, ticks, title, {colours}) {
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'center';
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  trace(ctx, [
    [left, bottom],
    [right, bottom],
  ]);
  for (const {at, text} of ticks) {
    trace(ctx, [
      [at, bottom],
      [at, bottom + 4],
    ]);
    ctx.fillText(text, at, bottom + 13);
  }
  pen(ctx, colours.muted);
  ctx.textAlign = 'center';
  ctx.fillText(title, (left + right) / 2, bottom + 31);
}

/** Above the plot, at its left: what its height stands for. @param {CanvasRenderingContext2D} ctx @param {string} title @param {number} y @param {Options} options */
export function drawTitle(ctx, title, y, {colours}) {
  pen(ctx, colours.muted);
  ctx.fillText(title, 0, y);
}

/**
 * A line, and a dot where a point has no neighbour to be joined to.
 * @param {CanvasRenderingContext2D} ctx @param {Point[]} points
 * @param {{colour: string, dash?: number[], width?: number, alpha?: number}} look
 */
export function drawLine(ctx, points, {colour, dash = [], width = STRONG, alpha = 1}) {
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.globalAlpha = alpha;
  ctx.setLineDash(dash);
  trace(ctx, points);
  ctx.setLineDash([]);
  const gap = (/** @type {Point | undefined} */ point) => !point || !Number.isFinite(point[0] + point[1]);
  const alone = points.filter((point, i) => !gap(point) && gap(points[i - 1]) && gap(points[i + 1]));
  for (const point of alone) dot(ctx, point, 1.5 * width);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Point} point @param {number} radius */
export function dot(ctx, [x, y], radius) {
  ctx.beginPath();
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** A line down the plot, and a ring on the point that is read. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Point} at @param {Run} run @param {Options} options */
export function drawReading(ctx, {top, bottom}, [x, y], run, {colours}) {
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  trace(ctx, [
    [x, top],
    [x, bottom],
  ]);
  if (!Number.isFinite(y)) return;
  ctx.fillStyle = colours.paper;
  dot(ctx, [x, y], 6);
  ctx.fillStyle = run.colour;
  dot(ctx, [x, y], 4);
}

/**
 * Which of the models' lines is nearest at a height.
 * @param {number[]} heights of each line at this place; NaN: none @param {number} y @returns {number} -1 where there is none
 */
export function nearest(heights, y) {
  const away = heights.map((height) => (Number.isFinite(height) ? Math.abs(height - y) : Infinity));
  const least = Math.min(...away);
  return least < Infinity ? away.indexOf(least) : -1;
}
