// What does it carry along: what is read off a memory along the direction of the probe, beside what is so.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as carried from '../../web/charts/memory/carried_line.js';
import {told, toldAll} from '../../web/words/words.js';
import {PICTURE_OPTIONS, measured, probed, runOf, strewn} from '../support/measured_runs.js';

const SYMBOLS = [...'((()))'];
const DEPTH = [1, 2, 3, 2, 1, 0];
const BROKEN = [0, 0, 0, 0, 0, 0];

/** Two examples, of which the second is looked at. @param {number[]} depth of the second */
const stated = (depth) =>
  strewn(
    Array.from({length: 12}, (_, i) => [i, 0]),
    {
      example: Array.from({length: 12}, (_, i) => Math.floor(i / 6)),
      time: Array.from({length: 12}, (_, i) => i % 6),
      hidden: {
        depth: {kind: 0, values: [9, 9, 9, 9, 9, 9, ...depth]},
        broken: {kind: 1, values: [...BROKEN, ...BROKEN]},
      },
    },
  );

/** A memory of two units, of which the direction reads half of the first. @param {string} name @param {number[]} first @param {{r2?: number, depth?: number[], tap?: string}} [how] */
const model = (name, first, {r2 = 0.97, depth = DEPTH, tap = 'rnn.0.hidden'} = {}) => ({
  ...runOf(name, [
    probed(60, {
      depth: {together: r2, control: 0, units: [0.5, 0.1], direction: [0.5, 0]},
      broken: {together: 0.1, control: 0, units: [0, 0], direction: [0, 1]},
    }),
  ]),
  beside: {scatter: stated(depth)},
  look: {
    step: 60,
    symbols: SYMBOLS,
    taps: [
      {
        name: 'rnn.0.hidden_grad',
        axes: ['time', 'batch', 'unit'],
        shape: [6, 1, 2],
        data: new Float32Array(12).fill(7),
      },
      {
        name: tap,
        axes: ['time', 'batch', 'unit'],
        shape: [6, 1, 2],
        data: Float32Array.from(first.flatMap((value) => [value, 5])),
      },
    ],
  },
});

const OPTIONS = {...PICTURE_OPTIONS, example: 1};
const COUNTS = model('RNN', [102, 104, 106, 104, 102, 100]);
const SEES_LITTLE = model('Convolution', [4, 4, 4, 0, 0, 0], {r2: 0.6, tap: 'conv.0.hidden'});
const BOTH = [SEES_LITTLE, COUNTS];

test('a line is half of the first unit, moved to the mean of what is so', () => {
  const rows = carried.table(BOTH, OPTIONS).rows;
  const read = (/** @type {string} */ name) => rows.filter(([of]) => of === name).map((row) => row.at(-1));
  assert.deepEqual(read('RNN'), DEPTH);
  assert.deepEqual(read('Convolution'), [2.5, 2.5, 2.5, 0.5, 0.5, 0.5]);
  assert.deepEqual(
    rows.slice(0, 6).map((row) => row[4]),
    DEPTH,
  );
});

test('of what the task states, that is shown which is told best, or what is chosen', () => {
  const {controls = []} = carried.scene(BOTH, OPTIONS);
  assert.deepEqual(
    controls.map(({name, choices}) => [name, ...choices.map(({value}) => value)]),
    [['of', 0, 1, 2]],
  );
  assert.match(told(carried.describe(BOTH, OPTIONS).found[1]), /how many brackets are open/);
  const other = {...OPTIONS, choice: {of: 2}};
  assert.match(told(carried.describe(BOTH, other).found[0]), /whether a bracket did not fit/);
});

test('it says who follows most closely, and of each how far it is away', () => {
  assert.deepEqual(carried.describe(BOTH, OPTIONS).found.map(told), [
    'RNN follows how many brackets are open most closely, on the mean 0.00 away; Convolution least, 0.83.',
    'Convolution: on the mean the line is 0.83 away from how many brackets are open (R² on other examples 0.60).',
    'RNN: on the mean the line is 0.00 away from how many brackets are open (R² on other examples 0.97).',
  ]);
  assert.equal(
    carried.describe([COUNTS, model('other', [4, 6, 8, 6, 4, 2])], OPTIONS).found.length,
    2,
    'both the same',
  );
});

test('"lost" is where the one that is farthest is farthest, in any order of the models', () => {
  for (const runs of [BOTH, BOTH.toReversed()]) {
    const mark = carried.mark(runs, OPTIONS, 'lost');
    assert.ok(mark);
    assert.deepEqual([runs[mark.row].name, mark.column, mark.label], ['Convolution', 0, '2.50']);
    assert.equal(
      told(mark.words),
      'after “(” (symbol 1) how many brackets are open is 1; read off Convolution it is 2.50, off RNN 1.00'.replace(
        'symbol',
        'number',
      ),
    );
    assert.deepEqual(carried.locate(runs, OPTIONS, mark.x, mark.y), {column: mark.column, row: mark.row});
  }
  assert.equal(carried.mark(BOTH, OPTIONS, 'farthest'), null);
  assert.equal(carried.mark([COUNTS, model('other', [4, 6, 8, 6, 4, 2])], OPTIONS, 'lost'), null);
});

test('after a fault nothing is known, and nothing is read', () => {
  const runs = [model('RNN', [2, 4, 6, 4, 2, 0], {depth: [1, 2, NaN, NaN, NaN, NaN]})];
  assert.deepEqual(
    carried.table(runs, OPTIONS).rows.map((row) => row.at(-1)),
    [1, 2, '', '', '', ''],
  );
  assert.match(toldAll(carried.readout(runs, OPTIONS, {column: 3, row: 0})), /nothing is known/);
});

test('what a memory read backwards keeps, or one with other units, is not read', () => {
  for (const tap of ['rnn.0.reverse.hidden', 'seq2seq.encoder.0.hidden'])
    assert.match(told(carried.describe([model('RNN', DEPTH, {tap})], OPTIONS).found[0]), /no line can be read/);
  const narrow = {...COUNTS, found: measured(60, [])};
  assert.match(told(carried.describe([narrow], OPTIONS).found[0]), /no line can be read/);
});

test('it asks for points of the example that is looked at', () => {
  assert.deepEqual(carried.asks({example: 11})[1], {measure: 'scatter', options: {examples: 12}});
  assert.deepEqual(carried.asks({example: 2})[1], {measure: 'scatter', options: {examples: 8}});
});
