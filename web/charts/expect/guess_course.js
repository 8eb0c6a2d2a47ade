// What a model expected at one place, over training: a line a symbol, a column a step that was measured, and at the right how
// probable each is now.
import {colourScale} from '../colour.js';
import {MONO, SANS, drawCells, fitted, visible} from '../grid.js';
import {layerSaying} from '../layer_names.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {HEAT, SYMBOLS, panelParts} from './expect_layout.js';
import {symbolsOver, truthOf} from './expectations.js';

/** @typedef {import('./expect_layout.js').Options} Options @typedef {import('./expect_layout.js').Block} Block */
/** @typedef {ReturnType<typeof import('./expect_layout.js').layout>} View */

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {View} view @param {Options} options */
export function drawCourse(ctx, block, {chosen, answers}, options) {
  const {panel, course, naming, layer, run, first, lens} = block;
  const {colours, say, cursor} = options;
  if (chosen.answer >= lens.at.length) return;
  const lines = symbolsOver(course, layer, chosen.answer, SYMBOLS, truthOf(naming, chosen.answer));
  const parts = panelParts(panel, course.length);
  const own = layer === lens.layers.length - 1;
  const values = {place: String(chosen.answer + 1)};
  const after = {key: 'compare.expect.panel_layer', values: {...values, layer: layerSaying(lens.layers[layer])}};
  const title = own ? {key: 'compare.expect.panel', values} : after;
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(fitted(say(title), panel.width, 9), panel.x, panel.y + 9);
  const colour = colourScale('sequential', 0, 1, colours.dark);
  const cells = {...parts.cells, height: lines.length * HEAT, columns: course.length, rows: lines.length};
  if (lines.length) drawCells(ctx, cells, (column, line) => colour(lines[line].p[column]));
  const shown = course.indexOf(lens);
  lines.forEach(({symbol, right, p}, line) => {
    const y = cells.y + (line + 0.5) * HEAT;
    drawName(ctx, lens.names[symbol] ?? '', {x: panel.x, y, room: panel.left - 8, right}, options);
    const value = p[shown];
    ctx.fillStyle = run.colour;
    ctx.fillRect(parts.bars.x, y - 4, Math.max(0.5, (parts.bars.width - 40) * value), 8);
    pen(ctx, right ? colours.ink : colours.muted, {size: 11, weight: right ? 600 : 400});
    ctx.fillText(say(percent(value)), parts.bars.x + (parts.bars.width - 40) * value + 5, y);
  });
  drawSteps(ctx, block, cells, options);
  const column = (cursor?.column ?? -1) - answers;
  const here = cursor && cursor.row >= first && cursor.row < first + lens.layers.length;
  if (here && column >= 0 && column < course.length) outline(ctx, cells, parts.pitch, column, colours.ink);
  else if (course.length > 1) outline(ctx, cells, parts.pitch, shown, run.colour);
}

/** What is right is bold and has a mark before it. @param {CanvasRenderingContext2D} ctx @param {string} name @param {{x: number, y: number, room: number, right: boolean}} where @param {Options} options */
function drawName(ctx, name, {x, y, room, right}, {colours}) {
  const word = [...name].length > 2;
  ctx.font = `${right ? 700 : 400} ${word ? 11 : 13}px ${word ? SANS : MONO}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = right ? colours.ink : colours.muted;
  ctx.fillText(word ? fitted(name, room, 9.5) : visible(name), x + room, y + 0.5);
  ctx.textAlign = 'left';
  if (right) ctx.fillRect(x + room + 2, y - 5, 2, 10);
}

/** The first step and the last below. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {import('../grid.js').Cells} cells @param {Options} options */
function drawSteps(ctx, {course, panel}, cells, {colours, say}) {
  pen(ctx, colours.muted, {size: 10});
  const y = cells.y + SYMBOLS * HEAT + 9;
  const first = say({key: 'compare.at_step', values: {step: course[0].step}});
  ctx.fillText(first, cells.x, y);
  if (course.length < 2) return;
  const last = String(course[course.length - 1].step);
  const [from, wide] = [ctx.measureText(`${first}  `).width, ctx.measureText(last).width];
  ctx.fillText(last, Math.min(panel.x + panel.width - wide, Math.max(cells.x + from, cells.x + cells.width - wide)), y);
}

/** @param {CanvasRenderingContext2D} ctx @param {import('../grid.js').Cells} cells @param {number} pitch @param {number} column @param {string} ink */
function outline(ctx, cells, pitch, column, ink) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(cells.x + column * pitch + 0.5, cells.y - 0.5, Math.max(2, pitch - 1), cells.height + 1);
}
