// When a model is tested on held-out examples: each so many steps, at its end, and once early, so that there is something to
// see before the first of these comes round.

const FIRST = 10;

/** The next test after a step, the end of the run apart. @param {number} step @param {number} every @returns {number} */
export function nextTest(step, every) {
  const next = step - (step % every) + every;
  return step < FIRST ? Math.min(FIRST, next) : next;
}

/** @param {number} step @param {number} every */
export const isTest = (step, every) => step % every === 0 || step === FIRST;
