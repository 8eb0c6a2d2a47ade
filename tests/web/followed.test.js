// What is followed of a model is measured again while it trains, with a small share of its worker's time, and no longer than
// somebody looks.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Followed, MEASURE_SHARE} from '../../web/runtime/followed.js';
import {RuntimeError} from '../../web/runtime/protocol.js';

/** A run whose measures take `ms` each, and a clock that only they and waiting move. */
class FakeRun extends EventTarget {
  model = /** @type {any} */ ({kind: 'gru'});
  step = 0;
  state = /** @type {any} */ ('training');
  other = null;
  adopted = null;
  looked = false;
  time = 0;
  busy = 0;
  /** @type {string[]} */
  asked = [];
  /** @type {{at: number, callback: () => void}[]} */
  timers = [];
  /** @type {Error | null} */
  fault = null;

  constructor(ms = 10) {
    super();
    this.ms = ms;
  }

  surround = {
    now: () => this.time,
    later: (/** @type {() => void} */ callback, /** @type {number} */ ms) =>
      void this.timers.push({at: this.time + ms, callback}),
  };

  async measure(/** @type {string} */ kind) {
    this.asked.push(kind);
    const {step, ms} = this;
    this.time += ms;
    this.busy += ms;
    if (this.fault) throw this.fault;
    return /** @type {any} */ ({measure: kind, step, ms, arrays: [], numbers: {}});
  }

  /** Trains so long, and tells of it. @param {number} ms @param {number} steps */
  async train(ms, steps) {
    this.time += ms;
    this.step += steps;
    const due = this.timers.filter(({at}) => at <= this.time);
    this.timers = this.timers.filter(({at}) => at > this.time);
    for (const {callback} of due) callback();
    this.dispatchEvent(new Event('progress'));
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a measure is taken again and again, each with its step, in a twentieth of the time', async () => {
  const run = new FakeRun();
  /** @type {number[]} */
  const steps = [];
  new Followed(run, run.surround).follow('reach', {}, ({found}) => steps.push(found?.step ?? NaN));
  await settled();
  assert.deepEqual(steps, [0]);
  for (let i = 0; i < 200; i++) await run.train(10, 1);
  assert.ok(run.busy / run.time <= 1.1 * MEASURE_SHARE, `${run.busy} of ${run.time} ms`);
  assert.ok(run.busy / run.time >= 0.7 * MEASURE_SHARE, `${run.busy} of ${run.time} ms`);
  assert.deepEqual(steps, [...new Set(steps)]);
  assert.ok(steps.length >= 8, String(steps));
});

test('what trains no longer is measured as it is in the end, at once: a long measure before it does not put that off', async () => {
  const run = new FakeRun(2000);
  /** @type {number[]} */
  const steps = [];
  new Followed(run, run.surround).follow('reach', {}, ({found}) => steps.push(found?.step ?? NaN));
  await settled();
  await run.train(100, 50);
  assert.deepEqual(steps, [0]); // its worker has other things to do
  run.state = 'done';
  run.dispatchEvent(new Event('change'));
  await settled();
  assert.deepEqual(steps, [0, 50]);
  await run.train(60_000, 0);
  assert.deepEqual(run.asked, ['reach', 'reach']);
});

test('where somebody looks inside as well, measures leave half of their share to that', async () => {
  const run = Object.assign(new FakeRun(), {looked: true});
  new Followed(run, run.surround).follow('reach', {}, () => {});
  await settled();
  for (let i = 0; i < 400; i++) await run.train(10, 1);
  assert.ok(run.busy / run.time <= 0.55 * MEASURE_SHARE, `${run.busy} of ${run.time} ms`);
  assert.ok(run.busy / run.time >= 0.35 * MEASURE_SHARE, `${run.busy} of ${run.time} ms`);
});

test('several measures share that time by turns', async () => {
  const run = new FakeRun();
  const followed = new Followed(run, run.surround);
  for (const kind of ['reach', 'heads', 'lengths']) followed.follow(kind, {}, () => {});
  await settled();
  for (let i = 0; i < 300; i++) await run.train(10, 1);
  const count = (/** @type {string} */ kind) => run.asked.filter((asked) => asked === kind).length;
  const counts = ['reach', 'heads', 'lengths'].map(count);
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 1 && counts[0] > 3, String(counts));
  assert.ok(run.busy / run.time <= 1.1 * MEASURE_SHARE);
});

test('weights that were measured are not measured again, and who comes later is told at once', async () => {
  const run = new FakeRun();
  const followed = new Followed(run, run.surround);
  let told = 0;
  followed.follow('reach', {}, () => told++);
  await settled();
  for (let i = 0; i < 20; i++) await run.train(100, 0);
  assert.deepEqual([run.asked.length, told], [1, 1]);
  followed.follow('reach', {}, () => told++);
  assert.deepEqual([run.asked.length, told], [1, 2]);
  run.model = {kind: 'lstm'}; // another took its place, at step 0 as well
  await run.train(1000, 0);
  assert.deepEqual([run.asked.length, told], [2, 4]);
});

test('what nobody follows any more costs nothing', async () => {
  const run = new FakeRun();
  const followed = new Followed(run, run.surround);
  const stops = [followed.follow('reach', {}, () => {}), followed.follow('reach', {}, () => {})];
  await settled();
  stops[0]();
  await run.train(1000, 1);
  assert.equal(run.asked.length, 2);
  stops[1]();
  for (let i = 0; i < 20; i++) await run.train(1000, 1);
  assert.equal(run.asked.length, 2);
});

test('a refusal is told and not asked for again; a worker that died is', async () => {
  const run = new FakeRun();
  /** @type {(string | undefined)[]} */
  const told = [];
  run.fault = new RuntimeError('invalid_config', 'measure.none');
  const followed = new Followed(run, run.surround);
  followed.follow('heads', {}, ({failure}) => told.push(failure?.key));
  await settled();
  await run.train(2000, 0);
  assert.deepEqual(told, ['measure.none']);
  assert.equal(run.asked.length, 1);
  run.fault = new RuntimeError('worker_died', 'trouble.worker');
  await run.train(2000, 1);
  assert.deepEqual(told, ['measure.none']);
  run.fault = null;
  await run.train(2000, 1);
  assert.deepEqual(told, ['measure.none', undefined]);
});
