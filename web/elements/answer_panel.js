import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow} from './follow.js';
import {sentence} from './format.js';
import {givenStyles} from './given_view.js';
import {said, labelsStyles} from './results_labels.js';
import {pair, pairsStyles} from './results_pairs.js';
import {areWords, tokenStyles} from './tokens_view.js';

/** @typedef {import('../runtime/race.js').Race} Race */

const BEAMS = [1, 2, 4, 8];

/** A question of the task that every model answers, side by side. @prop race */
export class AnswerPanel extends LitElement {
  static properties = {race: {attribute: false}, _beam: {state: true}, _busy: {state: true}};
  static styles = [
    base,
    controls,
    tokenStyles,
    givenStyles,
    pairsStyles,
    labelsStyles,
    css`
    :host { display: grid; gap: 12px; }
    .ask { display: flex; flex-wrap: wrap; gap: 8px; align-items: stretch; }
    .ask input { flex: 1 1 220px; font: 16px/1.4 var(--mono); min-height: 44px; }
    .ask button { min-height: 44px; }
    .answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: var(--gap); }
    article { border-top: 3px solid var(--mine, var(--line)); padding-top: 8px; min-width: 0; }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this._beam = 1;
    this._busy = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const answered = this.race.runners.filter((runner) => runner.answered);
    return html`
      <form class="ask" @submit=${this.#ask}><label for="prompt" class="unseen">A question of this task</label>
        <input id="prompt" type="text" maxlength="500" autocomplete="off" spellcheck="false" placeholder=${this.#hint()} />
        <label>Search <select @change=${(/** @type {any} */ e) => (this._beam = Number(e.target.value))}>${BEAMS.map(
          (beam) =>
            html`<option value=${beam} ?selected=${beam === this._beam}>${beam === 1 ? 'greedy' : `beam of ${beam}`}</option>`,
        )}</select></label>
        <button class="primary" ?disabled=${this._busy}>Answer</button></form>
      ${
        answered.length
          ? html`<div class="answers">${repeat(
              answered,
              ({id}) => id,
              (runner) => this.#answer(runner),
            )}</div>`
          : html`<p class="muted small">Every model answers as well as it can at this moment. An empty box asks what the hint shows.</p>`
      }`;
  }

  updated() {
    for (const article of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('article')))
      article.style.setProperty('--mine', `var(--run-${article.dataset.colour})`);
  }

  /** An example as its question would be typed. */
  #hint() {
    const item = this.race?.runners.find(({examples}) => examples?.items.length)?.examples?.items[0];
    const symbols = item?.given.symbols ?? [];
    return symbols.join(areWords(symbols) ? ' ' : '');
  }

  /** @param {import('../runtime/runner.js').Runner} runner */
  #answer({name, colour, answered, latest}) {
    const {item, pending, message} = /** @type {NonNullable<typeof answered>} */ (answered);
    return html`<article data-colour=${colour} aria-busy=${pending}><h3>${name} <span class="muted small">${latest.step === 0 ? 'untrained' : ''}</span></h3>
      ${
        message
          ? html`<p class="problem">${sentence(message)}</p>`
          : pending || !item
            ? html`<p class="muted">thinks …</p>`
            : this.race?.view === 'pairs'
              ? pair(item)
              : said(item)
      }</article>`;
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    event.preventDefault();
    const box = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#prompt'));
    this._busy = true;
    try {
      await this.race?.answerAll({prompt: box.value || this.#hint(), beam: this._beam});
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('answer-panel', AnswerPanel);
