// A race of fake engines whose held-out loss rises after step 150, so that it ends early or has best weights.
import {judgeOf} from '../../web/facts/early_end.js';
import {Race} from '../../web/runtime/race.js';
import {fakeSurroundings} from './fake_surroundings.js';
import {NOVEL_EXPERIMENT} from './novel.js';
import {until} from './until.js';

export const RNN = {kind: 'rnn', hidden_size: 16};
/** Tests at 10, 50, 100, 150 ...: the lowest held-out loss is that at 150. */
export const TRAIN = {...NOVEL_EXPERIMENT.train, steps: 600, eval_every: 50};

/**
 * @param {import('node:test').TestContext} context
 * @param {{asked?: Partial<import('../../web/facts/early_end.js').Asked>, models?: any[], train?: object, faults?: object, experiment?: any}} [how]
 */
export function openRace(context, {asked = {}, models = [RNN], train = {}, faults = {}, experiment} = {}) {
  const surroundings = fakeSurroundings({faults: {rises_after: 150, ...faults}});
  const race = new Race(surroundings, experiment ?? {...NOVEL_EXPERIMENT, train: {...TRAIN, ...train}, models});
  race.hasBest = true;
  const whole = {patience: 3, goal: '', ...asked};
  race.setJudge(whole.patience || whole.goal ? judgeOf(whole) : null);
  context.after(() => race.close());
  return {race, runner: race.runners[0], surroundings, workers: surroundings.workers};
}

/** @param {Race} race */
export const done = (race) =>
  until(() => race.state === 'done' && race.runners.every(({slot}) => slot.connection?.idle !== false), 'it is done');
