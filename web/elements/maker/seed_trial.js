import {LitElement, css, html, nothing} from 'lit';
import {remedies} from '../../exercise/make/remedy.js';
import {SEEDS} from '../../exercise/make/trial.js';
import {letDown, tally} from '../../exercise/make/tried.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {sentenceOf} from './goal_rows.js';

/** @typedef {import('../../exercise/make/trial.js').Trial} Trial @typedef {import('../../exercise/make/remedy.js').Remedy} Remedy */

/**
 * The goal on twenty seeds: how far they are, how many reached it, and what by these very runs all would have reached.
 * @prop trial - null before it was begun @prop goal @prop names - of the models @prop own - the seed that everybody has, or null @fires try - begin, hold or go on @fires take-up - detail: the goals with one changed
 */
export class SeedTrial extends LitElement {
  static properties = {
    trial: {attribute: false},
    goal: {attribute: false},
    names: {attribute: false},
    own: {attribute: false},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }
    progress { width: 100%; height: 6px; accent-color: var(--accent); }
    .seeds { display: flex; flex-wrap: wrap; gap: 3px; }
    .seeds span { width: 14px; height: 14px; border-radius: 3px; border: 1px solid var(--edge); font: 9px/12px var(--mono); text-align: center; }
    .seeds .yes { background: var(--good); border-color: var(--good); color: var(--paper); }
    .seeds .no { border-color: var(--warning); color: var(--warning); }
    .result { font: 500 19px/1.3 var(--serif); }
    ul { display: grid; gap: 6px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Trial | null} */
    this.trial = null;
    /** @type {import('../../exercise/types').Goal[]} */
    this.goal = [];
    /** @type {string[]} */
    this.names = [];
    /** @type {number | null} */
    this.own = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 300);
    new Follow(this, () => this.trial, {change: () => redraw.request()});
  }

  render() {
    const {trial} = this;
    return html`<div class="spread">${trial?.runs.length ? this.#found(trial) : html`<p class="muted">${say('make.trial_what', {count: SEEDS})}</p>`}${this.#button()}</div>
      ${trial && trial.state !== 'done' ? this.#progress(trial) : nothing}
      ${trial?.runs.length ? html`${this.#seeds(trial)}${this.#advice(trial)}` : nothing}`;
  }

  #button() {
    const state = this.trial?.state ?? 'idle';
    if (state === 'done') return nothing;
    return html`<button @click=${() => announce(this, 'try')}>${say(`make.trial_${state}`, {count: SEEDS})}</button>`;
  }

  /** @param {Trial} trial */
  #progress({progress, secondsLeft, state}) {
    const left =
      secondsLeft === null || state !== 'running' ? '' : say('make.trial_left', {seconds: Math.ceil(secondsLeft)});
    return html`<div><progress max="1" .value=${progress} aria-label=${say('make.trial_progress')}></progress><p class="muted small">${state === 'paused' ? say('make.trial_held') : left}</p></div>`;
  }

  /** @param {Trial} trial */
  #found({runs, total}) {
    const {reached} = tally(this.goal, runs);
    return html`<p class="result" role=${runs.length === total ? 'status' : nothing}>${say('make.reached', {reached, tried: runs.length})}</p>`;
  }

  /** A box a seed, in the order in which they were done. @param {Trial} trial */
  #seeds({runs}) {
    const one = (/** @type {import('../../exercise/make/types').Tried} */ run) => {
      const yes = tally(this.goal, [run]).reached === 1;
      return html`<span class=${yes ? 'yes' : 'no'} title=${say('make.seed', {seed: String(run.seed)})}>${yes ? '✓' : '·'}</span>`;
    };
    return html`<div class="seeds" aria-hidden="true">${runs.map(one)}</div>`;
  }

  /** @param {Trial} trial */
  #advice({runs, total}) {
    if (runs.length < total) return nothing;
    const {reached, each} = tally(this.goal, runs);
    const who = letDown(this.goal, runs, this.own);
    if (who === 'nobody') return html`<p class="muted">${say('make.enough')}</p>`;
    const failing = this.goal.map((goal, i) => ({goal, i})).filter(({i}) => each[i] < total);
    const offered = failing.flatMap(({goal, i}) => remedies(goal, runs).map((remedy) => ({remedy, i})));
    return html`<div class="notice warning"><p>${say('make.luck', {missed: total - reached, total, who})}</p>
      ${offered.length ? html`<p>${say('make.by_these_runs', {total})}</p><ul>${offered.map(({remedy, i}) => this.#offer(remedy, i))}</ul>` : html`<p>${say('make.no_remedy')}</p>`}</div>`;
  }

  /** @param {Remedy} remedy @param {number} i */
  #offer({goal}, i) {
    const all = this.goal.map((one, k) => (k === i ? goal : one));
    return html`<li class="spread"><span>${sentenceOf(goal, this.names)}</span><button @click=${() => announce(this, 'take-up', all)}>${say('make.take_up')}</button></li>`;
  }
}

customElements.define('seed-trial', SeedTrial);
