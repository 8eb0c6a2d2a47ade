import assert from 'node:assert/strict';
import test from 'node:test';
import * as views from '../../web/charts/index.js';
import {colourScale, parseHex, scaleTable} from '../../web/charts/colour.js';
import {drawLegends} from '../../web/charts/legend.js';
import {COLOURS, fakeContext, fakeTap} from '../support/fake_canvas.js';

const SYMBOLS = [...'the whale\nhe'];
const T = SYMBOLS.length;
const SOURCE = [...'elahw'];
const OPTIONS = {
  source: SOURCE,
  width: 340,
  vocab: [...'the wal\nq'],
  symbols: SYMBOLS,
  colours: COLOURS,
  cursor: null,
  choice: {},
};

/** Rows that sum to 1 and never look ahead; head h looks h characters back. */
function attentionTap(heads = 3) {
  const tap = fakeTap([1, heads, T, T], () => 0);
  for (let h = 0; h < heads; h++) for (let q = 0; q < T; q++) tap.data[(h * T + q) * T + Math.max(0, q - h)] = 1;
  return tap;
}

/** Taps that each view can draw. @type {Record<string, any[]>} */
const TAPS = {
  'hidden-state': [fakeTap([T, 1, 20], (i) => Math.sin(i))],
  'lstm-gates': [fakeTap([T, 1, 4, 20], (i) => 0.5 + 0.4 * Math.sin(i)), fakeTap([T, 1, 20], (i) => 2 * Math.sin(i))],
  attention: [attentionTap()],
  guesses: [fakeTap([T, 1, 9], (i) => ((i * 7) % 9) / 36)],
  'gru-gates': [fakeTap([T, 1, 3, 20], (i) => 0.5 + 0.4 * Math.sin(i)), fakeTap([T, 1, 20], (i) => Math.sin(i))],
  'encoder-state': [fakeTap([SOURCE.length, 1, 20], (i) => Math.sin(i))],
  'decoder-state': [fakeTap([T, 1, 20], (i) => Math.sin(i))],
  'patterns-found': [fakeTap([T, 1, 20], (i) => 3 * Math.sin(i))],
  'scanned-state': [fakeTap([T, 1, 20], (i) => 7 * Math.sin(i))],
  'encoder-attention': [fakeTap([1, 2, SOURCE.length, SOURCE.length], () => 1 / SOURCE.length)],
  'feature-maps': [fakeTap([7, 6, 5], (i) => Math.max(0, Math.sin(i)))],
  'pervasive-alignment': [fakeTap([1, T, SOURCE.length], () => 1 / SOURCE.length)],
};
for (const id of ['seq2seq-attention', 'cross-attention', 'conv-attention', 'set-attention', 'set-pooling'])
  TAPS[id] = [fakeTap([1, 2, T, SOURCE.length], (i) => (i % SOURCE.length === 1 ? 1 : 0))];

