// q · k taken apart: from the picked place to the one that its head looks at most, number by number.
import {percent} from '../compare/numbers.js';
import {strung} from '../grid.js';
import {namedMap, signed} from './apart.js';
import {mapName, placeOf, seenAt} from './words.js';

/** @typedef {import('./layout.js').Block} Block @typedef {import('./layout.js').Large} Large @typedef {import('./apart.js').Apart} Apart */
/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Detail} Detail @typedef {import('../grid.js').Saying} Saying */

/** So many numbers of a vector are written out, and so many products named. */
const [WRITTEN, NAMED] = [4, 3];

/** @param {Block} block @param {Large} large @param {Options} options @returns {Detail | null} null: nothing to take apart, or not measured yet */
export function detailOf({run, apart}, {map}, options) {
  if (!apart) return null;
  const {ranked, from, other} = apart;
  const named = namedMap(run, map, apart, options);
  const where = (/** @type {number} */ key) => seenAt(named, from, key, options);
  const [best] = ranked;
  const looks = named.rows.stream ? placeOf(named.rows, from, options) : String(from + 1);
  const values = {map: mapName(map), from: looks, to: where(best), step: apart.step};
  return {
    title: {key: other ? 'compare.look.detail_other' : 'compare.look.detail', values},
    lines: linesOf(apart, ranked, where),
    formulas: [sumFormula(apart, best), softmaxFormula(apart, best)],
  };
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
