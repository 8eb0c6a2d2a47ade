// One model trained in its own way: what is its own, what the race's, and how either becomes the other; copies that differ in it.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {hasOwn, hasOwnOptimizer, trainOf, withOwn, withoutOwn} from '../../web/state/own.js';
import {fiveRates, fiveSeeds, nextSeed} from '../../web/state/variants.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {refusal} from '../../web/words/refusals.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

const LSTM = {kind: 'lstm', hidden_size: 16};
const RATE = /** @type {const} */ (['optimizer', 'lr']);
const SEED = /** @type {const} */ (['seed']);
/** @param {Partial<import('../../web/shape/shape.js').Shape>} shape */
const shaped = (shape = {}) => ({hide: [], lock: [], open: [], ...shape});

/** @param {import('node:test').TestContext} context @param {any[]} models */
function openRace(context, models) {
  const train = {...NOVEL_EXPERIMENT.train, steps: 200, optimizer: {kind: 'adamw', lr: 0.003, weight_decay: 0.5}};
  const race = new Race(fakeSurroundings(), {...NOVEL_EXPERIMENT, train, models});
  context.after(() => race.close());
  return race;
}

/** The part of the editor, which hands on what is changed to itself. @param {Race} race @param {object} [shape] */
async function partOf(race, shape) {
  const part = await elementOf('models/own_training.js', 'own-training', {
    race,
    model: race.experiment.models[0],
    shape: shaped(shape),
  });
  part.addEventListener('options-change', (/** @type {CustomEvent} */ {detail}) => (part.model = detail));
  return part;
}

/** What stands there: each field's name, value and words, whether it can be changed, and its button. @param {any} part */
function fields(part) {
  return every(written(part), ({tag, attributes}) => tag === 'div' && /^part\b/.test(attributes.class)).map((node) => {
    const [field] = every([node], ({tag}) => tag === 'option-field');
    const [select] = every([node], ({tag}) => tag === 'select');
    const back = every([node], ({tag}) => tag === 'button').map(({attributes}) => attributes['aria-label']);
    if (select) {
      const chosen = every([select], ({tag, attributes}) => tag === 'option' && attributes['.selected']);
      const words = textOf(every([node], ({tag}) => tag === 'p')[0]);
      return {name: 'optimizer', value: chosen.map(textOf).join(), race: words.startsWith('As in the race.'), back};
    }
    const option = field.attributes['.option'];
    const race = option.summary.startsWith('As in the race.');
    return {name: option.name, value: field.attributes['.value'], race, back};
  });
}

/** @param {any} part @param {string} name @param {unknown} value */
function write(part, name, value) {
  const [field] = every(written(part), ({tag, attributes}) => tag === 'option-field' && attributes.id === name);
  field.attributes['@option-input'](new CustomEvent('option-input', {detail: {value}}));
}

/** @param {any} part @param {string} name */
function giveBack(part, name) {
  const [button] = every(
    written(part),
    ({tag, attributes}) => tag === 'button' && attributes['aria-label'].startsWith(name),
  );
  button.attributes['@click']();
}

test('what is its own is set, read and given back, and leaves nothing behind', () => {
  const train = {seed: 3, optimizer: {kind: 'adamw', lr: 0.1, beta1: 0.9}};
  const changed = withOwn(withOwn(LSTM, RATE, 0.5), SEED, 7);
  assert.deepEqual(changed.train, {optimizer: {lr: 0.5}, seed: 7});
  assert.deepEqual(trainOf(train, changed), {seed: 7, optimizer: {kind: 'adamw', lr: 0.5, beta1: 0.9}});
  assert.deepEqual(
    [hasOwn(changed), hasOwn(changed, RATE), hasOwn(LSTM), hasOwn(LSTM, SEED)],
    [true, true, false, false],
  );
  assert.deepEqual(withoutOwn(withoutOwn(changed, RATE), SEED), LSTM);
  assert.deepEqual(withoutOwn(LSTM, RATE), LSTM);
  const other = {...LSTM, train: {optimizer: {kind: 'sgd', lr: 1}, clip_norm: 2}};
  assert.deepEqual([hasOwnOptimizer(train, other), hasOwnOptimizer(train, changed)], [true, false]);
  assert.deepEqual(withoutOwn(other, ['optimizer']), {...LSTM, train: {clip_norm: 2}});
  assert.equal(hasOwn(/** @type {any} */ ({...LSTM, train: 3})), false, 'a link may say anything');
});

