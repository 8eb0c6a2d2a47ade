// A model in this process, by the page's engine with its measures: trained test by test, and measured in between. The same bits as
// the command's.
import {readFileSync} from 'node:fs';
import {createEngine} from '../wasm_bindings/engine.js';

/** @import {Found, Probe} from '../tests/learning/goals.mjs' */
/** @import {Line} from '../web/facts/command_history.js' */

const read = (/** @type {string} */ name) => readFileSync(new URL(`../build/${name}`, import.meta.url));

/** Its first model, with the weights that it begins with. @param {any} experiment @returns {Promise<any>} */
export async function opened(experiment) {
  const session = await drawn(experiment);
  const {start} = experiment.models[0];
  if (start) session.adopt(await beginning(start));
  return session;
}

/** What was trained for another to begin with, by what it is; each is trained once. @type {Map<string, Promise<Uint8Array>>} */
const BEGINNINGS = new Map();

/** @param {{experiment: any, model: number, step: number}} start */
function beginning(start) {
  const key = JSON.stringify(start);
  const known = BEGINNINGS.get(key) ?? trainedTo(start);
  BEGINNINGS.set(key, known);
  return known;
}

/** @param {{experiment: any, model: number, step: number}} start @returns {Promise<Uint8Array>} */
async function trainedTo({experiment, model, step}) {
  const session = await opened({...experiment, models: [experiment.models[model]]});
  session.step(step);
  const bytes = session.save();
  session.close();
  return bytes;
}

/** @param {any} experiment */
async function drawn(experiment) {
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

/** Lines as of the command, and one of what it begins with. @param {any} experiment @param {Record<string, Probe>} [probes] @param {(session: any, step: number) => void} [tested] */
export async function* testedLines(experiment, probes = {}, tested = () => {}) {
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
    tested(session, step);
  }
  session.close();
  yield {done: true, steps};
}
