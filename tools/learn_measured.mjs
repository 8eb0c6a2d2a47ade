// A run of a goal whose models are measured along the way, for tools/learn.mjs: prints what `unrolled train` prints, and beside
// each test's scores what was measured ("measured.NAME"). By the page's engine, in this process.
//   node tools/learn_measured.mjs GOAL RUN SEED
import {readFileSync} from 'node:fs';
import {createEngine} from '../wasm_bindings/engine.js';
import {GOALS} from '../tests/learning/goals.mjs';
import {experimentOf} from './learn_run.mjs';

/** @import {Found, Probe} from '../tests/learning/goals.mjs' */
/** @import {Line} from '../web/facts/command_history.js' */

const read = (/** @type {string} */ name) => readFileSync(new URL(`../build/${name}`, import.meta.url));

/** @param {any} experiment */
async function opened(experiment) {
  const engine = await createEngine({module: await WebAssembly.compile(read('wasm/engine_measures.wasm'))});
  const {corpus} = experiment.task;
  return engine.open(experiment, 0, corpus ? new Uint8Array(read(`corpora/${corpus}.txt`)) : new Uint8Array());
}

/** What stands at one test. @typedef {{session: any, scores: Record<string, number | null>, lines: Line[]}} Test */

/** @param {Test} test @param {string} kind @param {object} [options] @returns {Found} */
function measured(test, kind, options = {}) {
  const {arrays, numbers} = test.session.measure({kind, options});
  const find = (/** @type {string} */ name) => {
    const found = arrays.find((/** @type {{name: string}} */ one) => one.name === name);
    if (!found) throw new Error(`${kind} found no ${name}, but ${arrays.map((/** @type {any} */ {name}) => name)}`);
    return found;
  };
  return {
    ...test,
    arrays,
    numbers,
    array: (name) => find(name).data,
    places: (name) => find(name).axes[0].at ?? [],
    rows: (name) => ({at: find(name).axes[0].at, data: find(name).data, count: find(name).axes[1].count}),
  };
}

/** Each probe of one test; what several ask for is measured once. @param {Test} test @param {Record<string, Probe>} probes */
function readings(test, probes) {
  /** @type {Map<string, Found>} */
  const known = new Map();
  const all = Object.entries(probes).map(([name, {kind, options, read}]) => {
    const key = JSON.stringify([kind, options]);
    const found = known.get(key) ?? measured(test, kind, options);
    known.set(key, found);
    return [`measured.${name}`, read(found)];
  });
  return Object.fromEntries(all);
}

/** Lines as of the command. @param {any} experiment @param {Record<string, Probe>} probes */
async function* measuredLines(experiment, probes) {
  const {steps, eval_every} = experiment.train;
  const session = await opened(experiment);
  /** @type {Line[]} */
  const lines = [];
  for (let step = 0; step <= steps; step += eval_every) {
    const losses = step ? session.step(eval_every).losses : [];
    const {step: _, ...scores} = session.evaluate();
    const loss = losses.length
      ? losses.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b) / losses.length
      : NaN;
    lines.push({step, loss, ...scores, ...readings({session, scores, lines}, probes)});
    yield lines[lines.length - 1];
  }
  yield {done: true, steps};
}

const [name, index, seed] = process.argv.slice(2);
const run = GOALS.find((goal) => goal.name === name)?.runs[Number(index)];
if (!run?.measures) throw new Error(`no run ${index} of ${name} that is measured`);
for await (const line of measuredLines(experimentOf(run, Number(seed)), run.measures))
  console.log(JSON.stringify(line));
