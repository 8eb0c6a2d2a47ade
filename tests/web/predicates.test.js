// Predicates over facts of races that nobody trained.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {facts} from '../../web/facts/facts.js';
import {predicateFault} from '../../web/facts/predicate_faults.js';
import {holds} from '../../web/facts/predicates.js';
import {said} from '../../web/facts/said.js';
import {told} from '../../web/words/words.js';
import {dice, madeModel, madeRace, madeUpTo} from '../support/made_up_races.js';

/** @typedef {import('../../web/facts/types').Predicate} Predicate */
/** @typedef {import('../../web/facts/types').ModelHistory} ModelHistory */

/** A share that rises by a tenth every 100 steps, tested every 10. */
const rising = () => madeModel({val_accuracy: (step) => step / 1000, val_loss: (step) => 2 - step / 1000});
/** @param {ModelHistory[]} models */
const race = (...models) => facts(madeRace(models));
/** @param {Partial<Predicate>} change @returns {Predicate} */
const reaches = (change) => ({model: 0, metric: 'val_accuracy', op: '>=', value: 0.5, ...change});
/** @param {import('../../web/facts/types').Verdict} verdict */
const short = ({holds, value, step}) => [holds, value, step];

test('a bound is reached at the first step beyond it, by a step or not at all', () => {
  const done = race(rising());
  assert.deepEqual(short(holds(reaches({}), done)), [true, 0.5, 500]);
  assert.deepEqual(short(holds(reaches({op: '>'}), done)), [true, 0.51, 510]);
  assert.deepEqual(short(holds(reaches({by_step: 500}), done)), [true, 0.5, 500]);
  assert.deepEqual(short(holds(reaches({by_step: 499}), done)), [false, 0.49, null]);
  assert.deepEqual(short(holds(reaches({value: 2}), done)), [false, 1, null]);
  assert.deepEqual(short(holds(reaches({metric: 'val_loss', op: '<=', value: 1.25}), done)), [true, 1.25, 750]);
  assert.deepEqual(short(holds(reaches({op: 'within', value: [0.2, 0.3]}), done)), [true, 0.2, 200]);
});

test('what may still come is not known yet', () => {
  const early = race(madeUpTo(rising(), 300));
  assert.deepEqual(short(holds(reaches({}), early)), [null, 0.3, null]);
  assert.deepEqual(short(holds(reaches({by_step: 300}), early)), [false, 0.3, null], 'its time is over');
  assert.equal(holds(reaches({by_step: 305}), early).holds, null, 'the next test may be at 305');
  assert.equal(holds(reaches({value: 0.2}), early).holds, true);
  assert.equal(holds(reaches({from_step: 100, value: 0.1}), early).holds, null);
  assert.equal(holds(reaches({from_step: 100, value: 0.1, by_step: 300}), early).holds, true);
  assert.equal(holds(reaches({from_step: 100}), early).holds, false, 'it was below at 100 already');
  assert.equal(holds(reaches({}), race()).holds, null, 'no such model');
});

test('what stays within a range tells the value that was furthest off', () => {
  const wave = madeModel({loss: (step) => (step < 200 ? 9 : 0.17 + (step === 620 ? 0.04 : 0.01 * Math.sin(step)))});
  const within = {model: 0, metric: 'loss', op: /** @type {const} */ ('within'), from_step: 200};
  const narrow = holds({...within, value: [0.13, 0.2]}, race(wave));
  assert.deepEqual([narrow.holds, narrow.step], [false, 620]);
  assert.ok(Math.abs((narrow.value ?? NaN) - 0.21) < 1e-12);
  assert.deepEqual(short(holds({...within, value: [0.1, 0.3]}, race(wave))).slice(0, 1), [true]);
  assert.equal(holds({...within, value: [0.13, 0.2], by_step: 600}, race(wave)).holds, true);
  assert.equal(holds({...within, value: [0.13, 0.2], from_step: 0}, race(wave)).step, 10);
  assert.equal(
    holds({...within, from_step: 2000, value: [0, 1]}, race(wave)).holds,
    null,
    'nothing was measured there',
  );
});

