// What the page carries of the engine's description: all that it shows before it has an engine, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import {briefly, describedBriefly} from '../../tools/vite_describe.mjs';

const TASK = {kind: 'parity', title: 'Parity', view: 'labels', options: [{name: 'length'}]};
const FULL = {
  version: '1',
  models: [{kind: 'gru'}],
  tasks: [{...TASK, hidden: [{name: 'parity'}], cues: true}, TASK],
  measures: [{kind: 'reach'}],
  train: {options: []},
};

test('measures, and what tasks know for them, are left to the engine; all else stays as it is', () => {
  assert.deepEqual(briefly(FULL), {version: '1', models: [{kind: 'gru'}], tasks: [TASK, TASK], train: {options: []}});
  assert.ok(FULL.measures && 'cues' in FULL.tasks[0], 'the description itself is not touched');
});

test('only the engine’s description is shortened by the build', () => {
  const {transform} = /** @type {any} */ (describedBriefly());
  assert.deepEqual(JSON.parse(transform(JSON.stringify(FULL), '/repo/build/describe.json').code), briefly(FULL));
  assert.equal(transform('{"measures": []}', '/repo/build/corpora/index.json'), null);
});
