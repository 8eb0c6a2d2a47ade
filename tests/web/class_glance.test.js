// The class in four numbers: who reached the goal is what receipts say, and where one of them is in doubt that stands beside it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {glance} from '../../web/elements/class/glance.js';
import '../../web/words/class.js';
import {heard, treeOf} from '../support/template_tree.js';

/** @param {boolean} intact @param {string} standing @param {number} [reached] */
const row = (intact, standing, reached = 2) => ({
  ...{reached, goals: 2, seconds: 60, prediction: {index: 0, right: true}},
  student: {intact, standing},
});

/** @param {ReturnType<typeof row>[]} rows */
const told = (rows) =>
  heard(treeOf(glance(/** @type {any} */ ({
    rows,
    exercise: {goal: [{}, {}], choices: [{text: 'A', right: true}]},
    checkedOf: (/** @type {any} */ {standing}) => ({standing}),
  })))); // prettier-ignore

test('a receipt that was changed, or does not hold, is not counted among those who reached it without a word', () => {
  assert.doesNotMatch(told([row(true, 'claimed'), row(true, 'proved')]), /changed/);
  assert.match(told([row(true, 'claimed'), row(false, 'waits')]), /One of them was changed or does not hold/);
  assert.match(told([row(false, 'waits'), row(true, 'refuted')]), /2 of them were changed or do not hold/);
  assert.doesNotMatch(told([row(true, 'proved'), row(false, 'refuted', 1)]), /changed/); // it reached nothing
});
