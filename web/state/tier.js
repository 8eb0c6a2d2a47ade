// The two arithmetics of the engine, and what the page says of the fast one wherever a race uses it.
import {say} from '../words/words.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */

/** Beside a name. */
export const fastLabel = () => say('tier.fast');
/** What that means. */
export const fastMeaning = () => say('tier.fast_meaning');

/** @param {Experiment} experiment */
export function isFast(experiment) {
  return experiment.train.tier === 'fast';
}

/** The same in the arithmetic that gives the same bits everywhere. @param {Experiment} experiment @returns {Experiment} */
export function inStrict(experiment) {
  return {...experiment, train: {...experiment.train, tier: 'strict'}};
}
