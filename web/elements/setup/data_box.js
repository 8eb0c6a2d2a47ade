import '../../words/late.js';
import {LitElement, css, html} from 'lit';
import {encodeText, readTextFile} from '../../runtime/text_file.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';

/** Keys of what is said of the two that a reader may bring. */
const TEXT = {
  paste: 'data.paste_text',
  hint: 'data.hint_text',
  use: 'data.use_text',
  file: 'data.file_text',
  own: 'data.own_text',
};
const TABLE = {
  paste: 'data.paste_table',
  hint: 'data.hint_table',
  use: 'data.use_table',
  file: 'data.file_table',
  own: 'data.own_table',
};

/**
 * Where a reader brings a text or a table: pasted, dropped or chosen.
 * @attr text - whether a text is wanted rather than a table @attr busy @attr warn - what using it costs
 * @fires data-input - what stands in it is another @fires data-chosen - detail: {read: () => Promise<Uint8Array>, title}
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

  /** What was in the box when data were taken from it, or from elsewhere. */
  #taken = '';

  focus() {
    this.#box?.focus();
  }

  get #box() {
    return /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector('#own'));
  }

  /** What stands in the box and was not used yet. @returns {{read: () => Promise<Uint8Array>, title: string} | null} */
  get pasted() {
    const value = this.#box?.value ?? '';
    return value.trim() && value !== this.#taken ? {read: async () => encodeText(value), title: this.#title} : null;
  }

  /** The reader's data are used now, these or others: what stands in the box is done with. */
  take() {
    this.#taken = this.#box?.value ?? '';
  }

  render() {
    const {text} = this;
    const words = text ? TEXT : TABLE;
    return html`<div class="drop ${this._over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${() => (this._over = false)} @drop=${this.#drop}>
      <label for="own">${say(words.paste)}</label>
      <textarea id="own" class=${text ? '' : 'table'} rows="4" spellcheck="false" @input=${() => announce(this, 'data-input')} placeholder=${say(words.hint)}></textarea>
      <div class="row"><button ?disabled=${this.busy} @click=${this.#usePasted}>${say(words.use)}</button>
        <button @click=${() => /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=file]')).click()}>${say('data.choose_file')}</button>
        <input type="file" hidden accept="text/*,.txt,.md,.csv,.tsv,.json,.tex,.html,.js,.py,.c,.cpp" aria-label=${say(words.file)} @change=${this.#useFile} /></div>
      <p class="small muted">${say('data.stays')} ${this.warn}</p></div>`;
  }

  get #title() {
    return say(this.text ? TEXT.own : TABLE.own);
  }

  #usePasted() {
    const value = this.#box?.value ?? '';
    this.#say(async () => encodeText(value), this.#title);
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
