// What the picture of what must wait draws and says, of models whose numbers are made up so that one knows the answer: an LSTM that
// takes 1,000 operations a place, and attention that takes 200 a place and 10 for each pair of places, so that they meet at 80.
import assert from 'node:assert/strict';
import test from 'node:test';
import {crossingsOf, halfAt, modelOf, valueAt} from '../../web/charts/waiting/growth.js';
import * as wait from '../../web/charts/waiting/wait.js';
import {layout, xOf, yOf} from '../../web/charts/waiting/wait_layout.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {anatomyOf, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';

const OWN = 20;
const none = {heads: 1, times: 1, source: 0, residual: 0, backward: 0, across: 0, connection: 'none'};

/** @param {any[]} parts @param {number[]} waits at half and all of the length @param {object} [more] */
function made(parts, waits, more = {}) {
  const all = parts.map((part) => ({...none, ...part}));
  const columns = Object.fromEntries(Object.keys({...all[0]}).map((key) => [key, all.map((part) => part[key])]));
  const operations = all.reduce((sum, {flops}) => sum + flops * OWN, 0);
  return {...columns, parts: all.map(({name}) => name), positions: OWN, given: 0, operations, waits: {at: [10, OWN], data: waits}, ...more}; // prettier-ignore
}

const LSTM = made(
  [
    {name: 'lstm.0', kind: 'recurrent', connection: 'next', width: 7, parameters: 500, flops: 900},
    {name: 'logits', kind: 'output', width: 2, parameters: 50, flops: 100},
  ],
  [10, 20],
  {parallelism: 1.25},
);
// Width 2.5: 4 n² 2.5 is 10 n², and 2 w 150 a place are weights of 87.5 parameters.
const ATTENTION = made(
  [
    {name: 'a', kind: 'attention', connection: 'all', residual: 1, width: 2.5, parameters: 105, flops: 150 + 10 * OWN},
    {name: 'f', kind: 'feed_forward', width: 2.5, parameters: 30, flops: 50},
  ],
  [1, 1],
  {parallelism: 20},
);
const RUNS = [
  runOf('LSTM', [anatomyOf(LSTM, {step: 3, ms: [0.04, 0.01]})]),
  runOf('Attention', [anatomyOf(ATTENTION, {step: 3, ms: [0.03, 0.012]})]),
];
const MODELS = RUNS.map(modelOf);

test('what each takes at any length, and where they cross', () => {
  for (const n of [1, 20, 80, 333]) {
    assert.equal(Math.round(valueAt(MODELS[0].curves.operations, n)), 1000 * n);
    assert.equal(Math.round(valueAt(MODELS[1].curves.operations, n)), 200 * n + 10 * n * n);
  }
  assert.deepEqual(
    crossingsOf(MODELS, 'operations').map(({more, less, length}) => [more, less, length]),
    [[1, 0, 80]],
  );
  assert.equal(halfAt(MODELS[1]), 20);
  assert.ok(Number.isNaN(halfAt(MODELS[0])));
});

test('where lines of every kind cross', () => {
  const model = (/** @type {number} */ one, /** @type {number} */ x, /** @type {number} */ xx) =>
    /** @type {any} */ ({known: true, quadratic: xx > 0, curves: {operations: {one, x, xx}}});
  const meet = (/** @type {any} */ more, /** @type {any} */ less) => crossingsOf([more, less], 'operations')[0].length;
  assert.equal(meet(model(0, 100, 10), model(1000, 250, 0)), 20); // 10 n² = 150 n + 1000
  assert.equal(meet(model(5000, 100, 1), model(0, 101, 0)), 1); // never alike
  assert.equal(meet(model(0, 0, 1e-6), model(0, 100, 0)), Infinity); // at 10⁸
  assert.deepEqual(crossingsOf([model(0, 1, 1), model(0, 1, 2)], 'operations'), []);
});

test('milliseconds grow with the operations of each part', () => {
  const [, attention] = MODELS;
  const all = (/** @type {number} */ n) => (0.03 * (150 * n + 10 * n * n)) / (350 * 20) + (0.012 * n) / 20;
  for (const n of [1, 20, 100]) assert.ok(Math.abs(valueAt(attention.curves.ms, n) - all(n)) < 1e-9);
  assert.ok(Math.abs(attention.own.ms - 0.042) < 1e-6);
});

test('the least of what was measured counts, part by part', () => {
  const all = [[0.04, 0.02], [0.05, 0.01]].map((ms) => anatomyOf(LSTM, {ms})); // prettier-ignore
  assert.ok(Math.abs(modelOf(runOf('LSTM', all)).own.ms - 0.05) < 1e-9);
});

test('it says the crossing, the chains, and what the time goes to', () => {
  const found = wait.describe(RUNS, PICTURE_OPTIONS).found.map(told);
  assert.deepEqual(found, [
    'Attention needs more operations than LSTM from length 80 on.',
    'LSTM: 20 steps one after the other at length 20, 20,000 operations in 50 µs, 80 % of it for recurrence.',
    'Attention: 1 step one after the other at length 20, 8,000 operations in 42 µs, 71 % of it for attention.',
  ]);
  const [alone] = wait.describe([RUNS[1]], PICTURE_OPTIONS).found.map(told);
  assert.match(alone, /^From length 20 on, comparing places/);
  const [linear] = wait.describe([RUNS[0], RUNS[0]], PICTURE_OPTIONS).found.map(told);
  assert.match(linear, /nothing crosses\.$/);
});

