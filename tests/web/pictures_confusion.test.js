// What does each take for what, in numbers: cells, what is named, what changed and the table against counts that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {colourScale} from '../../web/charts/colour.js';
import * as confusion from '../../web/charts/compare/confusion.js';
import {
  changesOf,
  confusedMost,
  confusionOf,
  leaningOf,
  shareOf,
  symbolsOf,
} from '../../web/charts/compare/confusion_scores.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {confused, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';

const NAMES = ['a', 'b', 'c'];
/** “b” is often taken for “c”. */
const COUNTS = [[18, 1, 1], [2, 26, 12], [0, 1, 9]]; // prettier-ignore
/** @param {any[]} runs */
const said = (runs) => confusion.describe(runs).found.map(told);
/** @param {any} run @param {number} column @param {number} row */
const read = (run, column, row) => toldAll(confusion.readout([run], PICTURE_OPTIONS, {column, row}));

test('confusion: what is read of a cell is how often it was answered, of how often its row was asked', () => {
  const run = runOf('GRU', [confused(30, NAMES, COUNTS)]);
  assert.equal(read(run, 2, 1), 'GRU, step 30: asked “b”, it answers “c” 12 of 40 times.');
  assert.equal(read(run, 0, 0), 'GRU, step 30: asked “a”, it is right 18 of 20 times.');
  const rare = runOf('GRU', [confused(30, NAMES, [[4, 0, 2], [0, 0, 0], [1, 0, 1]])]); // prettier-ignore
  assert.equal(read(rare, 2, 1), 'GRU, step 30: “b” is never asked; it is answered 0 times.');
});

test('confusion: blanks, ends and nameless symbols have names, and those that share a row are the others', () => {
  const names = [' ', '·', '', ''];
  const run = runOf('GRU', [confused(30, names, [[1, 2, 0, 3], [0, 1, 1, 0], [1, 0, 0, 0], [2, 0, 0, 4]], {at: [3, 4, 7, -1], others: 5})]); // prettier-ignore
  assert.match(read(run, 1, 0), /asked space, it answers the end 2 of 6 times/);
  assert.match(read(run, 3, 1), /asked the end, it answers another symbol 0 of 2 times/);
  assert.match(read(run, 0, 2), /asked no symbol, it answers space 1 of 1 times/);
  assert.match(read(run, 3, 3), /asked another symbol, it answers another symbol 4 of 6 times/);
});

test('confusion: models that answer other symbols have the same rows, and what one has among its others is said so', () => {
  const few = confusionOf(confused(30, ['a', 'b'], [[3, 1], [0, 2]], {at: [4, 9]})); // prettier-ignore
  const many = confusionOf(confused(30, ['a', 'c', ''], [[3, 0, 1], [0, 0, 0], [1, 1, 1]], {at: [4, 6, -1], others: 2})); // prettier-ignore
  assert.deepEqual(symbolsOf([few, many]), [4, 6, 9, -1]);
  assert.equal(few.times(4, 6), 0);
  assert.ok(Number.isNaN(many.times(4, 9)) && Number.isNaN(shareOf(many, 9, 4)));
  assert.equal(many.times(4, -1), 1);
  const runs = [runOf('GRU', [confused(30, ['a', 'b'], [[3, 1], [0, 2]], {at: [4, 9]})]), runOf('RNN', [confused(30, ['a', 'c', ''], [[3, 0, 1], [0, 0, 0], [1, 1, 1]], {at: [4, 6, -1], others: 2})])]; // prettier-ignore
  assert.deepEqual(confusion.scene(runs, PICTURE_OPTIONS).rows, 8);
  assert.match(
    toldAll(confusion.readout(runs, PICTURE_OPTIONS, {column: 2, row: 4})),
    /^RNN, step 30: one of “a” and “b” is so rare for it/,
  );
});

test('confusion: cells are as bright as their part of the row, all models on one scale; right answers are framed', () => {
  const runs = [runOf('GRU', [confused(30, NAMES, COUNTS)]), runOf('RNN', [confused(30, NAMES, [[1, 0, 0], [1, 0, 0], [1, 0, 0]])])]; // prettier-ignore
  const ctx = fakeContext();
  confusion.draw(ctx, runs, PICTURE_OPTIONS);
  const colour = colourScale('sequential', 0, 1, COLOURS.dark);
  const shares = [...COUNTS.flatMap((row) => row.map((n) => n / row.reduce((a, b) => a + b))), ...NAMES.flatMap(() => [1, 0, 0])]; // prettier-ignore
  assert.deepEqual(ctx.rects.slice(0, 18).map(({fill}) => fill), shares.map(colour)); // prettier-ignore
  const cells = ctx.rects.slice(0, 18);
  for (const i of [0, 4, 8, 9, 13, 17]) {
    const around = ctx.outlines.filter(({x, y}) => Math.abs(x - cells[i].x) < 2 && Math.abs(y - cells[i].y) < 2);
    assert.ok(around.length > 0, `cell ${i}`);
  }
  for (const name of NAMES) assert.equal(textsOn(ctx).filter((text) => text === name).length, 4);
});