test('each value is the race’s until it is changed, and can be given back', async (context) => {
  globalThis.requestAnimationFrame ??= (done) => setTimeout(done, 0);
  const race = openRace(context, [LSTM]);
  const part = await partOf(race);
  const asRace = [
    {name: 'lr', value: 0.003, race: true, back: []},
    {name: 'optimizer', value: 'AdamW', race: true, back: []},
    {name: 'weight_decay', value: 0.5, race: true, back: []},
    {name: 'seed', value: 1, race: true, back: []},
  ];
  assert.deepEqual(fields(part), asRace);
  write(part, 'optimizer.lr', 0.01);
  write(part, 'seed', 4);
  assert.deepEqual(part.model, {...race.experiment.models[0], train: {optimizer: {lr: 0.01}, seed: 4}});
  assert.deepEqual(fields(part)[0], {
    name: 'lr',
    value: 0.01,
    race: false,
    back: ['Learning rate: As in the race: 0.003'].map((words) => words.replace('Learning rate', 'Lr')),
  });
  assert.deepEqual(fields(part)[3].back, ['Seed: As in the race: 1']);
  race.setLr(0.02); // before anybody has trained
  assert.deepEqual(fields(part)[0].back, ['Lr: As in the race: 0.02']);
  giveBack(part, 'Lr');
  giveBack(part, 'Seed');
  assert.deepEqual(part.model, race.experiment.models[0]);
  assert.deepEqual(fields(part)[0].value, 0.02);
});

test('a field is told nothing new while nothing is: what is being typed stays', async (context) => {
  const part = await partOf(openRace(context, [LSTM]));
  const options = () =>
    every(written(part), ({tag}) => tag === 'option-field').map(({attributes}) => attributes['.option']);
  const before = options();
  options().forEach((option, i) => assert.equal(option, before[i], option.name));
  write(part, 'seed', 4);
  assert.notEqual(options().at(-1), before.at(-1), 'it is no longer the race’s');
});

test('an optimizer of its own has all its options with it, and goes back with them', async (context) => {
  const race = openRace(context, [LSTM]);
  const part = await partOf(race);
  const choose = (/** @type {number} */ index) =>
    every(written(part), ({tag}) => tag === 'select')[0].attributes['@change']({target: {selectedIndex: index}});
  choose(1);
  assert.deepEqual(part.model.train, {optimizer: {kind: 'sgd', lr: 0.1}});
  assert.deepEqual(fields(part), [
    {name: 'lr', value: 0.1, race: false, back: []},
    {name: 'optimizer', value: 'SGD', race: false, back: ['Optimizer: As in the race: AdamW']},
    {name: 'seed', value: 1, race: true, back: []},
  ]);
  choose(0);
  assert.deepEqual(part.model, race.experiment.models[0]);
});

