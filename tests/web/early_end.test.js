// Early end: what ends a model, where its run then ends, that the experiment says it, and which weights are shown.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {earlyEnd, judgeOf, wentOnAt} from '../../web/facts/early_end.js';
import {facts} from '../../web/facts/facts.js';
import {RaceNews} from '../../web/elements/lab/race_news.js';
import {keptRecord, restoredRecord} from '../../web/runtime/kept_record.js';
import {isTest, nextTest} from '../../web/runtime/tests.js';
import {checkView} from '../../web/state/view.js';
import {told} from '../../web/words/words.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';
import {RNN, done, openRace} from '../support/early_race.js';

/** @param {number[]} val_loss @param {object} [more] */
const tests = (val_loss, more = {}) => ({step: val_loss.map((_, i) => 10 * (i + 1)), val_loss, ...more});

test('a model ends when its held-out loss was not lower than its best for so many tests in a row', () => {
  const after = (/** @type {number[]} */ losses, patience = 3, from = 0) =>
    earlyEnd(tests(losses), {patience, goal: ''}, 10 * losses.length, from)?.values ?? null;
  assert.equal(after([]), null);
  assert.equal(after([3, 2, 2.1, 2.2]), null);
  assert.deepEqual(after([3, 2, 2.1, 2.2, 2]), {step: 50, count: 3}, 'as low is not lower');
  assert.equal(after([3, 2, 2.1, 2.2, 1.9]), null);
  assert.equal(after([3, 2, 2.1, 1.9, 2, 2]), null, 'in a row');
  assert.deepEqual(after([3, 2, 2.1, NaN, 2.2]), {step: 50, count: 3});
  assert.equal(after([NaN, NaN, NaN, NaN]), null, 'of a task without such a number nothing is known');
  assert.equal(after([3, 2, 2, 2], 0), null, '0: never');
  assert.equal(after([3, 2, 2.1, 2.2, 2.3, 2.4, 2.5], 3, 50), null, 'those before it went on count no more');
  assert.deepEqual(after([3, 2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6], 3, 50), {step: 80, count: 3});
  assert.deepEqual(after([3, 2, 2.1], 1), {step: 30, count: 1});
});

test('a model ends at the first test beyond its goal, and is not judged by it when it went on from there', () => {
  const of = (/** @type {object} */ more, /** @type {string} */ goal, from = 0) =>
    earlyEnd(tests([3, 2, 1], more), {patience: 0, goal}, 30, from)?.values ?? null;
  assert.deepEqual(of({}, 'loss:1'), {step: 30, score: {key: 'early.loss'}, value: '1'});
  assert.equal(of({}, 'loss:0.99'), null);
  assert.deepEqual(of({val_accuracy: [0, 0.5, 0.99]}, 'accuracy:0.99'), {
    step: 30,
    score: {key: 'early.accuracy'},
    value: '0.99',
  });
  assert.equal(of({val_accuracy: [0, 0.99, 0.5]}, 'accuracy:0.99'), null, 'it is the last test that ends');
  assert.equal(of({val_accuracy: [0, 0.99, 1]}, 'accuracy:0.99', 20), null);
  assert.ok(of({val_accuracy: [0, 0.5, 1]}, 'accuracy:0.99', 20), 'it had not been there');
  assert.equal(of({}, 'exact:0.5'), null, 'the task has no such score');
  assert.equal(of({val_exact: [NaN, NaN, NaN]}, 'exact:0'), null);
});

test('a goal is written in one way, and what else an address says is as if it were not there', () => {
  for (const goal of ['', 'accuracy:0.99', 'exact:1', 'exact:0', 'loss:12.25', 'loss:0'])
    assert.deepEqual(checkView({goal}), {goal});
  const wrong = [
    'accuracy:99',
    'loss',
    'loss:',
    'loss:-1',
    'speed:3',
    'loss:1e3',
    ' loss:1',
    'exact:1.01',
    5,
    null,
    [''],
  ];
  for (const goal of wrong) assert.deepEqual(checkView({goal}), {}, String(goal));
  assert.deepEqual(checkView({patience: 5, goal: 'loss:0.5'}), {patience: 5, goal: 'loss:0.5'});
  assert.deepEqual(checkView({patience: 1.5, goal: 'loss:x'}), {});
  assert.deepEqual(checkView({patience: 101, goal: 7}), {});
});

