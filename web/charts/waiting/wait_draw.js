// The picture of what must wait, drawn.
import {fitted} from '../grid.js';
import {fittedName} from '../short_name.js';
import {dot, drawAcross, drawLine, drawReading, drawRungs, drawTitle, pen} from '../compare/plot.js';
import {drawNames} from '../compare/names.js';
import {BAR, NAME, ROW, barTop, layout, slices, stepWidth, takenAt, xOf, yOf} from './wait_layout.js';
import {chainOf, durationOf} from './wait_words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('./wait_layout.js').View} View @typedef {import('./wait_layout.js').Panel} Panel */

/** How strong what connects places is, the small networks, and what is left. */
const [STRONG, MIDDLE, WEAK] = [1, 0.5, 0.25];
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  drawNames(ctx, runs, options);
  drawPlot(ctx, runs, view, options);
  drawChains(ctx, runs, view, options);
  if (view.time) drawTimes(ctx, runs, view, view.time, options);
  if (options.cursor) drawCursor(ctx, runs, view, options.cursor, options);
}

// The plot ----------------------------------------------------------------------------------------------------------

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {Options} options */
function drawPlot(ctx, runs, view, options) {
  const {frame, unit, models} = view;
  const {say, width} = options;
  drawTitle(ctx, say({key: `compare.wait.y_${unit}${width < 400 ? '_short' : ''}`}), frame.top - 22, options);
  drawRungs(ctx, frame, powersAlong(view, options), options);
  drawMadeFor(ctx, view, options);
  drawAcross(ctx, frame, lengthTicks(view, options), say({key: 'compare.wait.x'}), options);
  runs.forEach((run, i) => {
    const line = view.fine.map((n) => /** @type {[number, number]} */ ([xOf(view, n), yOf(view, takenAt(view, i, n))]));
    if (models[i].known) drawLine(ctx, line, {...run, alpha: unit === 'ms' ? 0.55 : 1});
  });
  runs.forEach((run, i) => drawOwn(ctx, run, view, i));
  drawCrossings(ctx, view, options);
}

/** @param {View} view @param {Options} options */
function powersAlong(view, {say}) {
  const {low, high} = view.powers;
  const room = (view.frame.bottom - view.frame.top) / (high - low);
  const every = Math.max(1, Math.ceil(18 / room));
  const powers = Array.from({length: Math.floor((high - low) / every) + 1}, (_, i) => low + i * every);
  return powers.map((power) => ({at: yOf(view, 10 ** power), text: say(powerOf(power))}));
}

/** @param {number} power of ten @returns {import('../compare/runs.js').Saying} */
function powerOf(power) {
  if (power >= -3 && power <= 3) return {key: 'compare.wait.plain', values: {n: 10 ** power}};
  const digits = [...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]);
  return {key: 'compare.wait.power', values: {power: `${power < 0 ? '⁻' : ''}${digits.join('')}`}};
}

/** @param {View} view @param {Options} options */
function lengthTicks(view, {say, width}) {
  const {frame, range} = view;
  const all = view.lengths.filter((n) => Number.isInteger(Math.log10(n)) || width > 480);
  const round = all.filter((n) => /^[125]0*$/.test(String(n)));
  const ticks = round.map((n) => ({at: xOf(view, n), text: say({key: 'compare.wait.plain', values: {n}})}));
  const edge = frame.right - frame.left > 100 ? 14 : 4;
  return ticks.filter(({at}) => at <= frame.right - edge || range.high <= 10);
}

/** 0: not the same for all. @param {number[]} lengths */
const one = ([first, ...others]) => (others.every((length) => length === first) && first > 0 ? first : 0);

/** The length that all were made for, if it is one. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawMadeFor(ctx, view, {colours, say}) {
  const {models, frame} = view;
  const length = one(models.map((model) => model.length));
  if (!length) return;
  const x = xOf(view, length);
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  ctx.moveTo(x, frame.top);
  ctx.lineTo(x, frame.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  pen(ctx, colours.muted, {size: 11});
  const text = say({key: 'compare.wait.made_for', values: {length}});
  const room = ctx.measureText(text).width + 6;
  ctx.textAlign = x - room > frame.left ? 'right' : 'left';
  ctx.fillText(text, x - room > frame.left ? x - 5 : x + 5, frame.top + 8);
}

/** @param {CanvasRenderingContext2D} ctx @param {Run} run @param {View} view @param {number} i of the model */
function drawOwn(ctx, run, view, i) {
  const {length} = view.models[i];
  const y = yOf(view, takenAt(view, i, length));
  if (!Number.isFinite(y) || !(length > 0)) return;
  ctx.fillStyle = run.colour;
  dot(ctx, [xOf(view, length), y], 4.5);
}

