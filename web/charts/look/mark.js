// The spot of a square that a chapter wants seen.
import {percent} from '../compare/numbers.js';
import {isHead} from './maps.js';
import {rowOf, strongest} from './stands_out.js';
import {placeOf} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {{run: Block['run'], first: number, large: Large, query: number, key: number, share: number}} Spot */

/** What is looked at is marked only where it gets a third of the look, and so many times what looking everywhere alike would give. */
const [LEAST, ABOVE] = [1 / 3, 3];

/** @param {Block[]} blocks @param {Options} options @returns {import('../compare/runs.js').Mark | null} */
export function firstWritten(blocks, options) {
  const spots = blocks.flatMap(spotOf).filter(({share, large}) => share >= Math.max(LEAST, ABOVE / large.map.keys));
  if (!spots.length) return null;
  const {run, first, large, query, key, share} = spots.reduce((most, one) => (one.share > most.share ? one : most));
  const {cells, map, at} = large;
  const values = {name: run.name, place: placeOf(map.columns, key, options), share: percent(share)};
  return {
    column: first + at,
    row: 1 + query,
    x: cells.x + ((key + 0.5) * cells.width) / cells.columns,
    y: cells.y + ((query + 0.5) * cells.height) / cells.rows,
    label: percent(share),
    words: {key: 'compare.look.mark', values},
  };
}

/** Where the first row of a head goes of which anything is asked. @param {Block} block @returns {Spot[]} */
function spotOf({run, first, large}) {
  if (!large || !isHead(large.map)) return [];
  const {map} = large;
  const query = Array.from({length: map.queries}, (_, i) => i).find((i) => !Number.isNaN(rowOf(map, i)[0])) ?? -1;
  const [best] = query < 0 ? [] : strongest(map, query, 1);
  return best ? [{run, first, large, query, ...best}] : [];
}
