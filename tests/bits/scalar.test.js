// Builds without SIMD compute the same bits (tests/engine/hashes_test.cpp), and really have none.
// Needs tools/build.sh scalar and wasm-scalar.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const build = fileURLToPath(new URL('../../build/', import.meta.url));
/** @param {string} program @param {string[]} args */
const run = (program, args) => execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 30});

/** Holds that all of a doctest program's cases pass. @param {string} program @param {string[]} args */
function passes(program, args) {
  const {stdout, error} = spawnSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 26});
  assert.ifError(error);
  assert.match(stdout, /test cases: +([1-9]\d*) \| +\1 passed \| 0 failed/, stdout.slice(0, 2000));
}

test('native without SIMD: the weights have the hashes on file', () => {
  passes(`${build}scalar/unrolled_tests`, []);
});

test('native without SIMD: no instruction computes with more than one float', () => {
  const code = run('objdump', ['-d', '--no-show-raw-insn', `${build}scalar/libunrolled_engine.a`]);
  assert.match(code, /\bv?mulss\b/);
  assert.deepEqual(code.match(/\bv?(add|sub|mul|div|min|max|sqrt)p[sd]\b/g), null);
});

test('WebAssembly without SIMD: the weights have the hashes on file', () => {
  passes('node', [`${build}wasm-scalar/unrolled_tests.mjs`]);
});

test('WebAssembly without SIMD: runs where a processor has none', () => {
  const source = `process.exitCode = process.argv.slice(1).map((file) =>
    WebAssembly.validate(require('fs').readFileSync(file))).join() === 'true,false' ? 0 : 1`;
  const old = ['--no-enable-sse4-1', '--no-enable-avx']; // on x86-64, V8 has no SIMD without these
  const modules = [`${build}wasm-scalar/unrolled_tests_strict_main.wasm`, `${build}wasm/unrolled_strict_main.wasm`];
  run('node', [...old, '-e', source, ...modules]);
});
