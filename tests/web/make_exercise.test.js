// What the maker of exercises reckons: what is proposed, what would have reached a goal, what a knob turns, what is packed.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {outcome, proposedGoal, usualOutcome} from '../../web/exercise/make/aim.js';
import {asked, keptBy} from '../../web/exercise/make/bounds.js';
import {controlGroups, marked, matches} from '../../web/exercise/make/controls.js';
import {lacks, pageOf, triedExperiment, untried} from '../../web/exercise/make/draft.js';
import {formattedAs} from '../../web/exercise/make/format.js';
import {readTeacher, teacherHash} from '../../web/exercise/make/hand_out.js';
import {
  changeOf,
  knobOf,
  readValues,
  turnables,
  turnedBy,
  valuesFor,
  withOwnValue,
} from '../../web/exercise/make/knob.js';
import {firstSentence, fromChapter} from '../../web/exercise/make/proposal.js';
import {isGiven} from '../../web/elements/maker/goal_rows.js';
import {remedies} from '../../web/exercise/make/remedy.js';
import {lanesFor, seedsFor} from '../../web/exercise/make/trial.js';
import {tally} from '../../web/exercise/make/tried.js';
import {checkExercise} from '../../web/exercise/check.js';
import {decodeExercise, encodeExercise} from '../../web/exercise/link.js';
import {facts} from '../../web/facts/facts.js';
import {CHAPTERS} from '../../web/learn/index.js';
import {optionPaths} from '../../web/shape/parts.js';
import {whereOf} from '../../web/shape/where.js';
import {say} from '../../web/words/words.js';
import '../../web/words/guide.js';
import '../../web/words/lab.js';
import '../../web/words/course_more.js';

const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
/** @param {string} id @returns {Promise<import('../../web/learn/types').Chapter>} */
const chapterNamed = (id) => /** @type {any} */ (CHAPTERS.find((one) => one.id === id)).load();
const STEPS = [20, 40, 60, 80];

/** A race that is over, by the curves of its models. @param {Record<string, number[]>[]} curves @param {number} [seed] */
function over(curves, seed = 1) {
  const models = curves.map((own, i) => ({
    name: `Model ${i + 1}`, kind: i ? 'lstm' : 'rnn', sameness: String(i), seed, state: 'done', refused: false, over: true, finite: true,
    message: null, ended: null, step: 80, steps: 80, seconds: 1, parameters: 1000 * (i + 1), counts: false, held_out: 100, clip_norm: 1,
    losses: null, signals: null,
    curves: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, {step: STEPS, value}])),
  })); // prettier-ignore
  return facts(/** @type {any} */ ({state: 'done', view: 'labels', models, baselines: [], floors: []}));
}
const tried = (/** @type {number[][]} */ all, /** @type {number[][]} */ second = []) =>
  all.map((one, i) => ({
    seed: i + 1,
    heads: {},
    facts: over([{val_accuracy: one}, ...(second.length ? [{val_accuracy: second[i]}] : [])], i + 1),
  }));

test('bounds read well, and what was measured keeps to them', () => {
  assert.equal(keptBy('val_accuracy', '>=', 0.9468), 0.94);
  assert.equal(keptBy('val_accuracy', '>=', 0.94), 0.94);
  assert.equal(keptBy('val_accuracy', '<', 0.3), 0.31);
  assert.equal(keptBy('val_loss', '<=', 1.6332), 1.7);
  assert.equal(keptBy('val_loss', '<=', 0.01234), 0.013);
  assert.equal(keptBy('parameters', '<=', 48_312), 49_000);
  assert.equal(asked('val_accuracy', 0.99), 0.9);
  assert.equal(asked('val_accuracy', 0.02), 0.05);
  for (let i = 0; i < 400; i++) {
    const value = Math.random() ** 4 * 3;
    assert.ok(keptBy('val_loss', '<=', value) >= value && keptBy('val_loss', '<', value) > value);
    assert.ok(keptBy('val_accuracy', '>=', value) <= value && keptBy('val_accuracy', '>', value) < value);
  }
});

test('a goal is proposed from what the race came to, and which answer is right', () => {
  const race = over([{val_accuracy: [0.1, 0.2, 0.2, 0.25]}, {val_accuracy: [0.2, 0.7, 0.9, 0.97]}]);
  assert.deepEqual(proposedGoal(race, 'val_accuracy'), {model: 1, metric: 'val_accuracy', op: '>=', value: 0.9});
  assert.equal(outcome(race, 'val_accuracy'), 1);
  assert.equal(outcome(over([{val_accuracy: [0.9]}, {val_accuracy: [0.95]}]), 'val_accuracy'), 'both');
  assert.equal(outcome(over([{val_accuracy: [0.1]}, {val_accuracy: [0.2]}]), 'val_accuracy'), 'neither');
  assert.equal(outcome(over([{val_accuracy: [0.7]}, {val_accuracy: [0.85]}]), 'val_accuracy'), null);
  assert.equal(outcome(over([{val_loss: [2, 1.7]}, {val_loss: [2, 1.5]}]), 'val_loss'), 1);
  assert.equal(usualOutcome([race, race, over([{val_accuracy: [0.9]}, {val_accuracy: [0.95]}])], 'val_accuracy'), 1);
});

