// What a model shows of who looks at whom, as squares of one kind: every head of every layer of attention, and, of every model, what
// each answer depends on by gradient. A row is a place that looks (the symbol that is written, where it is an answer), a column one
// that is looked at; what a row sums to is 1.
import {arrayOf, placesOf} from '../compare/runs.js';
import {headsOf} from '../compare/head_scores.js';
import {chanceOf, knownOf} from './chance.js';
import {namesOfAnswers, namesOfInputs} from './names.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Tap} Tap */
/** @typedef {import('../compare/runs.js').Found} Found @typedef {import('../compare/head_scores.js').Head} Head */
/** Who looks at whom, in the order in which they are shown. @typedef {'self' | 'across' | 'source' | 'points' | 'pooling' | 'given' | 'read'} Kind given, read: by gradient, of the source and of what is read */
/**
 * What stands along an axis: symbols of a stream; names: none where places are counted; parts: learned points, which no stream has
 * @typedef {{stream: 'input' | 'source' | null, names: string[] | null}} Side
 */
/**
 * @typedef {object} LookMap
 * @property {Kind} kind @property {number} layer from 0 @property {number} head from 0
 * @property {boolean} only it is the model's one alignment, and has no number
 * @property {number} step after which it was taken
 * @property {number} queries @property {number} keys
 * @property {(query: number, key: number) => number} share of what a row gives to a column; NaN: nothing is asked there
 * @property {(query: number, key: number) => boolean} blind whether it could not be seen, whatever was learned
 * @property {Side} rows @property {Side} columns
 * @property {Head['scores']} scores of a head, as far as they are known and mean something
 * @property {(score: import('../compare/head_scores.js').Score) => number} chance what looking everywhere alike would score; NaN: unknown
 */

/** @type {readonly Kind[]} */
const ORDER = ['self', 'across', 'source', 'points', 'pooling'];

/** In the order in which engine/measures/query_key.cpp counts heads; what is by gradient comes last. @param {Run} run @param {Options} options @returns {LookMap[]} */
export function mapsOf(run, options) {
  const taps = (run.look?.taps ?? []).filter(({shape}) => shape.length >= 3);
  const sorted = ORDER.flatMap((kind) => taps.filter((tap) => kindOf(tap) === kind));
  return [...sorted.flatMap((tap) => mapsOfTap(run, tap, options)), ...byGradient(run, options)];
}

/** @param {LookMap} map */
export const isHead = ({kind}) => kind !== 'given' && kind !== 'read';

/** @param {Tap} tap @returns {Kind} */
function kindOf({name = ''}) {
  if (/cross_attention$|^(conv_)?seq2seq\.|^pervasive\./.test(name)) return 'across';
  if (name.includes('.encoder.')) return 'source';
  if (name.includes('.inducing.')) return 'points';
  return name.includes('.pooling.') ? 'pooling' : 'self';
}

/** A map a head. @param {Run} run @param {Tap} tap @param {Options} options @returns {LookMap[]} */
function mapsOfTap(run, tap, options) {
  const [keys, queries, heads = 1] = tap.shape.slice(1).reverse();
  const kind = kindOf(tap);
  const layer = Number(/\.(\d+)\./.exec(tap.name ?? '')?.[1] ?? 0);
  const scored = run.beside?.heads ? headsOf(run.beside.heads).filter(({place}) => place === tap.name) : [];
  const causal = kind === 'self' && queries === keys && looksBack(tap, queries * heads, keys);
  const sides = sidesOf(run, tap, kind, keys);
  const blind = (/** @type {number} */ query, /** @type {number} */ key) => causal && key > query;
  const only = kind === 'across' && heads === 1 && !/\.\d/.test(tap.name ?? '');
  const common = {kind, layer, only, step: run.look?.step ?? run.found.step, queries, keys, blind, ...sides};
  const known = knownOf(run, common, options);
  return Array.from({length: heads}, (_, head) => ({
    ...common,
    head,
    share: (query, key) => tap.data[(head * queries + query) * keys + key],
    scores: meaningful(tap, scored[head]?.scores ?? {}),
    chance: (score) => chanceOf(common, score, known),
  }));
}

