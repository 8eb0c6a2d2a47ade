// Facts of races that nobody trained, and of those in the page and of the command.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {commandHistory} from '../../web/facts/command_history.js';
import {facts, spread} from '../../web/facts/facts.js';
import {meansUpTo, raceHistory} from '../../web/facts/race_history.js';
import {Race} from '../../web/runtime/race.js';
import {Record} from '../../web/runtime/record.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {dice, madeModel, madeRace, madeUpTo} from '../support/made_up_races.js';
import {until} from '../support/until.js';

/** @typedef {import('../../web/facts/types').ModelHistory} ModelHistory */

/** @param {import('../support/made_up_races.js').Formulas} formulas @param {Parameters<typeof madeModel>[1]} [about] */
const factsOf = (formulas, about) => facts(madeRace([madeModel(formulas, about)])).models[0];

test('latest, best and final value of a score, each with its step', () => {
  const bowl = (/** @type {number} */ step) => 1 + ((step - 600) / 1000) ** 2;
  const {val_loss, val_accuracy} = factsOf({val_loss: bowl, val_accuracy: (step) => Math.min(0.8, step / 1000)}).scores;
  assert.deepEqual(val_loss?.latest, {step: 1000, value: bowl(1000)});
  assert.deepEqual(val_loss?.best, {step: 600, value: 1});
  assert.deepEqual(val_loss?.final, val_loss?.latest);
  assert.deepEqual(val_accuracy?.best, {step: 800, value: 0.8}, 'of shares the highest, and the first of equals');
  const {scores} = facts(madeRace([madeUpTo(madeModel({val_loss: bowl}), 500)])).models[0];
  assert.equal(scores.val_loss?.final, null, 'it has not arrived');
  assert.equal(scores.val_accuracy, undefined, 'a score that the task does not have');
});

test('a value that is no number is neither latest nor best, and hides no other', () => {
  const {val_loss} = factsOf({
    val_loss: (step) => (step > 900 ? NaN : step === 500 ? Infinity : 2 - step / 1000),
  }).scores;
  assert.equal(val_loss?.latest, null);
  assert.deepEqual(val_loss?.best, {step: 900, value: 1.1});
  assert.equal(val_loss?.plateaus.length, 0);
  const nothing = factsOf({val_loss: () => NaN}).scores.val_loss;
  assert.deepEqual(nothing, {latest: null, best: null, final: null, plateaus: [], fastest: null, trend: null});
});

test('a race without models, without points and with one point has facts', () => {
  assert.deepEqual(facts(madeRace([])), {
    state: 'done',
    view: '',
    main: 'val_loss',
    models: [],
    lines: [],
    order: {},
    spread: {},
    repeats: [],
  });
  const fresh = facts(madeRace([madeModel({}, {step: 0, steps: null, state: 'idle', over: false})])).models[0];
  assert.deepEqual([fresh.scores, fresh.progress, fresh.signals.spikes.count], [{}, 0, 0]);
  const {val_loss} = factsOf({val_loss: () => 3}, {step: 10}).scores;
  assert.deepEqual(val_loss?.best, {step: 10, value: 3});
  assert.deepEqual([val_loss?.plateaus, val_loss?.fastest], [[], null]);
});

/** The task's baseline for 400 steps, then down to almost nothing. @param {number} step */
const stairs = (step) => (step <= 400 ? 0.1667 : step <= 500 ? 0.1667 - (0.16 * (step - 400)) / 100 : 0.0067);
const SIXTH = {name: 'chance', title: 'Always answering 1', metric: /** @type {const} */ ('loss'), value: 1 / 6};

test('plateaus are where nothing moves, with the line that they are close to', () => {
  const {scores} = facts(madeRace([madeModel({val_loss: stairs})], {baselines: [SIXTH]})).models[0];
  const [first, last, ...more] = scores.val_loss?.plateaus ?? [];
  assert.equal(more.length, 0);
  assert.ok(first.from <= 20 && Math.abs(first.to - 400) <= 30, `${first.from} to ${first.to}`);
  assert.ok(Math.abs(first.value - 1 / 6) < 0.005 && !first.ongoing);
  assert.ok(first.near?.name === 'chance' && Math.abs(first.near.gap) < 0.005);
  assert.ok(Math.abs(last.from - 500) <= 30 && last.to === 1000 && last.ongoing);
  const {fastest} = scores.val_loss ?? {};
  assert.ok(fastest && fastest.from >= 380 && fastest.to <= 520 && Math.abs(fastest.per_step - 0.0016) < 0.0004);
});

