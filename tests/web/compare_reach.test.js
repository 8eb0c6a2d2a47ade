// How far back models learn, in numbers: parts of what counts most, from all to what is too little for a computer's numbers.
import assert from 'node:assert/strict';
import test from 'node:test';
import {decade, fraction, percent} from '../../web/charts/compare/numbers.js';
import * as reach from '../../web/charts/compare/reach.js';
import {lowestPower, scaleOf} from '../../web/charts/compare/reach_scale.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, reached, runOf, textsOn} from '../support/measured_runs.js';

/** Falls by the same factor from place to place. @param {number} factor @param {number} [count] @param {number} [first] */
const falling = (factor, count = 100, first = 1) => Array.from({length: count}, (_, back) => first * factor ** back);

test('parts of a whole are said as percent, as one in so many, or by their power of ten', () => {
  const said = [1, 0.9999, 0.4, 0.1, 0.0994, 1 / 120, 1e-6, 9e-7, 3e-18, 0, NaN].map((part) => told(fraction(part)));
  assert.deepEqual(said, [
    '100 %',
    '99.9 %',
    '40 %',
    '10 %',
    '1/10',
    '1/120',
    '1/1,000,000',
    '1/10⁶',
    '1/10¹⁸',
    'nothing',
    'unknown',
  ]);
  assert.deepEqual(
    [0, -1, -3, -6, -15].map((power) => told(decade(power))),
    ['1', '1/10', '1/1,000', '1/10⁶', '1/10¹⁵'],
  );
  assert.deepEqual(
    [0, 0.0001, 0.004, 0.5, 0.996, 0.99999].map((part) => told(percent(part))),
    ['0 %', '0.1 %', '0.4 %', '50 %', '99.6 %', '99.9 %'],
  );
});

test('a sentence a model: the farthest tenth beside what counts most, now and at first, and who is apart from whom', () => {
  const gru = runOf('GRU 32', [reached(0, falling(0.65)), reached(400, falling(0.953))]);
  const rnn = runOf('RNN 32', [reached(0, falling(0.6)), reached(380, falling(0.6, 100, 7))]);
  const {found, phenomenon} = reach.describe([gru, rnn], PICTURE_OPTIONS);
  assert.deepEqual(found.map(told), [
    'GRU 32 learns from farthest back, RNN 32 from nearest.',
    'GRU 32: what stood 90 to 99 numbers back counts 1/94 of what counts most; at step 0 it was 1/10¹⁷.',
    'RNN 32: what stood 90 to 99 numbers back counts 1/10²¹ of what counts most; at step 0 it was 1/10²¹.',
  ]);
  assert.match(told(phenomenon), /multiplies the gradient/);
  assert.equal(reach.describe([gru], PICTURE_OPTIONS).found.length, 1, 'nobody to be apart from');
});

test('earlier lines are named at their left end, where names keep apart: where each began before the others', () => {
  const steps = [0, 100, 200, 400].map((step, i) => reached(step, falling([0.75, 0.85, 0.852, 1][i])));
  const ctx = fakeContext();
  reach.draw(ctx, [runOf('GRU', steps)], PICTURE_OPTIONS);
  const named = textsOn(ctx).filter((text) => /^step (0|100|200)$/.test(text));
  assert.deepEqual(named, ['step 0', 'step 100'], 'two that lie on one another have one name');
});

test('a line is as high as its logarithm says, to the answer at the right; earlier ones are faint', () => {
  const run = runOf('GRU 32', [reached(0, falling(0.1, 4)), reached(10, falling(1, 4))]);
  const ctx = fakeContext();
  reach.draw(ctx, [run], PICTURE_OPTIONS);
  const [sample, earlier, now] = ctx.strokes.filter(({colour}) => colour === run.colour);
  assert.equal(sample.points.length, 2, 'beside its name');
  const heights = earlier.points.map(([, y]) => y);
  const rungs = ctx.strokes
    .filter(({points: [[x]], colour}) => colour === 'line' && x < 60)
    .map(({points: [[, y]]}) => y);
  assert.deepEqual(
    heights.map(Math.round),
    rungs.slice(0, 4).reverse().map(Math.round),
    'a rung a place, from the left',
  );
  assert.ok(earlier.alpha < 0.5 && now.alpha === 1);
  assert.deepEqual(new Set(now.points.map(([, y]) => y)), new Set([rungs[0]]), 'all count alike');
  assert.ok(now.points.every(([x], i) => i === 0 || x > now.points[i - 1][0]));
  const answer = ctx.texts.find(({text, y}) => text === '0' && y > rungs[3]);
  assert.equal(answer?.x, now.points[3][0], 'the last stands before the answer');
});

