import {LitElement, css, html, nothing} from 'lit';
import {PICTURES} from '../../charts/compare/index.js';
import * as views from '../../charts/index.js';
import {base, controls} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {Measurable} from '../compare/measurable.js';
import '../compare/picture_frame.js';
import {askable} from '../compare/whose.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {questionsOf} from './questions.js';
import {segments} from './segments.js';
import {viewsFor} from './view_choice.js';
import './view_frame.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('./questions.js').Question} Question @typedef {import('./questions.js').Entry} Entry */

/**
 * What goes on inside one model, question by question, through its taps and what is measured of it. Knows no view and no picture: it takes
 * those whose taps the model offers, and whose measures can be taken of it.
 * @prop race @prop runner @attr large @fires enlarge
 */
export class LookInside extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    large: {type: Boolean, reflect: true},
    _question: {state: true},
    _entry: {state: true},
    _seen: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { min-width: 0; background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--mine, var(--line)); border-radius: var(--radius); padding: 10px 14px 12px; }
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; min-width: 0; }
    .head { display: flex; align-items: center; gap: 8px; min-height: var(--target); }
    .head h3 { flex: 1 1 0; min-width: 0; }
    .asked { display: flex; flex-wrap: wrap; gap: 6px 14px; min-width: 0; }
    select { max-width: 100%; width: auto; }
    .none { min-height: 120px; display: grid; place-items: center; text-align: center; }
  `,
  ];

  #look = new Cadence(this, () => this._seen++, 240);
  #measurable = new Measurable(() => this.#look.request());
  /** Only what is on screen is asked what can be measured of it. */
  #visible = new IntersectionObserver(([entry]) => this.#setOnScreen(entry.isIntersecting));
  #onScreen = false;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.large = false;
    /** Ids of the question and of what answers it that were chosen. */
    this._question = this._entry = '';
    this._seen = 0;
    new Follow(this, () => this.runner, {change: () => this.#look.request()});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#visible.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#visible.disconnect();
    this.#onScreen = false;
  }

  /** @param {boolean} on */
  #setOnScreen(on) {
    this.#onScreen = on;
    this.#look.request();
  }

  updated() {
    this.style.setProperty('--mine', `var(--run-${this.runner?.colour})`);
    const {race, runner} = this;
    if (race && runner && this.#onScreen && askable(race).includes(runner)) this.#measurable.ask(race, [runner]);
  }

  // What can be asked -----------------------------------------------------------------------------------------------

  /** What can be measured of it, once that is known. */
  get #kinds() {
    return (this.race && this.runner && this.#measurable.of(this.race, this.runner)?.kinds) ?? null;
  }

  /** Views that this model can fill. @returns {import('./view_choice.js').View[]} */
  get #views() {
    const offered = this.runner?.info?.looks ?? []; // as it is set up: info() says so, before any look
    const able = viewsFor(
      Object.values(views),
      offered.map(({tap}) => tap),
    );
    return able.filter(({meta}) => meta.id !== views.guesses.meta.id || this.#guesses);
  }

  /** Whether it answers with symbols, one a position. */
  get #guesses() {
    return ['text', 'pairs', 'positions'].includes(this.race?.view ?? 'text');
  }

  get #questions() {
    const kinds = this.#kinds;
    const pictures = kinds ? PICTURES.filter(({meta}) => !meta.apart && kinds.has(meta.measure)) : [];
    return questionsOf(this.#views, pictures);
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    if (!this.runner) return nothing;
    const all = this.#questions;
    const question = all.find(({id}) => id === this._question) ?? all[0];
    const entry = question?.entries.find(({id}) => id === this._entry) ?? question?.entries[0];
    const [only, ...others] = all.flatMap(({entries}) => entries);
    return html`<div class="stack">
      <div class="head"><h3>${this.runner.name} <span class="muted small">${only && !others.length ? told(only.title) : ''}</span></h3>
        <button class="quiet small" aria-pressed=${this.large} @click=${() => announce(this, 'enlarge')}>${say(this.large ? 'inside.smaller' : 'inside.larger')}</button></div>
      ${entry ? this.#answer(all, question, entry) : html`<p class="none muted">${say(this.runner.info ? 'inside.no_picture' : 'inside.closed')}</p>`}</div>`;
  }

  /** @param {Question[]} all @param {Question} question @param {Entry} entry */
  #answer(all, question, entry) {
    const {race, runner, large} = this;
    const kinds = this.#kinds;
    const head = html`<span slot="head" class="asked small">${this.#asking(all, question)}${this.#entries(question, entry)}</span>`;
    if (entry.view)
      return html`<view-frame .race=${race} .runner=${runner} .view=${entry.view} .kinds=${kinds} ?large=${large}>${head}</view-frame>`;
    const asked = [{runner, kinds}];
    return html`<picture-frame .race=${race} .picture=${entry.picture} .asked=${asked} ?large=${large}>${head}</picture-frame>`;
  }

  /** @param {Question[]} all @param {Question} question */
  #asking(all, question) {
    if (all.length < 2) return nothing;
    const chosen = (/** @type {Event} */ {target}) => {
      [this._question, this._entry] = [/** @type {HTMLSelectElement} */ (target).value, ''];
    };
    return html`<select aria-label=${say('inside.question')} @change=${chosen}>${all.map(
      ({id, title}) => html`<option value=${id} ?selected=${id === question.id}>${told(title)}</option>`,
    )}</select>`;
  }

  /** @param {Question} question @param {Entry} entry */
  #entries({id, entries}, entry) {
    const choices = entries.map(({title}, value) => ({value, title: told(title)}));
    const choose = (/** @type {number} */ i) => {
      [this._question, this._entry] = [id, entries[i].id];
    };
    return segments({title: '', label: say('inside.picture'), choices, chosen: entries.indexOf(entry), choose});
  }
}

customElements.define('look-inside', LookInside);
