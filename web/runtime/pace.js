// A deliberately slow run: so many steps a second from where it was set.
export class Pace {
  #steps_per_second = 0;
  #start = {ms: 0, step: 0};

  get value() {
    return this.#steps_per_second;
  }

  /** @param {number} steps_per_second 0: as fast as it goes @param {{ms: number, step: number}} now */
  set(steps_per_second, now) {
    this.#steps_per_second = steps_per_second;
    this.#start = now;
  }

  /** Milliseconds by which it is ahead; 0 where none is set. @param {{ms: number, step: number}} now */
  ahead({ms, step}) {
    if (!(this.#steps_per_second > 0)) return 0;
    return this.#start.ms + ((step - this.#start.step) * 1000) / this.#steps_per_second - ms;
  }
}
