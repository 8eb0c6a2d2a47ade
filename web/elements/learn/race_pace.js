import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {integer, timeLeft} from '../parts/format.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** What somebody learns before the race is an act of its own: how far that is, or else the race. @param {Race} race @returns {{step: number, steps: number, left: number}} */
function paceOf(race) {
  const first = race.runners.find(({beginning}) => beginning)?.beginning;
  if (first) {
    const {step, steps, seconds = 0} = first;
    return {step, steps, left: step ? ((steps - step) * seconds) / step : NaN};
  }
  const left = Math.max(0, ...race.runners.map((runner) => race.timeLeft(runner)).filter(Number.isFinite));
  return {step: Math.min(...race.runners.map((runner) => runner.step)), steps: race.steps, left};
}

/** Which of the two it is; nothing where there is but one. @param {Race} race */
function actOf({runners}) {
  if (!runners.some(({start}) => start)) return nothing;
  return html`<b class="act">${say('player.act', {act: runners.some(({beginning}) => beginning) ? 1 : 2})}</b> `;
}

/** How far a race is, and whether it goes on. @prop race @prop train - lets it go on @attr done - set once nothing is left to do */
export class RacePace extends LitElement {
  static properties = {race: {attribute: false}, train: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    .row { min-height: var(--target); }
    progress { flex: 1 1 90px; min-width: 60px; height: 6px; accent-color: var(--accent); }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.train = () => {};
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.race, {progress: () => redraw.request(), change: () => redraw.request()});
  }

  willUpdate() {
    this.toggleAttribute('done', this.race?.state === 'done');
  }

  render() {
    const {race} = this;
    if (!race) return nothing;
    const {step, steps, left} = paceOf(race);
    const training = race.state === 'training';
    return html`<div class="row small muted"><progress max=${steps} .value=${step} aria-label=${say('player.progress')}></progress>
      <span>${actOf(race)}${say('player.steps', {step: integer(step), steps: integer(steps)})} ${training ? timeLeft(left) : ''}</span>${this.#button(race)}</div>`;
  }

  /** @param {import('../../runtime/race.js').Race} race */
  #button(race) {
    if (race.state === 'training') return html`<button @click=${() => race.pause()}>${say('run.pause')}</button>`;
    if (race.state === 'done' || race.runners.every(({refused}) => refused)) return nothing;
    return html`<button @click=${() => this.train()}>${say(race.started ? 'run.continue' : 'run.train')}</button>`;
  }
}

customElements.define('race-pace', RacePace);
