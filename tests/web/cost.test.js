// What a chapter measures in place of a race: whom it asks, in which order, what it makes of the answers, and what is drawn and said.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import * as plot from '../../web/charts/cost/cost_plot.js';
import {Measuring, ROUNDS, measuringOf} from '../../web/elements/learn/measuring.js';
import {growthOf, median, ofLength, operationsEach, timeEach} from '../../web/learn/cost.js';
import {told} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';
import {PICTURE_OPTIONS, textsOn} from '../support/measured_runs.js';
import {elementOf} from '../support/page_parts.js';

const DESCRIBE = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
const COST = {options: ['length'], lengths: [4, 8, 40]};
const EXPERIMENT = /** @type {any} */ ({
  version: 1,
  task: {kind: 'adding', length: 4},
  train: {optimizer: {kind: 'adam'}, schedule: {kind: 'constant'}},
  models: [{kind: 'lstm'}, {kind: 'transformer'}],
});

/** What anatomy says of a model whose symbols cost 100 operations each, or as many more as there are; the n-th time it takes n ms for all. */
const anatomy = (/** @type {number} */ k, /** @type {number} */ n, /** @type {number} */ time) => ({
  arrays: [{name: 'milliseconds', data: [time / 2, time / 2]}],
  numbers: {flops: n * (100 + (k ? n : 0)), positions: n},
});

/** A race that notes who is asked. @param {{failsAt?: number}} [how] */
function fakeRace({failsAt = NaN} = {}) {
  /** @type {string[]} */
  const asked = [];
  let closed = 0;
  const beside = (/** @type {any} */ {task: {length}, models}) => {
    const times = models.map(() => 0);
    return {
      runners: models.map((/** @type {unknown} */ _, /** @type {number} */ k) => ({
        measure: async (/** @type {string} */ kind, /** @type {any} */ options) => {
          assert.deepEqual([kind, options], ['anatomy', {time: true}]);
          if (length === failsAt) throw {code: 'worker_died', key: 'trouble.died'};
          asked.push(`${k} ${length}`);
          return anatomy(k, length, ++times[k]);
        },
      })),
      close: () => closed++,
    };
  };
  return {
    race: /** @type {any} */ ({experiment: EXPERIMENT, describe: DESCRIBE, beside, changed: () => {}}),
    asked,
    closed: () => closed,
  };
}

const on = () => new AbortController().signal;

test('an experiment for each length, and what is found of one symbol', () => {
  assert.deepEqual(ofLength(EXPERIMENT, {options: ['a', 'b'], lengths: []}, 7).task, {
    kind: 'adding',
    length: 4,
    a: 7,
    b: 7,
  });
  assert.equal(operationsEach(anatomy(1, 40, 3)), 140);
  assert.equal(timeEach(anatomy(0, 40, 3)), 75);
  assert.ok(Number.isNaN(timeEach({arrays: [], numbers: {positions: 3}})));
  assert.deepEqual([median([3, 1, 2]), median([4, 1, 2, 3]), median([5])], [2, 2.5, 5]);
  assert.ok(Number.isNaN(median([])));
  assert.equal(growthOf([2, 9, 8]), 4);
});

test('models are timed in turn, one length after the other, and the middle one of five counts', async () => {
  const {race, asked, closed} = fakeRace();
  const measuring = new Measuring(race);
  let heard = 0;
  measuring.addEventListener('change', () => heard++);
  assert.equal(measuring.progress(EXPERIMENT, COST), 0);
  await measuring.measure(COST, on());
  assert.equal(asked.length, 2 * 3 * ROUNDS);
  assert.deepEqual(asked.slice(0, 4), ['0 4', '1 4', '0 4', '1 4']);
  assert.equal(closed(), 3);
  assert.ok(heard >= asked.length);
  assert.equal(measuring.progress(EXPERIMENT, COST), 1);
  assert.deepEqual(measuring.each(EXPERIMENT, COST, 'operations'), [[100, 100, 100], [104, 108, 140]]); // prettier-ignore
  assert.deepEqual(measuring.each(EXPERIMENT, COST, 'us')[0], [3000 / 4, 3000 / 8, 3000 / 40]);
  await measuring.measure(COST, on());
  assert.equal(asked.length, 2 * 3 * ROUNDS, 'what is known is not measured again');
  measuring.forget(EXPERIMENT);
  assert.equal(measuring.progress(EXPERIMENT, COST), 0);
  assert.equal(measuringOf(race), measuringOf(race));
});

