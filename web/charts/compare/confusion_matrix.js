// A matrix a model: downward what was asked, to the right what was answered, the colour how often. Right answers are framed.
import {colourScale} from '../colour.js';
import {END, MONO, SANS, drawCells, fitted, visible} from '../grid.js';
import {fittedName} from '../short_name.js';
import {pen} from './plot.js';
import {OTHERS, confusedMost, shareOf, symbolsOf} from './confusion_scores.js';

/** @typedef {import('./confusion_scores.js').Confusion} Confusion @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options */
/** @typedef {import('../grid.js').Cells} Cells @typedef {{symbols: number[], names: string[], maps: Cells[], bottom: number}} Matrices */

const [NAME, TITLE, GAP, AXIS, TYPE] = [20, 16, 20, 34, 11];
const [LEAST, WIDEST, WIDEST_ALONE] = [200, 400, 520];
/** Of a name beside a row. */
const [NARROWEST, BROADEST] = [16, 64];

/** A symbol as it is written on an axis: the others have a name of the reader's language. @param {number} symbol @param {string} name @param {Options} options */
function written(symbol, name, {say}) {
  if (symbol === OTHERS) return say({key: 'compare.confusion.others_short'});
  return name === END ? say({key: 'compare.end'}) : visible(name);
}

/** Wide enough for the longest name. @param {string[]} names */
const sideOf = (names) =>
  Math.min(BROADEST, Math.max(NARROWEST, 8 + 0.62 * TYPE * Math.max(1, ...names.map((name) => [...name].length))));

/**
 * Side by side as far as there is room, all of the same size and with the same symbols.
 * @param {Confusion[]} all @param {Options} options @returns {Matrices}
 */
export function matricesIn(all, options) {
  const symbols = symbolsOf(all);
  const named = (/** @type {number} */ symbol) => all.find(({names}) => names.has(symbol))?.names.get(symbol) ?? '';
  const names = symbols.map((symbol) => written(symbol, named(symbol), options));
  const side = sideOf(names);
  const most = Math.max(1, Math.floor((options.width + GAP) / (LEAST + side + GAP)));
  const across = Math.ceil(all.length / Math.ceil(all.length / most)) || 1;
  const room = (options.width - (across - 1) * GAP) / across - side - 1;
  const wide = Math.min(options.large || all.length === 1 ? WIDEST_ALONE : WIDEST, room);
  const each = NAME + TITLE + wide + AXIS;
  const maps = all.map((_, i) => ({
    x: side + (i % across) * (wide + side + GAP),
    y: NAME + TITLE + Math.floor(i / across) * (each + GAP),
    ...{width: wide, height: wide, columns: symbols.length, rows: symbols.length},
  }));
  const bottom = Math.ceil(all.length / across) * (each + GAP) - GAP;
  return {symbols, names, maps, bottom: Math.max(0, bottom)};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run} run @param {Confusion} confusion @param {Cells} cells @param {Matrices} of @param {Options} options */
export function drawMatrix(ctx, run, confusion, cells, of, options) {
  const {symbols, names} = of;
  const {colours} = options;
  drawName(ctx, run, cells, sideOf(names), options);
  if (!symbols.length) return;
  const colour = colourScale('sequential', 0, 1, colours.dark);
  drawCells(ctx, cells, (column, row) => colour(shareOf(confusion, symbols[row], symbols[column]) || 0));
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1;
  ctx.strokeRect(cells.x + 0.5, cells.y + 0.5, cells.width - 1, cells.height - 1);
  symbols.forEach((symbol, i) => symbol !== OTHERS && frame(ctx, cells, i, i, colours.muted, 1));
  const most = confusedMost(confusion);
  if (most) frame(ctx, cells, symbols.indexOf(most.answered), symbols.indexOf(most.asked), run.colour, 2);
  drawAxes(ctx, cells, of, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Run} run @param {Cells} cells @param {number} side @param {Options} options */
function drawName(ctx, {name, colour, found}, {x, y, width}, side, {colours, say}) {
  const middle = y - TITLE - NAME / 2;
  const step = say({key: 'compare.at_step', values: {step: found.step}});
  pen(ctx, colour, {weight: 600});
  const shown = fittedName(name, width + side - 7 * (step.length + 2), 11);
  ctx.fillText(shown, x - side, middle);
  const after = ctx.measureText(`${shown}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, x - side + after, middle);
  pen(ctx, colours.muted, {size: TYPE});
  ctx.fillText(say({key: 'compare.confusion.asked'}), x - side, y - TITLE / 2);
}

/** @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {number} column @param {number} row @param {string} ink @param {number} thick */
function frame(ctx, {x, y, width, height, columns, rows}, column, row, ink, thick) {
  const [left, top] = [Math.round(x + (column * width) / columns), Math.round(y + (row * height) / rows)];
  const [right, bottom] = [
    Math.round(x + ((column + 1) * width) / columns),
    Math.round(y + ((row + 1) * height) / rows),
  ];
  ctx.strokeStyle = ink;
  ctx.lineWidth = thick;
  const inset = thick / 2;
  ctx.strokeRect(left + inset, top + inset, right - left - thick, bottom - top - thick);
}

/** Every so many names, so that each can be read; the first among them. @param {number} pitch of the cells @param {number} need pixels of a name */
const everyOf = (pitch, need) => Math.max(1, Math.ceil(need / pitch));

/** @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {Pick<Matrices, 'symbols' | 'names'>} of @param {Options} options */
function drawAxes(ctx, cells, {symbols, names}, {colours, say}) {
  const {x, y, width, height, columns} = cells;
  const pitch = width / columns;
  const down = everyOf(pitch, 11);
  names.forEach((name, i) => {
    if (i % down) return;
    namePen(ctx, name, colours.muted, 'right');
    ctx.fillText(fitted(name, Math.min(x, BROADEST), TYPE), x - 4, y + (i + 0.5) * pitch);
  });
  const own = names.filter((_, i) => symbols[i] !== OTHERS);
  const along = everyOf(pitch, Math.min(34, 3 + 0.55 * TYPE * Math.max(1, ...own.map((name) => [...name].length))));
  const room = along * pitch - 2;
  names.forEach((name, i) => {
    if (i % along) return;
    const short = symbols[i] === OTHERS && fitted(name, room, TYPE) !== name ? '…' : fitted(name, room, TYPE);
    namePen(ctx, short, colours.muted, 'center');
    ctx.fillText(short, Math.min(x + (i + 0.5) * pitch, x + width - 3 * [...short].length), y + height + 9);
  });
  pen(ctx, colours.muted, {size: TYPE});
  ctx.textAlign = 'right';
  ctx.fillText(say({key: 'compare.confusion.answered'}), x + width, y + height + 25);
  ctx.textAlign = 'left';
}

/** Symbols are written as in a text, words as words. @param {CanvasRenderingContext2D} ctx @param {string} name @param {string} ink @param {CanvasTextAlign} align */
function namePen(ctx, name, ink, align) {
  ctx.font = `400 ${TYPE}px ${[...name].length > 2 ? SANS : MONO}`;
  ctx.fillStyle = ink;
  ctx.textBaseline = 'middle';
  ctx.textAlign = align;
}
