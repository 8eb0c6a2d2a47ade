import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {refusal} from '../../web/words/refusals.js';
import {until} from '../support/until.js';
import {openRace, reached} from '../support/novel_race.js';

test('changing a model restarts that one only', async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 20);
  await race.updateModel(1, {...race.runners[1].model, hidden_size: 32});
  assert.equal(race.runners[1].step, 0);
  assert.equal(race.runners[1].name, 'LSTM 32');
  assert.ok(race.runners[0].step >= 20 && race.runners[0].state === 'training');
});

test('a model that is changed in mid-race trains on from the start, with the others', async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 20);
  await race.updateModel(1, {...race.runners[1].model, hidden_size: 32});
  await until(() => race.runners[1].step > 0, 'it trains again');
  await race.updateTrain({...race.experiment.train, batch_size: 4});
  assert.equal(race.state, 'idle', 'after a change for all, somebody presses Train');
});

test('changes that come fast are made one after the other', async (context) => {
  const {race} = openRace(context, {models: 1});
  const small = {kind: 'lstm', hidden_size: 8};
  const changes = [
    race.addModel(small),
    race.addModel({...small, hidden_size: 16}),
    race.copyModel(0),
    race.removeModel(0),
  ];
  race.setLr(0.007);
  await Promise.all(changes);
  assert.deepEqual(
    race.runners.map(({name}) => name),
    ['LSTM 8', 'LSTM 16', 'RNN 128'],
  );
  assert.deepEqual(
    race.experiment.models,
    race.runners.map(({model}) => model),
  );
  assert.equal(race.lr, 0.007, 'a live change in between is kept');
});

test('what the engine refuses changes nothing, and says where', async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 20);
  const before = race.experiment;
  const absurd = {...race.runners[1].model, hidden_size: 5000};
  await assert.rejects(race.updateModel(1, absurd), {code: 'invalid', where: 'models[1].hidden_size'});
  await assert.rejects(race.estimate(1, absurd), {where: 'models[1].hidden_size'});
  await assert.rejects(race.setOwnText(new TextEncoder().encode('short'), 'x'), {key: 'text.short', where: 'text'});
  assert.equal(race.experiment, before);
  assert.ok(race.runners.every(({step, state}) => step >= 20 && state === 'training'));
});

test('a link that the engine refuses says so on the model that it refuses', async (context) => {
  const surroundings = fakeSurroundings();
  const models = [
    {kind: 'lstm', hidden_size: 8},
    {kind: 'lstm', hidden_size: 99_999},
  ];
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, models});
  context.after(() => race.close());
  await race.preload();
  assert.equal(race.runners[0].message, null);
  assert.equal(race.runners[1].state, 'failed');
  assert.equal(race.runners[1].message?.where, 'models[1].hidden_size');
});

test('colours stay with their models when others come and go', async (context) => {
  const {race} = openRace(context);
  const [first, second, third] = race.runners;
  assert.deepEqual(
    race.runners.map(({colour}) => colour),
    [0, 1, 2],
  );
  await race.removeModel(1);
  assert.deepEqual(race.runners, [first, third]);
  assert.deepEqual(
    race.runners.map(({colour}) => colour),
    [0, 2],
  );
  await race.copyModel(0);
  assert.deepEqual(
    race.runners.map(({colour}) => colour),
    [0, 2, 1],
  );
  assert.notEqual(race.runners[2], second);
  assert.deepEqual(
    race.runners.map(({name}) => name),
    ['RNN 128 #1', 'Transformer 2×64', 'RNN 128 #2'],
  );
  for (let i = 0; i < 3; i++) await race.copyModel(0);
  await assert.rejects(race.copyModel(0), {key: 'trouble.many_models', values: {most: 6}});
});

test('match parameters resizes the others', async (context) => {
  const {race} = openRace(context, {models: 2});
  await race.updateModel(0, {...race.runners[0].model, hidden_size: 64});
  await race.matchParameters(0);
  assert.equal(race.runners[1].model.hidden_size, 64);
  assert.equal(race.runners[1].info?.parameters, race.runners[0].info?.parameters);
});

test('own text restarts everything and travels in the experiment while it is short', async (context) => {
  const {race} = openRace(context);
  const short = new TextEncoder().encode('abcdefghij '.repeat(30));
  await race.setOwnText(short, 'letters.txt');
  assert.equal(race.experiment.task.corpus, 'own');
  assert.equal(race.experiment.task.text, 'abcdefghij '.repeat(30));
  assert.equal(race.text.title, 'letters.txt');
  assert.equal(race.text.travels, true);

  await race.setOwnText(new TextEncoder().encode('abcdefghij '.repeat(3000)), 'long.txt');
  assert.equal(race.experiment.task.text, undefined);
  assert.equal(race.text.travels, false);
  race.train();
  await reached(race, 5);
});

test('a link without its text says so instead of training something else', async (context) => {
  const {race} = openRace(context, {models: 1});
  await race.setExperiment({...race.experiment, task: {kind: 'text', corpus: 'own', length: 16}});
  race.train();
  await until(() => race.text.state === 'failed', 'the text is missing');
  assert.match(refusal(race.text.failure), /The data is not here/);
});

test('the learning rate changes live and stays in the experiment', async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 10);
  race.setLr(0.001);
  await until(() => race.runners.every(({latest}) => latest.lr === 0.001), 'the new rate');
  assert.equal(race.lr, 0.001);
  assert.ok(race.runners.every(({step}) => step >= 10));
});

test('changing everything at once ends the old workers', async (context) => {
  const {race, surroundings} = openRace(context);
  race.train();
  await reached(race, 10);
  const terminated = new Set();
  const training = surroundings.workers.filter(({received}) => received.some(({type}) => type === 'open'));
  for (const worker of training) {
    const end = worker.terminate.bind(worker);
    worker.terminate = () => (terminated.add(worker), end());
  }
  await race.setExperiment({...NOVEL_EXPERIMENT, models: [{kind: 'lstm', hidden_size: 8}]});
  assert.equal(race.runners.length, 1);
  assert.equal(race.runners[0].name, 'LSTM 8');
  assert.equal(terminated.size, 3);
  assert.equal(race.state, 'idle');
});
