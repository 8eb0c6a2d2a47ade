// A word of the trade, with its definition where it is hovered, focused or tapped. Until term_word.js is there, which comes
// with the verdict, it is a word like any other: the first visit pays for this line alone.
import {html} from 'lit';

/** @param {string} name as in web/words: term.<name> says what it is @param {unknown} words as they stand in the sentence */
export const term = (name, words) => html`<term-word name=${name}>${words}</term-word>`;
