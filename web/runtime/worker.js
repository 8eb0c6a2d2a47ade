// The worker's entry: a classic script with the engine inside, so that it starts from a blob in a sandboxed frame.
import {createEngine} from '../../wasm_bindings/engine.js';
import {createHost} from './host.js';

/** Calls back after the messages that are waiting. Unlike a timer it is not slowed down in a hidden tab. */
function createDefer() {
  const {port1, port2} = new MessageChannel();
  /** @type {(() => void)[]} */
  const queue = [];
  port1.onmessage = () => queue.shift()?.();
  return (/** @type {() => void} */ callback) => {
    queue.push(callback);
    port2.postMessage(0);
  };
}

const receive = createHost({
  createEngine,
  post: (message, transfer = []) => self.postMessage(message, {transfer}),
  now: () => performance.now(),
  defer: createDefer(),
  later: (callback, ms) => setTimeout(callback, ms),
});

self.onmessage = (event) => receive(event.data);

/** Says that the worker is there, and which lock it holds for as long as it lives: how the page learns of its death. */
function hello(/** @type {string} */ lock) {
  self.postMessage({type: 'hello', data: {lock}});
  return new Promise(() => {});
}

const lock = `unrolled worker ${performance.timeOrigin} ${Math.random()}`;
// Frames without an origin have no locks.
Promise.resolve(self.navigator.locks?.request(lock, () => hello(lock)) ?? hello('')).catch(() => hello(''));
