// Receipts of an exercise, as a class hands them in: made by taking part in it, with the built engine and really trained.
import {scoreOfHead} from '../../web/exercise/head_score.js';
import {Recording} from '../../web/exercise/recording.js';
import {receiptOf} from '../../web/exercise/receipt_of.js';
import {seeded} from '../../web/exercise/seed_of_name.js';
import {Taking} from '../../web/exercise/taking.js';
import {changed} from '../../web/learn/change.js';
import {Race} from '../../web/runtime/race.js';
import {until} from './until.js';

/** @typedef {import('../../web/exercise/types').Exercise} Exercise @typedef {import('../../web/runtime/types').Experiment} Experiment */
/** @typedef {{name: string, prediction?: number | 'unsure', answers?: (number | string)[], seconds?: number, positions?: number[], hints?: number, points?: {layer: number, head: number}}} Somebody points: at which head, where the first goal is to find one */

/** @type {Exercise} */
export const CLASS_EXERCISE = {
  v: 1,
  title: 'Which one adds?',
  question: 'Two networks add two marked numbers. Which one comes closer?',
  choices: [{text: 'The RNN'}, {text: 'The GRU', right: true}, {text: 'Both alike'}],
  knob: {
    title: 'How long is the sequence?',
    values: [
      {name: 'short', change: {task: {length: 6}}},
      {name: 'long', change: {}},
    ],
    begin: 1,
  },
  goal: [{model: {kind: 'gru'}, metric: 'val_loss', op: '<', value: 0.16}],
  hints: ['What if it had less to carry?'],
  asks: [
    {kind: 'number', text: 'How many numbers are marked?', value: 2, tolerance: 0},
    {kind: 'text', text: 'Say why, in a sentence.'},
  ],
  seed: 'name',
};

/** @type {Experiment} */
export const CLASS_EXPERIMENT = {
  version: 1,
  name: 'Made for tests',
  task: {kind: 'adding', length: 12, longer_length: 0},
  train: {
    batch_size: 8,
    steps: 60,
    seed: 1,
    eval_every: 10,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adamw', lr: 0.01},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'gru', hidden_size: 8},
  ],
};

/**
 * Takes part, trains once at each position of the knob, and hands in.
 * @param {import('../../web/runtime/types').Surroundings} surroundings @param {{experiment: Experiment, exercise: Exercise}} page @param {Somebody} who
 */
export async function handIn(
  surroundings,
  page,
  {name, prediction, answers = [], seconds = 60, positions, hints = 0, points},
) {
  const taking = await Taking.open(page, null, () => 1_790_000_000_000);
  taking.call(name);
  if (prediction !== undefined) taking.predict(prediction);
  const given = seeded(page.experiment, page.exercise, name);
  const {knob} = page.exercise;
  let trained_s = 0; // all models side by side, with their tests
  const race = new Race(surroundings, given);
  const recording = new Recording(taking, race);
  for (const at of positions ?? [knob?.begin ?? 0]) {
    if (knob) await race.setExperiment(changed(given, knob.values[at].change));
    const begin = performance.now();
    race.train();
    await new Promise((/** @type {(ended?: any) => void} */ done) => {
      const look = () => race.state === 'done' && done();
      race.addEventListener('change', look);
      look();
    });
    trained_s += (performance.now() - begin) / 1000;
    recording.note();
    await until(
      () => taking.taken.runs.at(-1)?.models.every(({weights_sha256}) => weights_sha256) ?? false,
      'its weights are noted',
    );
  }
  if (points) {
    const find = /** @type {import('../../web/exercise/types').Find} */ (page.exercise.goal[0]);
    const runner = race.runners[find.model];
    const value = scoreOfHead(find, await runner.measure('heads'), points);
    taking.point(0, points, {value, step: runner.step});
  }
  answers.forEach((answer, k) => taking.answer(k, answer));
  for (let i = 0; i < hints; i++) taking.hint();
  taking.spend(seconds);
  const receipt = await receiptOf(taking, race, '0.1.0');
  recording.stop();
  race.close();
  return {receipt, taken: taking.taken, trained_s};
}

/** A file, as it is dropped. @param {string} name @param {unknown} receipt @returns {import('../../web/class/types').Arrival} */
export const arrival = (name, receipt) => ({
  name,
  bytes: new TextEncoder().encode(typeof receipt === 'string' ? receipt : JSON.stringify(receipt)),
});

const FIRST =
  'Ada Ben Cleo Dan Eva Finn Gül Hana Ivo Jun Kira Leo Mia Noa Olu Pia Quin Rui Sam Tia Uma Vik Wes Xia Yan Zoe Åsa Ötzi Ana Bob'.split(
    ' ',
  );

/** Thirty who took part, each in a way of their own. @returns {Somebody[]} */
export const thirty = () =>
  FIRST.map((name, i) => ({
    name,
    prediction: /** @type {const} */ ([1, 0, 1, 2, 'unsure'])[i % 5],
    answers: [i % 4 ? 2 : 3, `Because of reason ${i + 1}.`],
    seconds: 60 + 13 * i,
    positions: i % 3 === 0 ? [1, 0] : [1],
    hints: i % 7 === 0 ? 1 : 0,
  }));
