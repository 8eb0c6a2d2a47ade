// What is close to what, in numbers: points, colours, what is said of them and the table against points that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {agreementOf} from '../../web/charts/scatter/agreement.js';
import {closest} from '../../web/charts/scatter/closest.js';
import {cloudOf, neighbours} from '../../web/charts/scatter/cloud_points.js';
import {colouringOf, looksOf} from '../../web/charts/scatter/colouring.js';
import * as scatter from '../../web/charts/scatter/scatter.js';
import {kindOf, numbersOf} from '../../web/charts/scatter/symbol_kinds.js';
import {traitsOf} from '../../web/charts/scatter/traits.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, runOf, strewn, textsOn} from '../support/measured_runs.js';

/** @typedef {[number, number]} Point */
/** @template T @param {number} n @param {(i: number) => T} f @returns {T[]} */
const list = (n, f) => Array.from({length: n}, (_, i) => f(i));
/** Corners of a square, and one beside the first. @param {number} beside @returns {Point[]} */
const square = (beside) => [[0, 0], [10, 0], [10, 10], [0, 10], [beside, 0]]; // prettier-ignore
const names = ['a', 'b', 'c', 'd', 'e'];
const EMBEDDING = {...PICTURE_OPTIONS, choice: {of: 1}};
/** @param {any[]} runs @param {object} [options] */
const said = (runs, options = PICTURE_OPTIONS) => scatter.describe(runs, /** @type {any} */ (options)).found.map(told);

/** The same numbers below 1 every time. @param {number} state */
const randomly = (state) => () => (state = (state * 48271) % 2147483647) / 2147483647;

/**
 * Four examples of six positions: their parity is every other position's, and all that are odd lie at the right, or odd and even mixed.
 * @param {boolean} parted @param {number} [step]
 */
function parities(parted, step = 40) {
  const random = randomly(7);
  const odd = list(24, (i) => (i + Math.floor(i / 6)) % 2);
  const points = list(24, (i) => {
    return /** @type {Point} */ ([parted ? 20 * odd[i] + random() : 20 * random(), 5 * random()]);
  });
  return strewn(points, {
    step,
    example: list(24, (i) => Math.floor(i / 6)),
    time: list(24, (i) => i % 6),
    symbol: list(24, (i) => (i * i) % 2),
    vocab: ['0', '1'],
    hidden: {
      parity: {kind: 1, values: odd},
      ones: {kind: 0, values: list(24, (i) => (i === 5 ? NaN : Math.floor((i % 6) / 2)))},
    },
  });
}

test('scatter: memories that lie by what the task knows are said to, with the share, with chance, and with how it began', () => {
  const now = parities(true);
  const run = runOf('LSTM', [parities(false, 0), now]);
  const [parity] = traitsOf(cloudOf(now, 'states'));
  const agreement = agreementOf(cloudOf(now, 'states'), parity);
  assert.deepEqual([agreement?.near, agreement?.how, agreement?.points], [1, 'grouped', 24]);
  const others = list(24, (i) => list(24, (j) => j).filter((j) => Math.floor(j / 6) !== Math.floor(i / 6)));
  const alike = others.flatMap((all, i) => all.map((j) => Number(parity.values[i] === parity.values[j])));
  assert.ok(Math.abs((agreement?.any ?? 0) - alike.reduce((a, b) => a + b) / alike.length) < 1e-9);
  assert.match(
    said([run])[0],
    /^LSTM: points lie in groups by the parity so far: in 100 % the nearest point of another example has the same; by chance 50 % \(at step 0: \d+ %\)\. The plane shows 75 % of how they differ\.$/,
  );
  assert.match(
    said([runOf('LSTM', [parities(false)])])[0],
    /^LSTM: points do not lie in groups by the parity so far: /,
  );
});

test('scatter: of a number it is said by how much the nearest differs, and what explains more is named', () => {
  const run = runOf('LSTM', [parities(true)]);
  const options = {...PICTURE_OPTIONS, choice: {by: 1}};
  assert.match(
    said([run], options)[0],
    /points do not lie in order of the ones so far: from the nearest point of another example it differs by [\d.]+ on average; from any by [\d.]+; they lie rather by the parity so far \(100 %; by chance 50 %\)\./,
  );
  assert.deepEqual(
    scatter.scene([run], options).controls[1].choices.map(({title}) => told(title)),
    ['the parity so far', 'the ones so far', 'the symbol read last', 'the position'],
  );
  const twice = strewn(
    list(24, (i) => [10 * (i % 2) + i / 1000, 10 * (Math.floor(i / 2) % 2)]),
    {
      // prettier-ignore
      example: list(24, (i) => i),
      time: list(24, () => 0),
      hidden: {
        parity: {kind: 1, values: list(24, (i) => i % 2)},
        turned: {kind: 1, values: list(24, (i) => Math.floor(i / 2) % 2)},
      },
    },
  );
  assert.match(
    said([runOf('GRU', [twice])])[0],
    /in groups by the parity so far: .*; also by whether “not” turns words round\. The/,
  );
  const line = strewn(list(12, (i) => [i, 0]), {}); // prettier-ignore
  const positions = {...PICTURE_OPTIONS, choice: {of: 2}};
  assert.match(
    said([runOf('RNN', [line])], positions)[0],
    /points lie in order of the position: from the nearest position it differs by 1 on average; from any by 4.3\./,
  );
});

