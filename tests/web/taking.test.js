// What is done with an exercise: said once, kept here alone, judged, and there again on the next visit.
import assert from 'node:assert/strict';
import test from 'node:test';
import {exerciseHash} from '../../web/exercise/canonical.js';
import {scoreOfHead} from '../../web/exercise/head_score.js';
import {Taking} from '../../web/exercise/taking.js';
import {isRightAnswer, numberIn} from '../../web/exercise/result.js';
import {MADE_EXERCISE as page, runAt, shelfWith} from '../support/taken_exercise.js';

const at = {run: 0, step: 10, value: 0.5};
const open = (/** @type {any} */ shelf = null, of = page) => Taking.open(of, shelf, () => 1000);

test('what was said first stays, but a text may be written anew', async () => {
  const taking = await open();
  taking.predict(1);
  taking.predict(0);
  taking.answer(0, 1);
  taking.answer(0, 0);
  taking.answer(2, 'since');
  taking.answer(2, 'because');
  assert.equal(taking.taken.prediction, 1);
  assert.deepEqual(taking.taken.answers, [1, null, 'because']);
});

test('an answer that is none of this question is not taken', async () => {
  const taking = await open();
  for (const [k, value] of /** @type {[number, any][]} */ ([
    [0, 2],
    [0, '1'],
    [1, NaN],
    [1, '97'],
    [2, 3],
    [2, 'x'.repeat(4001)],
    [3, 1],
  ]))
    taking.answer(k, value);
  assert.deepEqual(taking.taken.answers, [null, null, null]);
  assert.equal(taking.touched, false);
});

test('everything is there again on the next visit, of this exercise alone', async () => {
  const shelf = shelfWith();
  const taking = await open(shelf);
  taking.predict('unsure');
  taking.call('  Ada   Lovelace ');
  taking.ran({}, runAt(), () => [at, null]);
  taking.hint();
  taking.spend(12.4);
  taking.finish();
  const again = await open(shelf);
  assert.deepEqual(again.taken, taking.taken);
  assert.equal(again.taken.name, 'Ada Lovelace');
  assert.equal(again.taken.seconds, 12);
  const other = {...page, exercise: {...page.exercise, title: 'Another'}};
  assert.equal((await open(shelf, other)).touched, false);
});

test('a storage that is broken, full or refuses even the question loses nothing of this visit', async () => {
  const refuses = () => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const shelf of [
    {getItem: refuses, setItem: refuses, removeItem: refuses},
    {...shelfWith(), setItem: refuses},
  ]) {
    const taking = await open(shelf);
    taking.predict(0);
    taking.hint();
    assert.equal(taking.taken.prediction, 0);
    assert.equal(taking.taken.hints, 1);
    assert.equal(taking.kept, false);
  }
});

test('what somebody else wrote there is as if it had never been', async () => {
  const hash = await exerciseHash(page);
  const key = `unrolled.exercise.${hash.slice(0, 16)}`;
  const whole = (await open()).taken;
  const broken = ['no JSON', 'null', '[]', '{}', JSON.stringify({...whole, exercise: 'f'.repeat(64)})];
  for (const text of broken) assert.equal((await open(shelfWith({[key]: text}))).touched, false, text);
  const wrong = {prediction: 7, answers: 'no', found: 3, runs: [{}, 4], goals: {0: 1}, hints: 99, seconds: -1, name: 4};
  const {taken} = await open(shelfWith({[key]: JSON.stringify({...whole, ...wrong})}));
  assert.deepEqual({...taken, begun: 0}, {...whole, hints: 2, begun: 0});
  const hostile = {...whole, runs: [{...runAt(), changes: {'__proto__.polluted': 1}}]};
  assert.deepEqual((await open(shelfWith({[key]: JSON.stringify(hostile)}))).taken.runs, []);
});

