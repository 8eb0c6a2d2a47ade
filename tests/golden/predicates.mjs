// Writes predicates.json beside it: races that nobody trained, predicates over them, and what web/facts says of each, so that the
// command's (engine/facts) is held to the same. Run it again when that is meant to change: node tests/golden/predicates.mjs
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {facts} from '../../web/facts/facts.js';
import {predicateFault} from '../../web/facts/predicate_faults.js';
import {holds} from '../../web/facts/predicates.js';
import {dice, madeModel, madeRace, madeUpTo} from '../support/made_up_races.js';

/** @typedef {import('../../web/facts/types').Predicate} Predicate @typedef {import('../../web/facts/types').ModelHistory} ModelHistory */
/** @typedef {import('../../web/facts/types').ModelFacts} ModelFacts @typedef {() => number} Random */

const RACES = 40;
const EACH = 15;
const SCORES = ['loss', 'val_loss', 'val_accuracy', 'measured.reach'];

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
const pick = (random, list) => list[Math.floor(random() * list.length)];
const rounded = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

/** Random walks with gaps; some end early, break down or were refused. @param {Random} random @param {number} k @returns {ModelHistory} */
function model(random, k) {
  let [at, every] = [random(), 40 + Math.floor(60 * random())];
  const move = () => ((at += 0.2 * (random() - 0.5)), random() < 0.1 ? NaN : rounded(at));
  const seconds = {step: [250, 500, 750, 1000], value: [1, 2.5, 3, 4.25]};
  const whole = madeModel(Object.fromEntries(SCORES.map((score) => [score, move])), {
    every,
    kind: pick(random, ['rnn', 'lstm', 'gru']),
    parameters: 500 * (k + 1),
    seed: k,
    refused: random() < 0.05,
    signals: {step: [900, 1000], grad_norm: [0.5, rounded(2 * random())], lr: [0.01, 0.005]},
    curves: {seconds},
  });
  const how = random();
  const cut = Math.floor(1000 * random());
  if (how < 0.5) return whole;
  if (how < 0.75) return madeUpTo(whole, cut);
  return {...madeUpTo(whole, cut), over: true, ...(how < 0.9 ? {state: 'not_finite', finite: false} : {state: 'done'})};
}

/** Another model's value, or what a number is. @param {Random} random @param {Predicate['op']} op @returns {Predicate['value']} */
function value(random, op) {
  const bound = rounded(1.5 * random() - 0.25);
  if (op === 'within') return [bound, rounded(bound + 0.4)];
  if (random() < 0.65) return bound;
  return {
    model: pick(random, [0, 1, 2, /** @type {const} */ ('others'), {kind: 'rnn'}]),
    ...(random() < 0.5 && {plus: rounded(0.4 * (random() - 0.5))}),
    ...(random() < 0.3 && {times: rounded(0.5 + random())}),
    ...(random() < 0.2 && {metric: pick(random, ['val_loss', 'best_val_loss', 'final_val_loss'])}),
  };
}

const METRICS = [
  ...SCORES,
  ...['loss', 'val_loss', 'val_accuracy'].flatMap((score) => [`best_${score}`, `final_${score}`]),
];
const RARE = ['seconds', 'step', 'parameters', 'grad_norm', 'lr', 'spikes', 'val_exact'];

/** @param {Random} random @returns {Predicate} */
function predicate(random) {
  const op = pick(random, /** @type {const} */ (['<', '<=', '>', '>=', 'within']));
  const metric = random() < 0.85 ? pick(random, METRICS) : pick(random, RARE);
  const scale = metric === 'step' || metric === 'parameters' ? 1000 : 1;
  const plain = value(random, op);
  const steps = SCORES.includes(metric) && random() < 0.4;
  return {
    model: pick(random, [0, 1, 2, 'any', 'all', {kind: 'lstm'}]),
    metric,
    op,
    value: typeof plain === 'number' ? plain * scale : plain,
    ...(!metric.startsWith('final') &&
      !RARE.slice(2).includes(metric) &&
      random() < 0.6 && {by_step: Math.floor(200 + 900 * random())}),
    ...(steps && {from_step: Math.floor(200 * random())}),
    ...(!steps && random() < 0.2 && {never: /** @type {const} */ (true)}),
  };
}

/** What judging asks of a model. @param {ModelFacts} facts */
function asked({index, kind, refused, over, finite, state, step, parameters, signals, curves}) {
  const {spikes, grad_norm, lr, clipped} = signals;
  return {
    index,
    kind,
    refused,
    over,
    finite,
    state,
    step,
    present: {parameters, spikes: spikes.count, grad_norm, lr, clipped},
    curves,
  };
}

/** One race with its predicates, and what is said of them. @param {number} seed */
function race(seed) {
  const random = dice(seed);
  const of = facts(madeRace([0, 1, 2].map((k) => model(random, k))));
  const predicates = Array.from({length: EACH}, () => predicate(random)).filter((one) => predicateFault(one) === null);
  return {models: of.models.map(asked), cases: predicates.map((one) => ({predicate: one, verdict: holds(one, of)}))};
}

/** What predicates.json has. */
export const goldenPredicates = () => ({races: Array.from({length: RACES}, (_, i) => race(i + 1))});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const golden = goldenPredicates();
  writeFileSync(fileURLToPath(new URL('predicates.json', import.meta.url)), `${JSON.stringify(golden)}\n`);
  console.log(`${golden.races.reduce((sum, {cases}) => sum + cases.length, 0)} cases`);
}
