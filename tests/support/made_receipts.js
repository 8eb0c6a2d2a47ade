// Receipts of exercises that nobody took part in, yet trained: tiny races by the engine of the page, tested and judged as the page does
// it, and what a student would hand in of them (docs/files.md). And the same with one proved thing changed, as a cheat would.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {ColumnCurve, hasValues} from '../../web/facts/curves.js';
import {facts} from '../../web/facts/facts.js';
import {SCORES} from '../../web/facts/metrics.js';
import {predicateFault} from '../../web/facts/predicate_faults.js';
import {holds} from '../../web/facts/predicates.js';
import {meansUpTo} from '../../web/facts/race_history.js';
import {isTest} from '../../web/runtime/tests.js';
import {readModelFile, weightsHash} from '../../web/store/model_file.js';
import {createEngine} from '../../wasm_bindings/engine.js';

/** @typedef {() => number} Random @typedef {import('../../web/facts/types').Predicate} Predicate @typedef {import('../../web/exercise/types').Run} Run */

const repo = fileURLToPath(new URL('../..', import.meta.url));
const hexadecimal = (/** @type {string | Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** The engine with all measures, as the page has it. */
export const measuringEngine = () => createEngine({module: readFileSync(`${repo}build/wasm/engine_measures.wasm`)});

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
export const pick = (random, list) => list[Math.floor(random() * list.length)];
/** @param {Random} random @param {number} low @param {number} high */
const whole = (random, low, high) => low + Math.floor(random() * (high - low + 1));

/** @param {any} value @returns {string} docs/files.md: canonical */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/** FNV-1a of the name's bytes. @param {string} name */
export function seedOfName(name) {
  let h = 2166136261;
  for (const byte of new TextEncoder().encode(name)) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return 1 + (h % 999983);
}

/** Hashes anew what was changed, so that only training can tell. @param {any} receipt */
export function sealed(receipt) {
  const {exercise: part, page} = receipt;
  if (!part) return receipt;
  const {text: _, ...task} = page.experiment.task;
  const about = {exercise: part.exercise, experiment: {...page.experiment, task}};
  part.taken.exercise = hexadecimal(canonical(about));
  part.checksum = hexadecimal(canonical({exercise: part.exercise, taken: part.taken}));
  return receipt;
}

// Experiments -----------------------------------------------------------------------------------------------------------

/** @param {Random} random */
const aModel = (random) =>
  pick(random, [
    {kind: 'rnn', embedding_size: 4, hidden_size: whole(random, 3, 8)},
    {kind: 'lstm', embedding_size: 4, hidden_size: whole(random, 3, 8)},
    {kind: 'gru', embedding_size: 4, hidden_size: whole(random, 3, 8), dropout: 0.1},
  ]);
/** A decoder, whose heads can be pointed at. */
const TRANSFORMER = {kind: 'transformer', d_model: 8, num_heads: 2, num_layers: 2, d_ff: 8};

/** @param {Random} random @param {string} text */
function anExperiment(random, text) {
  const tasks = [
    {kind: 'repeated_block', length: 12, symbols: 8, min_period: 3, max_period: 4, max_offset: 3},
    {kind: 'delayed_recall', delay: whole(random, 1, 4), symbols: 4, min_length: 8, max_length: 10, longer_length: 12},
    {kind: 'text', corpus: 'own', length: 12, text},
  ];
  const task = pick(random, tasks);
  const heads = task.kind !== 'delayed_recall' && random() < 0.5;
  const train = {
    steps: whole(random, 12, 30),
    eval_every: whole(random, 4, 9),
    batch_size: 4,
    seed: whole(random, 1, 99),
    optimizer: {kind: 'adamw', lr: 0.02},
  };
  return {version: 1, task, train, models: [aModel(random), heads ? TRANSFORMER : aModel(random)]};
}

/** What a run differs by, so that its weights do. @param {Random} random @param {any} experiment @returns {Record<string, any>} */
function someChanges(random, {task, train}) {
  const all = [
    {'train.steps': train.steps + whole(random, 1, 9)},
    {'train.optimizer.lr': 0.01},
    {'models.0.hidden_size': 9},
    {'models.0.train': {optimizer: {lr: 0.005}}, version: 2},
    {'models.1': null},
    {'models.2': {kind: 'rnn', embedding_size: 4, hidden_size: 4}},
    ...(task.kind === 'delayed_recall' ? [{'task.delay': task.delay + 1}] : []),
  ];
  return pick(random, all);
}

/** @param {any} experiment @param {Record<string, any>} changes @param {number} seed @returns {any} */
function changedBy(experiment, changes, seed) {
  const made = structuredClone(experiment);
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = /** @type {string} */ (steps.pop());
    const place = steps.reduce((at, step) => (at[step] ??= {}), made);
    if (value === null) place.splice(Number(last), 1);
    else place[last] = value;
  }
  made.train.seed = seed;
  return made;
}