test('all that predicates ask is to be reached in one run, and the run with most of them counts', async () => {
  const taking = await open();
  const [first, second, third] = [{}, {}, {}];
  taking.ran(first, runAt(), (run) => [{...at, run}, null]);
  taking.ran(second, runAt(), (run) => [null, {...at, run}]);
  assert.deepEqual(taking.taken.goals, [at, null]);
  taking.ran(third, runAt(), (run) => [
    {...at, run},
    {...at, run},
  ]);
  assert.deepEqual(taking.taken.goals, [
    {...at, run: 2},
    {...at, run: 2},
  ]);
  taking.ran({}, runAt(), () => [null, null]);
  assert.deepEqual(
    taking.taken.goals.map((one) => one?.run),
    [2, 2],
  );
});

test('a run that goes on takes its own place, and what no longer holds of it is not reached', async () => {
  const taking = await open();
  const running = {};
  taking.ran(running, runAt(10), (run) => [{...at, run}, null]);
  taking.ran(running, runAt(20), () => [null, null]);
  assert.deepEqual(taking.taken.goals, [null, null]);
  assert.deepEqual(
    taking.taken.runs.map(({models}) => models[0].step),
    [20],
  );
});

test('of many runs the newest stay, and the one that reached something', async () => {
  const taking = await open();
  for (let seed = 0; seed < 30; seed++)
    taking.ran({}, runAt(60, seed), (run) =>
      seed === 3
        ? [
            {...at, run},
            {...at, run},
          ]
        : [null, null],
    );
  const {runs, goals} = taking.taken;
  assert.equal(runs.length, 20);
  assert.equal(runs[Number(goals[0]?.run)].seed, 3);
  assert.equal(runs.at(-1)?.seed, 29);
});

test('a head is found by pointing, as often as it takes; what trained on since is another run', async () => {
  const goal = [
    {find: /** @type {const} */ ('head'), model: 1, score: /** @type {const} */ ('prefix_match'), at_least: 0.3},
  ];
  const taking = await open(null, {...page, exercise: {...page.exercise, goal, asks: []}});
  taking.point(0, {layer: 1, head: 2}, {value: 0.9, step: 60});
  assert.equal(taking.taken.goals.some(Boolean), false); // of no run
  const running = {};
  taking.ran(running, runAt(60), () => [null]);
  taking.point(0, {layer: 0, head: 0}, {value: 0.1, step: 60});
  assert.deepEqual(taking.taken.found, {0: {layer: 0, head: 0}});
  assert.equal(taking.result.completed, false);
  taking.point(0, {layer: 1, head: 2}, {value: 0.4, step: 60});
  taking.point(0, {layer: 1, head: 1}, {value: 0.9, step: 60});
  assert.deepEqual(taking.taken.goals, [{run: 0, step: 60, value: 0.4}]);
  assert.deepEqual(taking.taken.found, {0: {layer: 1, head: 2}});
  assert.deepEqual(taking.result, {score: 1, completed: true});
  taking.ran(running, runAt(90), () => [null]);
  assert.equal(taking.taken.runs.length, 2);
  assert.equal(taking.taken.goals[0]?.run, 0);
});

test('a score is of goals and of answers that can be judged; before anything was done there is none', async () => {
  const taking = await open();
  assert.deepEqual(taking.result, {score: null, completed: false});
  taking.predict(0);
  assert.equal(taking.result.score, 0);
  taking.answer(0, 1);
  taking.answer(1, 60);
  assert.equal(taking.result.score, 1 / 4);
  taking.ran({}, runAt(), (run) => [
    {...at, run},
    {...at, run},
  ]);
  assert.deepEqual(taking.result, {score: 3 / 4, completed: false});
  taking.answer(2, 'because');
  assert.deepEqual(taking.result, {score: 3 / 4, completed: true});
});

