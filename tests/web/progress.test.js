// What is kept of the chapters on this device, whatever else stands there, and where nothing may be kept.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Progress} from '../../web/learn/progress.js';

/** @param {string | null} [text] what lies there */
function shelf(text = null) {
  return {
    text,
    getItem() {
      return this.text;
    },
    /** @param {string} _ @param {string} written */
    setItem(_, written) {
      this.text = written;
    },
  };
}

test('what was said is there on the next visit', () => {
  const kept = shelf();
  const progress = new Progress(kept);
  assert.deepEqual(progress.of('forgets'), {});
  progress.note('forgets', {predicted: 'rnn'});
  progress.note('forgets', {predicted: 'rnn', right: false});
  assert.deepEqual(new Progress(kept).of('forgets'), {predicted: 'rnn', right: false});
});

test('what was said first counts', () => {
  const progress = new Progress(shelf());
  progress.note('forgets', {predicted: 'rnn', right: false});
  progress.note('forgets', {predicted: 'gru', right: true, answered: 'distance', answered_right: true});
  assert.deepEqual(progress.of('forgets'), {
    predicted: 'rnn',
    right: false,
    answered: 'distance',
    answered_right: true,
  });
});

test('questions are counted over chapters, and not sure is one that was not right', () => {
  const progress = new Progress(shelf());
  progress.note('forgets', {predicted: 'gru', right: true, answered: 'speed', answered_right: false});
  progress.note('why', {predicted: 'unsure', right: null});
  progress.note('attention', {predicted: 'dates'});
  assert.deepEqual(progress.score(['forgets', 'why', 'attention', 'transformer']), {asked: 3, right: 1});
});

test('questions on earlier chapters are kept one by one, the first answer to each, and counted', () => {
  const kept = shelf();
  const progress = new Progress(kept);
  progress.note('attention', {recalled: {gates: true}});
  progress.note('attention', {recalled: {gates: false, half: false}, predicted: 'looks', right: true});
  assert.deepEqual(new Progress(kept).of('attention').recalled, {gates: true, half: false});
  assert.deepEqual(progress.score(['attention']), {asked: 3, right: 2});
  for (const recalled of [['gates'], {gates: 'yes'}, {'': true}, 3])
    assert.deepEqual(new Progress(shelf(JSON.stringify({chapters: {attention: {recalled}}}))).of('attention'), {});
});

test('whoever shows it hears of it', () => {
  const progress = new Progress(shelf());
  let heard = 0;
  progress.addEventListener('change', () => heard++);
  progress.note('forgets', {finished: true});
  assert.equal(heard, 1);
});

test('junk is as if nothing were there, and parts of it that are good stay', () => {
  const bad = [
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{"chapters":[]}',
    '{"chapters":{"forgets":3}}',
    '{"chapters":{"":{"right":true}}}',
    '{"chapters":{"forgets":{"predicted":7,"right":"yes","finished":1,"answered":""}}}',
    `{"chapters":{"forgets":{"predicted":"${'x'.repeat(1000)}"}}}`,
  ];
  for (const text of bad) assert.deepEqual(new Progress(shelf(text)).of('forgets'), {}, text);
  const half = new Progress(
    shelf('{"chapters":{"forgets":{"predicted":"rnn","right":"no","evil":"<b>"},"__proto__":{"right":true}}}'),
  );
  assert.deepEqual(half.of('forgets'), {predicted: 'rnn'});
  assert.deepEqual(half.of('toString'), {});
});

test('two tabs write beside each other', () => {
  const kept = shelf();
  const [one, other] = [new Progress(kept), new Progress(kept)];
  one.note('forgets', {predicted: 'rnn'});
  other.note('why', {predicted: 'noise'});
  assert.deepEqual(new Progress(kept).of('forgets'), {predicted: 'rnn'});
  assert.deepEqual(other.of('forgets'), {predicted: 'rnn'});
});

test('another tab is heard while somebody listens', () => {
  const kept = shelf();
  const progress = new Progress(kept);
  const page = new EventTarget();
  const listening = new AbortController();
  progress.follow(/** @type {any} */ (page), listening.signal);
  new Progress(kept).note('why', {predicted: 'noise'});
  page.dispatchEvent(Object.assign(new Event('storage'), {key: 'unrolled.chapters'}));
  assert.deepEqual(progress.of('why'), {predicted: 'noise'});
});

test('a frame that may keep nothing still knows what was said in it', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const none of [null, {getItem: refuse, setItem: refuse}, {...shelf(), setItem: refuse}]) {
    const progress = new Progress(none);
    progress.note('forgets', {predicted: 'gru', right: true});
    progress.note('why', {predicted: 'noise'});
    assert.equal(progress.of('forgets').right, true);
    assert.deepEqual(progress.score(['forgets', 'why']), {asked: 1, right: 1});
  }
});
