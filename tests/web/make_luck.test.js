// What a teacher is told before an exercise is handed out: whom chance would let down, and a second goal that does not contradict the first.
import assert from 'node:assert/strict';
import test from 'node:test';
import {ownSeed} from '../../web/exercise/make/draft.js';
import {letDown} from '../../web/exercise/make/tried.js';
import {goalRows} from '../../web/elements/maker/goal_rows.js';
import {facts} from '../../web/facts/facts.js';
import {say} from '../../web/words/words.js';
import {madeModel, madeRace} from '../support/made_up_races.js';
import {treeOf} from '../support/template_tree.js';
import '../../web/words/make.js';

const GOAL = /** @type {any} */ ([{model: 0, metric: 'val_accuracy', op: '>=', value: 0.5}]);
/** Twenty seeds, of which these do not reach it. @param {number[]} failing */
const runs = (failing) =>
  Array.from({length: 20}, (_, i) => ({
    ...{seed: i + 1, heads: {}},
    facts: facts(madeRace([madeModel({val_accuracy: (step) => (failing.includes(i + 1) ? 0.1 : step / 1000)})])),
  }));

/** @param {any[]} tree @returns {any[]} */
const nodesOf = (tree) => tree.flatMap((node) => (node.tag ? [node, ...nodesOf(node.children)] : []));

test('where everybody has the same seed, that one decides; else how many reached it', () => {
  assert.equal(letDown(GOAL, runs([]), 1), 'nobody');
  assert.equal(letDown(GOAL, runs([7]), 1), 'nobody');
  assert.equal(letDown(GOAL, runs([7, 8]), 1), 'others');
  assert.equal(letDown(GOAL, runs([7, 8]), null), 'somebody');
  assert.equal(letDown(GOAL, runs([1]), 1), 'everybody'); // 19 of 20, and yet nobody would reach it
  assert.equal(letDown(GOAL, runs([1]), null), 'nobody');
  const draft = (/** @type {string} */ seed) => /** @type {any} */ ({experiment: {train: {seed: 4}}, exercise: {seed}});
  assert.deepEqual([ownSeed(draft('fixed')), ownSeed(draft('name'))], [4, null]);
});

test('and is told so', () => {
  const said = (/** @type {string} */ who) => say('make.luck', {missed: 9, total: 20, who});
  assert.equal(said('somebody'), 'With 9 of 20 seeds it is not reached: somebody would fail by luck.');
  assert.match(
    said('everybody'),
    /the seed that everybody has is one of these: as it stands, nobody would reach it\.$/,
  );
  assert.match(said('others'), /With the seed that everybody has it is/);
});

test('a bound to stay within is proposed for a model that no other goal names', () => {
  /** @type {any[]} */
  const written = [];
  const wish = (/** @type {any} */ model) => {
    const desk = {
      draft: {experiment: {models: [{kind: 'rnn'}, {kind: 'lstm'}]}, exercise: {goal: [{...GOAL[0], model}]}},
      ...{describe: {models: []}, facts: null, runs: [], names: ['RNN', 'LSTM']},
      write: (/** @type {any} */ part) => written.push(part.goal.at(-1).model),
    };
    const tree = treeOf(goalRows(/** @type {any} */ (desk)));
    const adder = nodesOf(tree).find((/** @type {any} */ {attributes}) => attributes.id === 'add-goal');
    adder.attributes['@change']({target: {value: 'stay'}});
  };
  wish(1);
  wish(0);
  assert.deepEqual(written, [0, 1]);
});
