// What of a model's training is its own and not the race's, and how that is changed. A path is ['seed'] or ['optimizer', 'lr'].
import {isObject} from './objects.js';
import {merged} from './runs.js';

/** @typedef {import('../runtime/types').ModelJson} ModelJson @typedef {import('../runtime/types').Train} Train */
/** @typedef {readonly [string, string?]} Path */

/** @param {ModelJson} model @returns {Record<string, any>} */
const ownTrain = ({train}) => (isObject(train) ? train : {});

/** Whether there is something of its own, there or at all. @param {ModelJson} model @param {Path} [path] */
export function hasOwn(model, path) {
  const train = ownTrain(model);
  if (!path) return Object.keys(train).length > 0;
  const [name, inner] = path;
  return inner === undefined ? name in train : isObject(train[name]) && inner in train[name];
}

/** How it is trained: its own over the race's. @param {Train} train of the race @param {ModelJson} model @returns {Train} */
export const trainOf = (train, model) => merged(train, ownTrain(model));

/** The optimizer that is its own alone, of another kind than the race's. @param {Train} train of the race @param {ModelJson} model */
export function hasOwnOptimizer({optimizer}, model) {
  const {kind = optimizer?.kind} = ownTrain(model).optimizer ?? {};
  return kind !== optimizer?.kind;
}

/** @param {ModelJson} model @param {Path} path @param {unknown} value @returns {ModelJson} */
export function withOwn(model, [name, inner], value) {
  const train = ownTrain(model);
  return {...model, train: {...train, [name]: inner === undefined ? value : {...train[name], [inner]: value}}};
}

/** Given back to the race. @param {ModelJson} model @param {Path} path @returns {ModelJson} */
export function withoutOwn(model, [name, inner]) {
  const {train: _, ...rest} = model;
  const {[name]: part, ...others} = ownTrain(model);
  const left = inner === undefined || !isObject(part) ? {} : without(part, inner);
  const train = Object.keys(left).length ? {...others, [name]: left} : others;
  return /** @type {ModelJson} */ (Object.keys(train).length ? {...rest, train} : rest);
}

/** @param {Record<string, unknown>} part @param {string} name */
function without({...part}, name) {
  delete part[name];
  return part;
}
