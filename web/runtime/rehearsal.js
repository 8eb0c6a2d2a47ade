// Training a run again up to a step, for the weights that another model begins with: in a worker of its own that then ends.
import {Deaths} from './deaths.js';
import {failureOf, RuntimeError, thrownAgain, WORKER_GONE} from './protocol.js';
import {isEdited} from '../state/runs.js';
import {openSession} from './session.js';

/** @typedef {import('./types').Start} Start */
/** @typedef {import('./record.js').Checkpoint} Checkpoint */
/**
 * @typedef {object} Progress
 * @property {number} step @property {number} steps @property {number} [seconds] of training so far
 * @property {({step: number} & import('./types').Scores)[]} [tests] its held-out scores so far
 * @property {import('./types').Examples | null} [examples] the first held-out examples as it answers them at present
 */

/**
 * @typedef {object} Means
 * @property {() => Promise<import('./types').WorkerLike>} createWorker
 * @property {(name: import('./types').ModuleName) => Promise<import('./types').EngineModule | null>} module
 * @property {(task: import('./types').Experiment['task']) => Promise<Uint8Array>} text
 */

/**
 * @typedef {object} Hooks
 * @property {(earlier: Start, how: {signal: AbortSignal, onProgress: (progress: Progress) => void}) => Promise<Uint8Array>} begin
 *     what it begins with itself
 * @property {(progress: Progress) => void} tell
 */

/** Which held-out examples are answered on the way. @type {import('./types').Shown} */
const FIRST = {set: 'val', first: 0, count: 8};

export class Rehearsal {
  /** How far it was last saved. @type {Checkpoint | null} */
  saved = null;
  /** What of it can be watched. @type {Progress} */
  shown;
  #start;
  #means;
  #closing = new AbortController();
  #deaths = new Deaths();

  /** @param {Extract<Start, {experiment: any}>} start with every option spelt out @param {Means & Hooks} means */
  constructor(start, means) {
    this.#start = start;
    this.#means = means;
    this.shown = {step: 0, steps: start.step, seconds: 0, tests: [], examples: null};
  }

  /** @param {{saved: Checkpoint | null, shown: Progress}} [before] where it had come to @returns {Promise<Uint8Array>} the checkpoint; rejects once it is closed */
  async run(before) {
    const from = before?.saved ?? undefined;
    if (from && before) this.shown = before.shown;
    for (;;)
      try {
        return await this.#run(this.saved ?? from);
      } catch (error) {
        const failure = thrownAgain(failureOf(error));
        const died = WORKER_GONE.has(failure.code) && !this.#closing.signal.aborted;
        if (!died || !this.#deaths.count(failure, this.saved?.step ?? 0)) throw error;
      }
  }

  /** @param {Checkpoint} [from] */
  async #run(from) {
    const first = from || !this.#earlier ? null : await this.#beginWith(this.#earlier);
    /** @type {(reason: string) => void} */
    let stop = () => {};
    /** @type {(error: unknown) => void} */
    let fail = () => {};
    const stopped = new Promise((resolve, reject) => ([stop, fail] = [resolve, reject]));
    stopped.catch(() => {}); // it may fail before anybody waits
    const connection = await this.#open({stop, fail});
    const close = () => (connection.close(), fail(closed()));
    this.#closing.signal.addEventListener('abort', close);
    try {
      if (this.#closing.signal.aborted) throw closed();
      if (from) await connection.request('load', from);
      else if (first) await connection.request('adopt', {bytes: first});
      connection.busy = true;
      connection.request('show', FIRST).catch(() => {}); // a text has no examples
      await connection.request('run', {until: this.#start.step});
      return await this.#result(connection, String(await stopped));
    } finally {
      connection.close();
    }
  }

  close() {
    this.#closing.abort();
  }

  get #earlier() {
    const {experiment, model} = this.#start;
    return /** @type {Start | undefined} */ (experiment.models[model]?.start);
  }

  /** @param {Start} earlier */
  #beginWith(earlier) {
    return this.#means.begin(earlier, {signal: this.#closing.signal, onProgress: this.#means.tell});
  }

  /** @param {{stop: (reason: string) => void, fail: (error: unknown) => void}} outcome */
  async #open({stop, fail}) {
    const {experiment, model} = this.#start;
    const {createWorker, module, text} = this.#means;
    const {tier: asked = 'strict', ...train} = experiment.train;
    const edited = isEdited(experiment.models[model]);
    const tier = edited ? 'strict' : asked;
    const {connection} = await openSession({
      createWorker,
      module: () => module(edited ? 'measures' : tier),
      text: () => text(experiment.task),
      request: () => ({tier, experiment: {...experiment, train: {...train, tier}}, model}),
      onEvent: (type, data) => {
        if (type === 'saved') this.saved = data;
        else if (type === 'stopped') stop(data.reason);
        else if (type === 'fatal') fail(thrownAgain(data));
        else this.#heard(type, data);
      },
      onDeath: fail,
      patience: () => this.#deaths.patience,
    });
    return connection;
  }

  /** What of it can be watched is told whenever it has changed. @param {string} type @param {any} data */
  #heard(type, data) {
    const {tests = []} = this.shown;
    const fresh =
      type === 'progress'
        ? {step: data.step, seconds: data.seconds}
        : type === 'held_out'
          ? {tests: [...tests.filter(({step}) => step < data.step), data]}
          : type === 'examples' && {examples: data};
    if (fresh) this.#means.tell((this.shown = {...this.shown, ...fresh}));
  }

  /** @param {import('./protocol.js').Connection} connection @param {string} reason */
  async #result(connection, reason) {
    const {bytes, step} = await connection.request('save');
    if (reason !== 'not_finite' && step === this.#start.step) return bytes;
    throw new RuntimeError('invalid_config', 'begin.short', {values: {step, steps: this.#start.step}});
  }
}

function closed() {
  return new RuntimeError('closed', 'trouble.closed');
}