test('never is the contrary of reaching', () => {
  assert.equal(holds(reaches({never: true}), race(rising())).holds, false);
  assert.equal(holds(reaches({never: true, value: 2}), race(rising())).holds, true);
  assert.equal(holds(reaches({never: true}), race(madeUpTo(rising(), 300))).holds, null);
});

test('values that are no numbers are passed over', () => {
  const gaps = madeModel({val_accuracy: (step) => (step % 20 ? NaN : step / 1000)});
  assert.deepEqual(short(holds(reaches({value: 0.45}), race(gaps))), [true, 0.46, 460]);
  assert.equal(holds(reaches({from_step: 100, value: 0.1}), race(gaps)).holds, true);
  const lost = madeModel({val_accuracy: () => NaN});
  assert.deepEqual(short(holds(reaches({}), race(lost))), [false, null, null]);
});

test('a model that breaks down has not stayed, and ends worse than any other', () => {
  const broken = {...madeUpTo(rising(), 300), state: 'not_finite', over: true, finite: false};
  const stays = {model: 0, metric: 'val_loss', op: /** @type {const} */ ('<'), value: 3, from_step: 0};
  assert.equal(holds(stays, race(broken)).holds, false);
  assert.equal(holds({...stays, by_step: 200}, race(broken)).holds, true, 'it had until then');
  const ends = {metric: 'final_val_loss', op: /** @type {const} */ ('<')};
  const both = race(broken, rising());
  assert.equal(holds({...ends, model: 1, value: {model: 'others'}}, both).holds, true);
  assert.equal(holds({...ends, model: 0, value: {model: 'others'}}, both).holds, false);
  assert.equal(holds({...ends, model: 0, value: 10}, both).holds, false);
});

test('some model, every model, and those of a kind', () => {
  const slow = {...madeModel({val_accuracy: (step) => step / 2500}), kind: 'rnn', name: 'RNN'};
  const refused = madeModel({}, {refused: true, kind: 'gru'});
  const models = race(rising(), slow, refused);
  assert.deepEqual(short(holds(reaches({model: 'any', value: 0.3}), models)), [true, 0.3, 300]);
  const all = holds(reaches({model: 'all', value: 0.3}), models);
  assert.deepEqual([all.holds, all.step, all.model], [true, 750, 1], 'who cannot do the task is left out');
  assert.equal(holds(reaches({model: 'all'}), models).holds, false);
  assert.equal(holds(reaches({model: {kind: 'rnn'}}), models).holds, false);
  assert.equal(holds(reaches({model: {kind: 'lstm'}}), models).holds, true);
  assert.equal(holds(reaches({model: {kind: 'gru'}}), models).holds, null);
  assert.equal(holds(reaches({model: 2}), models).holds, null);
  assert.equal(holds(reaches({model: 'all'}), race(rising(), madeUpTo(slow, 300))).holds, null);
});

test('one model is compared with another at the same step, as soon as both are there', () => {
  const slow = {...madeModel({val_accuracy: (step) => step / 2000}), name: 'RNN'};
  const ahead = {model: 0, metric: 'val_accuracy', op: /** @type {const} */ ('>='), value: {model: 1, plus: 0.2}};
  const verdict = holds(ahead, race(rising(), slow));
  assert.deepEqual(short(verdict), [true, 0.4, 400]);
  assert.equal(verdict.other, 0.2);
  assert.equal(holds(ahead, race(rising(), madeUpTo(slow, 300))).holds, null, 'the other is not there yet');
  assert.deepEqual(short(holds({...ahead, value: {model: 1, times: 3}}, race(rising(), slow))), [false, 1, null]);
  assert.equal(holds({...ahead, value: {model: 1, times: 2}, from_step: 0}, race(rising(), slow)).holds, true);
  assert.equal(holds({...ahead, value: {model: 5}}, race(rising(), slow)).holds, null);
  const losses = {
    model: 0,
    metric: 'val_loss',
    op: /** @type {const} */ ('>'),
    value: {model: 0, metric: 'val_accuracy'},
  };
  assert.deepEqual(short(holds({...losses, from_step: 0, by_step: 990}, race(rising()))).slice(0, 2), [true, 1.01]);
});

