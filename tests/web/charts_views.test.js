import assert from 'node:assert/strict';
import test from 'node:test';
import * as views from '../../web/charts/index.js';
import {colourScale, parseHex, scaleTable} from '../../web/charts/colour.js';
import {drawLegends} from '../../web/charts/legend.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, VIEW_OPTIONS, fakeContext, fakeTap} from '../support/fake_canvas.js';

const SYMBOLS = [...'the whale\nhe'];
const T = SYMBOLS.length;
const SOURCE = [...'elahw'];
const OPTIONS = {...VIEW_OPTIONS, source: SOURCE, vocab: [...'the wal\nq'], symbols: SYMBOLS};

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
const MAPS = ['seq2seq-attention', 'cross-attention', 'conv-attention', 'set-attention', 'set-pooling'];
for (const id of [...MAPS, 'inducing-attention', 'induced-attention'])
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
        assert.doesNotMatch(toldAll(view.readout(TAPS[id], OPTIONS, cursor)), /NaN|undefined/);
      }
    assert.equal(seen.size, columns * rows);
  });

  test(`${id}: the cursor is drawn, and the summary is a sentence`, () => {
    const ctx = fakeContext();
    view.draw(ctx, TAPS[id], {...OPTIONS, cursor: {column: 2, row: 3}});
    assert.ok(ctx.outlines.length > 0);
    const sentence = toldAll(view.describe(TAPS[id], OPTIONS));
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
    assert.doesNotMatch(toldAll(view.describe(taps, options)), /NaN|Infinity/);
  });
}

test("gates: panels follow PyTorch's order i f g o and the cell comes last", () => {
  const gates = fakeTap([1, 1, 4, 1], (i) => [0.1, 0.9, -0.5, 0.3][i]);
  const cell = fakeTap([1, 1, 1], () => -2.5);
  const options = {...OPTIONS, symbols: ['x']};
  assert.equal(
    toldAll(views.lstmGates.readout([gates, cell], options, {column: 0, row: 0})),
    'Unit 1 at “x” (character 1): forget 0.90, input 0.10, candidate −0.50, output 0.30, cell −2.50',
  );
  assert.match(
    toldAll(views.lstmGates.describe([gates, cell], options)),
    /forget gate is 90 % open, the input gate 10 %, the output gate 30 %/,
  );
  assert.deepEqual(views.lstmGates.scene([gates, cell], options).legend[2], {
    kind: 'diverging',
    low: -3,
    high: 3,
    title: {key: 'inside.cell'},
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
    toldAll(views.attention.readout([tap], back, {column: 0, row: 4})),
    'From “w” (character 5) it looks at space (one back) 100 %',
  );
  assert.match(
    toldAll(views.attention.describe([tap], {...OPTIONS, choice: {head: 0}})),
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
    title: {key: 'inside.head.number', values: {number: n}},
  }));
  assert.equal(drawLegends(fakeContext(), legends, {width: 1000, colours: COLOURS, say: told}), 16);
  assert.equal(drawLegends(fakeContext(), legends, {width: 180, colours: COLOURS, say: told}), 48);
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
    toldAll(views.guesses.readout([tap], options, {column: 1, row: 0})),
    'After “ab” it expects “a” 50 %, “b” 30 %, space 20 %. What came: space, given 20 %.',
  );
  assert.equal(
    toldAll(views.guesses.describe([tap], options)),
    'Its first guess is right 1 of 2 times; on average the truth was given 45 %.',
  );
  const batchFirst = {shape: [1, 3, 3], data: tap.data};
  assert.equal(toldAll(views.guesses.describe([batchFirst], options)), toldAll(views.guesses.describe([tap], options)));
});

