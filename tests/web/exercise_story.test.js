// An exercise as a lesson: which stages it has, what each says, and how one comes through them.
import assert from 'node:assert/strict';
import test from 'node:test';
import {chapterOf} from '../../web/exercise/chapter_of.js';
import {begun, forth, gone, next, noted, predicted, answered, score, stageOf, started, BEATS} from '../../web/learn/beats.js'; // prettier-ignore
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';

const lessonOf = (/** @type {object} */ changes = {}) =>
  chapterOf({experiment: EXPERIMENT, view: {metric: 'accuracy'}, exercise: {...EXERCISE, ...changes}});
const BARE = {choices: [], why: undefined, knob: undefined, asks: undefined};

test('a whole exercise has all stages but what only chapters have', () => {
  const {stages, words, choices, range, challenge} = lessonOf();
  assert.deepEqual(stages, ['predict', 'watch', 'why', 'change', 'challenge', 'question', 'end']);
  assert.deepEqual(
    [choices, range],
    [
      [{id: '1'}, {id: '2', right: true}, {id: '3'}],
      [0, 1],
    ],
  );
  assert.deepEqual(challenge.goal, EXERCISE.goal);
  assert.equal(words?.choice_2, 'The GRU');
  assert.equal(words?.reply_2, 'So it is.');
  assert.equal(words?.knob_1, 'short');
  assert.ok(!('reply_3' in (words ?? {})));
});

test('stages that it has nothing for are skipped, and no beat stands for them', () => {
  const lesson = lessonOf(BARE);
  assert.deepEqual(lesson.stages, ['predict', 'watch', 'challenge', 'end']);
  let story = begun(lesson);
  assert.deepEqual([next(story), story.position], [null, 0]);
  story = started(story);
  const seen = [story.stage];
  for (let i = 0; i < 9; i++) {
    story = forth(story);
    if (story.stage !== seen.at(-1)) seen.push(story.stage);
  }
  assert.deepEqual(seen, ['watch', 'challenge', 'end']);
  assert.deepEqual(BEATS.map((beat) => stageOf(story, beat)), ['predict', 'watch', null, null, 'end']); // prettier-ignore
  assert.equal(gone(story, 'why'), story);
  assert.equal(next(gone(story, 'predict')), 'watch', 'once begun the button leads on');
});

test('a reply, or a right choice, is reason enough to say why', () => {
  const choices = [{text: 'a'}, {text: 'b'}];
  assert.ok(!lessonOf({...BARE, choices}).stages?.includes('why'));
  assert.ok(lessonOf({...BARE, choices: [{text: 'a', reply: 'No.'}, {text: 'b'}]}).stages?.includes('why'));
  assert.ok(lessonOf({...BARE, choices: [{text: 'a', right: true}, {text: 'b'}]}).stages?.includes('why'));
  assert.ok(lessonOf({...BARE, why: {text: 'So.'}}).stages?.includes('why'));
});

test('what is asked at the end waits for its answers', () => {
  let story = predicted(begun(lessonOf()), '2');
  for (let i = 0; i < 4; i++) story = forth(story);
  assert.deepEqual([story.stage, next(story)], ['question', null]);
  story = answered(story, 'all');
  assert.equal(next(story), 'end');
  assert.deepEqual(score(lessonOf(), story), {asked: 1, right: 1});
  assert.deepEqual(noted(lessonOf(), story), {predicted: '2', right: true});
});

test('a find is no goal of the race', () => {
  const find = {find: 'head', model: 0, score: 'previous_token', at_least: 0.5};
  assert.deepEqual(lessonOf({goal: [find, ...EXERCISE.goal]}).challenge.goal, EXERCISE.goal);
});
