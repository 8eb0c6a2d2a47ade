// Workers that are lent for one training after another: to start one, and the engine in it, takes as long as a short training. Whoever has
// one takes it for a new worker, and ends it as any other; it is then asked to close what is open in it, and lent again.
import {FATAL} from '../runtime/protocol.js';

/** @typedef {import('../runtime/types').WorkerLike} WorkerLike */
/** ids, said: how many messages went each way before, since both ends number them @typedef {{worker: WorkerLike, ids: number, said: number}} Held */

/** A worker that does not answer for so long is let go. */
const CLOSING_MS = 2000;

export class WorkerPool {
  #create;
  /** @type {Held[]} */
  #free = [];
  /** How many are being closed: they come back soon, or not at all. */
  #coming = 0;
  /** Who waits for one of these. @type {((held: Held | null) => void)[]} */
  #waiting = [];
  #closed = false;

  /** @param {() => Promise<WorkerLike>} create */
  constructor(create) {
    this.#create = create;
  }

  /** @returns {Promise<WorkerLike>} */
  async take() {
    this.#closed = false;
    const held = this.#free.pop() ?? (await this.#back()) ?? {worker: await this.#create(), ids: 0, said: 0};
    return new Lent(
      held,
      () => this.#coming++,
      (back) => this.#take(back),
    );
  }

  /** @returns {Promise<Held | null>} null: none comes */
  #back() {
    if (this.#coming <= this.#waiting.length) return Promise.resolve(null);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Ends those that nobody has, and the others once they come back. */
  close() {
    this.#closed = true;
    for (const {worker} of this.#free.splice(0)) worker.terminate();
  }

  /** @param {Held | null} held null: it is gone */
  #take(held) {
    this.#coming--;
    const wanted = this.#waiting.shift();
    if (wanted) return wanted(held);
    if (held && this.#closed) held.worker.terminate();
    else if (held) this.#free.push(held);
  }
}

/** @implements {WorkerLike} */
class Lent {
  /** @type {WorkerLike['onmessage']} */
  onmessage = null;
  /** @type {WorkerLike['onerror']} */
  onerror = null;
  #held;
  #leave;
  #giveBack;
  /** Its last request, as the worker counts. @type {number} */
  #last;
  /** The last that it said, as it counts. @type {number} */
  #said;
  #broken = false;
  #ended = false;
  /** The request to close what is open; 0: it is still lent. */
  #closing = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Held} held @param {() => void} leave called when nobody has it any more @param {(held: Held | null) => void} giveBack called then: null, if it is gone */
  constructor(held, leave, giveBack) {
    this.#held = held;
    this.#leave = leave;
    this.#giveBack = giveBack;
    [this.#last, this.#said] = [held.ids, held.said];
    const {worker} = held;
    this.lost = worker.lost;
    worker.onmessage = ({data}) => this.#hear(data);
    worker.onerror = (event) => {
      this.#broken = true;
      if (this.#closing) this.#end();
      else this.onerror?.(event);
    };
  }

  /** @param {any} message @param {Transferable[]} [transfer] */
  postMessage(message, transfer = []) {
    const {worker, ids} = this.#held;
    if (message.type === 'ping') return worker.postMessage({type: 'ping', data: {sent: message.data.sent + ids}});
    this.#last = message.id + ids;
    worker.postMessage({...message, id: this.#last}, transfer);
  }

  terminate() {
    if (this.#closing) return;
    this.#closing = ++this.#last;
    this.#leave();
    if (this.#broken) return this.#end();
    this.#held.worker.postMessage({id: this.#closing, type: 'close', data: {}});
    this.#timer = setTimeout(() => this.#end(), CLOSING_MS);
  }

  /** @param {any} message */
  #hear(message) {
    const {type, data, n} = message;
    if (n !== undefined) this.#said = n;
    this.#broken ||= type === 'fatal' || (type === 'error' && FATAL.has(data.code));
    if (!this.#closing) this.onmessage?.({data: this.#asOfNew(message)});
    else if (message.id === this.#closing) this.#return(type);
  }

  /** @param {any} message */
  #asOfNew(message) {
    const {ids, said} = this.#held;
    if (message.type === 'pong') {
      const {sent, arrived, said: all, longest} = message.data;
      return {type: 'pong', data: {sent: sent - ids, arrived: arrived - ids, said: all - said, longest}};
    }
    return {...message, n: message.n - said, ...(message.id !== undefined && {id: message.id - ids})};
  }

  /** @param {string} type of the answer */
  #return(type) {
    clearTimeout(this.#timer);
    if (type !== 'ok' || this.#broken) return this.#end();
    this.#giveBack({worker: this.#held.worker, ids: this.#closing, said: this.#said});
  }

  #end() {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#ended = true;
    this.#held.worker.terminate();
    this.#giveBack(null);
  }
}