test('a plateau is found below noise, and a slope is none however noisy', () => {
  const random = dice(3);
  const noise = () => 0.08 * (random() - 0.5);
  /** @param {(step: number) => number} of */
  const noisy = (of) => {
    const {step, value} = /** @type {any} */ (madeModel({loss: (at) => of(at) + noise()}, {every: 1}).curves.loss);
    return madeModel({loss: of}, {losses: {step, value}});
  };
  const race = facts(madeRace([noisy(() => 0.17), noisy(stairs), noisy((step) => 2 - step / 1000)]));
  const plateaus = race.models.map(({scores}) =>
    scores.loss?.plateaus.map(({from, to}) => Math.round((to - from) / 100)),
  );
  assert.deepEqual(plateaus, [[10], [4, 5], []]);
});

test('a share that rises has its plateaus and its fastest rise too', () => {
  const {val_accuracy} = factsOf({val_accuracy: (step) => (step < 500 ? 0.125 : 0.99)}).scores;
  assert.deepEqual(
    val_accuracy?.plateaus.map(({value}) => Math.round(100 * value)),
    [13, 99],
  );
  assert.ok(val_accuracy?.fastest && val_accuracy.fastest.gain > 0.4 && Math.abs(val_accuracy.fastest.from - 490) < 30);
});

test('how a model stands to baselines and floors', () => {
  const baselines = [SIXTH, {...SIXTH, metric: /** @type {const} */ ('accuracy'), value: 0.5}, {...SIXTH, value: NaN}];
  const race = madeRace([madeModel({val_loss: stairs}), madeModel({val_loss: () => 0.2})], {
    baselines,
    floors: [{order: 2, val_loss: 0.001}],
  });
  const {models, lines} = facts(race);
  assert.deepEqual(
    lines.map(({name}) => name),
    ['chance', 'chance', 'order_2'],
    'an unknown line is none',
  );
  const [chance, order, ...more] = models[0].lines;
  assert.equal(more.length, 0, 'none in a measure that the model does not have');
  assert.deepEqual([chance.beyond, chance.since, order.beyond, order.since], [true, 410, false, null]);
  assert.ok(Math.abs((chance.gap ?? NaN) - (0.0067 - 1 / 6)) < 1e-9);
  assert.deepEqual(
    models[1].lines.map(({beyond}) => beyond),
    [false, false],
  );
});

test('models are ordered best first, and equal ones share a place', () => {
  const at = (/** @type {number} */ value) => madeModel({val_loss: () => value, val_accuracy: () => value});
  const refused = madeModel({val_loss: () => 0}, {refused: true});
  const race = facts(madeRace([at(0.3), at(0.1), at(NaN), at(0.3), at(0.2), refused]));
  assert.deepEqual(race.order.val_loss, [[1], [4], [0, 3]]);
  assert.deepEqual(race.order.val_accuracy, [[0, 3], [4], [1]]);
  assert.equal(race.order.val_exact, undefined);
  assert.deepEqual(race.spread.val_accuracy, {count: 4, min: 0.1, median: 0.25, max: 0.3});
});

test('runs that differ in their seed alone are taken together', () => {
  const run = (/** @type {number} */ seed, sameness = 'a') => madeModel({val_loss: () => seed}, {seed, sameness});
  const {repeats} = facts(madeRace([run(1), run(9, 'b'), run(2), run(4), run(9, 'b')]));
  assert.equal(repeats.length, 1, 'the same seed twice is no repetition');
  assert.deepEqual(
    [repeats[0].models, repeats[0].seeds],
    [
      [0, 2, 3],
      [1, 2, 4],
    ],
  );
  assert.deepEqual(repeats[0].spread.val_loss, {count: 3, min: 1, median: 2, max: 4});
  assert.equal(spread([5, 1]).median, 3);
});

