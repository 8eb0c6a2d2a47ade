// What a model expects after a passage: asked once of the same weights, and forgotten with them.
import assert from 'node:assert/strict';
import test from 'node:test';
import {NextSymbols} from '../../web/elements/learn/next_symbols.js';

/** A model that answers at once. @param {string} text @param {string[]} asked */
const model = (text, asked) =>
  /** @type {any} */ ({
    step: 40,
    generateTo: async (/** @type {any} */ {prompt, tokens, temperature}) => {
      asked.push(`${prompt} ${tokens} ${temperature}`);
      if (!text) throw new Error('no worker');
      return {text};
    },
  });

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('each model is asked for its one likeliest symbol, once as long as its weights stay', async () => {
  /** @type {string[]} */
  const asked = [];
  let came = 0;
  const next = new NextSymbols(() => came++);
  const [one, fresh] = [model('n', asked), {...model('x', asked), step: 0}];
  next.ask([one, fresh], 'doubloo');
  assert.equal(next.of(one, 'doubloo'), '', 'not known yet');
  next.ask([one, fresh], 'doubloo');
  await settled();
  assert.deepEqual([asked, came, next.of(one, 'doubloo')], [['doubloo 1 0'], 1, 'n']);
  assert.equal(next.of(one, 'doub'), '', 'of another passage nothing is known');
  one.step = 80;
  assert.equal(next.of(one, 'doubloo'), '', 'of other weights neither');
  next.ask([one], 'doubloo');
  await settled();
  assert.deepEqual([asked.length, next.of(one, 'doubloo')], [2, 'n']);
});

test('a model that cannot say is left without, and not asked for ever', async () => {
  /** @type {string[]} */
  const asked = [];
  const next = new NextSymbols(() => {});
  const none = model('', asked);
  next.ask([none], 'ab');
  await settled();
  next.ask([none], 'ab');
  await settled();
  assert.deepEqual([asked.length, next.of(none, 'ab')], [1, '']);
});