test('the end, the best, what grows, and what is so now', () => {
  const bowl = madeModel({val_loss: (step) => 1 + ((step - 600) / 1000) ** 2}, {parameters: 900});
  const half = madeUpTo(bowl, 500);
  const is = (/** @type {string} */ metric, /** @type {any} */ op, /** @type {any} */ value, about = {}) =>
    /** @type {Predicate} */ ({model: 0, metric, op, value, ...about});
  /** @param {Predicate} predicate */
  const over = (predicate) => [holds(predicate, race(half)).holds, holds(predicate, race(bowl)).holds];
  assert.deepEqual(over(is('final_val_loss', '<', 1.2)), [null, true]);
  assert.deepEqual(over(is('final_val_loss', '<', 1.1)), [null, false]);
  assert.deepEqual(over(is('best_val_loss', '<=', 1.02)), [true, true], 'what was reached stays the best');
  assert.deepEqual(over(is('best_val_loss', '<=', 1)), [null, true]);
  assert.deepEqual(over(is('best_val_loss', '>', 1.005)), [null, false]);
  assert.deepEqual(over(is('best_val_loss', '>', 1.02)), [false, false]);
  assert.deepEqual(over(is('best_val_loss', '>', 0.9)), [null, true]);
  assert.deepEqual(over(is('best_val_loss', '<=', 1, {by_step: 450})), [false, false]);
  assert.deepEqual(over(is('parameters', '<=', 1000)), [true, true]);
  assert.deepEqual(over(is('step', '>=', 400)), [true, true]);
  assert.deepEqual(over(is('step', '<', 400)), [false, false]);
  assert.deepEqual(over(is('lr', '<', 1)), [null, null], 'nobody knows');
  const seconds = {step: [100, 200, 300], value: [1, 2, 3.5]};
  const timed = race({...half, curves: {...half.curves, seconds}});
  assert.deepEqual(short(holds(is('seconds', '<', 3, {by_step: 200}), timed)), [true, 2, 200]);
  assert.equal(holds(is('seconds', '<', 3), timed).holds, false);
  assert.equal(holds(is('seconds', '<', 9), timed).holds, null);
});

// What must be so of any curve ------------------------------------------------------------------------------------------

/** Random walks with gaps. @param {() => number} random */
function walk(random) {
  let [at, every] = [random(), 5 + Math.floor(20 * random())];
  const move = () => ((at += 0.2 * (random() - 0.5)), random() < 0.1 ? NaN : at);
  return madeModel({val_accuracy: move, val_loss: move, loss: move}, {every, kind: random() < 0.5 ? 'rnn' : 'lstm'});
}

/** @param {() => number} random @returns {Predicate} */
function anyPredicate(random) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const op = pick(['<', '<=', '>', '>=', 'within']);
  const bound = 1.5 * random() - 0.25;
  const metric = pick(['val_accuracy', 'val_loss', 'loss', 'best_val_loss', 'best_val_accuracy', 'final_loss']);
  const against = {model: pick([0, 1, 'others', {kind: 'rnn'}]), plus: 0.4 * (random() - 0.5)};
  const stays = !metric.includes('_l') && !metric.startsWith('best') && random() < 0.4;
  return {
    model: pick([0, 1, 'any', 'all', {kind: 'lstm'}]),
    metric,
    op,
    value: op === 'within' ? [bound, bound + 0.4] : random() < 0.3 ? against : bound,
    ...(!metric.startsWith('final') && random() < 0.6 && {by_step: Math.floor(400 + 500 * random())}),
    ...(stays && {from_step: Math.floor(400 * random())}),
    ...(!stays && random() < 0.2 && {never: /** @type {const} */ (true)}),
  };
}

/** @param {(random: () => number, predicate: Predicate, models: ModelHistory[]) => void} check */
function forMany(check) {
  for (let seed = 1; seed <= 600; seed++) {
    const random = dice(seed);
    check(random, anyPredicate(random), [walk(random), walk(random), walk(random)]);
  }
}

