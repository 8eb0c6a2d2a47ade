// What models expect, in numbers: guesses, marks, sentences and table against distributions that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {colourScale} from '../../web/charts/colour.js';
import * as expect from '../../web/charts/expect/expect.js';
import {readOf} from '../../web/charts/expect/example_read.js';
import {
  courseOf,
  firstSince,
  lensOf,
  livelyAnswer,
  rankOf,
  symbolsOver,
  truthOf,
} from '../../web/charts/expect/expectations.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {lensed, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';

const names = ['a', 'b', 'c', 'd'];
/** Two answers: “b” and “d”. @param {number} step @param {number[][]} below @param {number[][]} above @param {number[]} accuracy */
const found = (step, below, above, accuracy) =>
  lensed(step, {layers: {'transformer.embedding': below, 'transformer.0': above}, right: [1, 3], names, accuracy});
const EVEN = [0.4, 0.3, 0.2, 0.1];
const FIRST = found(0, [EVEN, EVEN], [EVEN, EVEN], [0.25, 0.25]);
const SECOND = found(50, [EVEN, EVEN], [EVEN, [0.1, 0.2, 0.3, 0.4]], [0.25, 0.5]);
const THIRD = found(90, [[0.1, 0.6, 0.2, 0.1], EVEN], [[0.2, 0.7, 0.06, 0.04], [0.05, 0.1, 0.15, 0.7]], [0.3, 0.9]); // prettier-ignore
const run = () => runOf('Transformer', [FIRST, SECOND, THIRD]);

test('expect: a cell of a layer is read below what is shown of it, and the last is the model itself', () => {
  const one = [[1, 0]];
  const layers = {'lstm.0': one, 'lstm.1': one, 'lstm.0.cell': [[0.2, 0.8]], 'lstm.1.cell': one};
  const lens = lensOf(lensed(3, {layers, right: [0], names: ['x', 'y'], guesses: 2, accuracy: [0.1, 0.2, 0.3, 0.4]}));
  assert.deepEqual(lens.layers, ['lstm.0.cell', 'lstm.0', 'lstm.1.cell', 'lstm.1']);
  assert.deepEqual(lens.accuracy, [0.3, 0.1, 0.4, 0.2]);
  assert.deepEqual(lens.guesses(0, 0)[0], {symbol: 1, p: 0.8});
});

test('expect: what is right is known by its probability, also where it is no first guess', () => {
  const [lens] = courseOf(run());
  assert.equal(truthOf([lens], 0), 1);
  assert.ok(Number.isNaN(truthOf([lens], 1)), 'of three guesses the fourth is none');
  assert.equal(truthOf(courseOf(run()), 1), 3, 'a later step names it');
  assert.deepEqual([rankOf(lens, 1, 0), rankOf(lens, 1, 1)], [2, 4]);
});

test('expect: what is right is also known by what another model names', () => {
  const other = runOf('GRU', [SECOND]);
  const first = runOf('Transformer', [FIRST]);
  const answers = (/** @type {any[]} */ of) => {
    const ctx = fakeContext();
    expect.draw(ctx, of, PICTURE_OPTIONS);
    const y = ctx.texts.find(({text}) => text === 'right')?.y ?? NaN;
    return ctx.texts.filter((one) => Math.abs(one.y - y) < 1 && names.includes(one.text)).map(({text}) => text);
  };
  assert.deepEqual(answers([first]), ['b']);
  assert.deepEqual(answers([first, other]), ['b', 'd']);
});

test('expect: the answer is shown whose guess changed most, and since when it is right', () => {
  const course = courseOf(run());
  assert.deepEqual(livelyAnswer([course]), {answer: 1, changed: true});
  assert.deepEqual([firstSince(course, 0), firstSince(course, 1)], [90, 50]);
  assert.deepEqual(livelyAnswer([courseOf(runOf('x', [FIRST]))]), {answer: 1, changed: false});
  const rows = symbolsOver(course, 1, 1, 2, 3);
  assert.deepEqual(rows, [
    {symbol: 3, right: true, p: [0, 0.4, 0.7]},
    {symbol: 2, right: false, p: [0.2, 0.3, 0.15]},
  ]);
});

test('expect: sentences say layer by layer what is right on average, and since when at the place shown', () => {
  const {found: all} = expect.describe([run()], PICTURE_OPTIONS);
  assert.deepEqual(all.map(told), [
    'Answer 2 is shown over training: there the guesses changed most.',
    'Transformer: first guesses right: 30 % after the symbols themselves, 90 % after layer 1; from layer 1 on more than half. ' +
      'At answer 2 the right answer “d” stands first (70 %), since step 50.',
  ]);
  const options = {...PICTURE_OPTIONS, picked: {column: 0, row: 0}};
  assert.match(told(expect.describe([run()], options).found[0]), /Answer 1 .* as picked/);
  assert.match(
    told(expect.describe([runOf('T', [FIRST])], PICTURE_OPTIONS).found[1]),
    /25 % after layer 1; never more than half\. At answer 2 the right answer is far behind \(10 %\)\.$/,
  );
});

