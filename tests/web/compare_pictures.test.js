// What holds of every picture that compares models, whatever was measured: little, much, nothing, no number at all.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {PICTURES} from '../../web/charts/compare/index.js';
import {told, toldAll} from '../../web/words/words.js';
import {chainOf, conesOf, handedOver, lookerOf} from '../support/networks.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {
  anatomyOf,
  byGap,
  byLength,
  confused,
  gated,
  influenced,
  measured,
  lensed,
  partsWorth,
  PICTURE_OPTIONS,
  probed,
  reached,
  runOf,
  strewn,
  stepping,
  textsOn,
} from '../support/measured_runs.js';

const NONE = NaN;
const ANATOMIES = JSON.parse(String(readFileSync(new URL('../golden/anatomies/made.json', import.meta.url))));
/** What the engine says of a model of a family. @param {string} family */
const made = (family) => ANATOMIES.find((/** @type {any} */ {model}) => model.kind === family).at[0];

/** @template T @param {number} n @param {(i: number) => T} f @returns {T[]} */
const list = (n, f) => Array.from({length: n}, (_, i) => f(i));
/** Usual, open, shut, a single place, no gate, another length. @type {(((i: number) => ReturnType<typeof gated>) | null)[]} */
const GATES = [
  (i) =>
    gated(
      i % 2 ? 'gru' : 'lstm',
      list(20, (place) => [0.5, 0.99 - 0.01 * ((place + i) % 5)]),
    ),
  () =>
    gated(
      'lstm',
      list(12, () => [1, 1]),
    ),
  () =>
    gated(
      'gru',
      list(12, () => [0, 0]),
    ),
  () => gated('lstm', [[0.3]]),
  null,
  (i) =>
    gated(
      'lstm',
      list(400 - 20 * i, () => [0.999]),
    ),
];

