// Which models of a race are set up as those of another experiment are, but for their seeds: what is known of the one then
// holds for the other. Pure.
import {trainOf} from '../state/own.js';
import {changesOf, optionsOnly} from '../state/runs.js';

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('./entrants.js').Spread} Spread */

/**
 * @param {Experiment} race @param {Experiment} other both with every option spelt out @param {readonly Spread[]} spreads of the other's models
 * @returns {Spread[]} of the race's
 */
export function spreadsFor(race, other, spreads) {
  const theirs = other.models.map((_, k) => setupOf(other, k));
  return race.models.flatMap((_, k) => {
    const same = theirs.indexOf(setupOf(race, k));
    return same < 0 ? [] : spreads.filter(({model}) => model === same).map((spread) => ({...spread, model: k}));
  });
}

/** @param {Experiment} experiment @param {number} k */
function setupOf({task, train, models}, k) {
  const {seed: _, ...others} = trainOf(train, models[k]);
  const {start = null} = models[k];
  const pieces = {task, train: others, model: optionsOnly(models[k]), start, changes: changesOf(models[k])};
  return JSON.stringify(pieces, sorted);
}

/** Whatever order the keys were written in. @param {string} _ @param {unknown} value */
function sorted(_, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
