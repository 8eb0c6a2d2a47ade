// The picture that the author of an exercise chose, beside the curves: also one that no chapter shows, which comes with all of them.
import {causeFigure as figureOf} from '../learn/race_figure.js';

/** @typedef {import('../../charts/compare/runs.js').Picture} Picture */

/** @param {string} id */
const bring = (id) => async () =>
  /** @type {Picture} */ ((await import('../compare/compare_section.js')).PICTURES.find(({meta}) => meta.id === id));

/** @param {import('../learn/scene.js').Scene} scene */
export const causeFigure = (scene) => figureOf({...scene, bring});
