// What is known of points apart from where they lie, and by which they are coloured: what the task states there, what was read, the
// position; of symbols what kind they are, or their value.
import {variable} from '../memory/carried.js';
import {spoken} from '../grid.js';
import {KINDS, kindOf, numbersOf} from './symbol_kinds.js';

/** @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {import('./cloud_points.js').Hidden} Hidden @typedef {import('../grid.js').Saying} Saying */
/**
 * @typedef {object} Trait
 * @property {number} id the same for all models
 * @property {Saying} title "the parity so far"
 * @property {boolean} ordered a number, of which near ones are alike; otherwise a class
 * @property {number[]} values of each point; NaN where nothing is known
 * @property {(value: number) => Saying} named a value in a sentence
 */

/** Numbers of traits that are none of the task's. */
const [READ, TIME, KIND] = [1000, 1001, 1002];
/** So many symbols are told apart one by one; of more their kinds. */
const SINGLY = 7;

/** @param {string} what @returns {Saying} */
const titled = (what) => ({key: `compare.scatter.trait_${what}`});
/** @param {number} n @returns {Saying} */
export const amount = (n) => ({key: 'compare.scatter.amount', values: {n}});

/** Asked for at every reading. @type {WeakMap<Cloud, Trait[]>} */
const TRAITS = new WeakMap();

/** @param {Cloud} cloud @returns {Trait[]} the usual one first */
export function traitsOf(cloud) {
  const known = TRAITS.get(cloud) ?? traitsIn(cloud);
  TRAITS.set(cloud, known);
  return known;
}

/** @param {Cloud} cloud @returns {Trait[]} */
function traitsIn(cloud) {
  if (cloud.of === 'embedding') return [kindTrait(cloud.names)];
  const time = {id: TIME, title: titled('time'), ordered: true, values: cloud.time.map((t) => t + 1), named: amount};
  if (cloud.of === 'position') return [time];
  const hidden = cloud.hidden.map((one, id) => hiddenTrait(one, id, cloud.vocab));
  return [...hidden, ...(cloud.symbol.length && cloud.vocab.length ? [readTrait(cloud)] : []), time];
}

/** @param {Hidden} hidden @param {number} id @param {string[]} vocab @returns {Trait} */
function hiddenTrait({name, kind, values}, id, vocab) {
  const named = {
    number: amount,
    yes_no: (/** @type {number} */ value) => yesOrNo(name, value),
    symbol: (/** @type {number} */ value) => spoken(vocab[value] ?? ''),
  }[kind];
  return {id, title: variable(name), ordered: kind === 'number', values, named};
}

/** @param {string} name @param {number} value @returns {Saying} */
function yesOrNo(name, value) {
  const answer = value ? 'yes' : 'no';
  return {key: `compare.scatter.${name === 'parity' ? 'parity' : 'is'}_${answer}`};
}

/** @param {Cloud} cloud @returns {Trait} */
function readTrait({symbol, vocab}) {
  const known = symbol.map((i) => (i < vocab.length ? i : NaN)); // a mark is no symbol
  if (vocab.length <= SINGLY) {
    const named = (/** @type {number} */ i) => spoken(vocab[i]);
    return {id: READ, title: titled('read'), ordered: false, values: known, named};
  }
  return {...byKind(known.map((i) => vocab[i])), id: READ, title: titled('read_kind')};
}

/** @param {string[]} names @returns {Trait} */
function kindTrait(names) {
  const numbers = numbersOf(names);
  if (numbers) return {id: KIND, title: titled('number'), ordered: true, values: numbers, named: amount};
  return {...byKind(names.map((name) => name || undefined)), id: KIND, title: titled('kind')};
}

/** @param {(string | undefined)[]} symbols */
function byKind(symbols) {
  const values = symbols.map((symbol) => (symbol === undefined ? NaN : KINDS.indexOf(kindOf(symbol))));
  return {ordered: false, values, named: (/** @type {number} */ i) => ({key: `compare.scatter.kind_${KINDS[i]}`})};
}

/** Whether points differ in it. @param {Trait} trait */
export const differs = ({values}) => new Set(values.filter(Number.isFinite)).size > 1;

/**
 * What models can be asked about, and what is: the chosen one, or the first in which points of some model differ.
 * @param {Cloud[]} clouds @param {number | undefined} chosen @returns {{all: Trait[], id: number}} all: of some model, each once
 */
export function asked(clouds, chosen) {
  /** @type {Map<number, Trait>} */
  const all = new Map();
  for (const cloud of clouds) for (const trait of traitsOf(cloud)) if (differs(trait)) all.set(trait.id, trait);
  const first = clouds.flatMap(traitsOf)[0]?.id ?? TIME;
  const sorted = [...all.values()].sort((a, b) => a.id - b.id);
  const id = chosen !== undefined && all.has(chosen) ? chosen : (sorted[0]?.id ?? first);
  return {all: sorted, id};
}
