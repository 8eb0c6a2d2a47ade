import assert from 'node:assert/strict';
import test from 'node:test';
import {every, treeOf} from '../support/template_tree.js';
import {alignCurves, roomFor, sampleRows, summarise, valueAt, xRange, yRange} from '../../web/charts/loss_columns.js';
import {drawGhosts} from '../../web/charts/ghosts.js';
import {drawBaselines, drawEndLabels, drawFloors, nameBaselines, spread} from '../../web/charts/loss_marks.js';
import {toldAll} from '../../web/words/words.js';
import {fakeContext} from '../support/fake_canvas.js';

const NONE = {x: [], y: []};
const LOSS = {measure: {key: 'chart.loss'}, unit: {key: 'chart.unit.steps'}};
/** @param {string} name @param {number} n @param {(x: number) => number} f @param {number} [pace] */
const run = (name, n, f, pace = 1) => {
  const x = Array.from({length: n}, (_, i) => (i + 1) * pace);
  return {
    name,
    train: {x, y: x.map((v) => f(v) + 0.1)},
    held_out: {x: x.filter((_, i) => i % 10 === 9), y: x.filter((_, i) => i % 10 === 9).map(f)},
  };
};

test('curves of unequal x share columns that ascend, and keep their last points exactly', () => {
  const a = {x: [1, 2, 3, 50], y: [4, 3, 2, 1]};
  const b = {x: [1.5, 49], y: [9, 8]};
  const [x, ya, yb] = alignCurves([a, b], {min: 0, max: 60, log: false}, 60);
  assert.ok(x.every((v, i) => i === 0 || /** @type {number} */ (v) > /** @type {number} */ (x[i - 1])));
  assert.deepEqual(
    ya.filter((v) => v !== null),
    [4, 3, 2, 1],
  );
  assert.deepEqual(
    yb.filter((v) => v !== null),
    [9, 8],
  );
  assert.equal(x.at(-1), 50);
});

test('however long the runs, no more than so many columns are drawn', () => {
  const runs = [run('a', 5000, (v) => 1 / v), run('b', 7000, (v) => 2 / v, 0.37)];
  for (const log of [false, true]) {
    const [x] = alignCurves(
      runs.map(({train}) => train),
      {min: log ? 0.37 : 0, max: 5000, log},
      500,
    );
    assert.ok(x.length <= 502, String(x.length));
    assert.ok(x.every((v, i) => i === 0 || /** @type {number} */ (v) > /** @type {number} */ (x[i - 1])));
  }
});

test('points that are no numbers are left out; a log axis puts step 0 on its left end', () => {
  const [x, y] = alignCurves([{x: [0, 10, 20], y: [5, NaN, 3]}], {min: 1, max: 100, log: true});
  assert.deepEqual(
    [x, y],
    [
      [1, 20],
      [5, 3],
    ],
  );
});

test('the x axis grows in round steps and stops at the last step of the experiment', () => {
  assert.deepEqual([0, 1, 1.2, 7, 7.6, 99].map(roomFor), [1, 1, 1.5, 7.5, 10, 100]);
  const short = xRange([run('a', 20, () => 1)], {log: false, end: 3000, least: 50});
  assert.equal(short.end, 50);
  assert.ok(short.max > short.end, 'room for the names');
  assert.equal(xRange([run('a', 2990, () => 1)], {log: false, end: 3000, least: 50}).end, 3000);
  assert.equal(xRange([], {log: false, end: 3000, least: 50}).end, 50);
  const log = xRange([run('a', 20, () => 1)], {log: true, least: 50});
  assert.ok(log.min > 0 && log.min < log.max);
});

test('one run that explodes does not flatten the others, and the floors are always in view', () => {
  const calm = run('calm', 100, (v) => 2 + 2 / v);
  const wild = run('wild', 100, (v) => v ** 3);
  const range = yRange([calm, wild], [1.7, 3], {log: false, ceiling: 5});
  assert.ok(range.max <= 5.25);
  assert.ok(range.min <= 1.7);
  const log = yRange([calm], [], {log: true, ceiling: 5});
  assert.ok(log.min > 0 && log.min < 2);
  const empty = yRange([], [], {log: false, ceiling: 5});
  assert.ok(empty.max > empty.min);
  for (const [low, high] of [
    [-3, -1],
    [0.001, 0.17],
    [5, 5],
    [200, 9000],
  ]) {
    const range = yRange([run('any', 50, (v) => high + ((low - high) * v) / 50)], [], {log: false, ceiling: high});
    assert.ok(
      range.min <= low && range.max >= high && range.max > range.min,
      `${low} to ${high}: ${JSON.stringify(range)}`,
    );
    assert.ok(range.max - range.min < 1.5 * (high - low) + 1.2, 'not much room is lost');
  }
  assert.ok(yRange([], [], {log: false, ceiling: 1}).max > 1, 'nothing is known yet');
});

