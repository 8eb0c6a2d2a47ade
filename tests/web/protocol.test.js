import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {answerRequests, Connection, lineTo, RuntimeError} from '../../web/runtime/protocol.js';

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

/** A puppet that answers pings, as long as nothing else is said. */
class Responsive extends Puppet {
  deaf = false;
  /** What its pongs say beside that all is well. */
  pong = {};

  /** @param {any} message */
  postMessage(message) {
    super.postMessage(message);
    if (message.type !== 'ping' || this.deaf) return;
    const {sent} = message.data;
    this.say({type: 'pong', data: {sent, arrived: sent, said: 0, longest: 0, ...this.pong}});
  }
}

/** A worker of which the browser does not tell when it ends. @template {Puppet} T @param {T} puppet */
function inSandbox(puppet) {
  puppet.lost = undefined;
  return puppet;
}

/** Milliseconds until a promise is rejected. @param {Promise<unknown>} promise @param {object} how */
async function rejectedAfter(promise, how) {
  const start = performance.now();
  await assert.rejects(promise, how);
  return performance.now() - start;
}

const SILENT = {code: 'worker_died', key: 'trouble.worker_silent'};
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

for (const [where, tells] of /** @type {const} */ ([
  ['the browser tells of a worker that ends', true],
  ['it does not', false],
]))
  test(`a worker that owes an answer and hangs is given up after a second where ${where}`, async () => {
    const puppet = tells ? new Puppet() : inSandbox(new Puppet());
    const ms = await rejectedAfter(new Connection(puppet).request('a'), SILENT);
    assert.ok(ms > 900 && ms < 3000, `${ms}`);
    assert.ok(puppet.terminated);
  });

test('a worker that answers pings may take as long as it likes', async () => {
  const puppet = inSandbox(new Responsive());
  const connection = new Connection(puppet);
  const pending = connection.request('a');
  await wait(1500);
  puppet.say({id: puppet.sent[0].id, n: 1, type: 'ok', data: 'at last'});
  assert.equal(await pending, 'at last');
  connection.close();
});

test('a worker whose steps are long may be silent for three of them, and before the first for three of the estimate', async () => {
  const [measured, estimated] = [inSandbox(new Responsive()), inSandbox(new Puppet())];
  measured.pong = {longest: 700};
  const connections = [measured, estimated].map((puppet) => new Connection(puppet));
  connections[1].step_ms = 700;
  const pending = connections.map((connection) => connection.request('a'));
  setTimeout(() => (measured.deaf = true), 450);
  for (const ms of await Promise.all(pending.map((one) => rejectedAfter(one, SILENT))))
    assert.ok(ms > 1900 && ms < 5000, `${ms}`);
});

test('what takes long by itself may, and a worker after one that was slow gets more time', async () => {
  const slow = new Connection(inSandbox(new Puppet())).request('floors', {}, {ms: 1600});
  const again = new Connection(inSandbox(new Puppet()), {patience: 2}).request('a');
  for (const ms of await Promise.all([slow, again].map((one) => rejectedAfter(one, SILENT))))
    assert.ok(ms > 1500 && ms < 4000, `${ms}`);
});

for (const [what, pong] of /** @type {[string, object][]} */ ([
  ['to it', {arrived: 0}],
  ['from it', {said: 1}],
]))
  test(`a message that is lost on the way ${what} ends a worker that is well, however slow it may be`, async () => {
    const puppet = inSandbox(new Responsive());
    puppet.pong = pong;
    const ms = await rejectedAfter(new Connection(puppet).request('floors', {}, {ms: 60_000}), SILENT);
    assert.ok(ms < 4000, `${ms}`);
  });

test('what comes late is heard in its turn, what comes twice once', async () => {
  const puppet = new Puppet();
  /** @type {any[]} */
  const events = [];
  const connection = new Connection(puppet, {onEvent: (type) => events.push(type)});
  for (const n of [2, 1, 1, 3, 5, 3, 4]) puppet.say({n, type: `event ${n}`, data: {}});
  await wait(50);
  assert.deepEqual(events, ['event 1', 'event 2', 'event 3', 'event 4', 'event 5']);
  connection.close();
});

test('what follows from an answer that was late is done before what came after it is heard', async () => {
  const puppet = new Puppet();
  /** @type {string[]} */
  const heard = [];
  const connection = new Connection(puppet, {onEvent: (type) => heard.push(type)});
  const asked = connection.request('a').then(async () => {
    for (let tick = 0; tick < 10; tick++) await null; // however deep the one who awaits it stands
    heard.push('answer');
  });
  puppet.say({n: 2, type: 'event', data: {}});
  puppet.say({n: 1, id: puppet.sent[0].id, type: 'ok', data: {}});
  await asked;
  await wait(50);
  assert.deepEqual(heard, ['answer', 'event']);
  connection.close();
});

test('after a sleep of the whole machine a worker gets the time it had before', async () => {
  const puppet = inSandbox(new Puppet());
  const connection = new Connection(puppet);
  const pending = connection.request('a');
  const end = performance.now() + 1500;
  while (performance.now() < end); // nothing runs here, as in a closed laptop
  await wait(300);
  puppet.say({id: puppet.sent[0].id, n: 1, type: 'ok', data: 'awake'});
  assert.equal(await pending, 'awake');
  connection.close();
});

test('a worker that owes nothing may be silent, and is not asked', async () => {
  const puppet = inSandbox(new Puppet());
  const connection = new Connection(puppet);
  const pending = connection.request('a');
  puppet.say({id: puppet.sent[0].id, n: 1, type: 'ok', data: 1});
  await pending;
  await wait(1500);
  assert.equal(connection.ended, false);
  assert.equal(puppet.sent.length, 1);
  connection.close();
});

test('a worker that trains by itself is asked as well', async () => {
  const puppet = inSandbox(new Puppet());
  const died = new Promise((_, reject) => {
    new Connection(puppet, {onDeath: reject}).busy = true;
  });
  assert.ok((await rejectedAfter(died, SILENT)) < 3000);
});

test('the other end of the line hears each message once and in order, and numbers what it says', async () => {
  /** @type {any[]} */
  const [heard, posted] = [[], []];
  const line = lineTo({
    post: (message) => posted.push(message),
    receive: ({id}) => void heard.push(id),
    longest: () => 7,
  });
  for (const id of [2, 1, 1, 4]) await line.hear({id, type: 'a'});
  line.post({type: 'progress'});
  await line.hear({type: 'ping', data: {sent: 4}});
  assert.deepEqual(heard, [1, 2]);
  assert.deepEqual(posted, [
    {type: 'progress', n: 1},
    {type: 'pong', data: {sent: 4, arrived: 2, said: 1, longest: 7}},
  ]);
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
