// Runs every suite, goes on after a failing one, and sums up. The last line is "N passed, N failed"; a suite that
// does not build, or ran no test, counts as one failed.
//   node tools/test.mjs [SUITE...]    only these suites, by the names below; without a name all but those run by hand
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const DOCTEST = {passed: /test cases:.*?(\d+) passed/, failed: /test cases:.*?(\d+) failed/};
const NODE = {passed: /^ℹ pass (\d+)/m, failed: /^ℹ fail (\d+)/m};
/** @typedef {{passed: RegExp, failed: RegExp, unsteady?: RegExp}} Counts what an output says: the last that matches */
const PLAYWRIGHT = {passed: /^\s*(\d+) passed/m, failed: /^\s*(\d+) failed/m, unsteady: /^\s*(\d+) flaky/m};
const CHECKS = {passed: /^(\d+) passed, \d+ failed$/m, failed: /^\d+ passed, (\d+) failed$/m};

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  return names.filter((name) => /\.test\.m?js$/.test(name)).map((name) => join(folder, name));
}

// Node 20 still hides relaxed SIMD, which the fast tier needs, behind a flag.
const relaxed = process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : [];

// Of its own accord Node leaves one core alone: of two, half of the machine.
const NODE_TESTS = [
  'node',
  ...relaxed,
  '--test',
  `--test-concurrency=${availableParallelism()}`,
  '--test-reporter=spec',
];

const SUITES = [
  {name: 'check', commands: [['tools/check.sh']], counts: CHECKS},
  {
    name: 'native',
    commands: [
      ['tools/build.sh', 'native'],
      ['node', 'tools/doctest.mjs', 'build/native/unrolled_tests'],
    ],
    counts: DOCTEST,
  },
  {
    name: 'sanitize',
    commands: [
      ['tools/build.sh', 'sanitize', 'unrolled_tests', 'fuzzers'],
      ['node', 'tools/doctest.mjs', 'build/sanitize/unrolled_tests'],
    ],
    counts: DOCTEST,
  },
  {
    name: 'fuzz',
    commands: [
      ['tools/build.sh', 'sanitize', 'fuzzers'],
      ['env', 'FUZZ_FROM=1', 'node', 'tools/fuzz.mjs', '60'],
    ],
    counts: CHECKS,
  },
  {
    name: 'wasm',
    commands: [
      ['tools/build.sh', 'wasm'],
      ['node', 'tools/doctest.mjs', 'node', 'build/wasm/unrolled_tests_checked.mjs'],
    ],
    counts: DOCTEST,
  },
  {
    name: 'web',
    commands: [
      ['node', 'tools/prepare.mjs'],
      [...NODE_TESTS, ...testFiles('tests/wasm'), ...testFiles('tests/web')],
    ],
    counts: NODE,
  },
  {
    name: 'guard',
    commands: [
      ['tools/build.sh', 'native', 'unrolled'],
      [...NODE_TESTS, ...testFiles('tests/guard')],
    ],
    counts: NODE,
  },
  {
    name: 'size',
    commands: [
      ['tools/build.sh', 'web'],
      ['node', 'tools/check-size.mjs'],
    ],
    counts: CHECKS,
  },
  {
    name: 'dist',
    commands: [[...NODE_TESTS, ...testFiles('tests/dist')]],
    counts: NODE,
  },
  {
    name: 'e2e',
    commands: [['node_modules/.bin/playwright', 'test', '--config', 'tests/e2e/playwright.config.js']],
    counts: PLAYWRIGHT,
  },
  {
    name: 'bits',
    commands: [
      ['tools/build.sh', 'scalar', 'unrolled_tests', 'unrolled'],
      ['tools/build.sh', 'wasm-scalar', 'unrolled_tests', 'unrolled'],
      [...NODE_TESTS, ...testFiles('tests/bits')],
    ],
    counts: NODE,
  },
  {
    name: 'apart',
    byHand: true, // what relies on another's includes does not compile; counted as one
    commands: [
      ['tools/build.sh', 'apart', 'unrolled_engine'],
      ['node', '-e', 'console.log("1 passed, 0 failed")'],
    ],
    counts: CHECKS,
  },
  {
    name: 'arm',
    byHand: true, // takes packages that nothing else needs, and some minutes
    commands: [
      ['tools/build.sh', 'arm', 'unrolled_tests', 'unrolled'],
      ['node', 'tools/doctest.mjs', 'qemu-aarch64', 'build/arm/unrolled_tests'],
    ],
    counts: DOCTEST,
  },
];

