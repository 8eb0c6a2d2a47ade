// A chapter's course: what is open when, what stays said, what is counted.
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  BEATS,
  STAGES,
  UNSURE,
  answered,
  beatOf,
  begun,
  forth,
  gone,
  isOpen,
  isRight,
  next,
  predicted,
  score,
  stageOf,
  turned,
} from '../../web/learn/beats.js';
import {chapter} from '../../web/learn/forgets/chapter.js';

const start = begun(chapter);
/** @param {import('../../web/learn/beats.js').Story} story @param {number} times */
const onward = (story, times) => Array.from({length: times}).reduce(forth, story);

test('nothing is open before something was predicted, and no button leads on', () => {
  assert.equal(next(start), null);
  assert.equal(forth(start), start);
  for (const stage of STAGES.slice(1)) assert.equal(gone(start, stage).stage, 'predict', stage);
  assert.deepEqual(
    BEATS.map((beat) => stageOf(start, beat)),
    ['predict', null, null, null, null],
  );
});

test('a prediction opens the race, and is not taken back by another', () => {
  const said = predicted(start, 'rnn');
  assert.equal(said.stage, 'watch');
  assert.equal(said.predicted, 'rnn');
  const again = predicted(gone(said, 'predict'), 'gru');
  assert.equal(again.predicted, 'rnn');
  assert.equal(next(gone(said, 'predict')), 'watch');
});

test('each part leads to the next, none is the end of the way but the last', () => {
  let story = predicted(start, UNSURE);
  const seen = [story.stage];
  for (let i = 0; i < 20; i++) {
    if (story.stage === 'question') story = answered(story, 'speed');
    story = forth(story);
    if (story.stage !== seen.at(-1)) seen.push(story.stage);
  }
  assert.deepEqual(seen, ['watch', 'why', 'change', 'challenge', 'question', 'end']);
  assert.equal(next(story), null);
});

test('the last question waits for an answer, and takes one only once it is open', () => {
  const early = answered(predicted(start, 'rnn'), 'distance');
  assert.equal(early.answered, null);
  const asked = onward(predicted(start, 'rnn'), 4);
  assert.equal(asked.stage, 'question');
  assert.equal(next(asked), null);
  const said = answered(asked, 'distance');
  assert.equal(answered(said, 'speed').answered, 'distance');
  assert.equal(forth(said).stage, 'end');
});

test('what was done can be gone back to, and the way forward stays open', () => {
  const there = onward(predicted(start, 'rnn'), 3);
  assert.equal(there.stage, 'challenge');
  const back = gone(there, 'watch');
  assert.equal(back.stage, 'watch');
  assert.ok(isOpen(back, 'challenge'));
  assert.ok(!isOpen(back, 'question'));
  assert.equal(stageOf(back, 'try'), 'challenge');
  assert.equal(forth(back).furthest, 'challenge');
});

test('the last beat has three parts, the others one', () => {
  assert.deepEqual(STAGES.map(beatOf), ['predict', 'watch', 'why', 'change', 'try', 'try', 'try']);
});

test('the knob remembers where it was', () => {
  const moved = turned(start, 0);
  assert.deepEqual([moved.position, moved.before], [0, chapter.knob.begin]);
  assert.deepEqual(turned(moved, 0), moved);
});

test('not sure is neither right nor wrong', () => {
  assert.equal(isRight(chapter.choices, UNSURE), null);
  assert.equal(isRight(chapter.choices, 'gru'), true);
  assert.equal(isRight(chapter.choices, 'rnn'), false);
  assert.equal(isRight(chapter.choices, 'nobody'), false);
});

test('a prediction counts when its beat is over, and not before', () => {
  const said = predicted(start, 'gru');
  assert.deepEqual(score(chapter, said), {asked: 0, right: 0});
  assert.deepEqual(score(chapter, forth(said)), {asked: 1, right: 1});
  assert.deepEqual(score(chapter, forth(predicted(start, UNSURE))), {asked: 1, right: 0});
  const all = answered(onward(said, 4), 'distance');
  assert.deepEqual(score(chapter, all), {asked: 2, right: 2});
});