// Training --------------------------------------------------------------------------------------------------------------

/** One model as the page trains it: what it was tested with, and its weights. @param {any} engine @param {any} experiment @param {number} k @param {number} stop @param {Uint8Array} text */
async function trained(engine, experiment, k, stop, text) {
  const session = engine.open(experiment, k, text);
  const tests = {step: /** @type {number[]} */ ([]), rows: /** @type {any[]} */ ([])};
  const loss = {step: /** @type {number[]} */ ([]), loss: /** @type {number[]} */ ([])};
  for (let step = 1; step <= stop; step++) {
    loss.loss.push(...session.step(1).losses);
    loss.step.push(step);
    if (!isTest(step, experiment.train.eval_every) && step < experiment.train.steps) continue;
    tests.step.push(step);
    tests.rows.push(session.evaluate());
  }
  const {parameters} = session.info;
  const heads = experiment.models[k].kind === 'transformer' ? session.measure({kind: 'heads', options: {}}) : null;
  const weights_sha256 = await weightsHash(readModelFile(session.save()));
  session.close();
  return {tests, loss, parameters, heads, weights_sha256, step: stop};
}

/** @param {Awaited<ReturnType<typeof trained>>} run @param {any} experiment @param {number} k @returns {any} a model of a race, as facts are computed from it */
function historyOf({tests, loss, parameters, step}, experiment, k) {
  const over = step >= experiment.train.steps;
  const columns = SCORES.filter((score) => score !== 'loss').map((score) => [
    score,
    new ColumnCurve(
      tests.step,
      tests.rows.map((row) => row[score] ?? NaN),
    ),
  ]);
  const known = columns.filter(([, curve]) => hasValues(/** @type {any} */ (curve)));
  const means = meansUpTo(/** @type {any} */ (loss), experiment.train.eval_every, over);
  return {
    ...{
      name: `Model ${k}`,
      kind: experiment.models[k].kind,
      sameness: `${k}`,
      seed: 1,
      state: over ? 'done' : 'paused',
    },
    ...{
      refused: false,
      over,
      finite: true,
      message: null,
      ended: null,
      step,
      steps: experiment.train.steps,
      seconds: null,
    },
    ...{parameters, counts: false, held_out: 1, clip_norm: 1, losses: null, signals: null},
    curves: {...Object.fromEntries(known), loss: means},
  };
}

/** @param {any} engine @param {Random} random @param {any} experiment @param {Record<string, any>} changes @param {number} seed @param {Uint8Array} text */
async function aRun(engine, random, experiment, changes, seed, text) {
  const made = changedBy(experiment, changes, seed);
  const whole_run = random() < 0.7;
  const models = [];
  for (let k = 0; k < made.models.length; k++)
    models.push(
      await trained(engine, made, k, whole_run ? made.train.steps : whole(random, 1, made.train.steps), text),
    );
  const history = {
    state: 'done',
    view: '',
    baselines: [],
    floors: [],
    models: models.map((model, k) => historyOf(model, made, k)),
  };
  const told = models.map(({tests, step, weights_sha256}, k) => {
    const known = Object.entries(tests.rows.at(-1) ?? {}).filter(([name, value]) => name !== 'step' && value !== null);
    return {name: `Model ${k}`, step, scores: Object.fromEntries(known), weights_sha256};
  });
  return {
    run: {position: null, changes, seed, models: told},
    facts: facts(/** @type {any} */ (history)),
    heads: models.map(({heads}) => heads),
  };
}

// Goals -----------------------------------------------------------------------------------------------------------------

