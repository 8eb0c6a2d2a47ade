import assert from 'node:assert/strict';
import {test} from 'node:test';
import {scoresOf} from '../../web/runtime/meter.js';
import {HeldOutSeries, TrainingSeries} from '../../web/runtime/series.js';

const bySteps = (/** @type {number} */ step) => step;

test('a short run is kept step by step', () => {
  const series = new TrainingSeries(8);
  for (let step = 1; step <= 5; step++) series.append(step, step * 10, step / 2);
  assert.deepEqual(series.curve(bySteps, 100), {
    x: Float64Array.of(1, 2, 3, 4, 5),
    y: Float64Array.of(10, 20, 30, 40, 50),
  });
  assert.deepEqual([...series.curve((_, seconds) => seconds, 100).x], [0.5, 1, 1.5, 2, 2.5]);
});

test('a long run stays bounded, and each point is the mean of its steps', () => {
  const series = new TrainingSeries(8);
  for (let step = 1; step <= 1000; step++) series.append(step, step, step);
  const {x, y} = series.curve(bySteps, 100);
  assert.ok(series.length <= 8 && series.length >= 4, `${series.length} points`);
  x.forEach((step, i) => assert.equal(y[i], step - (series.stride - 1) / 2));
  assert.ok((x.at(-1) ?? NaN) > 1000 - series.stride);
});

test('thinning for a chart keeps the end and the mean', () => {
  const series = new TrainingSeries();
  for (let step = 1; step <= 3000; step++) series.append(step, step % 2, step);
  const {x, y} = series.curve(bySteps, 1000);
  assert.ok(x.length <= 1000);
  assert.equal(x.at(-1), 3000);
  assert.ok(Math.abs(y.reduce((a, b) => a + b, 0) / y.length - 0.5) < 0.01);
});

test('smoothing follows a constant exactly from the first point on', () => {
  const series = new TrainingSeries();
  for (let step = 1; step <= 50; step++) series.append(step, 3, step);
  for (const value of series.curve(bySteps, 100, 0.95).y) assert.ok(Math.abs(value - 3) < 1e-12);
});

test('smoothing looks the same before and after neighbours were merged', () => {
  const [small, large] = [new TrainingSeries(64), new TrainingSeries(4000)];
  for (const series of [small, large])
    for (let step = 1; step <= 1000; step++) series.append(step, 4 * Math.exp(-step / 300), step);
  const at = (/** @type {TrainingSeries} */ series) => series.curve(bySteps, 4000, 0.99).y.at(-1) ?? NaN;
  assert.ok(Math.abs(at(small) - at(large)) < 0.02, `${at(small)} and ${at(large)}`);
});

test('a run that goes back loses what came after', () => {
  const series = new TrainingSeries(8);
  for (let step = 1; step <= 6; step++) series.append(step, step, step);
  series.truncate(3);
  series.append(4, 40, 4);
  assert.deepEqual(series.curve(bySteps, 10), {x: Float64Array.of(1, 2, 3, 4), y: Float64Array.of(1, 2, 3, 40)});
});

/** @param {number} step */
const point = (step) => ({...scoresOf({val_loss: 1 / step, val_exact: null}), step, seconds: step});

test('held-out points are exact, and every second one goes when there are too many', () => {
  const series = new HeldOutSeries(10);
  for (let step = 100; step <= 1000; step += 100) series.append(point(step));
  assert.equal(series.length, 10);
  series.append(point(1100));
  assert.deepEqual([...series.curve(bySteps, 100).x], [100, 300, 500, 700, 900, 1100]);
  assert.deepEqual([...series.curve(bySteps, 100, 'val_exact').x], [], 'a score that the task does not have');
  series.truncate(700);
  assert.equal(series.last?.step, 700);
});
