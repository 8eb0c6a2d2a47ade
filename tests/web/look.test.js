// Where models look: squares, links and sentences against attention and gradients that are made up.
import assert from 'node:assert/strict';
import test from 'node:test';
import {colourScale} from '../../web/charts/colour.js';
import {SvgPen} from '../../web/charts/svg_pen.js';
import * as look from '../../web/charts/look/look.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {influenced, measured, PICTURE_OPTIONS, runOf, scored, textsOn} from '../support/measured_runs.js';

/** @typedef {import('../../web/charts/compare/runs.js').Run} Run @typedef {import('../../web/charts/compare/runs.js').Measured} Measured */

const NONE = NaN;
const LETTERS = {kind: 'letters', named: true};
const OPTIONS = {...PICTURE_OPTIONS, width: 860, places: {input: LETTERS, source: LETTERS}};

/** Attention of one layer, a matrix a head. @param {string} name @param {number[][][]} heads */
function attention(name, heads) {
  const shape = [1, heads.length, heads[0].length, heads[0][0].length];
  return {name, axes: ['batch', 'head', 'query', 'key'], shape, data: Float32Array.from(heads.flat(2))};
}

const DIAGONAL = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]; // prettier-ignore
const EVEN = [[1, 0, 0, 0], [0.5, 0.5, 0, 0], [0.33, 0.33, 0.34, 0], [0.25, 0.25, 0.25, 0.25]]; // prettier-ignore
const BACK = [[1, 0, 0, 0], [0.75, 0.25, 0, 0], [0.125, 0.75, 0.125, 0], [0.0625, 0.125, 0.75, 0.0625]]; // prettier-ignore
const GRADIENT = influenced([0, 1, 2, 3], [[4, 0, 0, 0], [1, 3, 0, 0], [0, 1, 1, 0], [0, 0, 6, 2]], [[1, NONE, NONE, NONE], [1, 1, NONE, NONE], [NONE, 1, 1, NONE], [NONE, NONE, 1, 1]]); // prettier-ignore

/** @param {Record<string, number[][][]>} layers @param {Record<string, Measured>} [beside] @param {Partial<import('../../web/charts/compare/runs.js').Look>} [more] @returns {Run} */
function looking(layers, beside = {}, more = {}) {
  const taps = Object.entries(layers).map(([name, heads]) => attention(name, heads));
  const seen = {step: 40, taps, symbols: ['a', 'b', 'a', 'c'], ...more};
  return {...runOf('Transformer', [GRADIENT]), beside, look: seen};
}

const FIRST = 'transformer.0.attention';
const SCORES = {
  [FIRST]: {previous: [0.1, 0.9], induction: [0.05, 0.1], copying: [0.4, 0.19], entropy: [0.9, 0.1]},
};
const TWO = () => looking({[FIRST]: [EVEN, BACK]}, {heads: scored(SCORES)});
const said = (/** @type {Run[]} */ runs, options = OPTIONS) => look.describe(runs, options).found.map(told);
const read = (/** @type {Run[]} */ runs, /** @type {number} */ column, /** @type {number} */ row) =>
  toldAll(look.readout(runs, OPTIONS, {column, row}));
const drawn = (/** @type {Run[]} */ runs, /** @type {object} */ more = {}) => {
  const ctx = fakeContext();
  look.draw(ctx, runs, {...OPTIONS, ...more});
  return ctx;
};

test('every head of every layer is a square, in the order in which the measure of query and key counts them; gradients come last', () => {
  const all = looking({
    'transformer.0.attention': [EVEN, BACK],
    'transformer.0.cross_attention': [DIAGONAL],
    'transformer.encoder.0.attention': [DIAGONAL],
    'transformer.1.attention': [EVEN],
  });
  assert.equal(look.scene([all], OPTIONS).columns, 6);
  assert.deepEqual(
    look.table([all]).rows.map(([, , kind, layer, head]) => [kind, layer, head]),
    [
      ['self', 1, 1],
      ['self', 1, 2],
      ['self', 2, 1],
      ['across', 1, 1],
      ['source', 1, 1],
      ['read', NONE, NONE],
    ],
  );
});

test('squares and the large one have the colours of their shares, on one scale from nothing to all', () => {
  const run = TWO();
  const ctx = drawn([run]);
  const colour = colourScale('sequential', 0, 1, COLOURS.dark);
  const cells = ctx.rects.filter(({fill}) => fill.startsWith('rgb')).map(({fill}) => fill);
  const of = (/** @type {number[][]} */ rows) => rows.flatMap((row) => row.map((share) => colour(Math.sqrt(share))));
  const normed = [[1, 0, 0, 0], [0.25, 0.75, 0, 0], [0, 0.5, 0.5, 0], [0, 0, 0.75, 0.25]]; // prettier-ignore
  assert.deepEqual(cells.slice(0, 64), [...of(EVEN), ...of(BACK), ...of(normed), ...of(BACK)]);
});