test('what is hidden or locked of the race’s training is so for a model alone', async (context) => {
  const race = openRace(context, [{...LSTM, train: {seed: 2}}]);
  const names = async (/** @type {object} */ shape) => fields(await partOf(race, shape)).map(({name}) => name);
  assert.deepEqual(await names({hide: ['train.optimizer.lr', 'models.lstm.train.seed']}), [
    'optimizer',
    'weight_decay',
  ]);
  assert.deepEqual(await names({hide: ['models.rnn.train.seed']}), ['lr', 'optimizer', 'weight_decay', 'seed']);
  assert.deepEqual(written(await partOf(race, {hide: ['training']})), []);
  const locked = async (/** @type {string[]} */ lock) => {
    const nodes = written(await partOf(race, {lock}));
    const able = every(nodes, ({tag, attributes}) => tag === 'option-field' && !attributes['?locked']);
    const kinds = every(nodes, ({tag, attributes}) => tag === 'select' && !attributes['?disabled']);
    const back = every(nodes, ({tag}) => tag === 'button');
    return [able.map(({attributes}) => attributes.id), kinds.length, back.length];
  };
  const all = ['optimizer.lr', 'optimizer.weight_decay', 'seed'];
  assert.deepEqual(await locked([]), [all, 1, 1]);
  // Another optimizer would bring another rate.
  assert.deepEqual(await locked(['train.optimizer.lr']), [['optimizer.weight_decay', 'seed'], 0, 1]);
  assert.deepEqual(await locked(['models.*.train.optimizer.lr']), [['optimizer.weight_decay', 'seed'], 0, 1]);
  assert.deepEqual(await locked(['train.seed']), [['optimizer.lr', 'optimizer.weight_decay'], 1, 0]);
  for (const lock of ['training', 'model_editor', 'models.lstm.*', 'models'])
    assert.deepEqual(await locked([lock]), [[], 0, 0], lock);
});

test('it is open where there is something of its own, or where the page opens it', async (context) => {
  const isOpen = async (/** @type {any} */ model, /** @type {string[]} */ open) => {
    const [details] = written(await partOf(openRace(context, [model]), {open}));
    return /** @type {any} */ (details).attributes['?open'];
  };
  assert.equal(await isOpen(LSTM, []), false);
  assert.equal(await isOpen({...LSTM, train: {seed: 2}}, []), true);
  assert.equal(await isOpen(LSTM, ['models.lstm.train.seed']), true);
  assert.equal(await isOpen(LSTM, ['models.*.train.optimizer.*']), true);
  assert.equal(await isOpen(LSTM, ['models.rnn.train.seed']), false);
  assert.equal(await isOpen(LSTM, ['models.lstm.*', 'train.seed']), false);
});

test('the names of these options are known to links', async () => {
  const lock = ['models.lstm.train.seed', 'models.*.train.optimizer.lr', 'models.lstm.train.optimizer.kind'];
  const experiment = {...NOVEL_EXPERIMENT, models: [LSTM]};
  const hash = await encodeLink({
    ...NO_SETTING,
    experiment,
    shape: shaped({lock: [...lock, 'models.lstm.train.nothing']}),
  });
  const {shape, notice} = await decodeLink(hash, FAKE_DESCRIBE);
  assert.deepEqual(shape.lock, lock);
  assert.match(notice, /models\.lstm\.train\.nothing/);
});

test('a refusal of what is its own has the option’s name', () => {
  const names = ['LSTM 16'];
  const experiment = {...NOVEL_EXPERIMENT, models: [LSTM]};
  const failure = {key: 'number.range', values: {found: 0, min: 1, max: 2}, where: 'models[0].train.optimizer.lr'};
  assert.match(refusal(failure, {experiment, describe: FAKE_DESCRIBE, names}), /^Lr of LSTM 16: /);
  assert.match(
    refusal({...failure, where: 'models[0].train.seed'}, {experiment, describe: FAKE_DESCRIBE, names}),
    /^Seed of LSTM 16: /,
  );
});

test('five rates have the own in their middle, and read well', () => {
  assert.deepEqual(fiveRates(0.003, {}), [0.0003, 0.001, 0.003, 0.01, 0.03]);
  assert.deepEqual(fiveRates(0.01, {}), [0.001, 0.003, 0.01, 0.03, 0.1]);
  assert.deepEqual(fiveRates(0.002, {}), [0.0002, 0.0005, 0.002, 0.005, 0.02]);
  assert.deepEqual(fiveRates(0.005, {}), [0.0005, 0.002, 0.005, 0.02, 0.05]);
  assert.deepEqual(fiveRates(0.0015, {}), [0.00015, 0.0005, 0.0015, 0.005, 0.015]);
  assert.deepEqual(fiveRates(1e-6, {min: 1e-6, max: 100}), [1e-6, 3e-6, 1e-5, 3e-5, 1e-4]);
  for (let own = 1.1e-6; own < 100; own *= 1.37) {
    const rates = fiveRates(Number(own.toPrecision(3)), {min: 1e-6, max: 100});
    assert.ok(new Set(rates).size === 5 && rates.includes(Number(own.toPrecision(3))), `${own}: ${rates}`);
  }
});

