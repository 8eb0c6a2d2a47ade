// Writes tests/golden/hashes.json: the weights' hashes of small models after 200 steps, as the native command (without
// fused multiply-add) computes them. Every strict build must reach the same bits: tests/engine/hashes_test.cpp, natively
// and as WebAssembly, and tests/wasm/engine.test.js.
//   node tests/golden/hashes.mjs            after a change that is meant to change results; say so in the commit
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const path = fileURLToPath(new URL('hashes.json', import.meta.url));
const command = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const golden = JSON.parse(readFileSync(path, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));

golden.cases = golden.cases.map((/** @type {any} */ {experiment}) => {
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify({...experiment, task: {...experiment.task, text: golden.text}}));
  const lines = execFileSync(command, ['train', file], {encoding: 'utf8'}).trim().split('\n');
  const hashes = lines.map((line) => JSON.parse(line)).filter((line) => line.done);
  return {experiment, weights_sha256: hashes.map((line) => line.weights_sha256)};
});
writeFileSync(path, `${JSON.stringify(golden, null, 1)}\n`);