test('what is decided stays decided, whatever comes', () => {
  const decided = {true: 0, false: 0};
  forMany((random, predicate, models) => {
    assert.equal(predicateFault(predicate), null, JSON.stringify(predicate));
    const cuts = models.map(() => Math.floor(1000 * random()));
    const early = holds(predicate, race(...models.map((model, i) => madeUpTo(model, cuts[i]))));
    if (early.holds === null) return;
    decided[`${early.holds}`]++;
    assert.equal(holds(predicate, race(...models)).holds, early.holds, JSON.stringify({predicate, cuts}));
  });
  assert.ok(decided.true > 30 && decided.false > 30, JSON.stringify(decided));
});

test('what is settled keeps its value too, and at the end everything is settled', () => {
  let settled = 0;
  forMany((random, predicate, models) => {
    if (typeof predicate.model !== 'number' || (typeof predicate.value === 'object' && 'model' in predicate.value))
      return;
    const early = holds(predicate, race(...models.map((model) => madeUpTo(model, Math.floor(1000 * random())))));
    const late = holds(predicate, race(...models));
    assert.ok(late.settled, JSON.stringify(predicate));
    if (!early.settled) return;
    settled++;
    assert.deepEqual(early, late);
  });
  assert.ok(settled > 30);
});

test('more time to get there never hurts, and more time to stay never helps', () => {
  forMany((random, predicate, models) => {
    if (predicate.metric.startsWith('final') || predicate.metric.startsWith('best') || predicate.never) return;
    const by = Math.floor(900 * random());
    if (by < (predicate.from_step ?? 0)) return;
    const [soon, late] = [by, by + 50].map((by_step) => holds({...predicate, by_step}, race(...models)).holds);
    const stays = predicate.from_step !== undefined;
    if (stays ? soon === false : soon === true) assert.equal(late, soon, JSON.stringify({predicate, by}));
  });
});

test('never is the contrary, and facts that travelled as JSON judge alike', () => {
  forMany((_, predicate, models) => {
    const now = race(...models);
    const verdict = holds(predicate, now);
    assert.deepEqual(holds(predicate, JSON.parse(JSON.stringify(now))), verdict);
    if (predicate.from_step !== undefined || predicate.never || typeof predicate.model !== 'number') return;
    if (typeof predicate.value === 'object' && 'model' in predicate.value && predicate.value.model === 'others') return;
    const never = holds({...predicate, never: true}, now);
    assert.equal(never.holds, verdict.holds === null ? null : !verdict.holds);
  });
});

// From anywhere -------------------------------------------------------------------------------------------------------

test('a predicate from a link is looked at before it is used', () => {
  /** @param {any} change */
  const fault = (change) => {
    const found = predicateFault({...reaches({}), ...change});
    return found && `${found.key.split('.').at(-1)} ${found.values?.field ?? ''}`;
  };
  assert.equal(fault({}), null);
  assert.equal(fault({model: {kind: 'lstm'}, value: {model: 'others', plus: 0.1, times: 2, metric: 'loss'}}), null);
  assert.equal(fault({op: 'within', value: [0, 1], from_step: 0, by_step: 9}), null);
  assert.equal(fault({script: 1}), 'unknown script');
  assert.equal(fault({metric: 'constructor'}), 'wrong metric');
  assert.equal(fault({metric: 'best_seconds'}), 'wrong metric');
  for (const model of [-1, 6, 1.5, 'others', 'some', null, {}, {kind: 3}, {kind: 'a', b: 1}, {kind: 'x'.repeat(41)}])
    assert.equal(fault({model}), 'wrong model');
  for (const value of [
    NaN,
    Infinity,
    1e13,
    '1',
    null,
    {},
    {model: 'all'},
    {model: 0, plus: 'x'},
    {model: 0, more: 1},
    [1],
  ])
    assert.equal(fault({value}), 'wrong value', JSON.stringify(value));
  for (const by_step of [-1, 0.5, 1e9, '5']) assert.equal(fault({by_step}), 'wrong by_step');
  assert.equal(fault({never: false}), 'wrong never');
  assert.equal(fault({value: [0, 1]}), 'together value');
  assert.equal(fault({op: 'within'}), 'together value');
  assert.equal(fault({op: 'within', value: [1, 0]}), 'wrong value');
  assert.equal(fault({from_step: 10, by_step: 5}), 'together from_step');
  assert.equal(fault({from_step: 10, never: true}), 'together from_step');
  assert.equal(fault({metric: 'final_loss', by_step: 5}), 'together by_step');
  const parsed = JSON.parse('{"model": 0, "metric": "loss", "op": "<", "value": 1, "__proto__": {"never": true}}');
  assert.equal(predicateFault(parsed)?.key, 'predicate.fault.unknown');
  for (const value of [null, 3, 'x', [], [reaches({})]])
    assert.equal(predicateFault(value)?.key, 'predicate.fault.object');
  const {op: _, ...lacking} = reaches({});
  assert.deepEqual(predicateFault(lacking), {key: 'predicate.fault.missing', values: {field: 'op'}});
  assert.equal(told(/** @type {any} */ (predicateFault(lacking))), 'A goal needs its op.');
});

