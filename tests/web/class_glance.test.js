// The class in four numbers: who reached the goal is what receipts say, and where one of them is in doubt that stands beside it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {predictionsOf} from '../../web/class/predictions.js';
import {classHead, classRows} from '../../web/class/class_csv.js';
import {COLUMNS} from '../../web/class/rows.js';
import {everybody} from '../../web/elements/class/everybody.js';
import {glance} from '../../web/elements/class/glance.js';
import {predicted} from '../../web/elements/class/predicted.js';
import '../../web/words/class.js';
import {heard, treeOf} from '../support/template_tree.js';

const EXERCISE = {goal: [{}, {}], choices: [{text: 'A', right: true}], question: 'Which?'};
/** @param {boolean} intact @param {string} standing @param {number} [reached] */
const row = (intact, standing, reached = 2) => ({
  ...{reached, goals: 2, seconds: 60, prediction: {index: 0, right: true}, refuted: standing === 'refuted'},
  ...{name: 'Cleo', runs: 1, steps: 9, hints: 0, right: 0, judged: 0, outcome: [{name: 'GRU', value: 0.99}]},
  student: {intact, standing, source: 'a.json', taken: {runs: [{seed: 1}], answers: []}, exercise: EXERCISE},
});

const FAULTS = [{key: 'class.fault_scores', values: {run: 1, name: 'GRU'}}];

/** @param {ReturnType<typeof row>[]} rows @returns {any} */
const shownOf = (rows) => ({
  ...{rows, sorted: rows, exercise: EXERCISE, score: 'val_accuracy', by: {column: 'name', down: false}},
  checkedOf: (/** @type {any} */ {standing}) => ({standing, why: standing === 'refuted' ? FAULTS : []}),
});

/** @param {ReturnType<typeof row>[]} rows */
const told = (rows) => heard(treeOf(glance(shownOf(rows))));

test('a receipt that was changed, or does not hold, is not counted among those who reached it without a word', () => {
  assert.doesNotMatch(told([row(true, 'claimed'), row(true, 'proved')]), /changed/);
  assert.match(told([row(true, 'claimed'), row(false, 'waits')]), /One of them was changed or hurt on its way/);
  assert.match(told([row(false, 'waits'), row(false, 'waits')]), /2 of them were changed/);
  assert.doesNotMatch(told([row(false, 'proved')]), /changed/); // what it reached was found again
  assert.doesNotMatch(told([row(true, 'proved'), row(false, 'refuted', 1)]), /changed/); // it reached nothing
});

test('what a receipt says that does not hold is not counted as reached, and is crossed out wherever it stands', () => {
  const rows = /** @type {any[]} */ ([row(true, 'proved'), row(true, 'refuted'), row(false, 'refuted')]);
  assert.match(told(rows), /1 of 3.*2 more say so, and do not hold/s);
  assert.doesNotMatch(told(rows), /changed/);
  const [line] = predictionsOf(/** @type {any} */ (EXERCISE), rows);
  assert.deepEqual([line.count, line.reached, line.refuted], [3, 1, 2]);
  const dots = treeOf(predicted(shownOf(rows)));
  assert.match(heard(dots), /3 students.*1 reached the goal.*2 say so, and do not hold/s);
  assert.deepEqual(
    rows.map(({refuted, reached}) => COLUMNS.reached(/** @type {any} */ ({refuted, reached}), '')),
    [2, -1, -1],
  );
});

test('in the table a refuted goal has no green sign, and a score that came out otherwise is struck out', () => {
  const said = (/** @type {string} */ standing) => heard(treeOf(everybody(shownOf([row(true, standing)]))));
  assert.match(said('proved'), /✓ 2 of 2/);
  assert.doesNotMatch(said('refuted'), /✓ 2 of 2/);
  assert.match(said('refuted'), /✗ *2 of 2.*as it says/s);
});

test('the grade book has no goal as reached that was refuted', () => {
  const rows = /** @type {any[]} */ ([row(true, 'proved'), row(true, 'refuted')]);
  const at = classHead(rows).indexOf('all_goals');
  const cells = classRows(rows, ({student}) => /** @type {any} */ (student)).map((line) => line[at]);
  assert.deepEqual(cells, ['yes', 'no']);
});
