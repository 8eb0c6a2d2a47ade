// Draws a network: its lines faintly, its boxes as bright as what they hold, what is read below them and the answers above.
import {visible, fitted as cut, MONO, SANS} from '../grid.js';
import {writtenPlaces} from '../places.js';
import {colourScale} from '../colour.js';
import {pen} from '../compare/plot.js';
import {columnOf} from './axis.js';
import {sharesOf} from './chosen.js';
import {isShown, spanOf, symbolsOf, xOf} from './layout.js';
import {answerPoint, halfOf, intoSum, lineInto, linksRound, linksToAnswer, sourcesOf, sumY} from './links.js';
import {FLOWS, answerOf, attended, bright} from './values.js';

/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band @typedef {import('./levels.js').Level} Level */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('./links.js').Point} Point */
/** @typedef {import('./levels.js').Stream} Stream */

const FAINT = 0.32;
/** Lines of so many strengths are drawn together. */
const STRENGTHS = 8;

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} points */
export function trace(ctx, points) {
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
}

/** All lines of one network. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
export function drawLinks(ctx, view, band, {colours}) {
  /** @type {Point[][][]} */
  const strengths = Array.from({length: STRENGTHS + 1}, () => []);
  /** @type {Point[][]} */
  const arrows = [];
  for (const level of band.net.levels) gatherLinks(view, band, level, strengths, arrows);
  for (const at of band.example.answers)
    if (view.axis.shown[columnOf(view.axis, band.net, {stream: 'input', at})])
      strengths[strengthOf(FAINT)].push(...linksToAnswer(view, band, at));
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colours.muted;
  ctx.lineWidth = 1;
  strengths.forEach((lines, strength) => {
    if (!lines.length || strength === 0) return;
    ctx.globalAlpha = strength / STRENGTHS;
    ctx.beginPath();
    for (const line of lines) trace(ctx, line);
    ctx.stroke();
  });
  ctx.globalAlpha = 0.55;
  for (const line of arrows) drawArrow(ctx, line, band.half);
  ctx.restore();
}

/** @param {number} strength 0 to 1; what is there at all is seen */
const strengthOf = (strength) =>
  Math.min(STRENGTHS, Math.max(strength > 0.02 ? 1 : 0, Math.round(strength * STRENGTHS)));

/** @param {View} view @param {Band} band @param {Level} level @param {Point[][][]} strengths lines, by strength @param {Point[][]} arrows */
function gatherLinks(view, band, level, strengths, arrows) {
  const all = level.rule === 'gather';
  const usual = level.rule === 'look' || level.rule === 'across' ? 0.6 * FAINT : FAINT;
  for (let at = 0; at < (all ? 1 : band.net.counts[level.stream]); at++) {
    if (!all && !isShown(view, band, level, at)) continue;
    const weights = attended(band, level, at);
    for (const source of sourcesOf(band, level, at)) {
      if (!isShown(view, band, source.level, source.at)) continue;
      const weight = weights && level.below.includes(source.level.index) ? weights[source.at] : usual;
      const strength = strengthOf(Number.isFinite(weight) ? weight : usual);
      if (source.how !== 'up') arrows.push(lineInto(view, band, source, level, at));
      else if (strength > 0) strengths[strength].push(lineInto(view, band, source, level, at));
    }
    if (level.round.length && !all)
      strengths[strengthOf(FAINT)].push(...linksRound(view, band, level, at), intoSum(view, band, level, at));
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} line @param {number} half of a box */
export function drawArrow(ctx, line, half) {
  ctx.beginPath();
  trace(ctx, line);
  ctx.stroke();
  const [[x0, y0], [x1, y1]] = line.slice(-2);
  const long = Math.hypot(x1 - x0, y1 - y0) || 1;
  const size = Math.min(5, 0.5 * half, long);
  const [dx, dy] = [((x1 - x0) / long) * size, ((y1 - y0) / long) * size];
  ctx.beginPath();
  trace(ctx, [
    [x1, y1],
    [x1 - dx - 0.6 * dy, y1 - dy + 0.6 * dx],
    [x1 - dx + 0.6 * dy, y1 - dy - 0.6 * dx],
    [x1, y1],
  ]);
  ctx.fill();
}

/** The outline of a box: a chain's is a cell, a window's stands on its sight, attention's is round. @param {Level} level @param {number} x @param {number} y @param {number} half @returns {Point[]} */
function shapeOf({rule}, x, y, half) {
  if (rule === 'window')
    return ring(
      [
        [-1, 0.85],
        [1, 0.85],
        [0.55, -0.85],
        [-0.55, -0.85],
      ],
      x,
      y,
      half,
    );
  if (rule === 'look' || rule === 'across')
    return ring(
      Array.from({length: 24}, (_, i) => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]),
      x,
      y,
      half,
    );
  return ring(rounded(0.35), x, y, half);
}

