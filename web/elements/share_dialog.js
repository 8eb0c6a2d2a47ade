import {LitElement, css, html, nothing} from 'lit';
import {embedCode, elementCode} from '../embed/code.js';
import {encodeLink} from '../state/link.js';
import {FAST_MEANING, inStrict, isFast} from '../state/tier.js';
import {base, controls} from '../styles/base.js';
import {announce} from './follow.js';

/** @typedef {import('../runtime/race.js').Race} Race */

/**
 * The present race as a link and as lines for a course page.
 * @prop race @prop view @fires say
 */
export class ShareDialog extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    _hash: {state: true},
    _problem: {state: true},
    _copied: {state: true},
    _fast: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    dialog { width: min(640px, calc(100vw - 32px)); padding: 20px 22px; border: 1px solid var(--edge); border-radius: 12px; background: var(--surface); color: var(--ink); }
    dialog::backdrop { background: rgb(10 12 16 / 45%); }
    section { display: grid; gap: 6px; margin-top: 14px; }
    textarea { font: 12.5px/1.5 var(--mono); overflow-wrap: anywhere; }
  `,
  ];

  #epoch = 0;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {import('../state/view.js').View | null} */
    this.view = null;
    this._hash = '';
    this._problem = '';
    this._copied = '';
    /** Whether the link of a fast race says fast. */
    this._fast = false;
  }

  async open() {
    if (!this.race || !this.view) return;
    this._fast = false;
    /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog')).showModal();
    await this.#encode();
  }

  async #encode() {
    const epoch = ++this.#epoch;
    if (!this.race || !this.view) return;
    [this._problem, this._copied] = ['', ''];
    const {experiment} = this.race;
    try {
      const hash = await encodeLink({experiment: this._fast ? experiment : inStrict(experiment), view: this.view});
      if (epoch === this.#epoch) this._hash = hash;
    } catch (error) {
      if (epoch === this.#epoch) this._problem = /** @type {Error} */ (error).message;
    }
  }

  render() {
    const page = location.href.split('#')[0];
    const travels = this.race?.text.corpus !== 'own' || this.race.text.travels;
    return html`<dialog aria-labelledby="title" @click=${this.#onBackdrop}>
      <div class="spread"><h2 id="title">Share this race</h2><button class="quiet" @click=${this.#close}>Close</button></div>
      <p class="muted">Whoever opens it gets these models, this task and these options. Nothing trains before they press Train.</p>
      ${travels ? nothing : html`<p class="notice warning">Your own data is too long for a link: others will be asked for it.</p>`}
      ${this.race?.runners.some(({adopted}) => adopted) ? html`<p class="notice">Kept weights do not travel in a link: there every model starts fresh.</p>` : nothing}
      ${this.race && isFast(this.race.experiment) ? this.#tier() : nothing}
      ${
        this._problem
          ? html`<p class="notice error">${this._problem}</p>`
          : this._hash
            ? html`
        ${this.#part('Link', page + this._hash, 3)}
        ${this.#part('Line for a course page (an iframe, works almost everywhere)', embedCode({page, hash: this._hash}), 4)}
        ${this.#part('The same for pages that may load a script', elementCode({page, hash: this._hash}), 3)}`
            : nothing
      }
    </dialog>`;
  }

  /** This race is fast: its link is not, unless somebody says so. */
  #tier() {
    return html`<div class="notice"><p>${FAST_MEANING} This race uses it; the link asks for the reproducible one, in which everybody gets the same curves.</p>
      <label><input type="checkbox" .checked=${this._fast} @change=${this.#chooseTier} /> Fast arithmetic in the link too</label></div>`;
  }

  /** @param {any} event */
  #chooseTier(event) {
    this._fast = event.target.checked;
    this.#encode();
  }

  /** @param {string} title @param {string} text @param {number} rows */
  #part(title, text, rows) {
    return html`<section><div class="spread"><h3>${title}</h3>
      <button @click=${() => this.#copy(title, text)}>${this._copied === title ? 'Copied' : 'Copy'}</button></div>
      <textarea readonly rows=${rows} aria-label=${title} .value=${text} @focus=${(/** @type {any} */ e) => e.target.select()}></textarea></section>`;
  }

  /** @param {string} title @param {string} text */
  async #copy(title, text) {
    try {
      await navigator.clipboard.writeText(text);
      this._copied = title;
      announce(this, 'say', 'Copied.');
    } catch {
      announce(this, 'say', 'The browser does not allow copying here: select the text and copy it.');
    }
  }

  /** @param {MouseEvent} event */
  #onBackdrop(event) {
    if (event.target === event.currentTarget) this.#close();
  }

  #close() {
    /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog')).close();
  }
}

customElements.define('share-dialog', ShareDialog);
