import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cardNumbers} from '../../web/elements/models/card_numbers.js';
import {ceilingOf, linesOf, metricOf} from '../../web/elements/chart/chart_metric.js';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {refusal} from '../../web/words/refusals.js';
import {until} from '../support/until.js';

// Tasks other than continuing a text: other results, other data, models that cannot do them.

const RNN = {kind: 'rnn', hidden_size: 16};
const TRANSLATOR = {kind: 'seq2seq', hidden_size: 16};

/**
 * @param {import('node:test').TestContext} context
 * @param {{task?: any, models?: any[], steps?: number, faults?: import('../support/fake_engine.js').Faults}} [options]
 */
function openRace(context, {task = {kind: 'reverse'}, models = [RNN, TRANSLATOR], steps = 200, faults = {}} = {}) {
  const surroundings = fakeSurroundings({faults});
  const race = new Race(surroundings, {
    ...NOVEL_EXPERIMENT,
    task,
    models,
    train: {...NOVEL_EXPERIMENT.train, steps},
  });
  context.after(() => race.close());
  return {race, surroundings};
}

/** @param {ReturnType<typeof fakeSurroundings>} surroundings @param {string} type */
const asked = ({workers}, type) => workers.flatMap(({received}) => received.filter((one) => one.type === type));

test('where the chart shows whole answers, so does the card, if the task has them', () => {
  const latest = {val_exact: 0.02, val_accuracy: 0.9, val_loss: 0.2, loss: 0.2, step: 3};
  const first = (/** @type {any} */ scores, /** @type {string} */ metric) =>
    cardNumbers(/** @type {any} */ ({latest: {...latest, ...scores}, info: {}}), {
      view: 'positions',
      compact: false,
      metric,
    })[0];
  assert.deepEqual(first({}, 'exact'), {name: 'right as a whole', value: '2 %', term: 'exact'});
  assert.deepEqual(first({}, ''), {name: 'right', value: '90 %', term: 'accuracy'});
  assert.deepEqual(first({val_exact: NaN}, 'exact'), {name: 'right', value: '90 %', term: 'accuracy'});
});

test('held-out examples are answered before training, and better after it', async (context) => {
  const {race} = openRace(context);
  await race.prepare();
  const [runner] = race.runners;
  await until(() => runner.examples !== null, 'answers of the untrained model');
  assert.equal(runner.examples?.view, 'pairs');
  assert.equal(runner.examples?.items.length, race.shown.count);
  const before = rightOnes(runner);
  race.train();
  await until(() => race.state === 'done', 'the end');
  await until(() => runner.examples?.step === 200, 'answers of the trained one');
  assert.ok(rightOnes(race.runners[1]) > before);
  assert.equal(runner.sample, '', 'nothing is written where nothing goes on');
});

/** @param {import('../../web/runtime/runner.js').Runner} runner */
function rightOnes(runner) {
  return runner.examples?.items.flatMap(({right}) => right ?? []).filter(Boolean).length ?? NaN;
}

test('every model shows the same examples, others on demand, and none where a text goes on', async (context) => {
  const {race, surroundings} = openRace(context);
  await race.prepare();
  race.setShown({set: 'longer', first: 6});
  await until(() => race.runners.every(({examples}) => examples?.set === 'longer'), 'longer examples');
  assert.deepEqual(race.runners[0].examples?.items[0].given, race.runners[1].examples?.items[0].given);
  await race.addModel(RNN);
  await race.prepare();
  await until(() => race.runners.every(({examples}) => examples?.set === 'longer'), 'the new one shows the same');
  await race.setExperiment({...NOVEL_EXPERIMENT, models: [RNN]});
  assert.equal(race.shown.count, 0);
  const before = asked(surroundings, 'show').length;
  await race.prepare();
  assert.equal(asked(surroundings, 'show').length, before);
  assert.equal(race.runners[0].examples, null);
});