test('five seeds have the own among them; the next one is free', () => {
  assert.deepEqual([3, 1, 5, 7, 0].map(fiveSeeds), [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 7],
    [0, 1, 2, 3, 4],
  ]);
  const race = {...NOVEL_EXPERIMENT, models: [LSTM, {...LSTM, train: {seed: 2}}, {...LSTM, train: {seed: 9}}]};
  assert.deepEqual(
    [0, 1, 2].map((k) => nextSeed(race, k, {min: 0, max: 9})),
    [3, 3, 0],
  );
});

/** The menu of the first card, and what is done when one of its items is chosen. @param {Race} race @param {object} [shape] */
async function menuOf(race, shape) {
  const menu = await elementOf('models/model_menu.js', 'model-menu', {
    race,
    runner: race.runners[0],
    shape: shaped(shape),
  });
  const {ModelActions} = await import('../../web/elements/models/model_actions.js');
  /** @type {string[]} */
  const heard = [];
  const app = /** @type {any} */ (
    Object.assign(new EventTarget(), {
      race,
      notice: '',
      renderRoot: {querySelectorAll: () => [], querySelector: () => null},
    })
  );
  app.addEventListener('say', (/** @type {CustomEvent} */ {detail}) => heard.push(detail));
  const actions = new ModelActions(app);
  const [button] = every(written(menu), ({tag}) => tag === 'menu-button');
  const items = button.attributes['.items'];
  return {
    app,
    heard,
    able: items.flatMap((/** @type {any} */ one) => (one.disabled ? [] : [one.id])),
    choose: (/** @type {string} */ id) => actions.act({id, runner: race.runners[0]}),
  };
}

test('another seed joins, five rates or five seeds take the place of the race', async (context) => {
  const race = openRace(context, [LSTM, {kind: 'rnn', hidden_size: 16}]);
  const {choose, heard} = await menuOf(race);
  await choose('seed');
  assert.deepEqual(race.experiment.models[2], {...race.experiment.models[0], train: {seed: 2}});
  assert.deepEqual(race.names, ['LSTM 16', 'RNN 16', 'LSTM 16, seed 2']);
  await choose('rates');
  const rates = [0.0003, 0.001, 0.003, 0.01, 0.03];
  assert.deepEqual(
    race.names,
    rates.map((rate) => `LSTM 16, rate ${rate}`),
  );
  assert.equal(race.experiment.name, 'Five rates of LSTM 16');
  race.step(1);
  await until(() => race.runners.every(({step}) => step === 1), 'a step');
  assert.deepEqual(
    race.runners.map(({latest}) => latest.lr),
    rates,
    'each trains at the rate that its name says',
  );
  await choose('seeds');
  assert.deepEqual(
    race.names,
    [1, 2, 3, 4, 5].map((seed) => `LSTM 16, seed ${seed}, rate 0.0003`),
  );
  assert.ok(race.experiment.models.every(({train}) => /** @type {any} */ (train).optimizer.lr === 0.0003));
  assert.deepEqual(heard, [
    'LSTM 16, seed 2 joins the race.',
    'The race is now: Five rates of LSTM 16.',
    'The race is now: Five seeds of LSTM 16.',
  ]);
});

test('the rates are around the one that was moved while they trained', async (context) => {
  const race = openRace(context, [LSTM]);
  race.step(1);
  await until(() => race.runners[0].step === 1, 'a step');
  race.setLr(0.01);
  const {choose} = await menuOf(race);
  await choose('rates');
  assert.deepEqual(race.names.at(2), 'LSTM 16, rate 0.01');
  assert.equal(race.experiment.models[2].changes, undefined);
});

