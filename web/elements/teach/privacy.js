// What is kept on the device and where, that nothing leaves, and the button that deletes it.
import {html} from 'lit';
import {say} from '../../words/words.js';
import './kept_here.js';

/** @typedef {import('./overview.js').Desk} Desk */

/** @param {Desk} desk */
export function privacy({root}) {
  return html`<h1 tabindex="-1">${say('privacy.title')}</h1><p class="lead">${say('privacy.lead')}</p>
    <section aria-labelledby="leaves"><h2 id="leaves">${say('privacy.leaves')}</h2><p>${say('privacy.leaves_what')}</p><p>${say('privacy.leaves_host')}</p><p>${say('privacy.leaves_link')}</p></section>
    <kept-here root=${root}></kept-here>
    <section aria-labelledby="class"><h2 id="class">${say('privacy.class')}</h2><p>${say('privacy.class_what')}</p></section>`;
}
