// What the workloads learn from, symbols.txt and pairs.csv: `node tests/bench/texts.mjs` writes them again.
import {writeFileSync} from 'node:fs';
import {random, walk} from './walk.mjs';

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
