import '../../words/late.js';
import {refusal} from '../../words/refusals.js';
import {LitElement, css, html, nothing} from 'lit';
import {embedCode, elementCode} from '../../embed/code.js';
import {encodeLink} from '../../shape/link.js';
import {isLiteral, NO_SETTING} from '../../shape/page.js';
import {fastMeaning, inStrict, isFast} from '../../state/tier.js';
import {needsFile} from '../../state/runs.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {frameHeight} from './frame_height.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/**
 * The present race as a link and as lines for a course page.
 * @prop race @prop view @prop page - what travels besides: what is hidden, locked and said @fires say
 */
export class ShareDialog extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    page: {attribute: false},
    _hash: {state: true},
    _problem: {state: true},
    _copied: {state: true},
    _fast: {state: true},
    _theme: {state: true},
    _height: {state: true},
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
    /** @type {import('../../state/view.js').View | null} */
    this.view = null;
    this.page = NO_SETTING;
    this._hash = '';
    this._problem = '';
    this._copied = '';
    /** Whether the link of a fast race says fast. */
    this._fast = false;
    /** The frame's, which the reader of a link chooses for themselves. @type {import('../../state/view.js').Theme} */
    this._theme = 'auto';
    /** @type {number | undefined} of the frame */
    this._height = undefined;
  }

  async open() {
    if (!this.race || !this.view) return;
    this._fast = false;
    /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog')).showModal();
    await this.#encode();
    this._height = await frameHeight({race: this.race, view: this.view, page: this.page});
  }

  async #encode() {
    const epoch = ++this.#epoch;
    if (!this.race || !this.view) return;
    [this._problem, this._copied] = ['', ''];
    const {experiment: raced, describe} = this.race;
    const experiment = this._fast ? raced : inStrict(raced);
    try {
      const hash = await encodeLink({experiment, view: this.view, arithmetic: describe.arithmetic, ...this.page});
      if (epoch === this.#epoch) this._hash = hash;
    } catch (error) {
      if (epoch === this.#epoch) this._problem = refusal(error, this.race);
    }
  }

  render() {
    const page = location.href.split('#')[0];
    const title = (isLiteral(this.page.text) && this.page.text.title) || undefined;
    const theme = this._theme === 'auto' ? '' : `&theme=${this._theme}`;
    const frame = {page, hash: this._hash + theme, height: this._height};
    const travels = this.race?.text.corpus !== 'own' || this.race.text.travels;
    return html`<dialog aria-labelledby="title" @click=${this.#onBackdrop}>
      <div class="spread"><h2 id="title">${say('share.title')}</h2><button class="quiet" @click=${this.#close}>${say('share.close')}</button></div>
      <p class="muted">${say('share.what')}</p>
      ${travels ? nothing : html`<p class="notice warning">${say('share.data_stays')}</p>`}
      ${this.race?.runners.some(({start}) => needsFile(start)) ? html`<p class="notice">${say('share.weights_stay')}</p>` : nothing}
      ${this.race && isFast(this.race.experiment) ? this.#tier() : nothing}
      ${
        this._problem
          ? html`<p class="notice error">${this._problem}</p>`
          : this._hash
            ? html`
        ${this.#part(say('share.link'), page + this._hash, 3)}
        ${this.#themes()}
        ${this.#part(say('share.line'), embedCode({...frame, title}), 4)}
        ${this.#part(say('share.script'), elementCode(frame), 3)}`
            : nothing
      }
    </dialog>`;
  }

  /** This race is fast: its link is not, unless somebody says so. */
  #tier() {
    return html`<div class="notice"><p>${fastMeaning()} ${say('share.strict')}</p>
      <label><input type="checkbox" .checked=${this._fast} @change=${this.#chooseTier} /> ${say('share.fast_too')}</label></div>`;
  }

  /** @param {any} event */
  #chooseTier(event) {
    this._fast = event.target.checked;
    this.#encode();
  }

  #themes() {
    const themes = /** @type {const} */ (['auto', 'light', 'dark']);
    return html`<section><label>${say('share.theme')} <select @change=${(/** @type {any} */ e) => (this._theme = e.target.value)}>
      ${themes.map((theme) => html`<option value=${theme} .selected=${theme === this._theme}>${say(`share.theme.${theme}`)}</option>`)}</select></label></section>`;
  }

  /** @param {string} title @param {string} text @param {number} rows */
  #part(title, text, rows) {
    return html`<section><div class="spread"><h3>${title}</h3>
      <button @click=${() => this.#copy(title, text)}>${say(this._copied === title ? 'share.copied' : 'share.copy')}</button></div>
      <textarea readonly rows=${rows} aria-label=${title} .value=${text} @focus=${(/** @type {any} */ e) => e.target.select()}></textarea></section>`;
  }

  /** @param {string} title @param {string} text */
  async #copy(title, text) {
    try {
      await navigator.clipboard.writeText(text);
      this._copied = title;
      announce(this, 'say', say('share.has_copied'));
    } catch {
      announce(this, 'say', say('share.no_copying'));
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
