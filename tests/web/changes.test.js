// What is changed while a race runs is recorded, so that the experiment alone makes the same weights again. The fake
// engine's weights are made of the learning rate of every step.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {AUTOSAVE_S} from '../../web/runtime/autosave.js';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** @typedef {import('../../web/runtime/types').Experiment} Experiment */

const RNN = {kind: 'rnn', hidden_size: 16};
const LSTM = {kind: 'lstm', hidden_size: 16};

/**
 * @param {import('node:test').TestContext} context
 * @param {{faults?: import('../support/fake_engine.js').Faults, train?: object, models?: any[], experiment?: Experiment}} [options]
 */
function openRace(context, {faults = {}, train = {}, models = [RNN], experiment} = {}) {
  const surroundings = fakeSurroundings({faults});
  const made = {...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, steps: 200, ...train}, models};
  const race = new Race(surroundings, experiment ?? made);
  context.after(() => race.close());
  return {race, surroundings};
}

/** @param {Race} race */
const done = (race) => until(() => race.state === 'done', 'the race is done');
/** @param {Race} race */
const hashes = (race) => Promise.all(race.runners.map((runner) => runner.hash()));
/** @param {Race} race */
const changes = (race) => race.experiment.models.map((model) => /** @type {any[]} */ (model.changes ?? []));
/** The weights that the experiment of a race comes to by itself, in a new page. @param {import('node:test').TestContext} context @param {Race} race */
async function again(context, {experiment}) {
  const {race} = openRace(context, {experiment: JSON.parse(JSON.stringify(experiment))});
  race.train();
  await done(race);
  assert.deepEqual(race.experiment, experiment, 'nothing more is recorded');
  return hashes(race);
}

/** Trains up to a step exactly. @param {Race} race @param {number} step */
async function upTo(race, step) {
  race.step(step - Math.max(...race.runners.map((runner) => runner.step)));
  await until(
    () => race.runners.every((runner) => runner.step === step && ['paused', 'done'].includes(runner.state)),
    `step ${step}`,
  );
}