for (const view of Object.values(views)) {
  const {id} = view.meta;

  test(`${id}: everything is drawn inside its own size, in both themes`, () => {
    for (const dark of [false, true])
      for (const width of [180, 340, 1200]) {
        const options = {...OPTIONS, width, colours: {...COLOURS, dark}};
        const ctx = fakeContext();
        const {height, columns, rows} = view.scene(TAPS[id], options);
        view.draw(ctx, TAPS[id], options);
        assert.ok(ctx.rects.length >= columns * rows, 'every cell is painted');
        for (const rect of ctx.rects) {
          assert.ok(
            rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width + 1 && rect.y + rect.height <= height + 1,
          );
          assert.match(rect.fill, /^rgb\(\d+,\d+,\d+\)$|^ink$/);
        }
        assert.ok(ctx.texts.every(({x, y}) => x >= 0 && x <= width && y >= 0 && y <= height + 1));
      }
  });

  test(`${id}: every cell can be pointed at, and read`, () => {
    const {columns, rows, height} = view.scene(TAPS[id], OPTIONS);
    const seen = new Set();
    for (let x = 0; x < OPTIONS.width; x += 2)
      for (let y = 0; y < height; y += 1) {
        const cursor = view.locate(TAPS[id], OPTIONS, x, y);
        if (!cursor) continue;
        assert.ok(cursor.column >= 0 && cursor.column < columns && cursor.row >= 0 && cursor.row < rows);
        seen.add(`${cursor.column} ${cursor.row}`);
        assert.doesNotMatch(view.readout(TAPS[id], OPTIONS, cursor), /NaN|undefined/);
      }
    assert.equal(seen.size, columns * rows);
  });

  test(`${id}: the cursor is drawn, and the summary is a sentence`, () => {
    const ctx = fakeContext();
    view.draw(ctx, TAPS[id], {...OPTIONS, cursor: {column: 2, row: 3}});
    assert.ok(ctx.outlines.length > 0);
    const sentence = view.describe(TAPS[id], OPTIONS);
    assert.match(sentence, /^[A-Z0-9].*\.$/);
    assert.doesNotMatch(sentence, /NaN|undefined|Infinity/);
  });

  test(`${id}: more units than pixels are thinned out, one character is enough`, () => {
    /** @type {Record<string, any[]>} */
    const odd = {
      'gru-gates': [fakeTap([1, 1, 3, 1024], () => 1), fakeTap([1, 1, 1024], () => 0)],
      'feature-maps': [fakeTap([1, 1, 512], () => 1)],
      'pervasive-alignment': [fakeTap([1, 1, 1], () => 1)],
      'hidden-state': [fakeTap([1, 1, 1024], () => 1)],
      'lstm-gates': [fakeTap([1, 1, 4, 1024], () => 1), fakeTap([1, 1, 1024], () => 0)],
      attention: [fakeTap([1, 1, 1, 1], () => 1)],
      guesses: [fakeTap([1, 1, 5], () => 0.2)],
    };
    const ctx = fakeContext();
    const options = {...OPTIONS, symbols: ['a'], source: ['b']};
    const taps = odd[id] ?? odd[id.endsWith('state') ? 'hidden-state' : 'attention'];
    view.draw(ctx, taps, options);
    assert.ok(ctx.rects.length <= 700);
    assert.doesNotMatch(view.describe(taps, options), /NaN|Infinity/);
  });
}

test('hidden state: values become colours, unit and character are the ones pointed at', () => {
  const tap = fakeTap([2, 1, 2], (i) => [1, -1, 0, 0.5][i]);
  const options = {...OPTIONS, symbols: ['a', ' ']};
  const ctx = fakeContext();
  views.hiddenState.draw(ctx, [tap], options);
  const colour = colourScale('diverging', -1, 1, false);
  assert.deepEqual(
    ctx.rects.slice(0, 4).map(({fill}) => fill),
    [colour(1), colour(0), colour(-1), colour(0.5)],
    'row by row',
  );
  assert.equal(
    views.hiddenState.readout([tap], options, {column: 1, row: 1}),
    'Unit 2 after reading space (character 2): +0.50',
  );
  assert.equal(
    views.hiddenState.describe([tap], options),
    '2 units over 2 characters: 50 % of the values are saturated (beyond ±0.9); unit 2 changes most, by 1.50 per character.',
  );
});

test("gates: panels follow PyTorch's order i f g o and the cell comes last", () => {
  const gates = fakeTap([1, 1, 4, 1], (i) => [0.1, 0.9, -0.5, 0.3][i]);
  const cell = fakeTap([1, 1, 1], () => -2.5);
  const options = {...OPTIONS, symbols: ['x']};
  assert.equal(
    views.lstmGates.readout([gates, cell], options, {column: 0, row: 0}),
    'Unit 1 at “x” (character 1): forget 0.90, input 0.10, candidate −0.50, output 0.30, cell −2.50',
  );
  assert.match(
    views.lstmGates.describe([gates, cell], options),
    /forget gate is 90 % open, the input gate 10 %, the output gate 30 %/,
  );
  assert.deepEqual(views.lstmGates.scene([gates, cell], options).legend[2], {
    kind: 'diverging',
    low: -3,
    high: 3,
    title: 'cell',
  });
});

