// What the picture of expectations says: of one guess, of a place over training, and of each layer on average.
import {spoken, strung} from '../grid.js';
import {layerSaying} from '../layer_names.js';
import {percent} from '../compare/numbers.js';
import {firstSince, rankOf, truthOf} from './expectations.js';

/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../compare/runs.js').Run} Run @typedef {import('./expectations.js').Lens} Lens */

/** A layer knows the answer on average if its first guess is right in more than so many. */
export const BAR = 0.5;
/** More layers are not counted one by one. */
const MANY = 5;

/** @param {Lens} lens @param {number} symbol @returns {Saying} */
function symbolSaying({names}, symbol) {
  const name = names[symbol];
  return name === undefined || name === '' ? {key: 'compare.expect.unnamed'} : spoken(name);
}

/** @param {Lens} lens @param {number} layer @param {number} answer @param {number} most @returns {Saying | string} “e” 45 %, “a” 20 % */
export function guessesSaying(lens, layer, answer, most) {
  const known = lens
    .guesses(layer, answer)
    .slice(0, most)
    .filter(({p}) => !Number.isNaN(p));
  const all = known.map(({symbol, p}) => {
    return {key: 'compare.expect.guess', values: {symbol: symbolSaying(lens, symbol), share: percent(p)}};
  });
  return strung(all, 'list.comma');
}

/** Where the right answer stands among them. @param {Lens[]} naming @param {Lens} lens @param {number} layer @param {number} answer @returns {Saying} */
export function rankSaying(naming, lens, layer, answer) {
  const right = lens.right(layer, answer);
  if (Number.isNaN(right)) return {key: 'compare.expect.rank_unknown'};
  const rank = rankOf(lens, layer, answer);
  const truth = truthOf(naming, answer);
  const named = {key: 'compare.expect.it_named', values: {symbol: symbolSaying(lens, truth)}};
  const values = {answer: Number.isNaN(truth) ? {key: 'compare.expect.it'} : named, share: percent(right)};
  if (rank === 1) return {key: 'compare.expect.rank_first', values};
  if (rank > lens.guesses(layer, answer).length) return {key: 'compare.expect.rank_beyond', values};
  return {key: 'compare.expect.rank', values: {...values, rank}};
}

/** How often the first guess is right, layer by layer, and from which layer on in more than half. @param {Lens} lens @returns {Saying} */
export function averageSaying({layers, accuracy}) {
  const all = layers.map((layer, i) => {
    return {key: 'compare.expect.average', values: {layer: layerSaying(layer), share: percent(accuracy[i])}};
  });
  const some = all.length > MANY ? [all[0], all[steepest(accuracy)], all[all.length - 1]] : all;
  return {
    key: 'compare.expect.averages',
    values: {all: strung([...new Set(some)], 'list.comma'), from: fromSaying(layers, accuracy)},
  };
}

/** The layer that brings most. @param {number[]} accuracy */
function steepest(accuracy) {
  const gains = accuracy.map((share, i) => (i ? share - accuracy[i - 1] : -Infinity));
  return Math.max(0, gains.indexOf(Math.max(...gains.filter(Number.isFinite))));
}

/** @param {string[]} layers @param {number[]} accuracy @returns {Saying} */
function fromSaying(layers, accuracy) {
  const since = accuracy.findLastIndex((share) => !(share > BAR)) + 1;
  if (since >= layers.length) return {key: 'compare.expect.from_none'};
  return {
    key: since ? 'compare.expect.from' : 'compare.expect.from_start',
    values: {layer: layerSaying(layers[since])},
  };
}

/** The latest of a model, whatever step is shown. @param {{run: Run, course: Lens[], naming: Lens[]}} block @param {number} answer @returns {Saying} */
export function modelSaying({run, course, naming}, answer) {
  const lens = course[course.length - 1];
  if (!lens.layers.length) return {key: 'compare.expect.found_none', values: {name: run.name}};
  const values = {name: run.name, averages: averageSaying(lens), place: String(answer + 1)};
  const rank = rankSaying(naming, lens, lens.layers.length - 1, answer);
  return {key: 'compare.expect.found', values: {...values, rank: sinceSaying(rank, course, answer)}};
}

/** @param {Saying} rank @param {Lens[]} course @param {number} answer @returns {Saying} */
function sinceSaying(rank, course, answer) {
  const since = firstSince(course, answer);
  if (Number.isNaN(since) || course.length < 2) return rank;
  const key = since === course[0].step ? 'compare.expect.always' : 'compare.expect.since';
  return {key, values: {rank, step: since}};
}
