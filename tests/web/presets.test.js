import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {complete} from '../../web/state/defaults.js';
import {encodeLink, parseExperiment} from '../../web/state/link.js';
import {modelNames} from '../../web/state/names.js';
import {PRESETS, availablePresets, experimentFor, presetOf} from '../../web/state/presets.js';
import {groupedTasks} from '../../web/state/task_kinds.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

/** @typedef {import('../../web/runtime/types').Description} Description */

test('every preset has its own id and title, a story, and an experiment that travels in a link', async () => {
  assert.equal(new Set(PRESETS.map(({id}) => id)).size, PRESETS.length);
  assert.equal(new Set(PRESETS.map(({experiment}) => experiment.name)).size, PRESETS.length);
  assert.ok(PRESETS.length >= 12);
  for (const {story, watch, experiment} of PRESETS) {
    assert.match(story, /[.?!”]$/);
    assert.match(watch, /[.?!”]$/);
    parseExperiment(JSON.stringify(experiment));
    assert.ok((await encodeLink({experiment})).length < 1200);
  }
});

test('only what the engine can do is offered, and a race knows its preset', () => {
  const offered = availablePresets(FAKE_DESCRIBE);
  assert.ok(offered.length > 0 && offered.length < PRESETS.length);
  const [first] = offered;
  assert.equal(presetOf(complete(first.experiment, FAKE_DESCRIBE), FAKE_DESCRIBE), first);
  assert.equal(presetOf({...first.experiment, name: 'Mine'}, FAKE_DESCRIBE), undefined);
});

test('a task brings the models of its preset, or keeps those that are there', () => {
  const now = PRESETS[0].experiment;
  const reverse = experimentFor('reverse', now, FAKE_DESCRIBE);
  assert.ok(reverse.models.every(({kind}) => kind === 'seq2seq'));
  const kept = experimentFor('reverse', now, FAKE_DESCRIBE, {keep: true});
  assert.deepEqual(kept.models, now.models);
  assert.equal(kept.task.kind, 'reverse');
  const without = experimentFor('clustering', now, FAKE_DESCRIBE);
  assert.deepEqual([without.task, without.models], [{kind: 'clustering'}, now.models]);
});

test('models of a preset are told apart by what makes them differ', () => {
  const models = [
    {kind: 'rnn', hidden_size: 8, bidirectional: false},
    {kind: 'rnn', hidden_size: 8, bidirectional: true},
    {kind: 'seq2seq', hidden_size: 8, attention: 'none'},
    {kind: 'seq2seq', hidden_size: 8, attention: 'dot'},
    {kind: 'conv', channels: 32},
  ];
  assert.deepEqual(modelNames(models, FAKE_DESCRIBE), [
    'RNN 8 not bidirectional',
    'RNN 8 bidirectional',
    'Encoder-decoder 8 no attention',
    'Encoder-decoder 8 attention dot',
    'conv 32',
  ]);
});

test('tasks stand under headings, each once', () => {
  const groups = groupedTasks(FAKE_DESCRIBE);
  const listed = groups.flatMap(({tasks}) => tasks.map(({kind}) => kind)).sort();
  assert.deepEqual(listed, FAKE_DESCRIBE.tasks.map(({kind}) => kind).sort());
  assert.ok(groups.every(({tasks}) => tasks.length > 0));
});

const built = fileURLToPath(new URL('../../build/describe.json', import.meta.url));

test('the presets say nothing that the engine does not know', {skip: !existsSync(built)}, () => {
  /** @type {Description} */
  const describe = JSON.parse(readFileSync(built, 'utf8'));
  for (const {id, experiment} of availablePresets(describe)) {
    const {optimizers, schedules, options} = describe.train;
    check(id, experiment.train.optimizer, optimizers);
    check(id, experiment.train.schedule, schedules);
    check(id, experiment.task, describe.tasks);
    for (const model of experiment.models) check(id, model, describe.models);
    for (const name of Object.keys(experiment.train))
      assert.ok(
        ['optimizer', 'schedule'].includes(name) || options.some((option) => option.name === name),
        `${id}: train.${name}`,
      );
  }
  assert.deepEqual(
    PRESETS.filter((preset) => !availablePresets(describe).includes(preset)).map(({id}) => id),
    [],
    'presets without a task or a model',
  );
});

/** @param {string} id @param {any} values @param {Description['models']} kinds */
function check(id, values, kinds) {
  const known = kinds.find(({kind}) => kind === values.kind)?.options ?? [];
  for (const [name, value] of Object.entries(values)) {
    if (name === 'kind') continue;
    const option = known.find((one) => one.name === name);
    assert.ok(option, `${id}: ${values.kind} has no ${name}`);
    if (option.choices)
      assert.ok(
        option.choices.some((choice) => choice.value === value),
        `${id}: ${name} ${value}`,
      );
    const {min = -Infinity, max = Infinity} = option;
    if (typeof value === 'number') assert.ok(value >= min && value <= max, `${id}: ${name} ${value}`);
  }
}
