// What a head would score that looks everywhere alike, in the example that is looked at: of two symbols every second place follows
// the same symbol, and giving these a half is no skill.

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../compare/head_scores.js').Score} Score */

/**
 * @param {Pick<LookMap, 'queries' | 'keys' | 'blind' | 'columns'>} map @param {Score} score
 * @param {(string | null)[] | undefined} asked the right answer at each place that looks @returns {number} 0 where it cannot be told
 */
export function chanceOf({queries, keys, blind, columns: {names}}, score, asked) {
  const places = Array.from({length: keys}, (_, key) => key);
  let [sum, rows] = [0, 0];
  for (let query = 0; query < queries; query++) {
    const seen = places.filter((key) => !blind(query, key));
    const hits = hitsOf(score, query, names, asked);
    if (!hits) continue;
    sum += seen.filter(hits).length / Math.max(1, seen.length);
    rows++;
  }
  return rows ? sum / rows : 0;
}

/** Which places count for one that looks; null where it does not count. @param {Score} score @param {number} query @param {string[] | null} names @param {(string | null)[] | undefined} asked @returns {((key: number) => boolean) | null} */
function hitsOf(score, query, names, asked) {
  if (score === 'previous') return query > 0 ? (key) => key === query - 1 : null;
  if (!names || score === 'entropy') return null;
  if (score === 'copying') {
    const right = asked?.[query] ?? null;
    return right === null ? null : (key) => names[key] === right;
  }
  const followed = (/** @type {number} */ key) => key > 0 && key <= query && names[key - 1] === names[query];
  return names.some((_, key) => followed(key)) ? followed : null;
}
