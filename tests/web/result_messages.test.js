// What a frame with an exercise and the page around it tell each other of what came of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {speakFor} from '../../web/embed/messages.js';
import {ResultVoice} from '../../web/embed/result_messages.js';
import {Taking} from '../../web/exercise/taking.js';
import {Race} from '../../web/runtime/race.js';
import {unpack} from '../../web/state/packed.js';
import {MADE_EXERCISE as page} from '../support/taken_exercise.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** A frame with an exercise. @param {import('node:test').TestContext} context @param {number} [begun] */
async function frame(context, begun = 5) {
  const taking = await Taking.open(page, null, () => begun);
  const race = new Race(fakeSurroundings(), page.experiment);
  context.after(() => race.close());
  /** @type {any[]} */
  const heard = [];
  /** @type {(message: any) => void} */
  let send = () => {};
  speakFor(race, /** @type {any} */ ({}), {
    post: (message) => heard.push(structuredClone(message)),
    listen: (receive) => (send = receive),
    now: () => 0,
    height: () => 100,
    chapter: true,
    results: (tell) => new ResultVoice(taking, tell),
  });
  const results = () => heard.filter(({type}) => type === 'unrolled:result').map(({data}) => data);
  return {
    ...{taking, heard, results, race},
    say: (/** @type {any} */ message) => send(message),
    bring: (/** @type {unknown} */ taken, id = 1) => send({type: 'unrolled:setState', v: 1, id, data: {taken}}),
    answer: (/** @type {number} */ id) =>
      until(() => heard.some((one) => one.id === id), 'it answered').then(() => heard.find((one) => one.id === id)),
    settled: () => new Promise((resolve) => setTimeout(resolve, 300)),
  };
}

test('nothing is told before anything was done; then whatever is another, once', async (context) => {
  const {taking, results, settled} = await frame(context);
  taking.call('');
  taking.predict(0);
  taking.forget(); // before anybody was told
  await settled();
  assert.deepEqual(results(), []);
  taking.predict(1);
  taking.answer(0, 1);
  taking.answer(0, 0);
  await settled();
  assert.equal(results().length, 1);
  const [{score, completed, state}] = results();
  assert.deepEqual([score, completed], [1 / 4, false]);
  assert.match(state, /^UT1-/);
  taking.spend(5);
  taking.hint();
  await settled();
  assert.equal(results().length, 2);
  assert.equal(results()[1].score, 1 / 4);
});

test('names and texts never leave the frame', async (context) => {
  const {taking, heard, results, settled} = await frame(context);
  taking.call('Grace Hopper');
  taking.answer(2, 'my own secret words');
  await settled();
  const state = await unpack(results()[0].state.slice(4, -9));
  for (const said of [JSON.stringify(heard), state]) assert.doesNotMatch(said, /Grace|secret/);
});

test('a state that is brought is there again, is answered and not told as news', async (context) => {
  const first = await frame(context);
  first.taking.predict(1);
  first.taking.answer(1, 97.4);
  first.taking.answer(2, 'text');
  await first.settled();
  const {state} = first.results()[0];
  const {taking, bring, answer, results, settled, race} = await frame(context, 9);
  bring(state, 7);
  const {type, data} = await answer(7);
  assert.equal(type, 'unrolled:state');
  assert.deepEqual(data.result, first.results()[0]);
  assert.deepEqual([taking.taken.prediction, taking.taken.answers], [1, [null, 97.4, '']]);
  await settled();
  assert.deepEqual(results(), []);
  assert.equal(race.state, 'idle'); // nothing trains by itself
  taking.hint();
  await settled();
  assert.equal(results().length, 1);
});

test('what is cut or foreign is refused in a sentence, and nothing is lost', async (context) => {
  const {taking, bring, answer, results, settled} = await frame(context);
  taking.predict(0);
  await settled();
  const before = taking.taken;
  let id = 1;
  for (const state of [results()[0].state.slice(0, -3), '', null, 7, {}, 'UT1-abc-00000000']) {
    bring(state, ++id);
    const {type, data} = await answer(id);
    assert.deepEqual([type, data.code, data.key], ['unrolled:error', 'message', 'taking.not_ours']);
    assert.match(data.message, /another exercise/);
    assert.equal(taking.taken, before);
  }
});

test('an experiment cannot be put in the place of an exercise', async (context) => {
  const {answer, race, say} = await frame(context);
  const before = race.experiment;
  say({type: 'unrolled:setState', v: 1, id: 3, data: {experiment: page.experiment}});
  assert.equal((await answer(3)).data.key, 'message.chapter');
  assert.equal(race.experiment, before);
});
