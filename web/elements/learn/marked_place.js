// Which place of an example is marked first: what has to be kept from there on is what a chapter asks about.

/** @param {import('../../runtime/types').Item | undefined} item numbers beside which stands whether they are marked @returns {number} -1: none is */
export function firstMarked(item) {
  const values = item?.given.values ?? [];
  return values.every((row) => row.length === 2 && (row[1] === 0 || row[1] === 1))
    ? values.findIndex(([, mark]) => mark === 1)
    : -1;
}
