// A few choices of which one holds, side by side.
import {html, nothing} from 'lit';
import {told} from '../../words/words.js';

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

/**
 * What a picture lets one choose; the first is the usual one.
 * @param {import('../../charts/compare/runs.js').Control[]} controls @param {Record<string, number>} chosen by name
 * @param {(name: string, value: number) => void} choose
 */
export function segmentsOf(controls, chosen, choose) {
  return controls.map(({name, title, choices}) =>
    segments({
      title: told(title),
      label: told(title),
      choices: choices.map((choice) => ({...choice, title: told(choice.title)})),
      chosen: chosen[name] ?? choices[0]?.value,
      choose: (value) => choose(name, value),
    }),
  );
}
