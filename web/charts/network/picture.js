// How does it get from what it reads to an answer? Every model unrolled: time to the right, layers upward, each box with what it
// is made of, and the shortest way from one position to an answer lit and counted.
import {pen} from '../compare/plot.js';
import {columnNear, columnOf, placeAt} from './axis.js';
import {drawArrow, drawBoxes, drawLinks, drawRowNames, drawSymbols, trace} from './drawing.js';
import {NAME, bandAt, isNarrow, layoutOf, levelIn, tickAt} from './layout.js';
import {lineInto, linksRound, litWay, sourcesOf} from './links.js';
import {nameOf, rowName} from './words.js';
import {FLOWS} from './values.js';

export {describe} from './sentences.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Cursor} Cursor */
/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band */

export const meta = {
  id: 'network',
  measure: 'anatomy',
  options: {time: false},
  beside: [
    {measure: 'influence', options: {}},
    {measure: 'reach', options: {}},
  ],
  taps: [
    'rnn.{layer}.hidden',
    'gru.{layer}.hidden',
    'gru.{layer}.gates',
    'lstm.{layer}.hidden',
    'lstm.{layer}.cell',
    'lstm.{layer}.gates',
    'state_space.{layer}.hidden',
    'conv.{layer}.hidden',
    'seq2seq.attention',
    'seq2seq.encoder.{layer}.hidden',
    'seq2seq.decoder.{layer}.hidden',
    'conv_seq2seq.{layer}.attention',
    'pervasive.alignment',
    'transformer.{layer}.attention',
    'transformer.{layer}.cross_attention',
    'transformer.encoder.{layer}.attention',
    'set_transformer.{layer}.attention',
    'set_transformer.{layer}.inducing.attention',
    'set_transformer.pooling.attention',
    'probabilities',
  ],
  title: {key: 'compare.network_title'},
  how: [{key: 'compare.network_how'}, {key: 'compare.network_how_light'}, {key: 'compare.network_how_pick'}],
};

/** What depends on the example that all read. @param {Options} options */
export function asks({example = 0}) {
  return [
    {measure: 'anatomy', options: {time: false}},
    {measure: 'influence', options: {example}},
    {measure: 'reach', options: {}},
  ];
}

const CONTROL = {
  name: 'flow',
  title: {key: 'compare.network_flow'},
  choices: Object.entries(FLOWS).map(([name, value]) => ({value, title: {key: `compare.network_flow_${name}`}})),
};

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {axis, rows, height} = layoutOf(runs, options);
  return {height, columns: axis.columns, rows, controls: [CONTROL]};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layoutOf(runs, options);
  const tick = options.cursor && view.flow === FLOWS.order ? tickAt(view, options.cursor.column) : Infinity;
  for (const band of view.bands) {
    if (options.cursor) drawColumn(ctx, view, band, options.cursor.column, options);
    drawLinks(ctx, view, band, options);
    drawBoxes(ctx, view, band, options, tick);
    if (!options.unlit) drawWay(ctx, view, band, options);
    drawSymbols(ctx, view, band, options);
    drawName(ctx, view, band, options);
    if (!isNarrow(options) && view.axis.columns)
      drawRowNames(ctx, view, band, (level) => options.say(rowName(level)), options);
    drawGaps(ctx, view, band, options);
  }
  if (options.picked) drawPicked(ctx, view, options.picked, options);
  if (options.cursor) drawMade(ctx, view, options.cursor, options);
}

/** @param {View} view @param {Cursor} cursor the box there, if there is one */
function boxAt(view, {column, row}) {
  const here = bandAt(view, row);
  const place = here && placeAt(view.axis, here.band.net, column);
  const level = place && levelIn(here.band, place.stream, here.row);
  if (!here || !level || level.rule === 'read') return null;
  return {band: here.band, level, at: level.rule === 'gather' ? 0 : place.at, column};
}

