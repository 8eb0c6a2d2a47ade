import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeText, readTextFile, TEXT_LIMIT_BYTES} from '../../web/runtime/text_file.js';
import {heldOutExcerpt} from '../../web/runtime/excerpt.js';

const decode = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);

test('a file comes as UTF-8, whatever it was written in', async () => {
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([...'Hé 世'].map((c) => c.charCodeAt(0))).buffer),
  ]);
  assert.equal(decode(await readTextFile(new Blob([utf16]))), 'Hé 世');
  assert.equal(decode(await readTextFile(new Blob(['\ufeffabc']))), 'abc');
  assert.deepEqual([...(await readTextFile(new Blob(['abc'])))], [97, 98, 99]);
});

test('empty and oversized texts get a sentence', async () => {
  await assert.rejects(readTextFile(new Blob([])), {key: 'trouble.file_empty'});
  assert.throws(() => encodeText(''), {key: 'trouble.text_none'});
  await assert.rejects(readTextFile(new Blob([new Uint8Array(TEXT_LIMIT_BYTES + 1)])), {
    key: 'trouble.text_large',
    values: {found: 10.1, most: 10},
  });
  assert.throws(() => encodeText('世'.repeat(TEXT_LIMIT_BYTES / 2)), {key: 'trouble.text_large'});
});

test('a text of exactly 10 MB is read', async () => {
  assert.equal((await readTextFile(new Blob([new Uint8Array(TEXT_LIMIT_BYTES)]))).length, TEXT_LIMIT_BYTES);
});

test('the excerpt is whole words from the held-out tenth', () => {
  const words = Array.from({length: 2000}, (_, i) => `word${i}`);
  const text = words.join(' ');
  const excerpt = heldOutExcerpt(new TextEncoder().encode(text));
  assert.ok(text.indexOf(excerpt) > 0.9 * text.length);
  assert.ok(excerpt.length > 40 && excerpt.length <= 64);
  assert.ok(
    excerpt.split(' ').every((word) => words.includes(word)),
    excerpt,
  );
});

test('an excerpt never cuts a character in two', () => {
  for (const symbol of ['é', '世', '🌊'])
    for (let shift = 0; shift < 4; shift++) {
      const excerpt = heldOutExcerpt(new TextEncoder().encode('x'.repeat(shift) + symbol.repeat(1000)));
      assert.match(excerpt, new RegExp(`^(?:${symbol}){1,64}$`, 'u'));
    }
});
