// What belongs to one model's run alone, in an experiment: read, named, kept and counted, whatever a link says.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {complete} from '../../web/state/defaults.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {modelNames} from '../../web/state/names.js';
import {changesOf, copied, merged, rateAt, stepsOf, trainAt, versioned, withChange} from '../../web/state/runs.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

const LSTM = {kind: 'lstm', hidden_size: 128};
const lr = (/** @type {number} */ value) => ({optimizer: /** @type {any} */ ({lr: value})});
/** @param {any[]} models @param {any} [train] @returns {any} */
const experiment = (models, train = {}) => ({
  ...NOVEL_EXPERIMENT,
  train: {...NOVEL_EXPERIMENT.train, ...train},
  models,
});

test('models are told apart by what of their training is their own', () => {
  const own = (/** @type {any} */ train) => ({...LSTM, train});
  assert.deepEqual(modelNames([LSTM, own({...lr(0.01)})], FAKE_DESCRIBE), ['LSTM 128', 'LSTM 128, rate 0.01']);
  assert.deepEqual(modelNames([own({seed: 1}), own({seed: 2})], FAKE_DESCRIBE), [
    'LSTM 128, seed 1',
    'LSTM 128, seed 2',
  ]);
  const grid = [lr(0.01), lr(0.03)].flatMap((rate) => [own(rate), own({...rate, seed: 2})]);
  assert.deepEqual(modelNames([...grid, own({seed: 2})], FAKE_DESCRIBE), [
    'LSTM 128, rate 0.01',
    'LSTM 128, rate 0.01, seed 2',
    'LSTM 128, rate 0.03',
    'LSTM 128, rate 0.03, seed 2',
    'LSTM 128, seed 2',
  ]);
  assert.deepEqual(modelNames([LSTM, own({optimizer: {kind: 'sgd', lr: 1}})], FAKE_DESCRIBE)[1], 'LSTM 128, SGD');
  assert.deepEqual(modelNames([own({clip_norm: 5}), LSTM], FAKE_DESCRIBE)[0], 'LSTM 128, clip norm 5');
  const start = {weights: 'ab'};
  assert.deepEqual(modelNames([LSTM, {...LSTM, start}], FAKE_DESCRIBE), ['LSTM 128', 'LSTM 128 pre-trained']);
  const changes = [{step: 5, train: lr(0.1)}];
  assert.deepEqual(modelNames([LSTM, {...LSTM, changes}], FAKE_DESCRIBE), ['LSTM 128 #1', 'LSTM 128 #2']);
  const odd = [
    {...LSTM, train: {seed: {}}},
    {...LSTM, train: 3, changes: {}, start: null},
    {...LSTM, changes: [null, 3]},
  ];
  for (const name of modelNames(/** @type {any} */ (odd), FAKE_DESCRIBE)) assert.ok(!/object/.test(name), name);
});

test('a model whose rate is not the race’s says so, also where nothing else is there to be told from', () => {
  const own = (/** @type {any} */ train) => ({...LSTM, train});
  const names = (/** @type {any[]} */ models) => modelNames(models, FAKE_DESCRIBE, /** @type {any} */ (lr(0.002)));
  assert.deepEqual(names([own(lr(0.0005))]), ['LSTM 128, rate 0.0005']);
  assert.deepEqual(names([own(lr(0.002))]), ['LSTM 128']);
  assert.deepEqual(names([LSTM, own(lr(0.01))]), ['LSTM 128', 'LSTM 128, rate 0.01']);
  assert.deepEqual(names([own({...lr(0.01), seed: 1}), own({...lr(0.01), seed: 2})]), [
    'LSTM 128, seed 1, rate 0.01',
    'LSTM 128, seed 2, rate 0.01',
  ]);
  assert.deepEqual(names([own(lr(0.01)), own(lr(0.01))]), ['LSTM 128, rate 0.01 #1', 'LSTM 128, rate 0.01 #2']);
  for (const odd of [{optimizer: {lr: 'x'}}, {optimizer: {lr: {}}}, 3])
    assert.deepEqual(names([own(odd)]), ['LSTM 128']);
});

test('an experiment says version 2 only where it uses what version 1 had not', () => {
  const change = [{step: 1, train: lr(0.1)}];
  for (const extra of [{train: {seed: 2}}, {changes: change}, {start: {weights: 'ab'}}])
    assert.equal(versioned(experiment([LSTM, {...LSTM, ...extra}])).version, 2);
  assert.equal(versioned({...experiment([LSTM]), version: 2}).version, 1);
  assert.equal(versioned(experiment([LSTM], {schedule: {kind: 'cosine', span: 500}})).version, 2);
  const whole = complete(experiment([LSTM], {schedule: {kind: 'cosine'}}), FAKE_DESCRIBE);
  assert.deepEqual(
    [whole.version, whole.train.schedule],
    [1, {kind: 'cosine', warmup: 0}],
    'a default needs no newer page',
  );
});

test('a link carries the run, and what it does not know stays as it is', async () => {
  const model = {...LSTM, train: {seed: 2}, changes: [{step: 3, train: lr(0.1)}], start: {weights: 'ab'}};
  const whole = complete(experiment([model]), FAKE_DESCRIBE);
  assert.deepEqual((await decodeLink(await encodeLink({experiment: whole}))).experiment, whole);
  assert.deepEqual(complete(whole, FAKE_DESCRIBE), whole);
  for (const key of ['train', 'changes', 'start'])
    assert.deepEqual(whole.models[0][key], /** @type {any} */ (model)[key]);
  assert.deepEqual(Object.keys(copied(model)).sort(), ['hidden_size', 'kind', 'start', 'train']);
});

test('how a model trains at a step, and where it ends', () => {
  const changes = [
    {step: 10, train: {...lr(0.1), steps: 30}},
    {step: 20, train: {optimizer: {kind: 'sgd', lr: 1}}},
    {step: 30, train: {steps: 50}},
    {step: 51, train: {steps: 90}},
  ];
  const race = experiment([{...LSTM, train: {steps: 20, clip_norm: 0.5}, changes}, LSTM]);
  assert.deepEqual(
    [9, 10, 20].map((step) => rateAt(race, 0, step)),
    [0.002, 0.1, 1],
  );
  assert.equal(trainAt(race, 0, 0).clip_norm, 0.5);
  assert.deepEqual([stepsOf(race, 0), stepsOf(race, 1), stepsOf(race, 7)], [50, 3000, 3000]);
  assert.deepEqual(merged({optimizer: {kind: 'adamw', lr: 1, beta1: 0.5}}, {optimizer: {kind: 'sgd'}}), {
    optimizer: {kind: 'sgd'},
  });
  assert.deepEqual(
    withChange([{step: 5, train: {steps: 9}}], {step: 3, train: {steps: 8}}).map(({step}) => step),
    [3, 5],
  );
  for (const changes of [undefined, 3, {}, [null], [{step: 'x', train: {}}], [{step: 3}]])
    assert.deepEqual(changesOf(/** @type {any} */ ({...LSTM, changes})), []);
});