test('whoever leaves ends it, and it goes on where it was left', async () => {
  const {race, asked, closed} = fakeRace();
  const measuring = new Measuring(race);
  const leaves = new AbortController();
  measuring.addEventListener('change', () => asked.length === 12 && leaves.abort());
  await measuring.measure(COST, leaves.signal);
  assert.ok(asked.length < 15, `${asked.length}`);
  await measuring.measure(COST, on());
  assert.equal(measuring.progress(EXPERIMENT, COST), 1);
  assert.equal(asked.filter((one) => one === '0 4').length, ROUNDS);
  assert.equal(closed(), 4, 'one length was opened twice');
});

test('what fails is told, and what was measured before it stays', async () => {
  const {race} = fakeRace({failsAt: 40});
  const measuring = new Measuring(race);
  await measuring.measure(COST, on());
  assert.ok(measuring.failure);
  assert.deepEqual(measuring.each(EXPERIMENT, COST, 'operations')[0], [100, 100, NaN]);
});

test('two that measure at once do it once', async () => {
  const {race, asked} = fakeRace();
  const measuring = new Measuring(race);
  await Promise.all([measuring.measure(COST, on()), measuring.measure(COST, on())]);
  assert.equal(asked.length, 2 * 3 * ROUNDS);
});

const PLOT = {
  unit: 'us',
  lengths: [4, 8, 40],
  lines: [
    {name: '', colour: 'gray', dash: [3, 3], each: [3, 3, 3], before: true},
    {name: 'LSTM', colour: 'red', dash: [], each: [2, 2.02, 1.996]},
    {name: 'Transformer', colour: 'blue', dash: [], each: [2, 4, 20]},
  ],
};

test('a line a model over powers of ten, a dot at each length, and ghosts without either name', () => {
  const ctx = /** @type {any} */ (fakeContext());
  plot.draw(ctx, PLOT, {...PICTURE_OPTIONS, width: 500, height: 240});
  const texts = textsOn(ctx);
  for (const text of ['1', '10', '100', '4', '8', '40', 'LSTM', 'Transformer']) assert.ok(texts.includes(text), text);
  const empty = {...PLOT, lines: PLOT.lines.map((line) => ({...line, each: [NaN, NaN, NaN]}))};
  plot.draw(/** @type {any} */ (fakeContext()), empty, {...PICTURE_OPTIONS, width: 300, height: 150});
});

test('the same in words and as a table', () => {
  const said = plot.describe(PLOT).map(told);
  assert.equal(said.length, 2);
  assert.match(said[0], /LSTM.*2 µs for one symbol of 4, 2 µs for one of 40, which is 1 times/);
  assert.match(said[1], /Transformer.*20 µs for one of 40, which is 10 times/);
  const {columns, rows} = plot.table([{unit: 'us', plot: PLOT}]);
  assert.deepEqual(columns.map(({id}) => id), ['model', 'length', 'us']); // prettier-ignore
  assert.deepEqual(rows[5], ['Transformer', 40, 20]);
  assert.equal(rows.length, 6);
});

test('what was measured is said beside what was counted: how many times as much a symbol takes of the longest', async () => {
  await elementOf('learn/cost_figure.js', 'cost-figure', {}); // with what it finds in a browser
  const {grownOf} = await import('../../web/elements/learn/cost_figure.js');
  const line = (/** @type {string} */ name, /** @type {number[]} */ each, before = false) => ({name, each, before});
  const us = {lines: [line('', [1, 9], true), line('LSTM', [2, 1.5]), line('T', [1, 4.04]), line('late', [1, NaN])]};
  const operations = {lines: [line('', [1, 1], true), line('LSTM', [5, 5]), line('T', [10, 56]), line('late', [1, 1])]};
  assert.deepEqual(grownOf(/** @type {any} */ (us), /** @type {any} */ (operations)).map(told), [
    'LSTM time × 0.75, operations × 1',
    'T time × 4, operations × 5.6',
  ]);
});
