// What all models remember, in numbers: where marks stand, who is named, what is said and what stands in the table.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as memory from '../../web/charts/memory/remembered.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, probed, runOf, textsOn} from '../support/measured_runs.js';

const PARITY = {together: 0.75, control: 0.25, units: [0.1, 0.5, 0.3], auc: 0.99, unit_auc: [0.5, 0.9, 0.5]};
const gru = runOf('GRU 16', [
  probed(0, {parity: {...PARITY, together: 0.1, control: 0, units: [0.02, 0.01, 0]}}),
  probed(60, {parity: {...PARITY, together: 1, control: 0, units: [0.1, 0.95, 0.3]}}),
]);
const rnn = runOf('RNN 16', [probed(60, {parity: PARITY})]);

test('who carries it, what lies in all of them together, and what is hardly told, each with its control', () => {
  const lstm = runOf('LSTM 16', [probed(60, {parity: {together: 0.3, control: -0.02, units: [0.2, 0.1, 0]}})]);
  const spread = runOf('State space', [probed(60, {parity: {together: 0.9, control: 0.01, units: [0.2, 0.49, 0]}})]);
  const {found, phenomenon} = memory.describe([gru, lstm, spread], PICTURE_OPTIONS);
  assert.deepEqual(found.map(told), [
    'GRU 16 tells the parity so far best (R² 1.00), LSTM 16 least (0.30).',
    'GRU 16: unit 2 carries the parity so far (R² 0.95; shuffled 0.00).',
    'LSTM 16: of the parity so far little is told that the place alone does not give away (R² 0.30; shuffled −0.02).',
    'State space: no single unit carries the parity so far, all together do (R² 0.90; the best, unit 2, 0.49; shuffled 0.01).',
  ]);
  assert.match(told(phenomenon), /does not mean that the model uses it/);
  const near = runOf('GRU 8', [probed(60, {parity: {...PARITY, together: 0.9}})]);
  assert.equal(memory.describe([gru, near], PICTURE_OPTIONS).found.length, 2, 'nobody is far apart');
});

test('several variables are told one after the other; one that is nowhere stated is said to be so', () => {
  const both = {parity: {...PARITY, together: 1, control: 0, units: [0.99, 0, 0]}, ones: {together: NaN, control: NaN, units: [NaN, NaN, NaN]}}; // prettier-ignore
  assert.deepEqual(memory.describe([runOf('GRU', [probed(5, both)])], PICTURE_OPTIONS).found.map(told), [
    'GRU: unit 1 carries the parity so far (R² 0.99; shuffled 0.00); there is nothing to tell of the ones so far.',
  ]);
  assert.equal(told(memory.describe([runOf('GRU', [probed(5, {})])], PICTURE_OPTIONS).found[0]), 'GRU: nothing was asked of its memory.'); // prettier-ignore
});

/** Where the uprights of the axis stand, from 0 to 1. @param {ReturnType<typeof fakeContext>} ctx */
const axisOf = (ctx) =>
  ctx.strokes.filter(({points: [[x], [to] = [NaN]]}) => x === to).map(({points: [[x]]}) => x); // prettier-ignore

test('marks stand on one axis from chance to all, the same for every model; below chance is at chance', () => {
  const ctx = fakeContext();
  const below = runOf('LSTM 16', [probed(60, {parity: {together: -3, control: -9, units: [-5, -6, -7]}})]);
  memory.draw(ctx, [gru, rnn, below], PICTURE_OPTIONS);
  const [zero, quarter, half, , one] = axisOf(ctx);
  assert.ok(Math.abs(half - (zero + one) / 2) < 1e-6 && zero < quarter);
  const joined = (/** @type {string} */ colour) =>
    ctx.strokes.filter(
      (one) => one.colour === colour && one.points.length === 2 && one.points[0][1] === one.points[1][1],
    );
  const at = (/** @type {number} */ score) => zero + (one - zero) * score;
  const [[[from, y], [to]]] = joined(rnn.colour).map(({points}) => points);
  assert.ok(Math.abs(from - at(0.5)) < 1e-6 && to < at(0.75) && to > at(0.7), 'from the best unit to all of them');
  const controls = ctx.rects.filter(({x, width, height}) => width === 2 && height === 14 && x >= zero - 1);
  assert.deepEqual(controls.map(({x}) => Math.round(x)), [0, 0.25, 0].map((score) => Math.round(Math.max(zero, at(score) - 1)))); // prettier-ignore
  assert.ok(Math.abs(controls[1].y + 7 - y) < 1e-6, 'in its own row');
  assert.ok(textsOn(ctx).includes('unit 2'));
  assert.ok(textsOn(ctx).includes('The parity so far'));
  const course = ctx.strokes.filter(
    ({colour, points, alpha}) => colour === gru.colour && points.length === 2 && alpha === 1,
  );
  const [alone, together] = course.slice(-2).map(({points}) => points);
  assert.ok(together[0][1] > together[1][1] + 15 && alone[1][1] > together[1][1], 'it rises, and the unit stays below');
});

test('a mark is read for what it is', () => {
  const read = (/** @type {number} */ column, runs = [gru, rnn], row = 0) =>
    toldAll(memory.readout(runs, PICTURE_OPTIONS, {column, row}));
  assert.deepEqual(
    [0, 1, 2, 3].map((column) => read(column)),
    [
      'GRU 16, step 60: all units together tell the parity so far with R² 1.00; it tells yes from no in 99 % of pairs (50 % is chance).',
      'GRU 16, step 60: unit 2 alone tells the parity so far with R² 0.95; it tells yes from no in 90 % of pairs (50 % is chance).',
      'GRU 16, step 60: with shuffled labels the parity so far would be told with R² 0.00.',
      'GRU 16: R² of all units together was 0.10 at step 0 and is 1.00 at step 60.',
    ],
  );
  assert.equal(read(3, [gru, rnn], 1), 'RNN 16 was measured for the first time at step 60: R² 0.75.');
  const number = runOf('GRU', [probed(5, {ones: {together: 0.5, control: 0, units: [NaN]}})]);
  assert.equal(read(0, [number]), 'GRU, step 5: all units together tell the ones so far with R² 0.50.');
  assert.equal(read(1, [number]), 'GRU, step 5: no unit to tell the ones so far by.');
});

test('the table has the course, the best unit, all of them and the control', () => {
  const {columns, rows} = memory.table([gru]);
  assert.deepEqual(columns.map(({id}) => id), ['model', 'step', 'variable', 'told_by', 'unit', 'r2', 'auc']); // prettier-ignore
  assert.deepEqual(rows.slice(3), [
    ['GRU 16', 60, 'parity', 'best_unit', 2, 0.95, 0.9],
    ['GRU 16', 60, 'parity', 'all_units', '', 1, 0.99],
    ['GRU 16', 60, 'parity', 'all_units_shuffled', '', 0, ''],
  ]);
  assert.equal(rows[0][1], 0);
});