test('spikes, clipping and the last signals', () => {
  const every = Array.from({length: 1000}, (_, i) => i + 1);
  const value = every.map(
    (step) => 2 + 0.01 * (step % 7) + (step === 300 || (step >= 700 && step < 720) || step === 730 ? 5 : 0),
  );
  const signals = {step: [10, 20, 30, 40], grad_norm: [0.5, 2, 3, 0.9], lr: [0.1, 0.1, 0.1, 0.05]};
  const model = madeModel({}, {losses: {step: every, value}, signals, curves: {loss: {step: every, value}}});
  const facts_ = facts(madeRace([model])).models[0].signals;
  assert.deepEqual(facts_, {finite: true, spikes: {count: 3, last: 730}, grad_norm: 0.9, lr: 0.05, clipped: 0.5});
  const unknown = factsOf({}, {clip_norm: 0, signals}).signals;
  assert.equal(unknown.clipped, null, 'nothing is clipped where there is no limit');
});

test('the score that tells most', () => {
  const of = (/** @type {any} */ view, /** @type {any} */ formulas) =>
    facts(madeRace([madeModel(formulas)], {view})).main;
  const all = {val_loss: () => 1, val_accuracy: () => 1, val_exact: () => 1};
  assert.equal(of('pairs', all), 'val_exact');
  assert.equal(of('labels', all), 'val_accuracy');
  assert.equal(of('text', all), 'val_loss');
  assert.equal(of('waves', {val_loss: () => 1}), 'val_loss');
});

/** @param {import('node:test').TestContext} context @param {object} [train] */
function openRace(context, train = {}) {
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, ...train}});
  context.after(() => race.close());
  return race;
}

test('a race in the page: nothing is copied but means, and facts travel as JSON', async (context) => {
  const race = openRace(context, {steps: 300});
  const idle = facts(race);
  assert.deepEqual([idle.state, idle.models.length, idle.models[0].step], ['idle', 3, 0]);
  race.train();
  await until(() => race.state === 'done' && race.floors.state === 'ready', 'the race is done');
  const now = facts(race);
  for (const [i, {name, step, scores, lines, progress, signals, curves}] of now.models.entries()) {
    const {latest} = race.runners[i];
    assert.deepEqual([name, step, progress], [race.runners[i].name, 300, 1]);
    assert.deepEqual(scores.val_loss?.final, {step: 300, value: latest.val_loss});
    assert.deepEqual(
      lines.map((line) => line.name),
      ['order_0', 'order_1', 'order_2', 'order_3', 'order_4'],
    );
    assert.equal(signals.lr, latest.lr);
    assert.deepEqual(Array.from(curves.loss?.step ?? []), [100, 200, 300]);
    const {val_loss} = race.runners[i].record.heldOut.views;
    assert.equal(/** @type {Float64Array} */ (curves.val_loss?.value).buffer, val_loss.buffer);
  }
  assert.deepEqual(now.order.val_loss, [[2], [1], [0]]);
  const json = JSON.parse(JSON.stringify(now));
  assert.equal(JSON.stringify(json), JSON.stringify(now));
  assert.deepEqual(json.models[0].curves.val_loss.step, [10, 100, 200, 300]);
});

test('a model that is refused, and one whose loss explodes', () => {
  const record = new Record();
  record.progress({step: 3, seconds: 1, losses: [2, 3, NaN], tokens: 0, flops: 0, grad_norm: NaN, lr: 0.1});
  record.evaluation({step: 2, seconds: 1, val_loss: 2, val_accuracy: 0.5, sample: ''});
  record.evaluation({step: 3, seconds: 1, val_loss: NaN, val_accuracy: 0.5, sample: ''});
  const message = {tone: 'error', code: 'not_finite', message: 'It exploded.', actions: []};
  const base = {model: {kind: 'rnn'}, steps: 10, info: null, refused: false};
  const runners = [
    {...base, name: 'RNN', state: 'not_finite', message, record},
    {...base, name: 'GRU', state: 'failed', message, refused: true, record: new Record()},
  ];
  const race = /** @type {any} */ ({...openLike(), runners});
  const {models, order} = facts(race);
  assert.deepEqual(
    models.map(({over, finite, refused}) => [over, finite, refused]),
    [
      [true, false, false],
      [true, true, true],
    ],
  );
  assert.equal(models[0].scores.val_loss?.latest, null);
  assert.deepEqual(models[0].scores.val_loss?.best, {step: 2, value: 2});
  assert.equal(models[0].scores.val_loss?.final, null);
  assert.equal(models[0].message?.message, 'It exploded.');
  assert.deepEqual(order.val_accuracy, [[0]]);
  assert.equal(models[0].scores.val_accuracy?.final, null, 'it never arrived');
});

