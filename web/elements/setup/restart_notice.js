// What a change to the whole race costs, said before it happens, in view of whoever makes it: a panel may be longer than its place.
import {css, html, nothing} from 'lit';
import {say} from '../../words/words.js';

/** In a host that is no grid, where it would stay in its row. */
export const inView = css`
  .in-view { position: sticky; bottom: 8px; z-index: 2; display: grid; gap: 8px; box-shadow: var(--shadow); }
`;

/** What is being written in is not beneath it, however small the screen. @param {import('lit').ReactiveElement} host */
export function uncover({shadowRoot}) {
  if (!shadowRoot?.querySelector('.in-view')) return;
  let field = shadowRoot.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  field?.scrollIntoView({block: 'nearest'}); // with the margin that option-field gives it
}

/**
 * @param {import('../../runtime/race.js').Race} race
 * @param {{busy: boolean, invalid: boolean, apply: () => void, drop: () => void, further?: {title: string, go: () => void} | null}} options
 *     further: how the same is had without a restart
 */
export function warnOfRestart(race, {busy, invalid, apply, drop, further = null}) {
  const {started} = race;
  const cost = !started ? 'restart.free' : race.safe() ? 'restart.kept' : 'restart.lost';
  return html`<div class="notice in-view" role="status"><p>${say(cost)} ${further ? say('restart.or_further') : ''}</p>
    <div class="row"><button class="primary" ?disabled=${busy || invalid} @click=${apply}>${say(started ? 'restart.apply.all' : 'restart.apply')}</button>
      ${further ? html`<button ?disabled=${busy || invalid} @click=${further.go}>${further.title}</button>` : nothing}
      <button @click=${drop}>${say('restart.keep')}</button></div></div>`;
}
