// Whether points that lie close have something in common: how often the nearest point is of the same class, beside how often any is; of
// what is a number, by how much the nearest differs, beside how much any two do. Of memories the nearest of other examples is
// taken, since what follows one another in one example lies close whatever was learned.
import {apart, thinned} from './cloud_points.js';

/** @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {import('./traits.js').Trait} Trait */
/**
 * near, any: shares that agree, of classes; mean differences, of numbers. part: of what chance leaves open, how much the nearest tells.
 * points: over how many this is @typedef {{near: number, any: number, part: number, how: 'grouped' | 'partly' | 'strewn', points: number}} Agreement
 */

/** They lie in groups if the nearest tells half of what chance leaves open, and partly from a fifth on; in order more, since any two numbers are a little alike. */
const BARS = {groups: {whole: 0.5, partly: 0.2}, order: {whole: 0.75, partly: 0.4}};
/** Fewer points say nothing. */
const FEW = 4;
/** Nothing is said to lie in groups that more than one in twenty shuffles brings as near: so often chance may. */
const [TRIES, MAY] = [99, 4];
/** So near that it is the same place. */
const HAIR = 1e-9;

/** @type {WeakMap<Cloud, Map<number, Agreement | null>>} */
const KNOWN = new WeakMap();

/** @param {Cloud} cloud @param {Trait} trait @returns {Agreement | null} null where there is nothing to compare */
export function agreementOf(cloud, trait) {
  const known = KNOWN.get(cloud) ?? new Map();
  KNOWN.set(cloud, known);
  if (!known.has(trait.id)) known.set(trait.id, reckoned(cloud, trait));
  return known.get(trait.id);
}

/** @param {Cloud} cloud @param {Trait} trait @returns {Agreement | null} */
function reckoned({of, at, example}, {values, ordered}) {
  const known = at.map((_, i) => i).filter((i) => Number.isFinite(values[i] + at[i][0] + at[i][1]));
  const others = (/** @type {number} */ i) =>
    known.filter((j) => (of === 'states' ? example[j] !== example[i] : j !== i));
  const all = thinned(known).flatMap((i) => comparedWith(at, i, others(i)));
  if (all.length < FEW || !all.some(({spread}) => spread > 0)) return null;
  const unlike = ordered ? difference : other;
  const [near, any] = /** @type {const} */ (['nearest', 'others']).map((which) => average(all, which, values, unlike));
  const least = mean(all.map((one) => nearestValue(one, values, unlike))); // of digits 1: no two are the same
  if (!(any > least)) return null;
  const part = (any - near) / (any - least);
  const {whole, partly} = BARS[ordered ? 'order' : 'groups'];
  const asNear = (/** @type {number[]} */ some) => average(all, 'nearest', some, unlike) <= near + HAIR;
  const accident = part >= partly && shuffles(values, known).filter(asNear).length > MAY;
  const how = accident || part < partly ? 'strewn' : part < whole ? 'partly' : 'grouped';
  return {...(ordered ? {near, any} : {near: 1 - near, any: 1 - any}), part, how, points: all.length};
}

/** @typedef {(a: number, b: number) => number} Unlike of two values */
/** @typedef {{point: number, nearest: number[], others: number[], spread: number}} Compared spread: how far the farthest is */

/** One point; several may be nearest, in one place. @param {[number, number][]} at @param {number} i @param {number[]} others @returns {Compared[]} */
function comparedWith(at, i, others) {
  if (!others.length) return [];
  const distances = others.map((j) => apart(at[i], at[j]));
  const [least, spread] = [distances.reduce((a, b) => Math.min(a, b)), distances.reduce((a, b) => Math.max(a, b))];
  return [{point: i, nearest: others.filter((_, k) => distances[k] <= least + HAIR * spread), others, spread}];
}

const difference = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b);
const other = (/** @type {number} */ a, /** @type {number} */ b) => Number(a !== b);

/** @param {number[]} all */
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;

/** How unlike points are, on average. @param {Compared[]} all @param {'nearest' | 'others'} which @param {number[]} values @param {Unlike} unlike */
const average = (all, which, values, unlike) =>
  mean(all.map((one) => mean(one[which].map((j) => unlike(values[one.point], values[j])))));

/** How unlike the most alike is, wherever it lies. @param {Compared} one @param {number[]} values @param {Unlike} unlike */
const nearestValue = ({point, others}, values, unlike) =>
  others.reduce((least, j) => Math.min(least, unlike(values[point], values[j])), Infinity);

/** Of known points, with values of others: always the same shuffles. @param {number[]} values @param {number[]} known @returns {number[][]} */
function shuffles(values, known) {
  let state = 1;
  const below = (/** @type {number} */ n) => (state = (state * 48271) % 2147483647) % n; // Park and Miller 1993
  return Array.from({length: TRIES}, () => {
    const some = [...values];
    for (let k = known.length - 1; k > 0; k--) {
      const [a, b] = [known[k], known[below(k + 1)]];
      [some[a], some[b]] = [some[b], some[a]];
    }
    return some;
  });
}
