// What may be chosen about the chart.
import {html, nothing} from 'lit';
import {say, told} from '../../words/words.js';
import {AXES, axisWords} from './chart_axis.js';
import {METRICS} from './chart_metric.js';
import {SMOOTHING} from './smoothing.js';

/** @typedef {import('../../state/view.js').View} View */

/**
 * @param {View} view @param {{race: import('../../runtime/race.js').Race, metric: string, change: (part: Partial<View>) => void}} of
 * @param {unknown} more what else stands in the row
 */
export function chartOptions(view, {race, metric, change}, more) {
  const axes = /** @type {View['axis'][]} */ (Object.keys(AXES));
  return html`<div class="options small">
      <label>${say('chart.show')} <select @change=${(/** @type {any} */ e) => change({metric: e.target.value})}>
        ${METRICS.map(({value, title}) => html`<option value=${value} .selected=${metric === value}>${told(title)}</option>`)}
      </select></label>
      <label>${say('chart.across')} <select @change=${(/** @type {any} */ e) => change({axis: e.target.value})}>
        ${axes.map((value) => html`<option value=${value} ?selected=${view.axis === value}>${told(axisWords(value, race).title)}</option>`)}
      </select></label>
      <label><input type="checkbox" .checked=${view.log} @change=${(/** @type {any} */ e) => change({log: e.target.checked})} />${say('chart.log.x')}</label>
      <label><input type="checkbox" .checked=${view.log_y} @change=${(/** @type {any} */ e) => change({log_y: e.target.checked})} />${say('chart.log.y')}</label>
      ${metric === 'loss' ? smoothing(view, change) : nothing} ${more}
    </div>`;
}

/** @param {View} view @param {(part: Partial<View>) => void} change */
function smoothing(view, change) {
  return html`<label>${say('chart.smooth')} <select @change=${(/** @type {any} */ e) => change({smooth: Number(e.target.value)})}>
        ${SMOOTHING.map(({value, title}) => html`<option value=${value} ?selected=${view.smooth === value}>${told(title)}</option>`)}
      </select></label>`;
}
