import {LitElement, css, html} from 'lit';
import {encodeText, readTextFile} from '../runtime/text_file.js';
import {base, controls} from '../styles/base.js';
import {announce} from './follow.js';

/**
 * Where a reader brings a text or a table: pasted, dropped or chosen.
 * @attr text - whether a text is wanted rather than a table @attr busy @attr warn - what using it costs
 * @fires data-chosen - detail: {read: () => Promise<Uint8Array>, title}
 */
export class DataBox extends LitElement {
  static properties = {
    text: {type: Boolean},
    busy: {type: Boolean},
    warn: {type: String},
    _over: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    .drop { border: 1.5px dashed var(--edge); border-radius: 8px; padding: 10px; display: grid; gap: 8px; }
    .drop.over { border-color: var(--accent); background: var(--sunken); }
    textarea { font: 13.5px/1.45 var(--serif); min-height: 84px; }
    textarea.table { font-family: var(--mono); }
  `,
  ];

  constructor() {
    super();
    this.text = false;
    this.busy = false;
    this.warn = '';
    this._over = false;
  }

  render() {
    const {text} = this;
    return html`<div class="drop ${this._over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${() => (this._over = false)} @drop=${this.#drop}>
      <label for="own">${text ? 'Paste a text' : 'Paste a table (CSV)'}, or drop a file here</label>
      <textarea id="own" class=${text ? '' : 'table'} rows="4" spellcheck="false" placeholder=${text ? 'At least a few hundred characters; some thousands are better.' : 'One row a line, columns parted by commas, semicolons or tabs.'}></textarea>
      <div class="row"><button ?disabled=${this.busy} @click=${this.#usePasted}>Use this ${text ? 'text' : 'table'}</button>
        <button @click=${() => /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=file]')).click()}>Choose a file …</button>
        <input type="file" hidden accept="text/*,.txt,.md,.csv,.tsv,.json,.tex,.html,.js,.py,.c,.cpp" aria-label=${text ? 'A text file' : 'A table'} @change=${this.#useFile} /></div>
      <p class="small muted">It stays in this page; nothing is uploaded. ${this.warn}</p></div>`;
  }

  get #title() {
    return this.text ? 'Your own text' : 'Your own data';
  }

  #usePasted() {
    const box = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('#own'));
    this.#say(async () => encodeText(box.value), this.#title);
  }

  /** @param {Event} event */
  #useFile(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) this.#say(() => readTextFile(file), file.name);
  }

  /** @param {DragEvent} event */
  #dragOver(event) {
    event.preventDefault();
    this._over = true;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    this._over = false;
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) this.#say(() => readTextFile(file), file.name);
    else if (text) this.#say(async () => encodeText(text), this.#title);
  }

  /** @param {() => Promise<Uint8Array>} read @param {string} title */
  #say(read, title) {
    announce(this, 'data-chosen', {read, title});
  }
}

customElements.define('data-box', DataBox);
