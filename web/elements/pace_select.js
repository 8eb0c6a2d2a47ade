import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../styles/base.js';
import {Follow, announce} from './follow.js';

/** @typedef {import('../runtime/race.js').Race} Race */

const SPEEDS = [
  {value: 0, title: 'Full speed'},
  {value: 100, title: '100 steps/s'},
  {value: 30, title: '30 steps/s'},
  {value: 10, title: '10 steps/s'},
  {value: 3, title: '3 steps/s'},
  {value: 1, title: '1 step/s'},
];
const PACINGS = [
  {value: 'free', title: 'Each at its own pace'},
  {value: 'steps', title: 'Same steps'},
  {value: 'seconds', title: 'Same seconds'},
];

/** How fast the race goes, and what holds its models together. @prop race @fires view-change - detail: {pacing} or {speed} */
export class PaceSelect extends LitElement {
  static properties = {race: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    :host { display: flex; flex-wrap: wrap; gap: 8px 10px; }
    select { max-width: 200px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    if (!this.race) return nothing;
    const {speed, pacing} = this.race;
    const speeds = SPEEDS.some(({value}) => value === speed)
      ? SPEEDS
      : [...SPEEDS, {value: speed, title: `${speed} steps/s`}];
    return html`
      <label><span class="unseen">Speed</span><select @change=${(/** @type {any} */ e) => announce(this, 'view-change', {speed: Number(e.target.value)})}>
        ${speeds.map(({value, title}) => html`<option value=${value} .selected=${value === speed}>${title}</option>`)}</select></label>
      <label><span class="unseen">Pacing</span><select @change=${(/** @type {any} */ e) => announce(this, 'view-change', {pacing: e.target.value})}
        title="Free, or held together by step count or by seconds of training">
        ${PACINGS.map(({value, title}) => html`<option value=${value} .selected=${value === pacing}>${title}</option>`)}</select></label>`;
  }
}

customElements.define('pace-select', PaceSelect);
