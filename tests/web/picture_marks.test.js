// What a chapter wants seen on a picture: chosen by what it is, ringed where it is drawn, and nothing where nothing stands out.
import assert from 'node:assert/strict';
import test from 'node:test';
import {PICTURES} from '../../web/charts/compare/index.js';
import {fraction} from '../../web/charts/compare/numbers.js';
import * as lengths from '../../web/charts/compare/lengths.js';
import * as reach from '../../web/charts/compare/reach.js';
import * as look from '../../web/charts/look/look.js';
import * as kept from '../../web/charts/memory/kept.js';
import {keptOf} from '../../web/charts/memory/kept_parts.js';
import * as network from '../../web/charts/network/index.js';
import {drawMark} from '../../web/elements/compare/mark.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {conesOf, influenceOf, lookerOf} from '../support/networks.js';
import {
  PICTURE_OPTIONS,
  byLength,
  gated,
  influenced,
  measured,
  reached,
  runOf,
  scored,
  textsOn,
} from '../support/measured_runs.js';

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

test('reach: how far back positions count a hundredth, and nothing of single ones farther away', () => {
  const runs = [
    RNN,
    runOf('LSTM 32', [
      reached(
        400,
        falling(0.8).map((part, back) => (back === 40 ? 0.5 : part)),
      ),
    ]),
  ];
  const mark = reach.mark(runs, BRIEF, 'hundredth');
  assert.ok(mark);
  assert.equal(runs[mark.row].name, 'LSTM 32', 'who comes farthest');
  assert.equal(49 - mark.column, 20, '0.8 to the power of 20 is more than a hundredth, to that of 21 it is less');
  assert.match(told(mark.words), /^number 30, 20 before the last, which for LSTM 32 counts 1\/87/);
  assert.equal(reach.mark([runOf('RNN 32', [reached(400, Array(50).fill(NaN))])], BRIEF, 'hundredth'), null);
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

/** @param {string} name @param {number} open at every place, in one of two units; the other is half as open */
const keeping = (name, open) => ({
  ...runOf(name, [measured(9, [])]),
  look: gated('lstm', Array(20).fill([open / 2, open])),
});

test('kept: from each place to the end the gates after it are multiplied, in the unit of which most is left', () => {
  const rows = [[0, 1], [0.5, 0.25], [0.5, 1]]; // prettier-ignore
  for (const kind of /** @type {const} */ (['lstm', 'gru']))
    assert.deepEqual(keptOf(gated(kind, rows).taps), {most: [0.25, 1, 1], open: [0.5, 0.375, 0.75]});
  assert.equal(keptOf([]), null);
});

test('kept: what is left of the first place in who keeps least of it, in any order of the models', () => {
  const [open, half] = [keeping('open', 1), keeping('half', 0.5)];
  for (const runs of [
    [open, half],
    [half, open],
  ]) {
    const mark = kept.mark(runs, BRIEF, 'farthest');
    assert.ok(mark);
    assert.equal(runs[mark.row], half);
    assert.deepEqual(kept.locate(runs, BRIEF, mark.x, mark.y), {column: 0, row: mark.row});
    assert.deepEqual(mark.label, fraction(0.5 ** 19));
    assert.match(told(mark.words), /^of what half held at number 1, 1\/520,000 is left at the end/);
  }
  assert.equal(kept.mark([open, keeping('nearly', 0.95)], BRIEF, 'farthest'), null);
  assert.equal(kept.mark([half, runOf('RNN', [measured(9, [])])], BRIEF, 'farthest'), null);
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

test('look: the row that looks most at one symbol, though another looks more at another', () => {
  const rows = mirrored(0.7).map((row, query) => (query === 3 ? [0.02, 0.94, 0.02, 0.01, 0.01] : row));
  const runs = [looking('without', EVEN), looking('with', rows)];
  const mark = look.mark(runs, BRIEF, 'surest_at a');
  assert.ok(mark);
  assert.deepEqual(look.locate(runs, BRIEF, mark.x, mark.y), {column: mark.column, row: 5});
  assert.match(told(mark.words), /goes to .*“a”/);
  assert.equal(look.mark(runs, BRIEF, 'surest_at z'), null, 'no such symbol');
});

test('look: the head that looks at the symbol that is marked is drawn large, whichever is named after a score', () => {
  const toFirst = EVEN.map(() => [0.9, 0.04, 0.02, 0.02, 0.02]);
  const run = looking('two heads', [...mirrored(0.96), ...toFirst]);
  run.look.taps[0].shape = [1, 2, 5, 5];
  const largeOf = (/** @type {object} */ how) =>
    look.mark([run], /** @type {any} */ ({...BRIEF, ...how}), 'surest_at a')?.column;
  assert.deepEqual([largeOf({}), largeOf({marked: 'surest_at a'})], [0, 1]);
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

/** One head that looks at what followed the same letter before. @param {string} name @param {number} score @param {number} share */
function copying(name, score, share) {
  const run = looking(name, mirrored(0.4));
  const symbols = [...'abcab'];
  const rows = EVEN.map((row, query) =>
    row.map((_, key) => (query === 4 && key === 2 ? share : query === 3 && key === 0 ? 0.99 : 0)),
  );
  const tap = {...run.look.taps[0], name: 'transformer.1.attention', data: Float32Array.from(rows.flat())};
  const heads = scored({'transformer.1.attention': {previous: [0], induction: [score], copying: [0], entropy: [0.2]}});
  return {...run, beside: {heads}, look: {...run.look, taps: [tap], symbols, source: undefined}};
}

test('look: the head with the highest induction score, where it looks most at what followed the same symbol', () => {
  const runs = [copying('one', 0.5, 0.95), copying('two', 0.8, 0.9), looking('none', EVEN)];
  const mark = look.mark(runs, BRIEF, 'best_induction_head');
  assert.ok(mark);
  assert.match(
    told(mark.words),
    /^at .*5.*, 90 % of the look of this head of two goes to .*3.*mean over unseen examples: 80 %$/,
  );
  assert.deepEqual(look.locate(runs, BRIEF, mark.x, mark.y), {column: mark.column, row: 5});
  assert.equal(
    look.mark([copying('one', 0.1, 0.9)], BRIEF, 'best_induction_head'),
    null,
    'it does not deserve the name',
  );
  assert.equal(look.mark([looking('with', mirrored(0.9))], BRIEF, 'best_induction_head'), null);
});

test('look in brief: no row is framed beside the ring until somebody points at one', () => {
  const runs = [looking('with', mirrored(0.8))];
  const wide = (/** @type {import('../../web/charts/grid.js').Cursor | null} */ cursor) => {
    const ctx = fakeContext();
    look.draw(ctx, runs, {...BRIEF, cursor});
    return ctx.outlines.length;
  };
  assert.equal(wide({column: 0, row: 2}) - wide(null), 1);
});

test('look in brief: one square a model, side by side on a phone', () => {
  const runs = [looking('without', EVEN), looking('with', mirrored(0.8))];
  const narrow = {...BRIEF, width: 360};
  assert.ok(look.scene(runs, narrow).height < 300);
  const mark = look.mark(runs, narrow, 'first_written');
  assert.ok(mark && mark.x > 180);
});

/** Right as a whole at lengths 1 to 4. @param {string} name @param {number[]} exact */
const byLengths = (name, exact) =>
  runOf(name, [byLength([1, 2, 3, 4], exact, exact.map((share) => [share, share]), 4)]); // prettier-ignore

test('lengths: where the first of them has fewer than half right, on its line, in any order of the models', () => {
  const [short, long] = [byLengths('short', [1, 0.75, 0.25, 0]), byLengths('long', [1, 1, 1, 1])];
  for (const runs of [
    [short, long],
    [long, short],
  ]) {
    const mark = lengths.mark(runs, BRIEF, 'breaks');
    assert.ok(mark);
    assert.deepEqual([runs[mark.row], mark.column], [short, 2]);
    assert.deepEqual(lengths.locate(runs, BRIEF, mark.x, mark.y), {column: 2, row: mark.row});
    assert.equal(told(mark.words), 'length 3, from which on short has fewer than half right: 25 %');
  }
  const later = byLengths('later', [1, 1, 1, 0.25]);
  assert.equal(lengths.mark([later, short], BRIEF, 'breaks')?.row, 1);
});

test('lengths: nothing is marked where none fails, nor where all fail at the same length', () => {
  const short = byLengths('short', [1, 0.75, 0.25, 0]);
  assert.equal(lengths.mark([byLengths('long', [1, 1, 1, 1])], BRIEF, 'breaks'), null);
  assert.equal(lengths.mark([short, byLengths('other', [1, 1, 0.4, 0])], BRIEF, 'breaks'), null);
  assert.equal(lengths.mark([byLengths('unlearned', [0.1, 0, 0, 0]), short], BRIEF, 'breaks')?.row, 1);
});

test('lengths in brief: the lines alone, each point from more examples', () => {
  const runs = [byLengths('short', [1, 0.75, 0.25, 0])];
  assert.deepEqual(lengths.asks(BRIEF), [{measure: 'lengths', options: {examples: 64}}]);
  assert.deepEqual(lengths.asks(PICTURE_OPTIONS), [{measure: 'lengths', options: {}}]);
  assert.equal(lengths.scene(runs, BRIEF).rows, 1, 'no cells');
  assert.ok(lengths.scene(runs, BRIEF).height < lengths.scene(runs, PICTURE_OPTIONS).height - 80);
  const ctx = fakeContext();
  lengths.draw(ctx, runs, {...BRIEF, lines: [{value: 0.15, text: 'a guess at one place'}]});
  assert.ok(ctx.rects.every(({fill}) => !fill.startsWith('rgb')));
  assert.ok(!textsOn(ctx).includes('a guess at one place'), 'which is no share of whole answers');
});

/** One answer at the last of eight places, which hangs on what stands there. @param {string} name @param {import('../../web/charts/compare/runs.js').Measured} found @param {Record<number, number>} counts */
function hearing(name, found, counts) {
  const shares = Array.from({length: 8}, (_, i) => counts[i] ?? 0);
  const [path] = found.arrays.filter((one) => one.name === 'path');
  const ways = Array.from({length: 8}, (_, i) => path.data[7 - i]);
  return {...runOf(name, [found]), beside: {influence: influenceOf([7], [shares], [ways])}};
}

test('network: what one hangs on and nothing of which gets to another is ringed with the other', () => {
  const hears = hearing('hears', lookerOf(8), {1: 0.9, 6: 0.1});
  const deaf = hearing('deaf', conesOf(8, 2), {6: 1}); // what it hangs on matters most, all taken together
  for (const runs of [
    [hears, deaf],
    [deaf, hears],
  ]) {
    const mark = network.mark(runs, BRIEF, 'unheard');
    assert.ok(mark);
    assert.equal(mark.column, 1);
    assert.deepEqual(network.locate(runs, BRIEF, mark.x, mark.y), {column: 1, row: mark.row});
    assert.deepEqual(network.place(runs, BRIEF, mark), {stream: 'input', index: 1});
    assert.equal(told(mark.words), 'number 2, which counts exactly nothing for the last answer of deaf');
    assert.equal(told(/** @type {any} */ (mark.label)), 'nothing');
    const [begins] = network.describe(runs, {...BRIEF, mark: 'unheard'}).found;
    assert.match(
      told(begins),
      /^The lit way leads from number 2 to the answer: .* nothing of which gets to another\.$/,
    );
  }
});

test('network: nothing is ringed where all hear it, however little, nor where no place stands out', () => {
  const hears = hearing('hears', lookerOf(8), {1: 0.9, 6: 0.1});
  const faint = hearing('faint', lookerOf(8), {1: 1e-9, 6: 0.5});
  assert.equal(network.mark([hears, faint], BRIEF, 'unheard'), null);
  const [begins] = network.describe([hears, faint], {...BRIEF, mark: 'unheard'}).found;
  assert.match(told(begins), /all models taken together/, 'nor does the way begin there');
  const even = hearing('even', lookerOf(8), Object.fromEntries(Array.from({length: 8}, (_, i) => [i, 1 / 8])));
  const deaf = hearing('deaf', conesOf(8, 2), {6: 0.125, 7: 0.125, 5: 0.125});
  assert.equal(network.mark([even, deaf], BRIEF, 'unheard'), null);
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
