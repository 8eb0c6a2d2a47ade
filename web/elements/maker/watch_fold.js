// The second beat as it is made: how the race is watched, and what of the page is hidden, locked or open.
import {html} from 'lit';
import {controlGroups, marked} from '../../exercise/make/controls.js';
import {say} from '../../words/words.js';
import {choice, number, tick} from './fields.js';
import './tick_list.js';

/** @typedef {import('./desk.js').Desk} Desk */

const AXES = ['step', 'tokens', 'seconds', 'flops'];
const METRICS = ['', 'loss', 'accuracy', 'exact'];
const PACINGS = ['steps', 'seconds', 'free'];

/** @param {Desk} desk */
export function digest({draft: {shape}}) {
  const {hide, lock, open} = shape;
  if (!hide.length && !lock.length && !open.length) return say('make.all_shown');
  return say('make.shape_line', {hidden: hide.length, locked: lock.length, opened: open.length});
}

/** @param {Desk} desk */
export function watchFold(desk) {
  const {draft, describe, change} = desk;
  const {view, shape, experiment} = draft;
  const see = (/** @type {Partial<typeof view>} */ part) => change({view: {...view, ...part}});
  const offered = (/** @type {string[]} */ values, /** @type {string} */ room) =>
    values.map((value) => ({value, title: say(`make.${room}_${value || 'suits'}`)}));
  return html`<p class="muted small">${say('make.watch_what')}</p>
    <div class="row">${choice({id: 'metric', label: say('make.metric'), value: view.metric ?? '', offered: offered(METRICS, 'metric'), choose: (metric) => see({metric: /** @type {any} */ (metric)})})}
      ${choice({id: 'axis', label: say('make.axis'), value: view.axis ?? 'step', offered: offered(AXES, 'axis'), choose: (axis) => see({axis: /** @type {any} */ (axis)})})}
      ${choice({id: 'pacing', label: say('make.pacing'), value: view.pacing ?? 'free', offered: offered(PACINGS, 'pacing'), choose: (pacing) => see({pacing: /** @type {any} */ (pacing)})})}</div>
    <div class="row">${tick({label: say('make.log'), on: view.log === true, turn: (log) => see({log})})}${tick({label: say('make.log_y'), on: view.log_y === true, turn: (log_y) => see({log_y})})}
      ${number({id: 'smooth', label: say('make.smooth'), value: view.smooth, min: 0, max: 0.999, empty: true, placeholder: '0.98', write: (smooth) => see({smooth})})}
      ${number({id: 'speed', label: say('make.speed'), value: view.speed || undefined, min: 0, max: 1000, empty: true, placeholder: say('make.speed_free'), write: (speed = 0) => see({speed})})}</div>
    <h3 id="shown">${say('make.shape')}</h3>
    <tick-list .groups=${controlGroups(describe, experiment)} .shape=${shape} @mark=${(/** @type {CustomEvent} */ {detail: {verb, name, on}}) => change({shape: marked(draft.shape, verb, name, on)})}></tick-list>`;
}