test('a model that cannot do the task says so, and the others race', async (context) => {
  const {race} = openRace(context);
  await race.updateTask({kind: 'copy_memory'});
  const [rnn, translator] = race.runners;
  assert.equal(rnn.state, 'idle');
  assert.equal(translator.refused, true);
  assert.match(refusal(translator.message, race), /^\S+.*: This model reads a source .*task of pairs/);
  assert.equal(translator.message?.where, 'models[1]');
  race.train();
  await until(() => race.state === 'done', 'the end');
  assert.deepEqual([rnn.step, translator.step, translator.state], [200, 0, 'failed']);
  await race.reset();
  assert.notEqual(translator.message, null, 'a reset changes nothing about that');
  await race.updateTrain({...race.experiment.train, steps: 150});
  await race.matchParameters(0);
  assert.equal(race.experiment.train.steps, 150);
  await assert.rejects(race.matchParameters(1), /pairs/);
  await race.updateTask({kind: 'reverse'});
  assert.deepEqual(
    race.runners.map(({refused, message}) => [refused, message]),
    [
      [false, null],
      [false, null],
    ],
  );
});

test('a model that cannot do the task is not added, and says why', async (context) => {
  const {race} = openRace(context, {task: {kind: 'copy_memory'}, models: [RNN]});
  await assert.rejects(race.addModel(TRANSLATOR), /pairs/);
  assert.equal(race.runners.length, 1);
});

test('a link to a race with an unfit model opens, and that model says so', async (context) => {
  const {race} = openRace(context, {task: {kind: 'copy_memory'}});
  await race.preload();
  assert.deepEqual(
    race.runners.map(({refused}) => refused),
    [false, true],
  );
});

test('nothing of a text is asked for where the task is none', async (context) => {
  const {race, surroundings} = openRace(context, {task: {kind: 'adding'}, models: [RNN]});
  await race.preload({eager: true});
  race.train();
  await until(() => race.state === 'done', 'the end');
  for (const type of ['text_info', 'floors', 'generate']) assert.equal(asked(surroundings, type).length, 0, type);
  assert.equal(asked(surroundings, 'open')[0].data.text.length, 0);
  assert.deepEqual([race.readsText, race.view, race.excerpt], [false, 'labels', '0']);
});

test('data is loaded by name, or comes from the reader', async (context) => {
  const {race, surroundings} = openRace(context, {task: {kind: 'forecast', corpus: 'births'}, models: [RNN]});
  await race.prepare();
  assert.ok(asked(surroundings, 'open')[0].data.text.length > 0);
  const table = new TextEncoder().encode('date,births\n2000-01-01,9083\n');
  await race.setOwnText(table, 'births.csv');
  assert.deepEqual([race.experiment.task.corpus, race.text.title, race.text.travels], ['own', 'births.csv', true]);
  await race.prepare();
  assert.deepEqual([...asked(surroundings, 'open').at(-1)?.data.text], [...table]);
});

test('a table of pairs is no text: a task without data says what it needs', async (context) => {
  const {race} = openRace(context, {task: {kind: 'pairs_csv', corpus: 'own'}, models: [TRANSLATOR]});
  await race.preload();
  await race.prepare();
  assert.match(refusal(race.runners[0].message), /Paste or drop yours/);
  await race.setOwnText(new TextEncoder().encode('a,b\nb,a\n'), 'pairs.csv');
  race.train();
  await until(() => race.state === 'done', 'the end');
});

test('an example that does not exist is refused in words, and training goes on', async (context) => {
  const {race} = openRace(context, {models: [RNN], steps: 100_000});
  const [runner] = race.runners;
  race.setWatched(0, ['rnn.0.hidden']);
  race.train();
  await until(() => runner.look !== null && runner.step > 5, 'a look');
  assert.deepEqual(runner.look?.item?.given, runner.examples?.items[0].given);
  race.setExample(3);
  await until(() => runner.look?.text === '3', 'another example');
  race.setExample(500);
  await until(() => runner.message !== null, 'a sentence');
  assert.match(refusal(runner.message, race), /held-out example/);
  const {step} = runner;
  await until(() => runner.step > step + 50, 'more steps');
  assert.equal(runner.state, 'training');
});

