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
  noted,
  predicted,
  recalled,
  score,
  stageOf,
  turned,
} from '../../web/learn/beats.js';
import {chapter as attention} from '../../web/learn/attention/chapter.js';
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

test('the last beat has three parts; the first may begin with questions on earlier chapters', () => {
  assert.deepEqual(STAGES.map(beatOf), ['predict', 'predict', 'watch', 'why', 'change', 'try', 'try', 'try']);
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

test('questions on earlier chapters come first, can be skipped, and are not asked again once all were answered', () => {
  const first = begun(attention);
  assert.deepEqual([first.stage, next(first), stageOf(first, 'predict')], ['recall', 'predict', 'recall']);
  assert.equal(gone(first, 'predict').stage, 'recall', 'the button leads on, nothing else');
  const skipped = forth(first);
  assert.deepEqual([skipped.stage, score(attention, skipped)], ['predict', {asked: 0, right: 0}]);
  const [one, other] = attention.recall ?? [];
  assert.equal(begun(attention, {recalled: {[one.id]: true}}).stage, 'recall');
  assert.equal(begun(attention, {recalled: {[one.id]: true, [other.id]: false}}).stage, 'predict');
  assert.equal(begun(chapter).stage, 'predict');
});

test('what is said of earlier chapters stays, is counted, and is kept whatever else is said', () => {
  const said = recalled(recalled(recalled(begun(attention), 'gates', 'back'), 'half', 'sixtieth'), 'half', 'billionth');
  assert.deepEqual(said.recalled, {gates: 'back', half: 'sixtieth'});
  assert.deepEqual(score(attention, said), {asked: 2, right: 1});
  assert.deepEqual(noted(attention, said), {recalled: {gates: true, half: false}});
  assert.deepEqual(noted(attention, begun(attention)), {});
  const all = onward(predicted(forth(said), 'looks'), 4);
  assert.deepEqual(score(attention, answered(all, 'memory')), {asked: 4, right: 3});
});
