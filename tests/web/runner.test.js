import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {Record} from '../../web/runtime/record.js';
import {TrainingLoop} from '../../web/runtime/training_loop.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

// What one model of a race keeps to while its worker comes and goes.

/** @param {import('node:test').TestContext} context @param {{models?: any[]}} [options] */
function openRace(context, {models = [{kind: 'rnn', hidden_size: 128}]} = {}) {
  const surroundings = fakeSurroundings({faults: {ms_per_step: 100}});
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, models});
  context.after(() => race.close());
  return {race, surroundings};
}

/** The worker that has a model open. @param {ReturnType<typeof fakeSurroundings>} surroundings */
const lastOpened = ({workers}) => workers.findLast(({received}) => received.some(({type}) => type === 'open'));

test('whoever looks inside sees the first weights again after a reset', async (context) => {
  const {race} = openRace(context);
  const [runner] = race.runners;
  race.setWatched(0, ['rnn.0.hidden']);
  race.train();
  await until(() => (runner.look?.step ?? 0) > 5, 'a look');
  await race.reset();
  await until(() => runner.look?.step === 0, 'a look at step 0');
});

test('a new worker is told what was changed, and when', async (context) => {
  const {race, surroundings} = openRace(context);
  const [runner] = race.runners;
  race.train();
  await until(() => runner.step > 30, 'a checkpoint');
  race.setLr(0.0005);
  lastOpened(surroundings)?.terminate();
  await until(() => runner.message !== null && runner.state === 'training', 'a new worker');
  const asked = lastOpened(surroundings)?.received ?? [];
  assert.deepEqual(
    asked.slice(0, 2).map(({type}) => type),
    ['open', 'load'],
  );
  await until(() => runner.latest.lr === 0.0005, 'the rate of now');
});

test('what is asked while a worker is brought up to date reaches it', async (context) => {
  const {race, surroundings} = openRace(context);
  const opening = race.prepare();
  const asked = () => lastOpened(surroundings)?.received.map(({type}) => type) ?? [];
  await until(() => asked().includes('allow'), 'it is brought up to date');
  race.setWatched(0, ['rnn.0.hidden']);
  race.setLr(0.0007);
  await opening;
  await until(() => race.runners[0].look !== null, 'a look');
  race.step(1);
  await until(() => race.runners[0].latest.lr === 0.0007, 'the rate of now');
});

test('who asks for a worker as soon as one is on its way gets that one', async (context) => {
  const {race, surroundings} = openRace(context);
  const [runner] = race.runners;
  /** @type {Promise<unknown>[]} */
  const answers = [];
  runner.addEventListener('change', () => runner.state === 'opening' && answers.push(runner.hash()));
  await race.prepare();
  await Promise.all(answers);
  assert.ok(answers.length > 0);
  const opened = surroundings.workers.filter(({received}) => received.some(({type}) => type === 'open'));
  assert.equal(opened.length, 1);
});

test('a worker that comes too late says nothing about the model that took its place', async (context) => {
  const {race, surroundings} = openRace(context);
  const [runner] = race.runners;
  const late = race.prepare();
  await until(() => lastOpened(surroundings) !== undefined, 'it is being opened');
  await race.updateModel(0, {kind: 'rnn', hidden_size: 64});
  const {info} = runner;
  await late;
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(runner.state, 'idle');
  assert.equal(runner.info, info);
  assert.equal(runner.message, null);
});

test('match parameters leaves models alone that count, and cannot start from one', async (context) => {
  const {race} = openRace(context, {
    models: [{kind: 'rnn', hidden_size: 32}, {kind: 'ngram'}, {kind: 'lstm', hidden_size: 8}],
  });
  const [, ngram] = race.experiment.models;
  await race.matchParameters(0);
  assert.deepEqual(race.experiment.models[1], ngram);
  assert.ok(Number(race.experiment.models[2].hidden_size) > 8);
  await assert.rejects(race.matchParameters(1), {key: 'size.counts', where: 'models[1]'});
});

test('back at a checkpoint, the held-out loss is the one of then', () => {
  const record = new Record();
  for (const step of [100, 200])
    record.evaluation({step, seconds: step, val_loss: 3 - step / 100, val_accuracy: 0.5, sample: 'x'});
  assert.equal(record.meter.latest.val_loss, 1);
  record.goBack({bytes: new Uint8Array(), step: 150, seconds: 150});
  assert.equal(record.meter.latest.val_loss, 2);
  record.goBack(null);
  assert.ok(Number.isNaN(record.meter.latest.val_loss));
});

test('slow training has one timer, however often it is paused and started', () => {
  /** @type {(() => void)[]} */
  const deferred = [];
  /** @type {(() => void)[]} */
  const timers = [];
  let steps = 0;
  const step = () => ({step: ++steps, losses: [1], grad_norm: 1, lr: 1, finite: true});
  const session = {step, save: () => new Uint8Array(1)};
  const plan = {steps: 100, eval_every: 50, seed: 1, tokens_per_step: 1, flops_per_step: 1, writes: true};
  const loop = new TrainingLoop(session, plan, {
    emit: () => {},
    now: () => 0,
    defer: (callback) => deferred.push(callback),
    later: (callback) => timers.push(callback),
    fail: (error) => assert.fail(String(error)),
  });
  for (let i = 0; i < 5; i++) {
    loop.run({pace: 1});
    while (deferred.length) deferred.shift()?.();
    loop.pause();
  }
  assert.equal(timers.length, 1);
});

