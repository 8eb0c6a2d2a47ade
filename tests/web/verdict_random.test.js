// Whatever the numbers of a race are, no sentence says more than they bear: over random races, each against what its own test
// computes from the curves.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {verdict} from '../../web/facts/verdict.js';
import {anyRace} from '../support/planted_races.js';
import {toldAll} from '../../web/words/words.js';

/** @typedef {import('../../web/facts/types').Facts} Facts */
/** @typedef {import('../../web/facts/types').ModelFacts} ModelFacts */
/** @typedef {import('../../web/facts/entrants.js').Spread} Spread */
/** @typedef {{facts: Facts, spreads: Spread[]}} Given */

const RACES = 600;
const told = new Map();

/** @param {any} saying @returns {string[]} of a list that was strung together */
const parts = (saying) =>
  saying?.key === 'list.comma' ? [...parts(saying.values.before), saying.values.next] : [saying];

/** Where a share of so many lies: all p that a test at z does not refuse. @param {number} share @param {number} count */
function accepted(share, count, z = 1.96) {
  const fits = (/** @type {number} */ p) => (share - p) ** 2 <= (z ** 2 * p * (1 - p)) / count + 1e-12;
  const all = Array.from({length: 2001}, (_, i) => i / 2000).filter(fits);
  return {low: all[0] ?? share, high: all.at(-1) ?? share};
}

/** @param {ModelFacts} model @param {string} score */
const endOf = ({curves}, score) =>
  Number(/** @type {any} */ (curves)[score]?.value[/** @type {any} */ (curves)[score].value.length - 1]);

/** All models that are this one but for their seed and are still in the race. @param {Given} given @param {ModelFacts} model */
function group({facts}, model) {
  const alike = facts.repeats.find(({models}) => models.includes(model.index))?.models ?? [model.index];
  return alike
    .map((index) => facts.models[index])
    .filter(({finite, refused, state}) => finite && !refused && state !== 'failed');
}

/** @param {Given} given @param {ModelFacts} model @returns {{low: number, high: number} | null} */
function rangeOf(given, model) {
  const {main} = given.facts;
  const models = group(given, model);
  const other =
    given.spreads.find((one) => models.some(({index}) => index === one.model) && one.metric === main)?.values ?? [];
  const ends = models.map((one) => endOf(one, main));
  const share = main !== 'val_loss' && models.every(({held_out}) => held_out);
  if (!share && models.length < 3 && other.length < 3 && !model.counts) return null;
  const intervals = share ? models.map((one) => accepted(endOf(one, main), Number(one.held_out))) : [];
  const all = [...ends, ...other, ...intervals.flatMap(({low, high}) => [low, high])];
  return {low: Math.min(...all), high: Math.max(...all)};
}

/** A hundredth is what the test itself rounds by. */
const ROUND = 0.001;

/** @type {Record<string, (values: any, given: Given, model: ModelFacts) => void>} */
const CHECKS = {
  'verdict.learned': ({step, found}, {facts: {main}}, model) => {
    assert.ok(accepted(endOf(model, main), Number(model.held_out)).low > 0.9 - ROUND);
    const {step: at, value} = /** @type {any} */ (model.curves)[main];
    for (let i = 0; i < at.length; i++) if (at[i] >= step) assert.ok(value[i] >= 0.9, `at step ${at[i]}`);
    countsRight(found, model, main);
  },
  'verdict.partly': ({found, bar}, {facts: {main}}, model) => {
    const {low} = accepted(endOf(model, main), Number(model.held_out));
    assert.ok(low >= Number.parseInt(bar, 10) / 100 - 0.006, `${low} against ${bar}`);
    countsRight(found, model, main);
  },
  'verdict.unbegun': ({bar}, {facts: {main}}, model) => {
    const {value} = /** @type {any} */ (model.curves)[main];
    for (const one of value)
      // The best of a hundred is by chance as far above as one is in 1 of 2,000.
      assert.ok(accepted(one, Number(model.held_out), 3.48).low <= Number.parseInt(bar, 10) / 100 + 0.006);
  },
  'verdict.below': ({step, bar}, _, {curves: {val_loss: curve}}) => {
    const {step: at, value} = /** @type {import('../../web/facts/types').Curve} */ (curve);
    for (let i = 0; i < at.length; i++) if (at[i] >= step) assert.ok(value[i] <= Number(bar) + 0.006);
  },
  'verdict.above': ({bar}, _, {curves: {val_loss: curve}}) => {
    for (const one of Array.from(curve?.value ?? [])) assert.ok(one >= Number(bar) - 0.006);
  },
  'verdict.ahead': ({others}, given, first) => {
    const low = given.facts.main === 'val_loss';
    for (const name of parts(others)) {
      const [one, other] = [rangeOf(given, first), rangeOf(given, named(given, name))];
      assert.ok(
        one && other && (low ? one.high < other.low + ROUND : one.low > other.high - ROUND),
        `${first.name}, ${name}`,
      );
    }
  },
  'verdict.fell': ({then, step}, {facts: {main}}, model) => {
    const {step: at, value} = /** @type {any} */ (model.curves)[main];
    const best = value[Array.from(at).indexOf(step)];
    assert.ok(Math.abs(best - (main === 'val_loss' ? Number(then) : Number.parseFloat(then) / 100)) < 0.006);
    assert.ok(main === 'val_loss' ? best < endOf(model, main) : best > endOf(model, main));
  },
};

