// Which shown answers changed from one test to the next, and what must not be compared.
import assert from 'node:assert/strict';
import test from 'node:test';
import {changesOf, rightOf, testsOf} from '../../web/elements/compare/answers_before.js';
import {Record} from '../../web/runtime/record.js';

/** @param {string} given @param {string} answer @param {(boolean | null)[]} right */
const item = (given, answer, right) => ({given: {symbols: [...given]}, answer: {symbols: [...answer]}, right});

/** @param {number} step @param {any[]} items @param {object} [more] @returns {any} */
const examples = (step, items, more = {}) => ({set: 'val', first: 0, count: items.length, step, view: 'pairs', items, ...more}); // prettier-ignore

const FIRST = examples(0, [item('ab', 'xx', [false, false]), item('cd', 'dc', [true, true]), item('ef', 'xy', [false, false]), item('gh', 'hg', [true, true]), item('ij', 'zz', [false, false])]); // prettier-ignore
const NEXT = examples(10, [item('ab', 'ba', [true, true]), item('cd', 'dd', [true, false]), item('ef', 'fy', [true, false]), item('gh', 'hg', [true, true]), item('ij', 'zz', [false, false])]); // prettier-ignore

test('answers come right, go wrong, are otherwise wrong, or stay', () => {
  assert.deepEqual(changesOf({before: FIRST, now: NEXT}), ['right', 'wrong', 'other', '', '']);
  assert.deepEqual(changesOf({before: NEXT, now: FIRST}), ['wrong', 'right', 'other', '', '']);
});

test('what nobody can judge is no change; places where nothing is asked do not count', () => {
  const none = (/** @type {string} */ answer) => ({...item('a', answer, []), right: undefined});
  assert.deepEqual(changesOf({before: examples(0, [none('x')]), now: examples(1, [none('y')])}), ['']);
  assert.equal(rightOf(item('abc', 'abc', [null, true, null])), true);
  assert.equal(rightOf(item('abc', 'abc', [null, true, false])), false);
  assert.equal(rightOf(item('abc', 'abc', [null, null, null])), null);
});

test('a record keeps what was answered at the last two steps, whatever is shown once more', () => {
  const record = new Record();
  assert.equal(testsOf(record), null);
  record.answers(FIRST);
  assert.equal(testsOf(record), null);
  record.answers(NEXT);
  assert.deepEqual(testsOf(record), {before: FIRST, now: NEXT});
  const again = {...NEXT};
  record.answers(again);
  assert.equal(testsOf(record)?.before, FIRST);
  assert.equal(testsOf(record)?.now, again);
  record.answers(examples(20, NEXT.items));
  assert.equal(testsOf(record)?.before, again);
});

test('other examples, another set, and an earlier step are not compared', () => {
  for (const now of [
    examples(20, NEXT.items, {first: 5}),
    examples(20, NEXT.items, {set: 'longer'}),
    examples(20, [item('zz', 'ab', [true, true]), ...NEXT.items.slice(1)]),
    examples(20, NEXT.items.slice(1)),
    examples(10, NEXT.items),
    examples(0, FIRST.items),
  ])
    assert.equal(testsOf({examples: now, examplesBefore: NEXT}), null);
});
