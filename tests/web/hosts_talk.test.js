// What a frame and the pages around it tell each other by SPLICE, by jschannel, and by the frame's own messages.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {followFrame, resultIn} from '../../web/hosts/framed.js';
import {functionsOf, safeState, speakJsinput, stateOf} from '../../web/hosts/jsinput.js';
import {speakSplice} from '../../web/hosts/splice.js';

/** A frame's side of SPLICE, and what was posted. */
function frame() {
  const posted = /** @type {any[]} */ ([]);
  const restored = /** @type {string[]} */ ([]);
  let receive = (/** @type {any} */ _) => {};
  const splice = speakSplice({
    post: (message) => posted.push(message),
    listen: (hear) => (receive = hear),
    restore: (taken) => restored.push(taken),
    name: 'me',
  });
  const reports = () => posted.filter(({subject}) => subject === 'SPLICE.reportScoreAndState');
  return {splice, posted, restored, reports, say: (/** @type {any} */ message) => receive(message)};
}
const answer = (/** @type {any} */ state, more = {}) => ({
  subject: 'SPLICE.getState.response',
  message_id: 'me',
  state,
  ...more,
});
const done = (/** @type {number | null} */ score, state = 's', completed = false) => ({score, state, completed});

test('SPLICE: the state is asked for at once; nobody answers, and the scores go out all the same', () => {
  const {splice, posted, reports} = frame();
  assert.deepEqual(posted, [{subject: 'SPLICE.getState', message_id: 'me'}]);
  splice.result(done(0.5, 'half'));
  assert.deepEqual(reports(), [{subject: 'SPLICE.reportScoreAndState', score: 0.5, state: {unrolled: 'half'}}]);
});

test('SPLICE: before anything was done there is no score, nor for what the host has already', () => {
  const {splice, say, restored, reports} = frame();
  splice.result(done(null, ''));
  assert.deepEqual(reports(), []);
  say(answer({unrolled: 'half'}));
  assert.deepEqual(restored, ['half']);
  splice.result(done(0.5, 'half')); // the frame says what it was restored to
  assert.deepEqual(reports(), []);
  splice.result(done(0.5, 'half'));
  splice.result(done(1, 'whole', true));
  splice.result(done(1, 'whole', true));
  assert.deepEqual(reports().map(({score}) => score), [1]); // prettier-ignore
});

test('SPLICE: the end is an event, once', () => {
  const {splice, posted} = frame();
  splice.result(done(1, 'a', true));
  splice.result(done(1, 'b', true));
  assert.deepEqual(posted.filter(({subject}) => subject === 'SPLICE.sendEvent'), [{subject: 'SPLICE.sendEvent', name: 'completed', data: {score: 1}}]); // prettier-ignore
});

test('SPLICE: states come back as objects or as JSON, under any of the names that hosts use; others are left alone', () => {
  for (const [message, expected] of /** @type {[any, string[]][]} */ ([
    [answer('{"unrolled":"json"}'), ['json']],
    [{subject: 'SPLICE.getState.response', messageId: 'me', state: {unrolled: 'old'}}, ['old']],
    [{subject: 'SPLICE.getState.response', state: {unrolled: 'nameless'}}, ['nameless']],
    [answer({unrolled: 'mine'}, {message_id: 'another'}), []],
    [answer(null), []],
    [answer('{'), []],
    [answer({unrolled: 7}), []],
    [answer(undefined, {error: {code: 'timeout'}}), []],
    [null, []],
    ['text', []],
  ])) {
    const {say, restored} = frame();
    say(message);
    assert.deepEqual(restored, expected, JSON.stringify(message));
  }
});

test('SPLICE: what comes after the reader has begun does not take his work away; asked to flush, the frame says it again', () => {
  const {splice, say, restored, posted, reports} = frame();
  splice.result(done(0.5, 'mine'));
  say(answer({unrolled: 'late'}));
  assert.deepEqual(restored, []);
  say({subject: 'SPLICE.flushState', message_id: 'f'});
  assert.deepEqual(reports().map(({state}) => state.unrolled), ['mine', 'mine']); // prettier-ignore
  assert.deepEqual(posted.at(-1), {subject: 'SPLICE.flushState.response', message_id: 'f', success: true});
});