test('attention: the chosen head is drawn, the future stays empty, a row says where it looks', () => {
  const [tap] = TAPS.attention;
  for (const head of [0, 1, 2]) {
    const options = {...OPTIONS, choice: {head}};
    const ctx = fakeContext();
    views.attention.draw(ctx, [tap], options);
    const {dark} = COLOURS;
    const full = colourScale('sequential', 0, 1, dark)(1);
    const strong = ctx.rects
      .slice(0, T * T)
      .flatMap(({fill}, i) => (fill === full ? [[Math.floor(i / T), i % T]] : []));
    assert.deepEqual(
      strong,
      Array.from({length: T}, (_, q) => [q, Math.max(0, q - head)]),
    );
  }
  const back = {...OPTIONS, choice: {head: 1}};
  assert.equal(
    views.attention.readout([tap], back, {column: 0, row: 4}),
    'Character 5, “w”, looks at space (one back) 100 %',
  );
  assert.match(
    views.attention.describe([tap], {...OPTIONS, choice: {head: 0}}),
    /Head 1 of 3 looks 0\.0 .* 100 % .* on the character itself, 0 % on the one before/,
  );
  assert.equal(
    views.attention.scene([tap], {...OPTIONS, choice: {head: 9}}).head,
    2,
    'a head that is gone becomes the last',
  );
});

