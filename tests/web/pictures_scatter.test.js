// What is close to what, in numbers: points, what is named and the table against points that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {closest, together} from '../../web/charts/scatter/closeness.js';
import {cloudOf, neighbours} from '../../web/charts/scatter/cloud_points.js';
import * as scatter from '../../web/charts/scatter/scatter.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {lensed, PICTURE_OPTIONS, runOf, strewn, textsOn} from '../support/measured_runs.js';

/** @typedef {[number, number]} Point */
/** Corners of a square, and one beside the first. @param {number} beside @returns {Point[]} */
const square = (beside) => [[0, 0], [10, 0], [10, 10], [0, 10], [beside, 0]]; // prettier-ignore
const names = ['a', 'b', 'c', 'd', 'e'];
const EMBEDDING = {...PICTURE_OPTIONS, choice: {of: 1}};
/** @param {any[]} runs @param {object} [options] */
const said = (runs, options = PICTURE_OPTIONS) => scatter.describe(runs, /** @type {any} */ (options)).found.map(told);

test('scatter: the two closest symbols are named if chance would hardly bring them so near', () => {
  const [near, far] = [0.5, 3].map((beside) => runOf('RNN', [strewn(square(beside), {names})]));
  const pair = closest(cloudOf(near.found, 'embedding'));
  const mean = (0.5 + 4 * 10 + 2 * Math.hypot(10, 10) + 9.5 + Math.hypot(9.5, 10) + Math.hypot(0.5, 10)) / 10;
  assert.ok(pair && pair.a === 0 && pair.b === 4 && Math.abs(pair.part - 0.5 / mean) < 1e-9);
  assert.deepEqual(said([near], EMBEDDING), [
    'RNN: the plane holds 75 % of the spread; closest are “a” and “e”, 5 % of the mean distance apart, a third or less of what ' +
      'chance would give.',
  ]);
  assert.match(
    said([far], EMBEDDING)[0],
    /no two symbols are closer than chance would have it \(the closest, “a” and “e”, at 3\d %/,
  );
  assert.equal(closest(cloudOf(strewn([[1, 1], [1, 1]]), 'embedding')), null); // prettier-ignore
});

/** Two examples of three positions that lie by position, or of which each lies in one place. @param {boolean} by_time */
const states = (by_time) => {
  /** @type {Point[]} */
  const points = [[0, 0], [10, 0], [0, 10], [0.1, 0], [10, 0.1], [0.1, 10], [0, 0.1], [10.1, 0], [0, 10.1]]; // prettier-ignore
  const [example, time] = [
    [0, 0, 0, 1, 1, 1, 2, 2, 2],
    [0, 1, 2, 0, 1, 2, 0, 1, 2],
  ];
  const turned = [0, 3, 6, 1, 4, 7, 2, 5, 8].map((i) => points[i]);
  return strewn(by_time ? points : turned, {example, time});
};

test('scatter: what points have in common is named if they lie much nearer than others', () => {
  assert.match(
    said([runOf('GRU', [states(true)])])[0],
    /the same position of different examples lies together \(1 % of/,
  );
  assert.match(said([runOf('GRU', [states(false)])])[0], /what follows one another lies together \(1 % of/);
  const none = strewn([[0, 0], [5, 5], [9, 0], [0, 9], [9, 9]], {time: [0, 1, 2, 3, 4]}); // prettier-ignore
  assert.match(said([runOf('GRU', [none])])[0], /nothing lies together: neither the same position nor/);
});

test('scatter: symbols of the example that all look at say whether memory lies by symbol', () => {
  const points = /** @type {Point[]} */ ([[0, 0], [9, 9], [0, 1], [9, 8], [1, 0], [8, 9]]); // prettier-ignore
  const found = strewn(points, {time: [0, 1, 2, 3, 4, 5]});
  const look = {step: 40, taps: [], symbols: [...'xyxyxy'], asked: [null]};
  const run = {...runOf('RNN', [found]), look};
  assert.match(said([run])[0], /where it read the same symbol its memory lies together \(1\d % of/);
  assert.match(
    toldAll(scatter.readout([run], PICTURE_OPTIONS, {column: 1, row: 0})),
    /nearest to “y” \(number 2 of example 1\) are “y” \(number 4/,
  );
  const options = {...PICTURE_OPTIONS, example: 0};
  assert.deepEqual(scatter.place([run], options, {column: 4, row: 0}), {stream: 'input', index: 4});
  assert.deepEqual(scatter.at([run], options, {stream: 'input', index: 2}), {column: 2, row: 0});
  const other = {...run, look: {...look, asked: undefined}};
  assert.equal(scatter.place([other], options, {column: 4, row: 0}), null);
  assert.doesNotMatch(said([other])[0], /symbol/, 'a look at a text is at another passage');
  const lens = lensed(40, {
    layers: {'lstm.0': [...'yxyxyz'].map((s) => [...'xyz'].map((t) => (t === s ? 0.8 : 0.1)))},
    right: [...'yxyxyz'].map((s) => 'xyz'.indexOf(s)),
    names: [...'xyz'],
  });
  assert.match(said([{...other, beside: {lens}}])[0], /where it read the same symbol/, 'what had to come is read next');
});

test('scatter: the nearest three are read and joined, and points stand to scale', () => {
  const run = runOf('RNN', [strewn(square(3), {names})]);
  assert.deepEqual(neighbours(cloudOf(run.found, 'embedding'), 4, 3).map(({point}) => point), [0, 1, 3]); // prettier-ignore
  const read = toldAll(scatter.readout([run], /** @type {any} */ (EMBEDDING), {column: 4, row: 0}));
  assert.equal(read, 'RNN, step 40: nearest to “e” are “a”, “b”, “d”.');
  const ctx = fakeContext();
  /** @type {Point[]} */
  const dots = [];
  ctx.arc = (x, y, radius) => void (radius < 5 && dots.push([x, y]));
  scatter.draw(ctx, [run], /** @type {any} */ ({...EMBEDDING, cursor: {column: 4, row: 0}}));
  const [a, b, c, d, e] = dots;
  const unit = (b[0] - a[0]) / 10;
  assert.ok(unit > 0 && Math.abs(a[1] - d[1] - 10 * unit) < 1e-9, 'upward is up, and as long as across');
  assert.ok(Math.abs(e[0] - a[0] - 3 * unit) < 1e-9 && c[1] === d[1]);
  const lines = ctx.strokes.filter(({points, colour}) => colour === 'ink' && points.length === 2);
  assert.deepEqual(lines.map(({points}) => points[1]), [a, b, d]); // prettier-ignore
  assert.ok(textsOn(ctx).includes('→ 50 % of the spread') && textsOn(ctx).includes('↑ 25 % of the spread'));
});

test('scatter: the line follows the example that is looked at, from its first position', () => {
  const run = runOf('GRU', [states(true)]);
  const ctx = fakeContext();
  scatter.draw(ctx, [run], /** @type {any} */ ({...PICTURE_OPTIONS, example: 1}));
  const [way] = ctx.strokes.filter(({colour, points}) => colour === run.colour && points.length > 2);
  assert.equal(way.points.length, 3);
  assert.ok(way.points[1][0] > way.points[0][0] && way.points[2][1] < way.points[0][1]);
});

test('scatter: it asks for what is chosen, and for an example more where a later one is looked at', () => {
  assert.deepEqual(scatter.asks({choice: {of: 1}}), [{measure: 'scatter', options: {of: 'embedding'}}]);
  const [{options}, beside] = scatter.asks({example: 11});
  assert.deepEqual([options, beside.measure], [{examples: 12}, 'lens']);
  assert.equal(cloudOf(strewn([[0, 0]], {names: ['a']}), 'states').of, 'embedding', 'what came is what is shown');
});

test('scatter: nothing is thinned out in the table', () => {
  const run = runOf('GRU', [states(true)]);
  const {rows} = scatter.table([run]);
  assert.deepEqual(rows[5], ['GRU', 40, 'states', 6, 2, 3, 0.1, 10]);
  assert.equal(rows.length, 9);
  assert.equal(together(cloudOf(run.found, 'states'), null).all.length, 2);
});