test('the head with the highest induction score is large if it deserves it, else the strongest, else the most pointed, and that is said', () => {
  assert.ok(textsOn(drawn([TWO()])).includes('Strongest: head 2 of layer 1 (previous 90 %)'));
  const induction = {[FIRST]: {previous: [0.1, 0.9], induction: [0.8, 0.1], copying: [0.1, 0.1], entropy: [0.2, 0.1]}};
  const strong = looking({[FIRST]: [DIAGONAL, BACK]}, {heads: scored(induction)});
  assert.ok(textsOn(drawn([strong])).includes('Highest induction score: head 1 of layer 1 (80 %)'));
  const even = {[FIRST]: {previous: [0.2, 0.1], induction: [0.1, 0.2], copying: [0.1, 0.1], entropy: [0.9, 0.8]}};
  assert.ok(
    textsOn(drawn([looking({[FIRST]: [EVEN, BACK]}, {heads: scored(even)})])).includes(
      'None stands out; most pointed: head 2 of layer 1',
    ),
  );
  const gru = runOf('GRU', [GRADIENT]);
  assert.ok(textsOn(drawn([gru])).includes('By gradient: what each answer depends on'));
});

test('each score names its best head, and what none deserves is said once, with the bar', () => {
  assert.deepEqual(said([TWO()]), [
    'Transformer: most attention to the place before has head 2 of layer 1 (90 %); most to the right answer’s symbol has ' +
      'head 1 of layer 1 (40 %); no head stands out for induction (the bar is 20 %, and twice what looking everywhere alike gives).',
  ]);
  const none = {[FIRST]: {previous: [0.2, 0.1], induction: [0.1, 0.2], entropy: [0.9, 0.8]}};
  assert.deepEqual(said([looking({[FIRST]: [EVEN, BACK]}, {heads: scored(none)})]), [
    'Transformer: no head stands out for induction, previous (the bar is 20 %, and twice what looking everywhere alike gives); ' +
      'most pointed is head 2 of layer 1 (81 % of a row at one place).',
  ]);
});

test('below a head stands what stands out, and nothing where it looks no more than everywhere alike', () => {
  const texts = textsOn(drawn([TWO()]));
  assert.equal(texts.filter((text) => text === 'previous').length, 1);
  assert.equal(texts[texts.indexOf('previous') + 1], '90 %');
  // Of two symbols half of all places follow the same one: 45 % is less than chance.
  const bits = {[FIRST]: {previous: [0.1], induction: [0.45], copying: [0.6], entropy: [0.9]}};
  const asked = ['1', '0', '1', '1'];
  const run = looking({[FIRST]: [EVEN]}, {heads: scored(bits)}, {symbols: ['1', '1', '1', '1'], asked});
  assert.deepEqual(
    textsOn(drawn([run])).filter((text) => /induction$|copying$/.test(text)),
    [],
  );
  const spread = {[FIRST]: {previous: [0.9], entropy: [0.91]}};
  assert.ok(!textsOn(drawn([looking({[FIRST]: [EVEN]}, {heads: scored(spread)})])).includes('previous'));
  const pointed = {[FIRST]: {previous: [0.1], entropy: [0.1]}};
  assert.ok(textsOn(drawn([looking({[FIRST]: [DIAGONAL]}, {heads: scored(pointed)})])).includes('pointed'));
});

test('where there is no room to name every place, how many are named stands behind the title', () => {
  const symbols = Array.from('abcdefghijklmnopqrstuvwxabcdefghijklmnopqrstuvwx');
  const even = symbols.map((_, q) => symbols.map((_, k) => (k <= q ? 1 / (q + 1) : 0)));
  const long = looking({[FIRST]: [even]}, {}, {symbols});
  const written = (/** @type {Run} */ run) =>
    textsOn(drawn([run], {width: 418, brief: true})).filter((text) => text.includes('written'));
  assert.deepEqual(written(long), ['letters: 1 in 3 is written']);
  assert.deepEqual(written(TWO()), []);
});

test('in a set nothing is before anything: no score of an order is named', () => {
  const name = 'set_transformer.0.attention';
  const run = looking({[name]: [BACK]}, {heads: scored({[name]: {previous: [0.9], induction: [0.9], entropy: [0.5]}})});
  assert.deepEqual(said([run]), ['Transformer: most pointed is head 1 of layer 1 (81 % of a row at one place).']);
});

