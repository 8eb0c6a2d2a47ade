// What is hidden and locked of a model's own training: what the race's options are, and what is said of the model alone. Else
// whoever may not move the race's rate would give each model one of its own.
import {hides, locks} from '../../shape/shape.js';

/** @typedef {import('../../shape/shape.js').Shape} Shape */

/** @param {Shape} shape @param {string} kind of model @param {string} option such as optimizer.lr, or optimizer.* */
export const hidesOwn = (shape, kind, option) =>
  hides(shape, `train.${option}`) || hides(shape, `models.${kind}.train.${option}`);

/** @param {Shape} shape @param {string} kind of model @param {string} option */
export const locksOwn = (shape, kind, option) =>
  locks(shape, `train.${option}`) || locks(shape, `models.${kind}.train.${option}`);
