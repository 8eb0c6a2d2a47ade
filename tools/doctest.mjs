// Runs a doctest program on every core: some processes take ranges of its cases, one range after the other. A range that
// failed is shown whole. The last line is doctest's own sum of all.
//   node tools/doctest.mjs PROGRAM [ARGUMENT...]
import {spawn} from 'node:child_process';
import {availableParallelism} from 'node:os';

const [program, ...args] = process.argv.slice(2);
if (!program) throw new Error('which program? node tools/doctest.mjs PROGRAM [ARGUMENT...]');

const RANGES = 24; // enough that none is long, few enough that starting a program costs nothing

/** @param {string[]} more @returns {Promise<{code: number | null, text: string}>} */
function run(more) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, '--no-colors=1', ...more], {stdio: ['ignore', 'pipe', 'pipe']});
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({code, text}));
  });
}

/** @param {RegExp} pattern @param {string} text */
const number = (pattern, text) => Number(pattern.exec(text)?.[1] ?? 0);

const count = number(/passing the current filters: (\d+)/, (await run(['--count'])).text);
const size = Math.ceil(count / RANGES);
const ranges = Array.from({length: Math.ceil(count / Math.max(1, size))}, (_, i) => i * size);
let [assertions, failed] = [0, 0];

/** doctest counts what is outside the range as passed. @param {number} first */
async function runRange(first) {
  const last = Math.min(count, first + size);
  const {code, text} = await run([`--first=${first + 1}`, `--last=${last}`]);
  assertions += number(/assertions:\s+(\d+)/, text);
  if (code !== 0) console.log(`${text}\nended with ${code}`);
  if (code !== 0) failed += Math.max(1, number(/test cases:.*?(\d+) failed/, text));
}

/** Takes one range after the other. */
async function hand() {
  for (let first = ranges.shift(); first !== undefined; first = ranges.shift()) await runRange(first);
}
await Promise.all(Array.from({length: availableParallelism()}, hand));
console.log(`test cases: ${count} | ${count - failed} passed | ${failed} failed; ${assertions} assertions`);
process.exitCode = failed > 0 || assertions === 0 ? 1 : 0;
