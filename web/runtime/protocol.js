// Requests, answers and events between the page and a worker: the only two ends of it, and no more.
// A request is {id, type, data}; its answer has the same id and the type "ok" or "error"; an event has no id.

/** @typedef {import('./types').WorkerLike} WorkerLike */
/** @typedef {import('./types').Failure} Failure */

/**
 * A worker that is this long silent while it owes an answer is taken for dead, but only where nothing tells (see
 * WorkerLike.lost). The engine accepts steps of ten seconds, and six workers may share one processor.
 */
export const SILENCE_LIMIT_MS = 120_000;

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
 * The page's end. Every request settles: with its answer, or with a RuntimeError as soon as the worker has died or
 * was closed. Answers that nobody waits for any more are dropped.
 */
export class Connection {
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #pending = new Map();
  #next = 1;
  #heard = Date.now();
  #watched = Date.now();
  #owing = false;
  /** @type {RuntimeError | null} */
  #ended = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #watchdog;

  /**
   * @param {WorkerLike} worker
   * @param {{onEvent?: (type: string, data: any) => void, onDeath?: (error: RuntimeError) => void, silence_ms?: number}} [options]
   */
  constructor(worker, {onEvent = () => {}, onDeath = () => {}, silence_ms = SILENCE_LIMIT_MS} = {}) {
    this.worker = worker;
    this.onEvent = onEvent;
    this.onDeath = onDeath;
    worker.onmessage = (event) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#die(event.message ? 'trouble.worker_failed' : 'trouble.worker_ended', event.message);
    };
    if (worker.lost) worker.lost.then(() => this.#die('trouble.worker_ended')).catch(() => {});
    else this.#watchSilence(silence_ms);
  }

  get ended() {
    return this.#ended !== null;
  }

  /** Whether the worker is expected to speak up by itself, as it does while training. @param {boolean} owing */
  set busy(owing) {
    if (owing && !this.#owing) this.#heard = Date.now();
    this.#owing = owing;
  }

  /**
   * @param {string} type @param {object} [data] @param {Transferable[]} [transfer]
   * @returns {Promise<any>} rejects with {code, key, values, where, message}
   */
  request(type, data = {}, transfer = []) {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    if (this.#pending.size === 0 && !this.#owing) this.#heard = Date.now();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {resolve, reject});
      this.worker.postMessage({id, type, data}, transfer);
    });
  }

  /** Ends the worker on purpose: pending requests reject with code "closed", onDeath is not called. */
  close() {
    this.#end(new RuntimeError('closed', 'trouble.closed'));
  }

  /** @param {any} message */
  #receive({id, type, data}) {
    this.#heard = Date.now();
    if (id === undefined) return this.#ended ? undefined : this.onEvent(type, data);
    const waiting = this.#pending.get(id);
    if (!waiting) return;
    this.#pending.delete(id);
    if (type === 'ok') waiting.resolve(data);
    else waiting.reject(thrownAgain(data));
  }

  /** @param {number} limit */
  #watchSilence(limit) {
    const period = Math.min(1000, limit / 2);
    this.#watchdog = setInterval(() => this.#watch(limit, period), period);
    /** @type {any} */ (this.#watchdog).unref?.(); // in Node a connection must not keep the process alive
  }

  /** @param {number} limit @param {number} period */
  #watch(limit, period) {
    const now = Date.now();
    const asleep = now - this.#watched > 3 * period; // a closed laptop: the worker slept as long
    this.#watched = now;
    if (asleep) this.#heard = now;
    const expecting = this.#owing || this.#pending.size > 0;
    if (expecting && now - this.#heard > limit) this.#die('trouble.worker_silent');
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
    clearInterval(this.#watchdog);
    this.worker.terminate();
    for (const {reject} of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
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
