import assert from 'node:assert/strict';
import test from 'node:test';
import {linearTicks, logTicks} from '../../web/charts/ticks.js';
import {tickNumber} from '../../web/elements/parts/format.js';

/** @param {number} value whether it has at most two digits that say something */
const round = (value) => Number(value.toPrecision(2)) === value;

test('a logarithmic axis has round numbers, wherever it begins', () => {
  for (const [min, max] of [
    [1.1e9, 3.4e10],
    [1.1e9, 2e9],
    [55, 3000],
    [0.37, 0.95],
    [1e-7, 5],
    [3, 2.9e15],
    [1600, 1.6e6],
  ])
    for (const most of [3, 5, 9]) {
      const ticks = logTicks(min, max, most);
      assert.ok(ticks.length >= 2 && ticks.length <= Math.max(2, most), `${min} to ${max}: ${ticks}`);
      assert.ok(ticks.every(round), `${ticks}`);
      assert.ok(ticks.every((v, i) => v >= min * 0.99999 && v <= max * 1.00001 && (i === 0 || v > ticks[i - 1])));
    }
  assert.deepEqual(logTicks(1.1e9, 3.4e10, 5), [2e9, 5e9, 1e10, 2e10]);
  assert.deepEqual(logTicks(0, 5, 4), []);
});

test('a short logarithmic axis still has numbers', () => {
  assert.ok(logTicks(1.74, 1.93, 6).length >= 2);
});

test('a linear axis has steps of 1, 2, 2.5 or 5', () => {
  assert.deepEqual(linearTicks(0, 3000, 6), [0, 500, 1000, 1500, 2000, 2500, 3000]);
  assert.deepEqual(linearTicks(0, 55, 4), [0, 20, 40]);
  assert.deepEqual(linearTicks(1, 1, 4), []);
});

test('a number of an axis is written in full, and in words rather than letters', () => {
  assert.deepEqual([500, 2500, 12_500, 125_000, 2.5e6, 1e9, 2e10].map(tickNumber), [
    '500',
    '2,500',
    '12,500',
    '125,000',
    '2.5 million',
    '1 billion',
    '20 billion',
  ]);
  assert.equal(tickNumber(0.002), '0.002');
  assert.equal(tickNumber(5e12), '5,000 billion');
});
