// The weights of the lowest held-out loss: kept beside the last, shown in their place, and left by whatever trains.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BestShown} from '../../web/runtime/best_weights.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';
import {TRAIN, done, openRace} from '../support/early_race.js';

test('the state of the lowest held-out loss is kept, shown beside the last, and left by whatever trains', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await done(race);
  const {best} = runner.record;
  assert.deepEqual([best?.step, best?.val_loss], [150, runner.record.lowest]);
  const last = await runner.hash();
  const curve = runner.curve('held_out', 'step');
  const sample = runner.sample;
  await BestShown.show(runner);
  assert.match(await runner.hash(), /^rnn-150-/);
  assert.deepEqual([runner.step, runner.state, runner.latest.step], [300, 'done', 300]);
  assert.deepEqual(runner.curve('held_out', 'step'), curve);
  assert.notEqual(runner.sample, sample, 'the text is of the best as well');
  await race.keepWeights(0);
  assert.equal(race.kept?.step, 150);
  await runner.other?.back();
  assert.equal(await runner.hash(), last);
  assert.equal(runner.sample, sample);
  await BestShown.show(runner);
  await race.trainOn(50);
  await until(() => runner.state === 'done' && runner.step === 350, 'it goes on from the last');
  assert.equal(runner.other, null);
  const {race: good} = openRace(context, {experiment: structuredClone(race.experiment), asked: {patience: 0}});
  good.train();
  await done(good);
  assert.equal(await runner.hash(), await good.runners[0].hash());
});

test('a rate that is moved while the best are shown is of the last; a worker that is replaced shows the last', async (context) => {
  const {race, runner} = openRace(context);
  race.step(220);
  await until(() => runner.state === 'paused' && runner.record.saved?.step === 220, 'it pauses');
  await BestShown.show(runner);
  race.setLr(0.01);
  await until(() => race.experiment.models[0].changes !== undefined, 'it is recorded');
  assert.deepEqual(race.experiment.models[0].changes, [{step: 220, train: {optimizer: {lr: 0.01}}}]);
  await BestShown.show(runner);
  assert.match(await runner.hash(), /^rnn-150-/);
  runner.rest();
  assert.equal(runner.other, null);
  assert.match(await runner.hash(), /^rnn-220-/);
  race.train();
  await done(race);
  const {race: good} = openRace(context, {experiment: structuredClone(race.experiment), asked: {patience: 0}});
  good.train();
  await done(good);
  assert.equal(await runner.hash(), await good.runners[0].hash());
});

test('where a task answers, examples and looks are of the weights that are shown', async (context) => {
  const experiment = {
    ...NOVEL_EXPERIMENT,
    task: {kind: 'reverse', length: 6},
    train: TRAIN,
    models: [{kind: 'seq2seq', hidden_size: 16}],
  };
  const {race, runner} = openRace(context, {experiment});
  race.setWatched(0, ['seq2seq.attention']);
  race.train();
  await done(race);
  const seen = () => [runner.examples?.step, runner.look?.step];
  await until(() => String(seen()) === '300,300', 'of the last');
  await BestShown.show(runner);
  await until(() => String(seen()) === '150,150', 'of the best');
  runner.rest();
  assert.deepEqual(seen(), [300, 300]);
});

test('nobody may choose while it trains, before its last state is here, or where nothing was kept', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await until(() => runner.record.best !== null, 'there is one');
  await BestShown.show(runner);
  assert.equal(runner.other, null);
  await done(race);
  const {race: frame, workers} = openRace(context);
  frame.hasBest = false;
  frame.train();
  await done(frame);
  assert.equal(frame.runners[0].record.best, null);
  assert.equal(frame.runners[0].step, 300, 'it ends all the same');
  assert.ok(workers.every(({received}) => received.every(({type}) => type !== 'keep_best')));
});

test('after a worker died what was best so far comes again, and no worse one', async (context) => {
  const {race, runner, workers} = openRace(context, {faults: {trap_at_step: 180}});
  race.train();
  await done(race);
  assert.ok(workers.length > 1);
  assert.deepEqual([runner.step, runner.record.best?.step], [300, 150]);
});

test('the line of the card says which weights are shown, and offers the others', async (context) => {
  const {race, runner} = openRace(context);
  race.train();
  await done(race);
  const line = await elementOf('models/best_weights.js', 'best-weights', {runner});
  const said = () =>
    every(written(line), ({tag}) => tag === 'p')
      .map(textOf)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  assert.match(
    said(),
    /^Shown: the last weights, step 300\. Best on unseen data: step 150, loss \d\.\d{3}\. Show them$/,
  );
  await BestShown.show(runner);
  assert.match(
    said(),
    /^Shown: the best weights on unseen data, step 150, loss \d\.\d{3}\. The last are of step 300\. Show the last$/,
  );
});
