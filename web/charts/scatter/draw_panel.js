// One panel of points: the plane with its axes, the points, and what is written beside them.
import {MONO, SANS, fitted, visible} from '../grid.js';
import {fittedName} from '../short_name.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {drawShape} from './shapes.js';

/** @typedef {import('./scatter_layout.js').Panel} Panel @typedef {import('./scatter_layout.js').Options} Options */
/** point: what is read, or -1; near: its nearest; named: what a sentence names @typedef {{point: number, near: number[], named: number[]}} Marks */

/** What a value of the trait looks like. @typedef {(value: number) => {fill: string, shape: number}} Looks */
/** From label to label, in pixels, so that both can be read. */
const ROOM = 11;

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Marks} marks @param {Looks} looks @param {Options} options */
export function drawPanel(ctx, panel, marks, looks, options) {
  drawName(ctx, panel, options);
  drawPlane(ctx, panel, options);
  if (!panel.cloud.at.length) return;
  if (panel.cloud.of !== 'embedding') drawWay(ctx, panel, options);
  drawPoints(ctx, panel, looks, options);
  drawLabels(ctx, panel, marks, options);
  drawMarks(ctx, panel, marks, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options */
function drawName(ctx, {run, x, y, width}, {colours, say}) {
  const step = say({key: 'compare.at_step', values: {step: run.found.step}});
  pen(ctx, run.colour, {weight: 600});
  const name = fittedName(run.name, width - 7 * (step.length + 2), 11);
  ctx.fillText(name, x, y + 9);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, x + after, y + 9);
}

/** Its frame, and how much of the spread each direction has. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options */
function drawPlane(ctx, {cloud, box}, {colours, say}) {
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(
    Math.round(box.x) + 0.5,
    Math.round(box.y) + 0.5,
    Math.floor(box.x + box.width) - Math.round(box.x) - 1,
    Math.round(box.height) - 1,
  );
  const [across, upward] = cloud.explained.map((share) => percent(share));
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(fitted(say({key: 'compare.scatter.upward', values: {share: upward}}), box.width, 9), box.x, box.y - 9);
  const text = fitted(say({key: 'compare.scatter.across', values: {share: across}}), box.width, 9);
  ctx.fillText(text, box.x + box.width - ctx.measureText(text).width, box.y + box.height + 11);
}

/** The example that is looked at, or all positions: one after the other. @param {Panel} panel @param {Options} options @returns {number[]} points */
function wayOf({cloud}, {example = 0}) {
  const all = cloud.at.map((_, i) => i).filter((i) => cloud.of === 'position' || cloud.example[i] === example);
  return all.filter((i) => Number.isFinite(cloud.at[i][0] + cloud.at[i][1]));
}

/** A line from the first to the last, with its direction. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Options} options */
function drawWay(ctx, panel, options) {
  const places = wayOf(panel, options).map(panel.place);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = panel.run.colour;
  ctx.globalAlpha = 0.4;
  ctx.lineWidth = 1;
  ctx.beginPath();
  places.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
  const every = Math.max(1, Math.ceil(places.length / 12));
  for (let i = 1; i < places.length; i += every) arrow(ctx, places[i - 1], places[i]);
  ctx.restore();
}

/** A head in the middle of a way that is long enough. @param {CanvasRenderingContext2D} ctx @param {[number, number]} from @param {[number, number]} to */
function arrow(ctx, [x0, y0], [x1, y1]) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 14)) return;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [x, y] = [(x0 + x1) / 2 + 4 * dx, (y0 + y1) / 2 + 4 * dy];
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - 7 * dx - 3 * dy, y - 7 * dy + 3 * dx);
  ctx.lineTo(x - 7 * dx + 3 * dy, y - 7 * dy - 3 * dx);
  ctx.fill();
}

/** Those of the example that is looked at are larger, and stand on the others. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Looks} looks @param {Options} options */
function drawPoints(ctx, {cloud, place, trait}, looks, {example = 0}) {
  const own = (/** @type {number} */ i) => cloud.of !== 'states' || cloud.example[i] === example;
  const all = cloud.at.map((_, i) => i);
  ctx.save();
  ctx.globalAlpha = 0.85;
  for (const i of [...all.filter((i) => !own(i)), ...all.filter(own)]) {
    const [x, y] = place(i);
    if (!Number.isFinite(x + y)) continue;
    const {fill, shape} = looks(trait?.values[i] ?? NaN);
    ctx.fillStyle = fill;
    drawShape(ctx, shape, x, y, own(i) ? 4 : 3);
  }
  ctx.restore();
}

/** Longer symbols are not written at points: their numbers are. */
const SHORT = 3;

/** What stands beside a point. @param {Panel} panel @param {number} i */
function labelOf({cloud}, i) {
  if (cloud.of === 'embedding') return visible(cloud.names[i] ?? '');
  if (!cloud.symbol.length || cloud.vocab.some((symbol) => [...symbol].length > SHORT))
    return String(cloud.time[i] + 1);
  return visible(cloud.vocab[cloud.symbol[i]] ?? '');
}

/** Labels that do not stand on others: what is marked first. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Marks} marks @param {Options} options */
function drawLabels(ctx, panel, {point, near, named}, options) {
  const {cloud, box, place} = panel;
  const first = [point, ...near, ...named].filter((i) => i >= 0);
  const way = cloud.of === 'embedding' ? cloud.at.map((_, i) => i) : ends(wayOf(panel, options));
  /** @type {{x: number, y: number, wide: number}[]} */
  const taken = [];
  for (const i of new Set([...first, ...way])) {
    const text = fitted(labelOf(panel, i), 70, 10);
    const [x, y] = place(i);
    if (!text || !Number.isFinite(x + y)) continue;
    const strong = first.includes(i);
    ctx.font = `${strong ? 700 : 400} 11px ${cloud.of === 'position' || text.length > 2 ? SANS : MONO}`;
    const wide = ctx.measureText(text).width;
    const gap = i === point ? 10 : 7;
    const left = x + gap + wide > box.x + box.width ? x - gap - wide : x + gap;
    const label = {x: Math.max(box.x, left), y: Math.max(box.y + 7, Math.min(box.y + box.height - 7, y)), wide};
    const free = taken.every(
      (one) => Math.abs(one.y - label.y) > ROOM || one.x > label.x + wide + 1 || label.x > one.x + one.wide + 1,
    );
    if (!free && i !== point) continue;
    taken.push(label);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = strong || cloud.of !== 'embedding' ? options.colours.ink : options.colours.muted;
    ctx.fillText(text, label.x, label.y);
  }
}

/** The ends of a way come first. @param {number[]} way */
const ends = (way) => (way.length < 2 ? way : [way[0], way[way.length - 1], ...way.slice(1, -1)]);

/** A ring around what is read, and lines to its nearest. @param {CanvasRenderingContext2D} ctx @param {Panel} panel @param {Marks} marks @param {Options} options */
function drawMarks(ctx, {run, place}, {point, near, named}, {colours}) {
  ctx.lineWidth = 1.25;
  if (named.length === 2) line(ctx, place(named[0]), place(named[1]), run.colour);
  if (point < 0) return;
  const [x, y] = place(point);
  if (!Number.isFinite(x + y)) return;
  for (const other of near) line(ctx, [x, y], place(other), colours.ink);
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, 2 * Math.PI);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {[number, number]} from @param {[number, number]} to @param {string} ink */
function line(ctx, [x0, y0], [x1, y1], ink) {
  ctx.strokeStyle = ink;
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
