// Weights to begin with: kept, trained again from the experiment that made them, or supplied by the reader.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {warmUp} from '../../web/runtime/warm_up.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {refusal} from '../../web/words/refusals.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {elementOf, written} from '../support/page_parts.js';
import {every} from '../support/template_tree.js';
import {until} from '../support/until.js';

/** As the page does it, on a machine that is fast enough. @type {import('../../web/runtime/types').WarmUp} */
const unhurried = (...given) => warmUp(...given, 60_000);

const RNN = {kind: 'rnn', hidden_size: 16};
const LSTM = {kind: 'lstm', hidden_size: 16};

/**
 * @param {import('node:test').TestContext} context
 * @param {{faults?: import('../support/fake_engine.js').Faults, task?: any, models?: any[], experiment?: any}} [options]
 */
function openRace(context, {faults = {}, task = {kind: 'reverse'}, models = [RNN], experiment} = {}) {
  const surroundings = fakeSurroundings({faults});
  const made = {...NOVEL_EXPERIMENT, task, train: {...NOVEL_EXPERIMENT.train, steps: 200}, models};
  const race = new Race(surroundings, experiment ? JSON.parse(JSON.stringify(experiment)) : made);
  context.after(() => race.close());
  return {race, surroundings};
}

/** @param {Race} race */
const done = (race) => until(() => race.state === 'done', 'the race is done');
/** @param {Race} race */
const hashes = (race) => Promise.all(race.runners.map((runner) => runner.hash()));
/** Workers that trained something again. @param {ReturnType<typeof fakeSurroundings>} surroundings */
const rehearsals = ({workers}) =>
  workers.filter(({received}) => received.some(({type, data}) => type === 'run' && data.turn === undefined));

/** A race of two models that begin with what a third one learned, of another task. @param {import('node:test').TestContext} context */
async function tuned(context) {
  const {race} = openRace(context);
  race.step(50);
  await until(() => race.runners[0].step === 50, 'fifty steps');
  race.setLr(0.01);
  race.train();
  await done(race);
  await race.keepWeights(0);
  await race.setExperiment({...race.experiment, task: {kind: 'sentiment'}, models: [RNN, LSTM, RNN]});
  await race.adoptWeights(0);
  await race.adoptWeights(2);
  race.train();
  await done(race);
  return race;
}

test('kept weights are trained again in a new page, and are the same to the bit', async (context) => {
  const race = await tuned(context);
  const {start} = race.experiment.models[0];
  assert.deepEqual(start, race.experiment.models[2].start);
  assert.deepEqual(/** @type {any} */ (start).experiment.models[0].changes, [
    {step: 50, train: {optimizer: {lr: 0.01}}},
  ]);
  assert.equal(race.experiment.version, 2);

  const {race: again, surroundings} = openRace(context, {experiment: race.experiment});
  await again.preload({eager: true, warm: unhurried});
  await again.prepare();
  assert.equal(rehearsals(surroundings).length, 3, 'nothing but the warm-up before somebody presses Train');
  /** @type {Set<string>} */
  const said = new Set();
  again.addEventListener('progress', () => {
    const {beginning, state} = again.runners[0];
    if (beginning) said.add(`${state} ${beginning.steps}`);
  });
  again.train();
  assert.equal(again.state, 'training');
  await done(again);
  assert.deepEqual([...said], ['opening 200']);
  assert.equal(rehearsals(surroundings).length, 4, 'both models share what was trained');
  assert.deepEqual(again.runners[0].adopted, race.runners[0].adopted);
  assert.equal(again.runners[0].adopted?.from, 'RNN 16 after 200 steps');
  assert.deepEqual(await hashes(again), await hashes(race));
  assert.deepEqual(again.experiment, race.experiment);
  await again.reset();
  again.train();
  await done(again);
  assert.equal(rehearsals(surroundings).length, 4, 'it is still there');
  assert.deepEqual(await hashes(again), await hashes(race));
});

test('a pause ends the training of what nobody waits for, and it goes on from where it was saved', async (context) => {
  const race = await tuned(context);
  const {race: again, surroundings} = openRace(context, {experiment: race.experiment, faults: {ms_per_step: 100}});
  const [first, , last] = again.runners;
  again.train();
  await until(() => (first.beginning?.step ?? 0) > 60, 'it is on the way');
  first.pause();
  assert.deepEqual([first.state, first.beginning], ['ready', null]);
  assert.ok(last.beginning, 'the other one still waits');
  again.pause();
  await until(() => rehearsals(surroundings).length === 1, 'one worker');
  await rehearsals(surroundings)[0].lost;
  assert.equal(first.step, 0);
  first.resume();
  again.train();
  await done(again);
  const asked = rehearsals(surroundings)
    .at(-1)
    ?.received.map(({type}) => type);
  assert.deepEqual(asked?.slice(0, 4), ['open', 'load', 'show', 'run']);
  assert.deepEqual(await hashes(again), await hashes(race));
});

