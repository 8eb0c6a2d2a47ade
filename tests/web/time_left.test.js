// How long it takes still: by the clock on the wall, however fast the reader lets it go; and one reading of the training loss.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Meter} from '../../web/runtime/meter.js';
import {wallRate} from '../../web/runtime/pacing.js';
import {Running} from '../../web/runtime/running.js';
import {TrainingSeries} from '../../web/runtime/series.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {elementOf, written} from '../support/page_parts.js';
import {heard, ofClass, textOf} from '../support/template_tree.js';

/** @param {number} rate steps in a second of training @param {object} [more] */
function runner(rate, more) {
  const latest = {step: 10, loss: 2, val_loss: NaN};
  return {
    id: rate,
    name: 'GRU',
    kind_title: 'GRU',
    info: null,
    colour: 0,
    dash: 0,
    state: 'training',
    wanted: true,
    step: 10,
    steps: 3010,
    latest,
    position: {step: 10, seconds: 10 / rate, steps_per_s: rate},
    sample: '',
    reproducible: true,
    ...more,
  };
}

/** @param {any[]} runners @param {object} how pacing and speed @returns {any} */
function raceOf(runners, how) {
  const more = {
    experiment: {task: {kind: 'text'}, models: [], train: {steps: 3010}},
    describe: {tasks: []},
    steps: 3010,
    view: 'text',
    readsText: true,
  };
  const race = new Running();
  for (const [name, value] of Object.entries({...more, ...how, runners})) Object.defineProperty(race, name, {value});
  return race;
}

const bar = await elementOf('lab/run_bar.js', 'run-bar', {});
const card = await elementOf('models/model_card.js', 'model-card', {});

/** @param {any} race what the bar and the first card say */
function said(race) {
  bar.race = card.race = race;
  card.runner = race.runners[0];
  return {bar: heard(ofClass(written(bar), 'words')), card: heard(ofClass(written(card), 'foot'))};
}

test('one step a second and three thousand steps are fifty minutes', () => {
  const slow = said(raceOf([runner(16)], {pacing: 'free', speed: 1}));
  assert.match(slow.bar, /about 50 min left/);
  assert.match(slow.card, /about 50 min left/);
  const fast = said(raceOf([runner(16)], {pacing: 'free', speed: 0}));
  assert.match(fast.bar, /about 3 min left/);
  const idle = said(raceOf([runner(16)], {pacing: 'free', speed: 100}));
  assert.match(idle.bar, /about 3 min left/, 'a limit that it does not reach changes nothing');
});

test('who is kept in step takes as long as who keeps it', () => {
  const both = [runner(50), runner(5)];
  assert.match(said(raceOf(both, {pacing: 'free', speed: 0})).card, /about 1 min left/);
  assert.match(said(raceOf(both, {pacing: 'steps', speed: 0})).card, /about 10 min left/);
  assert.match(said(raceOf(both, {pacing: 'steps', speed: 1})).card, /about 50 min left/);
  const paused = [runner(50), runner(5, {state: 'paused', wanted: false})];
  assert.match(
    said(raceOf(paused, {pacing: 'steps', speed: 0})).card,
    /about 1 min left/,
    'who is paused keeps nobody',
  );
  assert.match(said(raceOf(both, {pacing: 'free', speed: 0})).bar, /about 10 min left/, 'a race is as far as its last');
});

test('second by second, a limit on one is a limit on all', () => {
  assert.equal(wallRate({pacing: 'seconds', speed: 0}, 50, [50, 5]), 50);
  assert.equal(wallRate({pacing: 'seconds', speed: 10}, 50, [50, 5]), 10);
  assert.equal(wallRate({pacing: 'seconds', speed: 10}, 5, [50, 5]), 1, 'a fifth of each second');
});

test('nothing is said of a race that stands still, or before a step was timed', () => {
  assert.doesNotMatch(
    said(raceOf([runner(16, {state: 'paused', wanted: false})], {pacing: 'free', speed: 1})).bar,
    /left/,
  );
  assert.doesNotMatch(said(raceOf([runner(NaN)], {pacing: 'free', speed: 1})).bar, /left/);
});

test('a card and the legend say the same of a training loss', async () => {
  const [meter, series] = [new Meter(), new TrainingSeries()];
  const losses = [4.4, 4.3, 4.35, 4.0, 4.1, 3.584];
  losses.forEach((loss, i) => series.append(i + 1, loss, i + 1));
  meter.progress({step: 6, seconds: 6, tokens: 6, flops: 6, losses, grad_norm: 1, lr: 1});
  const curve = () => series.curve((step) => step, 700);
  const racing = runner(16, {latest: meter.latest, curve, scores: () => ({x: [], y: []})});
  const race = raceOf([racing], {
    pacing: 'free',
    speed: 1,
    floors: {state: 'none', levels: []},
    text: {state: 'ready', vocab_size: 20},
  });
  const chart = await elementOf('chart/loss_chart.js', 'loss-chart', {race, view: DEFAULT_VIEW});
  [card.race, card.runner] = [race, racing];
  const [first] = ofClass(written(card), 'first').map((node) => textOf(node).match(/\d\.\d+/)?.[0]);
  const [legend] = ofClass(ofClass(written(chart), 'legend'), 'train').map(
    (node) => textOf(node).match(/\d\.\d+/)?.[0],
  );
  assert.equal(first, meter.latest.loss.toFixed(3));
  assert.equal(legend, first);
  assert.notEqual(legend, '3.584', 'one step is no reading');
});
