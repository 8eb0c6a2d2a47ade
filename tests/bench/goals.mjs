// The tables of docs/performance.md from build/bench.json: node tests/bench/goals.mjs [FILE]
import {readFileSync} from 'node:fs';
import {short} from './report.mjs';

/** Milliseconds a step in Chromium that the engine was to reach, by the tenth percentile of wall time. */
const GOALS = {
  'rnn-h64': {strict: 1.4, fast: 1.2},
  'lstm-h64': {strict: 6.5, fast: 5.2},
  'lstm-h128': {strict: 20, fast: 16},
  'gru-h128': {strict: 17, fast: 13.5},
  'tfm-d64': {strict: 33, fast: 26},
  'tfm-d128': {strict: 420, fast: 330},
  's2s-h64': {strict: 7.5, fast: 6},
};

/** @param {string[]} head @param {string[][]} rows */
function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const {results, limits, load, when, by} = JSON.parse(readFileSync(process.argv[2] ?? 'build/bench.json', 'utf8'));
const ids = [...new Set(results.map(({workload}) => workload))];
const train = ids.filter((id) => id in GOALS);
const find = (id, name) => results.find(({workload, contender}) => workload === id && contender === name);
const ms = (id, name) => short(find(id, name)?.ms);
const rate = (id, name) => short(find(id, name)?.gflops);
const share = (id, name) => (find(id, name) ? `${Math.round(100 * find(id, name).share_of_limit)} %` : '–');

console.log(`${when}, ${by}, load ${load.map((x) => x.toFixed(1)).join(' ')}`);
console.log(`Limits, GFLOP/s: ${JSON.stringify(limits)}\n`);
const against = (id, tier) => `${ms(id, `ours chromium ${tier}`)} (${GOALS[id][tier]})`;
const [strict, fast] = ['ours chromium strict', 'ours chromium fast'];
console.log(
  markdown(
    ['workload', 'strict (goal)', 'fast (goal)', 'GFLOP/s', 'of the limit'],
    train.map((id) => [
      id,
      against(id, 'strict'),
      against(id, 'fast'),
      `${rate(id, strict)} / ${rate(id, fast)}`,
      `${share(id, strict)} / ${share(id, fast)}`,
    ]),
  ),
);
const names = [...new Set(results.map(({contender}) => contender))];
console.log(
  `\n${markdown(
    ['ms a step', ...train],
    names.map((name) => [name, ...train.map((id) => ms(id, name))]),
  )}`,
);
const kept = (id, one) =>
  `${short(one.first_step_ms)} ms, ${short(one.memory_bytes / 1e6)} MB, arena ${short(one.arena_bytes / 1e6)}`;
for (const id of ids) {
  const one = find(id, strict);
  if (one) console.log(`\n${id}: ${kept(id, one)}; ${short(one.tokens_per_s)} symbols/s`);
}
