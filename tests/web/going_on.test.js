// A race that is done goes on: for how long, at what rate, and what of it a reset forgets.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {trainLine} from '../../web/elements/lab/race_lines.js';
import {gentleRate, moreSteps, spentRate} from '../../web/state/going_on.js';
import {every, textOf} from '../support/template_tree.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {until} from '../support/until.js';

/** @typedef {import('../../web/shape/shape.js').Shape} Shape */

const RNN = {kind: 'rnn', hidden_size: 16};
const COSINE = {schedule: {kind: 'cosine'}};

/** @param {import('node:test').TestContext} context @param {{train?: object, models?: any[]}} [options] */
function openRace(context, {train = {}, models = [RNN]} = {}) {
  const race = new Race(fakeSurroundings(), {
    ...NOVEL_EXPERIMENT,
    train: {...NOVEL_EXPERIMENT.train, steps: 200, ...train},
    models,
  });
  context.after(() => race.close());
  return race;
}

/** @param {Race} race @param {number} [step] */
const done = (race, step = 200) =>
  until(() => race.state === 'done' && race.runners.every((runner) => runner.step === step), `all at step ${step}`);
/** @param {Race} race */
const hashes = (race) => Promise.all(race.runners.map((runner) => runner.hash()));

/** @param {Race} race @param {Partial<Shape>} [shape] the bar, once what it fetches late is there */
async function barOf(race, shape = {}) {
  const bar = await elementOf('lab/run_bar.js', 'run-bar', {race, shape: {hide: [], lock: [], open: [], ...shape}});
  bar.render();
  await import('../../web/elements/lab/going_on.js');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return bar;
}

/** @param {any} bar */
const bigButton = (bar) => {
  const [button] = every(written(bar), ({tag}) => tag === 'button');
  return [textOf(button).trim(), button.attributes['?disabled'] ? 'disabled' : 'live'];
};

test('a quarter of what was asked for, as a number that reads well', () => {
  const asked = [2000, 400, 1200, 1000, 3000, 2500, 60, 120, 45, 7, 3, 1, 1_000_000];
  assert.deepEqual(asked.map(moreSteps), [500, 100, 300, 250, 750, 650, 15, 30, 10, 2, 1, 1, 250_000]);
});

test('a rate is spent where the schedule left next to nothing of it, not where it rises or was moved later', () => {
  const of = (/** @type {any} */ schedule, changes = /** @type {any[]} */ ([])) => ({
    ...NOVEL_EXPERIMENT,
    train: {...NOVEL_EXPERIMENT.train, optimizer: {kind: 'adamw', lr: 0.01}, schedule},
    models: [{...RNN, changes}],
  });
  assert.equal(spentRate(of({kind: 'cosine'}), 0, {step: 200, lr: 1e-9}), 0.01);
  assert.equal(spentRate(of({kind: 'linear', final_fraction: 0.1}), 0, {step: 200, lr: 0.001}), null);
  assert.equal(spentRate(of({kind: 'constant', warmup: 1000}), 0, {step: 10, lr: 1e-4}), null);
  const moved = [{step: 200, train: {optimizer: {lr: 5}}}];
  assert.equal(spentRate(of({kind: 'constant'}, moved), 0, {step: 200, lr: 0.01}), null);
  assert.equal(spentRate(of({kind: 'cosine'}, moved), 0, {step: 200, lr: 0}), 0.01);
  assert.equal(gentleRate(0.003), 0.0003);
});

test('at the end stands a button that trains on', async (context) => {
  const race = openRace(context, {models: [RNN, {...RNN, hidden_size: 17}]});
  const bar = await barOf(race);
  assert.deepEqual(bigButton(bar), ['Train', 'live']);
  race.train();
  await done(race);
  assert.deepEqual(bigButton(await barOf(race)), ['+50 steps', 'live']);
  assert.deepEqual(bigButton(await barOf(race, {lock: ['train.steps']})), ['Finished', 'disabled']);
  assert.deepEqual(bigButton(await barOf(race, {lock: ['training']})), ['Finished', 'disabled']);
  for (const hide of ['train.steps', 'train.*'])
    assert.deepEqual(bigButton(await barOf(race, {hide: [hide]})), ['Finished', 'disabled']);
  assert.deepEqual(bigButton(await barOf(race, {hide: ['training']})), ['+50 steps', 'live']);
  await race.trainOn(50);
  await done(race, 250);
  assert.deepEqual(
    race.experiment.models.map(({changes}) => changes),
    [[{step: 200, train: {steps: 250}}], [{step: 200, train: {steps: 250}}]],
  );
  assert.deepEqual(bigButton(await barOf(race)), ['+50 steps', 'live'], 'a quarter of what was asked for first');
});

test('heading and box say alike how long it trains, and what was added is told beside both', async (context) => {
  const race = openRace(context);
  const panel = () => elementOf('setup/train_panel.js', 'train-panel', {race});
  const help = async () => {
    const [editor] = every(written(await panel()), ({tag}) => tag === 'options-editor');
    const [steps] = editor.attributes['.options'];
    return [editor.attributes['.values'].steps, /more were added/.test(steps.summary)];
  };
  assert.match(trainLine(race), /^200 steps of/);
  assert.deepEqual(await help(), [200, false]);
  race.train();
  await done(race);
  await race.trainOn(50);
  await done(race, 250);
  assert.match(trainLine(race), /^200 \+ 50 steps of/);
  assert.deepEqual(await help(), [200, true]);
  await race.reset();
  assert.match(trainLine(race), /^200 steps of/);
});