test('tests come at multiples, and once early', () => {
  const upTo = (/** @type {number} */ every) => {
    const found = [0];
    while (found.length < 5) found.push(nextTest(found[found.length - 1], every));
    return found;
  };
  assert.deepEqual(upTo(50), [0, 10, 50, 100, 150]);
  assert.deepEqual(upTo(4), [0, 4, 8, 10, 12]);
  assert.deepEqual(upTo(10), [0, 10, 20, 30, 40]);
  for (const every of [1, 4, 10, 50])
    for (let step = 1; step < 200; step++) assert.equal(isTest(step, every), nextTest(step - 1, every) === step);
});

test('where it was told to go on is in its changes', () => {
  const model = (/** @type {any[]} */ changes) => ({...RNN, changes});
  assert.equal(wentOnAt(RNN, 100), 0);
  assert.equal(wentOnAt(model([{step: 50, train: {steps: 50}}]), 100), 0, 'it ended there');
  assert.equal(wentOnAt(model([{step: 50, train: {steps: 150}}]), 100), 50);
  assert.equal(wentOnAt(model([{step: 50, train: {steps: 150}}]), 40), 0, 'not yet');
});

test('it ends at that very test, says so in its experiment, its card and aloud, and a fresh race comes to the same', async (context) => {
  const {race, runner} = openRace(context);
  const news = new RaceNews();
  news.next(facts(race), 0);
  race.train();
  await done(race);
  assert.equal(runner.step, 300);
  assert.deepEqual(race.experiment.models[0].changes, [{step: 300, train: {steps: 300}}]);
  assert.deepEqual([runner.steps, runner.state, runner.progress], [300, 'done', 1]);
  assert.equal(
    told(runner.ended ?? {key: ''}),
    'Ended early at step 300: the held-out loss had not fallen for 3 tests.',
  );
  const heard = news.next(facts(race), 10_000);
  assert.match(heard, /^Finished\. RNN 16: Ended early at step 300: the held-out loss had not fallen for 3 tests\./);
  assert.equal(news.next(facts(race), 20_000), '', 'once');
  const card = await elementOf('models/model_card.js', 'model-card', {race, runner});
  assert.match(
    every(written(card), () => true)
      .map(textOf)
      .join(' '),
    /Ended early at step 300/,
  );
  const {race: again} = openRace(context, {experiment: structuredClone(race.experiment), asked: {patience: 0}});
  again.train();
  await done(again);
  assert.equal(await again.runners[0].hash(), await runner.hash());
  assert.equal(told(again.runners[0].ended ?? {key: ''}), 'Ended early at step 300.', 'why nobody has judged');
});

test('a link to it that asks for the same ends there too, and adds nothing', async (context) => {
  const {race} = openRace(context);
  race.train();
  await done(race);
  const {race: again} = openRace(context, {experiment: structuredClone(race.experiment)});
  again.train();
  await done(again);
  assert.deepEqual(again.experiment, race.experiment);
});

test('one that ends by itself at that test has not ended early', async (context) => {
  const {race, runner} = openRace(context, {train: {steps: 300}});
  race.train();
  await done(race);
  assert.deepEqual([runner.step, runner.ended, race.experiment.models[0].changes], [300, null, undefined]);
});

test('each model ends by itself, whatever holds the others together, and one that ended is told of while others train', async (context) => {
  for (const pacing of /** @type {const} */ (['steps', 'seconds'])) {
    const models = [RNN, {kind: 'lstm', hidden_size: 16, train: {optimizer: {lr: 0.01}}}];
    const {race} = openRace(context, {
      models,
      faults: {rises_after: undefined},
      asked: {patience: 0, goal: 'loss:2.6'},
    });
    race.setPacing(pacing);
    race.train();
    await done(race);
    for (const runner of race.runners) {
      const {x, y} = runner.scores('val_loss', 'step');
      assert.equal(runner.step, x[y.findIndex((loss) => loss <= 2.6)], `${pacing} ${runner.name}`);
    }
    assert.equal(new Set(race.runners.map(({step}) => step)).size, 2, 'they differ');
  }
});