/** Where one comes to take more than the other, with that length. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawCrossings(ctx, view, options) {
  const crossings = view.crossings.filter(({from}) => from > 1 && from <= view.range.high);
  const spelled = crossings.length <= 3 && options.width >= 480;
  /** @type {[number, number][]} */
  const written = [];
  for (const {more, from, length} of crossings) {
    const at = /** @type {[number, number]} */ ([xOf(view, from), yOf(view, takenAt(view, more, from))]);
    if (!Number.isFinite(at[1])) continue;
    ring(ctx, at, options);
    if (options.width < 480 && crossings.length > 3) continue; // no room for their names
    if (written.some(([x, y]) => Math.abs(x - at[0]) < (spelled ? 80 : 40) && Math.abs(y - at[1]) < 14)) continue;
    written.push(at);
    const text = options.say({key: spelled ? 'compare.wait.from' : 'compare.wait.plain', values: {n: length}});
    nameCrossing(ctx, at, text, view, options);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {[number, number]} at @param {Options} options */
function ring(ctx, [x, y], {colours}) {
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x + 6, y);
  ctx.arc(x, y, 6, 0, 2 * Math.PI);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {[number, number]} at @param {string} text @param {View} view @param {Options} options */
function nameCrossing(ctx, [x, y], text, {frame}, {colours}) {
  pen(ctx, colours.ink, {size: 11, weight: 600});
  const right = x + 12 + 7 * text.length < frame.right;
  ctx.textAlign = right ? 'left' : 'right';
  ctx.fillText(text, right ? x + 9 : x - 9, Math.min(y + 13, frame.bottom - 8));
}

// The rows below ----------------------------------------------------------------------------------------------------

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {string} title @param {Options} options */
function drawHeading(ctx, {left, right, title: y}, title, {colours}) {
  pen(ctx, colours.muted);
  ctx.fillText(fitted(title, right - left, 10.5), left, y);
}

/** @param {Panel} panel */
const isNarrow = ({left, right}) => right - left < 320;

/** Whose row it is, and what it comes to. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {number} row @param {Run} run @param {string} sum @param {Options} options */
function drawRow(ctx, panel, row, run, sum, {colours, cursor}) {
  const y = panel.top + row * ROW + NAME / 2 + 1;
  pen(ctx, colours.ink, {size: 11, weight: 600});
  ctx.textAlign = 'right';
  ctx.fillText(sum, panel.right, y);
  const room = panel.right - panel.left - ctx.measureText(sum).width - 12;
  pen(ctx, run.colour, {size: 11, weight: cursor?.row === row ? 700 : 600});
  ctx.fillText(fittedName(run.name, room, 10), panel.left, y);
}

/** A bead a step that waits for the one before. @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {Options} options */
function drawChains(ctx, runs, view, options) {
  const {chain, models} = view;
  const chained = one(models.map((model) => model.chained));
  const saying = {
    key: `compare.wait.chain${chained ? '' : '_own'}${isNarrow(chain) ? '_short' : ''}`,
    values: {chained},
  };
  drawHeading(ctx, chain, options.say(saying), options);
  const step = stepWidth(view);
  runs.forEach((run, row) => {
    const {waits} = models[row];
    drawRow(ctx, chain, row, run, options.say(chainOf(waits)), options);
    if (!Number.isFinite(waits)) return;
    ctx.fillStyle = run.colour;
    const y = barTop(chain, row);
    if (step < 4) return ctx.fillRect(chain.left, y, waits * step, BAR);
    for (let i = 0; i < waits; i++) ctx.fillRect(chain.left + i * step, y, step - (step < 8 ? 1 : 2), BAR);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {Panel} time @param {Options} options */
function drawTimes(ctx, runs, view, time, options) {
  drawHeading(ctx, time, options.say({key: `compare.wait.time${isNarrow(time) ? '_short' : ''}`}), options);
  runs.forEach((run, row) => {
    drawRow(ctx, time, row, run, options.say(durationOf(view.models[row].own.ms)), options);
    for (const slice of slices(view, row)) drawSlice(ctx, slice, barTop(time, row), run, options);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {ReturnType<typeof slices>[number]} slice @param {number} y @param {Run} run @param {Options} options */
function drawSlice(ctx, {kind, connects, x, wide}, y, run, {colours, say}) {
  const strength = connects ? STRONG : kind === 'feed_forward' ? MIDDLE : WEAK;
  ctx.globalAlpha = strength;
  ctx.fillStyle = run.colour;
  ctx.fillRect(x, y, Math.max(0, wide - (wide > 3 ? 1 : 0)), BAR);
  ctx.globalAlpha = 1;
  const text = say({key: `compare.wait.kind.${kind}`});
  if (wide < 6.2 * text.length + 8) return;
  pen(ctx, strength === STRONG ? colours.paper : colours.ink, {size: 10.5});
  ctx.fillText(text, x + 4, y + BAR / 2 + 0.5);
}

// The cursor --------------------------------------------------------------------------------------------------------

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {import('../grid.js').Cursor} cursor @param {Options} options */
function drawCursor(ctx, runs, view, {column, row}, options) {
  const {lengths, kinds, chain, time, frame} = view;
  const run = runs[row];
  if (!run) return;
  ctx.strokeStyle = options.colours.ink;
  ctx.lineWidth = 1.5;
  if (column < lengths.length) {
    const n = lengths[column];
    const shown = view.models[row].known || n === view.models[row].length;
    return drawReading(ctx, frame, [xOf(view, n), shown ? yOf(view, takenAt(view, row, n)) : NaN], run, options);
  }
  if (column === lengths.length) {
    const wide = Math.max(0, view.models[row].waits * stepWidth(view)) || 0;
    return outline(ctx, chain.left, barTop(chain, row), wide, chain);
  }
  const slice = slices(view, row).find(({kind}) => kind === kinds[column - lengths.length - 1]);
  if (time && slice) outline(ctx, slice.x, barTop(time, row), slice.wide, time);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} wide @param {Panel} panel */
function outline(ctx, x, y, wide, {left, right}) {
  const from = Math.max(left + 1, x - 1);
  ctx.strokeRect(from, y - 1, Math.max(2, Math.min(wide + 1, right - from - 1)), BAR + 2);
}
