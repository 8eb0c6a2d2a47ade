// What somebody who takes part in an exercise sees and presses: questions, hints, goals, a name, handing in.
import assert from 'node:assert/strict';
import test from 'node:test';
import {readCode} from '../../web/exercise/code.js';
import {exerciseHash} from '../../web/exercise/canonical.js';
import {Taking} from '../../web/exercise/taking.js';
import {seeded} from '../../web/exercise/seed_of_name.js';
import {Race} from '../../web/runtime/race.js';
import {begun} from '../../web/learn/beats.js';
import {chapterOf} from '../../web/exercise/chapter_of.js';
import {say} from '../../web/words/words.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {elementOf, written} from '../support/page_parts.js';
import {MADE_EXERCISE as page, runAt} from '../support/taken_exercise.js';
import {every, heard, textOf, treeOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

const open = (of = page) => Taking.open(of, null, () => 5);
/** @param {any} element @param {string} name */
function press(element, name) {
  const buttons = every(written(element), ({tag}) => tag === 'button');
  const found = buttons.find((one) => textOf(one).trim() === name);
  assert.ok(found, `${name} among ${buttons.map(textOf)}`);
  found.attributes['@click']?.({});
}
/** @param {any} element */
const said = (element) => {
  /** @type {string[]} */
  const all = [];
  element.addEventListener('say', (/** @type {any} */ {detail}) => all.push(detail));
  return all;
};
/** Types something and presses Enter. @param {any} element @param {string} value */
function enter(element, value) {
  const [input] = every(written(element), ({tag}) => tag === 'input');
  element.renderRoot = {querySelector: () => ({value}), querySelectorAll: () => []};
  input.attributes['@keydown']({key: 'x'});
  input.attributes['@keydown']({key: 'Enter'});
}

test('a choice is said once and judged, a number is read with a comma, a text is kept as it is written', async () => {
  const taking = await open();
  const element = await elementOf('exercise/exercise_asks.js', 'exercise-asks', {taking});
  const news = said(element);
  press(element, 'GRU');
  assert.deepEqual(news, [say('taking.right')]);
  assert.match(heard(written(element)), new RegExp(say('player.said_right')));
  enter(element, 'about ten');
  assert.match(heard(written(element)), /Write a number/);
  assert.equal(taking.taken.answers[1], null);
  enter(element, '97,9');
  assert.equal(taking.taken.answers[1], 97.9);
  assert.match(heard(written(element)), /You answered 97\.9 %\. That is right\./);
  const [area] = every(written(element), ({tag}) => tag === 'textarea');
  area.attributes['@input']({target: {value: 'It has a gate.'}});
  assert.equal(taking.taken.answers[2], 'It has a gate.');
  let all = 0;
  element.addEventListener('answered', () => all++);
  element.updated();
  element.updated();
  assert.equal(all, 1);
});

test('whether a number is right is not told where it is wrong by more than to say so', async () => {
  const taking = await open();
  taking.answer(1, 3);
  const element = await elementOf('exercise/exercise_asks.js', 'exercise-asks', {taking});
  const text = heard(written(element));
  assert.match(text, /That is not right/);
  assert.doesNotMatch(text, /97/);
});

test('hints come one after the other, and are counted', async () => {
  const taking = await open();
  const element = await elementOf('exercise/exercise_hints.js', 'exercise-hints', {taking});
  const news = said(element);
  press(element, say('taking.hint', {at: 1, all: 2}));
  press(element, say('taking.hint', {at: 2, all: 2}));
  assert.equal(every(written(element), ({tag}) => tag === 'button').length, 0);
  assert.equal(every(written(element), ({tag}) => tag === 'li').length, 2);
  assert.deepEqual(news, page.exercise.hints);
  assert.equal(taking.taken.hints, 2);
});

test('a goal that was reached says by which run; all of them are told once', async (context) => {
  const taking = await open();
  const race = new Race(fakeSurroundings(), page.experiment);
  context.after(() => race.close());
  const element = await elementOf('exercise/exercise_goals.js', 'exercise-goals', {taking, race});
  const news = said(element);
  assert.equal(heard(written(element)).match(/– not yet/g)?.length, 2);
  taking.ran({}, runAt(), (run) => [
    {run, step: 10, value: 0.5},
    {run, step: null, value: 40},
  ]);
  element.updated();
  element.updated();
  assert.equal(heard(written(element)).match(/– yes, in run 1/g)?.length, 2);
  assert.deepEqual(news, [say('taking.all_reached')]);
});

test('a fast race counts for nothing, and offers to train reproducibly', async (context) => {
  const taking = await open();
  const race = new Race(fakeSurroundings(), {...page.experiment, train: {...page.experiment.train, tier: 'fast'}});
  context.after(() => race.close());
  for (const [path, tag] of [
    ['exercise/exercise_goals.js', 'exercise-goals'],
    ['exercise/hand_in.js', 'hand-in'],
  ]) {
    Object.assign(globalThis, {window: globalThis.window ?? {top: null, origin: 'null', frameElement: null}});
    const element = await elementOf(path, tag, {taking, race});
    assert.match(heard(written(element)), /do not count and cannot be handed in/);
    if (tag === 'hand-in') press(element, say('taking.strict'));
  }
  await until(() => race.experiment.train.tier === 'strict' && race.state === 'training', 'it trains anew');
});

test('without a run there is nothing to hand in; with one there is a code that says what was done', async (context) => {
  Object.assign(globalThis, {window: globalThis.window ?? {top: null, origin: 'null', frameElement: null}});
  const taking = await open();
  taking.predict(1);
  const race = new Race(fakeSurroundings(), page.experiment);
  context.after(() => race.close());
  const element = await elementOf('exercise/hand_in.js', 'hand-in', {taking, race});
  element.willUpdate(new Map([['taking', null]]));
  assert.match(heard(written(element)), /train the networks first/);
  assert.match(heard(written(element)), /Your prediction ?The GRU/);
  taking.ran({}, runAt(), () => [null, null]);
  taking.call('Ada');
  element.willUpdate(new Map([['taking', null]]));
  await until(() => element._code !== '', 'there is a code');
  const back = /** @type {any} */ (await readCode(element._code, page.exercise, await exerciseHash(page)));
  assert.deepEqual([back.name, back.prediction, back.runs.length], ['Ada', 1, 1]);
  assert.match(heard(written(element)), /seed of another name/); // the run was not Ada's
  let forgotten = 0;
  element.addEventListener('forgotten', () => forgotten++);
  press(element, say('taking.forget'));
  press(element, say('taking.forget_no'));
  assert.equal(taking.touched, true);
  press(element, say('taking.forget'));
  press(element, say('taking.forget_yes'));
  assert.deepEqual([taking.touched, forgotten], [false, 1]);
});

test('what was saved or copied is told beside the buttons, and that a name is missing', async (context) => {
  Object.assign(globalThis, {window: globalThis.window ?? {top: null, origin: 'null', frameElement: null}});
  const clipboard = {writeText: async () => {}};
  Object.defineProperty(globalThis, 'navigator', {value: {...globalThis.navigator, clipboard}, configurable: true});
  const taking = await open();
  const race = new Race(fakeSurroundings(), page.experiment);
  context.after(() => race.close());
  taking.ran({}, runAt(), () => [null, null]);
  const element = await elementOf('exercise/hand_in.js', 'hand-in', {taking, race});
  const news = said(element);
  press(element, say('taking.copy'));
  await until(() => news.length === 1, 'it is said');
  taking.call('Ada');
  press(element, say('taking.copy'));
  await until(() => news.length === 2, 'it is said again');
  assert.deepEqual(news, [say('taking.copied_nameless'), say('taking.copied')]);
  const words = heard(written(element));
  assert.ok(words.includes(say('taking.copied')));
  assert.ok(words.indexOf(say('taking.copied')) < words.indexOf(say('taking.proved').slice(0, 40)), words);
});

test('where the seed follows from the name it is asked for first, and told', async () => {
  const taking = await open();
  const element = await elementOf('exercise/student_name.js', 'student-name', {taking});
  enter(element, '   ');
  assert.equal(taking.taken.name, '');
  enter(element, ' Ada ');
  assert.match(heard(written(element)), /Ada: your race has the seed 557248/);
  const fixed = await open({...page, exercise: {...page.exercise, seed: 'fixed'}});
  assert.equal(heard(written(await elementOf('exercise/student_name.js', 'student-name', {taking: fixed}))), '');
});

test('nothing is said before the race is the one of the name: it would begin anew with it', async () => {
  const {named} = await import('../../web/elements/exercise/named_part.js');
  const taking = await open();
  const first = named(/** @type {any} */ ({act: () => 'the choices'}), taking);
  const shown = (/** @type {any} */ of) =>
    heard(treeOf(first.act(/** @type {any} */ ({chapter: chapterOf(of)})))).includes('the choices');
  const own = {...page, experiment: seeded(page.experiment, page.exercise, 'Ada')};
  assert.equal(shown(page), false);
  taking.call('Ada');
  assert.deepEqual([shown(page), shown(own)], [false, true]);
  taking.predict(1);
  assert.equal(shown(page), true);
});

test('whoever comes back is where he was: what was said stays said, what was open is open', async () => {
  Object.assign(globalThis, {window: globalThis.window ?? {top: null, origin: 'null', frameElement: null}});
  const {resumed} = await import('../../web/elements/exercise/attend.js');
  const taking = await open();
  const fresh = begun(chapterOf(page));
  assert.equal(resumed(fresh, taking), fresh);
  taking.call('Ada');
  taking.predict(1);
  assert.deepEqual(resumed(fresh, taking), {...fresh, predicted: '2', stage: 'watch', furthest: 'watch'});
  taking.ran({}, runAt(), () => [null, null]);
  assert.equal(resumed(fresh, taking).furthest, 'challenge');
  for (const [k, value] of /** @type {[number, any][]} */ ([
    [0, 1],
    [1, 3],
    [2, 'x'],
  ]))
    taking.answer(k, value);
  assert.deepEqual([resumed(fresh, taking).furthest, resumed(fresh, taking).answered], ['question', 'all']);
  taking.finish();
  assert.equal(resumed(fresh, taking).furthest, 'end');
});