/** A page with a frame in it, without a browser. */
function page() {
  /** @type {any[]} */
  const sent = [];
  const inside = {postMessage: (/** @type {any} */ message) => sent.push(message)};
  const listeners = new Set(/** @type {((event: any) => void)[]} */ ([]));
  const view = /** @type {any} */ ({
    addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => listeners.add(hear),
    removeEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => listeners.delete(hear),
  });
  const say = (/** @type {string} */ type, /** @type {any} */ data, /** @type {any} */ source = inside) =>
    listeners.forEach((hear) => hear({source, data: {type: `unrolled:${type}`, data}}));
  return {frame: /** @type {any} */ ({contentWindow: inside}), view, say, sent, listeners};
}

test('a page around a frame hears results of that frame alone, and hands back what was done once the frame is there', () => {
  const {frame, view, say, sent, listeners} = page();
  const heard = /** @type {any[]} */ ([]);
  const framed = followFrame(frame, {view, result: (one) => heard.push(one)});
  framed.restore('before');
  assert.equal(sent.length, 0);
  assert.equal(framed.state, 'before');
  say('ready', {});
  assert.deepEqual(sent.map(({data}) => data), [{taken: 'before'}]); // prettier-ignore
  say('state', {result: done(0.25, 'before')}); // which is how it says that it goes on there
  assert.equal(framed.last?.score, 0.25);
  say('result', done(1), {});
  assert.equal(heard.length, 0);
  say('result', done(0.5, 'now'));
  say('ready', {}); // it was loaded anew
  assert.deepEqual(sent.slice(-1)[0].data, {taken: 'now'});
  assert.deepEqual(framed.last, done(0.5, 'now'));
  framed.close();
  assert.equal(listeners.size, 0);
});

test('what is no result is none', () => {
  assert.deepEqual(resultIn({score: 7, completed: 1, state: 'a'}), {score: 1, completed: false, state: 'a'});
  for (const odd of [
    null,
    'a',
    {},
    {score: 'a', state: ''},
    {score: NaN, state: ''},
    {score: 1},
    {score: 1, state: 'x'.repeat(64_001)},
  ])
    // prettier-ignore
    assert.equal(resultIn(odd), null);
});

test('jsinput: a ping at once, pongs for pings, and the three answers under their numbers', () => {
  const posted = /** @type {any[]} */ ([]);
  const framed = {
    last: /** @type {any} */ (null),
    state: '',
    restore: (/** @type {string} */ taken) => void (framed.state = taken),
  };
  const hear = speakJsinput(functionsOf(framed), (text) => posted.push(JSON.parse(text)));
  assert.deepEqual(posted.splice(0), [{method: 'JSInput::__ready', params: 'ping'}]);
  for (const noise of ['', '{', 'null', 7, {method: 'JSInput::getGrade', id: 1}, '{"method":"other::getGrade","id":1}', '{"id":3,"result":1}']) hear(noise); // prettier-ignore
  assert.deepEqual(posted, []);
  hear('{"method":"JSInput::__ready","params":"ping"}');
  hear('{"method":"JSInput::__ready","params":"pong"}');
  assert.deepEqual(posted.splice(0), [{method: 'JSInput::__ready', params: 'pong'}]);
  hear('{"id":5,"method":"JSInput::getGrade","params":""}');
  assert.deepEqual(posted.splice(0), [{id: 5, result: '{"score":null,"completed":false}'}]);
  hear('{"id":6,"method":"JSInput::setState","params":"UT1-abc"}');
  hear('{"id":7,"method":"JSInput::getState","params":""}');
  hear('{"id":8,"method":"JSInput::constructor","params":""}');
  assert.deepEqual(posted.map(({id, result, error}) => [id, result ?? error]), [[6, true], [7, 'UT1-abc'], [8, 'unknown']]); // prettier-ignore
});

test('jsinput: a state comes back whole though the platform decodes it once more', () => {
  for (const state of ['', 'UT1-a_b.c~d', 'a%20b', '100%', 'ä + /=?', 'b64.x'])
    assert.equal(stateOf(decodeURI(unescape(safeState(state)))), state);
  for (const odd of [null, undefined, 7, 'a b', 'b64.%']) assert.equal(stateOf(odd), '');
});
