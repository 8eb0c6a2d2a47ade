// What a chapter wants seen on a picture: chosen by what it is, ringed where it is drawn, and nothing where nothing stands out.
import assert from 'node:assert/strict';
import test from 'node:test';
import {PICTURES} from '../../web/charts/compare/index.js';
import {fraction} from '../../web/charts/compare/numbers.js';
import * as reach from '../../web/charts/compare/reach.js';
import * as look from '../../web/charts/look/look.js';
import {drawMark} from '../../web/elements/compare/mark.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, influenced, measured, reached, runOf} from '../support/measured_runs.js';

const falling = (/** @type {number} */ factor) => Array.from({length: 50}, (_, back) => factor ** back);
const GRU = runOf('GRU 32', [reached(400, falling(0.99))]);
const RNN = runOf('RNN 32', [reached(400, falling(0.6))]);
const BRIEF = {...PICTURE_OPTIONS, brief: true};

test('reach: the farthest of who learns least from there, at its height, in any order of the models', () => {
  for (const runs of [
    [GRU, RNN],
    [RNN, GRU],
  ]) {
    const mark = reach.mark(runs, BRIEF, 'farthest');
    assert.ok(mark);
    assert.equal(runs[mark.row], RNN);
    const there = reach.locate(runs, BRIEF, mark.x, mark.y);
    assert.equal(there?.row, mark.row, 'its own line is nearest');
    assert.ok(there.column < 5, 'among the farthest tenth');
    assert.match(told(mark.words), /^number 3, 47 before the last, which for RNN 32 counts 1\/10/);
    assert.deepEqual(mark.label, fraction(0.6 ** 47), 'what that place has, not those around it');
    assert.match(toldAll(reach.readout(runs, BRIEF, mark)), /RNN 32/);
  }
});

test('reach: nothing is marked where nobody is ten times apart, nor for a selector that it does not know', () => {
  const near = runOf('RNN 32', [reached(400, falling(0.98))]);
  assert.equal(reach.mark([GRU, near], BRIEF, 'farthest'), null);
  assert.equal(reach.mark([RNN], BRIEF, 'farthest'), null);
  assert.equal(reach.mark([GRU, RNN], BRIEF, 'nearest'), null);
});

test('reach in brief asks for nothing beside, and draws less', () => {
  assert.deepEqual(
    reach.asks(BRIEF).map(({measure}) => measure),
    ['reach'],
  );
  assert.deepEqual(
    reach.asks(PICTURE_OPTIONS).map(({measure}) => measure),
    ['reach', 'spectrum', 'saturation'],
  );
  assert.ok(reach.scene([GRU, RNN], BRIEF).height < reach.scene([GRU, RNN], PICTURE_OPTIONS).height);
});

const EVEN = Array.from({length: 5}, () => Array(5).fill(0.2));
/** Each row looks at the one that mirrors it. @param {number} share */
const mirrored = (share) =>
  EVEN.map((row, query) => row.map((_, key) => (key === 4 - query ? share : (1 - share) / 4)));

/** @param {string} name @param {number[][]} rows */
function looking(name, rows) {
  const data = Float32Array.from(rows.flat());
  const tap = {
    name: 'transformer.encoder.0.attention',
    axes: ['batch', 'head', 'query', 'key'],
    shape: [1, 1, 5, 5],
    data,
  };
  const gradient = influenced([0, 1, 2, 3, 4], EVEN);
  return {...runOf(name, [gradient]), look: {step: 40, taps: [tap], symbols: [...'abcde'], source: [...'abcde']}};
}

test('look: what is looked at first, of who then looks most at one place; the cell that is drawn there', () => {
  const runs = [looking('without', EVEN), looking('with', mirrored(0.8))];
  const mark = look.mark(runs, BRIEF, 'first_written');
  assert.ok(mark);
  assert.deepEqual(look.locate(runs, BRIEF, mark.x, mark.y), {column: mark.column, row: 1});
  assert.match(told(mark.words), /^what with writes first it takes from .*5\): 80 % of its look goes there$/);
  assert.equal(typeof mark.label === 'string' ? mark.label : told(mark.label), '80 %');
});

test('look: the row that looks most at one place, whichever it is', () => {
  const rows = mirrored(0.7).map((row, query) => (query === 3 ? [0.02, 0.94, 0.02, 0.01, 0.01] : row));
  const runs = [looking('without', EVEN), looking('with', rows)];
  const mark = look.mark(runs, BRIEF, 'surest');
  assert.ok(mark);
  assert.deepEqual(look.locate(runs, BRIEF, mark.x, mark.y), {column: mark.column, row: 4});
  assert.match(told(mark.words), /^94 % of the look of with at .*“d”.* goes to .*“b”/);
  assert.equal(look.mark([looking('without', EVEN)], BRIEF, 'surest'), null);
});

test('look: a row that looks everywhere alike is not marked, nor what a model without heads depends on', () => {
  assert.equal(look.mark([looking('without', EVEN)], BRIEF, 'first_written'), null);
  assert.equal(
    look.mark([looking('with', mirrored(0.55))], BRIEF, 'first_written'),
    null,
    'of five places three times as much is 60 %',
  );
  const gradient = runOf('GRU', [influenced([0, 1], [[1, 0], [0, 1]])]); // prettier-ignore
  assert.equal(look.mark([gradient], BRIEF, 'first_written'), null);
});

test('look in brief: one square a model, side by side on a phone', () => {
  const runs = [looking('without', EVEN), looking('with', mirrored(0.8))];
  const narrow = {...BRIEF, width: 360};
  assert.ok(look.scene(runs, narrow).height < 300);
  const mark = look.mark(runs, narrow, 'first_written');
  assert.ok(mark && mark.x > 180);
});

test('no picture marks anything that it was not asked for, and an unmeasured one nothing', () => {
  for (const {meta, mark} of PICTURES) {
    if (!mark) continue;
    assert.equal(mark([runOf('empty', [measured(0, [])])], BRIEF, 'farthest'), null, meta.id);
  }
});

test('a ring stays on the picture, its word on the side where there is room', () => {
  for (const x of [0, 200, 640]) {
    const ctx = fakeContext();
    drawMark(ctx, {column: 0, row: 0, x, y: 100, label: '1/3,400', words: {key: 'compare.unmarked'}}, BRIEF);
    const [{x: at, text}] = ctx.texts;
    assert.equal(text, '1/3,400');
    assert.ok(at > 0 && at < BRIEF.width, `${x}: ${at}`);
    assert.equal(at > x, x < BRIEF.width / 2);
  }
});
