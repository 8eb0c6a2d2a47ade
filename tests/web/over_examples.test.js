// Over how many examples a picture's shares are.
import assert from 'node:assert/strict';
import test from 'node:test';
import {overExamples} from '../../web/elements/compare/over_examples.js';
import {toldAll} from '../../web/words/words.js';
import {measured, runOf} from '../support/measured_runs.js';

/** @param {number | undefined} examples */
const over = (examples) => runOf('LSTM', [measured(40, [], examples === undefined ? {} : {examples})]);
/** @param {any[]} runs @param {string} [measure] */
const said = (runs, measure = 'parts') => toldAll(overExamples(runs, measure));

test('over examples: their number is said, and that cards and chart test others', () => {
  assert.equal(said([over(32), over(32)]), 'Over 32 unseen examples; cards and chart test all that are held out.');
  assert.equal(said([over(32), over(8)]), 'Over 8 to 32 unseen examples; cards and chart test all that are held out.');
  assert.match(said([over(64)], 'lengths'), /^Over 64 unseen examples of each length, made for this; /);
});

test('over examples: what is drawn beside it may be a share of examples', () => {
  const beside = {heads: measured(40, [], {examples: 16})};
  assert.match(said([{...over(undefined), beside}]), /^Over 16 /);
});

test('over examples: nothing is said where there are none', () => {
  assert.deepEqual([said([]), said([over(undefined)])], ['', '']);
});
