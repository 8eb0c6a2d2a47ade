// An item of a sequence that is answered place by place: `given`, `answer`, `target` and `right` have one entry a place. Pure.

/** @typedef {import('../../runtime/types').Item} Item */

/**
 * One place of a sequence that is answered position by position.
 * @typedef {{said: string | null, wanted: string | null, counts: boolean, right: boolean | null}} Place
 * right: null where nothing was asked, or nobody knows
 */

/** @param {Item} item @returns {Place[]} every place of what was given, in order */
export function placesOf({given, answer, target, right}) {
  const said = answer.symbols ?? [];
  return Array.from({length: (given.symbols ?? given.values ?? said).length}, (_, i) => ({
    said: said[i] ?? null,
    wanted: target?.symbols?.[i] ?? null,
    counts: (said[i] ?? null) !== null,
    right: right?.[i] ?? null,
  }));
}

/** @param {Place[]} places @returns {{right: number, asked: number}} of the places where the right answer is known */
export function tally(places) {
  const known = places.filter(({right}) => right !== null);
  return {right: known.filter(({right}) => right).length, asked: known.length};
}
