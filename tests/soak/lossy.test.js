// Every message to and from a worker may be lost, doubled or late: nothing hangs, and nothing that is shown is wrong.
// By hand, since what is lost when depends on the clock. Other seeds: LOSSY_SEEDS=101,102 node --test tests/soak/lossy.test.js
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {FaultyWire, seeded} from '../support/faulty_wire.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';

/** @typedef {import('../../web/runtime/race.js').Race} OneRace */

const SEEDS = (process.env.LOSSY_SEEDS ?? '1,2,3,4,5,6,7,8').split(',').map(Number);
/** Much longer than anything may take, on a loaded machine too. */
const LIMIT_MS = Number(process.env.LOSSY_LIMIT_MS ?? 60_000);
const EXPERIMENT = {
  ...NOVEL_EXPERIMENT,
  train: {...NOVEL_EXPERIMENT.train, steps: 120, eval_every: 20},
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'transformer', d_model: 16, num_layers: 1},
  ],
};

/** @param {import('../../web/runtime/types').Experiment} experiment @param {number | null} seed null: a good line */
function openRace(experiment, seed) {
  const random = seeded(seed ?? 0);
  const surroundings = fakeSurroundings({faults: {ms_per_step: 6}, sandboxed: seed === null || seed % 2 === 0});
  const {createWorker} = surroundings;
  // Bad enough that most seeds lose several workers, good enough that some get to the end.
  const faults = {lost: 0.012, doubled: 0.08, late: 0.08, late_ms: 60};
  if (seed !== null) surroundings.createWorker = async () => new FaultyWire(await createWorker(), random, faults);
  return {race: new Race(surroundings, experiment), random, surroundings};
}

/** @template T @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
async function inTime(promise, what) {
  /** @type {any} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`hangs: ${what}`)), LIMIT_MS)));
  try {
    return /** @type {any} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

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
  rest: (race) => race.runners[1].state === 'done' && race.runners[1].rest(),
  hash: (race) => race.runners[0].hash(),
  keep: (race) => race.keepWeights(1),
  pacing: (race) => race.setPacing('steps'),
};

/** Trains until all are done, pressing Try again where that is offered. @param {OneRace} race */
async function trainToTheEnd(race) {
  race.setPresent(true);
  const end = performance.now() + 0.8 * LIMIT_MS;
  race.train();
  while (race.state !== 'done' || race.runners.some(({state}) => state !== 'done')) {
    const states = race.runners.map(({state, step, wanted, message}) => `${state} ${step} ${wanted} ${message?.key}`);
    if (performance.now() > end) assert.fail(`hangs: ${states}`);
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

/**
 * One race on a bad line from its beginning to its end, and the same on a good one.
 * @param {number} seed @param {import('node:test').TestContext} context @param {OneRace[]} opened all that are to be closed
 */
async function hold(seed, context, opened) {
  const {race, random, surroundings} = openRace(EXPERIMENT, seed);
  opened.push(race);
  race.train();
  /** @type {Promise<unknown>[]} */
  const asked = [];
  /** @type {string[]} */
  const done = [];
  for (let i = 0; i < 8; i++) {
    await wait(150 * random());
    const names = Object.keys(DEEDS);
    const name = names[Math.floor(names.length * random())];
    done.push(name);
    const settled = Promise.resolve(DEEDS[name](race, random)).catch(() => {}); // a refusal is an answer
    asked.push(settled);
    if (random() < 0.7) await inTime(settled, `${name} of ${done}`);
  }
  await inTime(trainToTheEnd(race), `the end after ${done}`);
  await inTime(Promise.all(asked), `what was asked, ${done}`);
  await inTime(trainToTheEnd(race), `the end of what was asked last, after ${done}`);
  context.diagnostic(`seed ${seed}: ${done.join(' ')}; ${surroundings.workers.length} workers`);
  const good = openRace(structuredClone(race.experiment), null);
  opened.push(good.race);
  await inTime(trainToTheEnd(good.race), 'a good line');
  const hashes = await inTime(Promise.all(race.runners.map(hashOf)), 'hashes');
  assert.deepEqual(hashes, await Promise.all(good.race.runners.map(hashOf)), `weights after ${done}`);
  race.runners.forEach((runner, i) => {
    const {tested, val_losses, ...rest} = shown(runner);
    const right = shown(good.race.runners[i]);
    const known = new Map(right.tested.map((step, at) => [step, right.val_losses[at]]));
    assert.deepEqual({...rest}, {...rest, ...pick(right, rest)}, `model ${i} after ${done}`);
    tested.forEach((step, at) => {
      // Where it ended before it was given more steps it was tested once more.
      if (known.has(step)) assert.equal(val_losses[at], known.get(step), `tested at ${step} after ${done}`);
    });
  });
}

// What is lost when depends on the clock, so a seed is no repetition: what fails twice is a fault, once is told.
describe('a bad line', {concurrency: SEEDS.length}, () => {
  for (const seed of SEEDS)
    test(`seed ${seed}: everything settles, all get to the end, and what they show is what a good line gives`, async (context) => {
      /** @type {OneRace[]} */
      const opened = [];
      context.after(() => Promise.all(opened.map((race) => race.close())));
      await hold(seed, context, opened).catch((error) => {
        context.diagnostic(`failed once: ${error.message}`);
        return hold(seed, context, opened);
      });
    });
});

/** Asked until it is answered: on a bad line a worker may die of the question. @param {import('../../web/runtime/runner.js').Runner} runner */
async function hashOf(runner) {
  for (;;) {
    const hash = runner.state === 'done' ? await runner.hash().catch(() => '') : '';
    if (hash && runner.state === 'done') return hash;
    if (runner.state === 'failed') runner.act('retry');
    await wait(20);
  }
}

/** @param {any} from @param {any} like */
const pick = (from, like) => Object.fromEntries(Object.keys(like).map((name) => [name, from[name]]));
