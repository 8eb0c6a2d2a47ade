// The first thing that Tab finds: past what stands at the top of every page.
import {css, html} from 'lit';

export const skipStyles = css`
  .skip { position: absolute; left: 8px; top: 8px; z-index: 9; padding: 8px 14px; border: 2px solid var(--accent); border-radius: 6px; background: var(--surface); }
  .skip:not(:focus) { width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** A link for what it does to where one reads; its address would be taken for another page's. @param {string} words @param {() => void} skip */
export function skipLink(words, skip) {
  return html`<a class="skip" href="#" @click=${(/** @type {Event} */ event) => (event.preventDefault(), event.stopPropagation(), skip())}>${words}</a>`;
}
