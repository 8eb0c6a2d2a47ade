import {LitElement, css, html, nothing} from 'lit';
import {encodeText, readTextFile} from '../runtime/text_file.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow, announce} from './follow.js';
import {byteSize, inWords, integer, sentence} from './format.js';
import {complaint, concerns} from './option_values.js';
import {warnOfRestart} from './restart_notice.js';
import './options_editor.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {Record<string, unknown> & {kind: string}} Task */

/**
 * What is learned: a built-in text, the reader's own, and how much of it at a time.
 * @prop race @fires say - a sentence for the status line
 */
export class TaskPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _own: {state: true},
    _over: {state: true},
    _busy: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 12px; }
    select.corpus { width: 100%; }
    .drop { border: 1.5px dashed var(--edge); border-radius: 8px; padding: 10px; display: grid; gap: 8px; }
    .drop.over { border-color: var(--accent); background: var(--sunken); }
    textarea { font: 13.5px/1.45 var(--serif); min-height: 84px; }
    .notice { display: grid; gap: 8px; }
    progress { width: 100%; height: 6px; accent-color: var(--ink); }
  `,
  ];

  #epoch = 0;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Task | null} */
    this._draft = null;
    /** @type {{where?: string, message: string} | null} */
    this._failure = null;
    /** The box for an own text is open. */
    this._own = false;
    this._over = false;
    this._busy = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#epoch++;
  }

  render() {
    if (!this.race) return nothing;
    const {task} = this.race.experiment;
    const kind = this.race.describe.tasks.find((one) => one.kind === task.kind);
    const options = (kind?.options ?? []).filter(({name}) => name !== 'corpus' && name !== 'text');
    const values = this._draft ?? /** @type {Task} */ (task);
    const problem = this._failure ? concerns(this._failure, 'task') : null;
    const placed = options.some(({name}) => name === problem?.name);
    return html`
      ${this.#corpus(String(task.corpus ?? ''))} ${this._own || task.corpus === 'own' ? this.#ownText() : nothing}
      ${problem && !placed ? html`<p class="problem" role="alert">${problem.message}</p>` : nothing}
      <options-editor .options=${options} .values=${values} .problems=${problem && placed ? {[problem.name]: problem.message} : {}}
        @options-change=${this.#change}></options-editor>
      ${
        this._draft
          ? warnOfRestart(this.race, {
              busy: this._busy,
              invalid: options.some((o) => o.name in values && complaint(o, values[o.name]) !== ''),
              apply: () => this.#apply(),
              drop: () => this.#drop(),
            })
          : nothing
      }`;
  }

  /** @param {string} chosen */
  #corpus(chosen) {
    const {corpora, text} = /** @type {Race} */ (this.race);
    const about = corpora.find(({id}) => id === chosen);
    return html`<div>
      <label for="corpus" class="unseen">Text</label>
      <select id="corpus" class="corpus" @change=${this.#choose}>
        ${corpora.map(({id, title, bytes}) => html`<option value=${id} ?selected=${id === chosen && !this._own}>${title} (${byteSize(bytes)})</option>`)}
        <option value="own" ?selected=${chosen === 'own' || this._own}>${chosen === 'own' && text.title ? text.title : 'Your own text …'}</option>
      </select>
      <p class="muted small">${about?.summary ?? ''} ${this.#sizeOf()}</p>
      ${
        text.state === 'loading'
          ? html`<progress max=${text.total || 1} .value=${text.loaded} aria-label="Loading the text"></progress>
        <p class="small muted">Loading ${byteSize(text.loaded)} of ${byteSize(text.total)}</p>`
          : nothing
      }
      ${text.state === 'failed' ? html`<p class="problem">${sentence(text.message)}</p>` : nothing}</div>`;
  }

  #sizeOf() {
    const {text} = /** @type {Race} */ (this.race);
    if (!text.characters) return '';
    const distinct = text.vocab_size ? `, ${text.vocab_size} different ones` : '';
    const rare = text.replaced ? `; ${integer(text.replaced)} rare ones are read as one symbol` : '';
    const link = text.corpus === 'own' && !text.travels ? ' It is too long to travel in a link.' : '';
    return `${inWords(text.characters)} characters${distinct}${rare}.${link}`;
  }

  #ownText() {
    return html`<div class="drop ${this._over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${() => (this._over = false)} @drop=${this.#drop_}>
      <label for="own">Paste a text, or drop a file here</label>
      <textarea id="own" rows="4" spellcheck="false" placeholder="At least a few hundred characters; some thousands are better."></textarea>
      <div class="row"><button ?disabled=${this._busy} @click=${this.#usePasted}>Use this text</button>
        <button @click=${() => /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input[type=file]')).click()}>Choose a file …</button>
        <input type="file" hidden accept="text/*,.txt,.md,.csv,.json,.tex,.html,.js,.py,.c,.cpp" aria-label="A text file" @change=${this.#useFile} /></div>
      <p class="small muted">It stays in this page; nothing is uploaded. ${this.race?.started ? 'Using it starts all models again.' : ''}</p></div>`;
  }

  /** @param {Event} event */
  async #choose(event) {
    const corpus = /** @type {HTMLSelectElement} */ (event.target).value;
    this._failure = null;
    this._own = corpus === 'own';
    const {task} = /** @type {Race} */ (this.race).experiment;
    if (corpus === 'own' || corpus === task.corpus) return;
    const {text: _, ...rest} = task;
    this.#setDraft({...rest, corpus});
    if (!this.race?.started) await this.#apply();
  }

  /** @param {CustomEvent<Task>} event */
  #change(event) {
    event.stopPropagation();
    this.#setDraft(event.detail);
  }

  /** @param {Task} draft */
  #setDraft(draft) {
    this._failure = null;
    this._draft = JSON.stringify(draft) === JSON.stringify(this.race?.experiment.task) ? null : draft;
  }

  #apply() {
    return this.#attempt(async () => {
      if (this._draft) await this.race?.updateTask(this._draft);
      this._draft = null;
    });
  }

  #drop() {
    this._draft = this._failure = null;
    this._own = false;
  }

  /** @param {() => Promise<void>} work */
  async #attempt(work) {
    const epoch = ++this.#epoch;
    this._busy = true;
    this._failure = null;
    try {
      await work();
    } catch (error) {
      if (epoch === this.#epoch) this._failure = /** @type {any} */ (error);
    } finally {
      if (epoch === this.#epoch) this._busy = false;
    }
  }

  // A text of one's own ---------------------------------------------------------------------------------------------

  #usePasted() {
    const box = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('#own'));
    return this.#use(async () => encodeText(box.value), 'Your own text');
  }

  /** @param {Event} event */
  #useFile(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) this.#use(() => readTextFile(file), file.name);
  }

  /** @param {DragEvent} event */
  #dragOver(event) {
    event.preventDefault();
    this._over = true;
  }

  /** @param {DragEvent} event */
  #drop_(event) {
    event.preventDefault();
    this._over = false;
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) this.#use(() => readTextFile(file), file.name);
    else if (text) this.#use(async () => encodeText(text), 'Your own text');
  }

  /** A file that was dropped anywhere on the page. @param {File} file */
  useFile(file) {
    this._own = true;
    return this.#use(() => readTextFile(file), file.name);
  }

  /** @param {() => Promise<Uint8Array>} read @param {string} title */
  #use(read, title) {
    return this.#attempt(async () => {
      await this.race?.setOwnText(await read(), title);
      this._own = false;
      announce(this, 'say', `The models now read ${title}.`);
    });
  }
}

customElements.define('task-panel', TaskPanel);
