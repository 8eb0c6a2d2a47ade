// Do the chapters show what they say? Trains those named, or all, with five seeds and at every position of their knob, natively on
// the strict tier; keeps what came of it in tests/learning/proved/chapters.json and web/facts/spreads.json, writes the table of
// docs/learning.md, and leaves beside each chapter its recorded run and its thumbnail.
//   node tools/learn_chapters.mjs forgets why     these
//   node tools/learn_chapters.mjs --table         only writes the table again
//   node tools/learn_chapters.mjs --record        only the recorded runs and thumbnails
// Finished runs are kept under build/learn, so that an interrupted proof goes on where it was.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {fileURLToPath} from 'node:url';
import {CHAPTERS} from '../web/learn/index.js';
import {MEASURED} from '../tests/learning/chapter_claims.mjs';
import {BEGIN, END, claimsOf, proofKey, table} from '../tests/learning/chapter_proof.mjs';
import {chapterKey, keys} from './chapters/fingerprints.mjs';
import {record, written} from './chapters/record.mjs';
import {testedLines} from './learn_engine.mjs';
import {shown} from './learn_judge.mjs';
import {seeded} from './learn_run.mjs';
import {keepSpreads} from './learn_spreads.mjs';
import {SEEDS, spreadOf, wholeRuns} from './learn_whole.mjs';

/** @import {Chapter} from '../web/learn/types' */
/** @import {Run} from '../web/facts/command_history.js' */
/** @import {Proof} from '../tests/learning/chapter_proof.mjs' */
/** @import {Experiment} from '../web/runtime/types' */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
mkdirSync('build/learn', {recursive: true});

const KEPT = 'tests/learning/proved/chapters.json';
const PAGE = 'docs/learning.md';

const {values: flags, positionals: names} = parseArgs({
  allowPositionals: true,
  options: {
    command: {type: 'string', default: 'build/native/unrolled'},
    table: {type: 'boolean', default: false},
    record: {type: 'boolean', default: false},
  },
});
const unknown = names.filter((name) => !CHAPTERS.some(({id}) => id === name));
if (unknown.length > 0) throw new Error(`no chapter ${unknown.join(', ')}`);
const describe = JSON.parse(execFileSync(flags.command, ['describe'], {encoding: 'utf8', maxBuffer: 1e7}));
const chapters = await Promise.all(CHAPTERS.map(({load}) => load()));
const wanted = flags.table ? [] : chapters.filter(({id}) => !names.length || names.includes(id));

/** @type {Record<string, Proof>} */
const proofs = JSON.parse(readFileSync(KEPT, 'utf8'));
for (const chapter of wanted) {
  if (!flags.record) await prove(chapter);
  await leave(chapter);
}
writeTable();
const open = chapters.filter(({id}) => !proofs[id]?.seeds.flat().every(({holds}) => holds)).map(({id}) => id);
console.log(open.length ? `not proved: ${open.join(', ')}` : 'every chapter shows what it says');
process.exitCode = open.length ? 1 : 0;

/** @param {Chapter} chapter */
async function prove(chapter) {
  const {id, experiment} = chapter;
  /** @type {Proof['seeds']} */
  const seeds = [];
  const runs = [];
  for (const seed of SEEDS) {
    runs.push(await wholeRuns(experiment, seed, flags.command));
    const all = await attempt(chapter, seed);
    seeds.push(all);
    console.error(id, 'seed', seed, all.map(({holds, text}) => (holds ? text : `${text} NOT`)).join(', '));
  }
  proofs[id] = {fingerprint: proofKey(chapter), arithmetic: describe.arithmetic, seeds};
  writeFileSync(KEPT, `${JSON.stringify(proofs, null, 2)}\n`);
  keepSpreads({[chapterKey(chapter)]: spreadOf(experiment, runs, describe)}, await keys());
}

/** Every claim with one seed, each position of the knob trained once. @param {Chapter} chapter @param {number} seed */
async function attempt(chapter, seed) {
  /** @type {Map<string, Run[]>} */
  const known = new Map();
  const all = [];
  for (const {position, experiment, predicate, measured} of claimsOf(chapter)) {
    const key = `${position} ${Boolean(measured)}`;
    const runs =
      known.get(key) ??
      (await (measured ? measuredRuns(chapter.id, experiment, seed) : wholeRuns(experiment, seed, flags.command)));
    known.set(key, runs);
    all.push(shown(predicate, runs));
  }
  return all;
}

/** @param {string} id @param {Experiment} experiment @param {number} seed @returns {Promise<Run[]>} */
async function measuredRuns(id, experiment, seed) {
  const whole = seeded(experiment, seed);
  const runs = [];
  const {probes, models = [...whole.models.keys()]} = MEASURED[id];
  for (const [k, model] of whole.models.entries()) {
    const one = {...whole, models: [model]};
    const lines = [];
    if (models.includes(k)) for await (const line of testedLines(one, probes)) lines.push(line);
    runs.push({experiment: one, lines});
  }
  return runs;
}

/** @param {Chapter} chapter */
async function leave(chapter) {
  const {recorded, thumbnail} = await record(chapter, flags.command);
  const folder = `web/learn/${chapter.id}`;
  writeFileSync(`${folder}/recorded.json`, written(recorded));
  writeFileSync(`${folder}/thumbnail.svg`, thumbnail);
}

function writeTable() {
  const text = readFileSync(PAGE, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${PAGE} lacks the lines between which the table belongs`);
  writeFileSync(PAGE, `${text.slice(0, begin)}${BEGIN}\n${table(proofs, chapters, describe)}\n${text.slice(end)}`);
}