const openLike = () => ({
  experiment: {train: {eval_every: 100}},
  state: 'paused',
  view: 'text',
  baselines: [],
  floors: {state: 'idle', levels: [], message: ''},
});

test('the same run has the same facts in the page and from the command', () => {
  const loss = (/** @type {number} */ step) => 3 - step / 500 + 0.1 * Math.sin(step);
  const record = new Record();
  const lines = [];
  for (let step = 1, sum = 0; step <= 450; step++) {
    record.progress({step, seconds: step, losses: [loss(step)], tokens: 0, flops: 0, grad_norm: 1, lr: 0.1});
    sum += loss(step);
    if (step % 100 && step !== 450) continue;
    const scores = {val_loss: loss(step) / 2, val_accuracy: step / 1000};
    record.evaluation({step, seconds: step, ...scores, sample: ''});
    lines.push({model: 'lstm', step, loss: sum / (step % 100 || 100), ...scores});
    sum = 0;
  }
  const model = {kind: 'lstm', hidden_size: 8};
  const runner = {model, name: 'lstm', steps: 450, info: null, refused: false, state: 'done', message: null, record};
  const experiment = /** @type {any} */ ({train: {steps: 450, eval_every: 100, seed: 5}, models: [model]});
  const page = facts(/** @type {any} */ ({...openLike(), experiment, runners: [runner]})).models[0];
  const command = facts(commandHistory([{experiment, lines: [...lines, {done: true, steps: 450}]}])).models[0];
  for (const score of /** @type {const} */ (['val_loss', 'val_accuracy']))
    assert.deepEqual(page.scores[score], command.scores[score]);
  const means = [page, command].map(({curves}) => Array.from(curves.loss?.value ?? []));
  assert.deepEqual(
    [page, command].map(({curves}) => Array.from(curves.loss?.step ?? [])),
    [
      [100, 200, 300, 400, 450],
      [100, 200, 300, 400, 450],
    ],
  );
  means[0].forEach((mean, i) => assert.ok(Math.abs(mean - means[1][i]) < 1e-12));
  assert.deepEqual([page.state, page.seed, page.progress], [command.state, command.seed, command.progress]);
});

test('means of the training loss end at multiples, and at the end of a run', () => {
  const points = {step: Float64Array.of(1, 2, 3, 4, 5, 6, 7), loss: Float64Array.of(1, 3, 2, 2, 9, 1, 5)};
  const {step, value} = meansUpTo(points, 2, false);
  assert.deepEqual(
    [step, value],
    [
      [2, 4, 6],
      [2, 2, 5],
    ],
  );
  assert.deepEqual(meansUpTo(points, 7, false).step, [7], 'a multiple just reached');
  assert.deepEqual(meansUpTo(points, 2, true).value, [2, 2, 5, 5]);
  assert.deepEqual(meansUpTo(points, Infinity, true).step, [7]);
  assert.deepEqual(meansUpTo({step: new Float64Array(0), loss: new Float64Array(0)}, 2, true).step, []);
  const merged = {step: Float64Array.of(4, 8, 12), loss: Float64Array.of(1, 2, 3)};
  assert.deepEqual(meansUpTo(merged, 2, true).step, [4, 8, 12], 'points that are means of more steps than that');
});

test('the facts of six models with 4,000 points each take a moment', () => {
  const runners = Array.from({length: 6}, (_, i) => {
    const record = new Record();
    for (let step = 1; step <= 3999; step++) {
      record.progress({
        step,
        seconds: step,
        losses: [3 - step / 4000 + Math.sin(step * i)],
        tokens: 0,
        flops: 0,
        grad_norm: 1,
        lr: 1,
      });
      record.evaluation({step, seconds: step, val_loss: 2 + Math.cos(step), val_accuracy: step / 4000, sample: ''});
    }
    return {
      model: {kind: 'lstm'},
      name: `${i}`,
      steps: 4000,
      info: null,
      refused: false,
      state: 'training',
      message: null,
      record,
    };
  });
  const race = /** @type {any} */ ({...openLike(), runners, baselines: [SIXTH]});
  const took = Array.from({length: 50}, () => {
    const begin = performance.now();
    facts(race);
    return performance.now() - begin;
  });
  const {min} = spread(took); // whatever else the machine does: 1.2 ms on one that is busy
  assert.ok(min < 5, `${min} ms`);
  assert.equal(raceHistory(race).models.length, 6);
});
