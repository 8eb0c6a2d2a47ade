// The table of build/bench.json: node tests/bench/report.mjs [FILE]
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Three digits that matter. @param {number | undefined} x */
export function short(x) {
  if (x === undefined || x === null) return '–';
  if (x >= 9999.5) return `${Math.round(x / 1000)}k`;
  return x >= 99.95 ? String(Math.round(x)) : x >= 9.995 ? x.toFixed(1) : x.toFixed(2);
}

/** @param {string[][]} rows the first is the head */
function aligned(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return rows.map(line).join('\n');
}

/** Contenders by workloads. @param {any[]} results @param {string[]} ids @param {(r: any) => string} cell */
function grid(title, results, ids, cell) {
  const names = [...new Set(results.map(({contender}) => contender))];
  const find = (name, id) => results.find((r) => r.contender === name && r.workload === id);
  const rows = names.map((name) => [name, ...ids.map((id) => (find(name, id) ? cell(find(name, id)) : ''))]);
  return `${title}\n${aligned([['', ...ids], ...rows.filter((row) => row.slice(1).some((one) => one !== ''))])}`;
}

/** The best peer's time over ours, with its name where the line has several. @param {any[]} results */
function ratio(results, id, ours, others) {
  const mine = results.find((r) => r.workload === id && r.contender === ours);
  const rest = results.filter((r) => r.workload === id && others(r) && !r.forward_only);
  if (!mine || rest.length === 0) return '';
  const best = rest.reduce((a, b) => (a.ms < b.ms ? a : b));
  const which = npm(best) ? ` ${best.contender.replace(/ (chromium|node)$/, '')}` : '';
  return `${(best.ms / mine.ms).toFixed(2)}${which}`;
}

const MEASURES = {p10: 'tenth percentile of wall time', cpu: 'processor time'};
const npm = ({group}) => !['ours', 'torch'].includes(group);
const torchAsItStarts = ({contender}) => contender === 'PyTorch, OpenBLAS as it starts';
const torchWhole = ({contender}) => contender === 'PyTorch, whole width';
const RATIOS = [
  ['Chromium strict, the best of npm there', 'ours chromium strict', (r) => npm(r) && r.runtime === 'chromium'],
  ['Chromium fast, the best of npm there', 'ours chromium fast', (r) => npm(r) && r.runtime === 'chromium'],
  ['Node strict, the best of npm there', 'ours node strict', (r) => npm(r) && r.runtime === 'node'],
  ['Chromium strict, PyTorch as it starts', 'ours chromium strict', torchAsItStarts],
  ['Chromium strict, PyTorch, whole width', 'ours chromium strict', torchWhole],
  ['native strict, PyTorch as it starts', 'ours native strict', torchAsItStarts],
  ['native wide, PyTorch, whole width', 'ours native wide', torchWhole],
];

/** @param {any} report what run.mjs writes */
export function table({results, limits, by}) {
  const ids = [...new Set(results.map(({workload}) => workload))];
  const train = ids.filter((id) => !id.startsWith('gen-'));
  const write = ids.filter((id) => id.startsWith('gen-'));
  const ours = results.filter(({group}) => group === 'ours');
  const parts = [`Limits of one core, GFLOP/s: ${JSON.stringify(limits)}`];
  if (train.length > 0) {
    parts.push(grid(`ms a step, ${MEASURES[by]}`, results, train, (r) => short(r.ms) + (r.forward_only ? '*' : '')));
    parts.push('* only forward');
    parts.push(grid('GFLOP/s', results, train, (r) => short(r.gflops)));
    const lines = RATIOS.map(([title, one, others]) => [title, ...train.map((id) => ratio(results, id, one, others))]);
    parts.push(`How many times faster\n${aligned([['', ...train], ...lines])}`);
  }
  if (write.length > 0) parts.push(grid('symbols a second, batch 1', results, write, (r) => short(r.tokens_per_s)));
  parts.push(grid('first step of a fresh session, ms', results, ids, (r) => short(r.first_step_ms)));
  parts.push(grid('share of the limit', ours, train, (r) => short(r.share_of_limit)));
  parts.push(grid('memory, MB', ours, ids, (r) => short(r.memory_bytes && r.memory_bytes / 1e6)));
  parts.push(
    grid('median over tenth percentile: how busy the machine was', results, ids, (r) => short(r.ms_median / r.ms_p10)),
  );
  return parts.join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(table(JSON.parse(readFileSync(process.argv[2] ?? 'build/bench.json', 'utf8'))));
