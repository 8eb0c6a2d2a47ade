// Where does it look? Every head of every layer of every model as a small square, one of them large with the links from one symbol;
// and beside them, of all models, with attention or without, what each answer depends on by gradient: in the same frame and colours.
import {cellAt} from '../grid.js';
import {WHOSE} from '../compare/runs.js';
import {detailOf} from './detail.js';
import {drawAll} from './draw.js';
import {layout} from './layout.js';
import {bestInductionHead, firstWritten, surest, surestAt} from './mark.js';
import {areSame} from './links.js';
import {AT} from './stands_out.js';
import {mapsOf} from './maps.js';
import {columns, readMap, readRow, rowsOfTable, sentence} from './words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Saying} Saying */
/** @typedef {import('../compare/runs.js').Ask} Ask @typedef {import('../compare/runs.js').Place} Place @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./layout.js').Block} Block */

export const meta = {
  id: 'look',
  measure: 'influence',
  options: {},
  title: {key: 'compare.look.title'},
  how: [{key: 'compare.look.how'}, {key: 'compare.look.how_gradient'}, {key: 'compare.look.how_links'}],
  beside: [{measure: 'heads', options: {}}],
  taps: [
    'transformer.{layer}.attention',
    'transformer.{layer}.cross_attention',
    'transformer.encoder.{layer}.attention',
    'seq2seq.attention',
    'conv_seq2seq.{layer}.attention',
    'pervasive.alignment',
    'set_transformer.{layer}.attention',
    'set_transformer.{layer}.inducing.attention',
    'set_transformer.pooling.attention',
  ],
};

/** A cursor's column is a map, counted through all models; its row is the whole map, or from 1 on a place that looks. */

/** Of a head that is picked its products are asked for, too: heads are counted there as here. @param {Options} options @returns {Ask[]} */
export function asks({example = 0, picked}) {
  const main = [{measure: meta.measure, options: {example}}, ...meta.beside];
  if (!picked) return main;
  const place = picked.row > 0 ? {query: picked.row - 1} : {};
  return [...main, {measure: 'query_key', options: {example, head: picked.column, ...place}}];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, columns: maps, rows} = layout(runs, options);
  return {height, columns: maps, rows};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  drawAll(ctx, layout(runs, options), options);
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  for (const block of layout(runs, options).blocks) {
    const thumb = block.groups.flatMap(({thumbs}) => thumbs).find(({cells}) => isIn(cells, x, y));
    if (thumb) return {column: block.first + thumb.at, row: 0};
    const query = queryAt(block, x, y);
    if (block.large && query !== null) return {column: block.first + block.large.at, row: 1 + query};
  }
  return null;
}

/** @param {{x: number, y: number, width: number, height: number}} box @param {number} x @param {number} y */
const isIn = (box, x, y) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;

/** The place that looks, at a point of the large square or of the symbols below. @param {Block} block @param {number} x @param {number} y @returns {number | null} */
function queryAt({large, links}, x, y) {
  if (!large) return null;
  const {map, cells} = large;
  if (isIn(cells, x, y)) return cellAt(cells, x, y)?.row ?? null;
  if (!links || !isIn(links, x, y) || (!areSame(map) && y < links.y + links.height / 2)) return null;
  const place = Math.floor(((x - links.x) / links.width) * links.columns);
  return place < map.queries ? place : null;
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor */
function mapAt(runs, options, {column, row}) {
  const block = layout(runs, options).blocks.findLast(({first}) => first <= column);
  const map = block?.maps[column - block.first];
  return block && map ? {run: block.run, map, query: Math.min(map.queries, row) - 1} : null;
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, cursor) {
  const at = mapAt(runs, options, cursor);
  if (!at) return [];
  return [at.query < 0 ? readMap(at.run, at.map) : readRow(at.run, at.map, at.query, options)];
}

/**
 * "first_written": what is looked at when the first symbol is written, by the model that then looks most at one place; "surest": the place that gets
 * most of any look; "surest_at not": the same among those who look at that symbol; "best_induction_head": where it looks most
 * at what followed the same symbol. Nothing where that does not stand out.
 * @param {Run[]} runs @param {Options} options @param {string} selector @returns {import('../compare/runs.js').Mark | null}
 */
export function mark(runs, options, selector) {
  const at = selector.startsWith(AT) ? surestAt(selector.slice(AT.length)) : undefined;
  const select = at ?? {first_written: firstWritten, surest, best_induction_head: bestInductionHead}[selector];
  return select?.(layout(runs, options).blocks, options) ?? null;
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  return {
    found: runs.map((run) => sentence(run, mapsOf(run, options), options)),
    phenomenon: {key: 'compare.look.phenomenon'},
  };
}

/** @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const options = /** @type {Options} */ ({});
  return {columns: [...WHOSE, ...columns], rows: runs.flatMap((run) => rowsOfTable(run, mapsOf(run, options)))};
}

/** What is picked, taken apart; of one model alone. @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Detail | null} */
export function detail(runs, options) {
  const [block, other] = layout(runs, options).blocks;
  return block?.large && options.picked && !other ? detailOf(block, block.large, options) : null;
}

/** The place that looks. @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Place | null} */
export function place(runs, options, cursor) {
  const at = mapAt(runs, options, cursor);
  if (!at || at.query < 0 || at.map.rows.stream === null) return null;
  return {stream: at.map.rows.stream, index: at.query};
}

/** It looks, or it is looked at by the one that looks there most. @param {Run[]} runs @param {Options} options @param {Place} place @returns {Cursor | null} */
export function at(runs, options, {stream, index}) {
  const block = layout(runs, {...options, cursor: null}).blocks.find(({large}) => large);
  const large = block?.large;
  if (!block || !large) return null;
  const {map} = large;
  const column = block.first + large.at;
  if (map.rows.stream === stream) return index < map.queries ? {column, row: 1 + index} : null;
  if (map.columns.stream !== stream || index >= map.keys) return null;
  const shares = Array.from({length: map.queries}, (_, query) => map.share(query, index) || 0);
  return {column, row: 1 + shares.indexOf(Math.max(...shares))};
}
