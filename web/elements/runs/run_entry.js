import {LitElement, css, html, nothing} from 'lit';
import {isTrained, sizeOf} from '../../store/kept_race.js';
import {titleOf} from '../../store/title.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {byteSize} from '../parts/format.js';
import './save_run.js';
import {progressIn, scoreIn, scoreOf, when} from './run_words.js';

/** @typedef {import('../../store/kept_race.js').Row} Row */

/** More differences are read when somebody asks. */
const MOST = 8;
const NAME_LIMIT = 120;
const NOTE_LIMIT = 1000;

/**
 * One kept race.
 * @prop row @prop keeping @prop describe @attr present - it is the one on the page @prop differences - sentences, or null where it is not compared
 * @fires run-action - detail: {id: 'open' | 'remove' | 'compare', row} or {id: 'describe', row, words: {name} or {note}}
 */
export class RunEntry extends LitElement {
  static properties = {
    row: {attribute: false},
    describe: {attribute: false},
    present: {type: Boolean, reflect: true},
    differences: {attribute: false},
    keeping: {attribute: false},
    _writing: {state: true},
    _saving: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 4px; padding: 10px 14px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); min-width: 0; }
    :host([present]) { border-color: var(--edge); border-left-width: 3px; }
    h3 { overflow-wrap: anywhere; }
    .tag { padding: 0 6px; border: 1px solid var(--edge); border-radius: 4px; font-weight: 400; }
    .models { display: flex; flex-wrap: wrap; gap: 2px 18px; }
    .models b { font-weight: 600; }
    .note { white-space: pre-line; overflow-wrap: anywhere; }
    .differences { padding-left: 18px; list-style: disc; }
    form { display: grid; gap: 6px; max-width: 60ch; }
    input { width: 100%; }
  `,
  ];

  constructor() {
    super();
    /** @type {Row | null} */
    this.row = null;
    /** @type {import('../../runtime/types').Description | null} */
    this.describe = null;
    this.present = false;
    /** @type {string[] | null} */
    this.differences = null;
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    this._writing = this._saving = false;
  }

  render() {
    const {row, describe} = this;
    if (!row || !describe) return nothing;
    const title = titleOf(row, describe);
    const size = byteSize(sizeOf(row));
    return html`<div class="spread"><h3>${title} ${this.present ? html`<span class="tag small">${say('runs.present')}</span>` : nothing}</h3>
        <span class="muted small">${progressIn(row)}, ${when(row.changed)}, ${size}</span></div>
      <p class="models small">${row.receipt.models.map(({name}, k) => html`<span>${name} <b>${scoreIn(scoreOf(row, k, describe))}</b></span>`)}</p>
      ${row.note && !this._writing ? html`<p class="note">${row.note}</p>` : nothing}
      ${this.differences ? this.#differences(this.differences) : nothing}
      ${this._writing ? this.#form(row, title) : this._saving ? this.#files(row) : this.#buttons(row, title)}`;
  }

  /** @param {string[]} sentences */
  #differences(sentences) {
    if (!sentences.length) return html`<p class="small">${say('runs.alike')}</p>`;
    if (sentences.length <= MOST) return listOf(sentences);
    const rest = sentences.slice(MOST - 1);
    return html`${listOf(sentences.slice(0, MOST - 1))}
      <details class="small"><summary>${say('differences.more', {count: rest.length})}</summary>${listOf(rest)}</details>`;
  }

  /** @param {Row} row @param {string} title */
  #buttons(row, title) {
    const compared = this.differences !== null;
    return html`<div class="row">
      ${
        this.present
          ? nothing
          : html`<button aria-label=${say('runs.open_named', {title})} @click=${(/** @type {MouseEvent} */ e) => this.#act('open', e)}>${say('runs.open')}</button>
      <button aria-pressed=${compared} aria-label=${say('runs.compare_named', {title})} ?disabled=${!isTrained(row)} @click=${() => this.#act('compare')}>${say('runs.compare')}</button>`
      }
      <button class="quiet" aria-label=${say('files.save_named', {title})} ?disabled=${!isTrained(row)} @click=${this.#save}>${say('files.save')}</button>
      <button class="quiet" aria-label=${say('runs.write_named', {title})} @click=${this.#write}>${say('runs.write')}</button>
      <button class="quiet" aria-label=${say('runs.remove_named', {title})} @click=${() => this.#act('remove')}>${say('runs.remove')}</button></div>`;
  }

  /** @param {Row} row */
  #files(row) {
    return html`<save-run .row=${row} .keeping=${this.keeping} @save-close=${this.#close}></save-run>`;
  }

  /** @param {Row} row @param {string} title */
  #form({name, note}, title) {
    return html`<form @submit=${this.#describe} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && this.#close()}>
      <label class="spread"><span>${say('runs.name')}</span><input name="name" maxlength=${NAME_LIMIT} .value=${name} placeholder=${title} /></label>
      <label for="note">${say('runs.note')}</label><textarea id="note" name="note" rows="3" maxlength=${NOTE_LIMIT} .value=${note}></textarea>
      <div class="row"><button class="primary">${say('runs.write_yes')}</button><button type="button" @click=${() => this.#close()}>${say('runs.write_no')}</button></div></form>`;
  }

  async #write() {
    this._writing = true;
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  async #save() {
    this._saving = true;
    await this.updateComplete;
    const files = /** @type {import('./save_run.js').SaveRun | null} */ (this.renderRoot.querySelector('save-run'));
    await files?.updateComplete;
    files?.focus();
  }

  async #close() {
    this._writing = this._saving = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('button'))?.focus();
  }

  /** @param {SubmitEvent} event */
  #describe(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const words = {name: String(data.get('name')).trim(), note: String(data.get('note')).trim()};
    announce(this, 'run-action', {id: 'describe', row: this.row, words});
    this.#close();
  }

  /** @param {'open' | 'remove' | 'compare'} id @param {MouseEvent} [click] */
  #act(id, click) {
    announce(this, 'run-action', {id, row: this.row, click});
  }
}

/** @param {string[]} sentences */
const listOf = (sentences) => html`<ul class="differences small">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;

customElements.define('run-entry', RunEntry);