/** Of one model, by what is measured or by picture: usual, a single place, zeros, no number, what underflows. @param {string} kind @param {number} i of the model @returns {any[]} */
function sample(kind, i) {
  const share = (/** @type {number} */ k) => ((k * 7 + i * 3) % 10) / 10;
  const [few, many] = [[4], list(9, (k) => 2 * k - 3)];
  /** @type {Record<string, any[]>} */
  const samples = {
    reach: [
      reached(
        9,
        list(20, (k) => 0.3 ** k * (i + 1)),
      ),
      reached(9, [0.5]),
      reached(
        9,
        list(5, () => 0),
      ),
      reached(
        9,
        list(5, () => NONE),
      ),
      reached(
        9,
        list(20, (k) => (k > 9 ? 0 : 1e-9 ** k)),
        list(4, (k) => 10 ** -k),
      ),
    ],
    lengths: [
      byLength(
        [2, 3, 4, 5],
        list(4, share),
        list(4, (l) => list(6, (p) => (p <= l + 1 ? share(p + l) : NONE))),
        3,
        1,
      ),
      byLength(few, [1], [[1]], 4),
      byLength(few, [0], [[0, 0]], 9),
      byLength(few, [NONE], [[NONE, NONE]], NONE),
    ],
    gaps: [
      byGap(many, {
        accuracy: list(9, share),
        answers: list(9, (k) => k),
        longer_accuracy: list(9, share),
        longer_answers: list(9, (k) => 9 - k),
      }),
      byGap(few, {accuracy: [1], answers: [3]}),
      byGap(few, {error: [0.25], answers: [3]}),
      byGap(few, {accuracy: [NONE], answers: [0]}),
    ],
    confusion: [
      confused(
        30,
        ['0', 'a', ' ', '·', ''],
        list(5, (row) => list(5, (column) => (row === column ? 9 : (row * column + i) % 3))),
        {right: list(8, share), others: 4, at: [2, 5, 6, 9, -1]},
      ),
      confused(30, ['even'], [[7]], {right: [1, 1]}),
      confused(30, ['a', 'b'], [[0, 0], [0, 0]], {right: [NONE]}), // prettier-ignore
      confused(30, [], [], {}),
      confused(
        30,
        list(40, (k) => `word ${k}`),
        list(40, (row) => list(40, (column) => (row === column ? 0 : (row + column + i) % 2))),
        {right: list(4, () => 0)},
      ),
    ],
    influence: [
      influenced(
        list(6, (k) => k),
        list(6, (q) => list(6, (k) => (k <= q ? share(q + k) : 0))),
        list(6, (q) => list(6, (k) => (k <= q && k > q - 3 ? 1 : NONE))),
        list(6, (q) => list(4, (k) => share(q * k))),
      ),
      influenced([0], [[1]]),
      influenced([2, 4], [list(5, () => 0), list(5, () => 0)]),
      influenced([0, 1], [list(2, () => NONE), list(2, () => NONE)], [list(2, () => NONE), list(2, () => NONE)]),
      influenced([7], [list(8, share)]),
      influenced([], []),
    ],
    parts: [
      partsWorth(
        {'transformer.0': {head: [0.5 + i, -0.1, 0.01]}, 'transformer.0.cross': {head: [0.02, NONE]}},
        {loss: 0.4, accuracy: 0.8, together: 2, together_rise: 1.5, together_fall: 0.4},
      ),
      partsWorth({'lstm.0': {gate: [[0.1, 0.2], [0.3, 1], [0.4, NONE], [0, -0.2]]}}, {loss: 1.5, accuracy: 0.1}), // prettier-ignore
      partsWorth({'mlp.0': {unit: list(40, (k) => (k % 2 ? NONE : (k - 20) / 100))}}, {loss: 0.01}),
      partsWorth({seq2seq: {head: [0]}, 'seq2seq.encoder_reverse.1': {layer: [0]}}, {loss: 0, accuracy: 0}),
      partsWorth({'set_transformer.pooling.feed': {unit: [NONE, NONE]}}, {loss: NONE, accuracy: NONE}),
      partsWorth({}, {loss: 1}),
    ],
    lens: [
      lensed(70, {
        layers: {
          'transformer.embedding': list(9, (k) => [0.2, 0.5, 0.2, 0.1 * share(k)]),
          'transformer.0': list(9, (k) => [share(k), 0.4, 0.1, 0.05]),
        },
        right: list(9, (k) => k % 4),
        names: ['a', ' ', '\n', ''],
        accuracy: [0.2, 0.8],
      }),
      lensed(70, {layers: {'lstm.0': [[1, 0]], 'lstm.0.cell': [[0, 1]]}, right: [1], names: ['yes', 'no'], guesses: 2}),
      lensed(0, {
        layers: {'a.0': list(40, () => [0, 0])},
        right: list(40, () => 0),
        names: ['even', 'odd'],
        guesses: 1,
      }),
      lensed(70, {layers: {'a.0': [[NONE, NONE]]}, right: [0], names: [], accuracy: [NONE]}),
    ],
    scatter: [
      strewn(
        list(12, (k) => [k % 4, 3 * Math.floor(k / 4) + i * share(k)]),
        {example: list(12, (k) => Math.floor(k / 6)), time: list(12, (k) => k % 6)},
      ),
      strewn([[0, 0]], {names: ['a'], explained: [0, 0]}),
      strewn(list(5, () => [0, 0])),
      strewn(list(3, () => [NONE, NONE]), {names: ['x', '', 'z'], explained: [NONE, NONE]}), // prettier-ignore
      strewn(list(400, (k) => [Math.sin(k), 1e9 * Math.cos(k)])), // prettier-ignore
      strewn(
        list(60, (k) => [(k * 7) % 11, (k * 5) % 13]),
        {
          example: list(60, (k) => Math.floor(k / 20)),
          time: list(60, (k) => k % 20),
          symbol: list(60, (k) => (k * 3 + i) % 13),
          vocab: [...'abcdefghijkl'],
          hidden: {
            recalled: {kind: 2, values: list(60, (k) => (k % 4 ? (k * 5) % 12 : NONE))},
            parity: {kind: 1, values: list(60, (k) => k % 2)},
            ones: {kind: 0, values: list(60, (k) => k % 20)},
            open: {kind: 0, values: list(60, () => NONE)},
          },
        },
      ),
    ],
    anatomy: [
      anatomyOf(made(i % 2 ? 'transformer' : 'lstm'), {step: 7, ms: list(12, (k) => 0.01 * (k + 1 + i))}),
      anatomyOf(made('image_conv'), {step: 7, ms: list(12, () => 0)}),
      anatomyOf(made('seq2seq'), {step: 7}),
      anatomyOf({...made('gru'), parts: [], flops: [], kind: [], connection: [], waits: {at: [], data: []}}),
      anatomyOf(made(i % 2 ? 'pervasive' : 'state_space'), {ms: list(12, () => NONE)}),
    ],
    probe: [
      probed(60, {
        parity: {together: 0.97, control: 0.1 * i, units: [0.1, share(2) / 2, 0.3], auc: 0.99},
        ones: {together: 0.8, control: 0.4, units: [0.6, 0.2, NONE]},
      }),
      probed(60, {held: {together: 1, control: 1, units: [1]}}),
      probed(60, {held: {together: 0, control: 0, units: [0, 0]}}),
      probed(60, {held: {together: NONE, control: NONE, units: [NONE]}}),
      probed(60, {unheard_of: {together: -3, control: -2, units: [-5, 0.2]}}),
      probed(60, {}),
    ],
    carried: [
      probed(60, {depth: {together: 0.97, control: 0, units: [0.5, 0.2], direction: [2, -i]}}),
      probed(60, {depth: {together: NONE, control: NONE, units: [NONE], direction: [0]}}),
      probed(60, {
        depth: {together: 0.4, control: 0, units: [0.5], direction: [1e9]},
        broken: {together: 0.9, control: 0, units: [0.5], direction: [-1]},
      }),
      probed(60, {}),
    ],
    kept: GATES.map(() => measured(9, [])),
    network: [
      i % 2 ? lookerOf(12, 2) : chainOf(12, 2),
      chainOf(1),
      conesOf(40, 4),
      handedOver(9, 7),
      lookerOf(130, 2),
      anatomyOf(made(i % 2 ? 'pervasive' : 'state_space')), // without ways
      anatomyOf({...made('gru'), parts: [], flops: [], kind: [], connection: [], waits: {at: [], data: []}}),
    ],
  };
  return samples[kind];
}