test('five in the place of what was learned are asked about, unless the race is kept', async (context) => {
  const race = openRace(context, [LSTM]);
  const menu = await elementOf('models/model_menu.js', 'model-menu', {race, runner: race.runners[0], shape: shaped()});
  /** @type {string[]} */
  const done = [];
  menu.addEventListener('model-action', (/** @type {CustomEvent} */ {detail}) => done.push(detail.id));
  const choose = (/** @type {string} */ id) => {
    const [button] = every(written(menu), ({tag}) => tag === 'menu-button');
    button.attributes['@menu-choice'].call(menu, new CustomEvent('menu-choice', {detail: id}));
  };
  const titles = () =>
    every(written(menu), ({tag}) => tag === 'menu-button')[0]
      .attributes['.items'].filter((/** @type {any} */ {id}) => id === 'seeds' || id === 'rates')
      .map((/** @type {any} */ {title}) => title);
  const instead = ['Five seeds instead of this race', 'Five rates instead of this race'];
  assert.deepEqual(titles(), instead);
  choose('seeds');
  assert.deepEqual(done, ['seeds'], 'nothing was learned yet');
  race.step(1);
  await until(() => race.runners[0].step === 1, 'a step');
  choose('rates');
  assert.deepEqual(done, ['seeds']);
  const [, notice] = every(written(menu), ({tag}) => tag === 'div');
  assert.match(textOf(written(menu).at(-1) ?? notice), /“Five rates of LSTM 16” replaces this race/);
  assert.deepEqual(titles(), instead);
  race.safe = () => true;
  assert.deepEqual(titles(), [
    'Race it with five seeds (this race is kept)',
    'Race it at five rates (this race is kept)',
  ]);
  choose('rates');
  assert.deepEqual(done, ['seeds', 'rates']);
});

test('what cannot be is not offered', async (context) => {
  const race = openRace(context, [LSTM, LSTM, LSTM, LSTM, LSTM]);
  const {able} = await menuOf(race);
  assert.deepEqual(able, ['copy', 'change', 'seed', 'seeds', 'rates', 'match', 'keep', 'remove']);
  assert.deepEqual((await menuOf(race, {lock: ['train.seed']})).able.includes('seeds'), false);
  const locked = ['copy', 'change', 'seed', 'seeds', 'match', 'keep', 'remove'];
  assert.deepEqual((await menuOf(race, {lock: ['train.optimizer.lr']})).able, locked);
  assert.deepEqual((await menuOf(race, {hide: ['train.optimizer.lr']})).able, locked);
  assert.deepEqual((await menuOf(race, {lock: ['models.lstm.train.seed']})).able, [
    'copy',
    'change',
    'rates',
    'keep',
    'remove',
  ]);
  assert.equal((await menuOf(race, {hide: ['model_editor']})).able.includes('change'), false);
  await race.copyModel(0);
  assert.deepEqual((await menuOf(race)).able, ['seeds', 'rates', 'match', 'keep', 'remove']);
  const {app, choose} = await menuOf(race);
  await choose('copy');
  assert.match(app.notice, /6|six/);
  app.notice = 'said by somebody else';
  await choose('keep');
  assert.equal(app.notice, 'said by somebody else');
});

test('the control of the race’s rate says what it does to those that have their own', async (context) => {
  const words = async (/** @type {any[]} */ models) => {
    const race = openRace(context, models);
    const panel = await elementOf('setup/train_panel.js', 'train-panel', {race, shape: shaped()});
    return every(written(panel), ({tag}) => tag === 'option-field')[0].attributes['.option'].summary;
  };
  assert.doesNotMatch(await words([LSTM, {...LSTM, train: {seed: 2}}]), /of their own/);
  assert.match(
    await words([LSTM, {...LSTM, train: {optimizer: {lr: 1}}}]),
    /Models with a rate of their own keep it\.$/,
  );
});
