// A few choices of which one holds, side by side.
import {html, nothing} from 'lit';

/**
 * Nothing where there is nothing to choose.
 * @param {{title: string, label: string, choices: {value: number, title: string}[], chosen: number, choose: (value: number) => void}} of
 *     title: what stands before it, if anything; label: what it is called for those who do not see it
 */
export function segments({title, label, choices, chosen, choose}) {
  if (choices.length < 2) return nothing;
  return html`<span class="choice">${title ? html`<span class="muted">${title}</span>` : nothing}
    <span class="segments" role="group" aria-label=${title || label}>
    ${choices.map((choice) => html`<button aria-pressed=${choice.value === chosen} @click=${() => choose(choice.value)}>${choice.title}</button>`)}</span></span>`;
}
