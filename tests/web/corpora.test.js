import assert from 'node:assert/strict';
import {test} from 'node:test';
import {births, mobyDick, names} from '../../tools/corpora.mjs';
import {digits} from '../../tools/digits.mjs';

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

test('births are one line for each day, none missing, with fewer on weekends', () => {
  const [header, ...lines] = births().trimEnd().split('\n');
  assert.equal(header, 'date,births');
  const days = lines.map((line) => ({day: Date.parse(line.split(',')[0]), count: Number(line.split(',')[1])}));
  assert.equal(days.length, 5479);
  days.forEach(({day}, i) => assert.equal(day, Date.UTC(2000, 0, 1 + i)));
  assert.deepEqual(days[0].count, 9083);
  const mean = (/** @type {boolean} */ weekend) => {
    const some = days.filter(({day}) => [0, 6].includes(new Date(day).getUTCDay()) === weekend);
    return some.reduce((sum, {count}) => sum + count, 0) / some.length;
  };
  assert.ok(mean(true) < 0.75 * mean(false));
});

test('digits are packed two pixels a byte, as many of each, dark at the edge and bright within', () => {
  const file = digits();
  assert.equal(file.subarray(0, 6).toString(), 'DIGITS');
  assert.deepEqual([...file.subarray(6, 8)], [14, 16]);
  assert.equal((file.length - 8) % 99, 0);
  const count = (file.length - 8) / 99;
  assert.equal(count, 4000);
  let corner = 0;
  let centre = 0;
  for (let i = 0; i < count; i++) {
    const at = 8 + 99 * i;
    assert.equal(file[at], i % 10);
    corner += file[at + 1] >> 4;
    centre += file[at + 1 + (7 * 14 + 6) / 2] >> 4;
  }
  assert.equal(corner, 0);
  assert.ok(centre / count > 4, `${centre / count}`);
});

test('the same packages give the same bytes', () => {
  assert.equal(names(), names());
  assert.equal(mobyDick(), mobyDick());
  assert.equal(births(), births());
  assert.ok(digits().equals(digits()));
});
