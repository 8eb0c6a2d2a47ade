// The place of one worker: empty, being filled, or filled. Whatever comes from a worker that has left is not heard.
import {RuntimeError} from './protocol.js';

/** @typedef {import('./protocol.js').Connection} Connection */
/** @typedef {{connection: Connection, info: import('./types').Info}} Opened */
/** @typedef {{onEvent: (type: string, data: any) => void, onDeath: (error: RuntimeError) => void}} Heard */
/** @typedef {Heard & {onStart: (connection: Connection) => void}} Hooks */

export class Slot {
  /** @type {Connection | null} */
  connection = null;
  /** @type {Promise<Connection> | null} */
  #opening = null;
  /** Of the worker in which the model is being opened. @type {Connection | null} */
  #early = null;
  #epoch = 0;
  #deaf = 0;
  #connect;
  #hooks;

  /**
   * @param {(hooks: Hooks) => Promise<Opened>} connect starts a worker for this place
   * @param {Heard & {onFilled: (opened: Opened) => Promise<void>, onMissed: () => void}} hooks onFilled: brings a worker
   *     up to date that is in place already, so that what is asked meanwhile reaches it too; onMissed: there will be
   *     none, and open() rejects; neither is called for one that comes too late
   */
  constructor(connect, hooks) {
    this.#connect = connect;
    this.#hooks = hooks;
  }

  /** Whether a worker is in it, or on its way. */
  get filled() {
    return this.connection !== null || this.#opening !== null;
  }

  /** Changes whenever the place was emptied: what began before is then out of date. */
  get epoch() {
    return this.#epoch;
  }

  /** Whether the worker is expected to speak up by itself. @param {boolean} owing */
  set busy(owing) {
    if (this.connection) this.connection.busy = owing;
  }

  /** @returns {Promise<Connection>} rejects with code "closed" if the place is emptied meanwhile */
  open() {
    if (this.connection && !this.#opening) return Promise.resolve(this.connection);
    if (!this.#opening) {
      /** @type {(filled: Promise<Connection>) => void} */
      let fill = () => {};
      const opening = new Promise((/** @type {any} */ resolve) => (fill = resolve));
      const settled = () => {
        if (this.#opening === opening) this.#opening = null;
      };
      this.#opening = opening; // before anybody hears of it: who asks meanwhile gets the same
      opening.then(settled, settled);
      fill(this.#fill());
    }
    return this.#opening;
  }

  /** Ends the worker. */
  close() {
    this.#epoch++;
    this.#deaf = 0;
    this.connection?.close();
    this.#early?.close();
    this.connection = this.#opening = this.#early = null;
  }

  /**
   * A request before whose answer no event is heard: those were sent before it took effect.
   * @param {string} type @param {object} [data]
   */
  async requestDeaf(type, data) {
    const epoch = this.#epoch;
    this.#deaf++;
    try {
      return await this.connection?.request(type, data);
    } finally {
      if (epoch === this.#epoch) this.#deaf--;
    }
  }

  async #fill() {
    const epoch = this.#epoch;
    const late = () => epoch !== this.#epoch;
    try {
      return await this.#filled(late);
    } catch (error) {
      if (!late()) this.#hooks.onMissed();
      throw error;
    }
  }

  /** @param {() => boolean} late whether the place was emptied meanwhile */
  async #filled(late) {
    const opened = await this.#connect({
      onEvent: (type, data) => late() || (this.#deaf > 0 && type !== 'fatal') || this.#hooks.onEvent(type, data),
      onDeath: (error) => late() || this.#hooks.onDeath(error),
      onStart: (started) => (late() ? started.close() : (this.#early = started)),
    });
    const {connection} = opened;
    this.#early = null;
    if (!late()) {
      this.connection = connection;
      await this.#hooks.onFilled(opened).catch((error) => this.#refuse(connection, error));
    }
    if (late()) {
      connection.close();
      throw new RuntimeError('closed', 'trouble.changed');
    }
    return connection;
  }

  /** @param {Connection} connection @param {unknown} error @returns {never} */
  #refuse(connection, error) {
    connection.close();
    if (this.connection === connection) this.connection = null;
    throw error;
  }
}
