// A worker that is none: the real host of web/runtime in the same thread, around any engine. Messages are cloned and arrive
// later, as a real worker's do, and a terminated one falls silent and is lost.
import {createHost} from '../../web/runtime/host.js';

/** @typedef {import('../../web/runtime/types').WorkerLike} WorkerLike */

/** @implements {WorkerLike} */
export class HostedWorker {
  /** @type {((event: {data: any}) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  #lose = () => {};
  /** @type {Promise<void> | undefined} */
  lost = new Promise((resolve) => (this.#lose = resolve));
  /** Every request that arrived. @type {{type: string, data: any}[]} */
  received = [];
  #alive = true;
  #receive;

  /**
   * @param {import('../../web/runtime/host.js').HostSurround['createEngine']} createEngine
   * @param {{now: () => number, later: (callback: () => void, ms: number) => void}} [clock]
   */
  constructor(createEngine, {now, later} = {now: () => performance.now(), later: (call, ms) => setTimeout(call, ms)}) {
    this.#receive = createHost({
      createEngine,
      post: (message, transfer) => this.#deliver(structuredClone(message, {transfer})),
      now,
      defer: (callback) => this.#soon(callback),
      later: (callback, ms) => later(() => this.#alive && callback(), ms),
    });
  }

  /** @param {any} message @param {Transferable[]} [transfer] */
  postMessage(message, transfer = []) {
    const arrived = structuredClone(message, {transfer});
    if (arrived.type !== 'ping') this.received.push(arrived);
    this.#soon(() => this.#receive(arrived));
  }

  /** As the browser does: also when a tab is short of memory. */
  terminate() {
    this.#alive = false;
    setTimeout(this.#lose);
  }

  /** It computes for ever, and nobody is told. */
  hang() {
    this.#alive = false;
  }

  get alive() {
    return this.#alive;
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
