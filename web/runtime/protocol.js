// Requests, answers and events between the page and a worker: the only two ends of it, and no more.
// A request is {id, type, data}; its answer has the same id and the type "ok" or "error"; an event has no id. Whatever the
// worker says is numbered (n), as requests are by their ids: what comes twice, late or never is noticed. Pings and pongs have
// no number; a pong says what has arrived and what was said.
import {InOrder} from './in_order.js';
import {SLOW_MS} from './slow.js';

/** @typedef {import('./types').WorkerLike} WorkerLike */
/** @typedef {import('./types').Failure} Failure */

/** A worker that owes something is asked so often whether it is there. */
export const PING_MS = 200;
/** One that does not answer for so long is taken for dead, unless a step of it takes longer than a part of that. */
export const SILENCE_MS = 1000;
/** It may be silent for so many of its longest steps. */
const LONGEST_STEPS = 3;

/**
 * The key of a sentence with what it names, a code, and the option it concerns. The same shape as the engine's own errors;
 * web/words/refusals.js puts it into words.
 */
export class RuntimeError extends Error {
  /** @param {string} code @param {string} key @param {{where?: string, values?: Failure['values'], message?: string}} [of] */
  constructor(code, key, {where = '', values = {}, message = key} = {}) {
    super(message);
    this.name = 'RuntimeError';
    this.code = code;
    this.key = key;
    this.where = where;
    this.values = values;
  }
}

/** After these an engine's memory cannot be trusted: its worker is replaced, never asked again. */
export const FATAL = new Set(['trap', 'out_of_memory', 'internal']);

/** Failures with which the worker is gone, and whatever it had taken; its own events tell of them. */
export const WORKER_GONE = new Set(['closed', 'worker_died', 'trap', 'out_of_memory', 'internal']);

/** @param {any} error anything thrown  @returns {Failure} plain data that can be posted */
export function failureOf(error) {
  const message = String(error?.message ?? error);
  if (typeof error?.key !== 'string')
    return {code: 'internal', key: 'trouble.internal', values: {reason: message}, where: '', message};
  const {code = 'internal', key, values = {}, where = ''} = error;
  return {code, key, values: {...values}, where, message};
}

/** @param {Failure} failure what failureOf() made of it */
export function thrownAgain(failure) {
  return new RuntimeError(failure.code, failure.key, failure);
}

/**
 * The page's end. Every request settles: with its answer, or with a RuntimeError as soon as the worker has died, hangs
 * or was closed. Answers that nobody waits for any more are dropped.
 */
export class Connection {
  /** The longest that a step may take before one was done, by the engine's estimate. Milliseconds. */
  step_ms = 0;
  /** By whose `ms` the worker may be silent. @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void, ms: number}>} */
  #pending = new Map();
  #next = 1;
  #heard = new InOrder();
  /** Those whose turn has come; each is heard when what followed from the one before is done. @type {any[]} */
  #due = [];
  #owing = false;
  /** @type {RuntimeError | null} */
  #ended = null;
  #patience;
  /** While the page's clock ticked and no pong said that nothing is missing. Milliseconds. */
  #silent = 0;
  /** Whether the last pong said that something is. */
  #amiss = false;
  /** The longest step so far; 0 before the first. */
  #longest = 0;
  #ticked = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #watchdog;

  /**
   * @param {WorkerLike} worker
   * @param {{onEvent?: (type: string, data: any) => void, onDeath?: (error: RuntimeError) => void, patience?: number}} [options]
   *     patience: how many times as long as usual it may be silent
   */
  constructor(worker, {onEvent = () => {}, onDeath = () => {}, patience = 1} = {}) {
    this.worker = worker;
    this.onEvent = onEvent;
    this.onDeath = onDeath;
    this.#patience = patience;
    worker.onmessage = (event) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#die(event.message ? 'trouble.worker_failed' : 'trouble.worker_ended', event.message);
    };
    worker.lost?.then(() => this.#die('trouble.worker_ended')).catch(() => {});
  }

  get ended() {
    return this.#ended !== null;
  }

  /** Whether it owes nothing. */
  get idle() {
    return !this.#owing && this.#pending.size === 0;
  }

  /** Whether the worker is expected to speak up by itself, as it does while training. @param {boolean} owing */
  set busy(owing) {
    this.#owing = owing;
    if (owing) this.#watch();
  }

