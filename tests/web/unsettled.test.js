// What is written in a panel and not applied yet: Train takes it up first, or says why it cannot, and never trains something else.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Unsettled} from '../../web/elements/parts/unsettled.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

const SHAPE = {hide: [], lock: [], open: []};
const OWN = 'Butter melts slowly in the pan while the onions wait for it. '.repeat(60);

/** @param {import('node:test').TestContext} context */
function openRace(context) {
  const train = {...NOVEL_EXPERIMENT.train, steps: 200, eval_every: 100};
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, train, models: [{kind: 'rnn', hidden_size: 16}]});
  context.after(() => race.close());
  return race;
}

/** As if it stood on the page. @param {any} element */
function placed(element) {
  for (const controller of element.__controllers ?? element._$EO)
    if (controller instanceof Unsettled) controller.hostConnected();
  element.closest = () => null;
  Object.defineProperty(element, 'updateComplete', {value: Promise.resolve(true)});
  element.scrollIntoView = () => {};
  element.requestUpdate = () => {};
  return element;
}

/** @param {Race} race */
const barOf = (race) => elementOf('lab/run_bar.js', 'run-bar', {race, shape: SHAPE});
/** @param {Race} race */
const trainPanel = async (race) => placed(await elementOf('setup/train_panel.js', 'train-panel', {race, shape: SHAPE}));

/** @param {any} bar @param {string} name */
const press = (bar, name) => {
  const button = every(written(bar), ({tag}) => tag === 'button').find((one) => textOf(one).trim() === name);
  button?.attributes['@click'].call(bar);
};

/** @param {any} panel @param {object} change */
function write(panel, change) {
  const editors = every(written(panel), ({tag, attributes}) => tag === 'options-editor' && attributes.path === 'train');
  editors[0].attributes['@options-change'](new CustomEvent('options-change', {detail: change}));
}

/** @param {any} bar */
const remark = (bar) =>
  textOf(every(written(bar), ({tag}) => tag === 'p')[0] ?? {tag: '', attributes: {}, children: []});

/** @param {Race} race @param {string} pasted the panel of the task, and what stands in its box */
async function taskPanel(race, pasted) {
  const box = await elementOf('setup/data_box.js', 'data-box', {text: true});
  box.renderRoot = {querySelector: () => ({value: pasted})};
  const panel = placed(await elementOf('setup/task_panel.js', 'task-panel', {race, shape: SHAPE}));
  panel.renderRoot = {querySelector: (/** @type {string} */ tag) => (tag === 'data-box' ? box : null)};
  panel._own = true;
  return panel;
}

test('what is written before anything was trained is trained, though nobody applied it', async (context) => {
  const race = openRace(context);
  const [panel, bar] = [await trainPanel(race), await barOf(race)];
  write(panel, {...race.experiment.train, steps: 150});
  assert.equal(race.waiting, true);
  press(bar, 'Train');
  await until(() => race.state === 'done', 'the race is done');
  assert.equal(race.runners[0].step, 150);
  assert.equal(race.waiting, false);
});

test('what cannot be is not trained, nor what was set up before; a remark says so', async (context) => {
  const race = openRace(context);
  const [panel, bar] = [await trainPanel(race), await barOf(race)];
  write(panel, {...race.experiment.train, steps: NaN});
  press(bar, 'Train');
  press(bar, 'Step');
  await until(() => bar._held, 'it is said');
  assert.match(remark(bar), /cannot be trained/);
  assert.equal(race.started, false);
  assert.equal(race.state, 'idle');
});

test('a change that waits while the race goes on is said beside the button', async (context) => {
  const race = openRace(context);
  const [panel, bar] = [await trainPanel(race), await barOf(race)];
  await race.updateTrain({...race.experiment.train, steps: 400});
  race.step(10);
  await until(() => race.runners[0].step === 10 && race.state === 'paused', 'ten steps');
  assert.equal(remark(bar), '');
  write(panel, {...race.experiment.train, batch_size: 3});
  assert.match(remark(bar), /waits/);
  press(bar, 'Continue');
  await until(() => race.state === 'done', 'the race is done');
  assert.notEqual(race.experiment.train.batch_size, 3);
});