test('what is drawn and chosen has words, and they are the reader’s', () => {
  const shout = (/** @type {import('../../web/words/words.js').Saying} */ saying) => told(saying).toUpperCase();
  for (const view of Object.values(views)) {
    const {legend, controls} = view.scene(TAPS[view.meta.id], OPTIONS);
    const titles = [...legend, ...controls, ...controls.flatMap(({choices}) => choices)].map(({title}) => title);
    for (const saying of [view.meta.title, ...view.meta.summary, ...titles])
      assert.notEqual(told(saying), saying.key, 'English has it');
    const ctx = fakeContext();
    drawLegends(ctx, legend, {...OPTIONS, say: shout});
    view.draw(ctx, TAPS[view.meta.id], {
      ...OPTIONS,
      symbols: OPTIONS.symbols.map(() => '-'),
      source: undefined,
      vocab: [],
      say: shout,
    });
    for (const {text} of ctx.texts) assert.equal(text, text.toUpperCase());
  }
});

test('an alignment names what was written and what was given, letters or words', () => {
  const tap = fakeTap([1, 1, 2, 3], (i) => [0, 0, 1, 0, 0.9, 0.1][i]);
  const options = {...OPTIONS, symbols: ['→', 'c'], written: ['c', '·'], source: ['a', 'b', 'c']};
  const view = views.seq2seqAttention;
  assert.equal(
    toldAll(view.readout([tap], options, {column: 0, row: 0})),
    'Writing “c” (1) it looks at “c” (character 3) 100 %',
    'the row belongs to the symbol that is written, not to the one that was read before it',
  );
  assert.equal(
    toldAll(view.readout([tap], options, {column: 0, row: 1})),
    'Writing the end (2) it looks at “b” (character 2) 90 %; “c” (character 3) 10 %',
  );
  assert.equal(
    toldAll(view.describe([tap], options)),
    'The strongest place has 95 % of each row on average, and moves backwards from row to row.',
  );
  const ctx = fakeContext();
  view.draw(ctx, [tap], {...options, source: ['the', 'green', 'house']});
  assert.ok(ctx.texts.some(({text}) => text === 'green'));
  assert.equal(ctx.depth, 0);
});

for (const view of [views.seq2seqAttention, views.crossAttention, views.convAttention, views.pervasiveAlignment])
  test(`${view.meta.id}: beside its rows stands the answer, not what was read`, () => {
    const ctx = fakeContext();
    const options = {...OPTIONS, symbols: ['→', 'domo', 'lo'], written: ['domo', 'lo', '·'], source: ['the', 'house']};
    view.draw(ctx, [fakeTap([1, 1, 3, 2], () => 0.5)], options);
    const shown = ctx.texts.map(({text}) => text).filter((text) => !options.source.includes(text));
    assert.deepEqual(shown, ['domo', 'lo', '·']);
  });

test('parts of an answer are numbered, and named after no member', () => {
  const tap = fakeTap([1, 1, 2, 3], () => 1 / 3);
  const options = {...OPTIONS, symbols: [...'abc'], source: undefined};
  assert.match(
    toldAll(views.setPooling.readout([tap], options, {column: 0, row: 1})),
    /^Part 2 of the answer looks at/,
  );
});

test('inducing points are numbered, whether they look or are looked at', () => {
  const options = {...OPTIONS, symbols: [...'abc'], source: undefined};
  const looking = views.inducingAttention.readout([fakeTap([1, 1, 2, 3], () => 1 / 3)], options, {column: 0, row: 1});
  assert.match(toldAll(looking), /^Inducing point 2 looks at “a” \(character 1\)/);
  const seen = views.inducedAttention.readout([fakeTap([1, 1, 3, 2], (i) => i % 2)], options, {column: 0, row: 1});
  assert.equal(toldAll(seen), 'From “b” (character 2) it looks at inducing point 2 100 %');
});

test('the sign that ends an answer is data where a task gives it as such', () => {
  const tap = fakeTap([1, 1, 4, 5], () => 0.2);
  const {rows, columns} = views.seq2seqAttention.scene([tap], {...OPTIONS, symbols: [...'→ba·'], source: [...'ab···']});
  assert.deepEqual([rows, columns], [4, 5], 'what pads was cut off before');
});

