// What the page carries of the engine's description: all that it shows before it has an engine, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import {atLength, briefly, describedBriefly, inShort} from '../../tools/vite_describe.mjs';
import {atLength as completed} from '../../web/words/described.js';

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

const LONG = {
  version: '1',
  models: [
    {kind: 'gru', title: 'GRU', summary: 'Gates.', options: [{name: 'size', summary: 'How many.'}, {name: 'bias'}]},
  ],
  tasks: [{kind: 'parity', title: 'Parity'}],
  refusals: {'text.short': 'Expected more.'},
};

test('what is said at length is apart, and comes back to where it stood', () => {
  const short = inShort(LONG);
  assert.deepEqual(short.models, [{kind: 'gru', title: 'GRU', options: [{name: 'size'}, {name: 'bias'}]}]);
  assert.ok(!('refusals' in short));
  assert.deepEqual(completed(structuredClone(short), atLength(LONG)), LONG);
  assert.deepEqual(completed(structuredClone(LONG), atLength(LONG)), LONG, 'what is there already stays');
  const german = structuredClone(short);
  german.models[0].summary = 'Tore.';
  assert.equal(completed(german, atLength(LONG)).models[0].summary, 'Tore.');
  assert.equal(atLength({tasks: short.tasks}), 0, 'nothing is nothing');
});

test('the build parts the description where it is told to, and nowhere else', () => {
  const {transform} = /** @type {any} */ (describedBriefly({apart: true}));
  assert.deepEqual(
    JSON.parse(transform(JSON.stringify(FULL), '/repo/build/describe.json').code),
    inShort(briefly(FULL)),
  );
  assert.equal(/** @type {any} */ (describedBriefly()).transform('', '/repo/web/words/long.js'), null);
});