/** One that a run may reach, near what it had. @param {Random} random @param {import('../../web/facts/types').Facts} of @param {number} own how many models the exercise has @returns {Predicate} */
function aGoal(random, of, own) {
  const model = whole(random, 0, Math.min(own, of.models.length) - 1);
  const score = pick(random, ['val_loss', 'val_accuracy', 'loss']);
  const metric = pick(random, [score, score, `best_${score}`, `final_${score}`]);
  const curve = /** @type {any} */ (of.models[model].curves)[score] ?? {value: []};
  const near = Number(pick(random, [...curve.value].filter(Number.isFinite)) ?? 1);
  const low = score.endsWith('loss');
  const steps = metric === score && random() < 0.5;
  const other = random() < 0.25 ? {model: /** @type {'others'} */ ('others'), plus: low ? 1 : -0.5} : null;
  return {
    model: pick(random, [model, 'any', {kind: of.models[model].kind}]),
    metric,
    op: low ? '<=' : '>=',
    value: other ?? near,
    ...(steps && random() < 0.5 && {by_step: whole(random, 10, 40)}),
    ...(steps && random() < 0.3 && {from_step: whole(random, 0, 9)}),
  };
}

/** @param {Random} random @param {any} one a run @param {number} run its index @param {number} own how many models the exercise has @returns {{goal: any, reached: any, found: any} | null} */
function aFind(random, {run: {models}, heads}, run, own) {
  const model = heads.slice(0, own).findIndex((/** @type {any} */ one) => one !== null);
  if (model < 0) return null;
  const layer = whole(random, 0, 1);
  const array = heads[model].arrays.find(
    (/** @type {any} */ {name}) => name === `transformer.${layer}.attention.previous`,
  );
  const head = whole(random, 0, 1);
  const value = array?.data[head];
  if (!Number.isFinite(value)) return null;
  const goal = {find: 'head', model, score: 'previous_token', at_least: value - 0.01};
  return {goal, reached: {run, step: models[model].step, value}, found: {layer, head}};
}

/** The predicates of the run that reached most of them. @param {Predicate[]} goals @param {any[]} runs */
function reachedIn(goals, runs) {
  const each = runs.map(({facts: of}, run) =>
    goals.map((goal) => {
      const {holds: so, step, value} = holds(goal, of);
      return so ? {run, step, value} : null;
    }),
  );
  const count = (/** @type {any[]} */ list) => list.filter(Boolean).length;
  return each.reduce((best, now) => (count(now) > count(best) ? now : best));
}

/** @param {any} engine @param {Random} random @param {string} text of somebody's own @returns {Promise<any>} */
export async function madeReceipt(engine, random, text) {
  const experiment = anExperiment(random, text);
  const name = pick(random, ['Ada', 'Zoë', '李', 'Max M']);
  const seed = random() < 0.5 ? 'name' : 'fixed';
  const from = seed === 'name' ? seedOfName(name) : experiment.train.seed;
  const data = new TextEncoder().encode('text' in experiment.task ? String(experiment.task.text) : '');
  const runs = /** @type {any[]} */ ([]);
  for (let i = whole(random, 1, 2); i > 0; i--)
    runs.push(await aRun(engine, random, experiment, runs.length ? someChanges(random, experiment) : {}, from, data));
  const predicates = Array.from({length: whole(random, 1, 3)}, () =>
    aGoal(random, pick(random, runs).facts, experiment.models.length),
  ).filter((goal) => predicateFault(goal) === null);
  const reached = predicates.length ? reachedIn(predicates, runs) : [];
  const find = aFind(random, runs[runs.length - 1], runs.length - 1, experiment.models.length);
  const {text: _, ...task} = /** @type {any} */ (experiment.task);
  return sealed({
    format: 'unrolled-receipt-1',
    page: {experiment: {...experiment, task}, view: {}, shape: {}, text: {}},
    data: text && data.length ? {corpus: 'own', sha256: hexadecimal(data), bytes: data.length} : null,
    ...{arithmetic: engine.describe().arithmetic, engine: '0.1.0', models: []},
    exercise: {
      exercise: {
        v: 1,
        title: 'Which one learns faster?',
        question: 'Which?',
        choices: [],
        goal: [...predicates, ...(find ? [find.goal] : [])],
        seed,
      },
      taken: {
        ...{exercise: '', name, prediction: null, answers: [], found: find ? {[predicates.length]: find.found} : {}},
        runs: runs.map(({run}) => run),
        goals: [...reached, ...(find ? [find.reached] : [])],
        ...{hints: 0, begun: 1790000000000, seconds: 60, finished: true},
      },
      checksum: '',
    },
  });
}

// Cheating --------------------------------------------------------------------------------------------------------------

