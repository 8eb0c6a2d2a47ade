// Curves of other races beneath the present ones: thin and grey, each named at its end. Leaves the context as it found it.

import {SANS} from './grid.js';

/** @typedef {{name: string, xs: number[], ys: number[]}} Ghost in pixels of the canvas */

/**
 * @param {CanvasRenderingContext2D} ctx @param {Ghost[]} ghosts
 * @param {{left: number, top: number, right: number, bottom: number, scale: number, colour: string}} frame what lies outside is not drawn
 */
export function drawGhosts(ctx, ghosts, {left, top, right, bottom, scale, colour}) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = 1.25 * scale;
  ctx.setLineDash([]);
  ctx.font = `${11 * scale}px ${SANS}`;
  ctx.textBaseline = 'bottom';
  for (const ghost of ghosts) drawGhost(ctx, ghost, {right: right - 4 * scale, top, scale});
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Ghost} ghost @param {{right: number, top: number, scale: number}} room that no name leaves */
function drawGhost(ctx, {name, xs, ys}, {right, top, scale}) {
  if (!xs.length) return;
  ctx.beginPath();
  xs.forEach((x, i) => (i === 0 ? ctx.moveTo(x, ys[i]) : ctx.lineTo(x, ys[i])));
  ctx.stroke();
  const end = Math.min(xs[xs.length - 1], right);
  const at = xs.findLastIndex((x) => x <= right);
  ctx.textAlign = 'right';
  const y = ys[Math.max(0, at)];
  const above = y - 3 * scale;
  ctx.fillText(name, end, above - 12 * scale < top ? y + 15 * scale : above);
}
