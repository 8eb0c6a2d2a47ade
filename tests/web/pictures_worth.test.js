// What parts are worth, in numbers: bars, sentences and table against measurements that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {layerSaying} from '../../web/charts/layer_names.js';
import {nameOf} from '../../web/charts/worth/part_names.js';
import {named, shownOf, worthOf} from '../../web/charts/worth/part_values.js';
import * as worth from '../../web/charts/worth/worth.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {partsWorth, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';

const NONE = NaN;
const HEADS = partsWorth(
  {'transformer.0': {head: [0.25, 0.75]}, 'transformer.1': {head: [-0.05, 0.02]}},
  {loss: 0.5, accuracy: 0.9},
);
const GATES = partsWorth({'lstm.0': {gate: [[1, 0.5], [0.1, 2], [1, NONE], [1, 0]]}}, {loss: 1, accuracy: 0.5}); // prettier-ignore
const runs = () => [runOf('Transformer', [HEADS]), runOf('LSTM', [GATES])];
/** @param {import('../support/measured_runs.js').Run[]} of */
const said = (of) => worth.describe(of).found.map(told);

test('worth: layers and parts have names in words', () => {
  const layers = {
    'transformer.1': 'layer 2',
    'transformer.encoder.0': 'layer 1 of the encoder',
    'transformer.0.cross': 'the source attention of layer 1',
    'transformer.0.feed': 'the feed-forward part of layer 1',
    'seq2seq.decoder.1': 'layer 2 of the decoder',
    'seq2seq.encoder_reverse.0': 'layer 1 of the encoder reading backwards',
    'lstm.0.reverse': 'layer 1 reading backwards',
    'lstm.1.cell': 'the cell of layer 2',
    'transformer.embedding': 'the symbols themselves',
    'set_transformer.pooling.feed': 'the feed-forward part of the pooling',
    'set_transformer.0.inducing': 'the inducing points of layer 1',
    seq2seq: 'the model',
  };
  for (const [name, words] of Object.entries(layers)) assert.equal(told(layerSaying(name)), words);
  assert.deepEqual(
    worthOf(GATES).parts.map((part) => told(nameOf(part))),
    [
      'input gate of layer 1 held closed',
      'input gate of layer 1 held open',
      'forget gate of layer 1 held closed',
      'forget gate of layer 1 held open',
      'candidate of layer 1',
      'output gate of layer 1 held closed',
      'output gate of layer 1 held open',
    ],
  );
  const attention = worthOf(partsWorth({seq2seq: {head: [1]}}, {loss: 1})).parts[0];
  assert.equal(told(nameOf(attention)), 'the attention of the model');
});

test('worth: the part that is missed most is named from a tenth of the loss on, and one that stands in the way', () => {
  assert.deepEqual(said(runs()), [
    'Transformer loses most with head 2 of layer 1 off: the loss goes from 0.5 to 1.25, and right answers from 90 % to 53 %; ' +
      '2 of 4 switch-offs raise the loss by 10 % or more; with head 1 of layer 2 off it would do better: the loss goes from 0.5 to ' +
      '0.45, and right answers from 90 % to 93 %.',
    'LSTM loses most with forget gate of layer 1 held open: the loss goes from 1 to 3, and right answers from 50 % to 0 %; ' +
      '6 of 7 switch-offs raise the loss by 10 % or more.',
  ]);
  const little = partsWorth({'mlp.0': {unit: [0.0999, -0.0999, NONE]}}, {loss: 1});
  assert.deepEqual(said([runOf('MLP', [little])]), ['MLP: none of 2 switch-offs raises the loss by 10 %.']);
  assert.equal(named(worthOf(little)).hinders, null);
  assert.equal(worthOf(little).untried, 1);
});

