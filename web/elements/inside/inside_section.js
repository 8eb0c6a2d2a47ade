import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {given, givenStyles} from '../answers/given_view.js';
import {asked, positionsStyles} from '../answers/results_positions.js';
import {wave, wavesStyles} from '../answers/results_waves.js';
import {tokens, tokenStyles} from '../answers/tokens_view.js';
import {ExampleCursor} from './example_cursor.js';
import './look_inside.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** All models read the same passage; each shows what goes on inside it. @prop race */
export class InsideSection extends LitElement {
  static properties = {race: {attribute: false}, _large: {state: true}, _problem: {state: true}};
  static styles = [
    base,
    controls,
    tokenStyles,
    givenStyles,
    positionsStyles,
    wavesStyles,
    css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
    form { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
    form textarea { flex: 1 1 260px; width: auto; font: 14px/1.4 var(--mono); resize: none; }
    .views { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: var(--gap); align-items: start; }
    .large { grid-column: 1 / -1; }
    .read { display: inline-flex; flex-wrap: wrap; gap: 0 8px; align-items: center; min-width: 0; }
    .read .at { background: var(--accent); color: var(--paper); fill: var(--ink); stroke: var(--ink); }
    .read .bars, .read .line, .read .wave { width: 300px; max-width: 100%; }
  `,
  ];

  #cursor = new ExampleCursor(this, () => this.race);

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {number | null} id of the runner that is shown large */
    this._large = null;
    this._problem = '';
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request(), look: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    return html`
      ${this.race.readsText ? this.#passage(this.race) : this.#example(this.race)}
      ${this._problem ? html`<p class="problem">${this._problem}</p>` : nothing}
      <div class="views">${repeat(
        this.race.runners.filter(({refused}) => !refused),
        ({id}) => id,
        (runner) => html`
        <look-inside class=${this._large === runner.id ? 'large' : ''} .race=${this.race} .runner=${runner} ?large=${this._large === runner.id}
          @enlarge=${() => (this._large = this._large === runner.id ? null : runner.id)}></look-inside>`,
      )}</div>`;
  }

  /** @param {Race} race */
  #passage({excerpt}) {
    return html`<form @submit=${this.#read}>
        <label for="excerpt">${say('inside.read')}</label>
        <textarea id="excerpt" rows="3" maxlength="96" spellcheck="false" autocomplete="off" .value=${excerpt} @keydown=${this.#onKey}
          placeholder=${say('inside.read.placeholder')}></textarea>
        <button>${say('inside.read.button')}</button><button type="button" class="quiet" @click=${() => this.#setExcerpt('')}>${say('inside.read.held_out')}</button>
      </form>`;
  }

  /** The example that all of them read, and others to choose. @param {Race} race */
  #example(race) {
    const index = Number(race.excerpt);
    const item = race.runners.find(({look}) => look?.item)?.look?.item;
    return html`<div class="row"><span>${say('inside.example', {number: String(index + 1)})}</span>
      <button class="quiet icon" aria-label=${say('inside.example.earlier')} ?disabled=${index === 0} @click=${() => race.setExample(index - 1)}>‹</button>
      <button class="quiet icon" aria-label=${say('inside.example.later')} @click=${() => race.setExample(index + 1)}>›</button>
      <span class="read" @pointermove=${this.#cursor.point} @pointerleave=${this.#cursor.leave}>${item ? this.#readByAll(race, item) : nothing}</span></div>`;
  }

  /** @param {Race} race @param {import('../../runtime/types').Item} item */
  #readByAll({view}, item) {
    const {symbols} = item.target ?? {};
    if (view === 'positions' && symbols) return asked(item);
    const right = html`<span class="muted" aria-label=${say('inside.right')}>→</span> ${tokens(symbols ?? [])}`;
    return html`${view === 'waves' ? wave(item) : given(item)}${symbols ? right : nothing}`;
  }

  /**
   * Line ends are characters to read like any other; Enter alone sends the passage.
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    if (event.key === 'Enter' && !event.shiftKey) this.#read(event);
  }

  /** @param {Event} event */
  #read(event) {
    event.preventDefault();
    this.#setExcerpt(/** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('#excerpt')).value);
  }

  /** @param {string} text */
  async #setExcerpt(text) {
    try {
      await this.race?.setExcerpt(text);
      this._problem = '';
    } catch (error) {
      this._problem = refusal(error, this.race ?? {});
    }
  }
}

customElements.define('inside-section', InsideSection);