/** What it says of shares, counts and ranges. @param {any} found @param {ModelFacts} model @param {string} score */
function countsRight({values: {share, count, low, high}}, model, score) {
  const value = endOf(model, score);
  const {low: least, high: most} = accepted(value, Number(model.held_out));
  assert.equal(count, model.held_out);
  assert.ok(Math.abs(Number.parseFloat(share) / 100 - value) < 0.0051);
  assert.ok(Number(low) / 100 <= least + ROUND && Number(high.values.n) / 100 >= most - ROUND);
}

/** @param {Given} given @param {string} name */
const named = ({facts}, name) => /** @type {ModelFacts} */ (facts.models.find((model) => model.name === name));

test('no sentence claims more than the numbers of its race bear', () => {
  for (let seed = 1; seed <= RACES; seed++) {
    const given = anyRace(seed);
    for (const {key, values = {}} of verdict(given.facts, given.spreads)) {
      told.set(key, (told.get(key) ?? 0) + 1);
      CHECKS[key]?.(values, given, named(given, String(values.name)));
    }
  }
  for (const key of Object.keys(CHECKS)) assert.ok(told.get(key) > 0, `${key} was never said`);
});

test('nobody is called ahead, learned or level before the end, nor after it without a range for everybody', () => {
  for (let seed = 1; seed <= RACES; seed++) {
    const given = anyRace(seed);
    const keys = verdict(given.facts, given.spreads).map(({key}) => key);
    if (given.facts.state !== 'done')
      assert.deepEqual(
        keys.filter((key) => !/refused|diverged|so_far/.test(key)),
        [],
      );
    const racing = given.facts.models.filter(({finite, refused}) => finite && !refused);
    if (racing.some((model) => Number.isFinite(endOf(model, given.facts.main)) && !rangeOf(given, model)))
      assert.ok(!keys.includes('verdict.ahead') && !keys.includes('verdict.level'));
  }
});

test('every model is told of once, and one seed is called one seed', () => {
  for (let seed = 1; seed <= RACES; seed++) {
    const given = anyRace(seed);
    if (given.facts.state !== 'done') continue;
    const said = verdict(given.facts, given.spreads);
    const standing = said.filter(({key}) =>
      /\.(learned|partly|unbegun|back|none|known|below|above|loss|group)/.test(key),
    );
    const names = standing.map(({values}) => values?.name);
    assert.equal(new Set(names).size, names.length);
    const single = standing.filter(({values}) => {
      const model = named(given, String(values?.name));
      return !model.counts && group(given, model).length < 2 && !given.spreads.some((one) => one.model === model.index);
    });
    assert.equal(
      said.some(({key}) => key.startsWith('verdict.one_seed')),
      single.length > 0,
    );
  }
});

test('every sentence has its words', () => {
  for (let seed = 1; seed <= RACES; seed++) {
    const given = anyRace(seed);
    assert.doesNotMatch(toldAll(verdict(given.facts, given.spreads)), /verdict\.|\{|NaN|undefined|Infinity/);
  }
  assert.ok(told.size >= 15, [...told.keys()].join(' '));
});