test('a model that counts has a place on the axis of characters too', async (context) => {
  const {race} = openRace(context, {models: [{kind: 'ngram'}]});
  race.step(2);
  await until(() => race.runners[0].state === 'paused', 'two steps');
  assert.equal(race.runners[0].latest.tokens, 2 * 16 * 64);
});

test('models are removed and changed as they were named, even when another one goes first', async (context) => {
  const {race} = openRace(context, {models: [4, 8, 16, 32].map((hidden_size) => ({kind: 'rnn', hidden_size}))});
  await Promise.all([race.removeModel(0), race.removeModel(1), race.updateModel(2, {kind: 'rnn', hidden_size: 64})]);
  const left = [64, 32];
  assert.deepEqual(
    race.experiment.models.map(({hidden_size}) => hidden_size),
    left,
  );
  assert.deepEqual(
    race.runners.map(({model}) => model.hidden_size),
    left,
  );
});

/** A loop around a session that only counts, and everything it emits. @param {{parts: number, eval_every: number}} how */
function countingLoop({parts, eval_every}) {
  /** @type {{type: string, data: any}[]} */
  const events = [];
  /** @type {(() => void)[]} */
  const deferred = [];
  let ms = 0;
  const said = {step: 0, left: 0, what: ''};
  const session = {
    step: (/** @type {number} */ count) => (
      (ms += count),
      (said.step += count),
      {step: said.step, losses: [], finite: true}
    ),
    begin: (/** @type {string} */ what) => Object.assign(said, {what, left: parts}),
    next: () => ((ms += 10), --said.left > 0 ? null : {step: said.step, val_loss: 1, text: said.what, items: []}),
    reset: () => Object.assign(said, {step: 0, left: NaN}),
    save: () => new Uint8Array(1),
    setLr: () => {},
  };
  const plan = {steps: 1000, eval_every, seed: 1, tokens_per_step: 1, flops_per_step: 1, writes: false};
  const loop = new TrainingLoop(session, plan, {
    emit: (type, data) => events.push({type, data}),
    now: () => ms,
    defer: (callback) => deferred.push(callback),
    later: (callback) => deferred.push(callback),
    fail: (error) => assert.fail(String(error)),
  });
  /** Lets it do one slice: what happens between two messages. @returns {boolean} whether there was anything to do */
  const slice = () => {
    const next = deferred.shift();
    next?.();
    return next !== undefined;
  };
  const types = () => events.map(({type}) => type);
  return {loop, slice, types, said, events};
}

test('a pause in the middle of an evaluation takes effect at once; the evaluation is told when it is done', () => {
  const {loop, slice, types, said} = countingLoop({parts: 20, eval_every: 100});
  loop.run({turn: 7});
  while (said.what === '') slice();
  const {step} = loop;
  assert.equal(step, 10, 'the early look at the held-out loss');
  slice();
  loop.pause();
  assert.equal(types().at(-2), 'stopped');
  assert.ok(!types().includes('held_out'));
  while (slice()) assert.equal(loop.step, step);
  assert.equal(types().filter((type) => type === 'held_out').length, 1);
  loop.run({});
  while (loop.step < 20) slice();
  assert.equal(types().filter((type) => type === 'held_out').length, 1);
});

test('nothing is trained while a text is being written; a reset drops what was under way', async () => {
  const {loop, slice, types, said} = countingLoop({parts: 5, eval_every: 100});
  const written = loop.ask('generate', {});
  loop.run({until: 3});
  slice();
  assert.equal(loop.step, 0);
  while (slice()) continue;
  assert.equal((await written).text, 'generate');
  assert.equal(loop.step, 3);
  loop.run({});
  while (said.what !== 'evaluate') slice();
  loop.reset();
  while (slice()) continue;
  assert.ok(!types().includes('held_out'));
});

test('only the last examples that were asked for are answered', async () => {
  const {loop, slice, events} = countingLoop({parts: 3, eval_every: 100});
  const first = loop.show({set: 'val', first: 0, count: 3});
  slice();
  const second = loop.show({set: 'val', first: 3, count: 3});
  while (slice()) continue;
  await Promise.all([first, second]);
  const shown = events.filter(({type}) => type === 'examples').map(({data}) => data.first);
  assert.deepEqual(shown, [3]);
});

test('what stopped an earlier run does not stop a later one', async (context) => {
  const {race} = openRace(context);
  const [runner] = race.runners;
  race.train();
  await until(() => runner.step > 5, 'training');
  race.pause();
  race.train();
  const {step} = runner;
  await until(() => runner.step > step + 30, 'it goes on');
  assert.equal(runner.state, 'training');
});