test('scatter: the nearest is one of another example, and all that lie in the same place count', () => {
  /** @param {Point[]} points @param {number[]} example @param {number[]} values */
  const near = (points, example, values) => {
    const found = strewn(points, {example, time: example.map(() => 0), hidden: {parity: {kind: 1, values}}});
    const cloud = cloudOf(found, 'states');
    return agreementOf(cloud, traitsOf(cloud)[0])?.near;
  };
  const pairs = /** @type {Point[]} */ ([[0, 0], [0, 0.1], [9, 0], [9, 0.1], [0.5, 0], [9.5, 0]]); // prettier-ignore
  assert.equal(
    near(pairs, [0, 0, 1, 1, 2, 3], [1, 1, 0, 0, 0, 1]),
    0,
    'what follows in the same example does not count',
  );
  const heap = /** @type {Point[]} */ ([[0, 0], [0, 0], [0, 0], [9, 9], [9, 9], [9, 9]]); // prettier-ignore
  assert.ok(Math.abs((near(heap, [0, 1, 2, 3, 4, 5], [1, 1, 0, 0, 0, 0]) ?? 0) - (0.5 + 0.5 + 0 + 3) / 6) < 1e-9);
  assert.equal(near(list(6, () => [1, 1]), [0, 1, 2, 3, 4, 5], [1, 0, 1, 0, 1, 0]), undefined, 'nothing is apart'); // prettier-ignore
  assert.equal(near(heap, [0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]), undefined, 'there is no other example');
});

test('scatter: labels without order at any size are not called groups', () => {
  const random = randomly(1);
  let called = 0;
  for (const count of [4, 6, 12, 30, 80])
    for (let trial = 0; trial < 40; trial++) {
      const hidden = {parity: {kind: 1, values: list(count, () => Math.round(random()))}};
      const found = strewn(list(count, () => [random(), random()]), {example: list(count, (i) => i), time: list(count, () => 0), hidden}); // prettier-ignore
      const cloud = cloudOf(found, 'states');
      const agreement = agreementOf(cloud, traitsOf(cloud)[0]);
      if (agreement && agreement.how !== 'strewn') called++;
    }
  assert.ok(called <= 12, `${called} of 200, with a bar of one in twenty`);
});

test('scatter: symbols have the class that anybody sees, digits their value', () => {
  const kinds = {vowel: 'aéy', consonant: 'bçz', capital: 'AÉZ', digit: '7', mark: '.-+', space: ' \n', other: 'жß'};
  for (const [kind, symbols] of Object.entries(kinds)) for (const one of symbols) assert.equal(kindOf(one), kind, one);
  assert.deepEqual(['the', ' th', '12'].map(kindOf), ['word', 'beginning', 'digit']);
  assert.deepEqual(numbersOf([...'0123+']), [0, 1, 2, 3, NaN]);
  assert.equal(numbersOf([...'01abc']), null);
  const digits = runOf('GRU', [strewn(list(10, (i) => [i, 1]), {names: [...'0123456789']})]); // prettier-ignore
  assert.match(
    said([digits], EMBEDDING)[0],
    /points lie in order of the value of the digit: from the nearest symbol it differs by 1 /,
  );
  const letters = [...'aeioubcdfghjklm'];
  const parted = runOf('GRU', [strewn(letters.map((_, i) => [(i * 7) % 5, i < 5 ? 0 : 50 + i / 9]), {names: letters})]); // prettier-ignore
  assert.match(
    said([parted], EMBEDDING)[0],
    /points lie in groups by the kind of symbol: in 100 % the nearest symbol has the same; by chance 5\d %/,
  );
});