test('colour scales go steadily from dark to light, or away from the middle', () => {
  const light = (/** @type {string} */ rgb) => {
    const [r, g, b] = (rgb.match(/\d+/g) ?? []).map((v) => (Number(v) / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const dark of [false, true]) {
    const up = scaleTable('sequential', dark).map(light);
    const sign = dark ? 1 : -1;
    for (let i = 1; i < up.length; i++) assert.ok(sign * (up[i] - up[i - 1]) > -0.002, `sequential ${dark} ${i}`);
    const both = scaleTable('diverging', dark).map(light);
    const middle = both.length / 2;
    for (let i = 1; i < middle; i++) {
      assert.ok(sign * (both[i - 1] - both[i]) > -0.004, `diverging ${dark} left ${i}`);
      assert.ok(sign * (both[both.length - i] - both[both.length - 1 - i]) > -0.004, `diverging ${dark} right ${i}`);
    }
  }
  assert.deepEqual(parseHex('#0a80ff'), [10, 128, 255]);
});

test('a colour scale holds at its ends and survives values that are none', () => {
  const colour = colourScale('sequential', 0, 1, false);
  assert.equal(colour(-5), colour(0));
  assert.equal(colour(7), colour(1));
  assert.match(colour(NaN), /^rgb/);
  assert.notEqual(colour(0), colour(1));
  assert.match(colourScale('diverging', 2, 2, true)(2), /^rgb/, 'an empty range');
});

test('legends wrap when the width is used up', () => {
  const legends = [1, 2, 3].map((n) => ({
    kind: /** @type {const} */ ('sequential'),
    low: 0,
    high: n,
    title: `number ${n}`,
  }));
  assert.equal(drawLegends(fakeContext(), legends, {width: 1000, colours: COLOURS}), 16);
  assert.equal(drawLegends(fakeContext(), legends, {width: 180, colours: COLOURS}), 48);
});

test('the middle of a cell is that cell', () => {
  const {cells} = views.hiddenState.scene(TAPS['hidden-state'], OPTIONS);
  for (const [column, row] of [
    [0, 0],
    [3, 5],
    [T - 1, cells.rows - 1],
  ]) {
    const x = cells.x + ((column + 0.5) * cells.width) / cells.columns;
    const y = cells.y + ((row + 0.5) * cells.height) / cells.rows;
    assert.deepEqual(views.hiddenState.locate(TAPS['hidden-state'], OPTIONS, x, y), {column, row});
  }
});

test('guesses: the likeliest come first, the one that came true is framed and counted', () => {
  const vocab = ['a', 'b', ' '];
  const tap = fakeTap([3, 1, 3], (i) => [0.1, 0.7, 0.2, 0.5, 0.3, 0.2, 0, 0, 1][i]);
  const options = {...OPTIONS, symbols: ['a', 'b', ' '], vocab};
  const ctx = fakeContext();
  views.guesses.draw(ctx, [tap], options);
  const {cells} = views.guesses.scene([tap], options);
  assert.deepEqual(
    ctx.outlines.map(({x, y}) => [
      Math.round((x - cells.x) / (cells.width / 3)),
      Math.round((y - cells.y) / (cells.height / 3)),
    ]),
    [
      [0, 0],
      [1, 2],
    ],
  );
  assert.equal(
    views.guesses.readout([tap], options, {column: 1, row: 0}),
    'After “ab” it expects “a” 50 %, “b” 30 %, space 20 %. What came: space, given 20 %.',
  );
  assert.equal(
    views.guesses.describe([tap], options),
    'Its first guess is right 1 of 2 times; on average the character that came was given 45 %.',
  );
  const batchFirst = {shape: [1, 3, 3], data: tap.data};
  assert.equal(views.guesses.describe([batchFirst], options), views.guesses.describe([tap], options));
});

test('slow units come first when asked for, and a row still names its own unit', () => {
  const hidden = fakeTap(
    [4, 1, 3],
    (i) => [0.9, 0.5, -0.5][i % 3] * (i % 3 === 0 && Math.floor(i / 3) % 2 ? -1 : 1) + (i % 3 === 1 ? i / 30 : 0),
  );
  const options = {...OPTIONS, symbols: [...'abcd'], choice: {order: 1}};
  const units = [0, 1, 2].map(
    (row) => views.hiddenState.readout([hidden], options, {column: 0, row}).match(/Unit (\d)/)?.[1],
  );
  assert.deepEqual(units, ['3', '2', '1'], 'still, drifting, flickering');
  const gates = fakeTap([4, 1, 4, 3], () => 0.5);
  assert.match(views.lstmGates.readout([gates, hidden], options, {column: 0, row: 3}), /^Unit 3 /);
});

test('an alignment names what was written and what was given, letters or words', () => {
  const tap = fakeTap([1, 1, 2, 3], (i) => [0, 0, 1, 0, 0.9, 0.1][i]);
  const options = {...OPTIONS, symbols: ['→', 'c'], source: ['a', 'b', 'c']};
  const view = views.seq2seqAttention;
  assert.equal(
    view.readout([tap], options, {column: 0, row: 1}),
    'After “c” (2) it looks at “b” (2) 90 %; “c” (3) 10 %',
  );
  assert.equal(
    view.describe([tap], options),
    'The strongest place has 95 % of each row on average, and moves backwards from row to row.',
  );
  const ctx = fakeContext();
  view.draw(ctx, [tap], {...options, source: ['the', 'green', 'house']});
  assert.ok(ctx.texts.some(({text}) => text === 'green'));
  assert.equal(ctx.depth, 0);
});

test('what pads a shorter example is not drawn', () => {
  const tap = fakeTap([1, 1, 4, 5], () => 0.2);
  const options = {...OPTIONS, symbols: ['→', 'b', 'a', '·'], source: ['a', 'b', '·', '·', '·']};
  const {rows, columns} = views.seq2seqAttention.scene([tap], options);
  assert.deepEqual([rows, columns], [3, 2]);
});

test('where an answer is asked at each position, guesses are held against that', () => {
  const tap = fakeTap([3, 1, 2], (i) => [0.9, 0.1, 0.2, 0.8, 0.5, 0.5][i]);
  const options = {...OPTIONS, symbols: ['1', '1', '0'], vocab: ['0', '1'], truth: ['0', '0', null]};
  assert.equal(
    views.guesses.describe([tap], options),
    'Its first guess is right 1 of 2 times; on average the character that came was given 55 %.',
  );
  assert.match(views.guesses.readout([tap], options, {column: 0, row: 0}), /^At “1” \(1\) it answers “0” 90 %/);
});

test('attention that looks ahead is drawn on both sides of the diagonal', () => {
  const tap = fakeTap([1, 1, 3, 3], (i) => [0, 1, 0, 0, 0, 1, 1, 0, 0][i]);
  const options = {...OPTIONS, symbols: ['a', 'b', 'c']};
  assert.equal(
    views.attention.readout([tap], options, {column: 0, row: 0}),
    'Character 1, “a”, looks at “b” (one ahead) 100 %',
  );
  assert.match(views.attention.describe([tap], options), /1\.3 characters away/);
});

test('feature maps: each channel is a picture, with its own lines and columns', () => {
  const view = views.featureMaps;
  const tap = fakeTap([2, 3, 3], (i) => (i === 4 * 3 + 1 ? 2 : 0));
  assert.equal(view.scene([tap], OPTIONS).across, 2);
  assert.equal(view.readout([tap], OPTIONS, {column: 4, row: 1}), 'Pattern 2 at line 2, column 2: 2.00');
  assert.equal(view.readout([tap], OPTIONS, {column: 5, row: 3}), 'There is no further pattern.');
  assert.equal(view.describe([tap]), '3 patterns over 3 × 2 pixels: pattern 2 is found most, 2 nowhere.');
});