/** A ring round the box that is taken apart below. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Cursor} picked @param {Options} options */
function drawPicked(ctx, view, picked, {colours}) {
  const box = boxAt(view, picked);
  if (!box || !view.axis.shown[picked.column]) return;
  const half = box.band.half + 3;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(view.axis.xs[picked.column] - half, box.band.y(box.level.row) - half, 2 * half, 2 * half);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {number} column @param {Options} options */
function drawColumn(ctx, {axis}, {top, bottom}, column, {colours}) {
  if (!axis.shown[column]) return;
  ctx.save();
  ctx.globalAlpha = 0.07;
  ctx.fillStyle = colours.ink;
  ctx.fillRect(axis.xs[column] - axis.pitch / 2, top + NAME, axis.pitch, bottom - top - NAME);
  ctx.restore();
}

/** The way that is lit, set off from what lies below it; what is no connection is dotted. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
function drawWay(ctx, view, band, options) {
  const pieces = litWay(view, band).pieces.filter(({points}) => points.length > 1);
  ctx.save();
  ctx.lineJoin = 'round';
  [ctx.strokeStyle, ctx.globalAlpha, ctx.lineWidth] = [options.colours.paper, 0.75, 4.5];
  ctx.beginPath();
  for (const {points, counts} of pieces) if (counts && points.length > 2) trace(ctx, points); // what crosses others
  ctx.stroke();
  ctx.lineCap = 'round';
  ctx.strokeStyle = ctx.fillStyle = band.run.colour;
  ctx.globalAlpha = 1;
  for (const {points, counts} of pieces) drawPiece(ctx, points, counts, band);
  ctx.setLineDash([]);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {import('./links.js').Point[]} points @param {boolean} counts @param {Band} band */
function drawPiece(ctx, points, counts, band) {
  ctx.lineWidth = counts ? 2.5 : 1.75;
  ctx.setLineDash(counts ? [] : [0.5, 4]);
  if (counts) return drawArrow(ctx, points, Math.max(1.2 * band.half, 6));
  ctx.beginPath();
  trace(ctx, points);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
function drawName(ctx, view, band, options) {
  const {run, top} = band;
  const {colours} = options;
  const y = top + NAME / 2;
  pen(ctx, run.colour, {weight: 600});
  const way = litWay(view, band);
  const {name, step, count} = nameOf(view, band, way.count, options);
  ctx.fillText(name, 0, y);
  let x = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, x, y);
  x += ctx.measureText(`${step}   `).width;
  pen(ctx, colours.ink, {weight: 600});
  if (!count || x + 0.58 * 12 * count.length > options.width) return;
  ctx.fillText(count, x, y);
  if (way.pieces.some((piece) => !piece.counts)) drawDotted(ctx, x + ctx.measureText(`${count}   `).width, y, options);
}

/** What is dotted of the way, where there is room for it. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Options} options */
function drawDotted(ctx, x, y, options) {
  pen(ctx, options.colours.muted, {size: 11});
  const text = options.say({key: 'compare.network_count_dotted'});
  if (x + ctx.measureText(text).width <= options.width) ctx.fillText(text, x, y);
}

/** Where columns are hidden. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Band} band @param {Options} options */
function drawGaps(ctx, {axis}, band, {colours}) {
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'center';
  for (const {x} of axis.gaps) ctx.fillText('…', x, band.y(0));
}

/** What the box under the cursor is made of. @param {CanvasRenderingContext2D} ctx @param {View} view @param {Cursor} cursor @param {Options} options */
function drawMade(ctx, view, cursor, {colours}) {
  const box = boxAt(view, cursor);
  if (!box) return;
  const {band, level, at} = box;
  const lines = [
    ...sourcesOf(band, level, at).map((source) => lineInto(view, band, source, level, at)),
    ...(level.rule === 'gather' ? [] : linksRound(view, band, level, at)),
  ];
  ctx.save();
  ctx.strokeStyle = colours.ink;
  ctx.globalAlpha = 0.8;
  ctx.lineWidth = 1.25;
  for (const line of lines) {
    if (line.length < 2) continue;
    ctx.beginPath();
    trace(ctx, line);
    ctx.stroke();
  }
  ctx.restore();
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {axis, bands} = layoutOf(runs, options);
  const column = columnNear(axis, x);
  const band = bands.find(({top, bottom}) => y >= top + NAME / 2 && y <= bottom + 2);
  if (column < 0 || !band) return null;
  const away = Array.from({length: band.rows}, (_, row) => Math.abs(y - band.y(row)));
  const row = away.indexOf(Math.min(...away));
  return {column, row: band.first + band.rows - 1 - row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor */
export function place(runs, options, {column, row}) {
  const view = layoutOf(runs, options);
  const here = bandAt(view, row);
  const found = here && placeAt(view.axis, here.band.net, column);
  return found && {stream: found.stream, index: found.at};
}

/** @param {Run[]} runs @param {Options} options @param {{stream: 'input' | 'source', index: number}} place @returns {Cursor | null} */
export function at(runs, options, {stream, index}) {
  const {axis, bands} = layoutOf(runs, options);
  const band = bands.find(({net}) => index < net.counts[stream]);
  return band ? {column: columnOf(axis, band.net, {stream, at: index}), row: band.first + band.rows - 1} : null;
}
