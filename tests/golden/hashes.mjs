// Writes tests/golden/hashes.json: small models, one of each family and notable variant, and the SHA-256 of their weights
// after 100 and after 1,000 steps, as the native command (SSE2, without fused multiply-add) computes them. Every strict
// build must reach the same bits: tests/engine/hashes_test.cpp, natively and as WebAssembly, with and without SIMD, and
// tests/bits, in browsers.
//   node tests/golden/hashes.mjs [COMMAND]    after a change that is meant to change results; say so in the commit
// The file has the number of the arithmetic that gives these bits: others need another (engine/core/arithmetic.hpp).
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const command = process.argv[2] ?? join(here, '../../build/native/unrolled');
const golden = JSON.parse(readFileSync(join(here, 'hashes.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));

/** @param {any} experiment @param {number} steps */
function hashAfter(experiment, steps) {
  const {task, train} = experiment;
  const own = task.corpus === 'own' ? {text: golden.text} : {};
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify({...experiment, task: {...task, ...own}}));
  const env = {...process.env, UNROLLED_CORPORA: here}; // digits.bin
  const out = execFileSync(command, ['train', file, '--steps', String(steps)], {encoding: 'utf8', env});
  const last = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  if (!last.done || last.steps !== steps || train.steps < steps) throw new Error(out);
  return last.weights_sha256;
}

const cases = golden.cases.map((/** @type {any} */ {name, experiment}) => {
  const hashes = {after_100: hashAfter(experiment, 100), after_1000: hashAfter(experiment, 1000)};
  return JSON.stringify({name, experiment, ...hashes});
});
const {arithmetic} = JSON.parse(execFileSync(command, ['describe'], {encoding: 'utf8', maxBuffer: 2 ** 26}));
const before = new Map(golden.cases.map((/** @type {any} */ one) => [one.name, JSON.stringify(one)]));
const changed = golden.cases.filter((/** @type {any} */ {name}, /** @type {number} */ i) => before.get(name) !== cases[i]);
if (changed.some((/** @type {any} */ {after_100}) => after_100) && arithmetic === golden.arithmetic)
  throw new Error('Other bits need another number: count up kArithmetic in engine/core/arithmetic.hpp.');
const head = JSON.stringify({made_by: golden.made_by, arithmetic, text: golden.text}, null, 1).slice(0, -2);
writeFileSync(join(here, 'hashes.json'), `${head},\n "cases": [\n${cases.join(',\n')}\n ]\n}\n`); // a case a line
