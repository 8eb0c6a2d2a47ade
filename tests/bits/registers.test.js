// The native command takes the widest registers that the machine has, computes the same with all, and would run where there
// are only the narrowest. Needs tools/build.sh native.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('../../', import.meta.url));
const here = process.platform === 'linux' && process.arch === 'x64';
const skip = here ? false : 'only on Linux for x86-64';

/** What the kernel says of the processor. */
function machineHas() {
  const flags =
    readFileSync('/proc/cpuinfo', 'utf8')
      .match(/^flags\s*:(.*)$/m)?.[1]
      .split(' ') ?? [];
  const has = (/** @type {string[]} */ ...names) => names.every((name) => flags.includes(name));
  if (has('avx2', 'avx512f', 'avx512cd', 'avx512dq', 'avx512bw')) return ['sse2', 'avx2', 'avx512'];
  return has('avx2') ? ['sse2', 'avx2'] : ['sse2'];
}
const widths = here ? machineHas() : [];

/** @param {string} program @param {string[]} args @param {string | undefined} registers */
const run = (program, args, registers) =>
  spawnSync(`${repo}build/native/${program}`, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: {...process.env, UNROLLED_REGISTERS: registers},
  });

const BENCH = ['bench', `${repo}tests/bench/workloads.json`, '--workload', 'rnn-h64', '--steps', '0'];

test('the command uses the registers asked for, and else the widest', {skip}, () => {
  for (const asked of [...widths, undefined]) {
    const {stdout, stderr} = run('unrolled', BENCH, asked);
    assert.equal(JSON.parse(stdout || '{}').registers, asked ?? widths.at(-1), stderr);
  }
});

test('the command refuses registers that nobody has', {skip}, () => {
  const {status, stderr} = run('unrolled', BENCH, 'mmx');
  assert.equal(status, 2);
  assert.match(stderr, new RegExp(`^unrolled: UNROLLED_REGISTERS: "mmx" .* Choose from ${widths.join(', ')}\\.\n$`));
});

for (const width of widths.slice(0, -1))
  test(`with ${width}: the weights have the hashes on file`, () => {
    const cases = ['--test-case=reproducible: after*,registers: *'];
    const {stdout} = run('unrolled_tests', cases, width);
    assert.match(stdout, /test cases: +2 \| +2 passed \| 0 failed/, stdout.slice(0, 2000));
  });

/** The functions of a program that have an instruction of AVX or newer. @param {string} program @returns {Promise<string[]>} */
async function functionsWithAvx(program) {
  const {stdout} = spawn('objdump', ['-d', '--no-show-raw-insn', program], {stdio: ['ignore', 'pipe', 'inherit']});
  const found = new Set();
  let name = '';
  for await (const line of createInterface(stdout)) {
    name = /^[0-9a-f]+ <(.*)>:$/.exec(line)?.[1] ?? name;
    if (/:\t+v(?!err|erw)/.test(line) || /%[yz]mm|%k[0-7]/.test(line)) found.add(name);
  }
  return [...found];
}

test('only kernels for wide registers have instructions that the first x86-64 lacks', {skip}, async () => {
  const names = await functionsWithAvx(`${repo}build/native/unrolled`);
  for (const width of ['avx2', 'avx512']) assert.ok(names.some((name) => name.includes(`unrolled_${width}`)));
  assert.deepEqual(
    names.filter((name) => !/unrolled_avx(2|512)/.test(name)),
    [],
  );
});
