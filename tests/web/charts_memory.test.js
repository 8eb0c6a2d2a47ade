// Pictures of memories: units by places, in their order and in the order of their slowness.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import * as views from '../../web/charts/index.js';
import {colourScale} from '../../web/charts/colour.js';
import {variable} from '../../web/charts/memory/carried.js';
import {bySlowness, slowness} from '../../web/charts/memory/slowness.js';
import {told, toldAll} from '../../web/words/words.js';
import {VIEW_OPTIONS as OPTIONS, fakeContext, fakeTap} from '../support/fake_canvas.js';
import {probed, textsOn as textsOf} from '../support/measured_runs.js';

/** As they are stored: whatever is said of rows is of units then. */
const BY_NUMBER = {order: 1};

test('hidden state: values become colours, unit and character are the ones pointed at', () => {
  const tap = fakeTap([2, 1, 2], (i) => [1, -1, 0, 0.5][i]);
  const options = {...OPTIONS, symbols: ['a', ' '], choice: BY_NUMBER};
  const ctx = fakeContext();
  views.hiddenState.draw(ctx, [tap], options);
  const colour = colourScale('diverging', -1, 1, false);
  assert.deepEqual(
    ctx.rects.slice(0, 4).map(({fill}) => fill),
    [colour(1), colour(0), colour(-1), colour(0.5)],
    'row by row',
  );
  assert.equal(
    toldAll(views.hiddenState.readout([tap], options, {column: 1, row: 1})),
    'Unit 2 after reading space (character 2): +0.50',
  );
  assert.equal(
    toldAll(views.hiddenState.describe([tap], options)),
    '2 units over 2 characters: 50 % of the values are saturated (beyond ±0.9); unit 2 changes most, by 1.50 per character. ' +
      'No unit is slow: values at neighbouring characters correlate by −0.50 at most.',
  );
});

test('values without a bound are drawn to their largest, and none is called saturated', () => {
  const tap = fakeTap([2, 1, 2], (i) => [0, 4.25, 0.5, 0][i]);
  const options = {...OPTIONS, symbols: ['a', 'b']};
  for (const view of [views.patternsFound, views.hiddenState]) {
    assert.equal(view.scene([tap], options).legend[0].high, 5);
    assert.match(
      toldAll(view.describe([tap], options)),
      /^2 units over 2 characters, with values up to ±4.3; unit 2 changes most, by 4.25 per character\./,
    );
  }
});

test('slow is whose value at one place says much of the next; what never moves tells nothing and comes last', () => {
  const rows = [
    [1, -1, 1, -1, 1, -1], // flickers
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], // never moves
    [-1, -1, -1, 1, 1, 1], // turns once
    [0, 0.001, 0.002, 0.003, 0.004, 0.005], // drifts, by however little
  ];
  const tap = fakeTap([6, 1, 4], (i) => rows[i % 4][Math.floor(i / 4)]);
  const slow = [0, 1, 2, 3].map((unit) => slowness(tap, unit));
  assert.ok(
    Math.abs(slow[0] + 5 / 6) < 1e-6 && Math.abs(slow[2] - 3 / 6) < 1e-6 && Math.abs(slow[3] - 0.5) < 1e-3,
    `${slow}`,
  );
  assert.ok(Number.isNaN(slow[1]));
  assert.deepEqual(
    bySlowness(tap).map(({unit}) => unit + 1),
    slow[2] >= slow[3] ? [3, 4, 1, 2] : [4, 3, 1, 2],
  );
  assert.match(
    toldAll(views.hiddenState.describe([tap], OPTIONS)),
    /The slowest is unit \d: its values at neighbouring characters correlate by \+0\.50\./,
  );
});

/** The unit that a row names. @param {any} view @param {any[]} taps @param {any} options @param {number} row */
const unitIn = (view, taps, options, row) =>
  Number(toldAll(view.readout(taps, options, {column: 0, row})).match(/Unit (\d+)/)?.[1]);

