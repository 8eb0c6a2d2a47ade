// What kept races are called, so that nobody takes one for another.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {numbered, titleOf} from '../../web/store/title.js';

const DESCRIBE = /** @type {any} */ ({tasks: [{kind: 'text', title: 'Text'}]});

/** @param {{id?: string, name?: string, own?: string | null, called?: string, kind?: string, number?: number}} of @returns {any} */
function row({id = 'a', name = '', own = null, called, kind = 'text', number}) {
  const experiment = {name: called, task: {kind}};
  return {id, name, own, receipt: {page: {experiment}}, ...(number && {number})};
}

const title = (/** @type {any} */ of) => titleOf(row(of), DESCRIBE);

test('a race has its own name beside that of its text, where it has one', () => {
  assert.equal(title({own: 'garden.txt', called: 'Five rates of GRU 48'}), 'Five rates of GRU 48: garden.txt');
  for (const called of ['Reading a novel', 'Text', undefined])
    assert.equal(title({own: 'garden.txt', called}), 'garden.txt', called);
  assert.equal(title({called: 'Small race'}), 'Small race');
  assert.equal(title({}), 'Text');
  assert.equal(title({kind: 'other'}), 'other');
  assert.equal(title({own: 'garden.txt', name: 'My best', number: 3}), 'My best', 'what its reader wrote stays alone');
  assert.equal(title({own: 'garden.txt', number: 2}), 'garden.txt (2)');
});

test('who is called as others are has a number that stays', async () => {
  const add = async (/** @type {any} */ of, /** @type {any[]} */ there, /** @type {any} */ before = undefined) =>
    (await numbered(row(of), before, {list: async () => there}, DESCRIBE)).number;
  const first = row({id: 'a', own: 'garden.txt'});
  const second = row({id: 'b', own: 'garden.txt', number: 2});
  const third = row({id: 'c', own: 'garden.txt', number: 3});
  const other = row({id: 'd', own: 'notes.txt'});
  assert.equal(await add({id: 'a', own: 'garden.txt'}, [other]), undefined);
  assert.equal(await add({id: 'b', own: 'garden.txt'}, [other, first]), 2);
  assert.equal(await add({id: 'c', own: 'garden.txt'}, [first, second]), 3);
  assert.equal(await add({id: 'e', own: 'garden.txt'}, [third]), 4, 'no number is given twice');
  assert.equal(
    await add({id: 'e', own: 'garden.txt'}, [first, row({id: 'f', own: 'garden.txt'})]),
    3,
    'of older pages',
  );
  assert.equal(await add({id: 'b', own: 'garden.txt'}, [second], second), 2, 'whoever went meanwhile');
  assert.equal(await add({id: 'a', own: 'garden.txt'}, [first, second], first), undefined);
  assert.equal(await add({id: 'b', own: 'notes.txt'}, [second, other], second), 2, 'it is called otherwise now');
  assert.equal(await add({id: 'b', own: 'salt.txt'}, [second, other], second), undefined);
});