test('scatter: each class has a colour and a shape of its own, the same for all models, and the key names them', () => {
  const [full, few] = [parities(true), strewn([[0, 0], [1, 1]], {time: [0, 1], hidden: {parity: {kind: 1, values: [1, 1]}}})]; // prettier-ignore
  const clouds = [full, few].map((found) => cloudOf(found, 'states'));
  const looks = looksOf(colouringOf(clouds, undefined), COLOURS);
  assert.notEqual(looks(0).fill, looks(1).fill);
  assert.deepEqual([looks(0).shape, looks(1).shape, looks(NaN).shape], [0, 1, -1]);
  const ctx = fakeContext();
  /** @type {string[]} */
  const fills = [];
  ctx.fill = () => void fills.push(String(ctx.fillStyle));
  scatter.draw(ctx, [runOf('LSTM', [full]), runOf('GRU', [few])], PICTURE_OPTIONS);
  assert.equal(fills.filter((fill) => fill === looks(1).fill).length, 12 + 2 + 1, 'points and the key');
  assert.equal(fills.filter((fill) => fill === looks(0).fill).length, 12 + 1);
  for (const text of ['Colour: the parity so far', 'even', 'odd']) assert.ok(textsOn(ctx).includes(text), text);
});

test('scatter: numbers have one scale for all models, with its ends; what is not stated is a muted dot', () => {
  const runs = [runOf('LSTM', [parities(true)]), runOf('GRU', [parities(false)])];
  const options = {...PICTURE_OPTIONS, choice: {by: 1}};
  const ctx = fakeContext();
  /** @type {string[]} */
  const fills = [];
  ctx.fill = () => void fills.push(String(ctx.fillStyle));
  scatter.draw(ctx, runs, options);
  const looks = looksOf(colouringOf(runs.map(({found}) => cloudOf(found, 'states')), 1), COLOURS); // prettier-ignore
  assert.equal(fills.filter((fill) => fill === looks(0).fill).length, 2 * 8);
  assert.equal(fills.filter((fill) => fill === looks(2).fill).length, 2 * 7);
  assert.equal(fills.filter((fill) => fill === 'muted').length, 2 + 1);
  for (const text of ['Colour: the ones so far', '0 to 2', 'not stated']) assert.ok(textsOn(ctx).includes(text), text);
});

test('scatter: more classes than colours leave the rarest without', () => {
  const symbols = list(40, (i) => (i < 32 ? i % 8 : i % 4));
  const found = strewn(
    list(40, (i) => [i, i % 3]),
    {
      // prettier-ignore
      example: list(40, (i) => i),
      time: list(40, () => 0),
      symbol: symbols,
      vocab: [...'abcdefgh'],
      hidden: {recalled: {kind: 2, values: symbols}},
    },
  );
  const colouring = colouringOf([cloudOf(found, 'states')], undefined);
  assert.deepEqual(colouring.classes.map(({value}) => value), [0, 1, 2, 3, 4, 5, 6]); // prettier-ignore
  assert.ok(colouring.rest && !colouring.unknown);
  assert.deepEqual(told(colouring.classes[1].title), '“b”');
});

test('scatter: the two closest symbols are named if chance would hardly bring them so near', () => {
  const [near, far] = [0.5, 3].map((beside) => runOf('RNN', [strewn(square(beside), {names})]));
  const pair = closest(cloudOf(near.found, 'embedding'));
  const mean = (0.5 + 4 * 10 + 2 * Math.hypot(10, 10) + 9.5 + Math.hypot(9.5, 10) + Math.hypot(0.5, 10)) / 10;
  assert.ok(pair && pair.a === 0 && pair.b === 4 && Math.abs(pair.part - 0.5 / mean) < 1e-9);
  assert.match(
    said([near], EMBEDDING)[0],
    /; closest are “a” and “e”, 5 % of the mean distance apart, a third or less of/,
  );
  assert.doesNotMatch(said([far], EMBEDDING)[0], /closest/);
  assert.equal(closest(cloudOf(strewn([[1, 1], [1, 1]]), 'embedding')), null); // prettier-ignore
});

/** Three examples of three positions, the last two of each example without a symbol that has a name. */
const states = () =>
  strewn(
    [
      [0, 0],
      [10, 0],
      [0, 10],
      [0.1, 0],
      [10, 0.1],
      [0.1, 10],
      [0, 0.1],
      [10.2, 0],
      [0, 10.1],
    ],
    {
      // prettier-ignore
      example: [0, 0, 0, 1, 1, 1, 2, 2, 2],
      time: [0, 1, 2, 0, 1, 2, 0, 1, 2],
      symbol: [0, 1, 7, 0, 1, 7, 0, 1, 7],
      vocab: ['x', 'y'],
      hidden: {depth: {kind: 0, values: [0, 1, 1, 0, 1, 1, 0, 1, 1]}},
    },
  );