/** @param {number[][]} corners @param {number} x @param {number} y @param {number} half @returns {Point[]} */
const ring = (corners, x, y, half) => [...corners, corners[0]].map(([dx, dy]) => [x + dx * half, y + dy * half]);

/** A square with cut corners. @param {number} cut */
function rounded(cut) {
  const c = 1 - cut,
    d = 1 - 0.3 * cut;
  const quarter = [
    [1, -c],
    [d, -d],
    [c, -1],
  ];
  return [0, 1, 2, 3].flatMap((turns) =>
    quarter.map(
      ([x, y]) =>
        [
          [x, y],
          [y, -x],
          [-x, -y],
          [-y, x],
        ][turns],
    ),
  );
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options @param {number} [tick] what is there by then */
export function drawBoxes(ctx, view, band, options, tick = Infinity) {
  const scale = colourScale('sequential', 0, 1, options.colours.dark);
  for (const level of band.net.levels) {
    if (level.rule === 'read') continue;
    if (level.rule === 'gather') drawBar(ctx, view, band, level, options, scale, tick);
    else
      for (let at = 0; at < band.net.counts[level.stream]; at++)
        if (isShown(view, band, level, at)) drawBox(ctx, view, band, level, at, options, scale, tick);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Level} level @param {number} at @param {Options} options @param {(value: number) => string} scale @param {number} tick */
function drawBox(ctx, view, band, level, at, options, scale, tick) {
  const [x, y] = [xOf(view, band, level, at), band.y(level.row)];
  const value = band.light(level, at);
  const there = tickOf(band, level, at) <= tick;
  ctx.save();
  fillShape(ctx, shapeOf(level, x, y, band.half), there ? value : 0, scale, options);
  if (level.round.length) {
    ctx.fillStyle = options.colours.muted;
    ctx.beginPath();
    ctx.arc(x, sumY(band, level), Math.max(1.2, 0.16 * band.half), 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
  if (view.flow === FLOWS.order && there && band.half >= 7) writeTick(ctx, x, y, band, level, at, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Point[]} shape @param {number} value @param {(value: number) => string} scale @param {Options} options */
function fillShape(ctx, shape, value, scale, {colours}) {
  ctx.beginPath();
  trace(ctx, shape);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  if (Number.isFinite(value)) ctx.fillStyle = scale(0.06 + 0.94 * value);
  else [ctx.fillStyle, ctx.globalAlpha] = [colours.muted, 0.16];
  ctx.fill();
  ctx.globalAlpha = 0.75;
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** One node for all positions is as long as they are. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Level} level @param {Options} options @param {(value: number) => string} scale @param {number} tick */
function drawBar(ctx, view, band, level, options, scale, tick) {
  const [left, right] = spanOf(view, band, level);
  const [y, half] = [band.y(level.row), halfOf(band, level)];
  const shape = /** @type {Point[]} */ ([
    [left - half, y],
    [left, y - half],
    [right, y - half],
    [right + half, y],
    [right, y + half],
    [left, y + half],
    [left - half, y],
  ]);
  ctx.save();
  fillShape(ctx, shape, tickOf(band, level, 0) <= tick ? band.light(level, 0) : 0, scale, options);
  ctx.restore();
  if (view.flow === FLOWS.order && half >= 5 && tickOf(band, level, 0) <= tick)
    writeTick(ctx, (left + right) / 2, y, band, level, 0, options);
}

/** @param {Band} band @param {Level} level @param {number} at */
export const tickOf = ({ticks}, {index}, at) => ticks[index][Math.min(at, ticks[index].length - 1)];

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Band} band @param {Level} level @param {number} at @param {Options} options */
function writeTick(ctx, x, y, band, level, at, {colours}) {
  const size = Math.min(11, 1.05 * band.half);
  ctx.font = `600 ${size}px ${SANS}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const late = band.light(level, at) > 0.45;
  ctx.fillStyle = late === colours.dark ? '#111' : '#fff';
  ctx.fillText(String(tickOf(band, level, at)), x, y + 0.5);
}

/** What is read, in both streams, and the answers. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
export function drawSymbols(ctx, view, band, options) {
  for (const level of band.net.levels) if (level.rule === 'read') drawRead(ctx, view, band, level, options);
  drawAnswers(ctx, view, band, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Level} level @param {Options} options */
function drawRead(ctx, view, band, level, options) {
  const {stream} = level;
  const symbols = symbolsOf(band, stream);
  const counted = !symbols.length;
  const {pitch} = view.axis;
  const size = counted ? 10 : Math.max(8, Math.min(13, 0.7 * pitch));
  const count = band.net.counts[stream];
  const wide = counted ? 0.62 * (String(count).length + 1) * size : 0;
  const written = new Set(writtenPlaces(count, pitch, wide, counted));
  if (view.flow === FLOWS.backwards) drawCounts(ctx, view, band, level, options);
  for (let at = 0; at < count; at++) {
    if (!isShown(view, band, level, at)) continue;
    const [x, y] = [xOf(view, band, level, at), band.y(0)];
    const lit = columnOf(view.axis, band.net, {stream, at}) === view.chosen.column;
    ctx.font = `${lit ? 700 : 400} ${size}px ${counted ? SANS : MONO}`;
    ctx.fillStyle = lit ? band.run.colour : options.colours.ink;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    if (counted ? written.has(at) || lit : true)
      ctx.fillText(counted ? String(at + 1) : cut(symbols[at] ?? '', Math.max(size, pitch - 2), size), x, y);
    else drawDot(ctx, x, y, 1.5);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function drawDot(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** Behind what is read: how much the answer depends on it. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Level} level @param {Options} options */
function drawCounts(ctx, view, band, level, {colours}) {
  const scale = colourScale('sequential', 0, 1, colours.dark);
  const shares = sharesOf(band, view.axis, band.answer);
  const most = Math.max(0, ...shares.filter(Number.isFinite));
  for (let at = 0; at < band.net.counts[level.stream]; at++) {
    const share = shares[columnOf(view.axis, band.net, {stream: level.stream, at})];
    if (!isShown(view, band, level, at) || !Number.isFinite(share)) continue;
    const wide = 0.84 * view.axis.pitch;
    ctx.fillStyle = scale(most > 0 ? bright(share / most) : 0);
    ctx.fillRect(xOf(view, band, level, at) - wide / 2, band.y(0) + 9, wide, 4);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
function drawAnswers(ctx, view, band, options) {
  const {example, run, net, answer} = band;
  example.answers.forEach((at, i) => {
    if (!view.axis.shown[columnOf(view.axis, net, {stream: 'input', at})]) return;
    const [x, y] = answerPoint(view, band, at);
    const lit = i === answer;
    const text = answerOf(band, at);
    const size = Math.max(8, Math.min(13, 0.7 * view.axis.pitch));
    ctx.fillStyle = ctx.strokeStyle = lit ? run.colour : options.colours.muted;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.font = `${lit ? 700 : 400} ${size}px ${MONO}`;
    if (text) ctx.fillText(cut(visible(text), Math.max(size, view.axis.pitch - 2), size), x, y);
    else drawDot(ctx, x, y, lit ? 4 : 2);
  });
}

/** Beside the rows: what they are. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {(level: Level | null) => string} called null: the answers @param {Options} options */
export function drawRowNames(ctx, view, band, called, options) {
  const {xs, pitch} = view.axis;
  const beside = view.axis.split > 0 && band.net.counts.source > 0;
  const write = (/** @type {string} */ text, /** @type {number} */ y, /** @type {boolean} */ right) => {
    pen(ctx, options.colours.muted, {size: 10});
    const room = right ? options.width - xs[xs.length - 1] - 0.5 * pitch - 14 : xs[0] - 0.5 * pitch - 10;
    ctx.textAlign = right ? 'left' : 'right';
    ctx.fillText(cut(text, room, 8.8), right ? options.width - room : room, y);
  };
  for (const level of band.net.levels) write(called(level), band.y(level.row), beside && level.stream === 'input');
  write(called(null), band.y(band.rows - 1), beside);
}
