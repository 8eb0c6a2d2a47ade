// From one sequence to another: what was given, what the model answers, and what was right where it is wrong.
import {css, html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {given} from './given_view.js';
import {isRight, tokens, verdict} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

export const pairsStyles = css`
  .pair-row { display: flex; gap: 6px; align-items: baseline; }
  .pair-row > .body { flex: 1 1 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; }
  .arrow { color: var(--muted); }
  .should { font-size: 12.5px; color: var(--muted); }
  .nothing { color: var(--muted); font-style: italic; }
`;

/** @param {Item[]} items */
export function pairs(items) {
  return html`<ul class="items">${items.map((item) => html`<li>${pair(item)}</li>`)}</ul>`;
}

/** @param {Item} item */
export function pair(item) {
  const {answer, target, probability} = item;
  const right = isRight(item);
  const said = answer.symbols ?? [];
  return html`<div class="pair-row">${right === null ? nothing : verdict(right)}<div class="body">
    ${given(item)} <span class="arrow" aria-hidden="true">→</span><span class="unseen">${say('answer.becomes')}</span>
    ${said.length ? tokens(said, {right: aligned(item), probability}) : html`<span class="nothing">${say('answer.nothing')}</span>`}
    ${right === false && target?.symbols ? html`<span class="should">${say('answer.right_before')} ${tokens(target.symbols, {kind: 'faint'})}</span>` : nothing}</div></div>`;
}

/**
 * Which symbols of the answer are right where they stand: `right` counts those of the target, and an answer may be longer.
 * @param {Item} item @returns {boolean[] | undefined}
 */
function aligned({answer, target}) {
  const wanted = target?.symbols;
  return wanted && answer.symbols?.map((symbol, i) => symbol === wanted[i]);
}
