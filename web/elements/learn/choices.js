// A question with buttons for answers. Nothing is answered but by a click, or Enter on the button that has the focus; what was said
// once stays, and is marked by what it turned out to be when that is told.
import {css, html} from 'lit';
import {UNSURE} from '../../learn/beats.js';
import {say} from '../../words/words.js';

export const choicesStyles = css`
  .choices { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
  .choices button {
    text-align: left; white-space: normal; font-size: 16px; line-height: 1.3; padding: 9px 14px; min-height: 44px;
    background: var(--surface); border-color: var(--edge); border-radius: 8px;
  }
  .choices button:hover:not(:disabled) { border-color: var(--ink); background: var(--sunken); }
  .choices button.unsure { border-style: dashed; }
  .choices li { display: flex; gap: 8px; padding: 5px 2px; color: var(--muted); }
  .choices li.said { color: var(--ink); font-weight: 600; }
  .choices .mark { flex: none; width: 1.2em; text-align: center; font-weight: 700; }
  .choices .so .mark { color: var(--good); }
  .choices .otherwise .mark { color: var(--error); }
  @container (max-width: 620px) {
    .choices { gap: 6px; }
    .choices.short { grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); }
    .choices button { font-size: 15px; padding-block: 6px; }
  }
`;

/** Titles so short stand side by side on a phone, in two lines at most. */
const SHORT = 36;

/** @typedef {{id: string, title: string, right?: boolean | null}} Offered right: what it turned out to be, null: neither; undefined: not told */

/** @param {Offered[]} offered @param {(id: string) => void} choose @param {string} labelledby id of the question */
export function choiceButtons(offered, choose, labelledby) {
  const short = offered.every(({title}) => title.length <= SHORT);
  return html`<div class="choices ${short ? 'short' : ''}" role="group" aria-labelledby=${labelledby}>${offered.map(
    ({id, title}) => html`<button class=${id === UNSURE ? 'unsure' : ''} @click=${() => choose(id)}>${title}</button>`,
  )}</div>`;
}

/** What was offered, with what was said. @param {Offered[]} offered @param {string} said id */
export function choicesMade(offered, said) {
  return html`<ul class="choices">${offered.map(
    ({
      id,
      title,
      right,
    }) => html`<li class="${id === said ? 'said' : ''} ${right ? 'so' : right === false && id === said ? 'otherwise' : ''}">
      <span class="mark" aria-hidden="true">${markOf(id === said, right)}</span><span>${title}${heardOf(id === said, right)}</span></li>`,
  )}</ul>`;
}

/** @param {boolean} said @param {boolean | null | undefined} right */
function markOf(said, right) {
  if (right) return '✓';
  if (!said) return '·';
  return right === false ? '✗' : '→';
}

/** The same for who does not see it. @param {boolean} said @param {boolean | null | undefined} right */
function heardOf(said, right) {
  if (said)
    return html` <span class="muted">${say(right ? 'player.said_right' : right === false ? 'player.said_wrong' : 'player.said')}</span>`;
  return right ? html` <span class="muted">${say('player.is_right')}</span>` : '';
}
