import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {LOCKED, lockedReason} from '../parts/locked.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** Steps a second; 0 is as fast as it goes. */
const SPEEDS = [0, 100, 30, 10, 3, 1];
/** Keys of what holds the models together. */
const PACINGS = {free: 'pace.free', steps: 'pace.steps', seconds: 'pace.seconds'};

/** How fast the race goes, and what holds its models together. @prop race @attr locked @fires view-change - detail: {pacing} or {speed} */
export class PaceSelect extends LitElement {
  static properties = {race: {attribute: false}, locked: {type: Boolean}};
  static styles = [
    base,
    controls,
    css`
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; }
    select { max-width: 200px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.locked = false;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    if (!this.race) return nothing;
    const {speed, pacing} = this.race;
    const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed];
    return html`
      <label><span class="unseen">${say('pace.speed')}</span><select ?disabled=${this.locked} aria-describedby=${LOCKED} @change=${(/** @type {any} */ e) => announce(this, 'view-change', {speed: Number(e.target.value)})}>
        ${speeds.map((value) => html`<option value=${value} .selected=${value === speed}>${titleOf(value)}</option>`)}</select></label>
      <label><span class="unseen">${say('pace.pacing')}</span><select ?disabled=${this.locked} aria-describedby=${LOCKED} @change=${(/** @type {any} */ e) => announce(this, 'view-change', {pacing: e.target.value})}
        title=${say('pace.pacing_hint')}>
        ${Object.entries(PACINGS).map(([value, key]) => html`<option value=${value} .selected=${value === pacing}>${say(key)}</option>`)}</select></label>
      ${lockedReason(this.locked)}`;
  }
}

/** @param {number} speed steps a second */
function titleOf(speed) {
  return speed === 0 ? say('pace.full') : say('pace.a_second', {count: speed, speed: String(speed)});
}

customElements.define('pace-select', PaceSelect);
