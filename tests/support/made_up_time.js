// Time that goes by as fast as things happen: timers and performance.now() of this process, in place of the real ones.
// What runs in it runs the same way each time, whatever else the machine does, and what waits for nothing is found at once.

/** @typedef {{at: number, id: number, every: number, run: () => void}} Timer */

export class MadeUpTime {
  now = 0;
  /** In the order in which they are due. @type {Timer[]} */
  #timers = [];
  #last = 0;
  #work;

  /** @param {() => number} [work] milliseconds that what runs next takes, before it begins */
  constructor(work = () => 0.01) {
    this.#work = work;
  }

  /**
   * Runs it until it settles. Rejects with "nothing happens any more" where it waits and no timer is left.
   * @template T @param {() => Promise<T>} task @returns {Promise<T>}
   */
  async run(task) {
    const real = this.#install();
    /** @type {{value: T} | {error: unknown} | null} */
    let end = null;
    try {
      task().then(
        (value) => (end = {value}),
        (error) => (end = {error}),
      );
      for (;;) {
        await new Promise((resolve) => real.setImmediate(resolve)); // whatever follows by itself
        if (end) return settled(end);
        const next = this.#timers.shift();
        if (!next) throw new Error('nothing happens any more');
        this.now = Math.max(this.now, next.at) + this.#work();
        if (next.every > 0) this.#add({...next, at: this.now + next.every});
        next.run();
      }
    } finally {
      Object.assign(globalThis, real);
      performance.now = real.now;
    }
  }

  #install() {
    const {setTimeout, clearTimeout, setInterval, clearInterval, setImmediate} = globalThis;
    const real = {setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, now: performance.now};
    const forget = (/** @type {Timer | undefined} */ timer) =>
      void (this.#timers = this.#timers.filter(({id}) => id !== timer?.id));
    Object.assign(globalThis, {
      setTimeout: (/** @type {any} */ run, ms = 0, /** @type {any[]} */ ...given) => this.#wait(run, ms, 0, given),
      setInterval: (/** @type {any} */ run, ms = 0) => this.#wait(run, ms, Math.max(1, ms), []),
      clearTimeout: forget,
      clearInterval: forget,
    });
    performance.now = () => this.now;
    return real;
  }

  /** @param {(...given: any[]) => void} run @param {number} ms @param {number} every @param {any[]} given */
  #wait(run, ms, every, given) {
    const timer = {at: this.now + Math.max(1, ms), id: ++this.#last, every, run: () => run(...given)};
    this.#add(timer);
    return timer;
  }

  /** Behind those that are due at the same time. @param {Timer} timer */
  #add(timer) {
    const place = this.#timers.findIndex(({at}) => at > timer.at);
    this.#timers.splice(place < 0 ? this.#timers.length : place, 0, timer);
  }
}

/** @template T @param {{value: T} | {error: unknown}} end @returns {T} */
function settled(end) {
  if ('error' in end) throw end.error;
  return end.value;
}
