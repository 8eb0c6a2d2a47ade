// An answer at every position: what was read above, what was said below, wrong ones with what was right.
import {css, html, nothing} from 'lit';
import {visible} from '../charts/grid.js';

/** @typedef {import('../runtime/types').Item} Item */

export const positionsStyles = css`
  .places { display: flex; flex-wrap: wrap; gap: 2px 1px; font: 13px/1.25 var(--mono); }
  .place { display: inline-grid; justify-items: center; min-width: 1.25ch; grid-template-rows: repeat(2, 1.25em) 1.1em; }
  .place .read { color: var(--muted); }
  .place .right, .place .wrong { border-radius: 2px; padding-inline: 1px; }
  .place .truth { font-size: 11px; color: var(--muted); }
`;

/** @param {Item[]} items */
export function positions(items) {
  return html`<ul class="items">${items.map(
    (item) =>
      html`<li><span class="unseen">${inWords(item)}</span><span class="places" aria-hidden="true" lang="">${places(item)}</span></li>`,
  )}</ul>`;
}

/** @param {Item} item */
function places({given, answer, target}) {
  const read = given.symbols ?? given.values?.map(([value]) => value.toFixed(1)) ?? [];
  const columns = Math.max(read.length, answer.symbols?.length ?? 0);
  return Array.from({length: columns}, (_, i) => {
    const [said, wanted] = [answer.symbols?.[i], target?.symbols?.[i]];
    const counts = wanted !== undefined && wanted !== null;
    const good = counts && said === wanted;
    return html`<span class="place"><span class="read">${visible(read[i] ?? '')}</span>
      <span class=${!counts ? '' : good ? 'right' : 'wrong'}>${counts ? visible(said ?? '') : nothing}</span>
      <span class="truth">${counts && !good ? visible(wanted) : nothing}</span></span>`;
  });
}

/** @param {Item} item */
function inWords({given, right}) {
  const asked = right?.filter((one) => one !== null) ?? [];
  const read = given.symbols?.join(' ') ?? `${given.values?.length ?? 0} numbers`;
  return `${read}: ${asked.length ? `${asked.filter(Boolean).length} of ${asked.length} right` : 'answered'}`;
}