test('trained on it goes on from there, and ends for the same reason only after as many tests more', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await done(race);
  await race.trainOn(100);
  await until(() => runner.step === 400 && race.state === 'done', 'it was given 100 steps');
  assert.equal(runner.ended, null, 'that was its last step');
  await race.trainOn(500);
  await until(() => runner.state === 'done' && runner.ended !== null, 'it ends early again');
  assert.equal(runner.step, 550);
  assert.deepEqual(
    race.experiment.models[0].changes,
    [300, 400, 550].map((step) => ({step, train: {steps: {300: 400, 400: 900, 550: 550}[step]}})),
  );
});

test('asked for in the midst of it, a model that has risen long enough ends at once', async (context) => {
  const {race, runner} = openRace(context, {asked: {patience: 0}});
  race.step(420);
  await until(() => runner.state === 'paused', 'it pauses');
  race.setJudge(judgeOf({patience: 3, goal: ''}));
  assert.equal(runner.state, 'paused', 'nothing happens to who does not train');
  race.train();
  await done(race);
  assert.deepEqual([runner.step, told(runner.ended ?? {key: ''}).slice(0, 28)], [420, 'Ended early at step 420: the']);
  assert.equal(runner.record.best, null, 'what was not kept is not shown');
});

test('asked for no more, nothing holds it', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await until(() => runner.step >= 100, 'it is on the way');
  race.setJudge(null);
  await done(race);
  assert.equal(runner.step, 600);
});

test('a pause, a reset or more steps while it is about to end are heard', async (context) => {
  const ending = async () => {
    const opened = openRace(context);
    const change = opened.runner.change.bind(opened.runner);
    const about = new Promise((resolve) => (opened.runner.change = (train) => (resolve(null), change(train))));
    opened.race.train();
    await about;
    return opened;
  };
  const paused = await ending();
  paused.race.pause();
  await done(paused.race);
  assert.equal(paused.runner.step, 300);
  const reset = await ending();
  await reset.race.reset();
  await until(() => reset.runner.state === 'ready', 'it is back');
  assert.deepEqual(
    [reset.runner.step, reset.race.experiment.models[0].changes, reset.runner.ended],
    [0, undefined, null],
  );
  const more = await ending();
  await more.race.addSteps(10);
  await until(() => more.runner.step > 300, 'it goes on');
});

test('a worker that dies of the order to end is replaced, and the run ends there', async (context) => {
  for (const type of ['change', 'allow']) {
    const {race, runner, workers, surroundings} = openRace(context);
    const {createWorker} = surroundings;
    let dies = true;
    const late = () => type === 'change' || runner.step >= 300;
    surroundings.createWorker = async () => {
      const worker = await createWorker();
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (message, transfer) => {
        if (!dies || !late() || /** @type {any} */ (message).type !== type) return post(message, transfer);
        dies = false;
        worker.terminate();
      };
      return worker;
    };
    race.train();
    await until(() => !dies, 'it died');
    await done(race);
    assert.deepEqual([runner.step, runner.steps, workers.length > 1], [300, 300, true], type);
    assert.match(told(runner.ended ?? {key: ''}), /^Ended early at step 300/, type);
    assert.match(await runner.hash(), /^rnn-300-/, type);
  }
});

test('why it ended is kept with its curves, and a stranger’s words are not', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await done(race);
  const kept = JSON.parse(JSON.stringify(keptRecord(runner.record, {step: 300, seconds: 1})));
  const saved = {bytes: new Uint8Array(), step: 300, seconds: 1};
  assert.deepEqual(restoredRecord(kept, saved).ended, runner.record.ended);
  for (const ended of [
    null,
    'x',
    {step: 300},
    {step: 300, why: {key: 'trouble.gone', values: {}}},
    {step: 'a', why: kept.ended.why},
  ])
    assert.equal(restoredRecord({...kept, ended}, saved).ended, null);
});
