// What was measured of a model before anybody looked, beside what was measured since. Pure.

/** @typedef {import('./following.js').Known} Known @typedef {import('../../charts/compare/runs.js').Measured} Measured */

/** @param {Known} known @param {Measured[]} before of the same weights, in order of their steps @returns {Known} */
export function withEarlier(known, before) {
  const {latest, earlier} = known.course;
  if (!latest) return known;
  const seen = new Set([...earlier, latest].map(({step}) => step));
  const more = before.filter(({step}) => step < latest.step && !seen.has(step));
  const all = [...more, ...earlier].sort((a, b) => a.step - b.step);
  return {...known, course: /** @type {Known['course']} */ ({latest, earlier: all})};
}
