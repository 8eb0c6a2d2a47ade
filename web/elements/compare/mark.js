// A ring round the spot of a picture that somebody should see, and a short word beside it.
import {SANS} from '../../charts/grid.js';
import {told} from '../../words/words.js';

const RADIUS = 11;

/** @param {CanvasRenderingContext2D} ctx scaled to CSS pixels @param {import('../../charts/compare/runs.js').Mark} mark @param {import('../../charts/compare/runs.js').Options} options */
export function drawMark(ctx, {x, y, label}, {colours, width}) {
  const [at, down] = [Math.max(RADIUS + 2, Math.min(width - RADIUS - 2, x)), Math.max(RADIUS + 2, y)];
  const left = at < width / 2;
  ctx.save();
  ctx.setLineDash([]);
  ctx.font = `600 13px ${SANS}`;
  [ctx.textAlign, ctx.textBaseline, ctx.lineJoin] = [left ? 'left' : 'right', 'middle', 'round'];
  const text = typeof label === 'string' ? label : told(label);
  /** Set off from what lies below. @type {[string, number][]} */
  const strokes = [
    [colours.paper, 5],
    [colours.ink, 2],
  ];
  for (const [colour, line] of strokes) {
    [ctx.strokeStyle, ctx.lineWidth] = [colour, line];
    ctx.beginPath();
    ctx.arc(at, down, RADIUS, 0, 2 * Math.PI);
    ctx.stroke();
    if (line > 2) ctx.strokeText(text, at + (left ? 1 : -1) * (RADIUS + 6), down);
  }
  ctx.fillStyle = colours.ink;
  ctx.fillText(text, at + (left ? 1 : -1) * (RADIUS + 6), down);
  ctx.restore();
}
