// Feeds made-up input to what reads input (tests/fuzz), and says what each target took. What made one fail is left in
// build/fuzz/found. The last line is "N passed, N failed".
//   node tools/fuzz.mjs [SECONDS] [TARGET...]      60 seconds each, all; the compiled ones need tools/build.sh sanitize
// FUZZ_FROM=1 begins with the same input each time, and takes nothing that earlier runs found.
import {spawn} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const COMPILED = ['experiment', 'options', 'checkpoint', 'text', 'pairs', 'column', 'requests', 'race'];
const IN_NODE = ['link', 'messages'];

const [seconds = '60', ...chosen] = process.argv.slice(2);
const targets = [...COMPILED, ...IN_NODE].filter((name) => chosen.length === 0 || chosen.includes(name));

/** @param {string} name @returns {[string, string[]]} */
function command(name) {
  if (IN_NODE.includes(name)) return ['node', [`tests/fuzz/${name}.mjs`, seconds]];
  const from = process.env.FUZZ_FROM;
  const fresh = `build/fuzz/fresh/${name}`;
  rmSync(fresh, {recursive: true, force: true});
  const corpora = [from ? fresh : `build/fuzz/corpus/${name}`, `tests/fuzz/corpus/${name}`]; // the first grows
  for (const folder of [...corpora, 'build/fuzz/found']) mkdirSync(folder, {recursive: true});
  // Without its weighing of inputs it takes a third less time, and gets further in it.
  const limits = [`-max_total_time=${seconds}`, '-timeout=20', '-entropic=0', '-rss_limit_mb=2000', '-max_len=4096'];
  const seed = from ? [`-seed=${from}`] : [];
  const rest = [...seed, `-artifact_prefix=build/fuzz/found/${name}-`, '-print_final_stats=1', '-verbosity=1'];
  return [`build/sanitize/fuzz_${name}`, [...corpora, ...limits, ...rest]];
}

/** @param {string} name @returns {Promise<boolean>} whether nothing was found */
async function run(name) {
  const begin = performance.now();
  const [program, args] = command(name);
  const child = spawn(program, args, {env: {...process.env, ASAN_OPTIONS: 'quarantine_size_mb=16'}});
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
  const code = await new Promise((done) => child.on('close', done).on('error', () => done(-1)));
  const executions = Number(/number_of_executed_units: (\d+)/.exec(text)?.[1] ?? 0);
  const good = code === 0 && executions > 0;
  if (!good) console.log(text.split('\n').slice(-60).join('\n'));
  const rate = Math.round(executions / ((performance.now() - begin) / 1000));
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${executions} executions, ${rate} a second`);
  return good;
}

const waiting = [...targets];
let [passed, failed] = [0, 0];
/** Takes one target after the other. */
async function hand() {
  for (let name = waiting.shift(); name; name = waiting.shift()) (await run(name)) ? passed++ : failed++;
}
await Promise.all(Array.from({length: availableParallelism()}, hand));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
