// One training run of `unrolled train` for tools/learn.mjs: stopped as soon as it has shown what it should, and kept.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createInterface} from 'node:readline';

/** @import {Goal, Run} from '../tests/learning/goals.mjs' */
/** @import {Line} from '../web/facts/command_history.js' */
/** @typedef {{lines: Line[], seconds: number}} Trained */

const FOLDER = 'build/learn';
const MEASURES = 'build/wasm/engine_measures.wasm';
const PROBES = 'tests/learning/measured_goals.mjs';

/** @param {string | Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Objects merged key by key, everything else replaced. @param {any} into @param {any} changes @returns {any} */
function merged(into, changes) {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) return changes;
  const result = {...into};
  for (const [key, value] of Object.entries(changes)) result[key] = merged(result[key], value);
  return result;
}

/** The experiment of a run with one of its models and another seed. @param {Run} run @param {number} seed */
export function experimentOf({experiment, model = 0, change = {}}, seed) {
  const json = merged(JSON.parse(readFileSync(`tests/learning/${experiment}.json`, 'utf8')), change);
  if (!json.models[model]) throw new Error(`${experiment}.json has no model ${model}`);
  return {...json, models: [json.models[model]], train: {...json.train, seed, tier: 'strict'}};
}

/** Another seed for the race, and for what it starts from. @param {any} experiment @param {number} seed @returns {any} */
export function seeded(experiment, seed) {
  const models = experiment.models.map((/** @type {any} */ {start, ...model}) =>
    start ? {...model, start: {...start, experiment: seeded(start.experiment, seed)}} : model,
  );
  return {...experiment, train: {...experiment.train, seed, tier: 'strict'}, models};
}

/** Lines of JSON until the program ends, or there are enough. @param {string[]} words @param {(lines: Line[]) => boolean} enough
 *  @returns {Promise<Line[]>} */
async function printed([command, ...words], enough) {
  const child = spawn(command, words, {stdio: ['ignore', 'pipe', 'pipe']});
  let complaint = '';
  let stopped = false;
  child.stderr.on('data', (data) => (complaint += data));
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  ended.catch(() => {}); // it is awaited below, after the last line
  /** @type {Line[]} */
  const lines = [];
  for await (const text of createInterface(child.stdout)) {
    if (stopped) continue;
    lines.push(JSON.parse(text));
    if (enough(lines)) stopped = child.kill();
  }
  const code = await ended;
  if (code !== 0 && !stopped) throw new Error(`${command} ${words.join(' ')}: ${complaint.trim()}`);
  return lines;
}

/** Where a run keeps its weights for a later run of the same goal and seed. @param {string} goal @param {number} seed
 *  @param {string} name */
const weights = (goal, seed, name) => `${FOLDER}/${goal}-${seed}-${name}.safetensors`;

/** Trains, or tells what came of it the last time. enough: the lines show what there is to see.
 *  @param {{goal: Goal, run: Run, seed: number, experiment: object, command: string, enough: (lines: Line[]) => boolean}} of
 *  @returns {Promise<Trained>} */
export async function trained({goal, run, seed, experiment, command, enough}) {
  const json = JSON.stringify(experiment, null, 1);
  const save = run.save ? weights(goal.name, seed, run.save) : '';
  const init = run.init ? weights(goal.name, seed, run.init) : '';
  const judged = JSON.stringify([goal.runs.indexOf(run), goal.predicates]);
  const engine = digest(readFileSync(run.measures ? MEASURES : command));
  const probes = run.measures ? digest(readFileSync(PROBES)) : '';
  const key = digest([goal.name, json, judged, engine, probes, init && digest(readFileSync(init))].join('\n'));
  const kept = `${FOLDER}/${key}.json`;
  if (existsSync(kept) && (!save || existsSync(save))) return JSON.parse(readFileSync(kept, 'utf8'));
  const file = `${FOLDER}/${key}.experiment.json`;
  writeFileSync(file, json);
  const begin = performance.now();
  const index = goal.runs.indexOf(run);
  const words = run.measures
    ? [process.execPath, ...process.execArgv, 'tools/learn_measured.mjs', goal.name, String(index), String(seed)]
    : [command, 'train', file, ...(save ? ['--save', save] : []), ...(init ? ['--init', init] : [])];
  const lines = await printed(words, enough);
  const result = {lines, seconds: (performance.now() - begin) / 1000};
  writeFileSync(kept, JSON.stringify(result));
  return result;
}
