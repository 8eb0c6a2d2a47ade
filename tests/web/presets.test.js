import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {complete} from '../../web/state/defaults.js';
import {parsePage} from '../../web/shape/check.js';
import {encodeLink} from '../../web/shape/link.js';
import {modelNames} from '../../web/state/names.js';
import {CLAIMS} from '../../web/state/claims.js';
import {predicateFault} from '../../web/facts/predicate_faults.js';
import {optionsOnly} from '../../web/state/runs.js';
import {PRESETS, availablePresets, experimentFor, presetOf} from '../../web/state/presets.js';
import {groupedTasks} from '../../web/state/task_kinds.js';
import {say} from '../../web/words/words.js';
import {BEGIN, END, fingerprint, table, UNPROVED} from '../learning/proof.mjs';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';

/** @typedef {import('../../web/runtime/types').Description} Description */

test('every preset has its own id and title, a story, and an experiment that travels in a link', async () => {
  assert.equal(new Set(PRESETS.map(({id}) => id)).size, PRESETS.length);
  assert.equal(new Set(PRESETS.map(({experiment}) => experiment.name)).size, PRESETS.length);
  assert.ok(PRESETS.length >= 12);
  for (const {id, ...page} of PRESETS) {
    const {experiment} = page;
    const [title, story, watch] = ['title', 'story', 'watch'].map((what) => say(`preset.${id}.${what}`));
    assert.equal(title, experiment.name);
    assert.match(story, /[.?!”]$/);
    assert.match(watch, /[.?!”]$/);
    assert.deepEqual(parsePage(JSON.stringify(page)), {page, unknown: []}, 'the object that a link packs');
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
    'RNN 8 reading one way',
    'RNN 8 reading both ways',
    'Encoder-decoder 8 without attention',
    'Encoder-decoder 8 with dot attention',
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

test('the presets say nothing that the engine does not know', () => {
  /** @type {Description} */
  const describe = JSON.parse(readFileSync(built, 'utf8'));
  for (const {id, experiment} of availablePresets(describe)) {
    const {optimizers, schedules, options} = describe.train;
    check(id, experiment.train.optimizer, optimizers);
    check(id, experiment.train.schedule, schedules);
    check(id, experiment.task, describe.tasks);
    for (const model of experiment.models) check(id, optionsOnly(model), describe.models);
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

const here = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** @type {Record<string, import('../learning/proof.mjs').Proof>} */
const proofs = JSON.parse(readFileSync(here('tests/learning/proved/presets.json'), 'utf8'));

test('every preset claims something of each of its models, in predicates that can be judged', () => {
  assert.deepEqual(Object.keys(CLAIMS).sort(), PRESETS.map(({id}) => id).sort());
  for (const {id, experiment} of PRESETS) {
    const claims = CLAIMS[id];
    const about = claims.flatMap(({model, value}) => [model, Object(value).model]);
    for (const claim of claims) assert.equal(predicateFault(claim), null, `${id}: ${JSON.stringify(claim)}`);
    for (const k of experiment.models.keys()) assert.ok(about.includes(k), `${id} claims nothing of model ${k}`);
    for (const {by_step = 0} of claims) assert.ok(by_step <= Number(experiment.train.steps), id);
  }
});

test('what was proved is the experiment and the claims as they stand, and holds for five seeds of five', () => {
  assert.deepEqual(
    PRESETS.filter(({id}) => !proofs[id]).map(({id}) => id),
    UNPROVED,
  );
  for (const preset of PRESETS.filter(({id}) => proofs[id])) {
    const {seeds, ...proof} = proofs[preset.id];
    assert.equal(
      proof.fingerprint,
      fingerprint(preset),
      `${preset.id} changed: node tools/learn_presets.mjs ${preset.id}`,
    );
    assert.deepEqual(
      seeds.map((shown) => shown.map(({holds}) => holds)),
      Array(5).fill(CLAIMS[preset.id].map(() => true)),
      preset.id,
    );
  }
});

test('docs/presets.md tells what was proved', () => {
  const page = readFileSync(here('docs/presets.md'), 'utf8');
  const told = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim();
  assert.equal(told, table(proofs, JSON.parse(readFileSync(built, 'utf8'))));
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

test('what five seeds gave of each preset is kept, a model each, as the verdict finds it', () => {
  /** @type {Record<string, {model: number, metric: string, values: number[]}[]>} */
  const spreads = JSON.parse(readFileSync(here('web/facts/spreads.json'), 'utf8'));
  for (const preset of PRESETS) {
    const kept = spreads[fingerprint(preset)] ?? [];
    const shapes = kept.map(({model, values}) => [model, values.filter(Number.isFinite).length]);
    const wanted = preset.experiment.models.map((_, k) => [k, 5]);
    assert.deepEqual(shapes, wanted, `${preset.id}: node tools/learn_spreads.mjs ${preset.id}`);
  }
});