test('confusion: with many symbols as many names stand on an axis as can be read', () => {
  const names = Array.from({length: 40}, (_, i) => String.fromCharCode(97 + i));
  const run = runOf('GRU', [confused(30, names, names.map((_, i) => names.map((__, j) => Number(i === j))))]); // prettier-ignore
  for (const width of [300, 900]) {
    const ctx = fakeContext();
    confusion.draw(ctx, [run], {...PICTURE_OPTIONS, width});
    const rows = ctx.texts.filter(({text, x}) => names.includes(text) && x < 14);
    assert.ok(rows.length >= 13);
    rows.slice(1).forEach(({y}, i) => assert.ok(y - rows[i].y >= 11));
  }
});

test('confusion: the most frequent one is named if it is a tenth of the mistakes, and frequent for so few symbols', () => {
  const most = (/** @type {number[][]} */ counts) => confusedMost(confusionOf(confused(30, counts.map((_, i) => `${i}`), counts))); // prettier-ignore
  assert.deepEqual(most(COUNTS), {asked: 1, answered: 2, times: 12, of: 40});
  assert.equal(most([[9, 5, 5], [5, 9, 6], [5, 5, 9]]), null); // prettier-ignore
  assert.equal(most([[9, 0, 0], [0, 9, 2], [0, 0, 9]]), null); // prettier-ignore
  assert.equal(most([[9, 0, 3], [0, 9, 3], [0, 0, 9]]), null, 'two are equally frequent'); // prettier-ignore
  /** @type {number[][]} */
  const even = Array.from({length: 10}, (_, i) => Array.from({length: 10}, (__, j) => (i === j ? 50 : 1)));
  assert.equal(most(even), null);
  even[3][8] = 11;
  assert.deepEqual(most(even), {asked: 3, answered: 8, times: 11, of: 69});
  even[3][8] = 9;
  assert.equal(most(even), null);
});

test('confusion: a symbol is named that is answered whatever is asked, but not where that is asked as often', () => {
  const leaning = (/** @type {number[][]} */ counts) => leaningOf(confusionOf(confused(30, ['a', 'b'], counts)));
  assert.deepEqual(leaning([[3, 7], [2, 8]]), {answered: 1, part: 0.75}); // prettier-ignore
  assert.equal(leaning([[1, 3], [2, 14]]), null); // prettier-ignore
  assert.equal(leaning([[0, 0], [0, 0]]), null); // prettier-ignore
});

test('confusion: sentences say how much is right, what stands out, and which examples changed since before', () => {
  const right = [1, 0.5, 1, 0, NaN, 0.25];
  const before = confused(10, NAMES, COUNTS, {right});
  const now = confused(30, NAMES, COUNTS, {right: [1, 1, 0.5, 0.25, NaN, 0]});
  assert.deepEqual(said([runOf('GRU', [before])]), [
    'GRU: of 70 answers 76 % are right; its most frequent confusion is “c” where “b” is right (12 of 40 times).',
  ]);
  assert.deepEqual(changesOf(runOf('GRU', [before, now])), {
    ...{from: 10, examples: 5, right: 1, wrong: 1, better: 1, worse: 1},
  });
  assert.match(
    said([runOf('GRU', [before, now])])[0],
    /times\)\. Since step 10, of 5 examples 1 came right, 1 went wrong, 1 became better, 1 became worse\.$/,
  );
  assert.match(
    said([runOf('GRU', [before, confused(30, NAMES, COUNTS, {right})])])[0],
    /Since step 10 none of 5 examples has more or fewer right answers\.$/,
  );
  assert.equal(changesOf(runOf('GRU', [confused(10, NAMES, COUNTS, {right: [1]}), now])), null);
  assert.equal(changesOf(runOf('GRU', [now, confused(30, NAMES, COUNTS, {right})])), null);
  assert.match(said([runOf('RNN', [confused(0, ['a', 'b'], [[0, 9], [0, 3]])])])[0], /25 % are right; 100 % of its answers are “b”, whatever is right\.$/); // prettier-ignore
  assert.match(said([runOf('RNN', [confused(0, ['a', 'b'], [[9, 0], [0, 3]])])])[0], /100 % are right and nothing is confused\.$/); // prettier-ignore
  assert.match(said([runOf('RNN', [confused(0, ['a', 'b'], [[9, 1], [1, 9]])])])[0], /90 % are right; no confusion stands out\.$/); // prettier-ignore
  assert.equal(said([runOf('RNN', [confused(0, [], [])])])[0], 'RNN: nothing was asked.');
});

test('confusion: the table has every answer that was given', () => {
  const {columns, rows} = confusion.table([runOf('GRU', [confused(30, ['a', ' ', ''], [[4, 0, 1], [2, 0, 0], [0, 0, 7]], {at: [1, 2, -1], others: 3})])]); // prettier-ignore
  assert.deepEqual(columns.map(({id}) => id), ['model', 'step', 'asked', 'answered', 'times', 'times_asked']); // prettier-ignore
  assert.deepEqual(rows, [
    ['GRU', 30, 'a', 'a', 4, 5],
    ['GRU', 30, 'a', 'others', 1, 5],
    ['GRU', 30, '␣', 'a', 2, 2],
    ['GRU', 30, 'others', 'others', 7, 7],
  ]);
});
