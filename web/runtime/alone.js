// The engine reads an experiment as a whole, and refuses it for any of its models. Each model is therefore asked about
// alone, so that a mistake in one stops that one; what the engine says about "models[0]" then has to be renumbered.
import {complete, defaultModel} from '../state/defaults.js';
import {versioned} from '../state/runs.js';
import {failureOf, thrownAgain} from './protocol.js';

/** @typedef {import('./types').Experiment} Experiment */

/** @param {Experiment} experiment @param {number} model @returns {Experiment} the same with that model only */
export function alone(experiment, model) {
  return versioned({...experiment, models: [experiment.models[model]]});
}

/** @param {unknown} error about model 0 of one @param {number} model its number among all @returns {import('./protocol.js').RuntimeError} */
export function renumbered(error, model) {
  const failure = failureOf(error);
  const name = (/** @type {any} */ text) =>
    typeof text === 'string' ? text.replaceAll('models[0]', `models[${model}]`) : text;
  const values = Object.fromEntries(Object.entries(failure.values).map(([key, value]) => [key, name(value)]));
  return thrownAgain({...failure, values, where: name(failure.where), message: name(failure.message)});
}

/** Whether a refusal is about one model and not about its size. @param {import('./types').Failure} failure */
export function concernsModel({code, where = ''}) {
  return where.startsWith('models[') && code !== 'too_expensive';
}

/** The same with one model that nobody can object to, to ask about the rest. @param {Experiment} experiment @param {import('./types').Description} describe */
export function plain(experiment, describe) {
  return complete({...experiment, models: [defaultModel(describe.models[0].kind, describe)]}, describe);
}

/** A list with one entry exchanged. @template T @param {T[]} list @param {number} index @param {T} value @returns {T[]} */
export function replaced(list, index, value) {
  return list.map((other, i) => (i === index ? value : other));
}
