// Which head stands at a place of the picture of heads, for whoever is to find one.
import {layout} from './layout.js';
import {isHead} from './maps.js';

/** @param {import('../compare/runs.js').Run[]} runs @param {import('../compare/runs.js').Options} options @param {import('../grid.js').Cursor} cursor
 *  @returns {{layer: number, head: number} | null} both from 0; null: what stands there is no head */
export function headAt(runs, options, {column}) {
  const block = layout(runs, {...options, width: options.width || 320}).blocks.findLast(({first}) => first <= column);
  const map = block?.maps[column - block.first];
  return map && isHead(map) ? {layer: map.layer, head: map.head} : null;
}