/** Where a view writes its places, by what is written. @param {import('../../web/elements/inside/view_choice.js').View} view @param {any[]} taps @param {any} options */
function axisOf(view, taps, options) {
  const ctx = fakeContext();
  view.draw(ctx, taps, options);
  return ctx.texts.filter(({text}) => /^\d+$/.test(text));
}

const NUMBERS = {kind: 'numbers', named: false};
const N = 50;
/** @type {Record<string, any[]>} */
const COUNTED = {
  'hidden-state': [fakeTap([N, 1, 1], () => 0)],
  'lstm-gates': [fakeTap([N, 1, 4, 1], () => 0), fakeTap([N, 1, 1], () => 0)],
  'gru-gates': [fakeTap([N, 1, 3, 1], () => 0), fakeTap([N, 1, 1], () => 0)],
  'scanned-state': [fakeTap([N, 1, 1], () => 0)],
  'patterns-found': [fakeTap([N, 1, 1], () => 0)],
  attention: [fakeTap([1, 1, N, N], () => 1 / N)],
  'set-attention': [fakeTap([1, 1, N, N], () => 1 / N)],
  'encoder-attention': [fakeTap([1, 1, N, N], () => 1 / N)],
  'set-pooling': [fakeTap([1, 1, 3, N], () => 1 / N)],
};
for (const view of Object.values(views).filter(({meta}) => meta.id in COUNTED))
  test(`${view.meta.id}: places without symbols are counted in whole numbers that stand apart`, () => {
    const taps = COUNTED[view.meta.id];
    const symbols = Array.from({length: N}, (_, i) => String(i + 1));
    for (const width of [300, 446, 1300]) {
      const options = {...OPTIONS, width, symbols, source: undefined, places: {input: NUMBERS}};
      const axis = axisOf(view, taps, options);
      const rows = new Map(axis.map((text) => [Math.round(text.y), axis.filter(({y}) => y === text.y)]));
      const bottom = /** @type {typeof axis} */ ([...rows.values()].sort((a, b) => b.length - a.length)[0]);
      const numbers = bottom.map(({text}) => Number(text)).filter((n) => n > 1);
      assert.ok(numbers.length >= 3 && numbers.at(-1) === N, `${numbers}`);
      const step = numbers[1] - numbers[0];
      assert.ok(numbers.every((n, i) => i === 0 || n - numbers[i - 1] === step) && N % step === 0, `${numbers}`);
      for (const [i, {x, text}] of bottom.entries())
        if (i > 0) assert.ok(x - bottom[i - 1].x >= 6 * text.length, `${text} stands apart`);
    }
    const {columns, rows} = view.scene(taps, {...OPTIONS, symbols, source: undefined, places: {input: NUMBERS}});
    const told = toldAll(
      view.readout(
        taps,
        {...OPTIONS, symbols, source: undefined, places: {input: NUMBERS}},
        {column: columns - 1, row: rows - 1},
      ),
    );
    assert.match(told, /number \d+/);
    assert.doesNotMatch(told, /character|“\d/);
  });

test('words are thinned out rather than cut to their first letter', () => {
  const words = 'the film was really not very good but the music in it was'.split(' ');
  const ctx = fakeContext();
  const places = {input: {kind: 'words', named: true}};
  views.hiddenState.draw(ctx, [fakeTap([words.length, 1, 1], () => 0)], {
    ...OPTIONS,
    width: 300,
    symbols: words,
    places,
  });
  const written = ctx.texts.map(({text}) => text).filter((text) => !/^[+−]?\d+$|^Unit /.test(text));
  assert.ok(written.length >= 3);
  for (const text of written)
    assert.ok(
      words.some((word) => word === text || (text.length > 3 && text.endsWith('…'))),
      text,
    );
});

