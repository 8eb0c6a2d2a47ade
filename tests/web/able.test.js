import assert from 'node:assert/strict';
import test from 'node:test';
import {able, ableKinds, fitted} from '../../web/runtime/able.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

/** @typedef {import('../../web/runtime/types').ModelJson} ModelJson */

/** @type {import('../../web/runtime/types').Experiment} */
const THREE = {
  version: 1,
  task: {kind: 'text', corpus: 'moby-dick', length: 64},
  train: /** @type {any} */ ({}),
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'lstm', hidden_size: 8},
    {kind: 'transformer', topology: 'decoder', d_model: 8},
  ],
};

/** A race whose engine takes what a test says. @param {(model: ModelJson) => boolean} can */
const raceThat = (can) => ({
  describe: FAKE_DESCRIBE,
  asked: 0,
  async costs(/** @type {import('../../web/runtime/types').Experiment} */ {models}) {
    this.asked++;
    return models.map((model) => (can(model) ? {info: {}} : {error: new Error('no')}));
  },
});
const kindsOf = (/** @type {{models: ModelJson[]}} */ {models}) => models.map(({kind}) => kind);
const encoder = (/** @type {ModelJson} */ {kind, topology}) => kind === 'transformer' && topology === 'encoder';

test('a model is asked for as it is, then with one of its choices made otherwise', async () => {
  const [model] = await able(raceThat(encoder), THREE, [{kind: 'transformer', topology: 'decoder'}]);
  assert.equal(model?.topology, 'encoder');
  assert.deepEqual(await able(raceThat(encoder), THREE, [{kind: 'rnn'}]), [null]);
});

test('only kinds that can take part are known as such, and the engine is asked once', async () => {
  const race = raceThat(({kind}) => kind === 'lstm' || kind === 'rnn');
  assert.deepEqual([...(await ableKinds(race, THREE)).keys()], ['rnn', 'lstm']);
  assert.equal(race.asked, 1);
});

test('a race keeps its models where they can do another task, to the letter', async () => {
  const {experiment, left} = await fitted(
    raceThat(() => true),
    THREE,
  );
  assert.deepEqual([experiment.models, left], [THREE.models, []]);
});

test('those that cannot make room for others that can, and are named', async () => {
  const only = await fitted(raceThat(encoder), THREE);
  assert.deepEqual([kindsOf(only.experiment), only.left], [['transformer'], ['rnn', 'lstm']]);
  assert.equal(only.experiment.models[0].topology, 'encoder');
  const two = await fitted(
    raceThat(({kind}) => kind === 'lstm' || kind === 'transformer'),
    THREE,
  );
  assert.deepEqual([kindsOf(two.experiment), two.left], [['lstm', 'transformer'], ['rnn']]);
  const none = await fitted(
    raceThat(({kind}) => !['rnn', 'lstm', 'transformer'].includes(kind)),
    THREE,
  );
  assert.equal(none.left.length, 3);
  assert.ok(kindsOf(none.experiment).every((kind) => !none.left.includes(kind) || FAKE_DESCRIBE.models.length === 3));
});

test('where no model at all can do it the race stays as it is, and the engine says why', async () => {
  const {experiment} = await fitted(
    raceThat(() => false),
    THREE,
  );
  assert.deepEqual(experiment, THREE);
});
