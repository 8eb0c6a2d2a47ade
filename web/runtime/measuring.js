// Measures, in the worker of the model that is measured: by an engine of their own, which has all of them, of a copy of the
// weights. So training goes on meanwhile, and what a first visit downloads carries none of their code.
import {FATAL, failureOf, RuntimeError} from './protocol.js';
import {compiled} from './modules.js';

export class Measuring {
  #createEngine;
  #trained;
  /** @type {any} */
  #session = null;
  /** Of the weights that are measured. */
  #step = 0;
  /** Spent on what is under way. */
  #ms = 0;
  #now;

  /**
   * @param {import('./host.js').HostSurround['createEngine']} createEngine
   * @param {() => {session: any, step: number}} trained whose weights are taken when a measure begins @param {() => number} now
   */
  constructor(createEngine, trained, now) {
    this.#now = now;
    this.#createEngine = createEngine;
    this.#trained = trained;
  }

  get ready() {
    return this.#session !== null;
  }

  /** @param {{module: any, experiment: any, model: number, text: Uint8Array}} with as a session that trains is opened with */
  async equip({module, experiment, model, text}) {
    if (this.ready) return;
    const ready = compiled(module).then((module) => this.#createEngine({module, tier: 'strict'}));
    const engine = await ready.catch(asidePassing);
    this.#session ??= this.#aside(() => engine.open(experiment, model, text));
  }

  /** Those that can be taken. @returns {{kind: string, bytes: number, flops: number}[]} */
  measures() {
    return this.#aside(() => this.#session.measures());
  }

  /** Of the weights as they are now. @param {'measure'} what @param {{kind: string, options?: object}} options */
  begin(what, options) {
    const {session, step} = this.#trained();
    this.#step = step;
    this.#ms = 0;
    this.#timed(() => {
      this.#session.takeWeights(session.weights());
      this.#session.begin(what, options);
    });
  }

  /** The next part; null until it is done. */
  next() {
    const found = this.#timed(() => this.#session.next());
    return found && {...found, step: this.#step, ms: this.#ms};
  }

  /** @template T @param {() => T} call @returns {T} */
  #timed(call) {
    const start = this.#now();
    const answer = this.#aside(call);
    this.#ms += this.#now() - start;
    return answer;
  }

  close() {
    this.#session?.close();
    this.#session = null;
  }

  /** An engine that cannot be trusted any more gives way to another, which the next to ask brings. @template T @param {() => T} call @returns {T} */
  #aside(call) {
    try {
      return call();
    } catch (error) {
      if (FATAL.has(failureOf(error).code)) this.#session = null;
      return asidePassing(error);
    }
  }
}

/** What goes wrong here is no harm to what trains: the codes by which a worker is given up are not handed on. @param {unknown} error @returns {never} */
function asidePassing(error) {
  const failure = failureOf(error);
  const code = failure.code === 'invalid_config' ? failure.code : 'unmeasured';
  throw new RuntimeError(code, failure.key, failure);
}
