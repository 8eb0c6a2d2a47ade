// A run of a goal whose models are measured along the way, for tools/learn.mjs: prints what `unrolled train` prints, and beside
// each test's scores what was measured ("measured.NAME"). By the page's engine, in this process.
//   node tools/learn_measured.mjs GOAL RUN SEED
import {GOALS} from '../tests/learning/goals.mjs';
import {testedLines} from './learn_engine.mjs';
import {experimentOf} from './learn_run.mjs';

const [name, index, seed] = process.argv.slice(2);
const run = GOALS.find((goal) => goal.name === name)?.runs[Number(index)];
if (!run?.measures) throw new Error(`no run ${index} of ${name} that is measured`);
for await (const line of testedLines(experimentOf(run, Number(seed)), run.measures)) console.log(JSON.stringify(line));