/** Unit u turns every 2^u places: the later, the slower. @param {number} units @param {number} [steps] */
const slower = (units, steps = 64) =>
  fakeTap([steps, 1, units], (i) => ((Math.floor(i / units) >> Math.min(5, i % units)) & 1 ? 0.9 : -0.9));

test('slow units come first, a row names its own unit, and the line, the text and the gates are of the chosen one', () => {
  const hidden = slower(3);
  const options = {...OPTIONS, symbols: Array.from({length: 64}, () => 'a'), width: 1200};
  assert.deepEqual(
    [0, 1, 2].map((row) => unitIn(views.hiddenState, [hidden], options, row)),
    [3, 2, 1],
  );
  const gates = fakeTap([64, 1, 4, 3], () => 0.5);
  assert.deepEqual(
    [3, 4, 5].map((row) => unitIn(views.lstmGates, [gates, hidden], options, row)),
    [3, 2, 1],
    'in every panel',
  );
  for (const {options: chosen, row} of [
    {options, row: 0},
    {options: {...options, picked: {column: 0, row: 1}}, row: 1},
    {options: {...options, picked: {column: 0, row: 1}, cursor: {column: 5, row: 2}}, row: 2},
  ]) {
    const ctx = fakeContext();
    views.hiddenState.draw(ctx, [hidden], chosen);
    const unit = 2 - row;
    assert.match(textsOf(ctx).join('|'), new RegExp(`Unit ${unit + 1}( |\\|)`));
    const line = ctx.strokes.find(({colour, points}) => colour === 'ink' && points.length === 64);
    const heights = new Set(line?.points.map(([, y]) => y));
    assert.equal(heights.size, 2);
    const high = Math.min(...heights);
    line?.points.forEach(([, y], t) =>
      assert.equal(y === high, hidden.data[t * 3 + unit] > 0, `unit ${unit + 1} at ${t}`),
    );
    const colour = colourScale('diverging', -1, 1, false);
    const below = ctx.rects.slice(64 * 3);
    assert.deepEqual(
      below.map(({fill}) => fill),
      Array.from({length: 64}, (_, t) => colour(hidden.data[t * 3 + unit])),
      'the text has its colours',
    );
  }
});

test('sixteen rows first, then more, then all; by number where that is chosen', () => {
  const hidden = slower(100);
  const rows = (/** @type {any} */ choice) => views.hiddenState.scene([hidden], {...OPTIONS, choice}).rows;
  assert.deepEqual([{}, {rows: 1}, {rows: 2}].map(rows), [16, 64, 100]);
  assert.equal(views.hiddenState.scene([slower(300)], {...OPTIONS, choice: {rows: 2}}).rows, 100, 'one in three');
  assert.deepEqual(
    [0, 15].map((row) => unitIn(views.hiddenState, [hidden], {...OPTIONS, choice: BY_NUMBER}, row)),
    [1, 16],
  );
  const {controls} = views.hiddenState.scene([slower(12)], OPTIONS);
  assert.equal(controls.find(({name}) => name === 'rows')?.choices.length, 1, 'nothing to choose');
});

// What a probe found ---------------------------------------------------------------------------------------------------

/** @param {Record<string, any>} variables */
const withProbe = (variables) => ({...OPTIONS, measured: {probe: probed(9, variables)}});
const flat = (/** @type {number} */ units, /** @type {Record<number, number>} */ scores) =>
  Array.from({length: units}, (_, unit) => scores[unit] ?? 0);

test('the unit that carries what is asked for is named with its control, marked, shown among the first, and drawn alone', () => {
  const hidden = slower(40);
  const options = withProbe({parity: {together: 1, control: 0.01, units: flat(40, {2: 0.987, 7: 0.4})}});
  assert.match(
    toldAll(views.hiddenState.describe([hidden], options)),
    /Unit 3 carries the parity so far \(R² 0\.99; with shuffled labels 0\.01\)\.$/,
  );
  assert.equal(unitIn(views.hiddenState, [hidden], options, 15), 3, 'though it is not slow');
  const ctx = fakeContext();
  views.hiddenState.draw(ctx, [hidden], {...options, width: 600});
  assert.ok(textsOf(ctx).includes('Unit 3 · carries the parity so far'));
  const told = {...options, choice: {order: 2}};
  assert.deepEqual(
    [0, 1].map((row) => unitIn(views.hiddenState, [hidden], told, row)),
    [3, 8],
    'telling most first',
  );
});

