// The languages that the page could speak besides the present one, each by its own name: a part of every header.
import {html} from 'lit';
import {chooseLanguage} from '../../shape/language.js';
import {NAMES} from '../../words/languages.js';
import {say, spoken} from '../../words/words.js';
import {part} from '../parts/late.js';

/** What does not come is told by the page, and may be asked for again. @param {string} tag */
const choose = (tag) => chooseLanguage(tag, part).catch(() => {});

/** The button that was pressed is the one of the language before: it keeps the focus. */
export function languageChoice() {
  const others = Object.keys(NAMES).filter((tag) => tag !== spoken());
  return html`<span class="languages" role="group" aria-label=${say('language.choice')}>${others.map(
    (tag) => html`<button class="quiet" lang=${tag} @click=${() => choose(tag)}>${NAMES[tag]}</button>`,
  )}</span>`;
}
