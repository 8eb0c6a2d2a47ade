import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from './fake_surroundings.js';
import {NOVEL_EXPERIMENT} from './novel.js';
import {until} from './until.js';

/**
 * A race among fake engines, closed after the test.
 * @param {import('node:test').TestContext} context
 * @param {{faults?: import('./fake_engine.js').Faults, train?: object, models?: number}} [options]
 */
export function openRace(context, {faults = {}, train = {}, models = 3} = {}) {
  const surroundings = fakeSurroundings({faults});
  const race = new Race(surroundings, {
    ...NOVEL_EXPERIMENT,
    train: {...NOVEL_EXPERIMENT.train, ...train},
    models: NOVEL_EXPERIMENT.models.slice(0, models),
  });
  context.after(() => race.close());
  return {race, surroundings};
}

/** @param {Race} race */
export const done = (race) => until(() => race.state === 'done', 'the race is done');
/** @param {Race} race @param {number} step */
export const reached = (race, step) => until(() => race.runners.every((runner) => runner.step >= step), `step ${step}`);