test('none is named below the bar: what positions give away does not count, all together may tell it, or nothing', () => {
  const say = (/** @type {any} */ of) =>
    toldAll(views.hiddenState.describe([slower(3)], withProbe({ones: of})))
      .split('. ')
      .at(-1);
  assert.equal(say({together: 0.99, control: 0, units: [0.2, 0.49, 0.3]}), 'No single unit carries the ones so far: the best, unit 2, has R² 0.49; all units together 0.99 (with shuffled labels 0.00).'); // prettier-ignore
  assert.match(String(say({together: 0.5, control: 0, units: [0.2, 0.5, 0.3]})), /^Unit 2 carries/);
  assert.match(
    String(say({together: 0.9, control: 0.6, units: [0.2, 0.79, 0.3]})),
    /^No single unit/,
    'less than half of the rest',
  );
  assert.match(String(say({together: 0.9, control: 0.6, units: [0.2, 0.81, 0.3]})), /^Unit 2 carries/);
  assert.equal(say({together: 0.3, control: -0.2, units: [0.2, 0.1, NaN]}), 'Of the ones so far little is told that the place alone does not give away: all units together have R² 0.30 (with shuffled labels −0.20).'); // prettier-ignore
  assert.equal(
    say({together: NaN, control: NaN, units: [NaN, NaN, NaN]}),
    'There is nothing to tell of the ones so far here.',
  );
});

test('of several variables one is chosen; a probe of other states says nothing', () => {
  const options = withProbe({
    parity: {together: 1, control: 0, units: [0.9, 0, 0]},
    ones: {together: 1, control: 0, units: [0, 0, 0.8]},
  });
  const {controls} = views.hiddenState.scene([slower(3)], options);
  assert.deepEqual(controls.find(({name}) => name === 'variable')?.choices.map(({title}) => told(title)), ['the parity so far', 'the ones so far']); // prettier-ignore
  const sentence = (/** @type {any} */ choice) =>
    toldAll(views.hiddenState.describe([slower(3)], {...options, choice}));
  assert.match(sentence({}), /Unit 1 carries the parity so far/);
  assert.match(sentence({variable: 1}), /Unit 3 carries the ones so far/);
  assert.doesNotMatch(
    toldAll(views.hiddenState.describe([slower(4)], options)),
    /carries/,
    'it has four units, not three',
  );
});

test('beside the unit stands what all together tell, as the direction reads it', () => {
  const hidden = slower(3, 8);
  const options = {
    ...withProbe({parity: {together: 1, control: 0, units: [0, 0.9, 0], direction: [0, 2, 0]}}),
    width: 600,
  };
  const ctx = fakeContext();
  views.hiddenState.draw(ctx, [hidden], options);
  const dashed = ctx.strokes.find(({dash, points}) => dash.length > 0 && points.length === 8);
  const heights = [...new Set(dashed?.points.map(([, y]) => y))].sort((a, b) => a - b);
  assert.equal(heights.length, 2);
  dashed?.points.forEach(([, y], t) => assert.equal(y === heights[0], hidden.data[t * 3 + 1] > 0));
});

test('whatever tasks state without showing it has words', () => {
  const {tasks} = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
  const names = new Set(
    tasks.flatMap((/** @type {any} */ {hidden = []}) => hidden.map((/** @type {any} */ {name}) => name)),
  );
  assert.ok(names.size > 20);
  for (const name of names) assert.doesNotMatch(told(variable(String(name))), /^“|compare\./, String(name));
});
