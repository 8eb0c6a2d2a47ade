import {LitElement, css, html, nothing} from 'lit';
import {modelFile} from '../../store/kept_race.js';
import {fileWithoutText, writeRaceFile} from '../../store/race_file.js';
import {receiptWithoutText} from '../../store/receipt.js';
import {titleOf} from '../../store/title.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {download} from '../save/download.js';
import {fileName} from '../save/file_name.js';

/** @typedef {import('../../store/kept_race.js').Row} Row */

/**
 * A race as a file: whole, one of its models, or its receipt.
 * @prop row @prop keeping @attr unlisted - it is the one on the page, which is not kept @fires save-close
 */
export class SaveRun extends LitElement {
  static properties = {
    row: {attribute: false},
    keeping: {attribute: false},
    unlisted: {type: Boolean},
    _with: {state: true},
    _problem: {state: true},
    _saved: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 6px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Row | null} */
    this.row = null;
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    /** Whether the reader's own data goes with it. */
    this._with = false;
    this._problem = this._saved = '';
    this.unlisted = false;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('button'))?.focus();
  }

  render() {
    const {row, keeping} = this;
    if (!row) return nothing;
    const title = row.own || (keeping ? titleOf(row, keeping.race.describe) : '');
    const models = row.receipt.models.flatMap(({name}, k) => (row.bytes[k] === null ? [] : [{name, k}]));
    return html`<p class="small muted">${say('files.what')}</p>
      ${row.own === null ? nothing : html`<label class="small"><input type="checkbox" .checked=${this._with} @change=${this.#chooseData} /> ${say('files.with_data', {title})}</label>`}
      <div class="row">
        <button class="primary" @click=${() => this.#save(() => this.#race())}>${say('files.race')}</button>
        ${models.map(({name, k}) => html`<button @click=${() => this.#save(() => this.#model(k))}>${say('files.model', {name})}</button>`)}
        <button @click=${() => this.#save(() => this.#receipt())}>${say('files.receipt')}</button>
        <button class="quiet" @click=${() => announce(this, 'save-close')}>${say('files.close')}</button></div>
      ${this._saved ? html`<p class="small">${this._saved}</p>` : nothing}
      ${row.own === null || this._with ? nothing : html`<p class="small muted">${say('files.without_data', {title})}</p>`}
      ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}`;
  }

  /** What was saved before is another file. @param {any} event */
  #chooseData({target}) {
    this._with = target.checked;
    this._saved = '';
  }

  async #whole() {
    const {row, unlisted} = this;
    const whole = await this.keeping?.whole(unlisted ? undefined : row?.id);
    if (!whole) throw new DOMException('', 'NotFoundError');
    return whole;
  }

  async #race() {
    const whole = await this.#whole();
    const parts = this._with ? [say('files.part_with_data')] : [];
    return {bytes: await writeRaceFile(whole, {withData: this._with}), ending: 'zip', parts};
  }

  /** @param {number} k */
  async #model(k) {
    const {row, files} = await this.#whole();
    const kept = /** @type {import('../../store/kept_race.js').KeptModel} */ (files[k]);
    const file = await modelFile(kept, row.receipt, k);
    const {name, step} = row.receipt.models[k];
    return {
      bytes: row.own === null ? file : await fileWithoutText(file),
      ending: 'safetensors',
      parts: [name, 'step', step],
    };
  }

  async #receipt() {
    const {row} = await this.#whole();
    const said = row.own === null || this._with ? row.receipt : receiptWithoutText(row.receipt);
    return {bytes: new TextEncoder().encode(JSON.stringify(said, null, 1)), ending: 'json', parts: ['receipt']};
  }

  /** @param {() => Promise<{bytes: Uint8Array<ArrayBuffer>, ending: string, parts: (string | number)[]}>} make */
  async #save(make) {
    const {row, keeping} = this;
    if (!row || !keeping) return;
    this._problem = this._saved = '';
    try {
      const {bytes, ending, parts} = await make();
      const name = fileName([titleOf(row, keeping.race.describe), ...parts], ending);
      download(new Blob([bytes]), name);
      this._saved = say('files.saved', {name});
      announce(this, 'say', this._saved);
    } catch (error) {
      this._problem = refusal(error, keeping.race);
    }
  }
}

customElements.define('save-run', SaveRun);
