// Workers that nobody needs are ended, and what they knew is there all the same.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {REST_MS} from '../../web/runtime/opened_run.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {until} from '../support/until.js';

const MODELS = [
  {kind: 'rnn', hidden_size: 16},
  {kind: 'lstm', hidden_size: 16},
];

/**
 * @param {import('node:test').TestContext} context
 * @param {{how?: Parameters<typeof fakeSurroundings>[0], train?: object, models?: any[]}} [of]
 */
function openRace(context, {how, train = {}, models = MODELS} = {}) {
  const surroundings = fakeSurroundings({faults: {ms_per_step: 4}, ...how});
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, ...train}, models});
  context.after(() => race.close());
  const alive = () => surroundings.workers.filter((worker) => worker.alive).length;
  return {race, runners: race.runners, alive, workers: surroundings.workers};
}

/** Sends them to rest, when they owe nothing. @param {import('../../web/runtime/runner.js').Runner[]} runners */
async function rest(runners) {
  await until(
    () => runners.every(({slot}) => (slot.connection ? slot.connection.idle : !slot.filled)),
    'they owe nothing',
  );
  for (const runner of runners) runner.rest();
}

/** What a reader has of a model. @param {import('../../web/runtime/runner.js').Runner} runner */
const shown = (runner) => ({
  state: runner.state,
  latest: runner.latest,
  sample: runner.sample,
  x: [...runner.curve('train', 'step').x],
});

test('finished models give their workers back, and the planner goes when nobody asks', async (context) => {
  const {race, runners, alive} = openRace(context, {train: {steps: 30}});
  await race.preload({eager: true});
  race.train();
  await until(() => race.state === 'done', 'all are done');
  const before = runners.map(shown);
  const hashes = await Promise.all(runners.map((runner) => runner.hash()));
  await until(() => alive() === 0, `no worker after ${REST_MS} ms`);
  assert.deepEqual(runners.map(shown), before);
  assert.deepEqual(await Promise.all(runners.map((runner) => runner.hash())), hashes);
  assert.deepEqual(
    runners.map(({state}) => state),
    ['done', 'done'],
  );
});

test('a model at rest answers, is looked into, and trains on when it is given more steps', async (context) => {
  const {race, runners} = openRace(context, {train: {steps: 30}});
  race.train();
  await until(() => race.state === 'done', 'all are done');
  await rest(runners);
  await race.generateAll({prompt: 'a', tokens: 5, temperature: 1, top_k: 0, seed: 1});
  for (const {generated} of runners) assert.equal(generated?.text.length, 5);
  await rest(runners);
  race.setWatched(0, ['rnn.0.hidden']);
  await until(() => runners[0].look?.step === 30, 'a look');
  race.setWatched(0, []);
  await rest(runners);
  race.setLr(0.0007);
  await race.addSteps(20);
  await until(() => runners.every(({step, state}) => step === 50 && state === 'done'), 'they went on');
  await rest(runners);
  await race.reset();
  assert.ok(runners.every(({step, state}) => step === 0 && state === 'idle'));
});

test('what is off screen pauses and holds no worker; back in view it goes on, to the same bits', async (context) => {
  const {race, runners, alive} = openRace(context, {train: {steps: 400}});
  race.train();
  await until(() => runners.every(({step}) => step > 40), 'they train');
  race.setPresent(false);
  await until(() => alive() === 0, 'no worker');
  assert.equal(race.state, 'training', 'as far as anybody knows');
  const steps = runners.map(({step}) => step);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(
    runners.map(({step}) => step),
    steps,
  );
  race.setPresent(true);
  await until(() => race.state === 'done', 'all are done');
  const straight = openRace(context, {train: {steps: 400}});
  straight.race.train();
  await until(() => straight.race.state === 'done', 'these too');
  assert.deepEqual(
    await Promise.all(runners.map((runner) => runner.hash())),
    await Promise.all(straight.runners.map((runner) => runner.hash())),
  );
});

test('what is told to train off screen begins in view; what was paused stays paused', async (context) => {
  const {race, runners, workers} = openRace(context);
  race.setPresent(false);
  race.train();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(workers.length, 0);
  race.setPresent(true);
  await until(() => runners.every(({step}) => step > 5), 'they train');
  race.pause();
  await until(() => runners.every(({state}) => state === 'paused'), 'they pause');
  race.setPresent(false);
  await until(() => workers.every(({alive}) => !alive), 'no worker');
  race.setPresent(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(runners.every(({state}) => state === 'paused'));
  race.train();
  const {step} = runners[0];
  await until(() => runners[0].step > step, 'it trains on');
});

test('in and out of view as fast as can be, nothing is lost or left behind', async (context) => {
  const {race, alive} = openRace(context, {train: {steps: 300}});
  race.train();
  for (let turn = 0; turn < 40; turn++) {
    race.setPresent(turn % 2 === 1);
    await new Promise((resolve) => setTimeout(resolve, (turn * 7) % 13));
  }
  await until(() => race.state === 'done', 'all are done');
  race.setPresent(false);
  await until(() => alive() === 0, 'no worker');
});

test('where there is no memory a model says so, and trains as soon as there is', async (context) => {
  const {race, runners} = openRace(context, {how: {memories: 1}, train: {steps: 60}});
  race.train();
  await until(() => runners.some(({message}) => message?.key === 'trouble.memory_waits'), 'it says so');
  await until(() => runners.some(({state}) => state === 'done'), 'the other one is done');
  await rest(runners.filter(({state}) => state === 'done'));
  await until(() => race.state === 'done', 'both are done');
  assert.ok(runners.every(({message}) => message === null));
});
