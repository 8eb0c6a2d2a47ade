// Where models fail and forget, in numbers: what is drawn and said against measurements that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {scoreOf, scoresByGap, stretchOf} from '../../web/charts/compare/gap_scores.js';
import * as gaps from '../../web/charts/compare/gaps.js';
import * as lengths from '../../web/charts/compare/lengths.js';
import {colourScale} from '../../web/charts/colour.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {byGap, byLength, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';

const NONE = NaN;
/** @param {{describe: Function}} picture @param {import('../support/measured_runs.js').Run[]} runs @returns {string[]} */
const said = (picture, runs) => picture.describe(runs, PICTURE_OPTIONS).found.map(told);

test('lengths: how much is right within and beyond what was trained on, and from where on fewer than half', () => {
  const accuracy = [[1, NONE, NONE, NONE], [1, 0.5, NONE, NONE], [1, 0.5, 0.25, NONE], [1, 0.5, 0, 0]]; // prettier-ignore
  const breaks = runOf('GRU', [byLength([1, 2, 3, 4], [1, 0.75, 0.25, 0], accuracy, 2)]);
  const never = runOf('Transformer', [byLength([1, 2, 3, 4], [1, 1, 1, 1], accuracy, 2)]);
  assert.deepEqual(said(lengths, [breaks, never]), [
    'GRU has 88 % right as a whole up to the trained length 2, and 13 % beyond it; fewer than half from length 3 on.',
    'Transformer has 100 % right as a whole up to the trained length 2, and 100 % beyond it.',
  ]);
  const unlearned = runOf('RNN', [byLength([1, 2], [0.1, 0], [[0.1, NONE], [0, 0]], 2)]); // prettier-ignore
  assert.deepEqual(
    said(lengths, [unlearned]),
    ['RNN has 5 % right as a whole.'],
    'nothing to fall from, and nothing beyond',
  );
});

test('lengths: single answers are drawn, read and told in the place of whole sequences where that is chosen', () => {
  const accuracy = [[1, NONE], [0.5, 0.25]]; // prettier-ignore
  const [low, high] = [accuracy, [[1, NONE], [1, 1]]].map((one, i) => runOf(`M${i}`, [byLength([2, 3], [0, 0], one, 3)])); // prettier-ignore
  const each = {...PICTURE_OPTIONS, choice: {counted: 1}};
  assert.deepEqual(lengths.scene([low], each).controls?.map(({name}) => name), ['counted']); // prettier-ignore
  assert.equal(
    lengths.describe([low], each).found.map(told)[0],
    'Of single answers M0 has right: 100 % at length 2, 38 % at length 3.',
  );
  assert.match(
    toldAll(lengths.readout([low], each, {column: 1, row: 0})),
    /of the answers to examples of length 3, 38 % are right/,
  );
  assert.ok(
    lengths.scene([low], {...each, brief: true}).height < lengths.scene([low], each).height,
    'in brief the lines alone',
  );
  const mark = lengths.mark([high, low], each, 'farthest_apart');
  assert.ok(mark);
  assert.deepEqual([mark.column, mark.row], [1, 1], 'where they differ most, at the line of who has less');
  assert.equal(told(mark.words), 'length 3, where M0 has 38 % right and M1 100 %');
  assert.equal(lengths.mark([high, low], PICTURE_OPTIONS, 'farthest_apart'), null, 'as whole sequences they are alike');
  assert.equal(lengths.mark([high, low], each, 'farthest'), null);
  const single = runOf('RNN', [byLength([1, 2], [0.1, 0], [[0.1], [0]], 2)]); // prettier-ignore
  assert.deepEqual(lengths.scene([single], PICTURE_OPTIONS).controls, [], 'one answer is the whole');
});

test('lengths: a cell of the map has the colour of its share, and an answer that no example has is no cell', () => {
  const accuracy = [[1, NONE], [0.5, 0]]; // prettier-ignore
  const run = runOf('GRU', [byLength([3, 4], [1, 0], accuracy, 3)]);
  const ctx = fakeContext();
  lengths.draw(ctx, [run], PICTURE_OPTIONS);
  const colour = colourScale('sequential', 0, 1, COLOURS.dark);
  const cells = ctx.rects.filter(({width, fill}) => width > 30 && fill.startsWith('rgb'));
  assert.deepEqual(
    cells.map(({fill}) => fill),
    [colour(1), colour(0.5), colour(0)],
  );
  const [first, , last] = cells;
  assert.ok(last.x > first.x && last.y > first.y, 'longer to the right, later downward');
  assert.equal(ctx.strokes.filter(({colour: ink}) => ink === 'ink').length, 1, 'what was trained on is framed');
  assert.ok(textsOn(ctx).includes('trained on'));
});

test('lengths: whole sequences, single answers, and what is longer than anything trained on are read apart', () => {
  const run = runOf('GRU', [byLength([3, 4], [0.5, 0], [[1, NONE], [0.5, 0.25]], 3)]); // prettier-ignore
  const read = (/** @type {number} */ column, /** @type {number} */ row) =>
    toldAll(lengths.readout([run], PICTURE_OPTIONS, {column, row}));
  assert.equal(read(0, 0), 'GRU, step 30: of examples of length 3 it has 50 % right as a whole.');
  assert.equal(
    read(1, 2),
    'GRU, step 30: at length 4, answer 2 is right in 25 %. It was never trained on examples so long.',
  );
  const {rows} = lengths.table([run]);
  assert.deepEqual(rows, [
    ['GRU', 30, 3, 'whole', 0.5],
    ['GRU', 30, 3, 1, 1],
    ['GRU', 30, 4, 'whole', 0],
    ['GRU', 30, 4, 1, 0.5],
    ['GRU', 30, 4, 2, 0.25],
  ]);
});

