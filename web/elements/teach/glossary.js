// All words of the trade that the page explains, each with the chapter that shows it.
import {html, nothing} from 'lit';
import '../../words/late.js';
import {TERMS} from '../../learn/teach/terms.js';
import {say} from '../../words/words.js';
import {linkTo} from './overview.js';

/** @param {import('./overview.js').Desk} desk */
export function glossary({chapters, root}) {
  const there = (/** @type {string} */ id) => chapters.some((one) => one.id === id);
  return html`<h1 tabindex="-1">${say('glossary.title')}</h1><p class="lead">${say('glossary.lead')}</p>
    <dl>${TERMS.map(
      ({name, chapter}) => html`<div id=${`term-${name}`}><dt>${say(`term.${name}.word`)}</dt>
        <dd>${say(`term.${name}`)}${there(chapter) ? html` <span class="muted">${say('glossary.shown')} ${linkTo(root, chapter)}</span>` : nothing}</dd></div>`,
    )}</dl>`;
}
