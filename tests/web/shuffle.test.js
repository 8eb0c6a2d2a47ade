// The same set in another order: that it is one, and how far answers lie apart; asked of the real engine.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {percent} from '../../web/elements/parts/format.js';
import {mostMoved} from '../../web/elements/learn/shuffled_bars.js';
import {SAME, apart, asDecimal, shuffled} from '../../web/learn/shuffle.js';
import {say} from '../../web/words/words.js';
import {createEngine} from '../../wasm_bindings/engine.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, heard} from '../support/template_tree.js';

test('members in another order are the same members, and never in the same order', () => {
  const members = [...'jdhhdh'];
  const orders = new Set();
  for (let i = 0; i < 200; i++) {
    const order = shuffled(members);
    orders.add(order.join(''));
    assert.deepEqual([...order].sort(), [...members].sort());
    assert.notDeepEqual(order, members);
  }
  assert.ok(orders.size > 20);
  assert.deepEqual(
    shuffled([...'abc'], () => 0.999),
    [...'bca'],
    'what would stay as it is is turned',
  );
  assert.deepEqual(shuffled(['a', 'a']), ['a', 'a'], 'there is no other');
});

test('a difference is written to two digits, however small', () => {
  assert.deepEqual([0, 6e-8, 1.49e-8, 0.1432, 0.5].map(asDecimal), ['0', '0.000000060', '0.000000015', '0.14', '0.50']);
  assert.equal(apart([0.25, 0.75], [0.5, 0.5]), 0.25);
});

/** As many as are asked at once (shuffled_members.js). */
const ORDERS = 8;

const EXPERIMENT = {
  version: 1,
  task: {kind: 'set_unique', longer_size: 0},
  train: {batch_size: 16, steps: 60, seed: 1, eval_every: 60, tier: 'strict', optimizer: {kind: 'adam', lr: 0.003}},
  models: [
    {kind: 'lstm', hidden_size: 16},
    {kind: 'set_transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 16},
  ],
};

/** As many as the letters that a bag can have. */
const NAMES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Sessions as runners hand out their answers. */
async function models() {
  const module = await WebAssembly.compile(
    readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url)),
  );
  const engine = await createEngine({module});
  return EXPERIMENT.models.map((model, i) => {
    const session = engine.open(/** @type {any} */ ({...EXPERIMENT, models: [model]}), 0, new Uint8Array());
    session.step(60);
    const answerTo = async (/** @type {any} */ options) => session.answer(options);
    return {name: model.kind, colour: i, dash: i, step: 60, info: {classes: NAMES}, answerTo};
  });
}

test('the probabilities of an answer to a reader have nine digits, so that two can be compared', async () => {
  const [lstm] = await models();
  const {item} = await lstm.answerTo({prompt: 'abca', beam: 1});
  const probabilities = item.probabilities ?? [];
  assert.equal(probabilities.length, 10);
  assert.ok(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-6);
  assert.ok(
    probabilities.some((p) => Math.abs(p * 1e4 - Math.round(p * 1e4)) > 1e-3),
    `${probabilities}`,
  );
});

