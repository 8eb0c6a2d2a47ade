// Words of the trade and their definitions.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {withTerms} from '../../web/elements/terms/in_sentence.js';
import {whereToStand} from '../../web/elements/terms/where.js';
import {say} from '../../web/words/words.js';
import {treeOf} from '../support/template_tree.js';

/** Terms in brackets. @param {unknown[]} pieces */
const told = (pieces) =>
  treeOf(pieces)
    .map((node) => (typeof node === 'string' ? node : `[${node.attributes.name}: ${node.children.join('')}]`))
    .join('');

test('a term is found where a sentence uses its word, once, and not within another word', () => {
  assert.equal(
    told(withTerms('The loss is high. The loss falls.', ['loss'])),
    'The [loss: loss] is high. The loss falls.',
  );
  assert.equal(told(withTerms('lossy, glossy and a step', ['loss', 'step'])), 'lossy, glossy and a [step: step]');
  assert.equal(
    told(withTerms('5 held-out answers right as a whole', ['accuracy', 'exact', 'held_out'])),
    '5 [held_out: held-out] answers [exact: right as a whole]',
    'the longer word first',
  );
  assert.equal(told(withTerms('nothing of that', ['loss'])), 'nothing of that');
  const seen = new Set();
  assert.equal(
    told([...withTerms('one loss, ', ['loss'], seen), ...withTerms('another loss', ['loss'], seen)]),
    'one [loss: loss], another loss',
  );
});

const english = readFileSync(new URL('../../web/words/en.js', import.meta.url), 'utf8');
const terms = [...english.matchAll(/^term-(\w+)-word = /gm)].map(([, name]) => name);

test('every term has a word and a definition of its own, of one or two sentences', () => {
  assert.ok(terms.length >= 35, `${terms.length}`);
  for (const name of terms) {
    const definition = say(`term.${name}`);
    assert.match(definition, /^[A-Z].{20,220}\.$/, name);
    assert.ok((definition.match(/[.:;]( |$)/g) ?? []).length <= 4, name);
  }
  assert.equal(new Set(terms.map((name) => say(`term.${name}`))).size, terms.length);
});

test('a definition stands below its word, above where there is no room, and always within the window', () => {
  const [tip, room] = [
    {width: 300, height: 80},
    {width: 390, height: 844},
  ];
  const word = (/** @type {number} */ left, /** @type {number} */ top) => ({
    left,
    right: left + 40,
    top,
    bottom: top + 20,
  });
  assert.deepEqual(whereToStand(word(20, 100), tip, room), {left: 20, top: 126});
  assert.deepEqual(whereToStand(word(340, 100), tip, room), {left: 82, top: 126});
  assert.deepEqual(whereToStand(word(20, 780), tip, room), {left: 20, top: 694});
  assert.deepEqual(whereToStand(word(-30, 100), tip, room).left, 8);
  assert.deepEqual(
    whereToStand(word(20, 40), tip, {width: 390, height: 100}),
    {left: 20, top: 66},
    'where there is room nowhere',
  );
});

test('whatever the page marks as a term is one', () => {
  const files = ['chart/loss_chart.js', 'models/card_numbers.js', 'verdict/race_verdict.js'];
  const text = files
    .map((file) => readFileSync(new URL(`../../web/elements/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const listed = /const TERMS = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  const named = [...text.matchAll(/term\('(\w+)'|term: (?:held_out \? )?'(\w+)'/g)].map(([, a, b]) => a ?? b);
  const used = [
    ...named,
    ...[...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    'loss',
    'accuracy',
    'exact',
    'training_loss',
  ];
  assert.ok(used.length > 10);
  for (const name of used) assert.ok(terms.includes(name), name);
});
