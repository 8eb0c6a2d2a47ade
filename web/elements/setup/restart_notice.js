// What a change to the whole race costs, said before it happens, in view of whoever makes it: a panel may be longer than its place.
import {css, html, nothing} from 'lit';
import {say} from '../../words/words.js';

/** In a host that is no grid, where it would stay in its row. */
export const inView = css`
  .in-view { position: sticky; bottom: 8px; z-index: 2; display: grid; gap: 8px; box-shadow: var(--shadow); }
  :is(summary, input, select, textarea) { scroll-margin-bottom: var(--notice, 170px); }
`;

/**
 * What is being written in is not beneath it, however small the screen and however many buttons it has.
 * @param {import('lit').ReactiveElement} host @param {boolean} changed whether it may be new
 */
export function uncover({shadowRoot, style}, changed) {
  const notice = shadowRoot?.querySelector('.in-view');
  if (!shadowRoot || !notice) return;
  const room = `${Math.ceil(notice.getBoundingClientRect().height) + 16}px`;
  if (!changed && style.getPropertyValue('--notice') === room) return;
  style.setProperty('--notice', room);
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
