// The engine reads an experiment as a whole, and refuses it for any of its models. Each model is therefore asked about
// alone, so that a mistake in one stops that one; what the engine says about "models[0]" then has to be renumbered.
import {complete, defaultModel} from '../state/defaults.js';
import {failureOf, RuntimeError} from './protocol.js';

/** @typedef {import('./types').Experiment} Experiment */

/** @param {Experiment} experiment @param {number} model @returns {Experiment} the same with that model only */
export function alone(experiment, model) {
  return {...experiment, models: [experiment.models[model]]};
}

/** @param {unknown} error about model 0 of one @param {number} model its number among all @returns {RuntimeError} */
export function renumbered(error, model) {
  const {code, message, where = ''} = failureOf(error);
  const name = (/** @type {string} */ text) => text.replaceAll('models[0]', `models[${model}]`);
  return new RuntimeError(code, name(message), name(where));
}

/** The same with one model that nobody can object to, to ask about the rest. @param {Experiment} experiment @param {import('./types').Description} describe */
export function plain(experiment, describe) {
  return complete({...experiment, models: [defaultModel(describe.models[0].kind, describe)]}, describe);
}