test('before anybody has trained any model may reach the goal: nobody knows yet which one cannot', () => {
  assert.deepEqual(proposedGoal(over([{}, {}]), 'val_exact'), {
    model: 'any',
    metric: 'val_exact',
    op: '>=',
    value: 0.9,
  });
});

test('what is read before a prediction says what the task is, not what came of it', () => {
  for (const id of ['silence', 'forgets', 'dates', 'addition', 'receptive-field']) {
    const story = say(`preset.${id}.story`);
    const first = firstSentence(story);
    assert.ok(first.length > 20 && first.length < story.length && /[.?]$/.test(first), first);
  }
  assert.equal(
    firstSentence(say('preset.silence.story')),
    'Three digits, a pause, then the same three again: nothing but memory helps.',
  );
});

test('a goal that holds before anything is learned is known as such', () => {
  const goal = (/** @type {object} */ changed) =>
    isGiven(/** @type {any} */ ({model: 0, metric: 'val_exact', op: '<', value: 0.3, ...changed}));
  assert.equal(goal({}), true);
  assert.equal(goal({metric: 'val_loss', op: '>=', value: 1}), true);
  assert.equal(goal({from_step: 0}), false);
  assert.equal(goal({op: '>='}), false);
  assert.equal(goal({metric: 'parameters'}), false);
  assert.equal(goal({metric: 'val_loss'}), false);
});

test('a bound that all runs reached is proposed, and a later step', () => {
  const goal = /** @type {any} */ ({model: 0, metric: 'val_accuracy', op: '>=', value: 0.9, by_step: 40});
  const runs = tried([
    [0.5, 0.91, 0.95, 0.96],
    [0.5, 0.873, 0.9, 0.95],
    [0.8, 0.92, 0.9, 0.99],
  ]);
  assert.deepEqual(tally([goal], runs), {tried: 3, each: [2], reached: 2});
  assert.deepEqual(remedies(goal, runs), [
    {kind: 'bound', goal: {...goal, value: 0.87}},
    {kind: 'steps', goal: {...goal, by_step: 60}},
  ]);
  assert.deepEqual(remedies({...goal, value: 0.8}, runs), []);
});

test('a remedy fits what is to be kept, what is never to be, every model, some model, and a lead', () => {
  const runs = tried(
    [
      [0.1, 0.2, 0.31, 0.2],
      [0.1, 0.2, 0.2, 0.2],
    ],
    [
      [0.2, 0.5, 0.7, 0.8],
      [0.3, 0.6, 0.6, 0.9],
    ],
  );
  const goal = (/** @type {object} */ more) =>
    /** @type {any} */ ({model: 0, metric: 'val_accuracy', op: '<', value: 0.3, ...more});
  const bound = (/** @type {any} */ of) => remedies(of, runs).map((one) => /** @type {any} */ (one.goal).value);
  assert.deepEqual(bound(goal({from_step: 0})), [0.32]);
  assert.deepEqual(bound(goal({op: '>=', never: true})), [0.32]);
  assert.deepEqual(bound(goal({model: 'all', op: '>=', value: 0.9})), [0.2]);
  assert.deepEqual(bound(goal({model: 'any', op: '>=', value: 0.85})), [0.8]);
  assert.deepEqual(bound(goal({model: 1, op: '>=', value: {model: 0, plus: 0.65}})), [{model: 0, plus: 0.6}]);
});

test('a head that is to be found is the best one of each seed', () => {
  const find = /** @type {any} */ ({find: 'head', model: 0, score: 'prefix_match', at_least: 0.5});
  const runs = tried([[1], [1]]).map((run, i) => ({...run, heads: {0: {prefix_match: [0.7, 0.438][i]}}}));
  assert.equal(tally([find], runs).reached, 1);
  assert.deepEqual(remedies(find, runs), [{kind: 'bound', goal: {...find, at_least: 0.43}}]);
});

test('the own seed comes first, twenty in all; one processor is left to the page', () => {
  const seeds = seedsFor(/** @type {any} */ ({train: {seed: 7}}));
  assert.equal(seeds[0], 7);
  assert.equal(new Set(seeds).size, 20);
  assert.deepEqual([lanesFor(2, 2), lanesFor(8, 2), lanesFor(4, 6)], [1, 3, 1]);
});

