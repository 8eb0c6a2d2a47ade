// Curves of other races beneath the present ones: thin and grey. Leaves the context as it found it.

import {SANS} from './grid.js';

/** @typedef {{name: string, xs: number[], ys: number[]}} Ghost in pixels of the canvas */

/**
 * @param {CanvasRenderingContext2D} ctx @param {Ghost[]} ghosts
 * @param {{left: number, top: number, right: number, bottom: number, scale: number, colour: string}} frame what lies outside is not drawn
 * @returns {import('./loss_marks.js').Label[]} their names, to be laid out with those of the present curves, and drawn over these
 */
export function drawGhosts(ctx, ghosts, {left, top, right, bottom, scale, colour}) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.25 * scale;
  ctx.setLineDash([]);
  ctx.font = `400 ${12 * scale}px ${SANS}`;
  for (const {xs, ys} of ghosts) drawGhost(ctx, xs, ys);
  const labels = ghosts.flatMap((ghost) => endOf(ctx, ghost, {top, right, bottom, scale}));
  ctx.restore();
  return labels.map((label) => ({...label, colour, faint: true}));
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} xs @param {number[]} ys */
function drawGhost(ctx, xs, ys) {
  ctx.beginPath();
  xs.forEach((x, i) => (i === 0 ? ctx.moveTo(x, ys[i]) : ctx.lineTo(x, ys[i])));
  ctx.stroke();
}

/** Where a name stands: beside the end, or where the curve leaves the room that there is. @param {CanvasRenderingContext2D} ctx @param {Ghost} ghost @param {{top: number, right: number, bottom: number, scale: number}} frame */
function endOf(ctx, {name, xs, ys}, {top, right, bottom, scale}) {
  const last = right - ctx.measureText(name).width - 12 * scale;
  const at = xs.findLastIndex((x) => x <= right);
  if (at < 0 || ys[at] < top || ys[at] > bottom) return [];
  return [{x: Math.min(xs[at] + 7 * scale, last), y: ys[at], text: name}];
}
