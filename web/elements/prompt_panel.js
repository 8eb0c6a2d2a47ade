import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow} from './follow.js';
import {sentence} from './format.js';
import './option_field.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/types').Option} Option */

/** @type {Option[]} */
const OPTIONS = [
  {
    name: 'temperature',
    type: 'number',
    min: 0,
    max: 2,
    step: 0.05,
    default: 0.8,
    summary: '0 always takes the likeliest character; higher is bolder.',
  },
  {
    name: 'top_k',
    title: 'Top k',
    type: 'integer',
    min: 0,
    max: 50,
    default: 0,
    summary: 'Choose among the k likeliest characters; 0 is all.',
  },
  {
    name: 'tokens',
    title: 'Length',
    type: 'integer',
    min: 10,
    max: 1000,
    default: 240,
    scale: 'log',
    summary: 'How many characters to write.',
  },
  {
    name: 'seed',
    type: 'integer',
    min: 0,
    max: 9999,
    default: 1,
    summary: 'Another number, another text; the same number, the same text.',
  },
];

/** A beginning that every model continues, side by side. @prop race */
export class PromptPanel extends LitElement {
  static properties = {race: {attribute: false}, _values: {state: true}, _busy: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 12px; }
    form { display: grid; gap: 10px; }
    .ask { display: flex; gap: 8px; align-items: stretch; }
    .ask input { flex: 1 1 auto; font: 16px/1.4 var(--serif); min-height: 44px; width: 100%; }
    .ask button { min-height: 44px; }
    .settings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(250px, 100%), 1fr)); gap: 10px 28px; padding-top: 6px; }
    .answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: var(--gap); }
    article { border-top: 3px solid var(--mine, var(--line)); padding-top: 8px; min-width: 0; }
    .text { font: 15.5px/1.55 var(--serif); white-space: pre-wrap; overflow-wrap: anywhere; }
    .text b { font-weight: 700; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this._values = Object.fromEntries(OPTIONS.map(({name, default: value}) => [name, /** @type {number} */ (value)]));
    this._busy = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const answered = this.race.runners.filter(({generated}) => generated);
    return html`
      <form @submit=${this.#ask}>
        <div class="ask"><label for="prompt" class="unseen">A beginning</label>
          <input id="prompt" type="text" value="The whale " maxlength="2000" autocomplete="off" spellcheck="false" />
          <button class="primary" ?disabled=${this._busy}>Continue it</button></div>
        <details><summary class="small">Temperature, top k, length, seed</summary><div class="settings" @option-input=${this.#change}>
          ${OPTIONS.map((option) => html`<option-field .option=${option} .value=${this._values[option.name]}></option-field>`)}</div></details>
      </form>
      ${
        answered.length
          ? html`<div class="answers">${repeat(
              answered,
              ({id}) => id,
              (runner) => this.#answer(runner),
            )}</div>`
          : html`<p class="muted small">Every model writes on from here, as well as it can at this moment.</p>`
      }`;
  }

  updated() {
    for (const article of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('article')))
      article.style.setProperty('--mine', `var(--run-${article.dataset.colour})`);
  }

  /** @param {import('../runtime/runner.js').Runner} runner */
  #answer({name, colour, generated, latest}) {
    const {text, prompt_used, pending, message} = /** @type {NonNullable<typeof generated>} */ (generated);
    return html`<article data-colour=${colour} aria-busy=${pending}><h3>${name} <span class="muted small">${latest.step === 0 ? 'untrained' : ''}</span></h3>
      ${
        message
          ? html`<p class="problem">${sentence(message)}</p>`
          : pending
            ? html`<p class="muted">writes …</p>`
            : html`<p class="text" lang=""><b>${prompt_used}</b>${text}</p>`
      }</article>`;
  }

  /** @param {CustomEvent<{name: string, value: number}>} event */
  #change(event) {
    event.stopPropagation();
    const {name, value} = event.detail;
    const {min = 0, max = 1} = /** @type {Option} */ (OPTIONS.find((option) => option.name === name));
    if (Number.isFinite(value)) this._values = {...this._values, [name]: Math.min(max, Math.max(min, value))};
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    event.preventDefault();
    const prompt = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#prompt')).value;
    this._busy = true;
    try {
      await this.race?.generateAll(/** @type {any} */ ({...this._values, prompt}));
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('prompt-panel', PromptPanel);