/** Until it has asked so many orders. @param {any} element @param {number} times */
async function asked(element, times) {
  while (element._times < times) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What is drawn of a model: how high each of a kind of bars is, from 0 to 1. @param {any} element @param {'was' | 'now'} kind @param {number} model */
function bars(element, kind, model) {
  const drawn = every(written(element), (node) => node.tag === 'path' && node.attributes.class === kind);
  const each = drawn
    .map(({attributes}) => /M\S+ (\S+)V(\S+)h/.exec(attributes.d))
    .map((at) => (Number(at?.[1]) - Number(at?.[2])) / 62);
  return each.slice(NAMES.length * model, NAMES.length * (model + 1));
}

test('shuffled, the Set Transformer answers the same and the LSTM does not; asked by itself, the order that moves an answer most is drawn and ringed', async () => {
  const runners = await models();
  const members = [...'jdhhdh'];
  const race = Object.assign(new EventTarget(), {runners, state: 'done'});
  const element = await elementOf('learn/shuffled_members.js', 'shuffled-members', {race, members});
  /** @type {string[]} */
  const said = [];
  element.addEventListener('say', (/** @type {any} */ {detail}) => said.push(detail));
  /** @type {string[]} */
  const orders = [];
  for (const runner of runners) {
    const {answerTo} = runner;
    runner.answerTo = (options) => (orders.push(options.prompt), answerTo(options));
  }
  element.updated();
  await asked(element, ORDERS);
  const ofAll = await Promise.all(
    [...new Set(orders)].map((prompt) => Promise.all(runners.map((one) => one.answerTo({prompt, beam: 1})))),
  );
  const given = ofAll.map((each) => each.map(({item}) => item.probabilities ?? []));
  const most = [0, 1].map((i) => Math.max(...given.map((each) => apart(given[0][i], each[i]))));
  const found = [
    say('player.shuffle_differs', {name: 'lstm', most: asDecimal(most[0])}),
    say('player.shuffle_same', {name: 'set_transformer', most: asDecimal(most[1])}),
  ];
  assert.ok(most[0] > 1e-3 && most[1] <= SAME, `${most}`);
  for (const sentence of found) assert.ok(heard(written(element)).includes(sentence), sentence);
  assert.equal(said[said.length - 1], found.join(' '));
  const shown = given[[...new Set(orders)].indexOf(element._order.join(''))][0];
  assert.equal(apart(given[0][0], shown), most[0], 'the order in which an answer moves most');
  for (const [kind, list] of /** @type {const} */ ([
    ['was', given[0][0]],
    ['now', shown],
  ]))
    // prettier-ignore
    bars(element, kind, 0).forEach((height, i) => assert.ok(Math.abs(height - list[i]) < 1e-6));
  const {name, before, now} = mostMoved(given[0][0], shown, NAMES);
  const words = say('player.shuffle_moved', {name: 'lstm', answer: name, before: percent(before), now: percent(now)});
  assert.ok(heard(written(element)).includes(say('compare.marked', {words})), words);
  assert.equal(every(written(element), (node) => node.attributes?.class === 'ring').length, 1);
});

test('each time it is shuffled other orders are asked, and the largest difference of all is told', async () => {
  const runners = await models();
  const race = Object.assign(new EventTarget(), {runners, state: 'done'});
  const element = await elementOf('learn/shuffled_members.js', 'shuffled-members', {race, members: [...'jdhhdh']});
  element.updated();
  await asked(element, ORDERS);
  const [{most: first}] = element._rows;
  every(written(element), ({tag}) => tag === 'button')[0].attributes['@click']({});
  await asked(element, 2 * ORDERS);
  assert.ok(element._rows[0].most >= first);
  assert.ok(heard(written(element)).includes(say('player.shuffle_now', {times: 2 * ORDERS})));
});

test('nothing is asked before anything is learned; what was compared is forgotten as soon as the models learn on, and asked anew', async () => {
  const runners = await models();
  const race = Object.assign(new EventTarget(), {runners, state: 'ready'});
  const element = await elementOf('learn/shuffled_members.js', 'shuffled-members', {race, members: [...'abca']});
  for (const one of runners) one.step = 0;
  element.updated();
  assert.equal(element._busy, false);
  for (const one of runners) one.step = 60;
  element.updated();
  await asked(element, ORDERS);
  race.state = 'training';
  element.willUpdate(new Map());
  element.updated();
  assert.deepEqual([element._rows, element._order, element._times, element._busy], [[], null, 0, false]);
  assert.equal(every(written(element), ({tag}) => tag === 'button')[0].attributes['?disabled'], true);
  race.state = 'done';
  element.updated();
  await asked(element, ORDERS);
});
