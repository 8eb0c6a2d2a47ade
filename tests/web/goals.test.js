// The learning goals: each is a predicate that facts can judge, and says in its row what the runs showed.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {predicateFault} from '../../web/facts/predicate_faults.js';
import {isSettled, judge, shown} from '../../tools/learn_judge.mjs';
import {experimentOf} from '../../tools/learn_run.mjs';
import {GOALS} from '../learning/goals.mjs';

/** @typedef {import('../learning/goals.mjs').Goal} Goal */
/** @typedef {import('../../web/facts/command_history.js').Line} Line */

test('every goal has runs, and predicates of these runs', () => {
  assert.equal(new Set(GOALS.map(({name}) => name)).size, GOALS.length);
  for (const {name, runs, predicates} of GOALS) {
    for (const run of runs) {
      assert.ok(existsSync(`tests/learning/${run.experiment}.json`), name);
      assert.equal(experimentOf(run, 3).train.seed, 3);
    }
    for (const predicate of predicates) {
      assert.equal(predicateFault(predicate), null, name);
      assert.ok(Number(predicate.model) < runs.length, name);
    }
  }
});

/** @param {string} name @returns {Goal} */
const goal = (name) => /** @type {Goal} */ (GOALS.find((one) => one.name === name));
/** Lines of the command, 50 steps apart. @param {keyof Line} metric @param {number[]} values @returns {Line[]} */
const lines = (metric, values) =>
  values.map((value, i) => /** @type {Line} */ ({model: 'x', step: 50 * (i + 1), [metric]: value}));
const MADE = {task: {kind: 'adding'}, train: {steps: 100}, models: [{kind: 'gru'}]};
const DONE = {done: true, model: 'x', steps: 100};

test('a run ends as soon as it is there, or too late', () => {
  const one = goal('adding-50-gru');
  const run = (/** @type {number[]} */ values) => [{lines: lines('val_loss', values)}];
  assert.ok(!isSettled(one, run([0.2, 0.1])));
  assert.ok(isSettled(one, run([0.2, 0.009])));
  assert.deepEqual(judge(one, run([0.2, 0.009])), {met: true, value: 100});
  const late = Array.from({length: 10}, () => 0.2);
  assert.ok(!isSettled(one, run(late.slice(1))) && isSettled(one, run(late)));
  assert.deepEqual(judge(one, run([...late, 0.001])), {met: false, value: Infinity});
  assert.equal(one.write(Infinity), 'never');
});

test('what must stay is judged to the end, by its value that is furthest off', () => {
  const one = goal('adding-100-rnn');
  const run = [{lines: lines('loss', [9, 9, 9, 0.18, 0.21, 0.15])}];
  assert.ok(!isSettled(one, run), 'what follows may be further off');
  run[0].lines.push(DONE);
  assert.ok(isSettled(one, run));
  assert.deepEqual(judge(one, run), {met: false, value: 0.21});
  assert.deepEqual(judge(one, [{lines: [...lines('loss', [9, 9, 9, 0.18, 0.15]), DONE]}]), {met: true, value: 0.15});
});

test('the last run of a goal is compared with the first, at their ends', () => {
  const one = goal('masked-pretraining');
  const run = (/** @type {number} */ value) => ({lines: [...lines('val_accuracy', [0.9, value]), DONE]});
  assert.ok(!isSettled(one, [run(0.5)]));
  const {met, value} = judge(one, [run(0.5), run(0.1), run(0.6)]);
  assert.ok(met && Math.abs(value - 0.1) < 1e-12);
  assert.equal(judge(one, [run(0.5), run(0.1), run(0.52)]).met, false);
});

test('what is measured along the way is judged like any score', () => {
  const one = goal('reach-gru');
  const row = (/** @type {number} */ step, /** @type {object} */ values) =>
    /** @type {Line} */ ({model: 'x', step, ...values});
  const before = [row(0, {val_loss: 0.17, 'measured.far': 1e-17, 'measured.far_before': 1e-17})];
  const seen = [...before, row(25, {val_loss: 0.16, 'measured.far': 0.02, 'measured.far_before': 0.02})];
  const learned = row(50, {val_loss: 0.01, 'measured.far': 0.5, 'measured.far_before': 0});
  assert.ok(!isSettled(one, [{lines: before}]) && !isSettled(one, [{lines: seen}]));
  assert.deepEqual(judge(one, [{lines: [...seen, learned]}]), {met: true, value: 25});
  assert.deepEqual(judge(one, [{lines: [...before, learned, DONE]}]), {met: false, value: Infinity});
});

test('what was measured is written plainly where it is near 1, and by its power of ten elsewhere', () => {
  const written = [0, 0.6512, -3.14, 0.0099, 2e-7, 1500].map((value) => {
    const run = {experiment: /** @type {any} */ (MADE), lines: [...lines('measured.share', [value]), DONE]};
    return shown({model: 0, metric: 'measured.share', op: '<', value: 1e9, from_step: 0}, [run]).text;
  });
  assert.deepEqual(written, ['0', '0.65', '-3.1', '9.9e-3', '2.0e-7', '1.5e+3']);
});
