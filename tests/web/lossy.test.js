// Every message to and from a worker may be lost, doubled or late: nothing hangs, and nothing that is shown is wrong.
// In made-up time, so that a seed fails each time or never: LOSSY_SEEDS=1001-2000 node --test tests/web/lossy.test.js
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeOf} from '../../web/facts/early_end.js';
import {BestShown} from '../../web/runtime/best_weights.js';
import {Race} from '../../web/runtime/race.js';
import {FaultyWire, seeded} from '../support/faulty_wire.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MadeUpTime} from '../support/made_up_time.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';

/** @typedef {import('../../web/runtime/race.js').Race} OneRace */

const SEEDS = process.env.LOSSY_SEEDS ?? '1-200';
const [, first_seed, last_seed = first_seed] = /^(\d+)(?:-(\d+))?$/.exec(SEEDS) ?? [];
const [FIRST, LAST] = [Number(first_seed), Number(last_seed)];
if (!(FIRST <= LAST))
  throw new Error(`LOSSY_SEEDS=${SEEDS}: a seed such as 7, or the first and the last such as 1-200`);
/** Seeds of one test. */
const AT_ONCE = 50;
/** Of made-up time: much longer than anything may take. */
const LIMIT_MS = 300_000;
/** How bad the line is. */
const LOST = [0.004, 0.012, 0.03];
/** How slow the machine is: milliseconds of each task, at most. */
const TASK_MS = [0.02, 0.3, 2];
/** Now and then it does something else for so long. */
const STALL = {share: 0.0005, ms: 2500};
const EXPERIMENT = {
  ...NOVEL_EXPERIMENT,
  train: {...NOVEL_EXPERIMENT.train, steps: 120, eval_every: 20},
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'transformer', d_model: 16, num_layers: 1},
  ],
};

/** @param {number} seed */
function madeUpTime(seed) {
  const random = seeded(seed + 1e6);
  const most = TASK_MS[seed % 3];
  return new MadeUpTime(() => (random() < STALL.share ? STALL.ms * random() : most * random()));
}

/** @param {import('../../web/runtime/types').Experiment} experiment @param {number | null} seed null: a good line */
function openRace(experiment, seed) {
  const random = seeded(seed ?? 0);
  const surroundings = fakeSurroundings({
    faults: {ms_per_step: 6, rises_after: 45},
    sandboxed: seed === null || seed % 2 === 0,
  });
  const {createWorker} = surroundings;
  const faults = {lost: LOST[Math.floor((seed ?? 0) / 3) % 3], doubled: 0.08, late: 0.08, late_ms: 60};
  if (seed !== null) surroundings.createWorker = async () => new FaultyWire(await createWorker(), random, faults);
  const race = new Race(surroundings, experiment);
  race.hasBest = true;
  return {race, random, surroundings};
}

