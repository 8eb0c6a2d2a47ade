// Below how far back each learns, why: a row a recurrent layer, by how much one step stretches each direction of its memory, as
// dots on a logarithmic axis around one, and what is left in the long run as a line across them.
import {fitted} from '../grid.js';
import {fittedName} from '../short_name.js';
import {percent} from './numbers.js';
import {dot, pen} from './plot.js';
import {factorOf, layerOf, stepsOf} from './steps.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./steps.js').Step} Step */
/** @typedef {{steps: Step[], top: number, row: number, narrow: boolean, left: number, right: number, low: number, high: number, height: number}} Panel */

const [GAP, TITLE, AXIS] = [26, 22, 26];
const [LEAST, WIDE, COLUMN] = [0.01, 480, 84];

/** @param {Run[]} runs @param {Options} options @param {number} top where it begins @returns {Panel} without a height where there is nothing */
export function panelOf(runs, {width}, top) {
  const steps = stepsOf(runs);
  const narrow = width < WIDE;
  const row = narrow ? 34 : 22;
  const most = Math.max(2, ...steps.flatMap(({radius, stretches}) => [radius, ...stretches]).filter(Number.isFinite));
  const columns = (narrow ? 46 : COLUMN) + (narrow ? 0 : columnsOf(steps).length * COLUMN);
  return {
    steps,
    top: top + GAP,
    row,
    narrow,
    left: narrow ? 8 : Math.min(170, 0.24 * width),
    right: width - columns - 6,
    low: LEAST,
    high: 1.15 * most,
    height: steps.length ? GAP + TITLE + steps.length * row + AXIS : 0,
  };
}

/** What is written at the right besides the radius, where any model has it. @param {Step[]} steps */
function columnsOf(steps) {
  const saturated = steps.some((step) => !Number.isNaN(step.saturated));
  const clipped = steps.some(({run}) => run.clipped !== undefined);
  return [
    ...(saturated ? [/** @type {const} */ ('saturated')] : []),
    ...(clipped ? [/** @type {const} */ ('clipped')] : []),
  ];
}

/** @param {Panel} panel @param {number} value */
function across({left, right, low, high}, value) {
  const at = Math.log(Math.max(low, Math.min(high, value)) / low) / Math.log(high / low);
  return left + (right - left) * at;
}

/** @param {Panel} panel @param {number} i */
const middle = ({top, row, narrow}, i) => top + TITLE + (i + 1) * row - (narrow ? 10 : row / 2);

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options @param {number} read the row under the cursor; -1: none */
export function drawSteps(ctx, panel, options, read) {
  if (!panel.height) return;
  drawAxis(ctx, panel, options);
  panel.steps.forEach((step, i) => {
    drawStep(ctx, panel, step, i, options);
    if (i !== read) return;
    ctx.strokeStyle = options.colours.ink;
    ctx.lineWidth = 1;
    ctx.strokeRect(panel.left - 6, middle(panel, i) - 9, panel.right - panel.left + 12, 18);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options */
function drawAxis(ctx, panel, options) {
  const {say, colours, width} = options;
  const {top, steps, low, high, narrow} = panel;
  const [first, last] = [top + TITLE, middle(panel, steps.length - 1) + 10];
  pen(ctx, colours.muted);
  ctx.fillText(fitted(say({key: 'compare.steps.title'}), width, 10), 0, top + 4);
  const ticks = narrow ? [0.01, 0.1, 1, 10, 100] : [0.01, 0.1, 0.5, 1, 2, 10, 100];
  for (const tick of ticks.filter((value) => value >= low && value <= high)) {
    ctx.strokeStyle = tick === 1 ? colours.muted : colours.line;
    ctx.lineWidth = 1;
    const x = across(panel, tick);
    if (!narrow) down(ctx, x, first, last);
    else for (const [i] of steps.entries()) down(ctx, x, middle(panel, i) - 9, middle(panel, i) + 9); // not through names
    pen(ctx, colours.muted, {size: 11});
    ctx.textAlign = tick === low ? 'left' : 'center';
    const key = tick === low ? 'compare.steps.or_less' : tick === 1 ? 'compare.steps.keeps' : 'compare.steps.times';
    ctx.fillText(say({key, values: {factor: String(tick)}}), tick === low ? x - 6 : x, last + 10);
  }
  if (!narrow) drawHeadings(ctx, panel, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options */
function drawHeadings(ctx, panel, {say, colours}) {
  const {top, right, steps} = panel;
  const y = top + TITLE - 8;
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'right';
  ['radius', ...columnsOf(steps)].forEach((column, k) =>
    ctx.fillText(say({key: `compare.steps.column_${column}`}), right + (k + 1) * COLUMN, y),
  );
  ctx.fillText(say({key: 'compare.steps.shrinks'}), across(panel, 1) - 8, y);
  ctx.textAlign = 'left';
  ctx.fillText(say({key: 'compare.steps.grows'}), across(panel, 1) + 8, y);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} top @param {number} bottom */
function down(ctx, x, top, bottom) {
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Step} step @param {number} i @param {Options} options */
function drawStep(ctx, panel, step, i, {say, colours}) {
  const {left, right, narrow} = panel;
  const {run, radius, stretches, saturated} = step;
  const y = middle(panel, i);
  pen(ctx, run.colour, {weight: 600});
  const room = narrow ? right - left : left - 14;
  const layer = step.alone ? '' : say(layerOf(step));
  const name = fittedName(run.name, Math.max(30, room - 6 * layer.length - 8), 11);
  const at = narrow ? y - 16 : y;
  ctx.fillText(name, 0, at);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(layer, after, at);
  ctx.save();
  ctx.globalAlpha = 0.4;
  ctx.fillStyle = run.colour;
  for (const value of stretches) dot(ctx, [across(panel, value), y], 3);
  ctx.restore();
  ctx.fillStyle = run.colour;
  ctx.fillRect(across(panel, radius) - 1.5, y - 8, 3, 16);
  pen(ctx, colours.ink, {size: 11, weight: 600});
  ctx.textAlign = 'right';
  ctx.fillText(factorOf(radius), right + (narrow ? 46 : COLUMN), y);
  if (narrow) return;
  const {clipped = NaN} = run;
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'right';
  columnsOf(panel.steps).forEach((column, k) => {
    const share = column === 'clipped' ? clipped : saturated;
    ctx.fillText(Number.isNaN(share) ? '–' : say(percent(share)), right + (k + 2) * COLUMN, y);
  });
}

/** The row under a point; -1: none. @param {Panel} panel @param {number} y */
export function stepAt(panel, y) {
  if (!panel.height) return -1;
  const i = panel.steps.findIndex((_, k) => Math.abs(y - middle(panel, k)) <= panel.row / 2);
  return i;
}
