// Below how far back each learns, what one step does to the memory: the numbers that are drawn and said.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as reach from '../../web/charts/compare/reach.js';
import {clippedOf} from '../../web/elements/compare/clipping.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, reached, runOf, stepping, textsOn} from '../support/measured_runs.js';

/** @param {string} name @param {Parameters<typeof stepping>[1]} layers @param {number} [clipped] */
const runWith = (name, layers, clipped) => ({
  ...runOf(name, [reached(40, [1, 0.5, 0.25])]),
  beside: stepping(40, layers),
  ...(clipped === undefined ? {} : {clipped}),
});
const gru = runWith('GRU', {'gru.0': {radius: 0.972, stretches: [1.1, 0.9, 0.5, 0.001], saturated: 0.25}}, 0.35);
const rnn = runWith('RNN', {'rnn.0': {radius: 2, stretches: [4, 2]}}, 0);
const transformer = runOf('Transformer', [reached(40, [1, 1, 1])]);

test('the radius is said with what becomes of the memory, after how far back it learns; and how often it was clipped', () => {
  const said = reach.describe([gru, rnn, transformer], PICTURE_OPTIONS).found.map(told);
  assert.deepEqual(said, [
    'GRU: what stood 2 numbers back counts 25 % of what counts most. In the long run a step multiplies its memory by 0.972: half is left after 24 steps. The gradient was clipped in 35 % of the steps that the page heard of.',
    'RNN: what stood 2 numbers back counts 25 % of what counts most. In the long run a step multiplies its memory by 2.00: it doubles in 1 step.',
    'Transformer: what stood 2 numbers back counts most of all.',
  ]);
  const layers = {
    'seq2seq.encoder.0': {radius: 0.5, stretches: []},
    'seq2seq.decoder.0': {radius: 1.0004, stretches: []},
  };
  const [pair] = reach.describe([runWith('Seq2seq', layers)], PICTURE_OPTIONS).found;
  assert.match(told(pair), /a step multiplies what encoder 1 holds by 0\.50, what decoder 1 holds by 1\.$/);
  const fates = [0, 1.0004, 0.3, 2.5].map((radius) => told(reach.describe([runWith('RNN', {'rnn.0': {radius, stretches: []}})], PICTURE_OPTIONS).found[0])); // prettier-ignore
  assert.match(fates[0], /by 0: nothing is left\.$/);
  assert.match(fates[1], /by 1: all of it stays\.$/);
  assert.match(fates[2], /by 0\.30: less than half is left after one step\.$/);
  assert.match(fates[3], /by 2\.50: it more than doubles with every step\.$/);
});

test('dots and the line across them stand on a logarithmic axis around one', () => {
  /** @type {[number, number][]} */
  const dots = [];
  const ctx = fakeContext();
  ctx.arc = (/** @type {number} */ x, /** @type {number} */ y) => void dots.push([x, y]);
  reach.draw(ctx, [gru, rnn, transformer], PICTURE_OPTIONS);
  const x = Object.fromEntries(
    ['keeps', '× 0.1', '× 2'].map((text) => [text, ctx.texts.find((one) => one.text === text)?.x ?? NaN]),
  );
  const decade = x.keeps - x['× 0.1'];
  const at = (/** @type {number} */ factor) => x.keeps + decade * Math.log10(factor);
  assert.ok(Math.abs(x['× 2'] - at(2)) < 1e-6);
  const lowest = Math.max(...dots.map(([, y]) => y));
  const second = dots.filter(([, y]) => y === lowest).map(([left]) => left);
  assert.ok(Math.abs(second[0] - at(4)) < 1e-6 && Math.abs(second[1] - at(2)) < 1e-6, 'of the RNN, which has two');
  const first = dots.filter(([, y]) => y === lowest - 22).map(([left]) => left);
  [1.1, 0.9, 0.5, 0.01].forEach((factor, i) => assert.ok(Math.abs(first[i] - at(factor)) < 1e-6, `${factor}`));
  const across = ctx.rects.filter(({width, height}) => width === 3 && height === 16).map(({x: left}) => left + 1.5);
  assert.ok(Math.abs(across[0] - at(0.972)) < 1e-6 && Math.abs(across[1] - at(2)) < 1e-6 && across.length === 2);
  const texts = textsOn(ctx);
  for (const text of ['0.972', '2.00', '25 %', '35 %', '–', '0 %', '← shrinks', 'grows →'])
    assert.ok(texts.includes(text), text);
});

test('rows below are read with pointer and keys; a model without a recurrent layer has none', () => {
  const runs = [gru, rnn, transformer];
  const {rows, height} = reach.scene(runs, PICTURE_OPTIONS);
  assert.equal(rows, 3 + 2);
  const read = (/** @type {number} */ row) => toldAll(reach.readout(runs, PICTURE_OPTIONS, {column: 1, row}));
  assert.equal(read(3), 'GRU, layer 1, step 40: of 4 directions of its memory one step makes 1 grow; in the long run it multiplies by 0.972: half is left after 24 steps. Its units stand at their ends in 25 % of the time, and pass hardly any gradient on. The gradient was clipped in 35 % of the steps that the page heard of.'); // prettier-ignore
  const seen = new Set(
    Array.from({length: Math.floor(height)}, (_, y) => reach.locate(runs, PICTURE_OPTIONS, 300, y)?.row),
  );
  for (const row of [3, 4]) assert.ok(seen.has(row));
  const bare = [transformer];
  assert.equal(reach.scene(bare, PICTURE_OPTIONS).rows, 1);
  assert.ok(reach.scene(runs, PICTURE_OPTIONS).height > reach.scene(bare, PICTURE_OPTIONS).height + 60);
});

test('steps are clipped whose gradient was longer than the model may have it', () => {
  const runner = (/** @type {number[]} */ grad_norm, train = undefined) =>
    /** @type {any} */ ({model: {kind: 'gru', train}, record: {signals: {views: {grad_norm}}}});
  const train = /** @type {any} */ ({clip_norm: 1});
  assert.equal(clippedOf(runner([0.5, 2, NaN, 3, 1]), train), 0.5);
  assert.equal(clippedOf(runner([0.5, 2]), /** @type {any} */ ({clip_norm: 0})), undefined, 'nothing clips');
  assert.equal(clippedOf(runner([]), train), undefined, 'nothing is known');
  assert.equal(clippedOf(runner([0.5, 2], /** @type {any} */ ({clip_norm: 0.1})), train), 1, "the model's own");
});
