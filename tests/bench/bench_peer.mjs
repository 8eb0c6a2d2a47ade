// One peer with one workload, where it runs: a process of Node or a worker of Chromium. Driven from outside in short
// blocks, so that many can take turns.

export class BenchPeer {
  #place;
  #import;
  #peer;

  /** @param {(name: string) => Promise<any>} importPeer @param {any} place see run.mjs */
  constructor(importPeer, place) {
    this.#import = importPeer;
    this.#place = place;
  }

  /** The first step is timed apart: it traces, compiles, packs and, of ours, opens the session.
   * @param {{peer: string, options: any, workload: any}} command */
  async open({peer, options, workload}) {
    const {open} = await this.#import(peer);
    this.#peer = await open(workload, options, this.#place);
    const {ms, value} = await this.#timed();
    return {first_ms: ms, loss: value, memory: this.#peer.memory?.(), arena: this.#peer.arena?.()};
  }

  /** Steps until `ms` have passed, at least `min` and at most `max`. */
  async run({ms, min, max}) {
    const times = [];
    let loss;
    for (
      const begin = performance.now();
      times.length < min || (times.length < max && performance.now() - begin < ms);
    ) {
      const step = await this.#timed();
      times.push(step.ms);
      loss = step.value;
    }
    return {times, loss, memory: this.#peer.memory?.()};
  }

  async #timed() {
    const begin = performance.now();
    const value = await this.#peer.step();
    return {ms: performance.now() - begin, value};
  }

  /** @param {any} command {open} or {run}; never rejects */
  async answer(command) {
    try {
      return command.open ? await this.open(command.open) : await this.run(command.run);
    } catch (error) {
      return {error: String(error?.message ?? error).slice(0, 300)};
    }
  }
}
