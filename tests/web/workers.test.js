import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mayCompile, requireWebAssembly} from '../../web/runtime/probe.js';
import {workerStarter} from '../../web/runtime/workers.js';

/** A worker that says hello, or reports that it was blocked. @param {boolean} allowed */
function worker(allowed) {
  const made = {
    terminated: false,
    onmessage: (/** @type {any} */ _event) => {},
    onerror: (/** @type {any} */ _event) => {},
    terminate: () => {
      made.terminated = true;
    },
  };
  setTimeout(() =>
    allowed ? made.onmessage({data: {type: 'hello', data: {lock: ''}}}) : made.onerror({preventDefault() {}}),
  );
  return /** @type {any} */ (made);
}

test('where blobs are forbidden the worker file is taken, and taken first from then on', async () => {
  /** @type {string[]} */
  const tried = [];
  const start = workerStarter([() => (tried.push('blob'), worker(false)), () => (tried.push('file'), worker(true))]);
  await start();
  await start();
  assert.deepEqual(tried, ['blob', 'file', 'file']);
});

test('where no worker is allowed one sentence says so', async () => {
  const start = workerStarter([
    () => {
      throw new DOMException('blocked', 'SecurityError');
    },
    () => worker(false),
  ]);
  await assert.rejects(start, {code: 'no_worker', key: 'trouble.no_worker'});
});

test('where the page’s policy wants the address of a worker from a policy that it does not allow, it says which', async () => {
  const start = workerStarter([
    () => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    },
  ]);
  await assert.rejects(start, {code: 'no_worker', key: 'trouble.no_trusted_types'});
});

test('each lack of WebAssembly has its own sentence', (context) => {
  requireWebAssembly('strict');
  assert.equal(mayCompile(), true);
  const {WebAssembly: real} = globalThis;
  context.after(() => {
    globalThis.WebAssembly = real;
  });
  const without = (/** @type {any} */ replacement, /** @type {'strict' | 'fast'} */ tier = 'strict') => {
    globalThis.WebAssembly = replacement;
    return () => requireWebAssembly(tier);
  };
  assert.throws(without(undefined), {code: 'no_wasm', key: 'trouble.no_wasm'});
  assert.throws(without({validate: () => false}), {code: 'no_simd', key: 'trouble.no_simd'});
  const strictOnly = {validate: (/** @type {any} */ bytes) => real.validate(bytes) && bytes.length < 30};
  without(strictOnly)();
  assert.throws(without(strictOnly, 'fast'), {code: 'no_relaxed_simd', where: 'train.tier'});
  globalThis.WebAssembly = /** @type {any} */ ({Module: class { constructor() { throw new Error('CSP'); } }}); // prettier-ignore
  assert.equal(mayCompile(), false);
});
