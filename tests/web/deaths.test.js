import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Deaths} from '../../web/runtime/deaths.js';
import {RuntimeError} from '../../web/runtime/protocol.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {until} from '../support/until.js';

// Workers that die or hang: how soon that is noticed, and what becomes of the model.

/** @param {import('node:test').TestContext} context @param {Parameters<typeof fakeSurroundings>[0]} [how] */
function openRace(context, how) {
  const surroundings = fakeSurroundings({faults: {ms_per_step: 4}, ...how});
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, models: [{kind: 'rnn', hidden_size: 16}]});
  context.after(() => race.close());
  /** The worker that has the model open. */
  const opened = () => surroundings.workers.findLast(({received}) => received.some(({type}) => type === 'open'));
  return {race, runner: race.runners[0], workers: surroundings.workers, opened};
}

/** Milliseconds until something is so. @param {() => boolean} holds @param {string} what */
async function msUntil(holds, what) {
  const start = performance.now();
  await until(holds, what);
  return performance.now() - start;
}

for (const sandboxed of [false, true])
  for (const how of /** @type {const} */ (['terminate', 'hang'])) {
    const where = sandboxed ? 'in a frame without an origin' : 'on a page';
    test(`a worker that goes by "${how}" ${where} is replaced after a second at most, and training goes on`, async (context) => {
      const {race, runner, opened} = openRace(context, {sandboxed});
      race.train();
      await until(() => runner.step > 20, 'it trains');
      opened()?.[how]();
      const ms = await msUntil(() => runner.message !== null, 'it is noticed');
      assert.ok(ms < 3000, `${ms} ms`); // 1 s, and what a loaded machine takes
      await until(() => runner.state === 'training' && runner.step > 20, 'it trains on');
    });
  }

test('two early deaths do not stop a model', async (context) => {
  const {race, runner, opened} = openRace(context);
  race.train();
  for (let death = 0; death < 2; death++) {
    await until(() => runner.state === 'training' && runner.step > 5, 'it trains');
    assert.equal(runner.record.saved, null);
    opened()?.terminate();
    await until(() => runner.state !== 'training', 'it died');
  }
  await until(() => runner.state === 'training' && runner.step > 20, 'it trains again');
});

test('a worker that dies while it is opened is replaced too', async (context) => {
  const {race, runner, workers} = openRace(context, {sandboxed: true});
  race.train();
  await until(() => workers.length > 0, 'a worker');
  workers[0].hang();
  await msUntil(() => runner.state === 'training', 'another one trains');
});

test('a model whose workers die again and again waits for somebody, and tries again when told to', async (context) => {
  const {race, runner, opened} = openRace(context);
  race.train();
  while (runner.state !== 'failed') {
    await until(() => runner.step > 0 || runner.state === 'failed', 'it trains');
    const worker = opened();
    worker?.terminate();
    await until(() => runner.state === 'failed' || opened() !== worker, 'another worker');
  }
  assert.equal(runner.message?.actions[0].id, 'retry');
  await runner.act('retry');
  await until(() => runner.step > 5, 'it trains');
});

test('a reset resolves although the worker hangs, and the model trains from the beginning', async (context) => {
  for (const sandboxed of [false, true]) {
    const {race, runner, opened} = openRace(context, {sandboxed});
    race.train();
    await until(() => runner.step > 5, 'it trains');
    const hung = opened();
    hung?.hang();
    const start = performance.now();
    await race.reset();
    assert.ok(performance.now() - start < 3000, `${performance.now() - start} ms`);
    assert.equal(runner.step, 0);
    race.train();
    await msUntil(() => runner.step > 5, 'it trains');
    assert.notEqual(opened(), hung);
  }
});

test('closing ends a worker in which a model is still being opened', async (context) => {
  const {race, workers} = openRace(context);
  race.train();
  await until(() => workers.some(({received}) => received.some(({type}) => type === 'open')), 'it is being opened');
  race.close();
  assert.ok(workers.every(({alive}) => !alive));
});

test('deaths are counted by time and by how far it got, and silence earns patience', () => {
  let now = 0;
  const deaths = new Deaths(() => now);
  const died = new RuntimeError('worker_died', 'trouble.worker_ended');
  const silent = new RuntimeError('worker_died', 'trouble.worker_silent');
  for (let step = 0; step < 50; step++, now += 8000) assert.ok(deaths.count(died, step), 'it gets further each time');
  assert.equal(deaths.patience, 1);
  for (let death = 0; death < 3; death++, now += 60_000) assert.ok(deaths.count(silent, 50));
  assert.equal(deaths.patience, 27);
  assert.equal(deaths.count(silent, 50), false, 'never any further');
  deaths.forget();
  assert.ok(deaths.count(new RuntimeError('trap', 'trouble.trap'), 0));
  assert.equal(deaths.count(new RuntimeError('trap', 'trouble.trap'), 0), false, 'the engine does it again');
});
