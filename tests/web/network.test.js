// The unrolled networks against networks of which one knows what must come: how many connections are drawn, when each box is there,
// what lights it, and what is said of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import temml from 'temml';
import {colourScale} from '../../web/charts/colour.js';
import * as picture from '../../web/charts/network/index.js';
import {networkOf} from '../../web/charts/network/levels.js';
import {FORMULAS} from '../../web/charts/network/formulas.js';
import {told, toldAll} from '../../web/words/words.js';
import {fakeContext, fakeTap} from '../support/fake_canvas.js';
import {measured, PICTURE_OPTIONS, runOf, textsOn} from '../support/measured_runs.js';
import {anatomyOf, chainOf, conesOf, handedOver, influenceOf, lookerOf} from '../support/networks.js';

/** @param {number} n @param {(i: number) => number} f */
const list = (n, f) => Array.from({length: n}, (_, i) => f(i));
const [FORWARDS, BACKWARDS, ORDER] = [0, 1, 2];
const SCALE = colourScale('sequential', 0, 1, false);
/** @param {number} light */
const colourOf = (light) => SCALE(0.06 + 0.94 * light);

/** Shapes that were filled, besides what the canvas of tests remembers. @param {any[]} runs @param {any} options */
function drawn(runs, options) {
  const ctx = /** @type {any} */ (fakeContext());
  ctx.fills = [];
  ctx.fill = function () {
    this.fills.push({points: this.path, fill: this.fillStyle});
  };
  picture.draw(ctx, runs, {...PICTURE_OPTIONS, width: 860, ...options});
  return ctx;
}

/** Lines of a model's way that are connections: what is dotted is none. @param {any} ctx @param {any} run */
const connections = (ctx, {colour}) =>
  ctx.strokes.filter((/** @type {any} */ one) => one.colour === colour && !one.dash.length).length;

/** Those of a colour scale. @param {{fill: string}[]} all */
const coloured = (all) => all.map(({fill}) => fill).filter((fill) => fill.startsWith('rgb'));

/** What is read at a column of the first model. @param {number} column @param {number} row */
const at = (column, row) => ({picked: {column, row}});

test('network: the way is drawn in as many connections as were measured, whatever the model is made of', () => {
  const cases = [
    {found: chainOf(20), row: 2, ways: list(20, (i) => 20 - i)},
    {found: chainOf(9, 3), row: 4, ways: list(9, (i) => 9 - 1 - i + 3)},
    {found: lookerOf(12, 2), row: 3, ways: list(12, (i) => (i === 11 ? 0 : 1))},
    {found: lookerOf(12, 3, 0), row: 4, ways: list(12, () => 3)},
    {found: conesOf(12, 3), row: 4, ways: list(12, (i) => (11 - i < 8 ? 3 : NaN))},
    {found: handedOver(5, 4), row: 2, ways: [...list(5, (i) => 5 - i + 4), ...list(4, (i) => 4 - i)]},
  ];
  for (const {found, row, ways} of cases) {
    const run = runOf('Model', [found]);
    ways.forEach((way, column) => {
      const options = {...PICTURE_OPTIONS, width: 860, ...at(column, row)};
      assert.equal(connections(drawn([run], options), run), Number.isNaN(way) ? 0 : way, `${way} from ${column}`);
      const [said] = picture.describe([run], options).found.slice(-1).map(told);
      if (Number.isNaN(way)) assert.match(said, /no way leads from number \d+ to the answer/);
      else if (way === 0) assert.match(said, /without any connection/);
      else assert.match(said, new RegExp(`: ${way} connections? lies? between |: ${way} connections lie between `));
    });
  }
});

test('network: a layer that nothing goes round still looks from each position', () => {
  const counts = {input: 12, source: 0};
  const bare = networkOf(lookerOf(12, 3, 0), counts, {causal: true, scans: false});
  assert.deepEqual([bare.whole, ...bare.levels.map(({rule}) => rule)], [false, 'read', 'look', 'look', 'look']);
  assert.ok(bare.levels.every(({round}) => round.length === 0));
});