test('every control has its name as shapes have it; a search goes through titles and names', async () => {
  const {experiment} = await CHAPTERS[0].load();
  const names = controlGroups(describe, experiment).flatMap(({controls}) => controls.map(({name}) => name));
  const known = new Set(optionPaths(describe));
  for (const name of names.filter((one) => one.includes('.'))) assert.ok(known.has(name), name);
  for (const path of known)
    if (!path.startsWith('task.') && !/^models\.\w+\.train\./.test(path)) assert.ok(names.includes(path), path);
  assert.ok(matches({name: 'train.optimizer.lr'}, 'Learning rate', 'rate learn'));
  assert.ok(matches({name: 'train.optimizer.lr'}, 'Learning rate', 'optimizer.lr'));
  assert.ok(!matches({name: 'train.optimizer.lr'}, 'Learning rate', 'momentum'));
  const shape = marked({hide: [], lock: [], open: []}, 'hide', 'verdict', true);
  assert.deepEqual([shape.hide, marked(shape, 'hide', 'verdict', false).hide], [['verdict'], []]);
});

test('a knob turns one option of the task, the training, a model; it is known again by its changes', async () => {
  const {experiment} = await chapterNamed('forgets');
  const all = turnables(describe, experiment);
  for (const path of ['task.length', 'train.optimizer.lr', 'models.1.hidden_size', 'train.batch_size']) {
    const turnable = /** @type {any} */ (all.find((one) => one.path === path));
    const values = withOwnValue(valuesFor(turnable), turnable.value);
    const knob = knobOf(turnable, values, 'Which?', String);
    assert.deepEqual(turnedBy(knob), {path, values});
    assert.equal(values[knob.begin], turnable.value);
    const tried = triedExperiment(/** @type {any} */ ({experiment, exercise: {knob}, position: 0}));
    assert.notDeepEqual(tried, experiment);
  }
  assert.deepEqual(changeOf('models.1.hidden_size', 8), {models: [{}, {hidden_size: 8}]});
  assert.deepEqual(
    readValues(
      describe.tasks.find((/** @type {any} */ one) => one.kind === 'adding').options[0],
      '4, 12 9999; 3.5, 50, 4',
    ),
    [4, 12, 50],
  );
});

test('every chapter makes an exercise that is checked, travels, and comes back', async () => {
  for (const entry of CHAPTERS) {
    const chapter = await entry.load();
    if (chapter.measures) continue;
    const draft = fromChapter(chapter);
    assert.deepEqual(lacks(draft), [], entry.id);
    const page = pageOf(draft);
    const {exercise, unknown} = checkExercise(JSON.parse(JSON.stringify(page.exercise)), page.experiment, describe);
    assert.deepEqual(unknown, [], entry.id);
    assert.deepEqual(JSON.parse(JSON.stringify(exercise)), JSON.parse(JSON.stringify(page.exercise)), entry.id);
    const edit = await encodeExercise(page, {edit: true});
    const hash = teacherHash(edit, {...draft, lang: 'es', height: 700, position: 1});
    assert.equal(whereOf(hash).room, 'make');
    assert.deepEqual(readTeacher(new URLSearchParams(hash.slice(1))), {
      lang: 'es',
      height: 700,
      from: entry.id,
      position: 1,
    });
    const back = await decodeExercise(hash, describe);
    assert.equal(back.error, '');
    assert.equal(back.exercise?.title, page.exercise.title);
  }
  assert.deepEqual(whereOf('#make'), {room: 'make'});
  assert.deepEqual(whereOf('#make=gates'), {room: 'make', id: 'gates'});
});

test('what was tried is told until another goal is set; what is empty is not packed', async () => {
  const draft = fromChapter(await chapterNamed('gates'));
  draft.exercise.tried = {reached: 19, tried: 20};
  const written = {...draft, exercise: {...draft.exercise, title: 'Other', hints: ['', 'Look at the gate.']}};
  assert.deepEqual(untried(draft, written).exercise.tried, {reached: 19, tried: 20});
  assert.deepEqual(pageOf(written).exercise.hints, ['Look at the gate.']);
  const [goal] = /** @type {any[]} */ (draft.exercise.goal);
  const other = {...draft, exercise: {...draft.exercise, goal: [{...goal, value: 0.5}]}};
  assert.equal(untried(draft, other).exercise.tried, undefined);
  const none = {...draft, exercise: {...draft.exercise, title: ' ', choices: [{text: 'One'}], goal: []}};
  assert.deepEqual(lacks(none), ['make.lacks_title', 'make.lacks_choice', 'make.lacks_goal']);
});

test('formatting goes round what is selected, which stays so', () => {
  assert.deepEqual(formattedAs({text: 'a word here', from: 2, to: 6}, 'strong'), {
    text: 'a **word** here',
    from: 4,
    to: 8,
  });
  assert.deepEqual(formattedAs({text: 'one\ntwo\nthree', from: 1, to: 5}, 'list').text, '- one\n- two\nthree');
});
