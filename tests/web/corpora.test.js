import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mobyDick, names} from '../../tools/corpora.mjs';

test('Moby Dick is the whole novel, in order, in few kinds of character', () => {
  const text = mobyDick();
  assert.ok(text.startsWith('CHAPTER 1. Loomings.\n\nCall me Ishmael.'));
  assert.ok(text.trimEnd().endsWith('only found another orphan.'));
  const chapters = [...text.matchAll(/^CHAPTER (\d+)\./gm)].map(([, number]) => Number(number));
  assert.deepEqual(
    chapters,
    Array.from({length: 135}, (_, i) => i + 1),
  );
  assert.ok(text.length > 1_100_000);
  const symbols = new Set(text);
  assert.ok(symbols.size <= 96, [...symbols].join(''));
  assert.doesNotMatch(text, /\r|\t| \n|\n{3}/);
});

test('the names are many, plain and different, and the held-out tenth is like the rest', () => {
  const text = names();
  const list = text.trimEnd().split('\n');
  assert.ok(list.length > 7000);
  assert.equal(new Set(list).size, list.length);
  assert.match(text, /^(?:[a-z]{2,}\n)+$/);
  const share = (/** @type {string[]} */ part) => part.filter((name) => name.endsWith('a')).length / part.length;
  const cut = Math.floor(0.9 * list.length);
  assert.ok(Math.abs(share(list.slice(0, cut)) - share(list.slice(cut))) < 0.05);
});

test('the same packages give the same bytes', () => {
  assert.equal(names(), names());
  assert.equal(mobyDick(), mobyDick());
});
