// The spot of a square that a chapter wants seen.
import {percent} from '../compare/numbers.js';
import {isHead} from './maps.js';
import {isNamed, rowOf, strongest} from './stands_out.js';
import {placeOf} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {{run: Block['run'], first: number, large: Large, query: number, key: number, share: number}} Spot */

/** What is looked at is marked only where it gets a third of the look, and so many times what looking everywhere alike would give. */
const [LEAST, ABOVE] = [1 / 3, 3];

/** @param {Block[]} blocks @param {Options} options @returns {import('../compare/runs.js').Mark | null} */
export function firstWritten(blocks, options) {
  return marked(blocks.flatMap(firstSpot), options, 'compare.look.mark');
}

/** The row of any of them that looks most at one place. @param {Block[]} blocks @param {Options} options @returns {import('../compare/runs.js').Mark | null} */
export function surest(blocks, options) {
  return marked(blocks.flatMap(spotsOf), options, 'compare.look.mark_row');
}

/** The row of any of them that looks most at one symbol, wherever that stands: "surest_at not". @param {string} symbol */
export const surestAt = (symbol) => (/** @type {Block[]} */ blocks, /** @type {Options} */ options) =>
  marked(
    blocks.flatMap(spotsOf).filter(({large, key}) => large.map.columns.names?.[key] === symbol),
    options,
    'compare.look.mark_row',
  );

/** Of all heads drawn that are named after it the one with the highest induction score, where it looks most at what followed the same symbol.
 *  @param {Block[]} blocks @param {Options} options @returns {import('../compare/runs.js').Mark | null} */
export function bestInductionHead(blocks, options) {
  const scoreOf = (/** @type {Block} */ {large}) => large?.map.scores.induction ?? NaN;
  const heads = blocks.filter(({large}) => large && isHead(large.map) && isNamed(large.map, 'induction'));
  const [best] = heads.sort((a, b) => scoreOf(b) - scoreOf(a));
  if (!best) return null;
  const mark = marked(spotsOf(best).filter(isInduction), options, 'compare.look.mark_induction');
  return mark && {...mark, words: {...mark.words, values: {...mark.words.values, score: percent(scoreOf(best))}}};
}

/** Whether what stood before the place that is looked at is what stands at the one that looks, and something is asked there. @param {Spot} spot */
function isInduction({run, large: {map}, query, key}) {
  const symbols = map.columns.names;
  if (run.look?.asked && run.look.asked[query] === null) return false;
  return symbols !== null && key > 0 && key <= query && symbols[key - 1] === symbols[query];
}

/** The one with most, if that stands out. @param {Spot[]} spots @param {Options} options @param {string} key */
function marked(spots, options, key) {
  const bold = spots.filter(({share, large}) => share >= Math.max(LEAST, ABOVE / large.map.keys));
  if (!bold.length) return null;
  const {
    run,
    first,
    large,
    query,
    key: seen,
    share,
  } = bold.reduce((most, one) => (one.share > most.share ? one : most));
  const {cells, map, at} = large;
  const [row, place] = [placeOf(map.rows, query, options), placeOf(map.columns, seen, options)];
  return {
    column: first + at,
    row: 1 + query,
    x: cells.x + ((seen + 0.5) * cells.width) / cells.columns,
    y: cells.y + ((query + 0.5) * cells.height) / cells.rows,
    label: percent(share),
    words: {key, values: {name: run.name, row, place, share: percent(share)}},
  };
}

/** Where the first row of a head goes of which anything is asked. @param {Block} block @returns {Spot[]} */
const firstSpot = (block) => spotsOf(block).slice(0, 1);

/** Where each row of a head goes of which anything is asked. @param {Block} block @returns {Spot[]} */
function spotsOf({run, first, large}) {
  if (!large || !isHead(large.map)) return [];
  const {map} = large;
  const asked = Array.from({length: map.queries}, (_, i) => i).filter((i) => !Number.isNaN(rowOf(map, i)[0]));
  return asked.flatMap((query) => strongest(map, query, 1).map((best) => ({run, first, large, query, ...best})));
}