  /**
   * @param {string} type @param {object} [data]
   * @param {{transfer?: Transferable[], ms?: number}} [how] ms: how long it may take in one piece, where that is not what it usually may
   * @returns {Promise<any>} rejects with {code, key, values, where, message}
   */
  request(type, data = {}, {transfer = [], ms = SLOW_MS[type] ?? 0} = {}) {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {resolve, reject, ms});
      this.worker.postMessage({id, type, data}, transfer);
      this.#watch();
    });
  }

  /** Ends the worker on purpose: pending requests reject with code "closed", onDeath is not called. */
  close() {
    this.#end(new RuntimeError('closed', 'trouble.closed'));
  }

  /** @param {any} message */
  #receive(message) {
    if (message.type === 'pong') return this.#onPong(message.data);
    const waiting = this.#due.length > 0;
    this.#due.push(...(message.n === undefined ? [message] : this.#heard.take(message.n, message)));
    if (!waiting) this.#hearNext();
  }

  /** One a task, as they came before some were late: whoever awaits an answer acts on it before the next is heard. */
  #hearNext() {
    if (this.#due.length === 0) return;
    try {
      this.#hear(this.#due[0]);
    } finally {
      this.#due.shift();
      if (this.#due.length > 0) setTimeout(() => this.#hearNext());
    }
  }

  /** @param {any} message */
  #hear({id, type, data}) {
    if (id === undefined) return this.#ended ? undefined : this.onEvent(type, data);
    const waiting = this.#pending.get(id);
    if (!waiting) return;
    this.#pending.delete(id);
    if (type === 'ok') waiting.resolve(data);
    else waiting.reject(thrownAgain(data));
  }

  /** @param {{sent: number, arrived: number, said: number, longest: number}} pong */
  #onPong({sent, arrived, said, longest}) {
    this.#longest = longest;
    this.#amiss = arrived < sent || this.#heard.last < said;
    if (!this.#amiss) this.#silent = 0;
  }

  #watch() {
    if (this.#watchdog || this.#ended) return;
    this.#silent = 0;
    this.#amiss = false;
    this.#ticked = performance.now();
    this.#watchdog = setInterval(() => this.#tick(), PING_MS);
    /** @type {any} */ (this.#watchdog).unref?.(); // in Node a connection must not keep the process alive
  }

  #tick() {
    if (this.idle) return this.#unwatch();
    const now = performance.now();
    // Where the page itself slept or was slowed down, so may the worker have been.
    this.#silent += Math.min(now - this.#ticked, 2 * PING_MS);
    this.#ticked = now;
    if (this.#silent >= this.#limit) this.#die('trouble.worker_silent');
    else this.worker.postMessage({type: 'ping', data: {sent: this.#next - 1}});
  }

  /** How long it may be silent. */
  get #limit() {
    if (this.#amiss) return SILENCE_MS; // it does answer: it is not busy, but something was lost
    const step = LONGEST_STEPS * (this.#longest || this.step_ms);
    const asked = [...this.#pending.values()].map(({ms}) => ms);
    return this.#patience * Math.max(SILENCE_MS, step, ...asked);
  }

  #unwatch() {
    clearInterval(this.#watchdog);
    this.#watchdog = undefined;
  }

  /** @param {string} key @param {string} [reason] */
  #die(key, reason = '') {
    if (this.#ended) return;
    const error = new RuntimeError('worker_died', key, {values: {reason}, message: reason || key});
    this.#end(error);
    this.onDeath(error);
  }

  /** @param {RuntimeError} error */
  #end(error) {
    if (this.#ended) return;
    this.#ended = error;
    this.#unwatch();
    this.worker.terminate();
    for (const {reject} of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

/**
 * The worker's end of the line: hears each message once and in order, numbers what it says, answers pings.
 * @param {{post: (message: object, transfer?: Transferable[]) => void, receive: (message: any) => any, longest: () => number}} worker
 *     receive: what to do with a request; longest: milliseconds of the longest step so far
 */
export function lineTo({post, receive, longest}) {
  const heard = new InOrder();
  let said = 0;
  return {
    post: (/** @type {object} */ message, /** @type {Transferable[]} */ transfer = []) =>
      post({...message, n: ++said}, transfer),
    /** @param {any} message @returns {Promise<unknown>} when what was due is answered */
    hear(message) {
      if (message.type !== 'ping') return Promise.all(heard.take(message.id, message).map(receive));
      post({type: 'pong', data: {sent: message.data.sent, arrived: heard.last, said, longest: longest()}});
      return Promise.resolve();
    },
  };
}

/**
 * The worker's end: answers each request with what its handler returns or throws. A handler may return
 * {data, transfer} under the key `posted` to hand over buffers.
 * @param {Record<string, (data: any) => any>} handlers
 * @param {(message: object, transfer?: Transferable[]) => void} post
 * @param {(error: unknown) => void} [onError] told about every failure after it was answered
 * @returns {(message: any) => Promise<void>} what to call with each message that arrives
 */
export function answerRequests(handlers, post, onError = () => {}) {
  return async ({id, type, data}) => {
    try {
      if (!Object.hasOwn(handlers, type))
        throw new RuntimeError('internal', 'trouble.internal', {values: {reason: type}});
      const result = (await handlers[type](data)) ?? {};
      if (id === undefined) return;
      const {data: answer, transfer} = result.posted ?? {data: result, transfer: []};
      post({id, type: 'ok', data: answer}, transfer);
    } catch (error) {
      if (id !== undefined) post({id, type: 'error', data: failureOf(error)});
      onError(error);
    }
  };
}
