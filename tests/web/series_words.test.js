// What is said of one model at several rates or with several seeds.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seriesSaid} from '../../web/elements/models/series_words.js';
import {facts} from '../../web/facts/facts.js';
import {atFiveRates, variedIn, withFiveSeeds} from '../../web/state/variants.js';
import {toldAll} from '../../web/words/words.js';
import {madeModel, madeRace} from '../support/made_up_races.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';

const LSTM = {kind: 'lstm', hidden_size: 16};
const ONE = {...NOVEL_EXPERIMENT, models: [LSTM]};

/** @param {number[]} losses @param {Record<number, object>} [about] of some models */
const made = (losses, about = {}) =>
  losses.map((loss, k) =>
    madeModel(
      {val_loss: () => loss},
      {name: `model ${k}`, step: 100, steps: 100, state: 'done', over: true, ...about[k]},
    ),
  );

/** @param {any} varied @param {number[]} losses @param {Record<number, object>} [about] @param {any} [state] */
const said = (varied, losses, about, state = 'done') =>
  toldAll(seriesSaid(facts(madeRace(made(losses, about), {state, view: 'text'})), varied));

const RATES = {by: 'rates', values: [0.001, 0.003, 0.01, 0.03, 0.1]};

test('a race of five rates or five seeds is known as one, and another is not', () => {
  const rates = variedIn(atFiveRates(ONE, 0, {}));
  assert.equal(rates?.by, 'rates');
  assert.equal(rates?.values.length, 5);
  assert.deepEqual(variedIn(withFiveSeeds(ONE, 0)), {by: 'seeds', values: [1, 2, 3, 4, 5]});
  assert.equal(variedIn({...ONE, models: [LSTM, {...LSTM, hidden_size: 17}, {...LSTM, hidden_size: 18}]}), null);
  const moved = atFiveRates(ONE, 0, {});
  const changes = [{step: 5, train: {steps: 500}}];
  assert.equal(variedIn({...moved, models: moved.models.map((one) => ({...one, changes}))})?.by, 'rates');
});

test('the best rate is named with its score and the next', () => {
  assert.equal(
    said(RATES, [2.1, 1.6, 1.4, 1.5, 3]),
    'Of 5 learning rates 0.01 came out best: held-out loss 1.400. Next comes 0.03: held-out loss 1.500.',
  );
  assert.match(said(RATES, [2.1, 1.6, 1.4, 1.5, 1]), /0\.1 came out best.* It is the highest of them/);
  // 0.366 and 0.381 changed places a hundred steps later.
  assert.match(said(RATES, [2.1, 0.381, 0.366, 1.5, 1]), /held-out loss 0\.381\. That is close/);
  assert.doesNotMatch(said(RATES, [2.1, 1.6, 1.4, 1.5, 2]), /close/);
  assert.match(said(RATES, [1, 1.6, 1.4, 1.5, 2]), /It is the lowest of them/);
});

test('a tie, a lost one and one that is not there yet are said', () => {
  assert.equal(
    said(RATES, [2.1, 1.4001, 1.4, 1.5, 3]),
    'The learning rates 0.003, 0.01 came out alike and best: held-out loss 1.400.',
  );
  assert.match(
    said(RATES, [2.1, 1.6, 1.4, 1.5, NaN], {4: {state: 'not_finite', finite: false}}),
    /^Of 4 learning rates 0\.01 .* Without a result.*: rate 0\.1\.$/,
  );
  assert.match(
    said(RATES, [2, 1, 3, 4, 5], {4: {state: 'paused', over: false}}, 'paused'),
    /One has not finished yet\.$/,
  );
  assert.equal(said(RATES, [2, 1, 3, 4, 5], {4: {state: 'training', over: false}}, 'training'), '');
});

test('seeds have a mean and a spread', () => {
  assert.equal(
    said({by: 'seeds', values: [1, 2, 3, 4, 5]}, [1, 1.1, 1.2, 1.3, 1.4]),
    'With 5 seeds: held-out loss 1.200 on average, give or take 0.158 (standard deviation), from 1.000 to 1.400.',
  );
});
