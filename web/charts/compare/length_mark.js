// Where two models differ most, among lines of shares over the same columns. Pure.

/** Less is nothing that stands out. */
const LEAST = 0.2;

/** @param {number[][]} shares one list a model; NaN: not known @returns {{column: number, row: number, best: number} | null} row: who has less there */
export function farthestApart(shares) {
  const count = Math.max(0, ...shares.map(({length}) => length));
  const spots = Array.from({length: count}, (_, column) =>
    spreadAt(
      shares.map((one) => one[column] ?? NaN),
      column,
    ),
  );
  const [widest] = spots.sort((a, b) => b.apart - a.apart);
  return widest && widest.apart >= LEAST ? widest : null;
}

/** @param {number[]} values @param {number} column */
function spreadAt(values, column) {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return {column, row: values.indexOf(low), best: values.indexOf(high), apart: known.length > 1 ? high - low : -1};
}