/** A number with one of its digits changed. @param {Random} random @param {number} value */
function otherDigit(random, value) {
  const text = String(value);
  const places = [...text].flatMap((c, i) => (/\d/.test(c) && !/e/.test(text.slice(0, i)) ? [i] : []));
  for (;;) {
    const at = pick(random, places);
    const changed = Number(`${text.slice(0, at)}${whole(random, 0, 9)}${text.slice(at + 1)}`);
    if (changed !== value) return changed;
  }
}

/** @param {Random} random @param {string} hash */
function otherHash(random, hash) {
  const at = whole(random, 0, hash.length - 1);
  return `${hash.slice(0, at)}${pick(
    random,
    [...'0123456789abcdef'].filter((c) => c !== hash[at]),
  )}${hash.slice(at + 1)}`;
}

/** Each changes one thing that training proves; false: there is no such thing in it. @type {Record<string, (receipt: any, random: Random) => boolean>} */
export const CHEATS = {
  score(receipt, random) {
    const models = receipt.exercise.taken.runs
      .flatMap((/** @type {Run} */ run) => run.models)
      .filter((/** @type {any} */ {scores}) => Object.keys(scores).length);
    if (!models.length) return false;
    const {scores} = pick(random, models);
    const name = pick(random, Object.keys(scores));
    scores[name] = otherDigit(random, scores[name]);
    return true;
  },
  step(receipt, random) {
    const model = pick(random, pick(random, /** @type {Run[]} */ (receipt.exercise.taken.runs)).models);
    model.step += model.step > 1 && random() < 0.5 ? -1 : 1;
    return true;
  },
  hash(receipt, random) {
    const model = pick(random, pick(random, /** @type {Run[]} */ (receipt.exercise.taken.runs)).models);
    model.weights_sha256 = otherHash(random, String(model.weights_sha256));
    return true;
  },
  seed(receipt, random) {
    pick(random, /** @type {Run[]} */ (receipt.exercise.taken.runs)).seed += 1;
    return true;
  },
  name(receipt) {
    if (receipt.exercise.exercise.seed !== 'name') return false;
    receipt.exercise.taken.name += 'x';
    return true;
  },
  option(receipt, random) {
    const {changes} = pick(random, /** @type {Run[]} */ (receipt.exercise.taken.runs));
    const other = pick(random, [
      {'train.optimizer.lr': 0.03},
      {'train.batch_size': 5},
      {'models.0.embedding_size': 5},
      {'train.clip_norm': 0.01},
    ]);
    Object.assign(changes, other);
    return true;
  },
  experiment(receipt) {
    receipt.page.experiment.train.batch_size += 1;
    return true;
  },
  data(receipt, random) {
    if (!receipt.data) return false;
    if (random() < 0.5) receipt.data.bytes += 1;
    else receipt.data.sha256 = otherHash(random, receipt.data.sha256);
    return true;
  },
  goal_step(receipt, random) {
    const dated = receipt.exercise.taken.goals.filter((/** @type {any} */ one) => one?.step);
    if (!dated.length) return false;
    pick(random, /** @type {any[]} */ (dated)).step += 1;
    return true;
  },
  goal_value(receipt, random) {
    const known = receipt.exercise.taken.goals.filter((/** @type {any} */ one) => one && Number.isFinite(one.value));
    if (!known.length) return false;
    const one = pick(random, /** @type {any[]} */ (known));
    one.value += random() < 0.5 ? 0.001 : -0.001;
    return true;
  },
  goal_bound(receipt) {
    const {exercise, taken} = receipt.exercise;
    const at = taken.goals.findIndex(
      (/** @type {any} */ one, /** @type {number} */ i) => one && typeof exercise.goal[i].value === 'number',
    );
    if (at < 0) return false;
    exercise.goal[at].value += exercise.goal[at].op === '<=' ? -100 : 100;
    return true;
  },
  goal_unreached(receipt) {
    const {exercise, taken} = receipt.exercise;
    if (exercise.goal.length > 5) return false;
    exercise.goal.push({model: 0, metric: 'val_loss', op: '<', value: 1e-6});
    taken.goals.push({run: 0, step: null, value: null});
    return true;
  },
  found(receipt) {
    const [at] = Object.keys(receipt.exercise.taken.found);
    if (at === undefined) return false;
    receipt.exercise.taken.found[at].head += 1;
    return true;
  },
};
