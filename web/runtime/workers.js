// Starting a worker where that is possible at all: from a blob, which sandboxed frames need, or from a file of this
// site, which strict policies need.
import {RuntimeError} from './protocol.js';

/** How long a worker may take to say hello; a slow machine with a cold cache stays far below. */
const HELLO_MS = 15_000;

/**
 * @param {(() => Worker)[]} ways to make a worker, tried in order; the one that worked is tried first next time
 * @returns {() => Promise<import('./types').WorkerLike>} resolves with a worker that has said hello; rejects with a
 *     RuntimeError with code "no_worker"
 */
export function workerStarter(ways) {
  let order = ways;
  return async () => {
    let key = 'trouble.no_worker';
    for (const way of order) {
      try {
        const worker = await greeted(way());
        order = [way, ...ways.filter((other) => other !== way)];
        return worker;
      } catch (error) {
        // Forbidden here, whether by an exception or by an error event: the next way may be allowed.
        if (error instanceof TypeError) key = 'trouble.no_trusted_types'; // only they do not like the address itself
      }
    }
    throw new RuntimeError('no_worker', key);
  };
}

/** @param {Worker} worker @returns {Promise<import('./types').WorkerLike>} */
function greeted(worker) {
  return new Promise((resolve, reject) => {
    const fail = () => {
      worker.terminate();
      reject(new Error('no hello'));
    };
    const timer = setTimeout(fail, HELLO_MS);
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      fail();
    };
    worker.onmessage = ({data: {data}}) => {
      clearTimeout(timer);
      // The lock that the worker took is free again when the worker is gone, and not before.
      const lost = data.lock ? navigator.locks.request(data.lock, () => {}) : undefined;
      resolve(/** @type {any} */ (Object.assign(worker, {lost})));
    };
  });
}
