// The list of faults does not rot: each can still be planted in the sources as they are.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {faults, mistakes, planted} from '../mutations/planting.mjs';
import {report} from '../mutations/report.mjs';

const one = {id: 'a', file: 'x', about: 'says b', find: 'a', replace: 'b'};

test('every fault of the list is found exactly once in its file, and changes it', () => {
  assert.deepEqual(mistakes(faults), []);
  assert.ok(faults.length >= 70, `${faults.length} faults`);
});

test('a fault that is not there, is there twice, changes nothing or has a name twice is told', () => {
  const told = (/** @type {string} */ source, list = [one]) => mistakes(list, () => source).join('; ');
  assert.equal(told('cat'), '');
  assert.match(told('dog'), /a: x has 0 times/);
  assert.match(told('banana'), /a: x has 3 times/);
  assert.match(told('cat', [{...one, replace: 'a'}]), /changes nothing/);
  assert.match(told('cat', [one, one]), /two of this name/);
});

test('what is put in is put in as it is written', () => {
  assert.equal(planted({...one, replace: "$& $1 $'"}, 'cat'), "c$& $1 $'t");
});

test('the report counts what was caught, missed, broken and not tried', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({...one, id}));
  const text = report(list, {
    a: {outcome: 'caught', by: 'sums: are sums', commit: 'abc'},
    b: {outcome: 'missed', by: '', commit: 'abc'},
    c: {outcome: 'broken', by: 'error', commit: 'abd'},
  });
  assert.match(text, /2 of 4 faults were tried: 1 caught, 1 missed\. 1 more did not compile.* 1 were not tried yet\./);
  assert.match(text, /`abc`, `abd`/);
  assert.match(text, /\| a \| x \| says b \| sums: are sums \|/);
  assert.match(text, /\| b \|.*\*\*MISSED\*\* \|/);
  assert.match(text, /\| d \|.*not tried \|/);
});
