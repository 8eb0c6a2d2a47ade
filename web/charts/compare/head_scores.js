// What each head of a model looks for, as scores from 0 to 1, and which head has most of each.

/** @typedef {import('./runs.js').Measured} Measured */
/** @typedef {'previous' | 'induction' | 'copying' | 'entropy'} Score */
/** layer: from 0; across: it looks at a source @typedef {{layer: number, head: number, across: boolean, scores: Partial<Record<Score, number>>}} Head */

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
  return {layer: Number(/\.(\d+)\./.exec(place)?.[1] ?? 0), head, across: isAcross(place), scores: {}};
}

/** Names that attention to a source has. @param {string} place */
const isAcross = (place) => /cross|^(seq2seq|conv_seq2seq)/.test(place);

/** The one with most of a score; of entropy with least: it looks at one place. @param {Head[]} heads @param {Score} score @returns {number} -1 where none has it */
export function best(heads, score) {
  const sign = score === 'entropy' ? -1 : 1;
  const of = (/** @type {Head} */ {scores}) => sign * (scores[score] ?? NaN);
  return heads.reduce((most, head, i) => (of(head) > (most < 0 ? -Infinity : of(heads[most])) ? i : most), -1);
}

/** Whether the best deserves its name. @param {Head | undefined} head @param {Score} score */
export function passes(head, score) {
  const value = head?.scores[score] ?? NaN;
  return score === 'entropy' ? value <= 1 - BAR : value > BAR;
}