test('scatter: a point is called by what was read, and its colour is read', () => {
  const run = runOf('RNN', [states()]);
  assert.equal(
    toldAll(scatter.readout([run], PICTURE_OPTIONS, {column: 1, row: 0})),
    'RNN, step 40: nearest to “y” (number 2 of example 1) are “y” (number 2 of example 2), “y” (number 2 of example 3), “x” (number 1 of example 2). ' +
      'Its colour: how many brackets are open – 1.',
  );
  assert.match(
    toldAll(scatter.readout([run], PICTURE_OPTIONS, {column: 2, row: 0})),
    /nearest to number 3 of example 1/,
  );
});

test('scatter: one cursor with the other pictures, where these show the same example', () => {
  const look = {step: 40, taps: [], symbols: [...'xyx'], asked: [null]};
  const run = {...runOf('RNN', [states()]), look};
  const options = {...PICTURE_OPTIONS, example: 0};
  assert.deepEqual(scatter.place([run], options, {column: 2, row: 0}), {stream: 'input', index: 2});
  assert.deepEqual(scatter.at([run], options, {stream: 'input', index: 1}), {column: 1, row: 0});
  const other = {...run, look: {...look, asked: undefined}};
  assert.equal(scatter.place([other], options, {column: 2, row: 0}), null, 'a look at a text is at another passage');
});

test('scatter: the nearest three are read and joined, and points stand to scale', () => {
  const run = runOf('RNN', [strewn(square(3), {names})]);
  assert.deepEqual(neighbours(cloudOf(run.found, 'embedding'), 4, 3).map(({point}) => point), [0, 1, 3]); // prettier-ignore
  const read = toldAll(scatter.readout([run], /** @type {any} */ (EMBEDDING), {column: 4, row: 0}));
  assert.equal(read, 'RNN, step 40: nearest to “e” are “a”, “b”, “d”. Its colour: the kind of symbol – vowel.');
  const scene = fakeContext();
  scatter.draw(scene, [run], /** @type {any} */ ({...EMBEDDING, cursor: {column: 4, row: 0}}));
  const lines = scene.strokes.filter(({points, colour}) => colour === 'ink' && points.length === 2);
  const [e] = lines.map(({points}) => points[0]);
  const [a, b, d] = lines.map(({points}) => points[1]);
  const unit = (b[0] - a[0]) / 10;
  assert.ok(unit > 0 && Math.abs(a[1] - d[1] - 10 * unit) < 1e-9, 'upward is up, and as long as across');
  assert.ok(Math.abs(e[0] - a[0] - 3 * unit) < 1e-9 && a[1] === b[1]);
  assert.ok(
    textsOn(scene).includes('→ 50 % of how points differ') && textsOn(scene).includes('↑ 25 % of how points differ'),
  );
});

test('scatter: the line follows the example that is looked at, from its first position, and its points are larger', () => {
  const run = runOf('GRU', [states()]);
  const ctx = fakeContext();
  /** @type {number[]} */
  const sizes = [];
  ctx.arc = (_x, _y, radius) => void sizes.push(radius);
  scatter.draw(ctx, [run], /** @type {any} */ ({...PICTURE_OPTIONS, example: 1}));
  const [way] = ctx.strokes.filter(({colour, points}) => colour === run.colour && points.length > 2);
  assert.equal(way.points.length, 3);
  assert.ok(way.points[1][0] > way.points[0][0] && way.points[2][1] < way.points[0][1]);
  assert.deepEqual(sizes.slice(0, 9), [3, 3, 3, 3, 3, 3, 4, 4, 4]);
  assert.ok(textsOn(ctx).includes('x') && textsOn(ctx).includes('y'));
});

test('scatter: it asks for what is chosen, and for an example more where a later one is looked at', () => {
  assert.deepEqual(scatter.asks({choice: {of: 1}}), [{measure: 'scatter', options: {of: 'embedding'}}]);
  assert.deepEqual(scatter.asks({example: 11}), [{measure: 'scatter', options: {examples: 12}}]);
  assert.equal(cloudOf(strewn([[0, 0]], {names: ['a']}), 'states').of, 'embedding', 'what came is what is shown');
});

test('scatter: nothing is thinned out in the table, and it has what the task knows', () => {
  const {rows} = scatter.table([runOf('GRU', [states()])]);
  assert.deepEqual(rows[4], ['GRU', 40, 'states', 5, 2, 2, 'y', 'depth 1', 10, 0.1]);
  assert.equal(rows.length, 9);
});
