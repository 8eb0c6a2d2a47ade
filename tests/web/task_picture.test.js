// The example of a chapter: a question until something was predicted, then with what is right in its place.
import assert from 'node:assert/strict';
import test from 'node:test';
import {taskPicture} from '../../web/elements/learn/task_picture.js';
import {say} from '../../web/words/words.js';
import {every, hasClass, heard, textOf, treeOf} from '../support/template_tree.js';

const NUMBERS = /** @type {any} */ ({
  given: {
    values: [
      [0.4, 1],
      [0.2, 0],
      [0.3, 1],
    ],
  },
  answer: {numbers: [[0.9]]},
  target: {numbers: [[0.7]]},
});
const SYMBOLS = /** @type {any} */ ({
  given: {symbols: ['a', 'b']},
  answer: {symbols: ['a', 'a']},
  target: {symbols: ['b', 'a']},
});

/** What stands in the box. @param {any} item @param {object} [how] */
function boxOf(item, how) {
  const tree = treeOf(taskPicture(item, how));
  const [box] = every(tree, (node) => hasClass(node, 'asked'));
  return {seen: textOf(box).replace(/\s+/g, ' '), heard: heard([box])};
}

test('what is right is not told ahead', () => {
  for (const item of [NUMBERS, SYMBOLS]) {
    assert.match(boxOf(item).seen, /\?/);
    assert.doesNotMatch(boxOf(item, {brief: true}).heard, /0\.70|ba/);
  }
});

test('what is asked for at some places only is told from the first of them on', () => {
  const target = {symbols: [null, null, 'a', null, 'b']};
  const item = /** @type {any} */ ({given: {symbols: [...'abcde']}, answer: {symbols: []}, target});
  assert.match(boxOf(item, {brief: true, told: true}).seen, /^[^–]*a–b ?$/);
});

test('then it stands where the question was', () => {
  const number = boxOf(NUMBERS, {brief: true, told: true});
  assert.match(number.seen, /= 0\.70/);
  assert.match(number.heard, new RegExp(`${say('player.right')}\\s*0\\.70`));
  assert.match(boxOf(SYMBOLS, {brief: true, told: true}).seen, /ba/);
});

test('where what is right has another form it stays a question', () => {
  const many = {...NUMBERS, target: {numbers: [[1], [2]]}};
  assert.match(boxOf(many, {told: true}).seen, /\?/);
  assert.match(boxOf({...NUMBERS, target: undefined}, {told: true}).seen, /\?/);
});
