// An exercise from anywhere: what comes out holds what its types say and nothing else, or it is refused in a sentence with its place.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {PICTURES as DRAWN} from '../../web/charts/compare/index.js';
import {checkExercise} from '../../web/exercise/check.js';
import {LONGEST, PICTURES, PIECES} from '../../web/exercise/limits.js';
import {parsePage} from '../../web/shape/check.js';
import {LinkError} from '../../web/state/packed.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';

const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
const check = (/** @type {any} */ value) => checkExercise(value, EXPERIMENT, describe);
/** @param {object} changes @param {string} place @param {RegExp} [says] */
function refused(changes, place, says = /is to be|is missing|newer/) {
  assert.throws(
    () => check({...EXERCISE, ...changes}),
    (/** @type {any} */ error) => {
      assert.ok(error instanceof LinkError, String(error));
      assert.ok(error.message.startsWith(place), `${error.message} begins with ${place}`);
      assert.match(error.message, says);
      assert.match(error.message, /\.$/);
      return true;
    },
    JSON.stringify(changes),
  );
}

test('a whole exercise comes out as it went in, and nothing is unknown', () => {
  assert.deepEqual(check(JSON.parse(JSON.stringify(EXERCISE))), {exercise: EXERCISE, unknown: []});
});

test('the least there is: a title, a question, a goal', () => {
  const {v, title, question, goal} = EXERCISE;
  assert.deepEqual(check({v, title, question, goal}).exercise, {v, title, question, goal, choices: [], seed: 'fixed'});
});

test('what says nothing is left out', () => {
  const {exercise} = check({...EXERCISE, lead: ' ', hints: [], asks: [], why: {}, remember: '\u202e', goal_text: ''});
  assert.deepEqual(
    ['lead', 'hints', 'asks', 'why', 'remember', 'goal_text'].filter((name) => name in exercise),
    [],
  );
});

test('a name that this page does not know is left out, and named by its place', () => {
  const {exercise, unknown} = check({
    ...EXERCISE,
    bonus: 1,
    choices: [{text: 'a', weight: 2}, {text: 'b'}],
    why: {picture: 'holograms', text: 'See.'},
    knob: {
      title: 'k',
      begin: 0,
      values: [
        {name: 'a', change: {task: {length: 6, colour: 'red'}, train: {optimizer: {lr: 0.1, heat: 1}}, sky: 1}},
        {name: 'b', change: {models: [{hidden_size: 4, hats: 3}], add: {kind: 'lstm', hidden_size: 8, hats: 3}}},
      ],
    },
  });
  assert.deepEqual(unknown.sort(), [
    'exercise.bonus',
    'exercise.choices.1.weight',
    'exercise.knob.values.1.change.sky',
    'exercise.knob.values.1.change.task.colour',
    'exercise.knob.values.1.change.train.optimizer.heat',
    'exercise.knob.values.2.change.add.hats',
    'exercise.knob.values.2.change.models.1.hats',
    'exercise.why.picture',
  ]);
  assert.deepEqual(exercise.why, {text: 'See.'});
  assert.deepEqual(
    exercise.knob?.values.map(({change}) => change),
    [
      {task: {length: 6}, train: {optimizer: {lr: 0.1}}},
      {models: [{hidden_size: 4}], add: {kind: 'lstm', hidden_size: 8}},
    ],
  );
});

test('what is wrong is refused with its place and what it is to be', () => {
  refused({v: 2}, 'exercise.v', /newer/);
  refused({v: 'x'}, 'exercise.v');
  refused({title: ''}, 'exercise.title');
  refused({title: 'x'.repeat(LONGEST.title + 1)}, 'exercise.title', /1 to 120 characters/);
  refused({question: undefined}, 'exercise.question', /is missing/);
  refused({choices: [{text: 'one'}]}, 'exercise.choices', /2 to 6/);
  refused({choices: {}}, 'exercise.choices');
  refused({choices: [{text: 'a', right: 1}, {text: 'b'}]}, 'exercise.choices.1.right');
  refused({goal: []}, 'exercise.goal', /1 to 6/);
  refused({goal: [{model: 0}]}, 'exercise.goal.1', /no goal that can be judged/);
  refused({goal: [{...EXERCISE.goal[0], model: 2}]}, 'exercise.goal.1.model', /from 0 to 1/);
  refused({goal: [{find: 'head', model: 0, score: 'smell', at_least: 0.5}]}, 'exercise.goal.1.score', /previous_token/);
  refused({hints: Array(6).fill('x')}, 'exercise.hints');
  refused({asks: [{kind: 'essay', text: 'x'}]}, 'exercise.asks.1.kind');
  refused({asks: [{kind: 'number', text: 'x', value: NaN, tolerance: 0}]}, 'exercise.asks.1.value');
  refused({why: {picture: 3}}, 'exercise.why.picture');
  refused({why: {picture: 'reach', models: [2]}}, 'exercise.why.models.1', /from 0 to 1/);
  refused({seed: 'random'}, 'exercise.seed', /fixed, name/);
  refused({tried: {reached: 21, tried: 20}}, 'exercise.tried.reached');
  const position = {name: 'a', change: {}};
  refused({knob: {title: 'k', values: [position, position], begin: 2}}, 'exercise.knob.begin');
  refused({knob: {title: 'k', values: [position, {name: 'b', change: {add: {hidden_size: 3}}}], begin: 0}}, 'exercise.knob.values.2.change.add.kind'); // prettier-ignore
  refused({knob: {title: 'k', values: [position, {name: 'b', change: {task: {length: 'x'.repeat(201)}}}], begin: 0}}, 'exercise.knob.values.2.change.task.length'); // prettier-ignore
  assert.throws(() => check('text'), /^LinkError|exercise is to be an object|Error: exercise/);
  assert.throws(() => check(null), LinkError);
});

