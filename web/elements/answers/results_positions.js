// An answer at every position: what was read above, what was said below, wrong ones with what was right.
import '../../words/late.js';
import {css, html, nothing} from 'lit';
import {visible} from '../../charts/grid.js';
import {say} from '../../words/words.js';
import {fixed} from '../parts/format.js';
import {placesOf, tally} from './item_places.js';
import {areWords} from './tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item */

export const positionsStyles = css`
  .places { display: flex; flex-wrap: wrap; gap: 2px 1px; font: 13px/1.25 var(--mono); }
  .places.words { column-gap: 1ch; }
  .place { display: inline-grid; justify-items: center; min-width: 1.25ch; grid-template-rows: repeat(2, 1.25em); }
  .place .read { color: var(--muted); }
  .place .right, .place .wrong { border-radius: 2px; padding-inline: 1px; }
  .place .truth { font-size: 11px; color: var(--muted); }
`;

/** @param {Item[]} items */
export function positions(items) {
  return html`<ul class="items">${items.map(
    (item) =>
      html`<li><span class="unseen">${inWords(item)}</span><span class="places ${areWords(item.given.symbols ?? []) ? 'words' : ''}" aria-hidden="true" lang="">${places(item)}</span></li>`,
  )}</ul>`;
}

/** What is asked, under its places. @param {Item} item */
export function asked({given, target}) {
  const symbols = target?.symbols ?? [];
  const heard = symbols.filter((symbol) => symbol !== null).join(' ');
  return html`<span class="unseen">${given.symbols?.join(' ')} ${say('inside.right')}: ${heard}</span><span class="places ${areWords(given.symbols ?? []) ? 'words' : ''}" aria-hidden="true" lang="">${places({given, answer: {symbols}})}</span>`;
}

/** @param {Item} item */
function places(item) {
  const {given} = item;
  const read = given.symbols ?? given.values?.map(([value]) => fixed(value, 1)) ?? [];
  return placesOf(item).map(
    ({said, wanted, counts, right}, i) => html`<span class="place"><span class="read">${visible(read[i] ?? '')}</span>
      <span class=${right === null ? '' : right ? 'right' : 'wrong'}>${counts ? visible(said ?? '') : nothing}</span>
      <span class="truth">${right === false ? visible(wanted ?? '') : nothing}</span></span>`,
  );
}

/** @param {Item} item */
function inWords(item) {
  const {given} = item;
  const {right, asked} = tally(placesOf(item));
  const read = given.symbols?.join(' ') ?? say('given.numbers', {count: given.values?.length ?? 0});
  return asked ? say('answer.so_many', {read, right, asked}) : say('answer.answered', {read});
}
