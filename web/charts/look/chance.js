// What a head would score that looks everywhere alike, in the example that is looked at: of two symbols every second place follows
// the same symbol, and giving these a half is no skill.
import {namesOfInputs} from './names.js';

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../compare/head_scores.js').Score} Score */
/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** What stands at the places that are looked at, and the right answer at each that looks. @typedef {{names: string[] | null, asked: (string | null)[]}} Known */

/**
 * Of what a model writes itself the scores are those of right answers, and so is this.
 * @param {Run} run @param {Pick<LookMap, 'kind' | 'keys' | 'columns'>} map @param {Options} options @returns {Known}
 */
export function knownOf(run, {kind, keys, columns}, options) {
  const own = kind === 'self' && run.look?.written ? namesOfInputs(run, keys, options) : columns.names;
  const next = () => (kind === 'self' ? (own ?? []).slice(1) : []);
  return {names: own, asked: run.look?.asked ?? next()};
}

/** @param {Pick<LookMap, 'queries' | 'keys' | 'blind'>} map @param {Score} score @param {Known} known @returns {number} NaN where it cannot be told */
export function chanceOf({queries, keys, blind}, score, known) {
  const places = Array.from({length: keys}, (_, key) => key);
  let [sum, rows] = [0, 0];
  for (let query = 0; query < queries; query++) {
    const seen = places.filter((key) => !blind(query, key));
    const hits = hitsOf(score, query, known);
    if (!hits) continue;
    sum += seen.filter(hits).length / Math.max(1, seen.length);
    rows++;
  }
  return rows ? sum / rows : NaN;
}

/** Which places count for one that looks; null where it does not count. @param {Score} score @param {number} query @param {Known} known @returns {((key: number) => boolean) | null} */
function hitsOf(score, query, {names, asked}) {
  if (score === 'previous') return query > 0 ? (key) => key === query - 1 : null;
  if (!names || score === 'entropy') return null;
  if (score === 'copying') {
    const right = asked[query] ?? null;
    return right === null ? null : (key) => names[key] === right;
  }
  const followed = (/** @type {number} */ key) => key > 0 && key <= query && names[key - 1] === names[query];
  return names.some((_, key) => followed(key)) ? followed : null;
}
