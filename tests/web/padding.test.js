import assert from 'node:assert/strict';
import test from 'node:test';
import {lengthsOf, symbolsOf, tapOf, truthOf} from '../../web/elements/inside/padding.js';

/** @param {string} name @param {string[]} axes @param {number[]} shape each number says where it stands */
const tap = (name, axes, shape) => ({
  name,
  axes,
  shape,
  data: Float32Array.from({length: shape.reduce((a, b) => a * b, 1)}, (_, i) => i),
});
/** @param {string} symbols @param {object} more @returns {import('../../web/runtime/types').Look} */
const look = (symbols, more) => ({step: 1, text: '0', symbols: [...symbols], taps: [], ...more});
/** @param {string} given @param {string} target */
const item = (given, target) => ({
  given: {symbols: [...given]},
  target: {symbols: [...target]},
  answer: {symbols: [...target]},
});
/** What is asked place by place; a space where nothing is. @param {string} symbols */
const asked = (symbols) => [...symbols].map((symbol) => (symbol === ' ' ? null : symbol));

const SET = look('jabihjaaaa', {item: item('jabihj', '5')});
const PAIR = look('→ba··', {source: [...'ab···'], item: item('ab', 'ba'), asked: asked('ba·  ')});
const AXES = ['batch', 'head', 'query', 'key'];

test('a set is as large as what is given, whatever fills the rest', () => {
  assert.deepEqual(symbolsOf(SET), {symbols: [...'jabihj'], source: undefined});
  const cut = tapOf(tap('set_transformer.0.attention', AXES, [1, 2, 10, 10]), SET);
  assert.deepEqual(cut.shape, [1, 2, 6, 6]);
  assert.deepEqual([cut.data[5], cut.data[6], cut.data[36], cut.data.length], [5, 10, 100, 72]);
  const pooling = tap('set_transformer.pooling.attention', AXES, [1, 1, 10, 10]);
  assert.deepEqual(tapOf(pooling, SET).shape, [1, 1, 10, 6]);
});

test('inducing points are no members, though there be as many', () => {
  const points = tap('set_transformer.0.inducing.attention', AXES, [1, 1, 10, 10]);
  const members = tap('set_transformer.0.attention', AXES, [1, 1, 10, 10]);
  const taps = [members, points];
  assert.deepEqual(tapOf(members, {...SET, taps}).shape, [1, 1, 6, 10]);
  assert.deepEqual(tapOf(points, {...SET, taps}).shape, [1, 1, 10, 6]);
});

test('numbers, which have no sign for nothing, end where the item ends', () => {
  const points = look('123456', {item: {given: {values: [[1], [2], [3]]}, answer: {}}});
  assert.deepEqual(tapOf(tap('gru.0.hidden', ['time', 'batch', 'unit'], [6, 1, 2]), points).shape, [3, 1, 2]);
});

test('of a pair, both sides are cut to their own length', () => {
  const across = tap('seq2seq.attention', AXES, [1, 1, 5, 5]);
  assert.deepEqual(tapOf(across, PAIR).shape, [1, 1, 3, 2]);
  const memory = (/** @type {string} */ name) => tap(name, ['time', 'batch', 'unit'], [5, 1, 4]);
  assert.deepEqual(tapOf(memory('seq2seq.encoder.0.hidden'), PAIR).shape, [2, 1, 4]);
  assert.deepEqual(tapOf(memory('seq2seq.decoder.0.hidden'), PAIR).shape, [3, 1, 4]);
});

test('guesses are held against what is asked, and the places end where nothing is asked any more', () => {
  assert.deepEqual(truthOf(PAIR), asked('ba·  '));
  const prefix = look('ab→ba···', {item: item('ab', 'ba'), asked: asked('  ba·   ')});
  assert.deepEqual(lengthsOf(prefix), {input: 5, source: 5});
  const under = look('ab···', {item: item('ab', 'xyz'), asked: asked('xyz· ')});
  assert.deepEqual(lengthsOf(under), {input: 4, source: 4}, 'an answer under what is given ends too');
});

test('of an answer that is longer than the right one all is shown that was written, and what is asked of it', () => {
  const own = {...PAIR, symbols: [...'→xyz·'], asked: asked('ba·  '), written: [...'xyz·', null]};
  assert.deepEqual(symbolsOf(own), {symbols: [...'→xyz'], source: [...'ab'], written: [...'xyz·']});
});

test('what the data calls by the sign of an end is data', () => {
  const pause = look('31··?··', {item: item('31··?··', '·····31'), asked: asked('·····31')});
  assert.deepEqual(symbolsOf(pause).symbols, [...'31··?··']);
});

test('a text has no padding: nothing is copied', () => {
  const text = look('the·', {});
  const hidden = tap('gru.0.hidden', ['time', 'batch', 'unit'], [4, 1, 2]);
  assert.equal(tapOf(hidden, text), hidden);
  assert.equal(truthOf(text), undefined);
});
