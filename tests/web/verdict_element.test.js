// The verdict on the page: what is written, what is offered, what is said aloud and when.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addSeeds, stepsMore, takesSeeds, trainOn} from '../../web/elements/verdict/next_steps.js';
import {shippedSpreads} from '../../web/elements/verdict/shipped.js';
import {spreadsFor} from '../../web/facts/same_setup.js';
import {Race} from '../../web/runtime/race.js';
import {NO_SHAPE} from '../../web/shape/shape.js';
import {CLAIMS} from '../../web/state/claims.js';
import {complete} from '../../web/state/defaults.js';
import {PRESETS} from '../../web/state/presets.js';
import {fingerprint} from '../learning/proof.mjs';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {until} from '../support/until.js';

/** @param {import('node:test').TestContext} context @param {object} [train] @param {number} [models] */
function openRace(context, train = {}, models = 2) {
  const experiment = {
    ...NOVEL_EXPERIMENT,
    train: {...NOVEL_EXPERIMENT.train, steps: 200, eval_every: 20, ...train},
    models: NOVEL_EXPERIMENT.models.slice(0, models),
  };
  const race = new Race(fakeSurroundings(), experiment);
  context.after(() => race.close());
  return race;
}

/** @param {Race} race */
async function trained(race) {
  race.train();
  await until(() => race.state === 'done', 'the race is done');
  return race;
}

/** @param {import('../support/template_tree.js').Node | string} node @returns {string} */
const textOf = (node) => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
/** @param {any[]} nodes @param {string} tag @returns {any[]} */
const all = (nodes, tag) =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.tag === tag ? [node] : []), ...all(node.children, tag)],
  );

/** What it says where it is seen, what aloud, and what it offers. @param {any} element */
function partsOf(element) {
  const tree = written(element);
  const [status] = all(tree, 'p').filter(({attributes}) => attributes.role === 'status');
  const text = (/** @type {any[]} */ nodes) => nodes.map((node) => textOf(node).trim());
  return {aloud: text([status])[0], seen: text(all(tree, 'section')).join(' '), buttons: text(all(tree, 'button'))};
}

test('before anything was trained there is nothing; on the way how far it is; at the end the verdict, said aloud once', async (context) => {
  const race = openRace(context);
  const element = await elementOf('verdict/race_verdict.js', 'race-verdict', {race});
  assert.deepEqual(written(element), []);
  race.step(40);
  await until(() => race.state === 'paused' && race.runners.every(({step}) => step === 40), 'forty steps');
  const before = partsOf(element);
  assert.equal(before.aloud, '');
  assert.match(before.seen, /So far: /);
  await trained(race);
  const after = partsOf(element);
  assert.match(after.seen, /ends with a held-out loss of/);
  assert.match(after.aloud, /ends with a held-out loss of .* one seed each/s);
  assert.ok(after.buttons.includes('Another seed'));
});

test('what was done before the page opened is no news', async (context) => {
  const race = await trained(openRace(context));
  const element = await elementOf('verdict/race_verdict.js', 'race-verdict', {race});
  const {aloud, seen} = partsOf(element);
  assert.equal(aloud, '');
  assert.match(seen, /ends with a held-out loss of/);
});

test('with `plain` nothing is offered, and what is locked is not', async (context) => {
  const race = await trained(openRace(context));
  const plain = await elementOf('verdict/race_verdict.js', 'race-verdict', {race, plain: true});
  assert.deepEqual(all(written(plain), 'button'), []);
  assert.equal(takesSeeds(race, NO_SHAPE, [0, 1]), true);
  for (const name of ['add_model', 'model_menu', 'models.rnn.train.seed', 'models.*'])
    assert.equal(takesSeeds(race, {...NO_SHAPE, lock: [name]}, [0, 1]), false, name);
  assert.equal(takesSeeds(race, NO_SHAPE, []), false);
  assert.equal(stepsMore(race, NO_SHAPE, 1), 50);
  assert.equal(stepsMore(race, NO_SHAPE, 0), 0, 'nobody was still learning');
  assert.equal(stepsMore(race, {...NO_SHAPE, lock: ['train.steps']}, 1), 0);
});

