// A page that keeps its races, among real engines: two small models that turn a word round, or learn a text of the reader's own.
import {Race} from '../../web/runtime/race.js';
import {Keeping} from '../../web/store/keeping.js';
import {engineSurroundings} from './engine_surroundings.js';
import {until} from './until.js';

export const TEXT = 'the secret of the sea is in the salt. '.repeat(60);
export const MODELS = [
  {kind: 'lstm', hidden_size: 12},
  {kind: 'rnn', hidden_size: 12},
];

/** The experiments, of so many steps. @param {number} steps @returns {{REVERSE: any, OWN: any}} */
export function smallExperiments(steps) {
  const train = {batch_size: 4, steps, seed: 3, eval_every: 30, optimizer: {kind: 'adam', lr: 0.003}};
  return {
    REVERSE: {version: 1, name: 'Backwards', task: {kind: 'reverse'}, train, models: MODELS},
    OWN: {version: 1, task: {kind: 'text', corpus: 'own', text: TEXT, length: 16}, train, models: MODELS},
  };
}

/** @param {import('node:test').TestContext} context @param {any} experiment @param {object} [shown] besides it */
export async function keptPage(context, experiment, shown = {}) {
  const race = new Race(await engineSurroundings(), experiment);
  const keeping = await Keeping.start({race, page: () => shown, show: () => {}, engine: '0.0.0', anything: false});
  context.after(() => (keeping.stop(), race.close()));
  return {race, keeping};
}

/** @param {Race} race @param {number} step */
export async function trainTo(race, step) {
  race.step(step - race.runners[0].step);
  const there = () => race.runners.every((runner) => runner.step === step && runner.record.saved?.step === step);
  await until(there, `step ${step}`);
}

/** @param {Race} race */
export const hashes = (race) => Promise.all(race.runners.map((runner) => runner.hash()));
