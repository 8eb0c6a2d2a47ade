// Sequences that models learn from in the benchmark.

/** Numbers in [0, 1), always the same ones (mulberry32). @param {number} seed */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Something to learn: three times out of four the last symbol decides the next. @returns {number[]} */
export function walk(next, symbols, count) {
  const row = [Math.floor(next() * symbols)];
  while (row.length < count)
    row.push(next() < 0.75 ? (5 * row[row.length - 1] + 7) % symbols : Math.floor(next() * symbols));
  return row;
}
