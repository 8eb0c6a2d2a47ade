// What the workloads learn from, symbols.txt and pairs.csv: `node tests/bench/texts.mjs` writes them again.
import {writeFileSync} from 'node:fs';

/** Numbers in [0, 1), always the same ones (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Something to learn: three times out of four the last symbol decides the next. @returns {number[]} */
function walk(next, symbols, count) {
  const row = [Math.floor(next() * symbols)];
  while (row.length < count)
    row.push(next() < 0.75 ? (5 * row[row.length - 1] + 7) % symbols : Math.floor(next() * symbols));
  return row;
}

/** 64 symbols from '0' on. The first 64 are each of them once, so that the vocabulary is complete. */
function symbols() {
  const all = Array.from({length: 64}, (_, i) => i);
  return String.fromCharCode(...[...all, ...walk(random(1), 64, 20000 - 64)].map((i) => 48 + i));
}

/** 16 of 62 letters and digits, and the last 15 of them from behind: with start and end, 64 symbols and 16 to answer. */
function pairs() {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const next = random(2);
  const line = () => {
    const given = walk(next, 62, 16).map((i) => letters[i]);
    return `${given.join('')},${given.slice(1).reverse().join('')}\n`;
  };
  return Array.from({length: 600}, line).join('');
}

writeFileSync(new URL('symbols.txt', import.meta.url), symbols());
writeFileSync(new URL('pairs.csv', import.meta.url), pairs());
