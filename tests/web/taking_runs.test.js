// The runs of a race as the record of an exercise has them, and what is handed in: enough to train each of them again.
import assert from 'node:assert/strict';
import test from 'node:test';
import {exerciseHash} from '../../web/exercise/canonical.js';
import {changesBetween, withPaths} from '../../web/exercise/changes.js';
import {isWhole, receiptOf} from '../../web/exercise/receipt_of.js';
import {Recording} from '../../web/exercise/recording.js';
import {seedOfName, seeded} from '../../web/exercise/seed_of_name.js';
import {Taking} from '../../web/exercise/taking.js';
import {changed} from '../../web/learn/change.js';
import {complete} from '../../web/state/defaults.js';
import {inStrict} from '../../web/state/tier.js';
import {checkReceipt} from '../../web/store/receipt.js';
import {Race} from '../../web/runtime/race.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MADE_EXERCISE as page} from '../support/taken_exercise.js';
import {until} from '../support/until.js';

/** @param {import('node:test').TestContext} context @param {typeof page} [of] @param {string} [name] */
async function taken(context, of = page, name = 'Ada') {
  const taking = await Taking.open(of, null, () => 1000);
  taking.call(name);
  const race = new Race(fakeSurroundings(), seeded(of.experiment, of.exercise, name));
  const recording = new Recording(taking, race);
  context.after(() => (recording.stop(), race.close()));
  const hashed = () => taking.taken.runs.at(-1)?.models.every(({weights_sha256: hash}) => hash) ?? false;
  return {
    taking,
    race,
    done: async () => {
      await until(() => race.state === 'done', 'it is done');
      recording.note();
      await until(hashed, 'its weights are hashed');
    },
    runs: () => taking.taken.runs,
  };
}

test('a run is noted with its seed, steps, scores and the hashes of its weights, and goals by what it reached', async (context) => {
  const {taking, race, done, runs} = await taken(context);
  assert.deepEqual(runs(), []);
  race.train();
  await done();
  const [run, ...others] = runs();
  assert.deepEqual(others, []);
  assert.deepEqual([run.position, run.changes, run.seed], [1, {}, seedOfName('Ada')]);
  for (const [k, {name, step, latest}] of race.runners.entries()) {
    assert.deepEqual([run.models[k].name, run.models[k].step], [name, step]);
    assert.equal(run.models[k].scores.val_accuracy, latest.val_accuracy);
    assert.equal(run.models[k].weights_sha256, await race.runners[k].hash());
  }
  assert.deepEqual(
    taking.taken.goals.map((one) => one?.run),
    [0, 0],
  );
  assert.equal(Number(taking.taken.goals[0]?.step) <= 60, true);
});

test('the knob, a change on the way and another setting are runs with what differs', async (context) => {
  const {race, done, runs} = await taken(context);
  const {experiment, exercise} = page;
  const own = seeded(experiment, exercise, 'Ada');
  race.train();
  await done();
  await race.setExperiment(changed(own, /** @type {any} */ (exercise.knob?.values[0].change)));
  race.train();
  await done();
  assert.deepEqual([runs()[1].position, runs()[1].changes], [0, {'task.length': 6}]);
  await race.addSteps(20);
  await until(() => race.state === 'done' && runs().at(-1)?.models[0].step === 80, 'it went on');
  await done();
  assert.equal(runs().length, 2); // the same run, further on
  assert.equal(runs()[1].position, 0);
  await race.updateTrain({...race.experiment.train, batch_size: 4});
  race.train();
  await done();
  const last = runs().at(-1);
  assert.deepEqual([last?.position, last?.changes['train.batch_size']], [null, 4]);
});

test('a reset begins another run; what runs and is not told yet is not lost by a change', async (context) => {
  const {race, done, runs} = await taken(context);
  race.train();
  await done();
  await race.reset();
  race.train();
  await done();
  assert.equal(runs().length, 2);
});

test('the experiment that a receipt leads to is the one that was trained', async (context) => {
  const {race, done, runs, taking} = await taken(context);
  const {experiment, exercise} = page;
  await race.setExperiment(
    changed(seeded(experiment, exercise, 'Ada'), {task: {length: 6}, add: {kind: 'lstm', hidden_size: 8}}),
  );
  race.train();
  await done();
  race.setLr(0.001);
  await race.addSteps(20);
  await until(
    () =>
      runs()
        .at(-1)
        ?.models.every(({step, weights_sha256: hash}) => step === 80 && hash) ?? false,
    'all is noted',
  );
  const {exercise: handed, page: given} = await receiptOf(taking, race, '0.1.0');
  const {changes, seed} = /** @type {any} */ (handed.taken).runs.at(-1);
  const again = complete(withPaths(given.experiment, changes, seed), FAKE_DESCRIBE);
  const {name: _, ...mine} = again;
  const {name: __, ...theirs} = race.experiment;
  assert.deepEqual(mine, theirs);
});

test('what differs, set at its paths, gives the other experiment', () => {
  const whole = complete(page.experiment, FAKE_DESCRIBE);
  for (const other of [
    {...whole, models: [whole.models[1]]},
    {...whole, models: []},
    {...whole, models: [...whole.models, {kind: 'lstm', hidden_size: 4}, {kind: 'rnn', hidden_size: 4}]},
    {...whole, task: {kind: 'copy', length: 3}},
    {...whole, train: {...whole.train, optimizer: {kind: 'sgd', lr: 1}, steps: 5}},
    {...whole, models: whole.models.map((model) => ({...model, changes: [{step: 5, train: {optimizer: {lr: 0.1}}}]}))},
  ])
    assert.deepEqual(withPaths(whole, changesBetween(whole, /** @type {any} */ (other))), other);
});

test('a run in the fast tier is not noted, the same in the strict one is', async (context) => {
  const fast = {
    ...page,
    experiment: {...page.experiment, train: {...page.experiment.train, tier: /** @type {const} */ ('fast')}},
  };
  const {race, done, runs, taking} = await taken(context, fast);
  race.train();
  await until(() => race.state === 'done', 'it is done');
  assert.deepEqual(runs(), []);
  assert.equal(taking.taken.goals.some(Boolean), false);
  await race.setExperiment(inStrict(race.experiment));
  race.train();
  await done();
  assert.deepEqual(runs()[0].changes, {'train.tier': 'strict'});
});

test('what is handed in is a receipt with the exercise in it, and is known to be whole', async (context) => {
  const {taking, race, done} = await taken(context);
  taking.predict(1);
  race.train();
  await done();
  const made = await receiptOf(taking, race, '0.1.0', {view: {metric: 'accuracy'}});
  assert.doesNotThrow(() => checkReceipt(JSON.parse(JSON.stringify(made))));
  assert.deepEqual(made.page, {experiment: page.experiment, view: {metric: 'accuracy'}});
  const handed = JSON.parse(JSON.stringify(made)).exercise;
  assert.equal(await isWhole(handed), true);
  assert.equal(
    handed.taken.exercise,
    await exerciseHash({experiment: made.page.experiment, exercise: handed.exercise}),
  );
  handed.taken.runs[0].models[0].step++;
  assert.equal(await isWhole(handed), false);
});