test('without attention the same square shows what each answer depends on, how far back, and where nothing is seen any more', () => {
  const conv = {...runOf('CNN', [GRADIENT]), look: {step: 60, taps: [], symbols: ['a', 'b', 'c', 'd']}};
  assert.deepEqual(said([conv]), [
    'CNN, by gradient: on average 75 % of an answer comes from one place; from 0.4 letters away on average; nothing from more than 1 letter back.',
  ]);
  assert.equal(
    read([conv], 0, 4),
    'CNN, by gradient: “d” (letter 4) depends on “c” (letter 3), 1 back, 75 %; “d” (letter 4), itself, 25 %.',
  );
  const ctx = drawn([conv]);
  const cliff = ctx.strokes.filter(({colour, points}) => colour === 'ink' && points.length === 2);
  assert.equal(cliff.length, 4, 'two steps down, each with its side');
  for (const {points} of cliff) assert.ok(points[0][0] === points[1][0] || points[0][1] === points[1][1]);
  const blind = runOf('RNN', [influenced([0, 1], [[0, 0], [0, 0]])]); // prettier-ignore
  assert.deepEqual(said([blind]), ['RNN: its answers depend on nothing that it reads.']);
});

test('of an answer for all one row is shown, and where most of it comes from is said', () => {
  const run = runOf('LSTM', [influenced([3], [[1, 0, 6, 1]])]);
  const numbers = {...OPTIONS, places: {input: {kind: 'numbers', named: false}, source: LETTERS}};
  assert.deepEqual(said([run], numbers), ['LSTM, by gradient: 75 % of the answer comes from number 3.']);
  assert.ok(textsOn(drawn([run])).includes('answer'));
});

test('rows of an alignment are the symbols written, columns those of the source', () => {
  const more = {symbols: ['→', 'x', 'y'], source: ['p', 'q'], written: ['x', 'y', '·'], asked: ['x', 'z', '·']};
  const run = looking({'seq2seq.attention': [[[0.25, 0.75], [1, 0], [0.5, 0.5]]]}, {}, more); // prettier-ignore
  run.found = influenced([0, 1, 2], [[1, 0, 0], [1, 1, 0], [1, 1, 2]], undefined, [[1, 3], [1, 0], [0, 0]]); // prettier-ignore
  assert.equal(read([run], 0, 2), 'Transformer, its alignment: from “y” (letter 2) it looks at “p” (letter 1) 100 %.');
  assert.equal(
    read([run], 0, 3),
    'Transformer, its alignment: from the end (letter 3) it looks at “p” (letter 1) 50 %; “q” (letter 2) 50 %.',
  );
  assert.equal(
    read([run], 1, 2),
    'Transformer, by gradient, of the source: “z” (letter 2) depends on “p” (letter 1) 100 %.',
  );
  assert.equal(read([run], 1, 3), 'Transformer, by gradient, of the source: nothing counts for the end (letter 3).');
  assert.equal(
    read([run], 2, 3),
    'Transformer, by gradient: the end (letter 3) depends on “z” (letter 3), itself, 50 %; “→” (letter 1), 2 back, 25 %; “x” (letter 2), 1 back, 25 %.',
  );
});

test('links lead from the place under the cursor to all it looks at, with the shares of the strongest three', () => {
  const run = TWO();
  const ctx = drawn([run], {cursor: {column: 1, row: 4}});
  const curves = ctx.strokes.filter(({colour, points}) => colour === run.colour && points.length > 10);
  assert.equal(curves.length, 4);
  assert.equal(curves.filter(({alpha}) => alpha > 0.5).length, 3);
  const shares = ctx.texts.slice(ctx.texts.findLastIndex(({text}) => text === 'b'));
  assert.deepEqual(
    shares.flatMap(({text}) => (/^\d+ %$/.test(text) ? text : [])),
    ['75 %', '13 %', '6 %'],
  );
  const [, , strong] = curves;
  const ends = strong.points.map(([x]) => x);
  const symbol = (/** @type {string} */ text) => ctx.texts.filter((one) => one.text === text).at(-1)?.x ?? NaN;
  assert.ok(Math.abs(ends[0] - symbol('c')) < 1e-6 && ends[ends.length - 1] < ends[0]);
});

test('a square is picked and stays; a row shows the same place in every model', () => {
  const [one, two] = [TWO(), {...TWO(), name: 'Other'}];
  const texts = textsOn(drawn([one, two], {picked: {column: 0, row: 0}}));
  assert.ok(
    texts.includes('Picked: head 1 of layer 1') && texts.includes('Strongest: head 2 of layer 1 (previous 90 %)'),
  );
  const ctx = drawn([one, two], {cursor: {column: 1, row: 3}});
  const bold = ctx.texts.filter(({font, text}) => font.startsWith('700') && text === 'a');
  assert.equal(bold.length, 4, 'beside the rows and below, in both');
});

