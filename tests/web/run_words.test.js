// What is said of a kept race.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {otherwise, progressIn} from '../../web/elements/runs/run_words.js';
import {elementOf, written} from '../support/page_parts.js';
import {textOf} from '../support/template_tree.js';
import {progressOf} from '../../web/store/kept_race.js';

/** @param {number[]} at @param {number[]} steps @returns {any} */
const row = (at, steps) => ({receipt: {models: at.map((step) => ({step}))}, steps});

test('models that are not equally far are told with all that they learned', () => {
  assert.equal(progressIn(row([40, 40], [90, 90])), 'step 40 of 90');
  assert.equal(progressIn(row([388, 2582, 900], [4000, 4000, 4000])), 'steps 388 to 2,582 of 4,000');
  assert.equal(progressIn(row([90, 90], [90, 90])), 'finished at step 90');
  assert.equal(progressIn(row([3000, 3750], [3000, 3750])), 'finished at steps 3,000 to 3,750');
  assert.equal(progressIn(row([3000, 3200], [3000, 3750])), 'steps 3,000 to 3,200 of 3,750');
  assert.equal(progressIn(row([0, 30], [90, 90])), 'step 30 of 90', 'one that cannot do the task');
});

test('whether it goes on is a matter of the slowest', () => {
  assert.deepEqual(progressOf(row([388, 2582], [4000, 4000])), {step: 388, steps: 4000});
  assert.deepEqual(progressOf(row([3000, 3200], [3000, 3750])), {step: 3000, steps: 3000});
});

test('of data that are not those it is said how far off they are, and which are meant', () => {
  const other = '“notes.txt” is not what this race learned from.';
  const exactly = 'it has to be the same to the last character.';
  assert.equal(otherwise('notes.txt', null, 'garden.txt'), other);
  assert.equal(otherwise('notes.txt', -2, 'garden.txt'), `${other} It is 2 bytes shorter; ${exactly}`);
  assert.equal(otherwise('notes.txt', 1, 'garden.txt'), `${other} It is 1 byte longer; ${exactly}`);
  assert.match(otherwise('notes.txt', 0, 'garden.txt'), /as long, but not the same to the last character/);
  const same = otherwise('garden.txt', -1, 'garden.txt');
  assert.match(same, /^This “garden.txt” is another than the one that this race learned from. It is 1 byte shorter/);
});

test('whoever saves a race is told in which files the data are, and what is seen without them', async () => {
  const models = [{name: 'GRU 8', step: 5, scores: {}}];
  const row = {own: 'garden.txt', name: '', bytes: [9], receipt: {models, page: {experiment: {task: {kind: 'text'}}}}};
  const keeping = {race: {describe: {tasks: []}}};
  const panel = await elementOf('runs/save_run.js', 'save-run', {row, keeping});
  const said = textOf({tag: 'div', attributes: {}, children: written(panel)});
  assert.match(said, /with my data in it: garden.txt \(the race, and its receipt .*a model’s file never has them\)/);
  assert.match(said, /to train it further, or let it write, they need exactly the same data/);
  assert.match(said, /They also see what it is called: garden.txt\./);
});
