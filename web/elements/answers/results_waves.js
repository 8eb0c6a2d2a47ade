// Numbers over time: the right line and the model's, in one frame.
import {css, html, svg} from 'lit';
import {distance, wavePaths} from '../../charts/waves.js';
import {say} from '../../words/words.js';
import {fixed} from '../parts/format.js';

/** @typedef {import('../../runtime/types').Item} Item */

const FRAME = {width: 300, height: 64};

export const wavesStyles = css`
  .wave { display: block; width: 100%; height: 64px; background: var(--sunken); border-radius: 4px; }
  .wave path { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
  .wave .target { stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 4 3; }
  .wave .answer { stroke: var(--mine, var(--accent)); stroke-width: 2; }
  .key { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12.5px; color: var(--muted); }
  .key svg { width: 22px; height: 6px; margin-right: 5px; vertical-align: middle; }
`;

/** @param {Item[]} items */
export function waves(items) {
  return html`<ul class="items">${items.map((item) => html`<li>${wave(item)}</li>`)}</ul>
    <p class="key wave-key" aria-hidden="true">
      <span><svg viewBox="0 0 22 6">${svg`<path d="M0 3H22" stroke="var(--muted)" stroke-width="1.5" stroke-dasharray="4 3" />`}</svg>${say('answer.right')}</span>
      <span><svg viewBox="0 0 22 6">${svg`<path d="M0 3H22" stroke="var(--mine, var(--accent))" stroke-width="2" />`}</svg>${say('answer.this_model')}</span></p>`;
}

/** @param {Item} item */
export function wave({given, target, answer}) {
  const right = target?.numbers ?? given.values ?? [];
  const said = answer.numbers ?? [];
  const {target: wanted, answer: line} = wavePaths(right, said, FRAME);
  return html`<svg class="wave" viewBox="0 0 ${FRAME.width} ${FRAME.height}" preserveAspectRatio="none" role="img"
    aria-label=${say('answer.off_by', {count: right.length, distance: fixed(distance(right, said), 2)})}>
    ${svg`<path class="target" d=${wanted} /><path class="answer" d=${line} />`}</svg>`;
}
