// A worker without a model: it answers what the page wants to know about models that do not exist yet, so that the
// page itself never runs the engine. It starts with the first question, ends when none comes any more, and is replaced
// when it dies.
import {copied} from '../state/runs.js';
import {Connection, failureOf} from './protocol.js';
import {SLOW_MS, SLOW_MS_PER_BYTE} from './slow.js';

/** @typedef {import('./types').Experiment} Experiment */
/** @typedef {import('./types').Info} Info */

const SETTLE_MS = 60;
const IDLE_MS = 2000;
/** So often it asks again where its worker died or was refused memory, then after about so long. */
const TRIES = 4;
const MEMORY_MS = 1000;

/**
 * @typedef {object} Needs
 * @property {() => Promise<import('./types').EngineModule | null>} module of the strict tier
 * @property {() => Promise<import('./types').WorkerLike>} createWorker
 */

export class Planner {
  #needs;
  /** @type {Promise<Connection> | null} */
  #connection = null;
  /** @type {Map<string, {timer: ReturnType<typeof setTimeout>, ask: () => Promise<any>, waiting: {resolve: (v: any) => void, reject: (e: any) => void}[]}>} */
  #settling = new Map();
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;

  #idle_ms;

  /** @param {Needs} needs @param {number} [idle_ms] how long it waits for another question, before its memory is given back */
  constructor(needs, idle_ms = IDLE_MS) {
    this.#needs = needs;
    this.#idle_ms = idle_ms;
  }

  /** What model k of an experiment costs; rejects with the engine's refusal. @returns {Promise<Info>} */
  estimate(/** @type {Experiment} */ experiment, /** @type {number} */ model, /** @type {number} */ vocab_size) {
    return this.#ask('estimate', {experiment, model, vocab_size});
  }

  /** Model k resized to about so many parameters. @returns {Promise<import('./types').ModelJson>} */
  match(
    /** @type {Experiment} */ experiment,
    /** @type {number} */ model,
    /** @type {number} */ parameters,
    /** @type {number} */ vocab_size,
  ) {
    return this.#ask('match', {experiment, model, parameters, vocab_size});
  }

  /** @param {Uint8Array} text @returns {Promise<{characters: number, vocab_size: number, replaced: number, distinct: number}>} */
  textInfo(text) {
    return this.#ask('text_info', {text});
  }

  /** What an experiment with its data is like; rejects with what the engine has against learning from them. @param {Experiment} experiment @param {Uint8Array} text @returns {Promise<Info>} */
  async checkText(experiment, text) {
    // Its engine edits nothing, and what is done on the way is no matter of the data.
    const models = experiment.models.map(copied);
    return this.#ask('check_text', {experiment: {...experiment, models}, text});
  }

  /** Held-out losses of count models. @param {Experiment} experiment @param {Uint8Array} text */
  async floors(experiment, text) {
    const {levels} = await this.#ask('floors', {experiment, text});
    return /** @type {{order: number, val_loss: number}[]} */ (levels);
  }

  close() {
    clearTimeout(this.#leaving);
    this.#connection?.then((connection) => connection.close()).catch(() => {});
    this.#connection = null;
  }

  /** @param {string} type @param {object} data @returns {Promise<any>} */
  async #ask(type, data) {
    clearTimeout(this.#leaving);
    this.#asked++;
    try {
      return await this.#persistently(type, data);
    } finally {
      if (--this.#asked === 0) this.#leave();
    }
  }

  /** Others may hold the memory for a while. @param {string} type @param {any} data @returns {Promise<any>} */
  async #persistently(type, data) {
    for (let tries = 1; ; tries++)
      try {
        return await this.#once(type, data);
      } catch (error) {
        const {code} = failureOf(error);
        if (tries === TRIES || (code !== 'worker_died' && code !== 'out_of_memory')) throw error;
        if (code === 'out_of_memory')
          await new Promise((resolve) => setTimeout(resolve, MEMORY_MS * (0.5 + Math.random())));
      }
  }

  /** @param {string} type @param {any} data @returns {Promise<any>} */
  async #once(type, data) {
    const connection = await this.#connected();
    return connection.request(type, data, {ms: (SLOW_MS[type] ?? 0) + SLOW_MS_PER_BYTE * (data.text?.length ?? 0)});
  }

  #leave() {
    this.#leaving = setTimeout(() => this.close(), this.#idle_ms);
    /** @type {any} */ (this.#leaving).unref?.(); // as a connection
  }

  #connected() {
    if (!this.#connection) {
      const connecting = this.#connect();
      this.#connection = connecting;
      connecting.catch(() => this.#lose(connecting));
    }
    return this.#connection;
  }

  async #connect() {
    const starting = this.#needs.createWorker();
    try {
      const [module, worker] = await Promise.all([this.#needs.module(), starting]);
      const lose = () => this.#lose(this.#connection);
      const connection = new Connection(worker, {
        onDeath: lose,
        onEvent: (type) => type === 'fatal' && (connection.close(), lose()),
      });
      await connection.request('start', {tier: 'strict', module});
      return connection;
    } catch (error) {
      starting.then((worker) => worker.terminate()).catch(() => {});
      throw error;
    }
  }

  /** @param {Promise<Connection> | null} connecting */
  #lose(connecting) {
    if (this.#connection === connecting) this.#connection = null;
  }

  /**
   * Questions under one key that come fast after each other are asked once, as the last puts it; all get its answer.
   * @param {string} key @param {() => Promise<any>} ask @returns {Promise<any>}
   */
  settle(key, ask) {
    const group = this.#settling.get(key) ?? {timer: setTimeout(() => {}), ask, waiting: []};
    clearTimeout(group.timer);
    group.ask = ask;
    group.timer = setTimeout(() => {
      this.#settling.delete(key);
      const settle = group.ask();
      for (const {resolve} of group.waiting) resolve(settle);
    }, SETTLE_MS);
    this.#settling.set(key, group);
    return new Promise((resolve, reject) => group.waiting.push({resolve, reject}));
  }
}