test('a larger number of steps after the end can be trained on to, which begins nothing anew', async (context) => {
  const race = openRace(context);
  const [panel, bar] = [await trainPanel(race), await barOf(race)];
  panel.addEventListener(
    'train-on',
    (/** @type {CustomEvent} */ {detail}) => bar.trainOn(detail.count) && detail.taken(),
  );
  const button = () => every(written(panel), ({tag}) => tag === 'button').find((one) => /^Train on/.test(textOf(one)));
  const offers = async (/** @type {object} */ change) => {
    write(panel, {...race.train_now, ...change});
    for (const of of [panel, bar]) written(of); // fetches what it takes
    await import('../../web/elements/lab/going_on.js');
    await new Promise((resolve) => setTimeout(resolve, 5));
    return textOf(button() ?? {tag: '', attributes: {}, children: []});
  };
  race.step(10);
  await until(() => race.runners[0].step === 10, 'ten steps');
  assert.equal(await offers({steps: 310}), '', 'they are not done');
  panel._draft = null;
  race.train();
  await until(() => race.state === 'done', 'the race is done');
  assert.equal(await offers({steps: 150}), '');
  assert.equal(await offers({steps: 310, batch_size: 3}), '');
  panel._draft = null;
  assert.equal(await offers({steps: 310}), 'Train on to 310 instead');
  const notice = textOf({tag: 'div', attributes: {}, children: written(panel)});
  assert.match(notice, /To add to what they have learned, let them train on instead\./);
  button()?.attributes['@click']();
  await until(() => race.state === 'done' && race.runners[0].step === 310, 'it has gone on');
  assert.deepEqual(race.experiment.models[0].changes, [{step: 200, train: {steps: 310}}]);
  assert.equal(race.waiting, false);
  assert.equal(await offers({steps: 300}), '', 'it is longer by now');
  panel._draft = null;
  panel.shape = {...SHAPE, lock: ['train.steps']};
  assert.equal(await offers({steps: 400}), '', 'it may not');
});

test('another experiment in the place of all leaves nothing of what waited', async (context) => {
  const race = openRace(context);
  const panel = await trainPanel(race);
  write(panel, {...race.experiment.train, steps: 150});
  await race.setExperiment({...NOVEL_EXPERIMENT, train: {...NOVEL_EXPERIMENT.train, steps: 170}});
  assert.equal(race.waiting, false);
  assert.equal(await race.settle(), true);
  assert.equal(race.experiment.train.steps, 170);
});

test('a text that was pasted is what Train trains on', async (context) => {
  const race = openRace(context);
  const [panel, bar] = [await taskPanel(race, OWN), await barOf(race)];
  assert.equal(race.waiting, true);
  press(bar, 'Train');
  await until(() => race.state === 'done', 'the race is done');
  assert.equal(race.experiment.task.corpus, 'own');
  assert.equal(race.experiment.task.text, OWN);
  assert.equal(race.waiting, false, 'what was used waits no longer');
  assert.equal(panel._failure, null);
});

test('a text that cannot be learned trains nothing, and says why', async (context) => {
  const race = openRace(context);
  const {setOwnText} = race;
  race.setOwnText = async () => {
    throw Object.assign(new Error('too short'), {code: 'invalid', where: 'text'});
  };
  const [panel, bar] = [await taskPanel(race, 'too short'), await barOf(race)];
  press(bar, 'Train');
  await until(() => bar._held, 'it is said');
  assert.ok(panel._failure);
  assert.equal(race.started, false);
  race.setOwnText = setOwnText;
});

test('while data are about to be given, no experiment is said to be chosen and nothing is told of it', async (context) => {
  const race = new Race(fakeSurroundings(), NOVEL_EXPERIMENT);
  context.after(() => race.close());
  const {PRESETS} = await import('../../web/state/presets.js');
  const novel = PRESETS.find(({id}) => id === 'novel');
  if (novel) await race.setExperiment(structuredClone(novel.experiment));
  const gallery = await elementOf('lab/preset_gallery.js', 'preset-gallery', {race, shape: SHAPE});
  const words = await elementOf('lab/preset_words.js', 'preset-words', {race, shape: SHAPE});
  const chosen = () => every(written(gallery), ({attributes}) => attributes['aria-pressed'] === true).map(textOf);
  const said = () =>
    written(words)
      .map((/** @type {any} */ one) => textOf(one))
      .join(' ');
  assert.deepEqual(chosen(), ['Reading a novel']);
  assert.match(said(), /Moby Dick/);
  await taskPanel(race, '');
  assert.deepEqual(chosen(), []);
  assert.doesNotMatch(said(), /Moby Dick/);
});

test('models that lack their data say so once, and are asked nothing', async (context) => {
  const race = openRace(context);
  await race.updateTask({kind: 'text', corpus: 'own', length: 16});
  assert.equal(race.lacksData, true);
  const panel = await elementOf('answers/prompt_panel.js', 'prompt-panel', {race});
  const [button] = every(written(panel), ({tag}) => tag === 'button');
  assert.ok(button.attributes['?disabled']);
  assert.match(
    written(panel)
      .map((/** @type {any} */ one) => textOf(one))
      .join(' '),
    /give the same data/,
  );
  await race.setOwnText(new TextEncoder().encode(OWN), 'own');
  assert.equal(race.lacksData, false);
});

test('that a file is saved is said of that file alone, not of one with other data', async () => {
  const row = {receipt: {models: []}, bytes: [], own: 'Recipes'};
  const saving = await elementOf('runs/save_run.js', 'save-run', {row, _saved: 'Race.zip is saved.'});
  const said = () =>
    every(written(saving), ({tag}) => tag === 'p')
      .map(textOf)
      .join(' ');
  assert.match(said(), /is saved/);
  assert.match(said(), /what the models wrote/);
  const [box] = every(written(saving), ({tag}) => tag === 'input');
  box.attributes['@change'].call(saving, {target: {checked: true}});
  assert.doesNotMatch(said(), /is saved/);
});
