// Examples with every number shown, before anything is predicted: fetched with the chapter that names one.
import {html, nothing} from 'lit';
import {part} from '../parts/late.js';

/** @typedef {import('../../learn/types').Lesson} Lesson */

/** By the name that a chapter gives: what brings its element, and the element. */
const WORKED = {
  rnn: {
    bring: () => import('./worked_rnn.js'),
    element: (/** @type {Lesson} */ chapter) => html`<worked-rnn .chapter=${chapter}></worked-rnn>`,
  },
};

/** @param {Lesson} chapter that is opened */
export async function bringWorked({worked}) {
  if (worked) await part(WORKED[worked].bring).catch(() => {}); // that it did not come is told
}

/** @param {Lesson} chapter */
export const workedExample = (chapter) => (chapter.worked ? WORKED[chapter.worked].element(chapter) : nothing);
