// The clock of a browser page, which goes on only when told to.

/** Puts itself in the place of what elements ask a browser for. */
export function fakeBrowserClock() {
  let now = 0;
  let last = 0;
  /** @type {Map<number, {at: number, run: (now: number) => void}>} */
  const waiting = new Map();
  const later = (/** @type {(now: number) => void} */ run, ms = 0) => {
    waiting.set(++last, {at: now + ms, run});
    return last;
  };
  const forget = (/** @type {number} */ id) => waiting.delete(id);
  const media = {matches: false, addEventListener() {}, removeEventListener() {}};
  class Observer {
    observe() {}
    disconnect() {}
  }
  Object.assign(globalThis, {
    window: {setTimeout: later},
    requestAnimationFrame: (/** @type {(now: number) => void} */ run) => later(run, 16 - (now % 16)),
    cancelAnimationFrame: forget,
    matchMedia: () => media,
    ResizeObserver: Observer,
    MutationObserver: Observer,
  });
  performance.now = () => now;
  return {
    /** @param {number} ms */
    pass(ms) {
      for (const end = now + ms; now < end; now++) {
        const turn = now; // the same for all that run in it, as a frame's time is
        for (const [id, {at, run}] of [...waiting]) if (at <= turn && waiting.delete(id)) run(turn);
      }
    },
    /** What runs takes so long. @param {number} ms */
    work: (ms) => void (now += ms),
  };
}