/** In a set nothing is before anything. @param {Tap} tap @param {Head['scores']} scores @returns {Head['scores']} */
function meaningful({name = ''}, {copying, entropy, ...ordered}) {
  const known = name.startsWith('set_') ? {copying, entropy} : {...ordered, copying, entropy};
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** Whether no head looks at what comes later. @param {Tap} tap @param {number} rows @param {number} keys */
function looksBack({data}, rows, keys) {
  for (let row = 0; row < rows; row++)
    for (let key = (row % keys) + 1; key < keys; key++) if (data[row * keys + key] > 1e-6) return false;
  return keys > 1;
}

/** @param {Run} run @param {Tap} tap @param {Kind} kind @param {number} keys @returns {{rows: Side, columns: Side}} */
function sidesOf({look}, tap, kind, keys) {
  const names = (/** @type {string[] | undefined} */ symbols) => (symbols && !areNumbered(symbols) ? symbols : null);
  const input = {stream: /** @type {const} */ ('input'), names: names(look?.symbols)};
  const source = {stream: /** @type {const} */ ('source'), names: names(look?.source)};
  const parts = {stream: null, names: null};
  const written = {...input, names: names(look?.written?.map((symbol) => symbol ?? '')) ?? input.names};
  const byWay = look?.taps.some(({name}) => name === tap.name?.replace(/\.attention$/, '.inducing.attention'));
  const columns = kind === 'across' || kind === 'source' ? source : byWay && keys ? parts : input;
  const rows = {self: input, across: written, source, points: parts, pooling: parts, given: input, read: input}[kind];
  return {rows, columns};
}

/** What has no symbols is called by its numbers. @param {string[]} symbols */
const areNumbered = (symbols) => symbols.every((symbol, i) => symbol === String(i + 1));

/** @param {Run} run @param {Options} options @returns {LookMap[]} */
function byGradient(run, options) {
  const of = (/** @type {Kind} */ kind, /** @type {string} */ end) => {
    const norms = arrayOf(run.found, `influence${end}`);
    return norms?.data.length
      ? [gradientMap(run, kind, {norms, paths: arrayOf(run.found, `path${end}`)}, options)]
      : [];
  };
  return [...of('given', '_source'), ...of('read', '')];
}

/** @param {Run} run @param {Kind} kind @param {{norms: Found, paths: Found | undefined}} found @param {Options} options @returns {LookMap} */
function gradientMap(run, kind, {norms, paths}, options) {
  const [answers, keys] = norms.shape;
  const asked = placesOf(norms.axes[0]);
  const sums = asked.map((_, a) => sumOf(norms.data, a * keys, keys));
  // Where several are answered every place has a row, those too at which nothing is asked: so rows are the same for all models.
  const queries = answers === 1 ? 1 : kind === 'read' ? keys : Math.max(...asked) + 1;
  const rowAt = Array.from({length: queries}, (_, query) => (answers === 1 ? 0 : asked.indexOf(query)));
  const at = (/** @type {Found} */ {data}, /** @type {number} */ query, /** @type {number} */ key) =>
    rowAt[query] < 0 ? NaN : data[rowAt[query] * keys + key];
  const share = (/** @type {number} */ query, /** @type {number} */ key) =>
    sums[rowAt[query]] > 0 ? at(norms, query, key) / sums[rowAt[query]] : rowAt[query] < 0 ? NaN : 0;
  const blind = (/** @type {number} */ query, /** @type {number} */ key) =>
    rowAt[query] >= 0 && paths !== undefined && !Number.isFinite(at(paths, query, key));
  const columns =
    kind === 'given'
      ? {stream: /** @type {const} */ ('source'), names: given(run, keys)}
      : {stream: /** @type {const} */ ('input'), names: namesOfInputs(run, keys, options)};
  const rows =
    answers === 1
      ? {stream: null, names: null}
      : {stream: /** @type {const} */ ('input'), names: namesOfAnswers(run, queries, keys, options)};
  return {
    kind,
    layer: 0,
    head: 0,
    step: run.found.step,
    queries,
    keys,
    share,
    blind,
    rows,
    columns,
    only: false,
    scores: {},
    chance: () => 0,
  };
}

/** @param {Run} run @param {number} keys */
function given({look}, keys) {
  return look?.source?.length === keys && !areNumbered(look.source) ? look.source : null;
}

/** @param {ArrayLike<number>} data @param {number} from @param {number} count */
function sumOf(data, from, count) {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += data[i];
  return sum;
}
