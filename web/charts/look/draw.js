// Draws the squares, the large one, and the scale that all of them share.
import {nameColumns, nameRows, writtenColumns} from '../alignment.js';
import {colourScale} from '../colour.js';
import {drawCells, fitted} from '../grid.js';
import {called} from '../places.js';
import {fittedName} from '../short_name.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {LABEL, NAME} from './layout.js';
import {drawLinks} from './links.js';
import {isHead} from './maps.js';
import {cliffOf, isPointed, nameOfHead, rowOf} from './stands_out.js';
import {drawProducts} from './products.js';
import {groupTitle, largeTitle} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Thumb} Thumb @typedef {import('./layout.js').Large} Large */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../grid.js').Cells} Cells */

/** @param {CanvasRenderingContext2D} ctx @param {{blocks: Block[], height: number}} view @param {Options} options */
export function drawAll(ctx, {blocks, height}, options) {
  for (const block of blocks) {
    drawName(ctx, block, options);
    for (const group of block.groups) {
      pen(ctx, options.colours.muted, {size: 11});
      ctx.fillText(fitted(options.say(groupTitle(group.of)), group.width, 9), group.x, group.y + LABEL / 2);
      for (const thumb of group.thumbs) drawThumb(ctx, block, thumb, options);
    }
    if (block.large) drawLarge(ctx, block.large, options);
    if (block.large && block.links) drawLinks(ctx, block, block.large, block.links, options);
    if (block.large) drawProducts(ctx, block, block.large, options);
  }
  if (blocks.some(({large}) => large)) drawScale(ctx, height, options);
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawName(ctx, {run, large, x, y, width}, {colours, say}) {
  pen(ctx, run.colour, {weight: 600});
  const step = say({key: 'compare.at_step', values: {step: large?.map.step ?? run.found.step}});
  const beside = width - 0.56 * 12 * (step.length + 2);
  const whole = fittedName(run.name, beside, 11) === run.name; // what tells it apart goes before its step
  const name = fittedName(run.name, whole ? beside : width, 11);
  ctx.fillText(name, x, y + 9);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  if (whole) ctx.fillText(step, x + after, y + 9);
  if (!large) ctx.fillText(fitted(say({key: 'compare.look.nothing_drawn'}), width, 9), x, y + NAME + LABEL / 2);
}

/** Shares are shown on a square-root scale, or everything but the strongest would vanish. @param {CanvasRenderingContext2D} ctx @param {LookMap} map @param {Cells} cells @param {Options} options */
function drawShares(ctx, map, cells, {colours}) {
  const colour = colourScale('sequential', 0, 1, colours.dark);
  drawCells(ctx, cells, (key, query) =>
    colour(map.blind(query, key) ? 0 : Math.sqrt(Math.max(0, map.share(query, key) || 0))),
  );
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Thumb} thumb @param {Options} options */
function drawThumb(ctx, block, {map, at, cells}, options) {
  const {colours, cursor} = options;
  drawShares(ctx, map, cells, options);
  const shown = block.large?.at === at;
  const under = cursor?.row === 0 && cursor.column === block.first + at;
  ctx.strokeStyle = shown ? block.run.colour : under ? colours.ink : colours.line;
  ctx.lineWidth = shown ? 2 : 1;
  ctx.strokeRect(
    Math.round(cells.x) - 0.5,
    Math.round(cells.y) - 0.5,
    Math.round(cells.width) + 1,
    Math.round(cells.height) + 1,
  );
  if (isHead(map)) drawOut(ctx, map, cells, options);
}

/** Below a square: what stands out. @param {CanvasRenderingContext2D} ctx @param {LookMap} map @param {Cells} cells @param {Options} options */
function drawOut(ctx, map, {x, y, width, height}, {colours, say}) {
  const named = nameOfHead(map);
  const word = named?.score ?? (isPointed(map) ? 'pointed' : null);
  if (!word) return;
  pen(ctx, named ? colours.ink : colours.muted, {size: 10});
  ctx.fillText(fitted(say({key: `compare.look.${word}`}), Math.max(width, 50), 8.2), x, y + height + 8);
  if (named) ctx.fillText(say(percent(named.value)), x, y + height + 19);
}

/** @param {CanvasRenderingContext2D} ctx @param {Large} large @param {Options} options */
function drawLarge(ctx, large, options) {
  const {map, cells, words, query, y} = large;
  const {colours, say} = options;
  pen(ctx, colours.ink, {weight: 600});
  const title = options.brief ? groupTitle([map]) : largeTitle(large);
  const text = fitted(say(title), large.width, 12);
  ctx.fillText(text, large.x, y + LABEL / 2);
  drawWritten(ctx, large, ctx.measureText(`${text}   `).width, options);
  drawShares(ctx, map, cells, options);
  drawEdges(ctx, map, cells, options);
  drawCliff(ctx, map, cells, options);
  const view = {...options, symbols: [], cursor: {row: query, column: -1}};
  const [rows, columns] = [map.rows.names, map.columns.names];
  nameColumns(ctx, {cells, words: words && columns !== null}, columns ?? [], view, !columns);
  if (map.queries > 1) nameRows(ctx, {cells}, rows ?? [], view, !rows);
  if (!options.brief || large.pointed) drawRow(ctx, cells, query, colours.ink);
}

/** Behind the title: that not every place is named beside the square, where there is no room for all. @param {CanvasRenderingContext2D} ctx @param {Large} large @param {number} after @param {Options} options */
function drawWritten(ctx, {map: {columns}, cells, x, y, width}, after, options) {
  const step = columns.names && columns.stream ? writtenColumns(cells, false)[1] : 1;
  if (!columns.stream || !(step > 1)) return;
  pen(ctx, options.colours.muted, {size: 11});
  const text = options.say({key: 'compare.look.written', values: {kind: called(options, columns.stream, 2), step}});
  if (after + ctx.measureText(text).width <= width) ctx.fillText(text, x + after, y + LABEL / 2);
}

/** Round the place whose links are drawn, or that is read. @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {number} query @param {string} ink */
function drawRow(ctx, cells, query, ink) {
  const pitch = cells.height / cells.rows;
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(
    cells.x - 0.5,
    Math.round(cells.y + query * pitch) - 0.5,
    cells.width + 1,
    Math.max(2, Math.round(pitch)) + 1,
  );
}

/** Between what can be seen and what cannot: thin along the future, strong along a cliff. @param {CanvasRenderingContext2D} ctx @param {LookMap} map @param {Cells} cells @param {Options} options */
function drawEdges(ctx, map, cells, {colours}) {
  const [wide, tall] = [cells.width / cells.columns, cells.height / cells.rows];
  const blind = (/** @type {number} */ query, /** @type {number} */ key) => map.blind(query, key);
  const edge = (
    /** @type {boolean} */ past,
    /** @type {[number, number]} */ from,
    /** @type {[number, number]} */ to,
  ) => {
    ctx.strokeStyle = past ? colours.ink : colours.line;
    ctx.lineWidth = past ? 2 : 1;
    ctx.beginPath();
    ctx.moveTo(cells.x + from[0] * wide, cells.y + from[1] * tall);
    ctx.lineTo(cells.x + to[0] * wide, cells.y + to[1] * tall);
    ctx.stroke();
  };
  for (let query = 0; query < map.queries; query++)
    for (let key = 0; key < map.keys; key++) {
      const here = blind(query, key);
      const past = key <= query && map.rows.stream === map.columns.stream;
      if (key + 1 < map.keys && here !== blind(query, key + 1))
        edge(past && here, [key + 1, query], [key + 1, query + 1]);
      const below =
        query + 1 < map.queries && !Number.isNaN(map.share(query, key)) && !Number.isNaN(map.share(query + 1, key));
      if (below && here !== blind(query + 1, key)) edge(past && !here, [key, query + 1], [key + 1, query + 1]);
    }
}

/** In the corner that is too far back, where there is room. @param {CanvasRenderingContext2D} ctx @param {LookMap} map @param {Cells} cells @param {Options} options */
function drawCliff(ctx, map, cells, {colours, say}) {
  if (cliffOf(map) === null) return;
  const beyond = rowOf(map, map.queries - 1).findIndex((_, key) => !map.blind(map.queries - 1, key));
  const text = say({key: 'compare.look.beyond'});
  pen(ctx, colours.muted, {size: 11});
  if ((beyond * cells.width) / cells.columns > 6.5 * text.length)
    ctx.fillText(text, cells.x + 6, cells.y + cells.height - 11);
}

/** What the colours mean, once for all. @param {CanvasRenderingContext2D} ctx @param {number} height @param {Options} options */
function drawScale(ctx, height, {colours, say, width}) {
  const colour = colourScale('sequential', 0, 1, colours.dark);
  const [long, y] = [Math.min(120, width / 3), height - 14];
  const cells = {x: 0, y: y - 5, width: long, height: 10, columns: 48, rows: 1};
  drawCells(ctx, cells, (column) => colour((column + 0.5) / 48));
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(fitted(say({key: 'compare.look.scale'}), width - long - 8, 9.5), long + 8, y);
}
