// Plants faults in a copy of the sources, one at a time, and tells which the native suite misses:
//
//   node tests/mutations/run.mjs [ID...] [--jobs N] [--again] [--at FOLDER] [--tests FILE,...]
//   node tests/mutations/run.mjs --check    only that each fault can still be planted
//
// It goes on where it was interrupted; --again forgets what is known of the faults named, or of all. --jobs: compilers
// side by side. The copy is in build/mutants unless --at names another folder (on a disk that is faster, say). --tests:
// only these files of tests/engine, which is quicker; what they do not catch stays open, since others might.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {REPO, faults, mistakes} from './planting.mjs';
import {keepResults, readResults, report} from './report.mjs';
import {Tree} from './tree.mjs';

const RESULTS = join(REPO, 'build/mutants/results.json');
const REPORT = join(REPO, 'tests/mutations/report.md');
const LEAST_SECONDS = 300; // for a suite with a fault in it; else six times what the whole one took

const {values: asked, positionals: names} = parseArgs({
  allowPositionals: true,
  options: {
    check: {type: 'boolean', default: false},
    again: {type: 'boolean', default: false},
    jobs: {type: 'string', default: '2'},
    at: {type: 'string', default: join(REPO, 'build/mutants/tree')},
    tests: {type: 'string', default: ''},
  },
});

/** @param {string} text @returns {never} */
function fail(text) {
  console.error(`mutations: ${text}`);
  process.exit(1);
}

/** The commit whose sources these are, with a plus where something was changed since. */
function commit() {
  const git = (/** @type {string[]} */ ...words) => execFileSync('git', words, {cwd: REPO, encoding: 'utf8'}).trim();
  const changed = git('status', '--porcelain', '--', 'engine', 'tests/engine', 'tests/support', 'tests/golden');
  return git('rev-parse', '--short', 'HEAD') + (changed === '' ? '' : '+');
}

/** @param {Tree} tree @returns {Promise<number>} seconds that a suite with a fault may take */
async function soundSuite(tree) {
  console.log(`building the suite in ${tree.folder}`);
  tree.sync();
  const wrong = await tree.build();
  if (wrong !== '') fail(`the sources do not compile as they are\n${wrong}`);
  const whole = await tree.test(7200);
  if (!whole.passed) fail(`the suite fails as it is: ${whole.by}`);
  console.log(`without a fault it passes, in ${whole.seconds.toFixed(0)} s`);
  return Math.max(LEAST_SECONDS, 6 * whole.seconds);
}

/**
 * @param {Tree} tree
 * @param {import('./planting.mjs').Fault} fault
 * @param {number} seconds
 * @returns {Promise<Omit<import('./report.mjs').Result, 'commit'>>}
 */
const judged = (tree, fault, seconds) =>
  tree.with(fault, async () => {
    const wrong = await tree.build();
    if (wrong !== '') return {outcome: 'broken', by: wrong.slice(-2000)};
    const verdict = await tree.test(seconds);
    return {outcome: verdict.passed ? 'missed' : 'caught', by: verdict.by};
  });

const wrong = mistakes(faults);
for (const mistake of wrong) console.error(mistake);
if (wrong.length > 0) fail(`${wrong.length} of ${faults.length} faults cannot be planted`);
console.log(`${faults.length} faults can be planted`);
if (asked.check) process.exit();

const unknown = names.filter((name) => !faults.some((fault) => fault.id === name));
if (unknown.length > 0) fail(`no such fault: ${unknown.join(', ')}`);
const results = readResults(RESULTS);
const chosen = names.length > 0 ? faults.filter((fault) => names.includes(fault.id)) : faults;
if (asked.again) for (const fault of chosen) delete results[fault.id];
const open = chosen.filter((fault) => results[fault.id] === undefined);
const some = asked.tests.split(',').filter((file) => file !== '');
const tree = new Tree(resolve(asked.at), Number(asked.jobs), some);
const seconds = open.length > 0 ? await soundSuite(tree) : 0;
const of = commit();
for (const fault of open) {
  const result = await judged(tree, fault, seconds);
  if (result.outcome !== 'missed' || some.length === 0) results[fault.id] = {...result, commit: of};
  console.log(`${fault.id}: ${result.outcome}${result.by === '' ? '' : ` (${result.by.split('\n')[0]})`}`);
  keepResults(RESULTS, results);
  writeFileSync(REPORT, report(faults, results));
}
writeFileSync(REPORT, report(faults, results));
if (chosen.some((fault) => results[fault.id]?.outcome !== 'caught')) process.exitCode = 1;