test('worth: bars are as long as rises, most first, on one scale from the line at which nothing changes', () => {
  const ctx = fakeContext();
  const all = runs();
  worth.draw(ctx, all, PICTURE_OPTIONS);
  const bars = (/** @type {number} */ i) =>
    ctx.rects.filter(({fill, height}) => fill === all[i].colour && height === 7);
  const [heads, gates] = [bars(0), bars(1)];
  const unit = gates[0].width / 2;
  const near = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} ${b}`);
  [0.75, 0.25, 0.02, 0.05].forEach((rise, i) => near(heads[i].width, rise * unit));
  [2, 1, 1, 1, 0.5, 0.1, 0].forEach((rise, i) => near(gates[i].width, rise * unit));
  near(heads[3].x + heads[3].width, heads[0].x); // to the left of the line
  assert.ok(heads.every(({y}, i) => i === 0 || y > heads[i - 1].y));
  assert.ok(textsOn(ctx).includes('nothing off: loss 0.5, 90 % right'));
  assert.ok(textsOn(ctx).includes('−0.05') && textsOn(ctx).includes('+0.75'));
});

test('worth: of many parts those that change most are drawn, and how little the others change is said', () => {
  const values = Array.from({length: 30}, (_, i) => (i - 4) / 100);
  const run = runOf('Conv', [partsWorth({'conv.0': {unit: values}}, {loss: 1})]);
  const {shown, hidden, below} = shownOf(worthOf(run.found));
  assert.deepEqual(shown, [29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18]);
  assert.deepEqual([hidden, below], [18, 0.13]);
  const ctx = fakeContext();
  worth.draw(ctx, [run], PICTURE_OPTIONS);
  assert.ok(textsOn(ctx).includes('and 18 more, each below 0.13'));
  assert.deepEqual(shownOf(worthOf(run.found), 3).shown.slice(-2), [18, 3], 'what is picked is drawn besides');
  assert.equal(worth.table([run]).rows.length, 30);
});

test('worth: a picked part is off in the picture: with and without it, on one scale, and in words', () => {
  const all = runs();
  const options = {...PICTURE_OPTIONS, picked: {column: 1, row: 0}};
  const ctx = fakeContext();
  worth.draw(ctx, all, options);
  const texts = textsOn(ctx);
  const at = texts.indexOf('with');
  assert.deepEqual(texts.slice(at, at + 4), ['with', '0.5', 'without', '1.25']);
  const again = texts.indexOf('with', at + 1);
  assert.deepEqual(texts.slice(again, again + 4), ['with', '90 %', 'without', '53 %']);
  const whole = ctx.rects.find(({fill, height}) => fill === all[0].colour && height === 10);
  const off = ctx.outlines.find(({fill, height}) => fill === all[0].colour && height === 8.5);
  assert.ok(Math.abs(((off?.width ?? 0) + 1.5) / (whole?.width ?? 1) - 1.25 / 0.5) < 1e-9);
  assert.ok(worth.scene(all, options).height > worth.scene(all, PICTURE_OPTIONS).height);
  const detail = worth.detail(all, options);
  assert.equal(told(detail?.title ?? {key: ''}), 'Transformer with head 2 of layer 1 off');
  assert.match(
    toldAll(detail?.lines ?? []),
    /from 0.5 to 1.25.*The model leans on it.*32 examples.*training is not touched/,
  );
  assert.equal(worth.detail(all, PICTURE_OPTIONS), null);
  const verdict = (/** @type {number} */ column) =>
    told(worth.detail(all, {...options, picked: {column, row: 0}})?.lines[1] ?? {key: ''});
  assert.match(verdict(2), /stands in the way/);
  assert.match(verdict(3), /less than 10 %/);
});

test('worth: it asks for the parts that are chosen, and for heads together only where all have heads', () => {
  assert.deepEqual(worth.asks({}), [{measure: 'parts', options: {}}]);
  assert.deepEqual(worth.asks({choice: {parts: 3}}), [{measure: 'parts', options: {part: 'unit'}}]);
  assert.deepEqual(worth.asks({choice: {together: 2}}), [{measure: 'parts', options: {score: 'induction'}}]);
  const parts = (/** @type {any[]} */ of) =>
    worth.scene(of, PICTURE_OPTIONS).controls[0].choices.map(({title}) => told(title));
  assert.deepEqual(parts(runs()), ['what it has', 'heads', 'gates', 'units', 'layers']);
  assert.deepEqual(parts(runs().slice(1)), ['what it has', 'gates', 'units', 'layers']);
  const names = (/** @type {any[]} */ of) => worth.scene(of, PICTURE_OPTIONS).controls.map(({name}) => name);
  assert.deepEqual(names(runs()), ['parts']);
  assert.deepEqual(names(runs().slice(0, 1)), ['parts', 'together']);
});

test('worth: a part is read by its number, and all are in the table', () => {
  assert.equal(
    toldAll(worth.readout(runs(), PICTURE_OPTIONS, {column: 3, row: 1})),
    'LSTM, step 20, with forget gate of layer 1 held open: the loss goes from 1 to 3, and right answers from 50 % to 0 %.',
  );
  assert.deepEqual(worth.table(runs()).rows.slice(3, 6), [
    ['Transformer', 20, 'transformer.1', 'head', 2, 'off', 0.02, 0.01, 0.52],
    ['LSTM', 20, 'lstm.0', 'gate', 'i', 'closed', 1, 0.5, 2],
    ['LSTM', 20, 'lstm.0', 'gate', 'i', 'open', 0.5, 0.25, 1.5],
  ]);
});
