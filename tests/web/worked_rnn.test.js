// The example in which every number of an RNN is shown: the engine comes to the same numbers, differences to the same gradient, and what
// is shown are these.
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import temml from 'temml';
import {opened} from '../../tools/learn_engine.mjs';
import {ROW, WEIGHTS, worked} from '../../web/learn/rnn/worked.js';
import {framesOf, linesOf, two} from '../../web/elements/learn/worked_lines.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, textOf} from '../support/template_tree.js';

/** @typedef {import('../../web/learn/rnn/worked.js').Weights} Weights */

/** A step of it moves the weights by their gradient. @param {number} seed */
const experiment = (seed) => ({
  version: 1,
  name: 'As in the example',
  task: {kind: 'brackets', kinds: 1, min_length: 2, max_length: 7, longer_length: 0},
  train: {
    batch_size: 1,
    steps: 1,
    seed,
    eval_every: 1,
    clip_norm: 0,
    tier: 'strict',
    optimizer: {kind: 'sgd', lr: 1, momentum: 0},
    schedule: {kind: 'constant'},
  },
  models: [{kind: 'rnn', input: 'one_hot', hidden_size: 2}],
});

/** PyTorch has two biases, of which one is enough. */
const PARAMETERS = {
  'rnn.weight_ih_l0': WEIGHTS.w_ih.flat(),
  'rnn.weight_hh_l0': WEIGHTS.w_hh.flat(),
  'rnn.bias_ih_l0': WEIGHTS.b,
  'rnn.bias_hh_l0': [0, 0],
  'head.weight': WEIGHTS.w_out.flat(),
  'head.bias': [0, 0],
};

/** Where each parameter begins among all weights: where its first number stands. @param {any} session @returns {Record<string, number>} */
function places(session) {
  const bytes = session.save();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Number(view.getBigUint64(0, true));
  const tensors = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
  const all = session.weights();
  const at = (/** @type {string} */ name) =>
    all.indexOf(view.getFloat32(8 + size + tensors[name].data_offsets[0], true));
  return Object.fromEntries(Object.keys(PARAMETERS).map((name) => [name, at(name)]));
}

/** A session with the weights of the example. @param {number} seed */
async function session(seed) {
  const one = await opened(experiment(seed));
  const at = places(one);
  const weights = one.weights();
  for (const [name, values] of Object.entries(PARAMETERS))
    for (const [i, value] of values.entries()) weights[at[name] + i] = value;
  one.takeWeights(weights);
  return {one, at, weights: /** @type {Float32Array} */ (one.weights())};
}

/** @param {ArrayLike<number>} found @param {ArrayLike<number>} expected @param {number} [within] */
function near(found, expected, within = 2e-6) {
  assert.equal(found.length, expected.length);
  for (let i = 0; i < expected.length; i++)
    assert.ok(Math.abs(found[i] - expected[i]) <= within, `${i}: ${found[i]} for ${expected[i]}`);
}

test('the engine has the same memories, answer, and what comes back to each memory', async () => {
  const {one} = await session(1);
  const all = one.examples({set: 'val', first: 0, count: 64}).items;
  const index = all.findIndex((/** @type {any} */ {given}) => given.symbols.join('') === ROW);
  assert.ok(index >= 0, 'its row is held out');
  const {forth, answer, back} = worked();
  one.inspect(String(index));
  const ofRow = (/** @type {{data: Float32Array}} */ {data}) => data.slice(0, 2 * ROW.length); // padding after it
  near(
    ofRow(one.tap('rnn.0.hidden')),
    forth.flatMap(({after}) => after),
  );
  near(
    ofRow(one.tap('rnn.0.hidden_grad')),
    back.flatMap(({d_after}) => d_after),
  );
  const {probabilities, target} = /** @type {any} */ (all[index]);
  near(probabilities, answer.shares, 1e-4); // as they are told, to four digits
  assert.deepEqual(target.symbols, ['balanced']);
  one.close();
});

/** What row was read, by the memories that it left; null: it is another length. @param {ArrayLike<number>} memories @param {number} length */
function rowOf(memories, length) {
  let row = '';
  for (let t = 0; t < length; t++)
    for (const symbol of '()') {
      const {after} = worked(WEIGHTS, row + symbol).forth[t];
      if (Math.abs(after[0] - memories[2 * t]) < 1e-4) {
        row += symbol;
        break;
      }
    }
  return row;
}