test('a question is answered by every model that can; a wrong one is refused in words', async (context) => {
  const {race} = openRace(context);
  await race.answerAll({prompt: 'abc', beam: 2});
  assert.deepEqual(race.runners[0].answered?.item?.answer.symbols, ['c', 'b', 'a']);
  await race.answerAll({prompt: 'x'.repeat(50), beam: 1});
  assert.match(refusal(race.runners[1].answered?.failure, race), /1 to 40/);
});

test('kept weights outlast the race; who starts from them says what was taken over', async (context) => {
  const {race, surroundings} = openRace(context, {models: [RNN]});
  await assert.rejects(race.adoptWeights(0), /kept/);
  race.train();
  await until(() => race.state === 'done', 'the end');
  await race.keepWeights(0);
  assert.deepEqual([race.kept?.from, race.kept?.step], ['RNN 16', 200]);
  await race.setExperiment({
    ...race.experiment,
    task: {kind: 'sentiment'},
    models: [RNN, {kind: 'lstm', hidden_size: 8}],
  });
  await race.adoptWeights(0);
  assert.deepEqual(race.runners[0].adopted, {
    from: 'RNN 16 after 200 steps',
    adopted: ['embedding.weight', 'hidden.weight'],
    fresh: ['output.weight'],
  });
  await race.adoptWeights(1);
  assert.equal(race.runners[1].adopted?.adopted.length, 0);
  await race.reset();
  assert.equal(asked(surroundings, 'adopt').length, 4, 'a reset goes back to the adopted weights');
  await race.updateModel(0, {kind: 'rnn', hidden_size: 17});
  assert.equal(race.runners[0].adopted, null);
});

test('a worker that dies before its first checkpoint begins with the adopted weights again', async (context) => {
  const {race, surroundings} = openRace(context, {models: [RNN]});
  await race.prepare();
  await race.keepWeights(0);
  await race.adoptWeights(0);
  const last = surroundings.workers.findLast(({received}) => received.some(({type}) => type === 'open'));
  last?.terminate();
  await until(() => race.runners[0].message !== null && race.runners[0].state === 'ready', 'a new worker');
  const fresh = surroundings.workers.at(-1)?.received.map(({type}) => type);
  assert.deepEqual(fresh?.slice(0, 2), ['open', 'adopt']);
});

test('scores of longer examples and of whole answers are kept apart', async (context) => {
  const {race} = openRace(context);
  race.train();
  await until(() => race.state === 'done', 'the end');
  const [runner] = race.runners;
  const {val_accuracy, val_exact, longer_accuracy, longer_exact} = runner.latest;
  assert.ok(val_exact < val_accuracy && longer_accuracy < val_accuracy);
  assert.ok(Number.isNaN(longer_exact), 'a score that the task does not have');
  assert.equal(runner.scores('val_exact', 'step').y.at(-1), val_exact);
  assert.equal(runner.scores('longer_exact', 'step').x.length, 0);
  assert.equal(metricOf('', race), 'exact');
  assert.equal(metricOf('loss', race), 'loss');
  assert.deepEqual(
    linesOf(race, 'accuracy').map(({text}) => text),
    ['Chance'],
  );
  assert.deepEqual(
    cardNumbers(runner, {view: 'pairs', compact: false}).map(({name}) => name),
    ['right as a whole', 'held-out loss', 'step'],
  );
});

test('the chart falls back to what the models can be measured by', async (context) => {
  const {race} = openRace(context, {task: {kind: 'forecast', corpus: 'births'}, models: [RNN]});
  assert.equal(metricOf('exact', race), 'exact', 'nothing is known yet');
  race.train();
  await until(() => race.state === 'done', 'the end');
  assert.equal(metricOf('exact', race), 'accuracy');
  assert.ok(ceilingOf([{train: {y: [4]}, held_out: {y: [3]}}], [5], {text: false, vocab: 0}) >= 5);
  assert.equal(ceilingOf([], [], {text: false, vocab: 0}), 1);
});
