import {LitElement, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {readTextFile} from '../runtime/text_file.js';
import {experimentFor} from '../state/presets.js';
import {dataOf, groupedTasks, kindOfTask} from '../state/task_kinds.js';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow, announce} from './follow.js';
import {byteSize, inWords, integer, sentence} from './format.js';
import {complaint, concerns} from './option_values.js';
import {warnOfRestart} from './restart_notice.js';
import './data_box.js';
import './options_editor.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {Record<string, unknown> & {kind: string}} Task */

/**
 * What is learned: the task, its data where it has any, and its options.
 * @prop race @fires say - a sentence for the status line
 */
export class TaskPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _own: {state: true},
    _busy: {state: true},
    _wanted: {state: true},
    _keep: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 12px; }
    select.wide { width: 100%; }
    .picker { display: grid; gap: 4px; }
    #task { font-weight: 600; }
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
    this._busy = false;
    /** The task that waits for a yes. */
    this._wanted = '';
    /** Whether another task gets the present models. */
    this._keep = false;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#epoch++;
  }

  get #kind() {
    const {experiment, describe} = /** @type {Race} */ (this.race);
    return kindOfTask(experiment.task, describe);
  }

  render() {
    if (!this.race) return nothing;
    const {task} = this.race.experiment;
    const kind = this.#kind;
    const options = (kind?.options ?? []).filter(({name}) => name !== 'corpus' && name !== 'text');
    const values = this._draft ?? /** @type {Task} */ (task);
    const problem = this._failure ? concerns(this._failure, 'task') : null;
    const placed = options.some(({name}) => name === problem?.name);
    return html`
      ${this.#picker(task.kind)}
      ${kind?.reads_data ? this.#data(String(task.corpus ?? '')) : nothing}
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
  #picker(chosen) {
    const {describe, started} = /** @type {Race} */ (this.race);
    const shown = this._wanted || chosen;
    const kind = describe.tasks.find((one) => one.kind === shown);
    return html`<div class="picker">
      <label for="task" class="unseen">Task</label>
      <select id="task" class="wide" ?disabled=${this._busy} @change=${this.#chooseTask}>${groupedTasks(describe).map(
        ({title, tasks}) =>
          html`<optgroup label=${title}>${tasks.map(
            (one) => html`<option value=${one.kind} .selected=${live(one.kind === shown)}>${one.title}</option>`,
          )}</optgroup>`,
      )}</select>
      <p class="muted small">${kind?.summary}</p>
      <label class="small"><input type="checkbox" .checked=${this._keep} @change=${(/** @type {any} */ e) => (this._keep = e.target.checked)} />
        Keep the present models when choosing another task</label>
      ${
        this._wanted && started
          ? html`<div class="notice" role="alert"><p>“${kind?.title}” replaces this race: what its models have learned is lost.</p>
        <div class="row"><button class="primary" ?disabled=${this._busy} @click=${() => this.#switch(this._wanted)}>Replace it</button>
          <button @click=${() => (this._wanted = '')}>Keep as it was</button></div></div>`
          : nothing
      }</div>`;
  }

  /** @param {Event} event */
  async #chooseTask(event) {
    const kind = /** @type {HTMLSelectElement} */ (event.target).value;
    const {experiment, started} = /** @type {Race} */ (this.race);
    this._wanted = kind === experiment.task.kind ? '' : kind;
    if (this._wanted && !started) await this.#switch(kind);
  }

  /** Models that cannot do the task say so on their cards. @param {string} kind */
  #switch(kind) {
    return this.#attempt(async () => {
      const {experiment, describe} = /** @type {Race} */ (this.race);
      this._own = false;
      this._draft = null;
      try {
        await this.race?.setExperiment(experimentFor(kind, experiment, describe, {keep: this._keep}));
        announce(this, 'say', `The task is now ${this.#kind?.title}.`);
      } finally {
        this._wanted = '';
      }
    });
  }

  /** @param {string} chosen */
  #data(chosen) {
    const {corpora, text, readsText, started} = /** @type {Race} */ (this.race);
    const about = corpora.find(({id}) => id === chosen);
    const choices = dataOf(this.#kind);
    const own = this._own || chosen === 'own';
    return html`<div>
      <label for="corpus" class="unseen">${readsText ? 'Text' : 'Data'}</label>
      ${
        choices.length > 1
          ? html`<select id="corpus" class="wide" @change=${this.#choose}>${choices.map(
              ({value, title}) =>
                html`<option value=${value} .selected=${live(value === 'own' ? own : value === chosen && !this._own)}>${this.#titleOf(String(value), title)}</option>`,
            )}</select>`
          : nothing
      }
      <p class="muted small">${about?.summary ?? ''} ${this.#sizeOf()}</p>
      ${
        text.state === 'loading'
          ? html`<progress max=${text.total || 1} .value=${text.loaded} aria-label="Loading the ${readsText ? 'text' : 'data'}"></progress>
        <p class="small muted">Loading ${byteSize(text.loaded)} of ${byteSize(text.total)}</p>`
          : nothing
      }
      ${text.state === 'failed' ? html`<p class="problem">${sentence(text.message)}</p>` : nothing}</div>
      ${own ? html`<data-box ?text=${readsText} ?busy=${this._busy} warn=${started ? 'Using it starts all models again.' : ''} @data-chosen=${this.#useOwn}></data-box>` : nothing}`;
  }

  /** @param {string} id @param {string} title */
  #titleOf(id, title) {
    const {corpora, text, experiment} = /** @type {Race} */ (this.race);
    if (id === 'own') return experiment.task.corpus === 'own' && text.title ? text.title : `${title} …`;
    const about = corpora.find((corpus) => corpus.id === id);
    return about ? `${about.title} (${byteSize(about.bytes)})` : title;
  }

  #sizeOf() {
    const {text} = /** @type {Race} */ (this.race);
    if (!text.characters) return '';
    const distinct = text.vocab_size ? `, ${text.vocab_size} different ones` : '';
    const rare = text.replaced ? `; ${integer(text.replaced)} rare ones are read as one symbol` : '';
    const link = text.corpus === 'own' && !text.travels ? ' It is too long to travel in a link.' : '';
    return `${inWords(text.characters)} characters${distinct}${rare}.${link}`;
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

  // Data of one's own -----------------------------------------------------------------------------------------------

  /** @param {CustomEvent<{read: () => Promise<Uint8Array>, title: string}>} event */
  #useOwn(event) {
    event.stopPropagation();
    return this.#use(event.detail.read, event.detail.title);
  }

  /** A file that was dropped anywhere on the page. @param {File} file */
  useFile(file) {
    this._own = true;
    return this.#use(() => readTextFile(file), file.name);
  }

  /** Whether the task can learn from a reader's file. */
  get takesFiles() {
    return dataOf(this.race ? this.#kind : undefined).some(({value}) => value === 'own');
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
