// The products of query and key, a row for each of the keys with the highest scores, a column for each number of the vectors; at the
// right what a row adds up to, and the share that it comes to.
import {colourScale} from '../colour.js';
import {MONO, drawCells, fitted, largest, visible} from '../grid.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {namedMap, signed} from './apart.js';
import {placeOf} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Cells} Cells */

const [TITLE, ROW, KEYS, LEFT, RIGHT] = [24, 17, 6, 44, 118];
const WIDEST = 22;

/** @param {import('./apart.js').Apart} apart @param {{x: number, y: number, width: number}} place @returns {Cells} */
export function productsOf({keys, width: numbers}, {x, y, width}) {
  const rows = Math.min(KEYS, keys);
  const cell = Math.min(WIDEST, (width - LEFT - RIGHT) / numbers);
  return {x: x + LEFT, y: y + TITLE, width: cell * numbers, height: ROW * rows, columns: numbers, rows};
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Large} large @param {Options} options */
export function drawProducts(ctx, {run, apart, products: cells, x, width}, large, options) {
  if (!apart || !cells) return;
  const {colours, say} = options;
  const map = namedMap(run, large.map, apart, options);
  const from = map.rows.stream ? placeOf(map.rows, apart.from, options) : String(apart.from + 1);
  pen(ctx, colours.ink, {weight: 600});
  const title = say({key: apart.other ? 'compare.look.products_other' : 'compare.look.products', values: {from}});
  ctx.fillText(fitted(title, width - (cells.x - LEFT - x), 12), cells.x - LEFT, cells.y - TITLE + 9);
  const shown = apart.ranked.slice(0, cells.rows);
  const at = (/** @type {number} */ key, /** @type {number} */ i) => apart.products[key * apart.width + i];
  const most = largest(shown.flatMap((key) => Array.from({length: apart.width}, (_, i) => at(key, i))));
  const colour = colourScale('diverging', -most, most, colours.dark);
  drawCells(ctx, cells, (column, row) => colour(at(shown[row], column)));
  shown.forEach((key, row) => {
    const y = cells.y + (row + 0.5) * ROW;
    pen(ctx, row ? colours.muted : colours.ink, {size: 11});
    const sum = say({
      key: 'compare.look.adds_up',
      values: {score: signed(apart.score[key]), share: percent(apart.weight[key])},
    });
    ctx.fillText(fitted(sum, RIGHT - 10, 9), cells.x + cells.width + 8, y);
    if (map.columns.names) ctx.font = `${row ? 400 : 700} 12px ${MONO}`;
    ctx.textAlign = 'right';
    ctx.fillText(fitted(visible(map.columns.names?.[key] ?? String(key + 1)), LEFT - 8, 10), cells.x - 8, y);
  });
}
