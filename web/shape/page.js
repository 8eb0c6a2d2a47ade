// One object says what a page or a frame shows: a preset, an exercise and a link are this object.

/** @typedef {import('../runtime/types').Experiment} Experiment */
/** @typedef {import('../state/view.js').View} View */
/** @typedef {import('./shape.js').Shape} Shape */
/**
 * Words beside the experiment: of whoever made the link, as they stand, or those of a preset, in the reader's language.
 * @typedef {{title?: string, story?: string, watch?: string, preset?: undefined} | {preset: string}} Text
 */
/**
 * @typedef {object} Page
 * @property {Experiment} experiment what is trained
 * @property {Partial<View>} view how one begins to look at it; what is left out is as the page has it by default
 * @property {Shape} shape what is hidden, locked and opened
 * @property {Text} text
 * @property {import('../exercise/types').Exercise} [exercise] what somebody asks of whoever opens it
 */
/** What the page keeps of its object besides the experiment and the present view. @typedef {{start: Partial<View>, shape: Shape, text: Text}} Setting */
import {NO_SHAPE} from './shape.js';

/** @type {Text} */
export const NO_TEXT = Object.freeze({});

/** @type {Setting} */
export const NO_SETTING = Object.freeze({start: Object.freeze({}), shape: NO_SHAPE, text: NO_TEXT});

/** Words of somebody's own. @param {Text} text @returns {text is {title?: string, story?: string, watch?: string, preset?: undefined}} */
export function isLiteral(text) {
  return text.preset === undefined && Object.keys(text).length > 0;
}