test('the value at x is that of the last point before it', () => {
  const curve = {x: [10, 20, 30], y: [3, 2, 1]};
  assert.deepEqual(
    [10, 19.9, 20, 500].map((x) => valueAt(curve, x)),
    [3, 3, 2, 1],
  );
  assert.ok(Number.isNaN(valueAt(curve, 9)));
  assert.ok(Number.isNaN(valueAt(NONE, 9)));
});

test('the summary ranks the models and names the floor that the best of them passed', () => {
  const floors = [
    {order: 0, val_loss: 3},
    {order: 1, val_loss: 2.4},
    {order: 2, val_loss: 1.5},
  ];
  const sentence = summarise(
    [run('RNN', 500, () => 2.2), run('LSTM', 500, () => 1.9), {name: 'New', train: NONE, held_out: NONE}],
    floors,
    LOSS,
  );
  assert.equal(
    toldAll(sentence),
    'Loss after 500 steps, best first: LSTM 1.90, RNN 2.20 nats per character. LSTM does better than counting what follows the last character.',
  );
  assert.match(
    toldAll(summarise([{name: 'RNN', train: NONE, held_out: NONE}], floors, LOSS)),
    /^Loss of RNN; nothing has been trained yet\.$/,
  );
});

test('the table samples the whole chart in at most fifty rows', () => {
  const rows = sampleRows([run('a', 3000, (v) => 1 / v), run('b', 10, (v) => v)]);
  assert.equal(rows.length, 50);
  assert.equal(rows[0][0].x, 10); // where something was tested first
  assert.equal(rows[49][0].x, 3000);
  assert.ok(Math.abs(rows[49][0].train - (1 / 3000 + 0.1)) < 1e-9);
  assert.equal(sampleRows([]).length, 0);
  assert.equal(sampleRows([run('a', 1, () => 2)]).length, 1);
});

test('a table that leaves out places says so', async () => {
  const {lossTable} = await import('../../web/elements/chart/loss_table.js');
  const how = /** @type {any} */ ({
    metric: 'loss',
    words: {title: {key: 'lab.loss'}, what: {key: 'lab.task'}},
    amount: String,
  });
  const captionOf = (/** @type {number} */ steps) => {
    const [table] = every(treeOf(lossTable([run('a', steps, (v) => v)], how)), ({tag}) => tag === 'text-table');
    return table.attributes.caption;
  };
  assert.match(captionOf(1000), /50 of \d+ places, evenly chosen$/);
  assert.doesNotMatch(captionOf(20), /chosen/);
});

test('no value stands in the table where nothing was measured', () => {
  const steps = Array.from({length: 100}, (_, i) => i + 1);
  const tested = (/** @type {number[]} */ x) => ({x, y: x.map((at) => 5 - at / 100)});
  const far = {name: 'a', train: tested(steps), held_out: tested([50, 100])};
  const near = {name: 'b', train: tested(steps.slice(0, 60)), held_out: tested([50])};
  const rows = sampleRows([far, near]);
  assert.deepEqual(
    rows.map(([{x}]) => x),
    [50, 100],
  );
  assert.deepEqual(
    rows.map((row) => row.map(({held_out}) => held_out)),
    [
      [4.5, 4.5],
      [4, NaN],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.map(({train}) => train)),
    [
      [4.5, 4.5],
      [4, NaN],
    ],
  );
  const untested = sampleRows([{...near, held_out: tested([])}]);
  assert.equal(untested.length, 50);
  assert.ok(untested.every(([{held_out, train}]) => Number.isNaN(held_out) && train > 4));
});

test('labels are moved apart, in order, and stay inside', () => {
  const placed = spread([100, 101, 99, 10], 12, 0, 110);
  const sorted = [...placed].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) assert.ok(sorted[i] - sorted[i - 1] >= 12 - 1e-9);
  assert.ok(Math.max(...sorted) <= 110);
  assert.equal(placed[3], 10);
  assert.ok(placed[2] < placed[0] && placed[0] < placed[1]);
});

