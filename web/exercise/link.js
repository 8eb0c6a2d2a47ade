// An exercise as an address: what a student is given, and what its author keeps to open it again. Both hold the same object; hidden is not
// secret.
import {decodeLink, encodeLink} from '../shape/link.js';
import {isFrom} from './address.js';
import {checkExercise} from './check.js';

/** @typedef {import('./types').Exercise} Exercise @typedef {import('../shape/link.js').Address} Address */
/** What an exercise is shown with. @typedef {Omit<import('../shape/page.js').Page, 'view'> & {view: Partial<import('../state/view.js').View>, exercise: Exercise, arithmetic?: number}} ExercisePage */

/**
 * @param {ExercisePage} page @param {{edit?: boolean}} [how] edit: opens the editor
 * @returns {Promise<string>} a hash with its "#"
 */
export async function encodeExercise({view, ...page}, {edit = false} = {}) {
  const hash = await encodeLink({...page, start: view});
  return edit ? hash.replace('#', '#edit=1&') : hash;
}

/**
 * @param {string} hash @param {import('../runtime/types').Description} [describe]
 * @returns {Promise<Address & {exercise?: Exercise, edit: boolean, error: string, notice: string}>} exercise: undefined where there is none, or
 *     error says why it cannot be read
 */
export async function decodeExercise(hash, describe) {
  return {...(await decodeLink(hash, describe, checkExercise)), edit: isFrom(hash)};
}
