// What a verdict rests on: Wilson's interval, and whether a curve was still getting better.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {trendOf} from '../../web/facts/trend.js';
import {wilson} from '../../web/facts/wilson.js';
import {dice} from '../support/made_up_races.js';

test('the interval of a share is Wilson’s', () => {
  // 95 % intervals of Newcombe 1998, Statistics in Medicine 17, table I: method 3.
  for (const [right, count, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]) {
    const found = wilson(right / count, count);
    assert.ok(Math.abs(found.low - low) < 1e-4 && Math.abs(found.high - high) < 1e-4, JSON.stringify(found));
  }
  assert.equal(wilson(1, 20).high, 1);
});

/** @param {number} count @param {(i: number) => number} of */
const curve = (count, of) => {
  const all = Array.from({length: count}, (_, i) => i);
  return {step: all.map((i) => 10 * (i + 1)), value: all.map(of)};
};

test('a slope is told from what scatters', () => {
  assert.equal(
    trendOf(
      curve(24, (i) => 0.02 * i),
      false,
    )?.better,
    true,
  );
  assert.equal(
    trendOf(
      curve(24, (i) => 0.02 * i),
      true,
    )?.better,
    false,
    'of a loss that is worse',
  );
  assert.equal(
    trendOf(
      curve(24, (i) => 3 - 0.1 * i),
      true,
    )?.better,
    true,
  );
  assert.equal(
    trendOf(
      curve(24, () => 0.5),
      false,
    )?.better,
    false,
  );
  assert.equal(
    trendOf(
      curve(24, (i) => 0.5 + 0.0005 * i),
      false,
    )?.better,
    false,
    'next to nothing',
  );
  assert.equal(
    trendOf(
      curve(5, (i) => 0.1 * i),
      false,
    ),
    null,
    'too few tests to tell',
  );
  assert.equal(trendOf(undefined, false), null);
  const gaps = curve(24, (i) => (i % 3 ? 0.02 * i : NaN));
  assert.equal(trendOf(gaps, false)?.better, true);
});

test('noise is a slope about once in a hundred times', () => {
  let found = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const random = dice(seed);
    if (
      trendOf(
        curve(18, () => random()),
        false,
      )?.better
    )
      found++;
  }
  assert.ok(found <= 15, `${found} of 1000`);
});