test('before anybody has trained, a moved rate is the rate of the experiment', async (context) => {
  const {race} = openRace(context, {models: [RNN, LSTM]});
  await race.prepare();
  race.setLr(0.01);
  race.setLr(0.02);
  race.train();
  await done(race);
  assert.equal(race.experiment.train.optimizer?.lr, 0.02);
  assert.deepEqual([race.experiment.version, changes(race)], [1, [[], []]]);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a rate that is moved while they train is recorded at the step at which each took it', async (context) => {
  const {race} = openRace(context, {models: [RNN, LSTM], faults: {ms_per_step: 7}});
  race.train();
  await until(() => race.runners.every(({step}) => step > 20), 'twenty steps');
  race.setLr(0.01);
  assert.equal(race.lr, 0.01, 'shown at once');
  await done(race);
  assert.equal(race.experiment.train.optimizer?.lr, 0.002);
  assert.equal(race.experiment.version, 2);
  for (const [change, ...more] of changes(race)) {
    assert.ok(change.step > 20 && change.step < 200 && more.length === 0, JSON.stringify(change));
    assert.deepEqual(change.train, {optimizer: {lr: 0.01}});
  }
  assert.deepEqual(
    race.experiment.models,
    race.runners.map(({model}) => model),
  );
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('what is moved twice at one step is one change', async (context) => {
  const {race} = openRace(context);
  await upTo(race, 10);
  race.setLr(0.01);
  race.setLr(0.03);
  await upTo(race, 20);
  assert.deepEqual(changes(race), [[{step: 10, train: {optimizer: {lr: 0.03}}}]]);
});

test('a reset keeps the rate that the control shows, and what came with the experiment', async (context) => {
  const given = [{step: 50, train: {optimizer: {lr: 0.005}}}];
  const {race} = openRace(context, {models: [{...RNN, changes: given}, LSTM]});
  race.train();
  await done(race);
  const untouched = await hashes(race);
  await race.reset();
  race.train();
  await done(race);
  assert.deepEqual(await hashes(race), untouched, 'listed changes come again');
  assert.equal(race.lr, 0.002, "a change of one model's is not the race's");
  await race.reset();
  await upTo(race, 20);
  race.setLr(0.01);
  await race.addSteps(30);
  await race.reset();
  assert.equal(race.experiment.train.optimizer?.lr, 0.01);
  assert.equal(race.lr, 0.01);
  assert.deepEqual(changes(race), [given, []]);
  race.train();
  await done(race);
  assert.deepEqual(
    race.runners.map(({step}) => step),
    [200, 200],
  );
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a model with a rate of its own is not moved, nor is one with another optimizer', async (context) => {
  const own = {...RNN, train: {optimizer: {lr: 0.05}, seed: 2}};
  const {race} = openRace(context, {models: [own, {...RNN, train: {optimizer: {kind: 'sgd', lr: 0.1}}}, RNN]});
  race.setLr(0.004);
  await upTo(race, 20);
  race.setLr(0.01);
  await upTo(race, 21);
  assert.deepEqual(
    race.runners.map(({latest}) => latest.lr),
    [0.05, 0.1, 0.01],
  );
  assert.deepEqual(
    changes(race).map(({length}) => length),
    [0, 0, 1],
  );
  race.train();
  await done(race);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a model that joins in mid-race trains at the rate that the control shows', async (context) => {
  const {race} = openRace(context);
  await upTo(race, 20);
  race.setLr(0.01);
  await race.addModel(LSTM);
  await race.copyModel(0);
  race.setLr(0.02);
  race.train();
  await done(race);
  assert.deepEqual(changes(race).slice(1), [
    [{step: 0, train: {optimizer: {lr: 0.02}}}],
    [{step: 0, train: {optimizer: {lr: 0.02}}}],
  ]);
  assert.deepEqual(await again(context, race), await hashes(race));
  await race.updateTrain({...race.train_now, batch_size: 8});
  assert.deepEqual([race.lr, race.experiment.train.optimizer?.lr, race.experiment.version], [0.02, 0.02, 1]);
});

test('a model that is changed forgets what was done to it, an editor may hand it back', async (context) => {
  const given = [{step: 100, train: {clip_norm: 0.5}}];
  const {race} = openRace(context, {models: [{...RNN, changes: given, train: {seed: 5}}, LSTM]});
  await upTo(race, 20);
  race.setLr(0.01);
  await until(() => changes(race)[0].length === 2, 'it is recorded');
  await race.updateModel(0, {...race.experiment.models[0], hidden_size: 17});
  assert.deepEqual(changes(race)[0], [{step: 0, train: {optimizer: {lr: 0.01}}}, ...given]);
  assert.deepEqual(race.experiment.models[0].train, {seed: 5});
  await race.updateTask({...race.experiment.task, length: 32});
  assert.deepEqual(changes(race), [given, []]);
  assert.equal(race.experiment.train.optimizer?.lr, 0.01);
});

test('more steps: those that are done go on, the end moves, and the schedule does not bend', async (context) => {
  const train = {steps: 100, schedule: {kind: 'cosine', warmup: 0}};
  const {race} = openRace(context, {train, models: [RNN, {...LSTM, train: {steps: 150}}]});
  assert.deepEqual([race.steps, ...race.runners.map(({steps}) => steps)], [150, 100, 150]);
  race.train();
  await done(race);
  assert.deepEqual(
    race.runners.map(({step, progress}) => [step, progress]),
    [
      [100, 1],
      [150, 1],
    ],
  );
  await race.addSteps(50);
  assert.equal(race.state, 'training');
  await done(race);
  assert.deepEqual(
    race.runners.map(({step}) => step),
    [150, 200],
  );
  assert.deepEqual(changes(race), [[{step: 100, train: {steps: 150}}], [{step: 150, train: {steps: 200}}]]);
  await Promise.all([race.runners[0].addSteps(10), race.runners[0].addSteps(10)]);
  await done(race);
  assert.equal(race.runners[0].step, 170);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a thousand steps and five hundred more are fifteen hundred under a constant rate', async (context) => {
  const {race} = openRace(context, {train: {steps: 1000}});
  race.train();
  await done(race);
  await race.addSteps(500);
  await done(race);
  const {race: whole} = openRace(context, {train: {steps: 1500}});
  whole.train();
  await done(whole);
  assert.deepEqual(await hashes(race), await hashes(whole));
});

test('gentler: what was done after the checkpoint is forgotten, and what is recorded is what is run', async (context) => {
  const {race} = openRace(context, {faults: {nan_above_lr: 0.05, ms_per_step: 100}});
  await upTo(race, 30);
  race.setLr(0.04);
  await upTo(race, 40);
  await race.addSteps(100);
  race.train();
  await until(() => race.runners[0].step > 60, 'sixty steps');
  race.setLr(0.5);
  const [runner] = race.runners;
  await until(() => runner.state === 'not_finite', 'it stops');
  const {step} = runner.record.good ?? {step: 0};
  await runner.act('gentler');
  const list = changes(race)[0];
  assert.deepEqual(list.at(-1), {step, train: {...list.at(-1).train, optimizer: {lr: 0.05}}});
  assert.ok(list.every((change) => change.step <= step));
  await done(race);
  assert.equal(runner.step, 300, 'it goes as far as it was to go');
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a worker that dies takes no change along: what it had said is recorded, what it had not is asked again', async (context) => {
  const {race, surroundings} = openRace(context, {faults: {ms_per_step: 100}, train: {steps: 400}});
  const [runner] = race.runners;
  race.train();
  await until(() => runner.step > AUTOSAVE_S * 10 + 30, 'a checkpoint');
  race.setLr(0.01);
  await until(() => changes(race)[0].length === 1, 'it is recorded');
  surroundings.workers.findLast(({received}) => received.some(({type}) => type === 'open'))?.terminate();
  await until(() => runner.message !== null, 'a new worker');
  await done(race);
  assert.equal(changes(race)[0].length, 1);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a worker that dies between taking a change and saying so', async (context) => {
  const faults = {ms_per_step: 100, die_at_change: true};
  const {race} = openRace(context, {faults});
  const [runner] = race.runners;
  race.train();
  await until(() => runner.step > 30, 'a checkpoint');
  race.setLr(0.01);
  await until(() => runner.message !== null, 'a new worker');
  await done(race);
  assert.equal(changes(race)[0].length, 1);
  assert.equal(runner.latest.lr, 0.01);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('a change that the engine refuses is said, and not recorded', async (context) => {
  const {race} = openRace(context);
  await upTo(race, 20);
  await race.runners[0].change({optimizer: /** @type {any} */ ({lr: -1})});
  assert.equal(race.runners[0].message?.where, 'train.optimizer.lr');
  assert.deepEqual(changes(race), [[]]);
});

test('a reset while a change is on its way forgets it', async (context) => {
  const {race} = openRace(context, {faults: {ms_per_step: 7}});
  race.train();
  await until(() => race.runners[0].step > 20, 'twenty steps');
  race.setLr(0.01);
  await race.reset();
  assert.deepEqual(changes(race), [[]]);
  race.train();
  await done(race);
  assert.deepEqual(await again(context, race), await hashes(race));
});

test('what another arithmetic made is told of', async (context) => {
  const {race, surroundings} = openRace(context, {faults: {ms_per_step: 100, other_arithmetic: true}});
  const [runner] = race.runners;
  race.train();
  await until(() => runner.step > 30, 'a checkpoint');
  assert.equal(runner.reproducible, true);
  surroundings.workers.findLast(({received}) => received.some(({type}) => type === 'open'))?.terminate();
  await until(() => !runner.reproducible, 'it says so');
  await race.reset();
  assert.equal(runner.reproducible, true);
});
