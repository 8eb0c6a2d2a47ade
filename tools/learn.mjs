// Does training reach what it should? Runs the goals of tests/learning/goals.mjs with five seeds each, on the strict tier,
// and writes the table of docs/learning.md. Only goals that are named are run; the other rows stay as they are.
//   make learn                                     builds the command and runs every goal
//   node tools/learn.mjs adding-50-lstm ...        these
//   node tools/learn.mjs --seeds 1,2 --jobs 1      other seeds (the table is then only printed), one run at a time
// Finished runs are kept under build/learn, so that an interrupted report goes on where it was.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {fileURLToPath} from 'node:url';
import {GOALS} from '../tests/learning/goals.mjs';
import {isSettled, judge} from './learn_judge.mjs';
import {experimentOf, trained} from './learn_run.mjs';

/** @import {Goal} from '../tests/learning/goals.mjs' */
/** @import {Line} from '../web/facts/command_history.js' */
/** @typedef {{goal: Goal, seed: number, value: number, met: boolean, seconds: number}} Result */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
mkdirSync('build/learn', {recursive: true});

const REPORT = 'docs/learning.md';
const [BEGIN, END] = ['<!-- goals: node tools/learn.mjs writes what follows -->', '<!-- goals end -->'];
const SEEDS = [1, 2, 3, 4, 5];

const {values: flags, positionals: names} = parseArgs({
  allowPositionals: true,
  options: {
    command: {type: 'string', default: 'build/native/unrolled'},
    seeds: {type: 'string'},
    jobs: {type: 'string', default: String(availableParallelism())},
  },
});
const seeds = flags.seeds ? flags.seeds.split(',').map(Number) : SEEDS;
const unknown = names.filter((name) => !GOALS.some((goal) => goal.name === name));
if (unknown.length > 0)
  throw new Error(`no goal ${unknown.join(', ')}; there are ${GOALS.map((g) => g.name).join(', ')}`);
const goals = GOALS.filter((goal) => names.length === 0 || names.includes(goal.name));

/** All runs of a goal with one seed, one after the other. @param {Goal} goal @param {number} seed @returns {Promise<Result>} */
async function attempt(goal, seed) {
  /** @type {import('../web/facts/command_history.js').Run[]} */
  const runs = [];
  let seconds = 0;
  for (const run of goal.runs) {
    const experiment = experimentOf(run, seed);
    const enough = (/** @type {Line[]} */ lines) => !run.save && isSettled(goal, [...runs, {experiment, lines}]);
    const result = await trained({goal, run, seed, experiment, command: flags.command, enough});
    runs.push({experiment, lines: result.lines});
    seconds += result.seconds;
  }
  return {goal, seed, ...judge(goal, runs), seconds};
}

/** @param {number} seconds */
const minutes = (seconds) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);

/** Works through a list, `jobs` at a time, and says how long the rest will take. */
async function runAll() {
  const waiting = goals.flatMap((goal) => seeds.map((seed) => ({goal, seed})));
  const expected = waiting.reduce((sum, {goal}) => sum + goal.seconds, 0);
  /** @type {Result[]} */
  const results = [];
  let reached = 0; // of `expected`
  const begin = performance.now();
  const worker = async () => {
    for (let next; (next = waiting.shift());) {
      const result = await attempt(next.goal, next.seed);
      results.push(result);
      reached += next.goal.seconds;
      const left = ((performance.now() - begin) / 1000) * (expected / reached - 1);
      const done = `${results.length}/${goals.length * seeds.length}`;
      console.error(
        `${done} ${next.goal.name} seed ${next.seed}: ${next.goal.write(result.value)}; ${minutes(left)} left`,
      );
    }
  };
  await Promise.all(Array.from({length: Number(flags.jobs)}, worker));
  return results;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {Goal} goal @param {Result[]} results */
function row(goal, results) {
  const mine = results.filter((result) => result.goal === goal).sort((a, b) => a.seed - b.seed);
  const middle = median(mine.map((result) => result.value));
  const each = mine.map((result) => goal.write(result.value)).join(' ');
  const seconds = median(mine.map((result) => result.seconds)).toFixed(1);
  const met = 2 * mine.filter((result) => result.met).length > mine.length ? 'yes' : '**no**';
  return `| \`${goal.name}\` | ${goal.claim} | ${each} | ${goal.write(middle)} | ${met} | ${seconds} |`;
}

/** @param {Map<string, string>} rows by goal */
function table(rows) {
  const lines = GOALS.map((goal) => rows.get(goal.name)).filter((line) => line !== undefined);
  return ['| goal | what must be seen | each seed | median | met | s |', '|---|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}

/** The rows that the report has now, by goal. @param {string} text */
function rowsOf(text) {
  return new Map([...text.matchAll(/^\| `([^`]+)` \|.*$/gm)].map(([line, name]) => [name, line]));
}

/** @param {Map<string, string>} fresh */
function report(fresh) {
  const text = readFileSync(REPORT, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${REPORT} lacks the lines between which the table belongs`);
  const rows = new Map([...rowsOf(text.slice(begin, end)), ...fresh]);
  writeFileSync(REPORT, `${text.slice(0, begin)}${BEGIN}\n${table(rows)}\n${text.slice(end)}`);
}

const results = await runAll();
const rows = new Map(goals.map((goal) => [goal.name, row(goal, results)]));
console.log(table(rows));
if (!flags.seeds) report(rows);
const unmet = [...rows.values()].filter((line) => line.includes('**no**')).length;
console.log(`${rows.size - unmet} of ${rows.size} goals met`);
process.exitCode = unmet > 0 ? 1 : 0;
