// The two arithmetics of the engine, and what the page says of the fast one wherever a race uses it.

/** @typedef {import('../runtime/types').Experiment} Experiment */

/** Beside a name. */
export const FAST_LABEL = 'fast arithmetic';
/** What that means. */
export const FAST_MEANING = 'Fast arithmetic: numbers may differ in the last digits between machines.';

/** @param {Experiment} experiment */
export function isFast(experiment) {
  return experiment.train.tier === 'fast';
}

/** The same in the arithmetic that gives the same bits everywhere. @param {Experiment} experiment @returns {Experiment} */
export function inStrict(experiment) {
  return {...experiment, train: {...experiment.train, tier: 'strict'}};
}
