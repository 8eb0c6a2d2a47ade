// Prints what a language file may say of the engine's words: each key, the stamp of its English, and the English, ready to be
// translated. Needs build/describe.json, which `make build` makes.
import {readFileSync} from 'node:fs';
import {entriesOf} from '../web/words/overlay.js';
import {measureEntries} from '../web/words/overlay_measures.js';
import {stampOf} from './words/stamps.mjs';

const describe = JSON.parse(readFileSync(new URL('../build/describe.json', import.meta.url), 'utf8'));
const seen = new Set();
for (const {key, english} of [...entriesOf(describe), ...measureEntries(describe)]) {
  if (seen.has(key) || !english) continue;
  seen.add(key);
  console.log(`# English: ${stampOf(english)}\n${key.replaceAll('.', '-')} = ${english}\n`);
}
