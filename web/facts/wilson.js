// How much a share of so many answers says of the share in the long run. Pure.

/** Half the width of 95 %, in standard deviations. */
const Z = 1.96;

/**
 * Wilson's interval (1927), which unlike the usual one holds for few answers, and for none or all of them right.
 * @param {number} share of 1 @param {number} count answers, at least one
 * @param {number} [z] how many standard deviations; without it those of 95 %
 * @returns {{low: number, high: number}} where the share of all such answers lies, with 95 % confidence
 */
export function wilson(share, count, z = Z) {
  const weight = (z * z) / count;
  const middle = (share + weight / 2) / (1 + weight);
  const half = (z / (1 + weight)) * Math.sqrt((share * (1 - share)) / count + weight / (4 * count));
  return {low: share === 0 ? 0 : Math.max(0, middle - half), high: share === 1 ? 1 : Math.min(1, middle + half)};
}