/** @param {string} kind @param {number} count of models @param {number} [which] */
const runsOf = (kind, count, which = 0) =>
  list(count, (i) => ({...runOf(`Model ${i + 1}`, [sample(kind, i)[which]]), ...besideOf(kind, i, which)}));

/** The memory and what is so at each place of the example: of usual ones, of a memory of one unit, and of one of which nothing is known. @param {number} i @param {number} which */
function bracketsRead(i, which) {
  const symbols = [...'(()())))'];
  const units = which ? 1 : 2;
  const data = list(symbols.length * units, (k) => Math.sin(k * (i + 1)));
  const of = (/** @type {number} */ kind, /** @type {(t: number) => number} */ value) => ({kind, values: list(16, (k) => value(k % 8))}); // prettier-ignore
  const depth = of(0, (t) => (t < 6 ? [1, 2, 1, 2, 1, 0][t] : NONE));
  /** @type {Record<string, {kind: number, values: number[]}>} */
  const hidden = which === 3 ? {} : which === 2 ? {depth, broken: of(1, (t) => (t < 6 ? 0 : 1))} : {depth};
  const points = {example: list(16, (k) => Math.floor(k / 8)), time: list(16, (k) => k % 8)};
  return {
    beside: {scatter: strewn(list(16, (k) => [k, i]), {...points, hidden})}, // prettier-ignore
    look: {
      step: 60,
      symbols,
      taps: [{name: 'rnn.0.hidden', axes: ['time', 'batch', 'unit'], shape: [8, 1, units], data}],
    },
  };
}

/** What else was asked of a model, of every second sample; one has nothing of it. @param {string} kind @param {number} i @param {number} which @returns {any} */
function besideOf(kind, i, which) {
  if (kind === 'carried') return bracketsRead(i, which);
  if (kind === 'kept') return GATES[which] ? {look: GATES[which](i)} : {};
  if (kind !== 'reach' || which % 2 || i === 1) return {};
  const stretches = list(9, (k) => 10 ** (k - 6));
  const layer = {radius: 0.5 * i, stretches, saturated: 0.1 * i};
  return {
    beside: stepping(9, i % 2 ? {'gru.0': layer, 'gru.1': {radius: 1, stretches: []}} : {'rnn.0': layer}),
    ...(i > 1 && {clipped: i / 6}),
  };
}

