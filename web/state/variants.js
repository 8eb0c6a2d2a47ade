// Copies of one model that differ in one thing: another seed, five seeds, five rates. Pure.
import {trainOf, withOwn} from './own.js';
import {copied} from './runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {import('../runtime/types').ModelJson} ModelJson */
/** @typedef {{min?: number, max?: number}} Range */
/** What alone tells the models of a race apart. @typedef {{by: 'rates' | 'seeds', values: number[]}} Varied */

const FIVE = 5;
const RATE = /** @type {const} */ (['optimizer', 'lr']);
const SEED = /** @type {const} */ (['seed']);
/** What a number begins with that reads well. */
const PLEASANT = [1, 2, 3, 5, 10];

/** @param {Experiment} experiment @param {number} k */
const seedOf = ({train, models}, k) => Number(trainOf(train, models[k]).seed ?? 1);

/** The first seed after its own that no model of the race has. @param {Experiment} experiment @param {number} k @param {Range} range @returns {number} */
export function nextSeed(experiment, k, {min = 0, max = Infinity}) {
  const taken = new Set(experiment.models.map((_, i) => seedOf(experiment, i)));
  let seed = seedOf(experiment, k);
  while (taken.has(seed)) seed = seed < max ? seed + 1 : min;
  return seed;
}

/** A copy with that seed. @param {ModelJson} model @param {number} seed */
export const withSeed = (model, seed) => withOwn(copied(model), SEED, seed);

/** 1 to 5; a seed beyond them takes the place of the last. @param {number} own @returns {number[]} */
export function fiveSeeds(own) {
  const others = Array.from({length: FIVE}, (_, i) => i + 1).filter((seed) => seed !== own);
  return [...others.slice(0, FIVE - 1), own].sort((a, b) => a - b);
}

/** Its own in the middle, each about three times the one before. @param {number} own @param {Range} range @returns {number[]} */
export function fiveRates(own, {min = 0, max = Infinity}) {
  const halves = Array.from({length: 2 * FIVE - 1}, (_, i) => i - FIVE + 1);
  const nearest = halves.sort((a, b) => Math.abs(a) - Math.abs(b)).map((half) => rateAt(own, half));
  const possible = nearest.filter((rate) => rate >= min && rate <= max);
  return possible.slice(0, FIVE).sort((a, b) => a - b);
}

/** So many half decades from a rate: whole ones are exact, others a number that reads well. @param {number} own @param {number} half */
function rateAt(own, half) {
  const rate = own * 10 ** (half / 2);
  return Number((half % 2 ? pleasant(rate) : rate).toPrecision(6));
}

/** @param {number} rate */
function pleasant(rate) {
  const decade = 10 ** Math.floor(Math.log10(rate));
  const off = (/** @type {number} */ digit) => Math.abs(Math.log(rate / decade / digit));
  return decade * PLEASANT.reduce((best, digit) => (off(digit) < off(best) ? digit : best));
}

/** The race of one model with five rates around its own. @param {Experiment} experiment @param {number} k @param {Range} range */
export function atFiveRates(experiment, k, range) {
  const own = Number(trainOf(experiment.train, experiment.models[k]).optimizer?.lr);
  return only(experiment, k, RATE, fiveRates(own, range));
}

/** The race of one model with five seeds. @param {Experiment} experiment @param {number} k */
export function withFiveSeeds(experiment, k) {
  return only(experiment, k, SEED, fiveSeeds(seedOf(experiment, k)));
}

/** Whether a race is one model at several rates or with several seeds, as they were asked for. @param {Experiment} experiment @returns {Varied | null} */
export function variedIn({train, models}) {
  const by = /** @type {const} */ ([
    ['rates', RATE],
    ['seeds', SEED],
  ]);
  for (const [name, path] of by) {
    const [first, ...others] = models.map((model) => JSON.stringify(withOwn(copied(model), path, 0)));
    const values = models.map((model) => numberAt(trainOf(train, model), path));
    const different = new Set(values).size === models.length && models.length > 2;
    if (different && others.every((other) => other === first)) return {by: name, values};
  }
  return null;
}

/** @param {any} train @param {import('./own.js').Path} path */
const numberAt = (train, [name, inner]) => Number(inner === undefined ? train[name] : train[name]?.[inner]);

/**
 * @param {Experiment} experiment @param {number} k @param {import('./own.js').Path} path @param {number[]} values
 * @returns {Experiment}
 */
function only(experiment, k, path, values) {
  const models = values.map((value) => withOwn(copied(experiment.models[k]), path, value));
  return {...experiment, models};
}