test('numbers are read with a point or a comma, and are right within the tolerance', () => {
  const ask = /** @type {const} */ ({kind: 'number', text: '', value: 0.2, tolerance: 0.1});
  for (const [text, number] of /** @type {[string, number | null][]} */ ([
    ['1,5', 1.5],
    [' 97.5 ', 97.5],
    ['-2e-3', -0.002],
    ['\u22124', -4],
    [',5', 0.5],
    ['.5', 0.5],
    ['3.', 3],
    ['', null],
    ['1.2.3', null],
    ['1,234,567', null],
    ['12 %', null],
    ['Infinity', null],
    ['0x10', null],
    ['ten', null],
  ]))
    assert.equal(numberIn(text), number, text);
  assert.equal(isRightAnswer(ask, 0.3), true);
  assert.equal(isRightAnswer(ask, 0.1), true);
  assert.equal(isRightAnswer(ask, 0.3001), false);
  assert.equal(isRightAnswer({...ask, value: 97, tolerance: 0}, 97), true);
  assert.equal(isRightAnswer({kind: 'choice', text: '', choices: [{text: 'a'}, {text: 'b'}]}, 0), null);
});

test('another tab of the same attempt adds what it has, and takes nothing away', async () => {
  const shelf = shelfWith();
  const [here, there] = [await open(shelf), await open(shelf)];
  const window = new EventTarget();
  here.follow(/** @type {any} */ (window), new AbortController().signal);
  here.predict(1);
  there.answer(0, 1);
  there.ran({}, runAt(), (run) => [{...at, run}, null]);
  const [key] = Object.keys(shelf.kept);
  window.dispatchEvent(Object.assign(new Event('storage'), {key}));
  assert.equal(here.taken.prediction, 1);
  assert.deepEqual(here.taken.answers, [1, null, null]);
  assert.equal(here.taken.runs.length, 1);
});

test('begun twice at once, as on a page that embeds it twice, nothing of either is lost', async () => {
  const shelf = shelfWith();
  const one = await Taking.open(page, shelf, () => 1000);
  const other = await Taking.open(page, shelf, () => 2000);
  one.predict(1);
  other.answer(0, 1);
  const {prediction, answers, begun} = (await open(shelf)).taken;
  assert.deepEqual([prediction, answers[0], begun], [1, 1, 1000]);
});

test('what is forgotten is gone here and on the next visit', async () => {
  const shelf = shelfWith();
  const taking = await open(shelf);
  taking.call('Ada');
  taking.predict(1);
  taking.ran({}, runAt(), (run) => [{...at, run}, null]);
  taking.forget();
  for (const one of [taking, await open(shelf)]) assert.equal(one.touched, false);
  taking.predict(0);
  assert.equal((await open(shelf)).taken.prediction, 0);
});

test('a head scores what is measured of it, whichever of its places has most', () => {
  const array = (/** @type {string} */ name, /** @type {number[]} */ data) => ({
    name,
    axes: [],
    shape: [data.length],
    data: Float32Array.from(data),
  });
  const arrays = [
    array('transformer.0.attention.previous', [0.5, 0.25]),
    array('transformer.1.attention.induction', [0.125, 0.75]),
    array('transformer.1.cross_attention.copying', [0.5, NaN]),
    array('transformer.1.attention.copying', [0.25, 0.125]),
  ];
  const score = (/** @type {any} */ name, /** @type {number} */ layer, /** @type {number} */ head) =>
    scoreOfHead({find: 'head', model: 0, score: name, at_least: 0}, /** @type {any} */ ({step: 3, arrays}), {
      layer,
      head,
    });
  assert.equal(score('previous_token', 0, 1), 0.25);
  assert.equal(score('prefix_match', 1, 1), 0.75);
  assert.equal(score('copy_alignment', 1, 0), 0.5);
  assert.equal(score('copy_alignment', 1, 1), 0.125);
  assert.equal(score('prefix_match', 0, 0), null);
  assert.equal(score('prefix_match', 1, 2), null);
});