test('network: a way that does not come to the number measured is not lit', () => {
  const found = chainOf(6);
  const path = found.arrays.find(({name}) => name === 'path');
  /** @type {number[]} */ (path?.data)[5] = 4; // six by the parts
  const run = runOf('Model', [found]);
  assert.equal(connections(drawn([run], at(0, 2)), run), 0);
  assert.equal(connections(drawn([run], at(1, 2)), run), 5);
});

test('network: that what looks sees later positions too is told by the ways', () => {
  const way = [
    [0, 1, 1],
    [NaN, 0, 1],
    [NaN, NaN, 0],
  ];
  const causal = influenceOf(
    [0, 1, 2],
    [
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
    ],
    [0, 1, 2].map((a) => [0, 1, 2].map((t) => way[t][a])),
  );
  const both = influenceOf(
    [0, 1, 2],
    list(3, () => 0).map(() => [1, 1, 1]),
    [0, 1, 2].map((a) => [0, 1, 2].map((t) => Number(a !== t))),
  );
  for (const [influence, made] of /** @type {[any, number][]} */ ([
    [causal, 1],
    [both, 3],
  ])) {
    const run = {...runOf('Model', [lookerOf(3)]), beside: {influence}};
    const read = toldAll(picture.readout([run], PICTURE_OPTIONS, {column: 0, row: 1}));
    assert.match(read, made === 1 ? /made of one place below/ : /made of 3 places below/);
  }
});

test('network: the way begins where most hangs on, unless nothing stands out', () => {
  const path = [list(10, (t) => 10 - t)];
  const begins = (/** @type {number[]} */ counts) => {
    const run = {...runOf('Model', [chainOf(10)]), beside: {influence: influenceOf([9], [counts], path)}};
    return told(picture.describe([run], PICTURE_OPTIONS).found[0]);
  };
  assert.match(begins([0, 0, 5, 0, 1, 0, 0, 0, 0, 9]), /number 3 to the answer: of all places before it/);
  assert.match(begins(list(10, () => 1)), /from number 1 to the answer: the first, since no place stands out/);
  assert.match(begins(list(10, () => 0)), /the first/);
  assert.match(begins(list(10, () => NaN)), /the first/);
});

test('network: boxes say after how many connections they are there, and walking to the right lets them come', () => {
  const order = {choice: {flow: ORDER}};
  const numbers = (/** @type {any} */ found, /** @type {any} */ options) =>
    textsOn(drawn([runOf('Model', [found])], {...order, ...options}))
      .filter((text) => /^\d+$/.test(text))
      .map(Number);
  const read = (/** @type {number} */ n) => list(n, (i) => i + 1);
  assert.deepEqual(numbers(chainOf(6, 2), {}), [...read(6), ...list(6, (i) => i + 2), ...read(6)]);
  assert.deepEqual(numbers(lookerOf(6, 2), {}), [...list(6, () => 1), ...list(6, () => 2), ...read(6)]);
  const half = {cursor: {column: 2, row: 0}}; // of 6 columns and 7 connections: the third
  assert.deepEqual(numbers(chainOf(6, 2), half), [1, 2, 3, 2, 3, ...read(6)]);
  const said = picture.readout([runOf('Model', [chainOf(6, 2)])], {...PICTURE_OPTIONS, ...order}, half.cursor);
  assert.match(toldAll(said), /After 3 connections in a row Model has 5 of its 12 boxes\./);
});

test('network: forwards a box is as dark as what it holds is large in its row', () => {
  const held = [0.5, 0.25, 0, 1];
  const tap = {
    name: 'lstm.0.hidden',
    axes: ['time', 'batch', 'unit'],
    ...fakeTap([4, 1, 2], (i) => held[i >> 1] * (i % 2 ? -1 : 1)),
  };
  const look = {step: 40, symbols: [...'abcd'], taps: [tap]};
  const run = {...runOf('Model', [chainOf(4)]), look};
  const {fills} = drawn([run], {choice: {flow: FORWARDS}});
  const colours = coloured(fills);
  assert.deepEqual(colours, held.map(colourOf));
  const read = toldAll(picture.readout([run], PICTURE_OPTIONS, {column: 1, row: 1}));
  assert.match(read, /what it holds is 25 % of the row’s largest/);
});