test('in brief it draws what costs and what waits, lower, and no time', () => {
  const brief = {...PICTURE_OPTIONS, brief: true};
  const [whole, less] = [wait.scene(RUNS, PICTURE_OPTIONS), wait.scene(RUNS, brief)];
  assert.ok(less.height < whole.height);
  assert.deepEqual(less.controls, []);
  const ctx = fakeContext();
  wait.draw(ctx, RUNS, brief);
  const texts = textsOn(ctx).join(' ');
  assert.match(texts, /steps that wait/);
  assert.doesNotMatch(texts, /time for one example/);
});

test('what a chapter wants seen is where the one comes to need more than the other', () => {
  const mark = wait.mark(RUNS, PICTURE_OPTIONS, 'crossing');
  assert.ok(mark);
  assert.equal(told(mark.words), 'from length 80 on Attention needs more operations for an example than LSTM');
  const at = wait.locate(RUNS, PICTURE_OPTIONS, mark.x, mark.y);
  assert.ok(at && Math.abs(at.column - mark.column) <= 1);
  assert.equal(wait.mark([RUNS[0], RUNS[0]], PICTURE_OPTIONS, 'crossing'), null);
  assert.equal(wait.mark(RUNS, PICTURE_OPTIONS, 'farthest'), null);
});

test('no kind is named that takes less than a third, and who always needs more is said to', () => {
  const even = ['embedding', 'feed_forward', 'norm', 'output'].map((kind) => ({name: kind, kind, width: 2, parameters: 4, flops: 10})); // prettier-ignore
  const run = runOf('Even', [anatomyOf(made(even, [1, 1]), {ms: [1, 1, 1, 1]})]);
  const said = wait.describe([run, RUNS[1]], PICTURE_OPTIONS).found.map(told);
  assert.equal(said[0], 'Attention needs more operations than Even at every length.');
  assert.match(said[1], /in 4 ms, no kind of part taking a third of it\.$/);
});

test('lines, rings, beads and bars stand where the numbers say', () => {
  const ctx = fakeContext();
  wait.draw(ctx, RUNS, PICTURE_OPTIONS);
  const view = layout(RUNS, PICTURE_OPTIONS);
  const ring = ctx.strokes.find(({points, colour}) => points.length && colour === PICTURE_OPTIONS.colours.ink);
  assert.ok(ring && Math.abs(ring.points[0][0] - 6 - xOf(view, 80)) < 0.5);
  assert.ok(Math.abs(ring.points[0][1] - yOf(view, 80000)) < 0.5);
  assert.ok(textsOn(ctx).includes('from 80 on'));
  const beads = (/** @type {string} */ name) =>
    ctx.rects.filter(({x, fill}) => fill === `colour of ${name}` && x < 300);
  assert.deepEqual([beads('LSTM').length, beads('Attention').length], [20, 1]);
  const bars = (/** @type {string} */ name) => ctx.rects.filter(({x, fill}) => fill === `colour of ${name}` && x > 300);
  const wide = (/** @type {string} */ name) => bars(name).map(({width}) => width + 1);
  assert.ok(Math.abs(wide('LSTM')[0] / wide('Attention')[0] - 4 / 3) < 1e-3);
  assert.ok(Math.abs(wide('LSTM')[1] / wide('Attention')[1] - 10 / 12) < 1e-3);
});

test('each place that can be read says its numbers', () => {
  const {lengths, kinds} = layout(RUNS, PICTURE_OPTIONS);
  const read = (/** @type {number} */ column, /** @type {number} */ row, options = PICTURE_OPTIONS) =>
    toldAll(wait.readout(RUNS, options, {column, row}));
  assert.equal(read(lengths.indexOf(100), 1), 'Attention, length 100: 120,000 operations for one example.');
  const timed = {...PICTURE_OPTIONS, choice: {unit: 1}};
  assert.equal(read(lengths.indexOf(20), 0, timed), 'LSTM, length 20: 50 µs for one example, measured.');
  assert.equal(read(lengths.indexOf(200), 0, timed), 'LSTM, length 200: 500 µs for one example, reckoned from what was measured.'); // prettier-ignore
  assert.match(
    read(lengths.length, 0),
    /^LSTM, length 20: 20 steps, each waiting for the one before\.$/,
    'hardly faster',
  );
  const recurrent = lengths.length + 1 + kinds.indexOf('recurrent');
  assert.equal(read(recurrent, 0), 'LSTM, recurrence (1 part): 40 µs, 80 % of its time, for 90 % of its operations.');
  assert.equal(read(recurrent, 1), 'Attention has no part of this kind: recurrence.');
});

test('its table has each part, and the whole at other lengths', () => {
  const {columns, rows} = wait.table(RUNS);
  const at = (/** @type {string} */ id) => columns.findIndex((column) => column.id === id);
  const of = rows.filter((row) => row[0] === 'Attention');
  const all = of.filter((row) => row[at('part')] === 'all').map((row) => [row[at('length')], row[at('operations')]]);
  assert.deepEqual(all, [[20, 8000], [2, 440], [10, 3000], [40, 24000], [200, 440000]]); // prettier-ignore
  assert.deepEqual(of.slice(1, 3).map((row) => row[at('operations')]), [7000, 1000]); // prettier-ignore
});

test('of a model for one size only, other lengths are not drawn', () => {
  const image = made([{name: 'c', kind: 'convolution', connection: 'window', width: 4, parameters: 10, flops: 5000}], [1, 1]); // prettier-ignore
  const run = runOf('Image', [anatomyOf(image, {ms: [1]})]);
  assert.match(told(wait.describe([run], PICTURE_OPTIONS).found[0]), /made for one size only\.$/);
  const ctx = fakeContext();
  wait.draw(ctx, [run], PICTURE_OPTIONS);
  assert.equal(ctx.strokes.filter(({colour, points}) => colour === 'colour of Image' && points.length > 3).length, 0);
});