test('predicates in words', () => {
  const models = race({...rising(), name: 'LSTM'}, {...rising(), name: 'RNN', kind: 'rnn'});
  /** @type {[Partial<Predicate>, string][]} */
  const cases = [
    [{value: 0.9, by_step: 1200}, 'LSTM reaches at least 90 % right by step 1,200'],
    [{metric: 'val_loss', op: '<', value: 0.0005}, 'LSTM reaches a held-out loss of less than 0.0005'],
    [
      {model: {kind: 'rnn'}, metric: 'val_exact', op: '>', value: 0.999},
      'RNN reaches more than 99.9 % right as a whole',
    ],
    [{model: {kind: 'gru'}}, 'Some GRU reaches at least 50 % right'],
    [{model: {kind: 'set_transformer'}}, 'Some Set transformer reaches at least 50 % right'],
    [{model: 'all', never: true}, 'No model ever has at least 50 % right'],
    [{model: 1, never: true, by_step: 9}, 'RNN never has at least 50 % right by step 9'],
    [
      {metric: 'loss', op: 'within', value: [0.8 / 6, 0.2], from_step: 200, by_step: 2000},
      'LSTM stays at a training loss of between 0.1333 and 0.2 from step 200 to 2,000',
    ],
    [{from_step: 100}, 'LSTM stays at at least 50 % right from step 100 on'],
    [
      {metric: 'final_val_accuracy', value: {model: 1, plus: -0.02}},
      'LSTM ends with a share of right answers, at least that of RNN minus 2 points',
    ],
    [
      {metric: 'final_val_loss', op: '<', value: {model: 'others', times: 0.5}},
      'LSTM ends with a held-out loss, less than 0.5 times that of every other model',
    ],
    [{metric: 'best_val_loss', op: '<=', value: 1.5}, 'LSTM has at its best a held-out loss of at most 1.5'],
    [
      {metric: 'seconds', op: '<', value: 60, by_step: 1000},
      'LSTM needs less than 60 seconds of training by step 1,000',
    ],
    [{model: 'any', metric: 'parameters', op: '<=', value: 12000}, 'Some model has at most 12,000 weights'],
  ];
  for (const [change, sentence] of cases) assert.equal(told(said(reaches(change), models)), sentence);
});

test('every metric and relation has words', () => {
  const models = race(rising());
  const metrics = ['loss', 'val_loss', 'val_accuracy', 'val_exact', 'longer_loss', 'longer_accuracy', 'longer_exact'];
  const others = ['seconds', 'step', 'grad_norm', 'lr', 'spikes', 'clipped', 'parameters'];
  for (const metric of [...metrics, ...metrics.map((m) => `best_${m}`), ...metrics.map((m) => `final_${m}`), ...others])
    for (const value of [1, {model: 0, plus: 1}, {model: 'others', plus: -1, times: 2}])
      for (const op of ['<', '<=', '>', '>=']) {
        const sentence = told(said(reaches(/** @type {any} */ ({metric, op, value})), models));
        assert.match(sentence, /^LSTM 32 \w+ .*(less|more|most|least)/);
        assert.doesNotMatch(sentence, /[{}$]|predicate|  /, sentence);
      }
});