test('network: backwards a box is as dark as what comes back to it, a step in four for each tenth', () => {
  const axis = [{name: 'back', count: 4}];
  const reach = measured(40, [['lstm.0.hidden_grad', axis, [2, 0.2, 0.0002, 0]]]);
  const influence = influenceOf([3], [[0, 0.01, 0.1, 1]], [[4, 3, 2, 1]]);
  const run = {...runOf('Model', [chainOf(4)]), beside: {reach, influence}};
  const {fills, rects} = drawn([run], {choice: {flow: BACKWARDS}});
  const colours = coloured(fills);
  assert.deepEqual(colours, [0, 0, 0.75, 1].map(colourOf));
  const under = coloured(rects);
  assert.deepEqual(
    under,
    [0, 0.5, 0.75, 1].map((light) => SCALE(light)),
  );
});

test('network: where there is no room for all, what is chosen and the answer stay, and it says how many are missing', () => {
  const run = runOf('Model', [chainOf(200)]);
  const options = {...PICTURE_OPTIONS, ...at(40, 2)};
  const texts = textsOn(drawn([run], {...options, width: 640}));
  for (const text of ['41', '200', '…']) assert.ok(texts.includes(text), text);
  const [, hidden, found] = picture.describe([run], options).found.map(told);
  assert.match(found, /160 connections lie between number 41 and the answer/);
  const missing = Number(/(\d+) of 200 numbers are not drawn/.exec(hidden)?.[1]);
  const shown = new Set(list(640, (x) => picture.locate([run], options, x, 60)?.column ?? -1));
  shown.delete(-1);
  assert.equal(shown.size, 200 - missing);
  assert.ok(missing > 100);
});

test('network: the table has the way and the influence of every position', () => {
  const run = {...runOf('Model', [chainOf(3)]), beside: {influence: influenceOf([2], [[0.5, 0.25, 1]], [[3, 2, 1]])}};
  assert.deepEqual(picture.table([run]).rows, [
    ['Model', 40, 'input', 1, 3, 0.5, 3],
    ['Model', 40, 'input', 2, 2, 0.25, 3],
    ['Model', 40, 'input', 3, 1, 1, 3],
  ]);
});

test('network: a box opens into its equation, with the numbers of its place', () => {
  const gates = [0.1, 0.9, -0.5, 0.7];
  const taps = [
    {
      name: 'lstm.0.hidden',
      axes: ['time', 'batch', 'unit'],
      ...fakeTap([3, 1, 2], (i) => [3, 4][i % 2] * ((i >> 1) + 1)),
    },
    {name: 'lstm.0.cell', axes: ['time', 'batch', 'unit'], ...fakeTap([3, 1, 2], (i) => (i % 2 ? 0 : (i >> 1) + 1))},
    {
      name: 'lstm.0.gates',
      axes: ['time', 'batch', 'gate', 'unit'],
      ...fakeTap([3, 1, 4, 2], (i) => gates[(i >> 1) % 4]),
    },
  ];
  const run = {...runOf('Model', [chainOf(3)]), look: {step: 40, symbols: [...'abc'], taps}};
  const found = picture.detail([run], {...PICTURE_OPTIONS, ...at(1, 1)});
  assert.match(told(/** @type {any} */ (found?.title)), /^Model: memory cells →, “b” \(number 2\)$/);
  const symbols = found?.formulas?.[0].symbols ?? [];
  const valueOf = (/** @type {string} */ tex) => symbols.find((one) => one.tex === tex)?.value;
  assert.deepEqual(['h_t', 'h_{t-1}', 'c_t', 'c_{t-1}'].map(valueOf), ['10', '5', '2', '1']);
  assert.deepEqual(['i_t', 'f_t', 'g_t', 'o_t'].map(valueOf), ['0.1', '0.9', '-0.5', '0.7']);
  assert.equal(picture.detail([run], {...PICTURE_OPTIONS, ...at(1, 0)}), null);
  assert.equal(picture.detail([run], PICTURE_OPTIONS), null);
});

