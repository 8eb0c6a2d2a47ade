// q . k of one head from one place, as the measure query_key found it (engine/measures/query_key.cpp).
import {arrayOf} from '../compare/runs.js';
import {isHead} from './maps.js';
import {isOfAnotherText, namesOfAnswers, namesOfInputs} from './names.js';

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Measured} Measured */
/**
 * From one place: products of query and key by key and dimension, their sums, and the shares that these come to. ranked: keys, the
 * highest score first; other: of another text than the one that is looked at
 * @typedef {{step: number, from: number, other: boolean, keys: number, width: number, ranked: number[], products: ArrayLike<number>,
 *     score: ArrayLike<number>, weight: ArrayLike<number>, bias: ArrayLike<number> | null, query: ArrayLike<number>, key: ArrayLike<number>}} Apart
 */

/** @param {Run} run @param {LookMap[]} maps @param {LookMap} map @param {Options} options @returns {Apart | null} null where it was not measured of this head */
export function apartOf({beside}, maps, map, options) {
  const found = beside?.query_key;
  if (!found || !options.picked || !isOf(found, maps, map)) return null;
  const of = (/** @type {string} */ name) => arrayOf(found, name);
  const [products, score, weight, query, key] = ['products', 'score', 'weight', 'query', 'keys'].map(of);
  if (!products || !score || !weight || !query || !key) return null;
  const [keys, width] = products.shape;
  const ranked = Array.from({length: keys}, (_, at) => at).sort((a, b) => score.data[b] - score.data[a]);
  const data = {products: products.data, score: score.data, weight: weight.data, query: query.data, key: key.data};
  const about = {step: found.step, from: found.numbers.query, other: isOfAnotherText(options)};
  return {...about, keys, width, ranked, ...data, bias: of('bias')?.data ?? null};
}

/** Whether it is about this head, as the measure counts attentions. @param {Measured} found @param {LookMap[]} maps @param {LookMap} map */
function isOf({numbers}, maps, map) {
  const layers = [...new Set(maps.filter(isHead).map(({kind, layer}) => `${kind} ${layer}`))];
  return isHead(map) && layers.indexOf(`${map.kind} ${map.layer}`) === numbers.layer && map.head === numbers.head;
}

/**
 * The same map with the symbols of what was measured: of another text none are known, and where the model writes its answer the
 * measure reads the right one.
 * @param {Run} run @param {LookMap} map @param {Apart} apart @param {Options} options @returns {LookMap}
 */
export function namedMap(run, map, {other, from, keys}, options) {
  const side = (/** @type {LookMap['rows']} */ {stream}, /** @type {string[] | null} */ names) => ({stream, names});
  if (other) return {...map, rows: side(map.rows, null), columns: side(map.columns, null)};
  const right = () => namesOfInputs(run, Math.max(keys, from + 1), options);
  if (!run.look?.written) return map;
  if (map.kind === 'self') return {...map, rows: side(map.rows, right()), columns: side(map.columns, right())};
  return map.kind === 'across' ? {...map, rows: side(map.rows, namesOfAnswers(run, from + 1, from + 1, options))} : map;
}

/** Two digits, with a true minus. @param {number} value */
export const signed = (value) => (Math.abs(value) < 0.005 ? '0.00' : value.toFixed(2).replace('-', '−'));
