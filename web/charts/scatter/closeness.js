// What is close to what, by selectors with a bar below which nothing is named: the closest two symbols; and what lies together, if
// points that have something in common are much nearer to each other than all are.
import {allPairs, apart, meanDistance} from './cloud_points.js';

/** @typedef {import('./cloud_points.js').Cloud} Cloud @typedef {Iterable<[number, number]>} Pairs */
/** @typedef {'symbol' | 'time' | 'next'} By what points have in common: the symbol that was read, the position, following one another */
/** part: their mean distance, as part of that of all @typedef {{by: By, part: number}} Together */
/** near: the two that are closest, if they deserve the name @typedef {{a: number, b: number, part: number, near: boolean}} Closest */
/** One example whose symbols are known. @typedef {{example: number, symbols: string[]}} Read */

/** What lies together is nearer than half the mean distance. */
export const BAR = 0.5;
/** Fewer pairs say nothing. */
const FEW = 4;
/**
 * The two closest of n points strewn normally over a plane are on average 1/sqrt(pairs) of the mean distance apart; a third of that
 * comes about by chance once in twelve times.
 */
const CHANCE = 1 / 3;

/** @param {Cloud} cloud @returns {Closest | null} null where there are no two points apart */
export function closest(cloud) {
  const {at} = cloud;
  const {mean} = meanDistance(cloud, allPairs(at.length));
  if (!(mean > 0)) return null;
  let best = {a: -1, b: -1, part: Infinity};
  for (let b = 0; b < at.length; b++)
    for (let a = 0; a < b; a++) {
      const part = apart(at[a], at[b]) / mean;
      if (part < best.part) best = {a, b, part};
    }
  const pairs = (at.length * (at.length - 1)) / 2;
  return {...best, near: at.length > 2 && best.part < CHANCE / Math.sqrt(pairs)};
}

/**
 * How near those are that have something in common, nearest first.
 * @param {Cloud} cloud @param {Read | null} read @returns {{all: Together[], most: Together | null}} most: null where none passes the bar
 */
export function together(cloud, read) {
  const {mean} = meanDistance(cloud, allPairs(cloud.at.length));
  if (!(mean > 0)) return {all: [], most: null};
  const all = testsOf(cloud, read).flatMap(({by, pairs, within}) => {
    const found = meanDistance(cloud, pairs);
    const whole = within ? meanDistance(cloud, within).mean : mean;
    return found.pairs >= FEW && whole > 0 ? [{by, part: found.mean / whole}] : [];
  });
  all.sort((a, b) => a.part - b.part);
  return {all, most: all.length && all[0].part < BAR ? all[0] : null};
}

/** @param {Cloud} cloud @param {Read | null} read @returns {{by: By, pairs: Pairs, within?: Pairs}[]} */
function testsOf(cloud, read) {
  if (cloud.of === 'embedding') return [];
  const next = {by: /** @type {const} */ ('next'), pairs: successive(cloud)};
  if (cloud.of === 'position') return [next];
  const time = {by: /** @type {const} */ ('time'), pairs: alike(everyPoint(cloud), (i) => cloud.time[i])};
  if (!read) return [time, next];
  const own = everyPoint(cloud).filter((i) => cloud.example[i] === read.example && cloud.time[i] < read.symbols.length);
  const symbol = {
    by: /** @type {const} */ ('symbol'),
    pairs: alike(own, (i) => read.symbols[cloud.time[i]]),
    within: alike(own, () => 0),
  };
  return [symbol, time, next];
}

/** @param {Cloud} cloud */
const everyPoint = ({at}) => at.map((_, i) => i);

/** @param {Cloud} cloud @returns {Pairs} */
function successive({example, time, at}) {
  const follows = (/** @type {number} */ i) => example[i] === example[i - 1] && time[i] === time[i - 1] + 1;
  return at.flatMap((_, i) => (i > 0 && follows(i) ? [/** @type {[number, number]} */ ([i - 1, i])] : []));
}

/** Pairs of points of which the same is true. @param {number[]} points @param {(i: number) => string | number} of @returns {Pairs} */
function* alike(points, of) {
  /** @type {Map<string | number, number[]>} */
  const groups = new Map();
  for (const i of points) {
    const group = groups.get(of(i)) ?? [];
    groups.set(of(i), group);
    for (const j of group) yield /** @type {[number, number]} */ ([j, i]);
    group.push(i);
  }
}