test('what is less than the axis shows, or nothing at all, lies in the strip below it and is read as what it is', () => {
  const rows = [[1, 1e-6, 1e-30, 0], [1, 1, 0, 1e-40]]; // prettier-ignore
  const runs = rows.map((back, i) => runOf(`Model ${i}`, [reached(5, back)]));
  assert.equal(lowestPower(runs), -18);
  const scale = scaleOf(-18, {left: 0, right: 100, top: 0, bottom: 180}, 2);
  assert.deepEqual(
    [1, 1e-9, 1e-18].map((part) => scale.y(part, 0)),
    [0, 90, 180],
  );
  for (const part of [0.99e-18, 1e-300, 0])
    for (const row of [0, 1]) {
      assert.ok(scale.y(part, row) > 180 && scale.y(part, row) < scale.strip.bottom);
      assert.notEqual(scale.y(part, 0), scale.y(part, 1), 'no line covers another');
    }
  const read = (/** @type {number} */ column, /** @type {number} */ row) =>
    toldAll(reach.readout(runs, PICTURE_OPTIONS, {column, row}));
  assert.equal(read(0, 0), 'Model 0, step 5: what stood 3 numbers back counts nothing at all.');
  assert.equal(read(1, 0), 'Model 0, step 5: what stood 2 numbers back counts 1/10³⁰ of what counts most.');
  assert.equal(read(3, 1), 'Model 1, step 5: the last of the numbers counts most of all.');
  const ctx = fakeContext();
  reach.draw(ctx, runs, PICTURE_OPTIONS);
  assert.ok(textsOn(ctx).includes('less'));
});

test('the axis goes as low as any model at any step, in threes, and no shorter than to a thousandth', () => {
  assert.equal(lowestPower([runOf('a', [reached(0, [1, 0.9])])]), -3);
  assert.equal(lowestPower([runOf('a', [reached(0, [1, 1e-4]), reached(9, [1, 1])])]), -6);
  assert.equal(lowestPower([runOf('a', [reached(0, [0, 0])])]), -3);
});

test('of pairs the source stands to the left of what was written, and its beginning is what is far', () => {
  const pairs = runOf('Seq2seq 32', [reached(8, [1, 0.5], [0.01, 0.02, 0.25])]);
  const single = runOf('Transformer', [reached(8, [1, 0.5, 0.1])]);
  const runs = [pairs, single];
  const ctx = fakeContext();
  reach.draw(ctx, runs, PICTURE_OPTIONS);
  const lines = ctx.strokes.filter(({colour, points}) => colour === pairs.colour && points.length > 0).slice(1);
  assert.deepEqual(
    lines.map(({points}) => points.length),
    [3, 2],
  );
  assert.ok(lines[0].points[2][0] < lines[1].points[0][0]);
  assert.match(textsOn(ctx).join('\n'), /what is given, letters from the first/);
  assert.equal(reach.scene(runs, PICTURE_OPTIONS).columns, 3 + 3);
  assert.equal(
    toldAll(reach.readout(runs, PICTURE_OPTIONS, {column: 1, row: 0})),
    'Seq2seq 32, step 8: letter 2 of what is given counts 1/50 of what counts most.',
  );
  assert.deepEqual(reach.describe(runs, PICTURE_OPTIONS).found.map(told), [
    'Seq2seq 32: letter 1 of what is given counts 1/100 of what counts most.',
    'Transformer: what stood 2 numbers back counts 10 % of what counts most.',
  ]);
});

test('nothing, one place, and no number have sentences of their own', () => {
  const said = [[0, 0], [0.5], [NaN, NaN]].map((back) => told(reach.describe([runOf('GRU', [reached(0, back)])], PICTURE_OPTIONS).found[0])); // prettier-ignore
  assert.deepEqual(said, [
    'GRU: nothing comes back from the answer at all.',
    'GRU reads one place only, so nothing stands farther back.',
    'GRU: nothing comes back from the answer at all.',
  ]);
});

test('the table has the course too, each step with every place', () => {
  const {columns, rows} = reach.table([runOf('GRU', [reached(0, [1, 0.5]), reached(7, [2, 2])])]);
  assert.deepEqual(
    columns.map(({id}) => id),
    ['model', 'step', 'position_source', 'position_back', 'part_of_most'],
  );
  assert.deepEqual(rows, [['GRU', 0, '', 1, 0.5], ['GRU', 0, '', 0, 1], ['GRU', 7, '', 1, 1], ['GRU', 7, '', 0, 1]]); // prettier-ignore
});

/** The same as a recurrent model's. @param {ReturnType<typeof reached>} found */
const recurrent = (found) => ({...found, arrays: [...found.arrays, {...found.arrays[0], name: 'rnn.0.hidden_grad'}]});

test('by what each step multiplies what comes back is said of recurrent models, whether it shrinks, stays or grows', () => {
  const growing = runOf('RNN', [recurrent(reached(0, falling(1.2, 50))), recurrent(reached(600, falling(1, 50)))]);
  const fading = runOf('GRU', [recurrent(reached(600, falling(0.5, 50)))]);
  const other = runOf('MLP', [reached(600, falling(0.5, 50))]);
  const {found, also} = reach.describe([growing, fading, other], {...PICTURE_OPTIONS, brief: true});
  const said =
    'Averaged over the whole way, each step back multiplies what comes back: RNN by 1 (at step 0 by 1.20), GRU by 0.50.';
  assert.deepEqual([told(found[1]), also?.map(told)], [said, [said]], 'among what is about all');
  assert.equal(found.length, 5);
  const narrow = reach.describe([growing, fading], {...PICTURE_OPTIONS, width: 360, brief: true});
  assert.deepEqual(narrow.also?.map(told), [
    'From the nearest tenth to the farthest, each step back: RNN times 1, GRU times 0.50.',
  ]);
  assert.deepEqual(reach.describe([other], PICTURE_OPTIONS).also, []);
  for (const back of [[], [1], [1, 0], [NaN, NaN, NaN], [0, 0, 0]])
    assert.deepEqual(reach.describe([runOf('RNN', [recurrent(reached(1, back))])], PICTURE_OPTIONS).also, []);
});
