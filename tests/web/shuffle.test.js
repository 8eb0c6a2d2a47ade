// The same set in another order: that it is one, and how far answers lie apart; asked of the real engine.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
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

const EXPERIMENT = {
  version: 1,
  task: {kind: 'set_unique', longer_size: 0},
  train: {batch_size: 16, steps: 60, seed: 1, eval_every: 60, tier: 'strict', optimizer: {kind: 'adam', lr: 0.003}},
  models: [
    {kind: 'lstm', hidden_size: 16},
    {kind: 'set_transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 16},
  ],
};

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
    return {name: model.kind, colour: i, dash: i, answerTo};
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

test('shuffled, the Set Transformer answers the same and the LSTM does not; the largest difference so far is told', async () => {
  const runners = await models();
  const members = [...'jdhhdh'];
  const race = Object.assign(new EventTarget(), {runners, state: 'done'});
  const element = await elementOf('learn/shuffled_members.js', 'shuffled-members', {race, members});
  /** @type {string[]} */
  const said = [];
  element.addEventListener('say', (/** @type {any} */ {detail}) => said.push(detail));
  let most = [0, 0];
  for (const times of [1, 2, 3]) {
    every(written(element), ({tag}) => tag === 'button')[0].attributes['@click']({});
    while (element._times < times) await new Promise((resolve) => setTimeout(resolve, 5));
    const order = element._order.join('');
    const differences = await Promise.all(
      runners.map(async ({answerTo}) => {
        const [before, now] = await Promise.all(
          [members.join(''), order].map(async (prompt) => (await answerTo({prompt, beam: 1})).item.probabilities ?? []),
        );
        return apart(before, now);
      }),
    );
    most = most.map((one, i) => Math.max(one, differences[i]));
  }
  const found = [
    say('player.shuffle_differs', {name: 'lstm', most: asDecimal(most[0])}),
    say('player.shuffle_same', {name: 'set_transformer', most: asDecimal(most[1])}),
  ];
  assert.ok(most[0] > 1e-3 && most[1] <= SAME, `${most}`);
  for (const sentence of found) assert.ok(heard(written(element)).includes(sentence), sentence);
  assert.equal(said[said.length - 1], found.join(' '));
});

test('what was compared is forgotten as soon as the models learn on', async () => {
  const race = Object.assign(new EventTarget(), {runners: await models(), state: 'done'});
  const element = await elementOf('learn/shuffled_members.js', 'shuffled-members', {race, members: [...'abca']});
  every(written(element), ({tag}) => tag === 'button')[0].attributes['@click']({});
  while (element._times < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  race.state = 'training';
  element.willUpdate(new Map());
  assert.deepEqual([element._rows, element._order, element._times], [[], null, 0]);
  assert.equal(every(written(element), ({tag}) => tag === 'button')[0].attributes['?disabled'], true);
});
