// What the knob of a chapter does to its experiment.
import assert from 'node:assert/strict';
import test from 'node:test';
import {changed, onlyAdds} from '../../web/learn/change.js';
import {chapter} from '../../web/learn/forgets/chapter.js';

const {experiment} = chapter;

test('a position changes what it names and nothing else', () => {
  const short = changed(experiment, {task: {length: 10}});
  assert.deepEqual(short, {...experiment, task: {...experiment.task, length: 10}});
  assert.deepEqual(changed(experiment, {}), experiment);
});

test('how models train is changed as deep as it is told', () => {
  const {train} = changed(experiment, {train: {optimizer: {lr: 0.1}, steps: 100}});
  assert.deepEqual(train, {...experiment.train, steps: 100, optimizer: {kind: 'adam', lr: 0.1}});
});

test('models are changed each by itself, and another may join', () => {
  const {models} = changed(experiment, {models: [{spectral_radius: 1}], add: {kind: 'lstm', hidden_size: 32}});
  assert.deepEqual(models, [
    {kind: 'rnn', hidden_size: 32, spectral_radius: 1},
    {kind: 'gru', hidden_size: 32},
    {kind: 'lstm', hidden_size: 32},
  ]);
});

test('a model of its own seed makes it the version that has such', () => {
  assert.equal(changed(experiment, {models: [{train: {seed: 2}}]}).version, 2);
});

test('only what does nothing but add lets the others go on', () => {
  const lstm = {kind: 'lstm', hidden_size: 32};
  assert.equal(onlyAdds({add: lstm}), lstm);
  assert.equal(onlyAdds({add: lstm, task: {length: 10}}), null);
  assert.equal(onlyAdds({}), null);
});