test('a reset and a close end it too', async (context) => {
  const race = await tuned(context);
  const {race: again, surroundings} = openRace(context, {experiment: race.experiment, faults: {ms_per_step: 100}});
  again.train();
  await until(() => (again.runners[0].beginning?.step ?? 0) > 20, 'it is on the way');
  await again.reset();
  await rehearsals(surroundings)[0].lost;
  assert.equal(again.runners[0].beginning, null);
  again.train();
  await until(() => (again.runners[0].beginning?.step ?? 0) > 20, 'it is on the way again');
  again.close();
  await rehearsals(surroundings)[1].lost;
});

test('a rate that is moved before training does not part a model from its first weights', async (context) => {
  const race = await tuned(context);
  const {race: again} = openRace(context, {experiment: race.experiment});
  await again.prepare();
  again.setLr(0.03);
  await again.prepare();
  again.setLr(0.04);
  again.train();
  await done(again);
  assert.equal(again.runners[0].latest.lr, 0.04);
  const {race: third} = openRace(context, {experiment: again.experiment});
  third.train();
  await done(third);
  assert.deepEqual(await hashes(third), await hashes(again));
});

test('what was trained on a text that does not travel begins with a file, which the reader brings', async (context) => {
  const {race} = openRace(context, {task: {kind: 'text', corpus: 'moby-dick', length: 16}});
  await race.setOwnText(new TextEncoder().encode('abcdefghij '.repeat(3000)), 'long.txt');
  race.step(5);
  await until(() => race.runners[0].step === 5, 'five steps');
  const file = await race.runners[0].save();
  const hash = await race.runners[0].hash();
  await race.keepWeights(0);
  await race.adoptWeights(0);
  assert.deepEqual(race.experiment.models[0].start, {weights: hash});
  assert.match(race.runners[0].adopted?.from ?? '', /^RNN 16 after 5 steps/);

  const {race: again} = openRace(context, {
    experiment: {...race.experiment, task: {kind: 'text', corpus: 'moby-dick', length: 16}},
  });
  const [runner] = again.runners;
  again.train();
  await until(() => runner.state === 'failed', 'it says what it lacks');
  assert.match(refusal(runner.message), /from a file that is not here/);
  await again.supplyWeights(0, new TextEncoder().encode('{"kind": "rnn", "path": 3, "step": 9}'));
  assert.equal(runner.state, 'failed');
  assert.equal(runner.message?.key, 'start.hash');
  await again.supplyWeights(0, file);
  assert.equal(runner.state, 'ready');
  again.train();
  await done(again);
});

test('the same where every option is spelt out, an empty text of its own too', async (context) => {
  const {describe, ...surroundings} = fakeSurroundings();
  const tasks = describe.tasks.map((task) =>
    task.kind === 'text'
      ? {...task, options: [...task.options, {name: 'text', type: 'text', default: '', summary: ''}]}
      : task,
  );
  const task = {kind: 'text', corpus: 'moby-dick', length: 16};
  const spelt = /** @type {any} */ ({...surroundings, describe: {...describe, tasks}});
  const race = new Race(spelt, {...NOVEL_EXPERIMENT, task, models: [RNN]});
  context.after(() => race.close());
  await race.setOwnText(new TextEncoder().encode('abcdefghij '.repeat(3000)), 'long.txt');
  assert.equal(race.experiment.task.text, '');
  race.step(5);
  await until(() => race.runners[0].step === 5, 'five steps');
  await race.keepWeights(0);
  assert.deepEqual(race.kept?.start, {weights: await race.runners[0].hash()});
});

test('weights are offered to models of their own kind, with the reason where they are not', async (context) => {
  const {race} = openRace(context, {models: [RNN, LSTM]});
  race.step(5);
  await until(() => race.runners[0].step === 5, 'five steps');
  await race.keepWeights(0);
  const offered = [];
  for (const runner of race.runners) {
    const shape = {hide: [], lock: [], open: []};
    const menu = await elementOf('models/model_menu.js', 'model-menu', {race, runner, shape});
    const [button] = every(written(menu), ({tag}) => tag === 'menu-button');
    const {title, disabled} = button.attributes['.items'].find((/** @type {any} */ {id}) => id === 'adopt');
    offered.push([title, Boolean(disabled)]);
  }
  assert.deepEqual(offered, [
    ['Start from RNN 16’s weights', false],
    ['Start from RNN 16’s weights: only models of its kind can', true],
  ]);
});

test('weights can be kept only where they are', async (context) => {
  const {race} = openRace(context);
  await assert.rejects(race.adoptWeights(0), /kept/);
});