test('names at the line ends stop at the right edge; floors outside the range are left out; the context is left as found', () => {
  const ctx = fakeContext();
  drawEndLabels(ctx, [{x: 90, y: 50, text: 'Transformer', colour: 'red'}], {
    top: 0,
    bottom: 100,
    right: 100,
    paper: 'white',
    size: 12,
  });
  assert.deepEqual(
    ctx.texts.map(({text, x, y, fill}) => ({text, x, y, fill})),
    [{text: '…', x: 90, y: 50, fill: 'red'}].map((text) => ({...text, text: 'T…'})),
    'it would lie on its own line, and is cut instead',
  );
  drawFloors(
    ctx,
    [
      {y: 50, text: '1 back'},
      {y: 500, text: '2 back'},
    ],
    {left: 0, right: 90, top: 0, bottom: 100, line: 'l', text: 't', size: 11, scale: 1},
  );
  assert.deepEqual(
    ctx.texts.slice(1).map(({text}) => text),
    ['1 back'],
  );
  assert.equal(ctx.depth, 0);
});

test('a name that had to make room is joined to the end of its line, and none lies left of it', () => {
  const ctx = fakeContext();
  /** @type {number[][]} */
  const joins = [];
  /** @type {number[]} */
  let from = [];
  ctx.moveTo = (x, y) => void (from = [x, y]);
  ctx.lineTo = (x, y) => void joins.push([...from, x, y]);
  const labels = [0, 1, 2].map((i) => ({x: 50, y: 100, text: `LSTM ${i}`, colour: 'red'}));
  drawEndLabels(ctx, labels, {top: 0, bottom: 100, right: 200, paper: 'white', size: 10});
  assert.equal(joins.length, 2, 'the lowest stands beside its end');
  for (const [x, y, to, at] of joins) assert.ok(x === 50 && y === 100 && to > 50 && at < 100);
  assert.ok(ctx.texts.every(({x}) => x >= 50));
  const alone = fakeContext();
  alone.lineTo = () => assert.fail('nothing to join');
  drawEndLabels(alone, [{x: 50, y: 40, text: 'RNN', colour: 'red'}], {
    top: 0,
    bottom: 100,
    right: 200,
    paper: 'w',
    size: 10,
  });
});

test('names of kept races make room for those of the present curves, and for one another', () => {
  const ctx = fakeContext();
  Object.assign(ctx, {rect() {}, clip() {}});
  const frame = {left: 0, top: 0, right: 300, bottom: 200, scale: 1, colour: 'grey'};
  const ghost = (/** @type {number} */ end, name = 'LSTM 16') => ({name, xs: [10, end], ys: [20, 100]});
  const names = drawGhosts(ctx, [ghost(200), ghost(203), ghost(40), ghost(900)], frame);
  assert.equal(ctx.texts.length, 0, 'not beneath the curves');
  const present = ['RNN 24', 'LSTM 16'].map((text) => ({x: 207, y: 101, text, colour: 'red'}));
  drawEndLabels(ctx, [...present, ...names], {top: 0, bottom: 200, right: 300, paper: 'white', size: 12});
  const beside = ctx.texts.filter(({x}) => x > 150).map(({y}) => y);
  beside.sort((a, b) => a - b);
  assert.equal(beside.length, 4);
  for (let i = 1; i < beside.length; i++) assert.ok(beside[i] - beside[i - 1] >= 12, String(beside));
  const [early] = ctx.texts.filter(({x}) => x < 150);
  assert.deepEqual([early.x, early.y, early.fill], [47, 100, 'grey'], 'far from them it stays where it is');
});

test('lines to compare with are drawn across, and named above when all curves are there', () => {
  const ctx = fakeContext();
  const lines = [
    {y: 50, text: 'Chance'},
    {y: 900, text: 'far away'},
  ];
  const frame = {left: 0, right: 100, top: 0, bottom: 100, colour: 'c'};
  drawBaselines(ctx, lines, {...frame, scale: 1});
  assert.equal(ctx.texts.length, 0, 'a name drawn here would lie under the curves');
  nameBaselines(ctx, lines, {...frame, paper: 'p', size: 12});
  assert.deepEqual(
    ctx.texts.map(({text, x, y}) => ({text, x, y})),
    [{text: 'Chance', x: 36, y: 41}],
  );
  assert.equal(ctx.depth, 0);
});

test('shares are ranked with the most right answers first', () => {
  const runs = [run('A', 100, () => 0.2), run('B', 100, () => 0.9)].map((one) => ({...one, train: NONE}));
  assert.equal(
    toldAll(summarise(runs, [], {...LOSS, measure: {key: 'chart.accuracy'}, share: true})),
    'Right answers after 100 steps, best first: B 90 %, A 20 %.',
  );
});
