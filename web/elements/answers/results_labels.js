// One answer for a sequence: a class with how sure the model is of it, or a number beside the right one.
import {css, html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {fixed, listed, percent} from '../parts/format.js';
import {given} from './given_view.js';
import {isRight, tokens, verdict, writtenOut} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

export const labelsStyles = css`
  .label-row { display: flex; gap: 6px; align-items: center; }
  .label-row .body { flex: 1 1 0; min-width: 0; }
  .said { flex: none; width: 124px; display: grid; gap: 1px; }
  .said b { font-weight: 600; overflow-wrap: anywhere; }
  .said small { font-size: 12px; color: var(--muted); }
  .sure { width: 100%; height: 6px; display: block; }
  .sure .all { fill: var(--sunken); }
  .sure .part { fill: var(--mine, var(--accent)); }
`;

/** @param {Item[]} items */
export function labels(items) {
  return html`<ul class="items">${items.map(
    (item) => html`<li class="label-row">${mark(item)}<div class="body">${given(item)}</div>${said(item)}</li>`,
  )}</ul>`;
}

/** @param {Item} item */
function mark(item) {
  const right = isRight(item);
  return right === null ? nothing : verdict(right);
}

/** The answer: a name or a number, how sure, and what was right where it is not that. @param {Item} item */
export function said(item) {
  const {answer, target} = item;
  if (answer.numbers) return numbers(answer.numbers[0] ?? [], target?.numbers?.[0]);
  const wrong = isRight(item) === false;
  return html`<div class="said"><b>${tokens(answer.symbols ?? ['–'], {right: item.right})}</b>
    ${sureness(item)}${wrong && target?.symbols ? html`<small>${say('answer.right_is', {right: writtenOut(target.symbols)})}</small>` : nothing}</div>`;
}

/** @param {(number | null)[]} answer @param {(number | null)[] | undefined} target */
function numbers(answer, target) {
  const plain = (/** @type {(number | null)[]} */ row) => listed(row.map((v) => (v === null ? '–' : fixed(v, 2))));
  return html`<div class="said"><b>${plain(answer)}</b>${target ? html`<small>${say('answer.right_is', {right: plain(target)})}</small>` : nothing}</div>`;
}

/** @param {Item} item */
function sureness({probability, probabilities}) {
  const sure = probabilities ? Math.max(...probabilities) : probability?.[0];
  if (sure === undefined || !Number.isFinite(sure)) return nothing;
  return html`<svg class="sure" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=${say('answer.sure', {percent: percent(sure)})}>
    <rect class="all" width="100" height="6" /><rect class="part" width=${100 * sure} height="6" /></svg>`;
}
