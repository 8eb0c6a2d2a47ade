// Weights that models begin with: kept in memory, supplied by the reader, or trained again from the experiment that made
// them. Each is made once, however many models begin with it.
import {complete} from '../state/defaults.js';
import {RuntimeError} from './protocol.js';

/** @typedef {import('./types').Start} Start */
/** @typedef {import('./rehearsal.js').Progress} Progress */

/** @typedef {import('./rehearsal.js').Rehearsal} Rehearsal */
/** rehearsal: null while its code is on the way; over: nobody waits any more
 *  @typedef {{rehearsal: Rehearsal | null, over: boolean, followers: Set<(progress: Progress) => void>, done: Promise<Uint8Array>}} Job */

export class Beginnings {
  /** Checkpoints by what they are the beginning of. @type {Map<string, Uint8Array>} */
  #have = new Map();
  /** @type {Map<string, Job>} */
  #jobs = new Map();
  /** How far cancelled ones came. @type {Map<string, Rehearsal>} */
  #partial = new Map();
  #means;
  #describe;

  /** @param {import('./rehearsal.js').Means} means @param {import('./types').Description} describe */
  constructor(means, describe) {
    this.#means = means;
    this.#describe = describe;
  }

  /** Whether nothing has to be trained for it. @param {Start} start */
  has(start) {
    return this.#have.has(JSON.stringify(start));
  }

  /** @param {Start} start @param {Uint8Array} bytes a checkpoint */
  keep(start, bytes) {
    this.#have.set(JSON.stringify(start), bytes);
  }

  /** It was not what it should be. @param {Start} start */
  forget(start) {
    this.#have.delete(JSON.stringify(start));
  }

  /** Forgets all but these. @param {Start[]} starts */
  retain(starts) {
    const wanted = new Set(starts.map((start) => JSON.stringify(start)));
    for (const key of this.#have.keys()) if (!wanted.has(key)) this.#have.delete(key);
  }

  /**
   * @param {Start} start @param {{signal: AbortSignal, onProgress: (progress: Progress) => void}} how
   *     signal: nobody waits any more; rejects with code "closed"
   * @returns {Promise<Uint8Array>} the same array each time
   */
  async of(start, {signal, onProgress}) {
    const known = this.#have.get(JSON.stringify(start));
    if (known) return known;
    if (!('experiment' in start)) throw missing(start.weights);
    const job = this.#jobFor(start);
    job.followers.add(onProgress);
    const leave = () => {
      job.followers.delete(onProgress);
      if (job.followers.size === 0) this.#cancel(start, job);
    };
    const left = new Promise((_, reject) =>
      signal.addEventListener('abort', () => (leave(), reject(new RuntimeError('closed', 'trouble.closed')))),
    );
    return /** @type {Promise<Uint8Array>} */ (Promise.race([job.done, left]));
  }

  close() {
    for (const job of this.#jobs.values()) end(job);
    this.#jobs.clear();
  }

  /** @param {Extract<Start, {experiment: any}>} start @returns {Job} */
  #jobFor(start) {
    const key = JSON.stringify(start);
    const running = this.#jobs.get(key);
    if (running) return running;
    const job = /** @type {Job} */ ({rehearsal: null, over: false, followers: new Set()});
    job.done = this.#run(start, job);
    this.#jobs.set(key, job);
    const over = () => {
      if (this.#jobs.get(key) === job) this.#jobs.delete(key);
    };
    job.done.then(over, over);
    return job;
  }

  /** Few races begin so: the code comes with the first of them. @param {Extract<Start, {experiment: any}>} start @param {Job} job */
  async #run(start, job) {
    const {Rehearsal} = await import('./rehearsal.js').catch(() => {
      throw new RuntimeError('network', 'trouble.part');
    });
    if (job.over) throw new RuntimeError('closed', 'trouble.closed');
    job.rehearsal = new Rehearsal(
      {...start, experiment: complete(start.experiment, this.#describe)},
      {
        ...this.#means,
        begin: (earlier, how) => this.of(earlier, how),
        tell: (progress) => job.followers.forEach((hear) => hear(progress)),
      },
    );
    const bytes = await job.rehearsal.run(this.#partial.get(JSON.stringify(start)));
    this.keep(start, bytes);
    return bytes;
  }

  /** @param {Start} start @param {Job} job */
  #cancel(start, job) {
    const key = JSON.stringify(start);
    if (this.#jobs.get(key) !== job) return;
    this.#jobs.delete(key);
    if (job.rehearsal?.saved) this.#partial.set(key, job.rehearsal);
    end(job);
  }
}

/** @param {Job} job */
function end(job) {
  job.over = true;
  job.rehearsal?.close();
}

/** @param {string} hash */
function missing(hash) {
  return new RuntimeError('no_weights', 'begin.missing', {values: {hash: String(hash).slice(0, 12)}});
}