/** Runs a command, showing what it prints. @param {string[]} command @returns {Promise<{ok: boolean, text: string}>} */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe']});
    let text = '';
    child.stdout.on('data', (data) => (process.stdout.write(data), (text += data)));
    child.stderr.on('data', (data) => (process.stderr.write(data), (text += data)));
    child.on('error', (error) => (console.error(error.message), resolve({ok: false, text})));
    child.on('close', (code) => resolve({ok: code === 0, text}));
  });
}

/** The last number that a pattern finds. @param {RegExp} pattern @param {string} text */
function lastNumber(pattern, text) {
  const found = [...text.matchAll(new RegExp(pattern, pattern.flags + 'g'))].at(-1);
  return found ? Number(found[1]) : 0;
}

/** So many tests of a suite may fail once and then pass, on a machine that others use too. */
const UNSTEADY = 2;

/** What a failed suite said last, without a build's progress: who reads only the end of a log sees why. @param {string} text */
const lastLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() && !/^\[\d+\/\d+\]/.test(line))
    .slice(-12);

// Where a log tells what went wrong: a sanitizer's finding, the head of Playwright's or node's first failed test.
const FINDINGS = [/ERROR: |runtime error: |terminate called/, /^ {2}1\) /, /^✖ failing tests/];

// How Playwright heads the names of what failed, or failed once.
const NAMES = /^ {2}\d+ (failed|flaky)$/;

/** All that Playwright names at its end: the first finding tells of one. @param {string[]} lines */
function names(lines) {
  const first = lines.findIndex((line) => NAMES.test(line));
  return first < 0 ? [] : lines.slice(first, first + 12).filter((line) => NAMES.test(line) || line.includes('›'));
}

/** The first finding, or else the last lines; then the names of all. @param {string} text */
function reason(text) {
  const lines = text.split('\n').filter((line) => line.trim());
  const found = FINDINGS.map((mark) => lines.findIndex((line) => mark.test(line))).find((index) => index >= 0);
  const first = found === undefined ? lastLines(text) : lines.slice(found, found + 24);
  return [...first, ...names(lines)].map((line) => `     ${line.slice(0, 200)}`);
}

/** @param {typeof SUITES[number]} suite */
async function runSuite({name, commands, counts: by}) {
  /** @type {Counts} */
  const counts = by;
  console.log(`\n== ${name}`);
  const start = performance.now();
  let result = {ok: true, text: ''};
  for (const command of commands) if (result.ok) result = await run(command);
  const unsteady = counts.unsteady ? lastNumber(counts.unsteady, result.text) : 0;
  const passed = lastNumber(counts.passed, result.text) + unsteady;
  let failed = lastNumber(counts.failed, result.text);
  if (failed === 0 && (!result.ok || passed === 0)) failed = 1; // did not build, crashed, or ran nothing
  if (unsteady > UNSTEADY) failed += unsteady;
  const seconds = Math.round((performance.now() - start) / 1000);
  return {name, passed, failed, unsteady, seconds, why: failed || unsteady ? reason(result.text) : []};
}

const wanted = process.argv.slice(2);
/** @type {Awaited<ReturnType<typeof runSuite>>[]} */
const results = [];
for (const suite of SUITES) {
  if (wanted.includes(suite.name) || (wanted.length === 0 && !suite.byHand)) results.push(await runSuite(suite));
}

console.log('\n== Summary');
for (const {name, passed, failed, unsteady, seconds, why} of results) {
  for (const line of why) console.log(line);
  console.log(
    `${failed ? 'FAIL' : 'ok  '} ${name.padEnd(10)} ${passed} passed  ${failed} failed  ${seconds} s${unsteady ? `  (${unsteady} of them passed when run again)` : ''}`,
  );
}
const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || results.length === 0 ? 1 : 0;
