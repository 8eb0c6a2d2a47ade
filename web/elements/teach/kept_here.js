import {LitElement, css, html, nothing} from 'lit';
import {forgetAll, thereNow} from '../../store/forget.js';
import {KEPT, nameOf} from '../../store/kept_list.js';
import {base, controls} from '../../styles/base.js';
import {tokens} from '../../styles/tokens.js';
import {language, say} from '../../words/words.js';

/** asked: it waits for a yes @typedef {'' | 'asked' | 'deleting' | 'deleted' | 'left'} State */

/**
 * The list of what this page can keep, what of it is there now, and the button that deletes all of it.
 * @attr root - the address of the home
 */
export class KeptHere extends LitElement {
  static properties = {root: {type: String}, _there: {state: true}, _state: {state: true}};
  static styles = [
    tokens,
    base,
    controls,
    css`
      :host { font-size: 15px; }
      :host, section { display: grid; gap: 30px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
      section { gap: 10px; }
      h2 { font: 500 22px/1.25 var(--serif); }
      p { max-width: 72ch; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: 7px 12px 7px 0; border-top: 1px solid var(--line); }
      td, thead th { white-space: nowrap; }
      tbody th { font-weight: 400; min-width: 12em; }
      code { font: 12.5px var(--mono); }
      .notice { display: grid; gap: 8px; }
      @media (max-width: 620px) { td, thead th { white-space: normal; } tbody th { min-width: 8em; } }
    `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    this.root = '';
    /** By id of the list; null: it is not known yet. @type {Set<string> | null} */
    this._there = null;
    /** @type {State} */
    this._state = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.requestUpdate(), {signal});
    document.addEventListener('visibilitychange', () => void this.#look(), {signal}); // another tab may have kept something
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  firstUpdated() {
    void this.#look();
  }

  async #look() {
    const there = await thereNow(this.root);
    if (this.isConnected) this._there = there;
  }

  /** Where the question is, there is the reader. @param {State} state @param {string} at what has the focus then */
  async #turn(state, at) {
    this._state = state;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(at))?.focus();
  }

  async #delete() {
    await this.#turn('deleting', '[role=status]');
    const gone = await forgetAll(this.root);
    await this.#look();
    this._state = gone ? 'deleted' : 'left';
  }

  render() {
    return html`<section aria-labelledby="kept"><h2 id="kept">${say('privacy.kept')}</h2><p>${say('privacy.kept_what')}</p>${this.#table()}
        <p>${say('privacy.kept_name')}</p><p>${say('privacy.frames')}</p></section>
      <section aria-labelledby="end"><h2 id="end">${say('privacy.end')}</h2><p>${say('privacy.end_what')}</p>${this.#end()}</section>`;
  }

  #table() {
    const heads = ['what', 'now', 'where', 'name'];
    return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="kept"><table><thead><tr>${heads.map((head) => html`<th scope="col">${say(`privacy.${head}`)}</th>`)}</tr></thead>
      <tbody>${KEPT.map((kept) => this.#row(kept))}</tbody></table></div>`;
  }

  /** @param {import('../../store/kept_list.js').Kept} kept */
  #row(kept) {
    const {id, place} = kept;
    const now = this._there && say(this._there.has(id) ? 'privacy.there' : 'privacy.not_there');
    return html`<tr data-id=${id}><th scope="row">${say(`privacy.kept_${id}`)}</th><td class="now">${now ?? '…'}</td><td>${say(`privacy.where_${place}`)}</td><td><code>${nameOf(kept)}</code></td></tr>`;
  }

  #end() {
    const {_state: state} = this;
    if (state === 'asked')
      return html`<div class="notice warning" role="alert"><p>${say('privacy.ask')}</p><div class="row"><button class="no" @click=${() => this.#turn('', '.delete')}>${say('privacy.no')}</button><button class="primary" @click=${() => this.#delete()}>${say('privacy.yes')}</button></div></div>`;
    return html`<p class="row"><button class="delete" ?disabled=${state === 'deleting'} @click=${() => this.#turn('asked', '.no')}>${say('privacy.delete')}</button></p>
      <p role="status" tabindex="-1">${state ? say(`privacy.${state}`) : nothing}</p>`;
  }
}

customElements.define('kept-here', KeptHere);
