import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {refusal} from '../../words/refusals.js';
import {repeat} from 'lit/directives/repeat.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {Typed} from '../parts/typed.js';
import {givenStyles} from './given_view.js';
import {said, labelsStyles} from './results_labels.js';
import {pair, pairsStyles} from './results_pairs.js';
import {positions, positionsStyles} from './results_positions.js';
import {writtenOut, tokenStyles} from './tokens_view.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

const BEAMS = [1, 2, 4, 8, 16];

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
    positionsStyles,
    css`
    :host { display: grid; gap: 12px; }
    .ask { display: flex; flex-wrap: wrap; gap: 8px; align-items: stretch; }
    .ask input { flex: 1 1 220px; font: 16px/1.4 var(--mono); min-height: 44px; }
    .ask button { min-height: 44px; }
    .answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: var(--gap); }
    article { border-top: 3px solid var(--mine, var(--line)); padding-top: 8px; min-width: 0; }
  `,
  ];

  #typed;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this._beam = 1;
    this._busy = false;
    this.#typed = new Typed();
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const answered = this.race.runners.filter((runner) => runner.answered);
    return html`
      <form class="ask" @submit=${this.#ask}><label for="prompt" class="unseen">${say('ask.question')}</label>
        <input id="prompt" type="text" lang="" maxlength="500" autocomplete="off" spellcheck="false" placeholder=${this.#hint()} @input=${this.#typed.write} />
        <label>${say('ask.search')} <select @change=${(/** @type {any} */ e) => (this._beam = Number(e.target.value))}>${BEAMS.map(
          (beam) =>
            html`<option value=${beam} ?selected=${beam === this._beam}>${say(beam === 1 ? 'ask.greedy' : 'ask.beam', {beam})}</option>`,
        )}</select></label>
        <button class="primary" ?disabled=${this._busy || this.race.lacksData}>${say('ask.answer')}</button></form>
      ${
        answered.length
          ? html`<div class="answers">${repeat(
              answered,
              ({id}) => id,
              (runner) => this.#answer(runner),
            )}</div>`
          : html`<p class="muted small">${say(this.race.lacksData ? 'ask.apart' : 'ask.hint')}</p>`
      }${this.#leftOut(answered)}`;
  }

  /** What was understood, where that is not all that was written. @param {import('../../runtime/runner.js').Runner[]} answered */
  #leftOut(answered) {
    const {item, unknown} = answered.find((runner) => runner.answered?.item)?.answered ?? {};
    const understood = writtenOut(item?.given.symbols ?? []);
    return unknown
      ? html`<p class="small" role="status">${say('ask.left_out', {count: unknown, understood})}</p>`
      : nothing;
  }

  updated() {
    this.#typed.settle(this.renderRoot.querySelector('#prompt'), this.race, '');
    for (const article of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('article')))
      article.style.setProperty('--mine', `var(--run-${article.dataset.colour})`);
  }

  /** An example as its question would be typed. */
  #hint() {
    const item = this.race?.runners.find(({examples}) => examples?.items.length)?.examples?.items[0];
    const symbols = item?.given.symbols ?? [];
    return writtenOut(symbols);
  }

  /** @param {import('../../runtime/runner.js').Runner} runner */
  #answer({name, colour, answered, latest}) {
    const {item, pending, failure} = /** @type {NonNullable<typeof answered>} */ (answered);
    return html`<article data-colour=${colour} aria-busy=${pending}><h3>${name} <span class="muted small">${latest.step === 0 ? say('ask.untrained') : ''}</span></h3>
      ${
        failure
          ? html`<p class="problem">${refusal(failure, this.race ?? {})}</p>`
          : pending || !item
            ? html`<p class="muted">${say('ask.thinks')}</p>`
            : this.#item(item)
      }</article>`;
  }

  /** @param {import('../../runtime/types').Item} item */
  #item(item) {
    if (this.race?.view === 'positions') return positions([item]);
    return this.race?.view === 'pairs' ? pair(item) : said(item);
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    event.preventDefault();
    if (this.race?.lacksData) return;
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