test('network: every formula is one, and each of its symbols stands in it and means something', () => {
  for (const [name, {tex, symbols}] of Object.entries(FORMULAS)) {
    const written = tex.join(' ');
    for (const line of [...tex, ...symbols.map((one) => one.tex)])
      assert.match(temml.renderToString(line, {throwOnError: true}), /^<math/);
    for (const {tex: symbol, means} of symbols) {
      assert.ok(!symbol.includes('\\,') ? written.includes(symbol) : true, `${symbol} of ${name}`);
      assert.doesNotMatch(told({key: `compare.network_symbol_${means}`}), /compare\.|\{/);
    }
    assert.doesNotMatch(told({key: `compare.network_says_${name}`}), /compare\.|\{/);
  }
});

test('network: both directions, learned points and a pool are ways too', () => {
  const cell = {kind: 'recurrent', connection: 'next', width: 4};
  const twoWays = anatomyOf(
    [
      {...cell, name: 'gru.0'},
      {name: 'gru.0.last', kind: 'pool'},
      {...cell, name: 'gru.0.reverse', backward: 1},
      {name: 'gru.0.reverse.last', kind: 'pool', backward: 1},
      {name: 'logits', kind: 'output'},
    ],
    {path: list(7, (d) => Math.min(d, 6 - d) + 1), waits: [[7, 7]]},
  );
  const look = {kind: 'attention', connection: 'all', width: 8, heads: 2};
  const points = anatomyOf(
    [
      {...look, connection: 'none', name: 'set_transformer.0.inducing.attention', residual: 1},
      {...look, name: 'set_transformer.0.attention', times: 2, residual: 1},
      {...look, name: 'set_transformer.pooling.attention'},
      {name: 'logits', kind: 'output'},
    ],
    {path: list(7, () => 1), waits: [[7, 3]]},
  );
  for (const [found, row, ways] of /** @type {[any, number, number[]][]} */ ([
    [twoWays, 3, list(7, (i) => Math.min(i, 6 - i) + 1)],
    [points, 4, list(7, () => 1)],
  ])) {
    const run = runOf('Model', [found]);
    ways.forEach((way, column) => assert.equal(connections(drawn([run], at(column, row)), run), way, `from ${column}`));
  }
});

test('network: the cursor that all share comes to the same place of the example, and back', () => {
  const runs = [runOf('A', [handedOver(5, 4)]), runOf('B', [lookerOf(9)])];
  for (const place of [
    {stream: 'source', index: 2},
    {stream: 'input', index: 3},
  ]) {
    const cursor = picture.at(runs, PICTURE_OPTIONS, /** @type {any} */ (place));
    assert.ok(cursor);
    assert.deepEqual(picture.place(runs, PICTURE_OPTIONS, cursor), place);
  }
  assert.equal(picture.at(runs, PICTURE_OPTIONS, {stream: 'input', index: 99}), null);
});

test('network: unlit, no way and no count is drawn or said, and in brief many networks are lower', () => {
  const run = runOf('Model', [chainOf(9)]);
  const lit = {...PICTURE_OPTIONS, width: 860, ...at(2, 2)};
  assert.ok(connections(drawn([run], lit), run) > 0);
  const unlit = {...lit, unlit: true};
  const ctx = drawn([run], unlit);
  assert.equal(connections(ctx, run), 0);
  assert.ok(!textsOn(ctx).some((/** @type {string} */ text) => text.includes('connection')));
  const heard = toldAll(picture.describe([run], unlit).found.slice(-1));
  assert.equal(heard, 'Model: 9 connections have to be made one after the other.');
  const deep = runOf('Deep', [conesOf(9, 4)]);
  const heightOf = (/** @type {object} */ own, count = 3) =>
    picture.scene(Array(count).fill(deep), {...PICTURE_OPTIONS, width: 860, ...own}).height / count;
  assert.ok(heightOf({brief: true}) < heightOf({brief: true}, 2) && heightOf({brief: true}, 2) < heightOf({}, 2));
});

test('network: beside the count stands what is dotted of the way, where there is room for it, and only where some is', () => {
  const dotted = (/** @type {any} */ ctx) => textsOn(ctx).filter((text) => text.startsWith('dotted'));
  const looker = runOf('Model', [lookerOf(12, 2)]);
  assert.deepEqual(dotted(drawn([looker], at(1, 3))), ['dotted: not counted']);
  assert.deepEqual(dotted(drawn([looker], {...at(1, 3), width: 250})), []);
  const deaf = runOf('Model', [conesOf(12, 3)]);
  assert.deepEqual(dotted(drawn([deaf], at(0, 4))), []); // no way
  assert.deepEqual(dotted(drawn([looker], {...at(1, 3), unlit: true})), []);
});