test('lengths: the last answer of each length is named the end where it is the sign for it', () => {
  const accuracy = [[1, 0.25, NONE], [1, 1, 0.75]]; // prettier-ignore
  const [ended, open] = [1, 0].map((ends) => runOf('GRU', [byLength([1, 2], [0.5, 0], accuracy, 2, ends)]));
  const texts = [ended, open].map((run) => {
    const ctx = fakeContext();
    lengths.draw(ctx, [run], PICTURE_OPTIONS);
    return ctx.texts.filter(({x}) => x === 23).map(({text}) => text);
  });
  assert.deepEqual(texts, [['1', 'end', '2'], ['1', '3']]); // prettier-ignore
  const read = (/** @type {any} */ run, /** @type {number} */ column, /** @type {number} */ row) =>
    toldAll(lengths.readout([run], PICTURE_OPTIONS, {column, row}));
  assert.equal(read(ended, 0, 2), 'GRU, step 30: at length 1, the end of the answer is right in 25 %.');
  assert.equal(read(ended, 1, 2), 'GRU, step 30: at length 2, answer 2 is right in 100 %.');
  assert.equal(read(ended, 1, 3), 'GRU, step 30: at length 2, the end of the answer is right in 75 %.');
  assert.equal(read(open, 1, 3), 'GRU, step 30: at length 2, answer 3 is right in 75 %.');
});

test('lengths: where each example has one answer there is a line and no map', () => {
  const run = runOf('GRU', [byLength([3, 4], [0.5, 0], [[0.5], [0]], 3)]);
  const ctx = fakeContext();
  lengths.draw(ctx, [run], PICTURE_OPTIONS);
  assert.equal(lengths.scene([run], PICTURE_OPTIONS).rows, 1);
  assert.ok(ctx.rects.every(({fill}) => !fill.startsWith('rgb')));
});

test('gaps: neighbours are taken together by their answers, in stretches that are the same for all', () => {
  const at = Array.from({length: 40}, (_, i) => i);
  const one = byGap(at, {accuracy: at.map((gap) => (gap % 2 ? 1 : 0)), answers: at.map((gap) => (gap % 2 ? 3 : 1))});
  assert.equal(stretchOf([one]), 5);
  assert.deepEqual(scoresByGap(one, 'accuracy', 2)[0], {from: 0, to: 1, answers: 4, value: 0.75});
  assert.equal(scoresByGap(one, 'accuracy', 5).length, 8);
  assert.deepEqual(scoresByGap(byGap([-3, 2], {accuracy: [1, 0], answers: [2, 0]}), 'accuracy', 5), [
    {from: -5, to: -1, answers: 2, value: 1},
  ]);
  assert.equal(scoreOf([one, byGap([1], {error: [2], answers: [1]})]), 'error', 'what all of them have');
});

test('gaps: near beside far, and what lies beyond the trained lengths is read besides', () => {
  const scores = {
    accuracy: [1, 0.5, 0.125],
    answers: [8, 8, 8],
    longer_accuracy: [NONE, NONE, 0.25],
    longer_answers: [0, 0, 4],
  };
  const run = runOf('GRU', [byGap([1, 2, 3], scores)]);
  assert.deepEqual(said(gaps, [run]), ['GRU: 100 % right at a gap of 1, 13 % right at a gap of 3.']);
  assert.equal(
    toldAll(gaps.readout([run], PICTURE_OPTIONS, {column: 2, row: 0})),
    'GRU, step 50, a gap of 3: 13 % right, of 8 answers. In longer examples 25 % right, of 4.',
  );
  const wrong = runOf('RNN', [byGap([1], {error: [0.1234], answers: [5]})]);
  assert.deepEqual(said(gaps, [wrong]), ['RNN: a squared error of 0.12 at a gap of 1.']);
});

test('gaps: of a few answers no sentence is made, and their dots are small', () => {
  const run = runOf('GRU', [byGap([1, 2, 3], {accuracy: [0.5, 0.25, 1], answers: [90, 40, 2]})]);
  assert.deepEqual(said(gaps, [run]), ['GRU: 50 % right at a gap of 1, 25 % right at a gap of 2.']);
  const ctx = fakeContext();
  /** @type {number[]} */
  const radii = [];
  ctx.arc = (_x, _y, radius) => void radii.push(radius);
  gaps.draw(ctx, [run], PICTURE_OPTIONS);
  assert.equal(radii.length, 3);
  assert.ok(radii[0] > radii[1] && radii[1] > radii[2]);
});

test('gaps: what guessing comes to is a line with its name', () => {
  const run = runOf('GRU', [byGap([1, 2], {accuracy: [1, 0], answers: [40, 40]})]);
  const ctx = fakeContext();
  gaps.draw(ctx, [run], {...PICTURE_OPTIONS, lines: [{value: 0.5, text: 'guessing'}]});
  const level = ctx.strokes.find(({dash, colour}) => dash.join() === '7,4' && colour === 'muted');
  assert.ok(textsOn(ctx).includes('guessing'));
  const line = ctx.strokes.find(
    ({colour, points}) => colour === run.colour && points.length === 2 && points[0][1] !== points[1][1],
  );
  const [top, bottom] = line ? line.points.map(([, y]) => y) : [NaN, NaN];
  const rung = (/** @type {string} */ text) => ctx.texts.find((one) => one.text === text)?.y;
  assert.deepEqual([top, bottom], [rung('100 %'), rung('0 %')]);
  assert.ok(top < bottom, 'all is up');
  assert.equal(level?.points[0][1], (top + bottom) / 2, 'half way between all and none');
});
