// Along what the curves are drawn, where a chapter offers a choice: symbols that were read, or seconds of this device.
import {html, nothing} from 'lit';
import {say, told} from '../../words/words.js';
import {axisWords} from '../chart/chart_axis.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function axisChoice({chapter, race, view, see}) {
  if (!chapter.axes) return nothing;
  return html`<div class="axes small" role="group" aria-label=${say('chart.across')}>${chapter.axes.map(
    (axis) =>
      html`<button aria-pressed=${axis === view.axis} @click=${() => see({axis})}>${told(axisWords(axis, race).title)}</button>`,
  )}</div>`;
}
