// A worker behind a bad line: what is said to it and by it may be lost, come twice, or late. The same for the same seed.

/** @typedef {import('../../web/runtime/types').WorkerLike} WorkerLike */
/** Shares of messages, and milliseconds. @typedef {{lost: number, doubled: number, late: number, late_ms: number}} Faults */

/** Mulberry32. @param {number} seed @returns {() => number} from [0, 1) */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @implements {WorkerLike} */
export class FaultyWire {
  /** @type {((event: {data: any}) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  #worker;
  #random;
  #faults;

  /** @param {WorkerLike} worker @param {() => number} random @param {Faults} faults */
  constructor(worker, random, faults) {
    this.#worker = worker;
    this.#random = random;
    this.#faults = faults;
    this.lost = worker.lost;
    worker.onmessage = ({data}) => this.#carry(data, (message) => this.onmessage?.({data: message}));
    worker.onerror = (event) => this.onerror?.(event);
  }

  /** What is handed over is copied: it may have to arrive twice. @param {any} message */
  postMessage(message) {
    this.#carry(message, (arrived) => this.#worker.postMessage(arrived));
  }

  terminate() {
    this.#worker.terminate();
  }

  /** @param {any} message @param {(message: any) => void} arrive */
  #carry(message, arrive) {
    const {lost, doubled, late, late_ms} = this.#faults;
    const fate = this.#random();
    if (fate < lost) return;
    const copy = structuredClone(message);
    if (fate < lost + late) setTimeout(arrive, this.#random() * late_ms, copy);
    else arrive(copy);
    if (this.#random() < doubled) setTimeout(arrive, this.#random() * late_ms, structuredClone(message));
  }
}
