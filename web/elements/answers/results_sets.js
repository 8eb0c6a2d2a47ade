// Sets: points with the clouds a model explains them by, or members with what it says of all of them.
import {css, html, svg} from 'lit';
import {cloudScene, describeMixture} from '../../charts/cloud.js';
import {labels} from './results_labels.js';
import {pointsInWords} from './given_view.js';
import {say, told} from '../../words/words.js';

/** @typedef {import('../../runtime/types').Item} Item */

const SIZE = 150;

export const setsStyles = css`
  .clouds { display: grid; grid-template-columns: repeat(auto-fill, minmax(120px, 1fr)); gap: 8px; }
  .cloud { display: block; width: 100%; aspect-ratio: 1; background: var(--sunken); border-radius: 4px; }
  .cloud circle { fill: var(--muted); }
  .cloud ellipse { fill: var(--mine, var(--accent)); fill-opacity: 0.14; stroke: var(--mine, var(--accent)); stroke-width: 1.6; }
`;

/** @param {Item[]} items */
export function sets(items) {
  if (!items.some(({answer}) => answer.mixture)) return labels(items);
  return html`<ul class="clouds">${items.map((item) => html`<li>${cloud(item)}</li>`)}</ul>`;
}

/** @param {Item} item */
function cloud({given, answer}) {
  const mixture = answer.mixture ?? [];
  const {dots, ellipses} = cloudScene(given.values ?? [], mixture, SIZE);
  return html`<svg class="cloud" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label=${say('answer.points', {points: pointsInWords(given.values ?? []), clouds: told(describeMixture(mixture))})}>
    ${ellipses.map(({cx, cy, rx, ry, weight}) => svg`<ellipse cx=${cx} cy=${cy} rx=${rx} ry=${ry} stroke-opacity=${Math.min(1, 0.25 + 2 * weight)} />`)}
    ${dots.map(({cx, cy}) => svg`<circle cx=${cx} cy=${cy} r="1.6" />`)}</svg>`;
}