test('a step of the engine moves the shared weights by the sum of what all steps add', async () => {
  const {one, at, weights} = await session(286);
  const {losses} = one.step(1);
  const row = rowOf(one.trainingTap('rnn.0.hidden').data, 6);
  const right = /** @type {number[][]} */ ([[1, 0], [0, 1]]).map((wanted) => worked(WEIGHTS, row, wanted)).find(({answer}) => Math.abs(answer.loss - losses[0]) < 1e-5); // prettier-ignore
  assert.ok(right, `one of both answers to ${row}`);
  const moved = (/** @type {string} */ name, /** @type {number} */ count) =>
    Array.from({length: count}, (_, i) => weights[at[name] + i] - one.weights()[at[name] + i]);
  const {w_ih, w_hh, b} = right.back[0].so_far;
  near(moved('rnn.weight_ih_l0', 4), w_ih.flat(), 2e-5);
  near(moved('rnn.weight_hh_l0', 4), w_hh.flat(), 2e-5);
  near(moved('rnn.bias_ih_l0', 2), b, 2e-5);
  one.close();
});

test('differences of the loss come to the same gradient, and to the same at each memory', () => {
  const {back} = worked();
  const EPSILON = 1e-5;
  for (const name of /** @type {const} */ (['w_ih', 'w_hh', 'b'])) {
    const [found, weights] = [back[0].so_far[name].flat(), WEIGHTS[name].flat()];
    const loss = (/** @type {number} */ i, /** @type {number} */ by) => {
      const moved = weights.map((value, k) => (k === i ? value + by : value));
      const shaped = name === 'b' ? moved : [moved.slice(0, 2), moved.slice(2)];
      return worked(/** @type {Weights} */ ({...WEIGHTS, [name]: shaped})).answer.loss;
    };
    near(
      found,
      weights.map((_, i) => (loss(i, EPSILON) - loss(i, -EPSILON)) / (2 * EPSILON)),
      1e-8,
    );
  }
});

test('each line is a formula, and ends with the number it comes to', () => {
  const all = worked();
  const frames = framesOf(all);
  assert.deepEqual(
    frames.map(({way, t}) => `${way} ${t}`),
    [...[0, 1, 2, 3].map((t) => `forth ${t}`), 'answer 3', ...[3, 2, 1, 0].map((t) => `back ${t}`)],
  );
  for (const frame of frames)
    for (const line of linesOf(all, frame)) assert.match(temml.renderToString(line, {throwOnError: true}), /^<math/);
  const shown = (/** @type {number[]} */ v) =>
    `\\begin{matrix}${v.map((one) => two(one).replace('−', '-')).join('\\\\')}\\end{matrix}`;
  all.forth.forEach(({after}, t) => assert.ok(linesOf(all, frames[t]).at(-1)?.endsWith(shown(after))));
  all.back.forEach(({d_after, so_far}, t) => {
    const lines = linesOf(all, frames[8 - t]);
    assert.ok(lines[0].endsWith(shown(d_after)));
    assert.ok(lines.at(-1)?.endsWith(shown(so_far.b)));
  });
  assert.equal(two(-0.001), '0.00');
});

/** @type {any} */
let element;
before(async () => {
  element = await elementOf('learn/worked_rnn.js', 'worked-rnn', {chapter: {id: 'rnn'}});
});

test('it is stepped through by buttons and by keys, and says in words where it is', () => {
  const buttons = () => every(written(element), ({tag}) => tag === 'button');
  const current = () => buttons().findIndex(({attributes}) => attributes['aria-current'] === 'step');
  const status = () => textOf(every(written(element), ({attributes}) => attributes.role === 'status')[0]);
  const key = (/** @type {string} */ name) => {
    const [group] = every(written(element), ({attributes}) => '@keydown' in attributes);
    group.attributes['@keydown']({key: name, preventDefault() {}});
  };
  const said = [];
  for (const expected of [0, 1, 2, 3, 4, 3, 2, 1, 0]) {
    assert.equal(current(), expected);
    said.push(status());
    key('ArrowRight');
  }
  assert.equal(new Set(said).size, 9);
  key('Home');
  assert.equal(current(), 0);
  buttons()[3].attributes['@click']();
  assert.equal(current(), 3);
  key('End');
  assert.equal(status(), said[8]);
  buttons()[3].attributes['@click'](); // of the way back, where it is backwards
  assert.equal(status(), said[5]);
});
