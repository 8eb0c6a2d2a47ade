// What models are called in a chapter: by their kind alone, since how large they are is explained nowhere in it. Pure.
import {modelNames} from '../state/names.js';

/** @typedef {import('../runtime/types').ModelJson} ModelJson */

const SIZES = ['hidden_size', 'd_model', 'channels', 'growth', 'num_layers'];

/** @param {ModelJson} model */
const sizesOf = (model) => JSON.stringify(SIZES.map((name) => model[name] ?? null));

/** @param {ModelJson} model @returns {ModelJson} */
const unsized = (model) =>
  /** @type {ModelJson} */ (Object.fromEntries(Object.entries(model).filter(([name]) => !SIZES.includes(name))));

/** With their sizes, as everywhere else, where two of a kind differ in these alone. @type {typeof modelNames} */
export function plainNames(models, describe, train) {
  const alike = models.every((one) =>
    models.every((other) => one.kind !== other.kind || sizesOf(one) === sizesOf(other)),
  );
  const plain = models.map(unsized);
  const apart = new Set(plain.map((model) => JSON.stringify(model))).size === models.length;
  return modelNames(alike || apart ? plain : models, describe, train);
}