/** @template T @param {Promise<T>} promise @param {() => string} what @returns {Promise<T>} */
async function inTime(promise, what) {
  /** @type {any} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`hangs: ${what()}`)), LIMIT_MS)));
  try {
    return /** @type {any} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {OneRace} race */
const last = (race) => race.runners[race.runners.length - 1];

/** What a reader may do in the midst of it; whatever it gives, it is to settle. @type {Record<string, (race: OneRace, random: () => number) => unknown>} */
const DEEDS = {
  rate: (race, random) => race.setLr(0.001 * (1 + Math.floor(9 * random()))),
  pause: (race) => race.pause(),
  train: (race) => race.train(),
  reset: (race) => race.reset(),
  step: (race) => race.step(3),
  more: (race) => race.addSteps(10),
  write: (race) => race.generateAll({prompt: 'a', tokens: 5, temperature: 1, top_k: 0, seed: 1}),
  look: (race) => race.setWatched(0, ['rnn.0.hidden']),
  away: (race) => race.setPresent(false),
  back: (race) => race.setPresent(true),
  rest: (race) => last(race).state === 'done' && last(race).rest(),
  hash: (race) => race.runners[0].hash(),
  keep: (race) => race.keepWeights(race.runners.length - 1),
  pacing: (race) => race.setPacing('steps'),
  answer: (race) => race.answerAll({prompt: 'ab', beam: 1}),
  hold: (race) => race.runners[0].pause(),
  resume: (race) => race.runners[0].resume(),
  patience: (race, random) => race.setJudge(judgeOf({patience: 1 + Math.floor(2 * random()), goal: ''})),
  goal: (race) => race.setJudge(judgeOf({patience: 0, goal: 'loss:3.9'})),
  endless: (race) => race.setJudge(null),
  best: (race) => BestShown.show(last(race)),
  last: (race) => last(race).other?.back(),
  begin: (race) => race.adoptWeights(0),
  edit: (race, random) =>
    race.updateModel(0, {...race.experiment.models[0], hidden_size: 8 + Math.floor(8 * random())}),
  options: (race, random) => race.updateTrain({...race.experiment.train, seed: 1 + Math.floor(9 * random())}),
  copy: (race) => race.runners.length < 3 && race.copyModel(0),
  remove: (race) => race.removeModel(race.runners.length - 1),
  whole: (race) => race.setExperiment(race.experiment),
};

/** How the models stand. @param {OneRace} race */
const states = ({runners}) =>
  runners
    .map(({state, wanted, step, steps, message}) => [state, wanted, step, steps, message?.key].join(' '))
    .join(', ');

/** Whether a model has got to its end, and all that it was asked for has come. @param {import('../../web/runtime/runner.js').Runner} runner */
const quiet = ({state, wishes, slot}) =>
  state === 'done' && wishes.trains.length === 0 && slot.connection?.idle !== false;

/** Trains until all are done, pressing Try again where that is offered. @param {OneRace} race */
async function trainToTheEnd(race) {
  race.setPresent(true);
  race.train();
  while (race.state !== 'done' || !race.runners.every(quiet)) {
    for (const runner of race.runners) {
      if (runner.state === 'failed') assert.ok(runner.message, 'says why');
      if (runner.state === 'failed') runner.act('retry');
      else if (!runner.wanted && runner.state !== 'done') runner.train();
    }
    await wait(20);
  }
}

/** @param {import('../../web/runtime/runner.js').Runner} runner */
function shown(runner) {
  const train = runner.curve('train', 'step', 1e6);
  const held_out = runner.curve('held_out', 'step', 1e6);
  return {
    steps: [...train.x],
    losses: [...train.y],
    tested: [...held_out.x],
    val_losses: [...held_out.y],
    step: runner.step,
  };
}

/** @param {OneRace} race @param {() => number} random @param {string[]} done what has been done, for who reads of a failure */
async function useAtRandom(race, random, done) {
  const names = Object.keys(DEEDS);
  /** @type {Promise<unknown>[]} */
  const asked = [];
  for (let i = 0; i < 8; i++) {
    await wait(150 * random());
    const name = names[Math.floor(names.length * random())];
    done.push(name);
    const settled = Promise.resolve(DEEDS[name](race, random)).catch(() => {}); // a refusal is an answer
    asked.push(settled);
    if (random() < 0.7) await inTime(settled, () => `${name} of ${done}`);
  }
  return asked;
}

/** What there is to see is what a good line gives. @param {ReturnType<typeof shown>} found @param {ReturnType<typeof shown>} right @param {string} of */
function compare({tested, val_losses, ...found}, right, of) {
  const {tested: when, val_losses: losses, ...rest} = right;
  assert.deepEqual(found, rest, of);
  const known = new Map(when.map((step, at) => [step, losses[at]]));
  tested.forEach((step, at) => {
    // Where it ended before it was given more steps it was tested once more.
    if (known.has(step)) assert.equal(val_losses[at], known.get(step), `tested at ${step}, ${of}`);
  });
}

/**
 * One race on a bad line from its beginning to its end, and the same on a good one.
 * @param {number} seed @param {OneRace[]} opened all that are to be closed
 */
async function hold(seed, opened) {
  const {race, random} = openRace(EXPERIMENT, seed);
  opened.push(race);
  race.train();
  /** @type {string[]} */
  const done = [];
  const asked = await useAtRandom(race, random, done);
  await inTime(Promise.all(asked), () => `what was asked, ${done}: ${states(race)}`);
  await inTime(trainToTheEnd(race), () => `the end after ${done}: ${states(race)}`);
  const lasts = () => Promise.all(race.runners.map(({other}) => other?.back().catch(() => {})));
  await inTime(lasts(), () => `the last weights after ${done}: ${states(race)}`);
  const found = race.runners.map(shown);
  const good = openRace(structuredClone(race.experiment), null).race;
  opened.push(good);
  await inTime(trainToTheEnd(good), () => 'a good line');
  race.runners.forEach((_, k) => compare(found[k], shown(good.runners[k]), `model ${k} after ${done}`));
  const hashes = await inTime(Promise.all(race.runners.map(hashOf)), () => `hashes after ${done}: ${states(race)}`);
  assert.deepEqual(hashes, await Promise.all(good.runners.map(hashOf)), `weights after ${done}`);
}

/** @param {number} seed */
async function holdAlone(seed) {
  /** @type {OneRace[]} */
  const opened = [];
  try {
    await madeUpTime(seed).run(() => hold(seed, opened).finally(() => opened.forEach((race) => race.close())));
  } catch (error) {
    throw new Error(`seed ${seed}: ${/** @type {Error} */ (error).message}`, {cause: error});
  }
}

for (let first = FIRST; first <= LAST; first += AT_ONCE) {
  const last = Math.min(LAST, first + AT_ONCE - 1);
  test(`on bad lines ${first} to ${last} all settles, all get to the end, and what they show is what a good line gives`, async () => {
    for (let seed = first; seed <= last; seed++) await holdAlone(seed);
  });
}

/** Asked until it is answered: on a bad line a worker may die of the question. @param {import('../../web/runtime/runner.js').Runner} runner */
async function hashOf(runner) {
  for (;;) {
    const hash = runner.state === 'done' ? await runner.hash().catch(() => '') : '';
    if (hash && runner.state === 'done') return hash;
    if (runner.state === 'failed') runner.act('retry');
    await wait(20);
  }
}
