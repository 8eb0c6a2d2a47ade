// What a head that was pointed at scores, by the measure `heads`. Pure.
import {headsOf} from '../charts/compare/head_scores.js';

/** @typedef {import('./types').Find} Find */

/** What the measure `heads` calls it (docs/files.md). */
const ARRAY = /** @type {const} */ ({previous_token: 'previous', prefix_match: 'induction', copy_alignment: 'copying'});

/** What a head scores; null: there is no such head, or it has no such score. @param {Find} find @param {Parameters<typeof headsOf>[0]} measured @param {{layer: number, head: number}} place @returns {number | null} */
export function scoreOfHead({score}, measured, {layer, head}) {
  const known = headsOf(measured)
    .filter((one) => one.layer === layer && one.head === head)
    .map(({scores}) => scores[ARRAY[score]] ?? NaN)
    .filter(Number.isFinite);
  return known.length ? Math.max(...known) : null;
}
