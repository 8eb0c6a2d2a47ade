import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {answerRequests, Connection, RuntimeError} from '../../web/runtime/protocol.js';

// A connection keeps no Node process alive; these tests wait for things that come by themselves.
const alive = setInterval(() => {}, 1000);
after(() => clearInterval(alive));

/** A worker that answers only when told to. */
class Puppet {
  /** @type {any[]} */
  sent = [];
  /** @type {((event: {data: any}) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  terminated = false;
  lose = () => {};
  /** @type {Promise<void> | undefined} */
  lost = new Promise((resolve) => (this.lose = resolve));

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.terminated = true;
    this.lose();
  }

  /** @param {any} data */
  say(data) {
    this.onmessage?.({data});
  }
}

test('each answer finds its request, in whatever order they come', async () => {
  const puppet = new Puppet();
  const connection = new Connection(puppet);
  const first = connection.request('a');
  const second = connection.request('b', {x: 1});
  assert.deepEqual(
    puppet.sent.map(({type, data}) => [type, data]),
    [
      ['a', {}],
      ['b', {x: 1}],
    ],
  );
  puppet.say({id: puppet.sent[1].id, type: 'ok', data: 'B'});
  puppet.say({
    id: puppet.sent[0].id,
    type: 'error',
    data: {code: 'invalid', key: 'a.b', values: {x: 1}, message: 'No.', where: 'train.lr'},
  });
  assert.equal(await second, 'B');
  await assert.rejects(first, {code: 'invalid', key: 'a.b', values: {x: 1}, message: 'No.', where: 'train.lr'});
  connection.close();
});

test('an answer that nobody waits for is dropped', async () => {
  const puppet = new Puppet();
  const connection = new Connection(puppet);
  const asked = connection.request('a');
  const {id} = puppet.sent[0];
  puppet.say({id, type: 'ok', data: 1});
  puppet.say({id, type: 'ok', data: 2});
  puppet.say({id: 999, type: 'error', data: {code: 'x', message: 'x'}});
  assert.equal(await asked, 1);
  connection.close();
});

for (const [how, kill] of /** @type {[string, (puppet: Puppet) => void][]} */ ([
  ['ends without a word', (puppet) => puppet.lose()],
  ['reports an error', (puppet) => puppet.onerror?.({message: 'out of cheese'})],
]))
  test(`every pending request rejects within a second when the worker ${how}`, async () => {
    const puppet = new Puppet();
    /** @type {RuntimeError[]} */
    const deaths = [];
    const connection = new Connection(puppet, {onDeath: (error) => deaths.push(error)});
    const pending = [connection.request('a'), connection.request('b')];
    const start = performance.now();
    kill(puppet);
    for (const one of pending) await assert.rejects(one, {code: 'worker_died'});
    assert.ok(performance.now() - start < 1000);
    await assert.rejects(connection.request('c'), {code: 'worker_died'}, 'a later request fails at once');
    assert.equal(deaths.length, 1);
    assert.ok(puppet.terminated);
  });

test('a silent worker that owes an answer is given up where nothing tells', async () => {
  const puppet = new Puppet();
  puppet.lost = undefined;
  const connection = new Connection(puppet, {silence_ms: 30});
  await assert.rejects(connection.request('a'), {code: 'worker_died', key: 'trouble.worker_silent'});
});

test('a worker whose end would be told may be silent for as long as it computes', async () => {
  const puppet = new Puppet();
  const connection = new Connection(puppet, {silence_ms: 20});
  const pending = connection.request('a');
  await new Promise((resolve) => setTimeout(resolve, 100));
  puppet.say({id: puppet.sent[0].id, type: 'ok', data: 'at last'});
  assert.equal(await pending, 'at last');
  connection.close();
});

test('after a sleep of the whole machine a worker gets the time it had before', async () => {
  const puppet = new Puppet();
  puppet.lost = undefined;
  const connection = new Connection(puppet, {silence_ms: 40});
  const pending = connection.request('a');
  const end = performance.now() + 150;
  while (performance.now() < end); // nothing runs here, as in a closed laptop
  await new Promise((resolve) => setTimeout(resolve, 5));
  puppet.say({id: puppet.sent[0].id, type: 'ok', data: 'awake'});
  assert.equal(await pending, 'awake');
  connection.close();
});

test('a worker that owes nothing may be silent', async () => {
  const puppet = new Puppet();
  puppet.lost = undefined;
  const connection = new Connection(puppet, {silence_ms: 20});
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(connection.ended, false);
  connection.close();
});

test('closing on purpose rejects what is pending and is no death', async () => {
  const puppet = new Puppet();
  let died = false;
  const connection = new Connection(puppet, {onDeath: () => (died = true)});
  const pending = connection.request('a');
  connection.close();
  await assert.rejects(pending, {code: 'closed'});
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(died, false);
});

test('events arrive as events, and none after the end', () => {
  const puppet = new Puppet();
  /** @type {any[]} */
  const events = [];
  const connection = new Connection(puppet, {onEvent: (type, data) => events.push([type, data])});
  puppet.say({type: 'progress', data: 1});
  connection.close();
  puppet.say({type: 'progress', data: 2});
  assert.deepEqual(events, [['progress', 1]]);
});

test('the other end answers what its handlers return or throw, and nothing it does not know', async () => {
  /** @type {any[]} */
  const posted = [];
  const answer = answerRequests(
    {
      twice: ({x}) => 2 * x,
      fail: () => {
        throw new RuntimeError('invalid', 'a.b', {where: 'models[0]', values: {x: 1}});
      },
    },
    (message) => posted.push(message),
  );
  await answer({id: 1, type: 'twice', data: {x: 21}});
  await answer({id: 2, type: 'fail', data: {}});
  await answer({id: 3, type: 'constructor', data: {}});
  assert.deepEqual(posted.slice(0, 2), [
    {id: 1, type: 'ok', data: 42},
    {id: 2, type: 'error', data: {code: 'invalid', key: 'a.b', values: {x: 1}, where: 'models[0]', message: 'a.b'}},
  ]);
  assert.equal(posted[2].type, 'error');
});