test('what other seeds gave stands apart, for who has no room for it; the sentences stay apart, too', async (context) => {
  const race = await trained(openRace(context));
  const element = await elementOf('verdict/race_verdict.js', 'race-verdict', {race, plain: true});
  element._spreads = [0, 1].map((model) => ({model, metric: 'val_loss', values: [0.1, 0.2, 0.3, 0.4, 0.5]}));
  const spans = all(written(element), 'span').filter(({attributes}) => attributes.class === 'spread');
  assert.equal(spans.length, 1);
  assert.match(textOf(spans[0]), /^With 5 seeds this experiment gave: .*\.$/);
  assert.doesNotMatch(partsOf(element).seen, /[.:]\p{Lu}/u);
});

test('another seed adds a copy of each, with one seed for all of them, and trains these', async (context) => {
  const race = await trained(openRace(context));
  const names = await addSeeds(race, [0, 1]);
  assert.equal(names.length, 2);
  assert.deepEqual(
    race.experiment.models.slice(2).map(({train}) => /** @type {any} */ (train).seed),
    [2, 2],
  );
  await until(() => race.state === 'done', 'the new ones are done');
  assert.ok(race.runners.every(({step}) => step === 200));
  assert.equal(takesSeeds(race, NO_SHAPE, [0, 1, 2]), false, 'there is no room for three more');
});

test('training on is asked of the page around, and done where nobody answers', async (context) => {
  const race = await trained(openRace(context));
  const asked = new EventTarget();
  let count = 0;
  asked.addEventListener('train-on', (event) => {
    ({count} = /** @type {CustomEvent} */ (event).detail);
    /** @type {CustomEvent} */ (event).detail.taken();
  });
  trainOn(/** @type {any} */ (asked), race, NO_SHAPE);
  assert.equal(count, 50);
  assert.equal(race.state, 'done');
  trainOn(/** @type {any} */ (new EventTarget()), race, NO_SHAPE);
  await until(() => race.state === 'done' && race.runners.every(({step}) => step === 250), 'fifty steps more');
});

// What other seeds gave -----------------------------------------------------------------------------------------------

const [PRESET] = PRESETS.filter(({id}) => id === 'forgets');
const KNOWN = {
  [fingerprint(PRESET)]: [0, 1, 2].map((model) => ({
    model,
    metric: 'val_accuracy',
    values: [0.1, 0.2, 0.3, 0.4, model],
  })),
};
const forgets = complete(PRESET.experiment, FAKE_DESCRIBE);

test('an experiment that comes with the page has what its five seeds gave, whatever its own seed', async () => {
  assert.ok(CLAIMS.forgets.length > 0);
  const found = await shippedSpreads({experiment: forgets, describe: FAKE_DESCRIBE}, KNOWN);
  assert.deepEqual(found, KNOWN[fingerprint(PRESET)]);
  const seeded = {...forgets, train: {...forgets.train, seed: 7}};
  assert.equal((await shippedSpreads({experiment: seeded, describe: FAKE_DESCRIBE}, KNOWN)).length, 3);
  assert.deepEqual(await shippedSpreads({experiment: forgets, describe: FAKE_DESCRIBE}, {}), []);
  const fast = {...forgets, train: {...forgets.train, tier: /** @type {const} */ ('fast')}};
  assert.deepEqual(await shippedSpreads({experiment: fast, describe: FAKE_DESCRIBE}, KNOWN), [], 'other numbers');
});

test('it holds for each model that is set up the same, and for no other', () => {
  const spreads = KNOWN[fingerprint(PRESET)];
  const of = (/** @type {any} */ experiment) =>
    spreadsFor(experiment, forgets, spreads).map(({model, values}) => [model, values[4]]);
  const [rnn, gru, lstm] = forgets.models;
  assert.deepEqual(of({...forgets, models: [gru, {...rnn, hidden_size: 48}, rnn]}), [
    [0, 1],
    [2, 0],
  ]);
  assert.deepEqual(of({...forgets, models: [{...gru, train: {seed: 3}}]}), [[0, 1]]);
  assert.deepEqual(of({...forgets, models: [{...gru, train: {optimizer: {kind: 'adam', lr: 0.1}}}]}), []);
  assert.deepEqual(of({...forgets, models: [{...lstm, changes: [{step: 5, train: {steps: 2000}}]}]}), []);
  assert.deepEqual(of({...forgets, task: {...forgets.task, length: 40}}), []);
  const backwards = Object.fromEntries(Object.entries(gru).reverse());
  assert.deepEqual(of({...forgets, models: [backwards]}), [[0, 1]], 'in whatever order it was written');
});
