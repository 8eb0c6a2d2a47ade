import '../../words/prompt.js';
import {LitElement, css, html, nothing} from 'lit';
import {refusal} from '../../words/refusals.js';
import {repeat} from 'lit/directives/repeat.js';
import {base, controls} from '../../styles/base.js';
import {say, written} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {Typed} from '../parts/typed.js';
import '../setup/option_field.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/types').Option} Option */

/** @type {Option[]} */
const OPTIONS = [
  {
    name: 'temperature',
    type: 'number',
    min: 0,
    max: 2,
    step: 0.05,
    default: 0.8,
    get title() {
      return say('prompt.temperature');
    },
    get summary() {
      return say('prompt.temperature_summary');
    },
  },
  {
    name: 'top_k',
    get title() {
      return say('prompt.top_k');
    },
    type: 'integer',
    min: 0,
    max: 50,
    default: 0,
    get summary() {
      return say('prompt.top_k_summary');
    },
  },
  {
    name: 'tokens',
    get title() {
      return say('prompt.length');
    },
    type: 'integer',
    min: 10,
    max: 1000,
    default: 240,
    scale: 'log',
    get summary() {
      return say('prompt.length_summary');
    },
  },
  {
    name: 'seed',
    type: 'integer',
    min: 0,
    max: 9999,
    default: 1,
    get title() {
      return say('prompt.seed');
    },
    get summary() {
      return say('prompt.seed_summary');
    },
  },
];

/** How a text might begin that everybody knows; of others a held-out passage begins so. @type {Record<string, string>} */
const BEGINNINGS = {'moby-dick': 'The whale '};
const LONGEST = 12;

/** What the box begins with: something that the text itself might say. @param {Race} race */
export function beginningOf({experiment: {task}, text, excerpt}) {
  const known = BEGINNINGS[text.corpus || String(task.corpus)];
  if (known) return known;
  const [line = ''] = excerpt.trimStart().split('\n');
  const words = [...line].slice(0, LONGEST).join('');
  return words.slice(0, words.lastIndexOf(' ') + 1) || words;
}

/** In brief: how bold, and nothing else; so many characters. */
const BOLD = OPTIONS.slice(0, 1);
const BRIEF_TOKENS = 120;

/** A beginning that every model continues, side by side. @prop race @attr brief - in a chapter, beside other things */
export class PromptPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    brief: {type: Boolean},
    _open: {state: true},
    _values: {state: true},
    _busy: {state: true},
  };
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
    .fold { display: none; font-size: 12px; line-height: 1.2; padding-inline: 8px; white-space: normal; }
    .fold span { display: block; font-weight: 650; }
    @container (max-width: 620px) { /* a beat fits a screen: how bold stands on a button, until it is to be changed */
      .fold { display: block; }
      .shut, :host([brief]) .hint { display: none; }
    }
  `,
  ];

  #typed;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.brief = this._open = false;
    this._values = Object.fromEntries(OPTIONS.map(({name, default: value}) => [name, /** @type {number} */ (value)]));
    this._busy = false;
    this.#typed = new Typed();
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const answered = this.race.runners.filter(({generated}) => generated);
    return html`
      <form @submit=${this.#ask}>
        <div class="ask"><label for="prompt" class="unseen">${say('prompt.beginning')}</label>
          <input id="prompt" type="text" @input=${this.#typed.write} maxlength="2000" autocomplete="off" spellcheck="false" />${this.brief ? this.#fold() : nothing}
          <button class="primary" ?disabled=${this._busy || this.race.lacksData}>${say('prompt.continue')}</button></div>
        ${this.brief ? this.#settings(BOLD) : html`<details><summary class="small">${say('prompt.options')}</summary>${this.#settings(OPTIONS)}</details>`}
      </form>
      ${
        answered.length
          ? html`<div class="answers">${repeat(
              answered,
              ({id}) => id,
              (runner) => this.#answer(runner),
            )}</div>`
          : html`<p class="muted small ${this.race.lacksData ? '' : 'hint'}">${say(this.race.lacksData ? 'prompt.apart' : 'prompt.hint')}</p>`
      }`;
  }

  /** On a phone. */
  #fold() {
    const flip = () => (this._open = !this._open);
    return html`<button type="button" class="fold" aria-expanded=${this._open} @click=${flip}>${say('prompt.temperature')} <span>${written(this._values.temperature)}</span></button>`;
  }

  /** @param {Option[]} options */
  #settings(options) {
    return html`<div class="settings ${this.brief && !this._open ? 'shut' : ''}" @option-input=${this.#change}>${options.map(
      (option) => html`<option-field .option=${option} .value=${this._values[option.name]}></option-field>`,
    )}</div>`;
  }

  updated() {
    const box = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('#prompt'));
    this.#typed.settle(box, this.race, this.race ? beginningOf(this.race) : '');
    for (const article of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('article')))
      article.style.setProperty('--mine', `var(--run-${article.dataset.colour})`);
  }

  /** @param {import('../../runtime/runner.js').Runner} runner */
  #answer({name, colour, generated, latest}) {
    const {text, prompt_used, pending, failure} = /** @type {NonNullable<typeof generated>} */ (generated);
    return html`<article data-colour=${colour} aria-busy=${pending}><h3>${name} <span class="muted small">${latest.step === 0 ? say('prompt.untrained') : ''}</span></h3>
      ${
        failure
          ? html`<p class="problem">${refusal(failure, this.race ?? {})}</p>`
          : pending
            ? html`<p class="muted">${say('prompt.writes')}</p>`
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
    if (this.race?.lacksData) return;
    const prompt = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#prompt')).value;
    this._busy = true;
    try {
      const values = this.brief ? {...this._values, tokens: BRIEF_TOKENS} : this._values;
      await this.race?.generateAll(/** @type {any} */ ({...values, prompt}));
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('prompt-panel', PromptPanel);
