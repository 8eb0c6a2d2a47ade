// What each head of a model looks for, as scores from 0 to 1.

/** @typedef {import('./runs.js').Measured} Measured */
/** @typedef {'previous' | 'induction' | 'copying' | 'entropy'} Score */
/** place: the tap; layer: from 0 @typedef {{place: string, layer: number, head: number, scores: Partial<Record<Score, number>>}} Head */

/** In the order of the columns. @type {readonly Score[]} */
export const SCORES = ['previous', 'induction', 'copying', 'entropy'];
/** A head that gives less to what it is named after is not named after it. */
export const BAR = 0.2;

/** @param {Measured} measured @returns {Head[]} layer by layer, as the model has them */
export function headsOf({arrays}) {
  /** @type {Map<string, Head[]>} */
  const layers = new Map();
  for (const {name, data} of arrays) {
    const [, place, score] = /^(.*)\.(\w+)$/.exec(name) ?? [];
    if (!SCORES.includes(/** @type {Score} */ (score))) continue;
    const heads = layers.get(place) ?? Array.from(data, (_, head) => emptyHead(place, head));
    layers.set(place, heads);
    heads.forEach((head, i) => (head.scores[/** @type {Score} */ (score)] = data[i]));
  }
  return [...layers.values()].flat();
}

/** @param {string} place such as "transformer.0.attention" @param {number} head @returns {Head} */
function emptyHead(place, head) {
  return {place, layer: Number(/\.(\d+)\./.exec(place)?.[1] ?? 0), head, scores: {}};
}

/** Whether it is enough of a score to be named after it. @param {Head['scores']} scores @param {Score} score */
export function passes(scores, score) {
  return (scores[score] ?? NaN) > BAR;
}
