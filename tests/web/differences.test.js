import assert from 'node:assert/strict';
import {test} from 'node:test';
import {complete} from '../../web/state/defaults.js';
import {differences} from '../../web/state/differences.js';
import {modelNames} from '../../web/state/names.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';

/** @param {any} change */
function context(change) {
  const experiment = complete({...NOVEL_EXPERIMENT, ...change}, /** @type {any} */ (FAKE_DESCRIBE));
  return {
    experiment,
    describe: /** @type {any} */ (FAKE_DESCRIBE),
    names: modelNames(experiment.models, /** @type {any} */ (FAKE_DESCRIBE)),
  };
}
const MODELS = [
  {kind: 'rnn', hidden_size: 64},
  {kind: 'lstm', hidden_size: 64},
];
const HERE = context({models: MODELS});
const TRAIN = NOVEL_EXPERIMENT.train;

test('experiments that are alike differ in nothing', () => {
  assert.deepEqual(differences(context({models: MODELS, name: 'Another name'}), HERE), []);
});

test('each option that is another is told with its value there and here', () => {
  const there = context({
    models: [{kind: 'rnn', hidden_size: 32}, MODELS[1]],
    train: {...TRAIN, seed: 7, optimizer: {...TRAIN.optimizer, lr: 0.0003}},
  });
  assert.deepEqual(differences(there, HERE), [
    `Seed: 7 instead of ${TRAIN.seed}`,
    `Lr: 0.0003 instead of ${HERE.experiment.train.optimizer?.lr}`,
    'Hidden size of RNN 32: 32 instead of 64',
  ]);
});

test('models that take part in one alone, and changes on the way', () => {
  const changes = [{step: 10, train: {optimizer: {lr: 0.1}}}];
  const there = context({models: [{...MODELS[0], changes}, {kind: 'transformer'}]});
  const found = differences(there, HERE);
  assert.ok(found.includes('In the kept race RNN 64 was changed while it trained'), String(found));
  assert.ok(
    found.some((one) => /^Only in the kept race: Transformer/.test(one)),
    String(found),
  );
  assert.ok(found.includes('Only in the race on the page: LSTM 64'), String(found));
});

test('those beyond what is read at once are counted, and open', async () => {
  const all = (/** @type {number} */ value) =>
    context({
      models: MODELS,
      train: {...TRAIN, ...Object.fromEntries([...'abcdefghijkl'].map((name) => [name, value]))},
    });
  const found = differences(all(1), all(2));
  assert.equal(found.length, 12);
  const experiment = {version: 1, task: {kind: 'text'}, train: TRAIN, models: MODELS};
  const row = {name: 'x', bytes: [], steps: [], receipt: {page: {experiment}, models: []}};
  const entry = await elementOf('runs/run_entry.js', 'run-entry', {row, describe: FAKE_DESCRIBE, differences: found});
  const nodes = written(entry);
  const [details] = every(nodes, ({tag}) => tag === 'details');
  assert.equal(every(nodes, ({tag}) => tag === 'li').length, 12);
  assert.equal(every([details], ({tag}) => tag === 'li').length, 5);
  assert.match(textOf(details), /^\s*and 5 more/);
});

test('what one model trains in its own way is told against the race’s', () => {
  const there = context({models: [{...MODELS[0], train: {seed: 7, optimizer: {lr: 0.1}}}, MODELS[1]]});
  assert.deepEqual(differences(there, HERE), [
    `Seed of ${there.names[0]}: 7 instead of the race’s`,
    `Lr of ${there.names[0]}: 0.1 instead of the race’s`,
  ]);
});
