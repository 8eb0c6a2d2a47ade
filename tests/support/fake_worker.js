// A worker that is none: the real host of web/runtime in the same thread, around a fake engine. Messages are cloned
// and arrive later, as a real worker's do, and a terminated one falls silent and is lost.
import {createHost} from '../../web/runtime/host.js';
import {createFakeEngine} from './fake_engine.js';

/** @implements {WorkerLike} */
export class FakeWorker {
  /** @type {((event: {data: any}) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  #lose = () => {};
  /** @type {Promise<void>} */
  lost = new Promise((resolve) => (this.#lose = resolve));
  /** Every request that arrived. @type {{type: string, data: any}[]} */
  received = [];
  #alive = true;
  #receive;
  #ms = 0;

  /** @param {import('./fake_engine.js').Faults} [faults] shared by all workers that get it */
  constructor(faults = {}) {
    // A clock of its own, which only training moves: the tests need not wait for time to pass.
    this.#receive = createHost({
      createEngine: createFakeEngine(faults, (ms) => void (this.#ms += ms)),
      post: (message, transfer) => this.#deliver(structuredClone(message, {transfer})),
      now: () => this.#ms,
      defer: (callback) => this.#soon(callback),
      later: (callback, ms) => this.#soon(() => ((this.#ms += ms), callback())),
    });
  }

  /** @param {any} message @param {Transferable[]} [transfer] */
  postMessage(message, transfer = []) {
    const arrived = structuredClone(message, {transfer});
    this.received.push(arrived);
    this.#soon(() => this.#receive(arrived));
  }

  /** As the browser does: also when a tab is short of memory. */
  terminate() {
    this.#alive = false;
    setTimeout(this.#lose);
  }

  /** @param {any} message */
  #deliver(message) {
    this.#soon(() => this.onmessage?.({data: message}));
  }

  /** @param {() => void} callback */
  #soon(callback) {
    setTimeout(() => this.#alive && callback());
  }
}

/** @typedef {import('../../web/runtime/types').WorkerLike} WorkerLike */
