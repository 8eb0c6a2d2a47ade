// The lab in a frame: the page's own element in its compact form.
import '../elements/lab/lab_link.js';
import {openLab} from '../lab.js';
import {say} from '../words/words.js';
import {speakInFrame} from './frame.js';

/** @param {Element} place @param {import('../runtime/types').Surroundings} surroundings */
export async function openLabFrame(place, surroundings) {
  const app = /** @type {import('../lab.js').AppElement} */ (place);
  document.title = say('lab.name');
  speakInFrame(await openLab(app, surroundings), app);
}
