import assert from 'node:assert/strict';
import test from 'node:test';
import {placesOf, tally} from '../../web/elements/answers/item_places.js';
import {asked, positions} from '../../web/elements/answers/results_positions.js';
import {tokens, tokenStyles, writtenOut} from '../../web/elements/answers/tokens_view.js';
import {wave} from '../../web/elements/answers/results_waves.js';
import {markupOf} from '../support/template_text.js';

// Elements are made where there is a page; here their markup is enough.
const {given} = await import('../../web/elements/answers/given_view.js');

/** @typedef {import('../../web/runtime/types').Item} Item */

/** As the engine gives it: an entry a place. @type {Item} */
const GAP = {
  given: {symbols: [...'onek_oneko']},
  target: {symbols: [null, null, null, null, 'o', null, null, null, null, null]},
  answer: {symbols: [null, null, null, null, 'o', null, null, null, null, null]},
  right: [null, null, null, null, true, null, null, null, null, null],
};

/** @type {Item} */
const RECALL = {
  given: {symbols: [...'abcde']},
  target: {symbols: [null, null, 'a', 'b', 'c']},
  answer: {symbols: [null, null, 'a', 'x', 'c']},
  right: [null, null, true, false, true],
};

/** The answers under what was read, a place each. @param {Item} item */
function rows(item) {
  const markup = markupOf(positions([item]));
  const cells = [
    ...markup.matchAll(/class="read">(.*?)<\/span>\s*<span class=(\w*)>(.*?)<\/span>\s*<span class="truth">(.*?)</g),
  ];
  return {
    spoken: markup.match(/class="unseen">(.*?)</)?.[1] ?? '',
    said: cells.map(([, , mark, said, truth]) => `${mark[0] ?? ''}${said}${truth && `(${truth})`}`),
  };
}

test('an answer stands under its place where only some places count, and is counted there', () => {
  const gap = rows(GAP);
  assert.deepEqual(gap.said, ['', '', '', '', 'ro', '', '', '', '', '']);
  assert.match(gap.spoken, /1 of 1 right/);
  const recall = rows(RECALL);
  assert.deepEqual(recall.said, ['', '', 'ra', 'wx(b)', 'rc']);
  assert.match(recall.spoken, /2 of 3 right/);
});

test('where every place counts nothing is moved', () => {
  const [given, target, answer] = ['0110', '0100', '0101'].map((symbols) => ({symbols: [...symbols]}));
  const item = {given, target, answer, right: [true, true, true, false]};
  assert.deepEqual(rows(item).said, ['r0', 'r1', 'r0', 'w1(0)']);
  assert.deepEqual(tally(placesOf(item)), {right: 3, asked: 4});
});

test('an answer that nobody can judge is shown, and neither right nor wrong', () => {
  const {said, spoken} = rows({given: {symbols: [...'ab']}, answer: {symbols: [null, '1']}});
  assert.deepEqual(said, ['', '1']);
  assert.doesNotMatch(spoken, / of /);
});

test('a wave that counts late is drawn where it counts', () => {
  const numbers = [[null], [1], [3]];
  const item = {given: {values: [[0], [0], [0]]}, target: {numbers}, answer: {numbers}};
  assert.match(markupOf(wave(item)), /off by 0\.00 on/);
});

test('what is asked stands under its place, and nothing where nothing is asked', () => {
  const markup = markupOf(asked(GAP));
  const under = [...markup.matchAll(/class="read">.*?<\/span>\s*<span class=\w*>(.*?)</g)].map(([, symbol]) => symbol);
  assert.deepEqual(under, ['', '', '', '', 'o', '', '', '', '', '']);
  assert.match(markup, /o n e k _ o n e k o right answer: o</);
  assert.doesNotMatch(markup, /·/);
});

/** What a reader sees, as it would be copied. @param {unknown} template */
const plainText = (template) =>
  markupOf(template)
    .replace(/<[^>]*>/g, '')
    .trim();

test('words stand apart wherever they are shown, and characters do not', () => {
  const words = ['i', 'really', 'hated', '▮', 'forced', 'acting'];
  assert.equal(plainText(tokens(words)), 'i really hated ▮ forced acting');
  assert.equal(plainText(tokens([...'ab cd'])), 'ab cd');
  assert.equal(plainText(tokens(['a', null, 'b'])), 'a–b', 'no sign that a task may have among its symbols');
  assert.equal(writtenOut(words), words.join(' '));
  assert.equal(writtenOut([...'1987']), '1987');
  const item = {
    given: {symbols: words},
    target: {symbols: words},
    answer: {symbols: words},
    right: words.map(() => true),
  };
  assert.match(markupOf(positions([item])), /i really hated ▮ forced acting: 6 of 6 right/);
  assert.match(markupOf(positions([item])), /class="places words"/);
  assert.match(
    tokenStyles.cssText,
    /\.tokens\.words \{ overflow-wrap: break-word/,
    'no word is broken that fits a line',
  );
});

/** @param {unknown} template */
const heard = (template) => markupOf(template).match(/aria-label="?([^">]*)/)?.[1] ?? '';

test('sets and points are told in a sentence that can be followed, however many they are', () => {
  const values = Array.from({length: 200}, (_, i) => [2 * Math.cos(i), 3 * Math.sin(i)]);
  /** @type {Item} */
  const cloud = {given: {values}, answer: {mixture: [{weight: 1, mean: [0, 0], deviation: [1, 1]}]}};
  assert.equal(
    heard(given(cloud)),
    '200 points, from −2.00 to 2.00 across and from −3.00 to 3.00 up'.replaceAll('−', '-'),
  );
  assert.match(markupOf(given(cloud)), /<svg class="points"/);
  const members = {given: {values: values.map(([v]) => [v])}, answer: {numbers: [[0.5]]}};
  assert.equal(heard(given(members)), 'A set of 200 numbers from -2.00 to 2.00');
  const marked = {given: {values: values.map(([v], i) => [v, i % 100 === 7 ? 1 : 0])}, answer: {numbers: [[1]]}};
  assert.match(heard(given(marked)), /^200 numbers, of which 1.51 and -?\d.\d\d are marked$/);
  const patches = {given: {values: values.map(([v]) => [v, 0.2, 0.3, 0.4])}, answer: {}};
  assert.doesNotMatch(markupOf(given(patches)), /marked/);
});
