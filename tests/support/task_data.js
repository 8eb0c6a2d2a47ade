// The data of every task, for tests that walk all of them: what the page would load, and a table for who brings none.
import {existsSync, readFileSync} from 'node:fs';

const file = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url));

const ENDINGS = {digits: 'bin', births: 'csv', names: 'txt'};
const TABLE = Array.from({length: 200}, (_, i) => `${i + 100},${[...String(i + 100)].reverse().join('')}`).join('\n');

/** @param {import('../../web/runtime/types').Kind} kind of describe().tasks @returns {Uint8Array} */
export function dataFor({kind, reads_data, options}) {
  if (!reads_data) return new Uint8Array();
  const corpus = String(options.find(({name}) => name === 'corpus')?.default);
  const path = `build/corpora/${corpus}.${ENDINGS[/** @type {'digits'} */ (corpus)]}`;
  if (corpus in ENDINGS && existsSync(new URL(`../../${path}`, import.meta.url))) return file(path);
  if (kind === 'pairs_csv') return new TextEncoder().encode(TABLE);
  return new TextEncoder().encode(JSON.parse(file('tests/golden/hashes.json').toString()).text);
}