test('only those that are done go on', async (context) => {
  const race = openRace(context, {models: [RNN, {kind: 'lstm', hidden_size: 16}]});
  race.runners[1].decline({code: 'invalid_config', key: 'fit.form', values: {}, where: 'models[1]', message: ''});
  race.train();
  await until(() => race.state === 'done', 'the first is done');
  await race.trainOn(50);
  await until(() => race.runners[0].step === 250, 'it goes on');
  assert.equal(race.experiment.models[1].changes, undefined);
});

test('a schedule that came to nothing goes on at the rate that is offered; a reset knows nothing of it', async (context) => {
  const race = openRace(context, {train: COSINE});
  race.train();
  await done(race);
  const [runner] = race.runners;
  const untouched = await hashes(race);
  for (const shape of [{lock: ['train.optimizer.lr']}, {hide: ['train.optimizer.*']}])
    assert.deepEqual(bigButton(await barOf(race, shape)), ['Finished', 'disabled']);
  const bar = await barOf(race);
  const [line] = every(written(bar), ({tag}) => tag === 'rate-after');
  const after = await elementOf('lab/going_on.js', 'rate-after', {race, spent: line.attributes['.spent']});
  const [box] = every(written(after), ({tag}) => tag === 'input');
  assert.equal(box.attributes['.value'], '0.0002');
  await race.trainOn(50, after.take());
  await done(race, 250);
  assert.equal(runner.latest.lr, 0.0002);
  assert.equal(race.lr, 0.0002, 'the control shows the rate at which they train');
  assert.equal(race.train_now.optimizer?.lr, 0.002, 'who begins now begins as they did');
  assert.deepEqual(bigButton(await barOf(race)), ['+50 steps', 'live']);
  assert.equal(every(written(await barOf(race)), ({tag}) => tag === 'rate-after').length, 0, 'nothing is spent now');
  await race.reset();
  assert.equal(race.lr, 0.002);
  race.train();
  await done(race);
  assert.deepEqual(await hashes(race), untouched);
});

test('models that had rates of their own go on with the same part of each', async (context) => {
  const own = (/** @type {number} */ lr) => ({...RNN, train: {optimizer: {lr}}});
  const race = openRace(context, {train: COSINE, models: [own(0.01), own(0.03)]});
  race.train();
  await done(race);
  const [line] = every(written(await barOf(race)), ({tag}) => tag === 'rate-after');
  const after = await elementOf('lab/going_on.js', 'rate-after', {race, spent: line.attributes['.spent']});
  assert.match(textOf(written(after)[0]), /each model goes on at its full rate times/);
  after._value = 2;
  after.renderRoot = {querySelector: () => ({focus: () => (after.focused = true)})};
  assert.deepEqual([after.take(), after.focused], [null, true]);
  after._value = 0.1;
  await race.trainOn(50, after.take());
  await done(race, 250);
  assert.deepEqual(
    race.runners.map(({latest}) => latest.lr),
    [0.001, 0.003],
  );
  assert.equal(race.lr, 0.002, 'they keep their own');
});

/** @param {Race} race @param {number} index @param {Partial<Shape>} [shape] what the menu of a card offers first */
async function firstOf(race, index, shape = {}) {
  const whole = {hide: [], lock: [], open: [], ...shape};
  const runner = race.runners[index];
  const menu = await elementOf('models/model_menu.js', 'model-menu', {race, runner, shape: whole});
  const [button] = every(written(menu), ({tag}) => tag === 'menu-button');
  return button.attributes['.items'][0];
}

test('one that is done goes on alone, from its menu; the others stay where they are', async (context) => {
  const race = openRace(context, {models: [RNN, {...RNN, hidden_size: 17}]});
  assert.equal((await firstOf(race, 0)).id, 'copy');
  race.train();
  await done(race);
  const {id, title} = await firstOf(race, 1);
  assert.deepEqual([id, title], ['more', '+50 steps for this one alone']);
  assert.equal((await firstOf(race, 1, {lock: ['train.steps']})).id, 'copy');
  const app = Object.assign(new EventTarget(), {race, notice: '', page: {shape: {hide: [], lock: [], open: []}}});
  const {ModelActions} = await import('../../web/elements/models/model_actions.js');
  await new ModelActions(/** @type {any} */ (app)).act({id, runner: race.runners[1]});
  await until(() => race.state === 'done' && race.runners[1].step === 250, 'it has gone on');
  assert.equal(race.runners[0].step, 200);
  assert.deepEqual(
    race.experiment.models.map(({changes}) => changes),
    [undefined, [{step: 200, train: {steps: 250}}]],
  );
});

test('alone it goes on at a tenth of its rate where the schedule left none', async (context) => {
  const race = openRace(context, {train: COSINE});
  race.train();
  await done(race);
  assert.match((await firstOf(race, 0)).title, /^\+50 steps for this one alone, at rate /);
  const {goesAlone} = await import('../../web/elements/models/going_alone.js');
  const shape = {hide: [], lock: [], open: []};
  assert.equal(goesAlone(race, race.runners[0], shape)?.lr, gentleRate(Number(race.experiment.train.optimizer?.lr)));
});

test('that going on takes the place of what is kept is said wherever the race is kept, whatever else is said', async (context) => {
  const race = openRace(context);
  race.train();
  await done(race);
  const said = async () =>
    every(written(await barOf(race)), ({tag}) => tag === 'p')
      .map(textOf)
      .join();
  assert.equal(await said(), '');
  race.safe = () => true;
  assert.match(await said(), /take the place of what is kept/, 'though it was never opened from there');
  race.unsettled.add({waits: () => true, settle: async () => true});
  assert.match(await said(), /A change in the set-up waits.*take the place of what is kept/);
  await race.trainOn(50);
  await done(race, 250);
  assert.match(await said(), /take the place of what is kept/);
});
