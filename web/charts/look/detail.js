// q · k taken apart: from the picked place to the one that its head looks at most, number by number.
import {arrayOf} from '../compare/runs.js';
import {percent} from '../compare/numbers.js';
import {strung} from '../grid.js';
import {isHead} from './maps.js';
import {isOfAnotherText} from './names.js';
import {mapName, placeOf, seenAt} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('./maps.js').LookMap} LookMap */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('../compare/runs.js').Detail} Detail @typedef {import('../grid.js').Saying} Saying */
/** What was measured from one place. @typedef {{keys: number, width: number, products: ArrayLike<number>, score: ArrayLike<number>, weight: ArrayLike<number>, bias: ArrayLike<number> | null, query: ArrayLike<number>, key: ArrayLike<number>}} Apart */

/** So many numbers of a vector are written out, and so many products named. */
const [WRITTEN, NAMED] = [4, 3];

/** @param {Block} block @param {Large} large @param {Options} options @returns {Detail | null} null: nothing to take apart, or not measured yet */
export function detailOf({run, maps}, {map, query}, options) {
  const found = run.beside?.query_key;
  const apart = found && isOf(found, maps, map) ? apartOf(found) : null;
  if (!found || !apart) return null;
  const other = isOfAnotherText(options);
  const from = other || found.numbers.query !== query ? found.numbers.query : query;
  const named = other ? {...map, rows: {...map.rows, names: null}, columns: {...map.columns, names: null}} : map;
  const ranked = Array.from({length: apart.keys}, (_, key) => key).sort((a, b) => apart.score[b] - apart.score[a]);
  const where = (/** @type {number} */ key) => seenAt(named, from, key, options);
  const [best] = ranked;
  const values = {
    map: mapName(map),
    from: map.rows.stream ? placeOf(named.rows, from, options) : String(from + 1),
    to: where(best),
    step: found.step,
  };
  return {
    title: {key: other ? 'compare.look.detail_other' : 'compare.look.detail', values},
    lines: linesOf(apart, ranked, where),
    formulas: [sumFormula(apart, best), softmaxFormula(apart, best)],
  };
}

/** Whether it is about this head, as the measure counts attentions. @param {Measured} found @param {LookMap[]} maps @param {LookMap} map */
function isOf({numbers}, maps, map) {
  const layers = [...new Set(maps.filter(isHead).map(({kind, layer}) => `${kind} ${layer}`))];
  return isHead(map) && layers.indexOf(`${map.kind} ${map.layer}`) === numbers.layer && map.head === numbers.head;
}

/** @param {Measured} found @returns {Apart | null} */
function apartOf(found) {
  const of = (/** @type {string} */ name) => arrayOf(found, name);
  const [products, score, weight, query, key] = ['products', 'score', 'weight', 'query', 'keys'].map(of);
  if (!products || !score || !weight || !query || !key) return null;
  const [keys, width] = products.shape;
  const data = {products: products.data, score: score.data, weight: weight.data, query: query.data, key: key.data};
  return {keys, width, ...data, bias: of('bias')?.data ?? null};
}

/** @param {Apart} apart @param {number[]} ranked keys, the highest score first @param {(key: number) => Saying} where @returns {Saying[]} */
function linesOf(apart, ranked, where) {
  const {width, products, score, weight, bias} = apart;
  const [best, next] = ranked;
  const order = Array.from({length: width}, (_, i) => i).sort(
    (a, b) => Math.abs(products[best * width + b]) - Math.abs(products[best * width + a]),
  );
  const most = order.slice(0, NAMED).map((i) => ({
    key: 'compare.look.product',
    values: {dimension: String(i + 1), value: signed(products[best * width + i])},
  }));
  /** @type {Saying[]} */
  const lines = [
    {
      key: 'compare.look.detail_sum',
      values: {count: width, score: signed(score[best]), most: strung(most, 'list.semicolon')},
    },
  ];
  if (bias) lines.push({key: 'compare.look.detail_bias', values: {bias: signed(bias[best])}});
  lines.push({key: 'compare.look.detail_weight', values: {share: percent(weight[best]), keys: apart.keys}});
  if (next !== undefined)
    lines.push({
      key: 'compare.look.detail_next',
      values: {to: where(next), score: signed(score[next]), share: percent(weight[next])},
    });
  return lines;
}

/** @param {Apart} apart @param {number} best */
function sumFormula({width, query, key, score, bias}, best) {
  const end = bias ? ' + b' : '';
  const written = (/** @type {ArrayLike<number>} */ data, /** @type {number} */ from) => {
    const first = Array.from({length: Math.min(WRITTEN, width)}, (_, i) => signed(data[from + i]));
    return `(${first.join(', ')}${width > WRITTEN ? ', …' : ''})`;
  };
  const symbols = [
    {tex: 'q', means: {key: 'compare.look.means_query'}, value: written(query, 0)},
    {tex: 'k', means: {key: 'compare.look.means_key'}, value: written(key, best * width)},
    {tex: 'd', means: {key: 'compare.look.means_width'}, value: String(width)},
    {tex: 's', means: {key: 'compare.look.means_score'}, value: signed(score[best])},
  ];
  if (bias) symbols.push({tex: 'b', means: {key: 'compare.look.means_bias'}, value: signed(bias[best])});
  return {
    tex: `s = \\frac{1}{\\sqrt{d}} \\sum_{i=1}^{d} q_i k_i${end}`,
    says: {key: bias ? 'compare.look.says_sum_bias' : 'compare.look.says_sum'},
    symbols,
  };
}

/** @param {Apart} apart @param {number} best */
function softmaxFormula({weight}, best) {
  const symbols = [{tex: 'a', means: {key: 'compare.look.means_weight'}, value: weight[best].toFixed(3)}];
  return {tex: 'a = \\frac{e^{s}}{\\sum_j e^{s_j}}', says: {key: 'compare.look.says_softmax'}, symbols};
}

/** Two digits, with a true minus. @param {number} value */
const signed = (value) => (Math.abs(value) < 0.005 ? '0.00' : value.toFixed(2).replace('-', '−'));
