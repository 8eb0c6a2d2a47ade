// What the one knob of a chapter does to its experiment. Pure.
import {isObject} from '../state/objects.js';
import {merged, versioned} from '../state/runs.js';

/** @typedef {import('./types').Change} Change @typedef {import('../runtime/types').Experiment} Experiment @typedef {import('../runtime/types').ModelJson} ModelJson */

/** @param {Experiment} experiment @param {Change} change @returns {Experiment} */
export function changed(experiment, {task = {}, train = {}, models = [], add}) {
  const own = experiment.models.map((model, i) => /** @type {ModelJson} */ ({...model, ...models[i]}));
  return versioned({
    ...experiment,
    task: {...experiment.task, ...task},
    train: merged(experiment.train, train),
    models: add ? [...own, add] : own,
  });
}

/** The model that it brings beside those that are there, where it does nothing else. @param {Change} change @returns {ModelJson | null} */
export function onlyAdds({add, ...others}) {
  return add && !Object.values(others).some((other) => isObject(other) || Array.isArray(other)) ? add : null;
}
