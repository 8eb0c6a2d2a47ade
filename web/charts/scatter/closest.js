// The two symbols that are closest, named if they are closer than chance would have it.
import {apart, meanDistance} from './cloud_points.js';

/** @typedef {import('./cloud_points.js').Cloud} Cloud */
/** part: their distance, as part of the mean of all; near: whether they deserve the name @typedef {{a: number, b: number, part: number, near: boolean}} Closest */

/**
 * The two closest of n points strewn normally over a plane are on average 1/sqrt(pairs) of the mean distance apart; a third of that
 * comes about by chance once in twelve times.
 */
const CHANCE = 1 / 3;

/** @param {Cloud} cloud @returns {Closest | null} null where there are no two points apart */
export function closest(cloud) {
  const {at} = cloud;
  const mean = meanDistance(cloud);
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
