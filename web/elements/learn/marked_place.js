// Which place of an example is marked first: what has to be kept from there on is what a chapter asks about.

/** @param {import('../../runtime/types').Item | undefined} item numbers beside which stands whether they are marked @returns {number} -1: none is */
export function firstMarked(item) {
  const values = item?.given.values ?? [];
  return values.every((row) => row.length === 2 && (row[1] === 0 || row[1] === 1))
    ? values.findIndex(([, mark]) => mark === 1)
    : -1;
}

/** Where the ways begin: there, or so many places before the end. @param {import('../../runtime/types').Item | undefined} item @param {number} [back] @returns {number} -1: nowhere in particular */
export function wantedPlace(item, back) {
  const marked = firstMarked(item);
  const count = item?.given.symbols?.length ?? item?.given.values?.length ?? 0;
  return marked < 0 && back !== undefined ? count - 1 - back : marked;
}