test('expect: each cell has the colour of its first guess, layers upward, and what is right is bold with a line below', () => {
  const ctx = fakeContext();
  expect.draw(ctx, [run()], PICTURE_OPTIONS);
  const colour = colourScale('sequential', 0, 1, COLOURS.dark);
  const cells = ctx.rects.filter(({fill, height}) => fill.startsWith('rgb') && height === 22);
  assert.deepEqual(
    cells.map(({fill}) => fill),
    [0.7, 0.6, 0.7, 0.4].map(colour),
    'answer by answer, the top layer first',
  );
  assert.ok(cells[0].y < cells[1].y && cells[0].x === cells[1].x && cells[2].x > cells[0].x);
  const lines = ctx.rects.filter(({height, width}) => height === 2 && width > 4);
  assert.equal(lines.length, 3, '“b” after both layers, “d” after the last');
  const bold = ctx.texts.filter(({font, text}) => /^700 /.test(font) && names.includes(text));
  assert.deepEqual(bold.map(({text}) => text).sort(), ['b', 'b', 'd', 'd'], 'in the cells, and in the course');
});

test('expect: the course has a cell a symbol and step, and bars of what is expected now', () => {
  const ctx = fakeContext();
  const one = run();
  expect.draw(ctx, [one], PICTURE_OPTIONS);
  const colour = colourScale('sequential', 0, 1, COLOURS.dark);
  const cells = ctx.rects.filter(({fill, height}) => fill.startsWith('rgb') && height === 16);
  assert.deepEqual(cells.slice(0, 3).map(({fill}) => fill), [0, 0.4, 0.7].map(colour)); // prettier-ignore
  const bars = ctx.rects.filter(({fill, height}) => fill === one.colour && height === 8);
  assert.ok(Math.abs(bars[0].width / bars[1].width - 0.7 / 0.15) < 1e-9);
  assert.ok(textsOn(ctx).includes('Answer 2 over training · now'));
});

test('expect: going back to a step shows what was guessed then', () => {
  const options = {...PICTURE_OPTIONS, picked: {column: 2, row: 0}};
  const ctx = fakeContext();
  expect.draw(ctx, [run()], options);
  assert.ok(textsOn(ctx).includes('step 0'));
  assert.equal(told(expect.detail([run()], options)?.title ?? {key: ''}), 'As it was at step 0');
  assert.equal(
    toldAll(expect.readout([run()], PICTURE_OPTIONS, {column: 3, row: 0})),
    'Transformer, step 50, answer 2 after layer 1: “d” 40 %, “c” 30 %, “b” 20 %. Here the right answer “d” stands first (40 %).',
  );
});

test('expect: a picked cell is told layer by layer; places of the example are those where answers stand', () => {
  const options = {...PICTURE_OPTIONS, picked: {column: 0, row: 1}};
  assert.deepEqual(expect.detail([run()], options)?.lines.map(told), [
    'After the symbols themselves: “b” 60 %, “c” 20 %, “a” 10 %; the right answer “b” stands first (60 %).',
    'After layer 1: “b” 70 %, “a” 20 %, “c” 6 %; the right answer “b” stands first (70 %).',
  ]);
  const later = lensed(5, {layers: {'a.0': [EVEN, EVEN]}, right: [0, 0], names, at: [4, 7]});
  const look = {step: 5, taps: [], symbols: [], asked: []};
  const one = [{...runOf('x', [later]), look}];
  assert.deepEqual(expect.place(one, PICTURE_OPTIONS, {column: 1, row: 0}), {stream: 'input', index: 7});
  assert.deepEqual(expect.at(one, PICTURE_OPTIONS, {stream: 'input', index: 4}), {column: 0, row: 0});
  assert.equal(expect.at(one, PICTURE_OPTIONS, {stream: 'input', index: 5}), null);
  const text = [{...one[0], look: {...look, asked: undefined}}];
  assert.equal(
    expect.place(text, PICTURE_OPTIONS, {column: 1, row: 0}),
    null,
    'a look at a text is at another passage',
  );
});

test('expect: symbols of a look are written where it is a look at the same example', () => {
  const lens = lensOf(THIRD);
  const read = (/** @type {any} */ look) => readOf({run: {...run(), look}, naming: [lens], lens});
  assert.deepEqual(read({symbols: ['p', 'q'], asked: ['b', 'd']}), ['p', 'q']);
  assert.deepEqual(
    read({symbols: ['→', 'x'], asked: ['b', 'd'], written: ['x', 'd']}),
    ['→', 'b'],
    'not what it wrote',
  );
  assert.equal(read({symbols: ['p', 'q'], asked: ['b', 'a']}), null, 'another example');
  assert.deepEqual(read({symbols: ['p', 'q']}), ['', 'b'], 'of a text: what had to come is read next');
  assert.equal(read(undefined), null);
});

test('expect: guesses and means are in the table', () => {
  const rows = expect.table([runOf('T', [THIRD])]).rows;
  assert.deepEqual(rows[0], ['T', 90, 'transformer.embedding', 'all', '', '', '', 0.3]);
  assert.deepEqual(rows[2], ['T', 90, 'transformer.embedding', 2, 'a', 0.4, 0.1, '']);
  assert.equal(rows.length, 6);
});
