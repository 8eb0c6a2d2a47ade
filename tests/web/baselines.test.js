// Lines to compare with, where models that read in different forms have different ones.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {linesOf} from '../../web/elements/chart/chart_metric.js';
import {facts} from '../../web/facts/facts.js';
import {baselinesOf} from '../../web/runtime/baselines.js';
import {madeModel, madeRace} from '../support/made_up_races.js';

const line = (/** @type {number} */ value, metric = 'accuracy') =>
  /** @type {import('../../web/runtime/types').Baseline} */ ({
    name: 'frequent',
    title: 'The most frequent',
    metric,
    value,
  });
const runner = (/** @type {string} */ name, /** @type {any[]} */ ...baselines) =>
  /** @type {any} */ ({name, info: {baselines}});

const RUNNERS = [
  runner('Seq2seq 32', line(0.157), line(2.3, 'loss')),
  runner('RNN 32', line(0.109), line(2.3, 'loss')),
  runner('Transformer 32', line(0.157), line(2.3, 'loss')),
  {name: 'not open', info: null},
];

test('a line that holds for some models only is theirs by name, on the chart and in the facts', () => {
  const baselines = baselinesOf(RUNNERS);
  const shown = linesOf(/** @type {any} */ ({readsText: false, floors: {levels: []}, baselines}), 'accuracy');
  assert.deepEqual(
    shown.map(({value, text}) => [value, text]),
    [
      [0.157, 'The most frequent (Seq2seq 32, Transformer 32)'],
      [0.109, 'The most frequent (RNN 32)'],
    ],
  );
  const formulas = {val_accuracy: () => 0.13, val_loss: () => 1};
  const models = RUNNERS.slice(0, 3).map(({name}) => madeModel(formulas, {name}));
  const values = facts(madeRace(models, {baselines})).models.map((model) => model.lines.map(({value}) => value));
  assert.deepEqual(
    values.map((all) => all.toSorted()),
    [
      [0.157, 2.3],
      [0.109, 2.3],
      [0.157, 2.3],
    ],
  );
});

test('a line that all have is one line without names', () => {
  const [, loss] = baselinesOf(RUNNERS.slice(1, 2));
  assert.deepEqual(baselinesOf(RUNNERS).at(1), loss);
  assert.deepEqual(baselinesOf([]), []);
});