test('what was read is told as words where it is words', () => {
  const options = {...OPTIONS, symbols: ['i', 'really', 'hated'], places: {input: {kind: 'words', named: true}}};
  const tap = fakeTap([3, 1, 2], () => 0.5);
  assert.match(toldAll(views.guesses.readout([tap], options, {column: 2, row: 0})), /^After “i really hated”/);
});

/** Canvases that fit: a card's head, choices, legend and reading take some 220 pixels besides. @type {[number, number, number][]} */
const SCREENS = [
  [1366, 768, 446],
  [1440, 900, 446],
  [390, 844, 340],
];
test('every picture fits a screen, however many members, layers or units', () => {
  const [M, U] = [200, 1024];
  /** @type {Record<string, any[]>} */
  const huge = {
    'feature-maps': [fakeTap([14, 14, 64], () => 1)],
    'lstm-gates': [fakeTap([M, 1, 4, U], () => 0), fakeTap([M, 1, U], () => 0)],
    'gru-gates': [fakeTap([M, 1, 3, U], () => 0), fakeTap([M, 1, U], () => 0)],
    guesses: [fakeTap([M, 1, 30], () => 0)],
    state: [fakeTap([M, 1, U], () => 0)],
    map: [fakeTap([1, 1, M, M], () => 1 / M)],
  };
  const symbols = Array.from({length: M}, () => 'word');
  for (const view of Object.values(views))
    for (const [width, height, card] of SCREENS)
      for (const large of [false, true]) {
        const {id} = view.meta;
        const taps = huge[id] ?? huge[/state|patterns/.test(id) ? 'state' : 'map'];
        const options = {...OPTIONS, symbols, source: symbols, large, width: large ? width - 60 : card};
        const scene = view.scene(taps, options);
        assert.ok(scene.height <= height - 130, `${id} at ${width}: ${scene.height}`);
        if (!large) assert.ok(scene.height <= 500, `${id} in a card: ${scene.height}`);
      }
});

test('where an answer is asked at each position, guesses are held against that', () => {
  const tap = fakeTap([3, 1, 2], (i) => [0.9, 0.1, 0.2, 0.8, 0.5, 0.5][i]);
  const options = {...OPTIONS, symbols: ['1', '1', '0'], vocab: ['0', '1'], truth: ['0', '0', null]};
  assert.equal(
    toldAll(views.guesses.describe([tap], options)),
    'Its first guess is right 1 of 2 times; on average the truth was given 55 %.',
  );
  assert.match(
    toldAll(views.guesses.readout([tap], options, {column: 0, row: 0})),
    /^At “1” \(character 1\) it answers “0” 90 %/,
  );
});

test('attention that looks ahead is drawn on both sides of the diagonal', () => {
  const tap = fakeTap([1, 1, 3, 3], (i) => [0, 1, 0, 0, 0, 1, 1, 0, 0][i]);
  const options = {...OPTIONS, symbols: ['a', 'b', 'c']};
  assert.equal(
    toldAll(views.attention.readout([tap], options, {column: 0, row: 0})),
    'From “a” (character 1) it looks at “b” (one ahead) 100 %',
  );
  assert.match(toldAll(views.attention.describe([tap], options)), /1\.3 characters away/);
});

test('feature maps: each channel is a picture, with its own lines and columns', () => {
  const view = views.featureMaps;
  const tap = fakeTap([2, 3, 3], (i) => (i === 4 * 3 + 1 ? 2 : 0));
  assert.equal(view.scene([tap], OPTIONS).across, 2);
  assert.equal(toldAll(view.readout([tap], OPTIONS, {column: 4, row: 1})), 'Pattern 2 at line 2, column 2: 2.00');
  assert.equal(toldAll(view.readout([tap], OPTIONS, {column: 5, row: 3})), 'There is no further pattern.');
  assert.equal(toldAll(view.describe([tap])), '3 patterns over 3 × 2 pixels: pattern 2 is found most, 2 nowhere.');
});
