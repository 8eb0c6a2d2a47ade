// What is asked of a model at a bad moment is done all the same, and the model says truly how it stands.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {RuntimeError} from '../../web/runtime/protocol.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {until} from '../support/until.js';

/** @typedef {import('../support/fake_worker.js').FakeWorker} FakeWorker */

const MODEL = {kind: 'rnn', hidden_size: 16};

/** @param {import('node:test').TestContext} context @param {any[]} [models] */
function openRace(context, models = [MODEL]) {
  const surroundings = fakeSurroundings({faults: {ms_per_step: 4}});
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, steps: 30}, models});
  context.after(() => race.close());
  return {race, runner: race.runners[0], surroundings, workers: surroundings.workers};
}

/** Trained to its end, and its worker given back. @param {import('node:test').TestContext} context */
async function atRest(context) {
  const opened = openRace(context);
  opened.race.train();
  await until(() => opened.race.state === 'done' && opened.runner.slot.connection?.idle === true, 'it is done');
  opened.runner.rest();
  assert.equal(opened.runner.slot.filled, false);
  return opened;
}

/** The next worker ends when it is asked for such a thing. @param {ReturnType<typeof openRace>['surroundings']} surroundings @param {string} type */
function dieOf(surroundings, type) {
  const {createWorker} = surroundings;
  surroundings.createWorker = async () => {
    const worker = /** @type {FakeWorker} */ (await createWorker());
    endWith(worker, type, () => (surroundings.createWorker = createWorker));
    return worker;
  };
}

/** @param {FakeWorker} worker @param {string} type the request of which it dies @param {() => void} [then] */
function endWith(worker, type, then = () => {}) {
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message, transfer) => {
    if (message.type !== type) return post(message, transfer);
    worker.terminate();
    then();
  };
}

/** @param {import('../../web/runtime/runner.js').Runner} runner @param {number} step */
const endsAt = (runner, step) => until(() => runner.state === 'done' && runner.step === step, `done at ${step}`);

test('steps that are added off screen are trained when it is seen', async (context) => {
  const {race, runner} = await atRest(context);
  race.setPresent(false);
  await race.addSteps(10);
  race.setPresent(true);
  await endsAt(runner, 40);
  assert.deepEqual(race.experiment.models[0].changes, [{step: 30, train: {steps: 40}}]);
});

test('added steps are trained although the worker dies of the order', async (context) => {
  const {race, runner, surroundings} = await atRest(context);
  dieOf(surroundings, 'change');
  await race.addSteps(10);
  await endsAt(runner, 40);
});

test('a model at rest whose new worker dies of a question is what it was, and answers the next', async (context) => {
  const {race, runner, surroundings} = await atRest(context);
  const {x} = runner.curve('train', 'step');
  dieOf(surroundings, 'open');
  await assert.rejects(runner.hash());
  assert.deepEqual([runner.state, race.state], ['done', 'done']);
  assert.match(await runner.hash(), /^rnn-30-/);
  assert.deepEqual(runner.curve('train', 'step').x, x);
});

test('a model that has ended says so off screen too, when its worker dies of a question', async (context) => {
  const {race, runner, surroundings} = await atRest(context);
  race.setPresent(false);
  dieOf(surroundings, 'hash');
  await assert.rejects(runner.hash());
  await until(() => runner.message !== null, 'it is noticed');
  assert.deepEqual([runner.state, race.state], ['done', 'done']);
});

test('Train changes nothing of a model that is being opened at its end off screen', async (context) => {
  const {race, runner} = await atRest(context);
  race.setPresent(false);
  const hash = runner.hash();
  race.train();
  await hash;
  assert.deepEqual([runner.state, race.state], ['done', 'done']);
});

test('a rate that is moved while a model is opened for two reasons does not keep it from training', async (context) => {
  const {race, runner, workers} = openRace(context);
  race.prepare();
  race.train();
  await until(() => workers.some(({received}) => received.some(({type}) => type === 'open')), 'it is being opened');
  race.setLr(0.01);
  await endsAt(runner, 30);
  assert.equal(runner.latest.lr, 0.01);
});

test('a worker is not sent to rest before it has handed over what it learned', async (context) => {
  const {race, runner} = openRace(context);
  let early = false;
  runner.addEventListener('change', () => {
    if (early || runner.state !== 'done') return;
    early = runner.record.saved === null;
    runner.rest();
  });
  race.train();
  await endsAt(runner, 30);
  assert.ok(early);
  assert.match(await runner.hash(), /^rnn-30-/);
});

test('a model whose first weights fail says that it is ready again', async (context) => {
  const experiment = {...NOVEL_EXPERIMENT, task: {...NOVEL_EXPERIMENT.task, corpus: 'names'}};
  const {race, runner, surroundings} = openRace(context, [{...MODEL, start: {experiment, model: 0, step: 5}}]);
  await race.prepare();
  surroundings.loadText = async () => {
    throw new RuntimeError('network', 'trouble.network');
  };
  await assert.rejects(runner.hash(), {code: 'network'});
  assert.equal(runner.state, 'ready');
});

test('a model whose worker dies of its first weights after a reset gets another one, and has not failed', async (context) => {
  const experiment = {...NOVEL_EXPERIMENT, models: [{kind: 'lstm', hidden_size: 16}]};
  const {race, runner, workers} = openRace(context, [{...MODEL, start: {experiment, model: 0, step: 5}}]);
  await runner.hash();
  /** @type {Set<string>} */
  const states = new Set();
  runner.addEventListener('change', () => states.add(runner.state));
  const opened = workers.filter(({alive, received}) => alive && received.some(({type}) => type === 'adopt'));
  opened.forEach((worker) => endWith(worker, 'adopt'));
  await race.reset();
  await until(() => runner.message !== null && runner.state === 'ready', 'another worker');
  assert.ok(!states.has('failed'), [...states].join(', '));
  race.train();
  await endsAt(runner, 30);
});

test('a model whose worker gives way while its first weights come, and gets no other, is idle and not for ever opened', async (context) => {
  const experiment = {...NOVEL_EXPERIMENT, task: {...NOVEL_EXPERIMENT.task, corpus: 'names'}};
  const {race, runner, surroundings} = openRace(context, [{...MODEL, start: {experiment, model: 0, step: 5}}]);
  await race.prepare();
  surroundings.loadText = () => new Promise(() => {});
  const early = assert.rejects(runner.hash(), {code: 'closed'});
  await until(() => runner.state === 'opening', 'its first weights are fetched');
  race.setLr(0.01);
  dieOf(surroundings, 'open');
  await assert.rejects(runner.hash(), {code: 'worker_died'});
  assert.deepEqual([runner.state, runner.slot.filled], ['idle', false]);
  await early;
});

test('a model that is ready, whose worker gives way and that gets no other, is idle', async (context) => {
  const {race, runner, surroundings} = openRace(context);
  await race.prepare();
  assert.equal(runner.state, 'ready');
  race.setLr(0.01);
  dieOf(surroundings, 'open');
  await assert.rejects(runner.hash(), {code: 'worker_died'});
  assert.deepEqual([runner.state, runner.slot.filled], ['idle', false]);
  assert.match(await runner.hash(), /^rnn-0-/);
  assert.equal(runner.state, 'ready');
});