for (const picture of PICTURES) {
  const {id} = picture.meta;
  const measure = sample(id, 0) ? id : picture.meta.measure;
  const shapes = list(sample(measure, 0).length, (which) => which);

  test(`${id}: one model or six, wide or narrow, everything stands within the picture`, () => {
    for (const width of [264, 640, 1300])
      for (const count of [1, 2, 6])
        for (const which of shapes) {
          const runs = runsOf(measure, count, which);
          const options = {...PICTURE_OPTIONS, width, colours: {...COLOURS, dark: count === 2}};
          const {height, columns, rows} = picture.scene(runs, options);
          assert.ok(Number.isFinite(height) && columns >= 0 && rows >= 0);
          const ctx = fakeContext();
          picture.draw(ctx, runs, {...options, cursor: rows && columns ? {column: 0, row: rows - 1} : null});
          assert.equal(ctx.depth, 0);
          const points = ctx.strokes.flatMap(({points: all}) => all);
          for (const [x, y] of points)
            assert.ok(x >= -1 && x <= width + 1 && y >= 0 && y <= height, `${x} ${y} of ${width} x ${height}`);
          for (const {text, x, y} of ctx.texts) {
            assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${text} at ${x} ${y} of ${width} x ${height}`);
            assert.doesNotMatch(text, /NaN|undefined|Infinity|compare\./);
          }
          for (const {x, y, width: w, height: h} of ctx.rects)
            assert.ok(x >= 0 && y >= 0 && x + w <= width + 1 && y + h <= height + 1 && w >= 0 && h >= 0);
        }
  });

  test(`${id}: what is said and read has all its numbers`, () => {
    for (const count of [1, 6])
      for (const which of shapes) {
        const runs = runsOf(measure, count, which);
        const {found, phenomenon} = picture.describe(runs, PICTURE_OPTIONS);
        assert.ok(found.length >= runs.length);
        runs.forEach(({name}, i) => assert.match(told(found[found.length - runs.length + i]), new RegExp(name)));
        const {columns, rows} = picture.scene(runs, PICTURE_OPTIONS);
        const cells = list(rows, (row) => list(columns, (column) => ({column, row}))).flat();
        const read = cells.map((cursor) => toldAll(picture.readout(runs, PICTURE_OPTIONS, cursor)));
        for (const said of [
          ...found.map(told),
          told(phenomenon),
          ...read,
          toldAll(picture.meta.how),
          told(picture.meta.title),
        ]) {
          assert.doesNotMatch(said, /NaN|undefined|Infinity|\{|compare\./);
          assert.match(said, /^\S.*[.?]$/);
        }
      }
  });

  test(`${id}: whatever can be pointed at can be read, and all of the usual can be pointed at`, () => {
    const runs = runsOf(measure, 2);
    const {height, columns, rows} = picture.scene(runs, PICTURE_OPTIONS);
    const seen = new Set();
    for (let x = 0; x < PICTURE_OPTIONS.width; x += 2)
      for (let y = 0; y < height; y += 1) {
        const cursor = picture.locate(runs, PICTURE_OPTIONS, x, y);
        if (!cursor) continue;
        assert.ok(cursor.column >= 0 && cursor.column < columns && cursor.row >= 0 && cursor.row < rows);
        seen.add(cursor.column);
      }
    assert.equal(seen.size, columns);
  });

  test(`${id}: its table names every model with its step, and has a title for each column`, () => {
    const runs = runsOf(measure, 3);
    const {columns, rows} = picture.table(runs, PICTURE_OPTIONS);
    assert.deepEqual(
      columns.slice(0, 2).map(({id: name}) => name),
      ['model', 'step'],
    );
    assert.equal(new Set(columns.map(({id: name}) => name)).size, columns.length);
    for (const {title} of columns) assert.doesNotMatch(told(title), /compare\./);
    assert.deepEqual(
      [...new Set(rows.map(([name]) => name))],
      runs.map(({name}) => name),
    );
    for (const row of rows) assert.equal(row.length, columns.length);
  });

  test(`${id}: where no model answers what was chosen, it still offers the choice`, () => {
    const {controls = []} = picture.scene(runsOf(measure, 2), PICTURE_OPTIONS);
    const without = picture.scene([], PICTURE_OPTIONS);
    assert.ok(Number.isFinite(without.height) && without.columns >= 0 && without.rows === 0);
    for (const {name, choices} of controls) {
      assert.match(told(choices[0].title), /^\S/);
      const asked = (/** @type {number} */ value) =>
        JSON.stringify(picture.asks?.({...PICTURE_OPTIONS, choice: {[name]: value}}));
      if (!choices.some(({value}) => asked(value) !== asked(choices[0].value)) || name === 'together') continue; // only otherwise no model may answer
      const kept = without.controls?.find((one) => one.name === name)?.choices ?? [];
      assert.ok(choices.every(({value}) => kept.some((choice) => choice.value === value)));
    }
  });

  test(`${id}: names stand above it, with the step after which each was measured`, () => {
    const runs = runsOf(measure, 2);
    const ctx = fakeContext();
    picture.draw(ctx, runs, PICTURE_OPTIONS);
    for (const {name, found} of runs) {
      const at = textsOn(ctx).indexOf(name);
      assert.ok(at >= 0, name);
      assert.equal(textsOn(ctx)[at + 1], `step ${found.step}`);
    }
  });
}
