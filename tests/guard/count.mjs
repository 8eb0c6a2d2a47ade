// Counts the instructions that the native command executes for a workload of the benchmark, under valgrind's callgrind:
// a measure of speed that is the same on a busy machine. UNROLLED_COMMAND names another build than build/native/unrolled.
// What the C library would choose by the processor is held to its baseline, and so are the kernels; symbols are bound before
// anything runs.
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const FILE = (/** @type {string} */ name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const WORKLOADS = FILE('tests/bench/workloads.json');
const COMMAND = process.env.UNROLLED_COMMAND ?? FILE('build/native/unrolled');

// With ERMS a string instruction counts once a byte; the others decide which memcpy and which libm is taken.
const HIDDEN = 'ERMS FSRM FMA FMA4 BMI2 SSSE3 SSE4_1 AVX AVX2 AVX512F AVX512VL AVX512BW AVX_Fast_Unaligned_Load';
const ENVIRONMENT = {
  LD_BIND_NOW: '1',
  UNROLLED_REGISTERS: 'sse2',
  GLIBC_TUNABLES: `glibc.cpu.hwcaps=${HIDDEN.replaceAll(/(\w+) ?/g, '-$1,').slice(0, -1)}`,
};

/**
 * opening: instructions of the whole program without a step; step: what one step adds, of it the functions that take
 * most, by short names.
 * @typedef {{opening: number, step: number, functions: Record<string, number>}} Count
 * @typedef {{compiler: string, library: string}} Made
 * @typedef {{made_by?: string, made_with: Made, workloads: Record<string, Count>}} Counts
 */

export const workloadIds = () =>
  JSON.parse(readFileSync(WORKLOADS, 'utf8')).workloads.map((/** @type {{id: string}} */ {id}) => id);

/** What the counts depend on but for the code. @returns {Made} */
export function madeWith() {
  const compiler = readFileSync(COMMAND, 'latin1').match(/GCC: \([ -~]+\) ([\d.]+)/);
  const {header} = /** @type {any} */ (process.report.getReport());
  return {compiler: `g++ ${compiler?.[1] ?? 'unknown'}`, library: `glibc ${header.glibcVersionRuntime}`};
}

/** Without the types of arguments and templates: gemm_nn, Session::step. @param {string} name */
export function shortName(name) {
  let short = name.replace(/\(anonymous namespace\)::|\[abi:\w+\]| \[clone [^\]]*\]/g, '');
  for (let before = ''; before !== short;) short = (before = short).replace(/<[^<>]*>|\([^()]*\)/g, '');
  return (short.split(' const')[0].split(' ').at(-1) ?? name).replace(/^unrolled(_sse2)?::/, '');
}

/** Instructions by function, of callgrind's file. @param {string} text */
export function functionCosts(text) {
  const names = new Map(), costs = new Map(); // prettier-ignore
  let current = '',
    called = false;
  for (const line of text.split('\n')) {
    const [, kind, id, name] = line.match(/^(c?)fn=\((\d+)\)(?: (.*))?$/) ?? [];
    if (id !== undefined) {
      if (name !== undefined) names.set(id, shortName(name));
      if (!kind) current = names.get(id);
    } else if (line.startsWith('calls=')) {
      called = true; // the next line holds what the called function took
    } else if (/^[\d+*-]/.test(line)) {
      if (!called) costs.set(current, (costs.get(current) ?? 0) + Number(line.split(' ')[1]));
      called = false;
    }
  }
  return costs;
}

/** @param {string} id @param {number} steps @returns {Promise<Map<string, number>>} */
async function profile(id, steps) {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
  const file = join(folder, 'callgrind');
  const bench = [COMMAND, 'bench', WORKLOADS, '--workload', id, '--steps', String(steps)];
  try {
    await promisify(execFile)('valgrind', ['--tool=callgrind', `--callgrind-out-file=${file}`, ...bench], {
      env: {...process.env, ...ENVIRONMENT},
    });
    return functionCosts(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const total = (/** @type {Map<string, number>} */ costs) => [...costs.values()].reduce((sum, cost) => sum + cost, 0);

/** One workload. @param {string} id @returns {Promise<Count>} */
export async function count(id, steps = 1) {
  const opening = await profile(id, 0);
  const whole = await profile(id, steps);
  const step = total(whole) - total(opening);
  const functions = [...whole]
    .map(([name, cost]) => /** @type {[string, number]} */ ([name, cost - (opening.get(name) ?? 0)]))
    .filter(([, cost]) => cost > 0.01 * step)
    .sort(([, a], [, b]) => b - a);
  return {opening: total(opening), step, functions: Object.fromEntries(functions)};
}

/** Workloads on as many processors as there are. @param {string[]} ids @returns {Promise<Record<string, Count>>} */
export async function countAll(ids) {
  /** @type {Record<string, Count>} */
  const counts = {};
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) counts[id] = await count(id);
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  return Object.fromEntries(ids.map((id) => [id, counts[id]]));
}
