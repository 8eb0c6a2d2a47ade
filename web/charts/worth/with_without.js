// A model with one of its parts and without it, side by side: its loss, and how much it gets right.
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {lossSaying} from './amounts.js';

/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Run} Run */
/** @typedef {import('./part_values.js').Worth} Worth @typedef {import('./part_values.js').Part} Part */
/** most: the loss that a whole bar stands for @typedef {{run: Run, worth: Worth, part: Part, x: number, y: number, width: number, most: number}} Opened */
/** @typedef {{title: string, bars: {value: number, text: string}[], x: number, y: number, width: number}} Pair */

const [LABEL, LINE, AROUND, HEAD] = [52, 21, 10, 20];
const PAIR = HEAD + 2 * LINE;
/** From this width on both pairs stand beside each other. */
const BESIDE = 380;

/** What stands open below a bar takes so much. @param {number} width */
export const openHeight = (width) => (width < BESIDE ? 2 : 1) * PAIR + 14;

/** @param {CanvasRenderingContext2D} ctx @param {Opened} opened @param {Options} options */
export function drawWithWithout(ctx, {run, worth, part, x, y, width, most}, options) {
  const {say, colours} = options;
  ctx.save();
  ctx.globalAlpha = 0.06;
  ctx.fillStyle = colours.ink;
  ctx.fillRect(x, y, width, openHeight(width) - 6);
  ctx.restore();
  const beside = width >= BESIDE;
  const wide = beside ? (width - 3 * AROUND) / 2 : width - 2 * AROUND;
  const losses = [worth.loss, worth.loss + part.rise];
  const loss = losses.map((value) => ({value: value / most, text: say(lossSaying(value))}));
  const place = {x: x + AROUND, y: y + 4, width: wide};
  drawPair(ctx, {title: say({key: 'compare.worth.loss'}), bars: loss, ...place}, run, options);
  if (Number.isNaN(part.fall)) return;
  const shares = [worth.accuracy, Math.max(0, worth.accuracy - part.fall)];
  const right = shares.map((value) => ({value, text: say(percent(value))}));
  const next = beside ? {...place, x: x + wide + 2 * AROUND} : {...place, y: place.y + PAIR};
  drawPair(ctx, {title: say({key: 'compare.worth.right'}), bars: right, ...next}, run, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Pair} pair @param {Run} run @param {Options} options */
function drawPair(ctx, {title, bars, x, y, width}, run, {colours, say}) {
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(title, x, y + HEAD / 2);
  const room = width - LABEL - 44;
  bars.forEach(({value, text}, i) => {
    const middle = y + HEAD + (i + 0.5) * LINE - 2;
    pen(ctx, colours.ink, {size: 11});
    ctx.fillText(say({key: i ? 'compare.worth.without' : 'compare.worth.with'}), x, middle);
    const wide = Math.max(0, Math.min(1, Number.isFinite(value) ? value : 0)) * room;
    drawOne(ctx, {x: x + LABEL, y: middle - 5, wide, thick: 10, off: i === 1}, run);
    pen(ctx, colours.ink, {size: 11, weight: 600});
    ctx.fillText(text, x + LABEL + wide + 6, middle);
  });
}

/** What is without a part is an outline. @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number, wide: number, thick: number, off: boolean}} bar @param {Run} run */
function drawOne(ctx, {x, y, wide, thick, off}, {colour}) {
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  if (off) ctx.strokeRect(x + 0.75, y + 0.75, Math.max(0, wide - 1.5), thick - 1.5);
  else ctx.fillRect(x, y, wide, thick);
}
