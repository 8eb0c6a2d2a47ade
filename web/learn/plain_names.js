// What models are called in a chapter: by their kind alone, since how large they are is explained nowhere in it; by their layers, where
// it is these that differ. Pure.
import {kindTitle, modelNames} from '../state/names.js';
import {say} from '../words/words.js';

/** @typedef {import('../runtime/types').ModelJson} ModelJson */

const SIZES = ['hidden_size', 'd_model', 'channels', 'growth', 'num_layers'];
const WIDTHS = SIZES.filter((name) => name !== 'num_layers');

/** @param {ModelJson} model @param {string[]} sizes */
const sizesOf = (model, sizes) => JSON.stringify(sizes.map((name) => model[name] ?? null));

/** @param {ModelJson} model @returns {ModelJson} */
const unsized = (model) =>
  /** @type {ModelJson} */ (Object.fromEntries(Object.entries(model).filter(([name]) => !SIZES.includes(name))));

/** Whether models of one kind are of one size. @param {ModelJson[]} models @param {string[]} sizes */
const areAlike = (models, sizes) =>
  models.every((one) =>
    models.every((other) => one.kind !== other.kind || sizesOf(one, sizes) === sizesOf(other, sizes)),
  );

/** With their sizes, as everywhere else, where two of a kind differ in these alone, and not in their layers. @type {typeof modelNames} */
export function plainNames(models, describe, train) {
  const plain = models.map(unsized);
  const apart = new Set(plain.map(({changes: _, ...named}) => JSON.stringify(named))).size === models.length; // what is done on the way has no name
  if (apart || areAlike(models, SIZES)) return modelNames(plain, describe, train);
  return byLayers(models, describe, train) ?? modelNames(models, describe, train);
}

/** Null where that does not tell each from all others. @param {Parameters<typeof modelNames>} of @returns {string[] | null} */
function byLayers(...[models, describe, train]) {
  if (!areAlike(models, WIDTHS)) return null;
  const layersOf = (/** @type {ModelJson} */ {kind}) =>
    models.filter((one) => one.kind === kind).map((one) => one.num_layers);
  const told = models.every((model) => new Set(layersOf(model)).size === layersOf(model).length);
  if (!told) return null;
  const plain = modelNames(models.map(unsized), describe, train);
  return models.map((model, i) =>
    layersOf(model).length > 1
      ? say('name.layers', {name: kindTitle(model, describe), layers: Number(model.num_layers)})
      : plain[i],
  );
}
