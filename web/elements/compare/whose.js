// What makes a model another than it was: then nothing holds that was found out about it.
import {trainAt} from '../../state/runs.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */

/** @param {Race} race @param {Runner} runner @returns {string} the same as long as it is the same model, on the same task */
export function identityOf(race, runner) {
  const {model, adopted} = runner;
  const {changes: _, ...begun} = model;
  const {seed} = trainAt(race.experiment, race.runners.indexOf(runner), 0);
  return JSON.stringify([begun, race.experiment.task, race.text.title, seed, adopted]);
}

/** States in which a worker is there, or comes back by itself. */
const OPEN = new Set(['opening', 'ready', 'training', 'paused', 'done', 'not_finite']);

/** Those that can be asked without opening any that nobody has opened. @param {Race} race */
export function askable({runners, awaited}) {
  return awaited ? [] : runners.filter(({refused, state}) => !refused && OPEN.has(state));
}
