// The benchmark: node tests/bench/run.mjs [--only IDS] [--peers GROUPS] [--runtimes LIST] [--quick]
//   [--by p10|cpu] [--build FOLDER] [--out FILE]
// Every contender has a process or a worker of its own and keeps its model; they take turns in blocks of about a second,
// so that what else the machine does meets all of them. Two measures: the tenth percentile of wall time, and the least
// processor time of a block, which is the better one on a busy machine.
import {execFile} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import {dirname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs, promisify} from 'node:util';
import {Chromium} from './chromium.mjs';
import {CONTENDERS, GROUPS} from './contenders.mjs';
import {stepFlops, symbolFlops} from './flops.mjs';
import {open} from './places.mjs';
import {table} from './report.mjs';
import {quantile} from './statistics.mjs';
import {fitContenders} from './torch_product.mjs';

const repo = fileURLToPath(new URL('../../', import.meta.url));
const {values: flags} = parseArgs({
  options: {
    only: {type: 'string'},
    peers: {type: 'string'},
    runtimes: {type: 'string'},
    by: {type: 'string', default: 'p10'},
    quick: {type: 'boolean', default: false},
    build: {type: 'string', default: 'build'},
    out: {type: 'string', default: 'build/bench.json'},
  },
});
const rounds = flags.quick ? 2 : 4;
const block = {ms: flags.quick ? 500 : 1000, min: 1, max: 2000};

/** The parts of a comma list, all known. @param {string | undefined} list @param {string[]} known */
function chosen(list, known) {
  const parts = list?.split(',') ?? known;
  const strange = parts.filter((part) => !known.includes(part));
  if (strange.length > 0) throw new Error(`${strange.join(', ')}: not one of ${known.join(', ')}`);
  return parts;
}

const {workloads} = JSON.parse(readFileSync(new URL('workloads.json', import.meta.url), 'utf8'));
const ids = workloads.map(({id}) => id);
const only = chosen(flags.only, ids);
const groups = chosen(flags.peers, GROUPS);
const runtimes = chosen(flags.runtimes, ['native', 'node', 'chromium']);
const wanted = CONTENDERS.filter(({group, runtime}) => groups.includes(group) && runtimes.includes(runtime)).map(
  ({folder, ...rest}) => (folder ? {...rest, program: resolve(repo, flags.build, folder, 'unrolled')} : rest),
);

/** One line of JSON from a program in build/native, or null where it was not built. */
async function ask(program, words) {
  const path = resolve(repo, flags.build, 'native', program);
  if (!existsSync(path)) return null;
  return JSON.parse((await promisify(execFile)(path, words)).stdout);
}

/** What the processor can do, by the best of all moments at which it was measured. */
const limits = {};
async function measureLimits() {
  for (const [name, value] of Object.entries((await ask('limits', ['0.05'])) ?? {}))
    if (typeof value === 'number') limits[name] = Math.max(value, limits[name] ?? 0);
}

/** The part of the processor that a contender may use. */
function limitOf({runtime, tier}) {
  if (tier === 'wide') return limits.fused_512 ?? limits.fused_256;
  return tier === 'fast' ? limits.fused_128 : limits.multiply_add_128;
}

/** @param {any} workload @param {import('./contenders.mjs').Contender} contender */
async function enter(workload, contender, chromium) {
  try {
    const {opened, run, close} = await open(contender, workload, chromium);
    await run({...block, ms: block.ms / 2}); // warms up
    const record = {arena: opened.arena, memory: opened.memory, loss: opened.loss};
    return {contender, run, close, times: [], cpu: [], firsts: [opened.first_ms], record};
  } catch (error) {
    console.log(`  ${contender.name}: ${error.message.split('\n')[0]}`);
    return null;
  }
}

/** What one contender did with one workload, in numbers. */
function summary(workload, {contender, times, cpu, firsts, record}, allocations) {
  const {name, group, runtime, tier, forwardOnly} = contender;
  const median = quantile(times, 0.5);
  const p10 = quantile(times, 0.1);
  const flops = workload.flops / (forwardOnly && !workload.generate ? 3 : 1);
  const cpu_ms = cpu.length > 0 ? Math.min(...cpu) : undefined;
  const ms = flags.by === 'cpu' ? (cpu_ms ?? p10) : p10;
  const gflops = flops / ms / 1e6;
  return {
    workload: workload.id,
    contender: name,
    group,
    runtime,
    tier,
    forward_only: forwardOnly,
    ms,
    ms_p10: p10,
    ms_median: median,
    ms_cpu: cpu_ms,
    ms_p90: quantile(times, 0.9),
    steps: times.length,
    tokens_per_s: (1000 * workload.tokens) / ms,
    gflops,
    share_of_limit: tier ? gflops / limitOf(contender) : undefined,
    first_step_ms: quantile(firsts, 0.5),
    arena_bytes: record.arena,
    memory_bytes: record.memory,
    memory_growth: record.last === undefined ? undefined : record.last - record.memory,
    allocations_per_step: group === 'ours' && runtime === 'native' ? allocations : undefined,
    first_loss: record.loss,
    failed: record.failed,
  };
}

/** All contenders with one workload, in turns. */
async function compete(workload, chromium) {
  console.log(`${workload.id}, load ${os.loadavg()[0].toFixed(1)}`);
  const allocations = (await ask('allocations', [`${repo}tests/bench/workloads.json`, workload.id]))?.per_step;
  const entered = [];
  for (const contender of contenders) entered.push(await enter(workload, contender, chromium));
  const live = entered.filter((one) => one !== null);
  for (let round = 0; round < rounds; round++) {
    await measureLimits();
    for (const one of live) {
      if (one.record.failed) continue;
      try {
        const {times, cpu_ms, first_ms, memory} = await one.run(block);
        one.times.push(...times);
        if (cpu_ms !== undefined) one.cpu.push(cpu_ms);
        if (first_ms !== undefined) one.firsts.push(first_ms);
        if (one.contender.runtime !== 'native') one.record.last = memory;
      } catch (error) {
        one.record.failed = error.message;
      }
    }
  }
  for (const one of live) await one.close();
  return live.filter((one) => one.times.length > 0).map((one) => summary(workload, one, allocations));
}

for (const w of workloads) {
  const flops = w.generate ? symbolFlops(w) * w.generate.tokens : stepFlops(w);
  if (flops !== w.flops) throw new Error(`workloads.json says ${w.flops} of ${w.id}, the formula ${flops}`);
}
await measureLimits();
const {contenders, lines, record} = await fitContenders(wanted, limits.multiply_add_128);
for (const line of lines) console.log(line);
const bundled = contenders.filter(({runtime, peer}) => runtime === 'chromium' && peer !== 'ours').map(({peer}) => peer);
const chromium = runtimes.includes('chromium') ? await Chromium.start([...new Set(bundled)]) : null;
const report = {
  when: new Date().toISOString(),
  by: flags.by,
  machine: {cpu: os.cpus()[0].model, cores: os.cpus().length, node: process.version, chromium: chromium?.version},
  load: [os.loadavg()[0]],
  limits,
  torch: record,
  results: [],
};
try {
  for (const workload of workloads.filter(({id}) => only.includes(id))) {
    report.results.push(...(await compete(workload, chromium)));
    report.load.push(os.loadavg()[0]);
    mkdirSync(dirname(flags.out), {recursive: true});
    writeFileSync(flags.out, `${JSON.stringify(report, null, 1)}\n`);
  }
} finally {
  await chromium?.close();
}
console.log(table(report));