test('what is drawn is found again under the pointer, and the shared place leads back to it', () => {
  const runs = [TWO(), runOf('GRU', [GRADIENT])];
  const {height} = look.scene(runs, OPTIONS);
  const seen = new Set();
  for (let x = 0; x < OPTIONS.width; x += 2)
    for (let y = 0; y < height; y += 2) {
      const cursor = look.locate(runs, OPTIONS, x, y);
      if (cursor) seen.add(`${cursor.column} ${cursor.row}`);
    }
  assert.deepEqual([...seen].sort(), [
    '0 0',
    '1 0',
    '1 1',
    '1 2',
    '1 3',
    '1 4',
    '2 0',
    '3 0',
    '3 1',
    '3 2',
    '3 3',
    '3 4',
  ]);
  for (let index = 0; index < 4; index++) {
    const cursor = look.at(runs, OPTIONS, {stream: 'input', index});
    assert.deepEqual(cursor, {column: 1, row: index + 1});
    assert.deepEqual(cursor && look.place(runs, OPTIONS, cursor), {stream: 'input', index});
  }
  const across = looking({'seq2seq.attention': [[[0.1, 0.9], [0.8, 0.2]]]}, {}, {source: ['p', 'q'], written: ['x', '·']}); // prettier-ignore
  assert.deepEqual(
    look.at([across], OPTIONS, {stream: 'source', index: 0}),
    {column: 0, row: 2},
    'the one that looks there most',
  );
});

/** q . k of the last place, of two keys. @param {number} head @param {number} query */
const APART = (head, query) =>
  measured(
    60,
    [
      ['products', [{name: 'key', count: 2}, {name: 'dimension', count: 2}], [0.5, -0.25, 2, 1]],
      ['score', [{name: 'key', count: 2}], [0.25, 3]],
      ['weight', [{name: 'key', count: 2}], [0.06, 0.94]],
      ['query', [{name: 'dimension', count: 2}], [1, 2]],
      ['keys', [{name: 'key', count: 2}, {name: 'dimension', count: 2}], [0.7, -0.18, 2.83, 0.71]],
    ],
    {layer: 0, head, query, example: 0},
  ); // prettier-ignore

test('what is picked asks for its products, which are taken apart: the largest, the sum, the share', () => {
  assert.deepEqual(look.asks({...OPTIONS, example: 3}), [
    {measure: 'influence', options: {example: 3}},
    {measure: 'heads', options: {}},
  ]);
  const picked = {column: 1, row: 2};
  assert.deepEqual(look.asks({...OPTIONS, picked})[2], {
    measure: 'query_key',
    options: {example: 0, head: 1, query: 1},
  });
  const run = looking({[FIRST]: [EVEN, BACK]}, {query_key: APART(1, 1)});
  const detail = look.detail([run], {...OPTIONS, picked});
  assert.ok(detail);
  assert.equal(
    told(detail.title),
    'Query and key, head 2 of layer 1: from “b” (letter 2) to “b” (letter 2), itself, at step 60',
  );
  assert.deepEqual(detail.lines.map(told), [
    'The 2 products of query and key add up to 3.00. The largest: number 1 gives 2.00; number 2 gives 1.00.',
    'Softmax over 2 places makes 94 % of it.',
    'Next comes “a” (letter 1), 1 back, with 0.25, which makes 6 %.',
  ]);
  assert.equal(detail.formulas?.[0].symbols?.[0].value, '(1.00, 2.00)');
  assert.equal(look.detail([run], {...OPTIONS, picked: {column: 0, row: 2}}), null, 'it is of another head');
  assert.equal(look.detail([run], OPTIONS), null, 'nothing is picked');
});

test('query times key is drawn below, the highest score first, and all of it can be saved as SVG', () => {
  const run = looking({[FIRST]: [EVEN, BACK]}, {query_key: APART(1, 1)});
  const options = {...OPTIONS, picked: {column: 1, row: 2}};
  const texts = textsOn(drawn([run], options));
  const from = texts.indexOf('Query times key from “b” (letter 2), number by number');
  assert.deepEqual(texts.slice(from + 1, from + 5), ['= 3.00 → 94 %', 'b', '= 0.25 → 6 %', 'a']);
  const pen = new SvgPen(/** @type {any} */ (() => 6));
  look.draw(/** @type {any} */ (pen), [run], {...options, still: true});
  const {height} = look.scene([run], options);
  const about = {title: 't', description: 'd', language: 'en', paper: '#fff'};
  const svg = pen.file({width: OPTIONS.width, height, ...about});
  assert.match(svg, /number by number/);
});

test('a text’s example is another passage than the one that is looked at, so no symbols are put to it', () => {
  const text = {...OPTIONS, places: {input: {kind: 'characters', named: true}, source: LETTERS}};
  const run = looking({[FIRST]: [EVEN]});
  assert.match(
    toldAll(look.readout([run], text, {column: 1, row: 4})),
    /: character 4 depends on character 3, 1 back, 75 %/,
  );
});
