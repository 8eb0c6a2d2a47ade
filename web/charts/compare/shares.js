// Plots of a share of right answers, from none to all, over something that is counted: the frame that they stand in, the same
// for every model and every step.
import {linearTicks} from '../ticks.js';
import {percent} from './numbers.js';
import {drawRungs, pen} from './plot.js';

/** @typedef {import('./plot.js').Frame} Frame @typedef {import('./plot.js').Tick} Tick @typedef {import('./runs.js').Options} Options */
/** @typedef {{low: number, high: number}} Range */

/** Lines at none and at all stay within the frame. */
const EDGE = 5;

/** @param {Frame} frame @param {number} share */
export const heightOf = ({top, bottom}, share) => bottom - EDGE - (bottom - top - 2 * EDGE) * share;

/** @param {Frame} frame @param {Range} range @param {number} value */
export function placeIn({left, right}, {low, high}, value) {
  return high > low ? left + 6 + ((right - left - 12) * (value - low)) / (high - low) : (left + right) / 2;
}

/** @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Options} options */
export function drawShares(ctx, frame, options) {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => ({
    at: heightOf(frame, share),
    text: options.say(percent(share)),
  }));
  drawRungs(ctx, frame, ticks, options);
}

/** Round numbers along a range. @param {Frame} frame @param {Range} range @returns {Tick[]} */
export function countsAlong(frame, {low, high}) {
  if (high <= low) return [{at: placeIn(frame, {low, high}, low), text: String(low)}];
  const whole = linearTicks(low, high, (frame.right - frame.left) / 50).filter(Number.isInteger);
  return whole.map((value) => ({at: placeIn(frame, {low, high}, value), text: String(value).replace('-', '−')}));
}

/** What guessing comes to, and its like, named at the left above each. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Options} options */
export function drawLevels(ctx, frame, {lines = [], colours}) {
  for (const {value, text} of lines) {
    const y = heightOf(frame, value);
    ctx.strokeStyle = colours.muted;
    ctx.setLineDash([7, 4]);
    ctx.beginPath();
    ctx.moveTo(frame.left, y);
    ctx.lineTo(frame.right, y);
    ctx.stroke();
    ctx.setLineDash([]);
    pen(ctx, colours.muted, {size: 11});
    ctx.fillText(text, frame.left + 6, y - 8);
  }
}
