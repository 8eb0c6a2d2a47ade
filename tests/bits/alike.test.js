// Whatever is asked, natively, without SIMD and in WebAssembly the answer is the same to the last character, or the refusal.
// Needs tools/build.sh native, scalar, wasm, wasm-scalar.   ALIKE=200 ALIKE_FROM=5000 for more, and others.
import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {drawnExperiment} from '../support/drawn_experiments.js';

const build = fileURLToPath(new URL('../../build/', import.meta.url));
const COUNT = Number(process.env.ALIKE ?? 80);
const FROM = Number(process.env.ALIKE_FROM ?? 1);
/** @type {Record<string, string[]>} */
const BUILDS = {
  native: [`${build}native/unrolled`],
  'native without SIMD': [`${build}scalar/unrolled`],
  WebAssembly: ['node', `${build}wasm/unrolled.mjs`],
  'WebAssembly without SIMD': ['node', `${build}wasm-scalar/unrolled.mjs`],
};

const folder = mkdtempSync(join(tmpdir(), 'unrolled-alike-'));
after(() => rmSync(folder, {recursive: true}));

/** @param {string[]} command @param {string[]} args @returns {Promise<{code: number, out: string, err: string}>} */
const run = ([program, ...first], args) =>
  new Promise((resolve) =>
    execFile(program, [...first, ...args], {maxBuffer: 1 << 26}, (error, out, err) =>
      resolve({code: error ? Number(error.code ?? NaN) : 0, out: out.replace(/,"tokens_per_s":[^,}]*/g, ''), err}),
    ),
  );

/** @param {any} described @param {number} seed @returns {Promise<number>} the exit code of all */
async function compare(described, seed) {
  const {experiment, data} = drawnExperiment(described, seed);
  const [asked, read] = [join(folder, `${seed}.json`), join(folder, `${seed}.txt`)];
  writeFileSync(asked, JSON.stringify(experiment));
  writeFileSync(read, data);
  const table = /_csv"/.test(JSON.stringify(experiment)) ? '--csv' : '--text';
  /** @type {{code: number, out: string, err: string} | null} */
  let first = null;
  for (const [name, command] of Object.entries(BUILDS)) {
    const answer = await run(command, ['train', asked, table, read]);
    assert.ok(answer.code === 0 || answer.code === 2, `number ${seed}, ${name}: ${answer.code} ${answer.err}`);
    first ??= answer;
    assert.deepEqual(answer, first, `number ${seed}, ${name}`);
  }
  return first?.code ?? -1;
}

test(`${COUNT} experiments: four builds give the same answer or the same refusal`, async () => {
  const described = JSON.parse(execFileSync(BUILDS.native[0], ['describe'], {encoding: 'utf8', maxBuffer: 1 << 26}));
  const seeds = Array.from({length: COUNT}, (_, i) => FROM + i);
  /** @type {number[]} */
  const codes = [];
  const hand = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) codes.push(await compare(described, seed));
  };
  await Promise.all(Array.from({length: availableParallelism()}, hand));
  const trained = codes.filter((code) => code === 0).length;
  assert.ok(trained > COUNT / 4 && trained < COUNT, `${trained} of ${COUNT} trained: too few, or none was refused`);
});