test('a goal may be about the model that the knob brings', () => {
  const values = [{name: 'a', change: {}}, {name: 'b', change: {add: {kind: 'lstm', hidden_size: 8}}}]; // prettier-ignore
  const goal = [{...EXERCISE.goal[0], model: 2}];
  assert.equal(check({...EXERCISE, knob: {title: 'k', values, begin: 0}, goal}).exercise.goal[0].model, 2);
});

test('what turns text around or hides in it is taken out; a title is one line, a text keeps its lines', () => {
  const {exercise} = check({
    ...EXERCISE,
    title: ' a\u202eb\u2066c\nd\u200b\ufeff\u061c ',
    lead: 'one\r\ntwo\u2028three\u0007\u202d',
    choices: [{text: 'x\u200fy', reply: '\u2069r'}, {text: 'z'}],
  });
  assert.equal(exercise.title, 'abc d');
  assert.equal(exercise.lead, 'one\ntwo\nthree');
  assert.deepEqual(exercise.choices[0], {text: 'xy', reply: 'r'});
});

test('the pictures that an exercise can name are those that there are', () => {
  assert.deepEqual([...PICTURES].sort(), DRAWN.map(({meta}) => meta.id).sort());
});

test('in the object it is read beside the experiment; a page without exercises leaves it out, and says so', () => {
  const json = JSON.stringify({experiment: EXPERIMENT, exercise: {...EXERCISE, bonus: 1}});
  const {page, unknown} = parsePage(json, describe, checkExercise);
  assert.deepEqual([page.exercise, unknown], [EXERCISE, ['exercise.bonus']]);
  const without = parsePage(json, describe);
  assert.deepEqual([without.page.exercise, without.unknown], [undefined, ['exercise']]);
  assert.throws(
    () => parsePage(`{"experiment": {}, "exercise": {"__proto__": {}}}`, describe, checkExercise),
    LinkError,
  );
});

test('whatever is bent in one comes out as a smaller exercise, or is refused: never as something else', () => {
  const roll = dice(7);
  const names = Object.keys(check(EXERCISE).exercise);
  for (let i = 0; i < 3000; i++) {
    const bent = bend(JSON.parse(JSON.stringify(EXERCISE)), roll);
    try {
      const {exercise} = check(bent);
      assert.deepEqual(check(exercise).exercise, exercise, 'what was read can be read again');
      assert.deepEqual(Object.keys(exercise).filter((name) => !names.includes(name)), []); // prettier-ignore
      assert.ok(exercise.goal.length <= PIECES.goal[1] && exercise.title.length <= LONGEST.title);
      assert.doesNotMatch(JSON.stringify(exercise), /[\u202a-\u202e\u2066-\u2069]/);
    } catch (error) {
      assert.ok(error instanceof LinkError, String(error));
    }
  }
});

/** @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** @type {any[]} */
const NASTY = [
  null,
  undefined,
  '',
  'x'.repeat(5000),
  '\u202e',
  -1,
  1e300,
  NaN,
  [],
  {},
  [[[[[[]]]]]],
  {toString: 1},
  true,
  '<b>',
];

/** Something in it, however deep, becomes something else. @param {any} value @param {(limit: number) => number} roll @returns {any} */
function bend(value, roll) {
  const keys = typeof value === 'object' && value ? Object.keys(value) : [];
  if (!keys.length || roll(5) === 0) return NASTY[roll(NASTY.length)];
  const key = keys[roll(keys.length)];
  if (roll(8) === 0) value[`extra${roll(3)}`] = NASTY[roll(NASTY.length)];
  value[key] = bend(value[key], roll);
  return value;
}
