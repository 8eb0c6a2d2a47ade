// What models are called in a chapter, where their sizes are not explained.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {CHAPTERS} from '../../web/learn/index.js';
import {openChapter} from '../../web/learn/open.js';
import {plainNames} from '../../web/learn/plain_names.js';
import {complete} from '../../web/state/defaults.js';
import {modelNames} from '../../web/state/names.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MADE} from '../support/made_chapter.js';

const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));

test('by their kind alone, told apart by what they differ in', () => {
  const two = (/** @type {object} */ own) => [
    {kind: 'rnn', hidden_size: 32},
    {kind: 'rnn', hidden_size: 32, ...own},
  ];
  assert.deepEqual(plainNames([two({})[0], {kind: 'gru', hidden_size: 16}], describe), ['RNN', 'GRU']);
  assert.deepEqual(plainNames(two({nonlinearity: 'relu'}), describe)[1], 'RNN with ReLU nonlinearity');
  assert.deepEqual(
    plainNames(two({}), describe),
    modelNames(two({}), describe).map((name) => name.replace(' 32', '')),
  );
});

test('how convolutions are dilated is said as what it does', () => {
  const bases = [1, 2, 3].map((dilation_base) => ({kind: 'conv', channels: 32, dilation_base}));
  assert.deepEqual(plainNames(bases.slice(0, 2), describe), ['Convolution not dilated', 'Convolution dilated ×2']);
  assert.equal(plainNames(bases, describe)[2], 'Convolution dilated ×3');
});

test('what one has and the other has not is said in words that read', () => {
  const pair = (/** @type {object} */ one, /** @type {object} */ other, kind = 'transformer') =>
    plainNames(/** @type {any} */ ([one, other].map((own) => ({kind, ...own}))), describe).map((name) =>
      name.replace(/^[\w-]+ /, ''),
    );
  assert.deepEqual(pair({residual: false}, {residual: true}), ['without residuals', 'with residuals']);
  assert.deepEqual(pair({normalisation: 'none'}, {normalisation: 'layer_norm'}), ['without norms', 'with layer norms']);
  assert.deepEqual(pair({position: 'none'}, {position: 'rope'}), ['without positions', 'with rotary positions']);
  assert.deepEqual(pair({num_heads: 1}, {num_heads: 4}), ['with one head', 'with 4 heads']);
  const gates = ['learned', 'open', 'closed'].map((forget_gate) => ({kind: 'lstm', forget_gate}));
  assert.deepEqual(plainNames(gates, describe), ['LSTM with a learned forget gate', 'LSTM with an open forget gate', 'LSTM with a shut forget gate']); // prettier-ignore
  assert.deepEqual(pair({bidirectional: false}, {bidirectional: true}, 'gru'), [
    'reading one way',
    'reading both ways',
  ]);
  assert.deepEqual(pair({dropout: 0}, {dropout: 0.25}), ['without dropout', 'with dropout 0.25']);
  assert.deepEqual(
    pair({smoothing: 'kneser_ney'}, {smoothing: 'witten_bell'}, 'ngram')[1],
    'with Witten-Bell smoothing',
  );
  const linear = pair({position: 'alibi', attention: 'softmax'}, {position: 'none', attention: 'linear'});
  assert.deepEqual(linear, ['with softmax attention', 'with linear attention'], 'before anything else');
});

test('no option goes by the name that files give it, and none is said as another', () => {
  for (const {kind, options} of describe.models)
    for (const {name, default: usual, choices} of options) {
      const other = typeof usual === 'boolean' ? [!usual] : typeof usual === 'number' ? [usual + 2] : [];
      const values = [usual, ...(choices?.map((/** @type {{value: string}} */ {value}) => value) ?? other)];
      const names = modelNames(
        [...new Set(values)].map((value) => ({kind, [name]: value})),
        describe,
      );
      for (const one of names) assert.doesNotMatch(one, /_|#|undefined|\bnot (?!dilated)|\bnum\b/, `${kind}.${name}`);
    }
});

test('what is done to a model on its way does not take its name', () => {
  const deep = (/** @type {number} */ num_layers, more = {}) => ({
    kind: 'transformer',
    d_model: 48,
    num_layers,
    ...more,
  });
  const changes = [{step: 160, edits: []}];
  const names = plainNames(/** @type {any} */ ([deep(1), deep(2, {changes})]), describe);
  assert.deepEqual(names, ['One-layer Transformer', 'Two-layer Transformer']);
});

test('where two of a kind differ in size it is said, as in the lab', () => {
  const models = [
    {kind: 'rnn', hidden_size: 32},
    {kind: 'rnn', hidden_size: 64},
  ];
  assert.deepEqual(plainNames(models, describe), ['RNN 32', 'RNN 64']);
  const other = [models[0], {...models[1], nonlinearity: 'relu'}].map((model) => ({nonlinearity: 'tanh', ...model}));
  const named = ['RNN with tanh nonlinearity', 'RNN with ReLU nonlinearity'];
  assert.deepEqual(plainNames(other, describe), named, 'and not where something else tells them apart');
});

test('where two of a kind differ in their layers alone, these are said', () => {
  const deep = (/** @type {number} */ num_layers, d_model = 48) => ({kind: 'transformer', d_model, num_layers});
  assert.deepEqual(plainNames([deep(1), deep(2)], describe), ['One-layer Transformer', 'Two-layer Transformer']);
  assert.deepEqual(plainNames([deep(6), {kind: 'gru', hidden_size: 8}, deep(2)], describe), [
    'Transformer of 6 layers',
    'GRU',
    'Two-layer Transformer',
  ]);
  assert.deepEqual(plainNames([deep(1), deep(2, 64)], describe), ['Transformer 48', 'Transformer 2×64']);
  assert.equal(new Set(plainNames([deep(1), deep(2), deep(2)], describe)).size, 3);
});

test('no chapter that comes with the page names a size, and all names of one differ', async () => {
  for (const {load} of CHAPTERS) {
    const {models, train} = complete((await load()).experiment, describe);
    const names = plainNames(models, describe, train);
    assert.equal(new Set(names).size, models.length);
    // How many symbols one that counts looks back at is no size: its chapter is about that.
    names.forEach((name, k) => models[k].kind === 'ngram' || assert.doesNotMatch(name, / \d/));
  }
});

test('a race that a chapter opens has them, and keeps them when a model joins', async (context) => {
  const player = /** @type {any} */ ({});
  const race = await openChapter(player, fakeSurroundings(), MADE, {recorded: /** @type {any} */ ({})});
  context.after(() => race.close());
  const kinds = race.runners.map(({kind_title}) => kind_title);
  assert.deepEqual(race.names, kinds);
  await race.addModel({kind: 'lstm', hidden_size: 8});
  assert.equal(race.names.at(-1), race.runners.at(-1)?.kind_title);
});
