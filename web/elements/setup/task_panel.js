import {LitElement, css, html, nothing} from 'lit';
import {refusal} from '../../words/refusals.js';
import {live} from 'lit/directives/live.js';
import {readTextFile} from '../../runtime/text_file.js';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {experimentFor} from '../../state/presets.js';
import {subjectOf} from '../../state/subject.js';
import {dataOf, groupedTasks, kindOfTask} from '../../state/task_kinds.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {Late, part} from '../parts/late.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import {Unsettled} from '../parts/unsettled.js';
import {complaint, concerns, unhidden} from './option_values.js';
import {dataSize, dataTitle, leftInWords, loading, replaces, wayBack} from './task_words.js';
import {inView, uncover, warnOfRestart} from './restart_notice.js';
import './options_editor.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {Record<string, unknown> & {kind: string}} Task */

/**
 * What is learned: the task, its data where it has any, and its options.
 * @prop race @prop shape @attr kept - the data that it lacks are offered at the top of the page @fires say - a sentence for the status line @fires page-change - another task was chosen
 * @fires data-wanted - detail: {read, title}, for a kept race whose data is not here
 */
export class TaskPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    kept: {type: Boolean},
    _draft: {state: true},
    _failure: {state: true},
    _own: {state: true},
    _busy: {state: true},
    _wanted: {state: true},
    _keep: {state: true},
    _before: {state: true},
  };
  static styles = [
    base,
    controls,
    inView,
    css`
    :host { display: flex; flex-direction: column; gap: 12px; }
    select.wide { width: 100%; }
    .picker { display: grid; gap: 4px; }
    #task { font-weight: 600; }
    .notice { display: grid; gap: 8px; }
    progress { width: 100%; height: 6px; accent-color: var(--ink); }
  `,
  ];

  #epoch = 0;
  /** Another task is chosen for the reader's own text. */
  #ownNext = false;

  constructor() {
    super();
    this.#box = new Late(this, 'data-box', () => import('./data_box.js'));
    /** @type {Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    this.kept = false;
    /** @type {Task | null} */
    this._draft = null;
    /** @type {import('../../runtime/types').Failure | null} */
    this._failure = null;
    /** The box for an own text is open. */
    this._own = false;
    this._busy = false;
    /** The task that waits for a yes. */
    this._wanted = '';
    /** Whether another task gets the present models. */
    this._keep = false;
    /** What another task replaced because its models could not do it, and what is said of that. @type {{experiment: import('../../runtime/types').Experiment, words: string, title: string, kind: string} | null} */
    this._before = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
    new Unsettled(this, () => this.race, {
      waits: () => this._draft !== null || this._wanted !== '' || Boolean(this.#dataBox?.pasted),
      settle: () => this.#settle(),
      giving: () => this._own && this.race?.experiment.task.corpus !== 'own',
      forget: () => this.#drop(),
    });
  }

  #box;
  /** The last attempt, and whether it worked. @type {Promise<boolean>} */
  #tried = Promise.resolve(true);

  get #dataBox() {
    return /** @type {import('./data_box.js').DataBox | null} */ (this.renderRoot.querySelector('data-box'));
  }

  /** @returns {Promise<boolean>} whether nothing is left that is not taken up */
  async #settle() {
    if (this._busy && !(await this.#tried)) return false;
    if (this._draft && (this.#invalid(this._draft) || !(await this.#apply()))) return false;
    const pasted = this.#dataBox?.pasted;
    return !pasted || this.#learn(pasted);
  }

  /** @param {Task} values */
  #invalid(values) {
    const shown = unhidden(this.#options, 'task', this.shape);
    return shown.some((o) => o.name in values && complaint(o, values[o.name]) !== '');
  }

  get #options() {
    return (this.#kind?.options ?? []).filter(({name}) => name !== 'corpus' && name !== 'text');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#epoch++;
  }

  get #kind() {
    const {experiment, describe} = /** @type {Race} */ (this.race);
    return kindOfTask(experiment.task, describe);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('shape') && this.shape.open.includes('data')) this._own = this.takesFiles;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    uncover(this, changed.has('_draft'));
  }

  render() {
    if (!this.race) return nothing;
    const {task} = this.race.experiment;
    const kind = this.#kind;
    const all = this.#options;
    const options = unhidden(all, 'task', this.shape);
    const values = this._draft ?? /** @type {Task} */ (task);
    const problem = this._failure ? concerns(this._failure, 'task', this.race) : null;
    const placed = options.some(({name}) => name === problem?.name);
    return html`
      ${hides(this.shape, 'task.kind') ? nothing : this.#picker(task.kind)}
      ${kind?.reads_data && !this.#hidesData ? this.#data(String(task.corpus ?? '')) : nothing}
      ${problem && !placed ? html`<p class="problem" role="alert">${problem.message}</p>` : nothing}
      <options-editor path="task" .shape=${this.shape} .options=${all} .values=${values} .problems=${problem && placed ? {[problem.name]: problem.message} : {}}
        @options-change=${this.#change}></options-editor>
      ${
        this._draft
          ? warnOfRestart(this.race, {
              busy: this._busy,
              invalid: this.#invalid(values),
              apply: () => this.#apply(),
              drop: () => this.#drop(),
            })
          : nothing
      }`;
  }

  /** A race whose data did not travel asks for it, whatever was hidden and locked. */
  get #hidesData() {
    return hides(this.shape, 'task.corpus') && !this.race?.lacksData;
  }

  get #locksData() {
    return locks(this.shape, 'task.corpus') && !this.race?.lacksData;
  }

  /** Another task has other options, so that one that is locked locks the task. */
  get #locksKind() {
    return locks(this.shape, 'task.*');
  }

  /** @param {string} chosen */
  #picker(chosen) {
    const {describe, started} = /** @type {Race} */ (this.race);
    const shown = this._wanted || chosen;
    const kind = describe.tasks.find((one) => one.kind === shown);
    return html`<div class="picker">
      <label for="task" class="unseen">${say('lab.task')}</label>
      <select id="task" class="wide" ?disabled=${this._busy || this.#locksKind} aria-describedby=${LOCKED} @change=${this.#chooseTask}>${groupedTasks(
        describe,
      ).map(
        ({title, tasks}) =>
          html`<optgroup label=${title}>${tasks.map(
            (one) => html`<option value=${one.kind} .selected=${live(one.kind === shown)}>${one.title}</option>`,
          )}</optgroup>`,
      )}</select>
      <p class="muted small">${kind?.summary}</p> ${lockedReason(this.#locksKind)}
      <label class="small"><input type="checkbox" ?disabled=${this.#locksKind} .checked=${this._keep} @change=${(/** @type {any} */ e) => (this._keep = e.target.checked)} />
        ${say('task.keep_models')}</label>
      ${
        this._wanted && started
          ? replaces(kind?.title ?? '', {
              busy: this._busy,
              yes: () => this.#switch(this._wanted),
              no: () => (this._wanted = ''),
            })
          : nothing
      }${this._before?.kind === chosen ? wayBack(this._before, {busy: this._busy, back: () => this.#back()}) : nothing}</div>`;
  }

  #back() {
    return this.#attempt(async () => {
      const before = this._before;
      this._before = null;
      if (before) await this.race?.setExperiment(before.experiment);
      announce(this, 'page-change', {});
    });
  }

  /** @param {Event} event */
  async #chooseTask(event) {
    const kind = /** @type {HTMLSelectElement} */ (event.target).value;
    const {experiment, started} = /** @type {Race} */ (this.race);
    this.#ownNext = false;
    this._wanted = kind === experiment.task.kind ? '' : kind;
    if (this._wanted && !started) await this.#switch(kind);
  }

  /** A text of the reader's is to be learned: where the task reads none, by one that does. */
  async askOwn() {
    const race = /** @type {Race} */ (this.race);
    if (race.awaited) return announce(this, 'data-wanted');
    if (race.readsText && this.takesFiles) return this.#openBox();
    this.#ownNext = true;
    this._wanted = 'text';
    if (!race.started) await this.#switch('text');
  }

  async #openBox() {
    this._own = true;
    await this.updateComplete;
    await this.#box.fetch();
    await new Promise((resolve) => requestAnimationFrame(resolve)); // until it is drawn
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('data-box'))?.focus();
  }

  /** Models that cannot do the task make room for others, which is said, with a way back. @param {string} kind */
  #switch(kind) {
    return this.#attempt(async () => {
      const race = /** @type {Race} */ (this.race);
      const {experiment, describe} = race;
      const from = this.#kind?.title ?? '';
      this._own = false;
      this._draft = this._before = null;
      try {
        const wanted = experimentFor(kind, experiment, describe, {keep: this._keep});
        const {fitted} = await part(() => import('../../runtime/able.js'));
        const {experiment: next, left} = await fitted(race, wanted);
        await race.setExperiment(next);
        if (this.#ownNext) this.#openBox();
        announce(this, 'page-change', {});
        const title = this.#kind?.title ?? '';
        if (left.length) this._before = {experiment, title: from, kind, words: leftInWords(left, title, describe)};
        announce(this, 'say', `${say('task.now', {title})} ${this._before?.words ?? ''}`.trim());
      } finally {
        this._wanted = '';
      }
    });
  }

  /** @param {string} chosen */
  #data(chosen) {
    const race = /** @type {Race} */ (this.race);
    const {corpora, text, readsText, started} = race;
    const about = corpora.find(({id}) => id === chosen);
    const next = this._own && chosen !== 'own';
    const choices = dataOf(this.#kind);
    const own = (this._own || chosen === 'own') && !this.#locksData && !this.race?.awaited; // then it is asked for at the top
    return html`<div>
      <label for="corpus" class="unseen">${say(readsText ? 'data.text' : 'data.data')}</label>
      ${
        choices.length > 1
          ? html`<select id="corpus" class="wide" ?disabled=${this.#locksData} aria-describedby=${LOCKED} @change=${this.#choose}>${choices.map(
              ({value, title}) =>
                html`<option value=${value} .selected=${live(value === 'own' ? this._own || chosen === 'own' : value === chosen && !this._own)}>${dataTitle(race, String(value), title)}</option>`,
            )}</select>`
          : nothing
      }
      <p class="muted small">${next ? say('data.own_next', {title: text.title}) : html`${about?.summary ?? ''} ${dataSize(race)}`}</p> ${this.#locksKind ? nothing : lockedReason(this.#locksData)}
      ${text.state === 'loading' ? loading(text, readsText) : nothing}
      ${this.kept ? html`<p class="small">${say(readsText ? 'data.kept_text' : 'data.kept_table')}</p>` : text.failure ? html`<p class="problem">${refusal(text.failure, race)}</p>` : nothing}</div>
      ${own ? html`<data-box ?text=${readsText} ?busy=${this._busy} warn=${started ? say('data.restarts') : ''} @data-input=${() => this.requestUpdate()} @data-chosen=${this.#useOwn}></data-box>` : nothing}`;
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
      if (this._draft) await this.#keepWords(() => this.race?.updateTask(/** @type {Task} */ (this._draft)));
      this._draft = null;
    });
  }

  /** Words beside the experiment stay only where it is about the same thing. @param {() => Promise<void> | undefined} change */
  async #keepWords(change) {
    const {experiment: before, text: had} = /** @type {Race} */ (this.race);
    await change();
    const {experiment, text} = /** @type {Race} */ (this.race);
    const same = subjectOf(experiment.task) === subjectOf(before.task);
    // Data that a link could not carry come later; those that were there have been replaced.
    const replaced = had.corpus === 'own' && had.state === 'ready' && had.title !== text.title;
    if (!same || replaced) announce(this, 'page-change', {});
  }

  #drop() {
    this._wanted = '';
    this._draft = this._failure = null;
    this._own = false;
  }

  /** @param {() => Promise<void>} work @returns {Promise<boolean>} whether it worked */
  #attempt(work) {
    return (this.#tried = this.#try(work));
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    const epoch = ++this.#epoch;
    this._busy = true;
    this._failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (epoch === this.#epoch) this._failure = /** @type {any} */ (error);
      return false;
    } finally {
      if (epoch === this.#epoch) this._busy = false;
    }
  }

  // Data of one's own -----------------------------------------------------------------------------------------------

  /** @param {CustomEvent<{read: () => Promise<Uint8Array>, title: string}>} event */
  #useOwn(event) {
    event.stopPropagation();
    this.#use(event.detail);
  }

  /** A file that was dropped anywhere on the page. @param {File} file */
  useFile(file) {
    this._own = true;
    return this.#use({read: () => readTextFile(file), title: file.name});
  }

  /** Whether the task can learn from a reader's file. */
  get takesFiles() {
    if (!this.race || this.#hidesData || this.#locksData) return false;
    return dataOf(this.#kind).some(({value}) => value === 'own');
  }

  /** @param {{read: () => Promise<Uint8Array>, title: string}} given */
  #use(given) {
    if (this.race?.awaited) return announce(this, 'data-wanted', given);
    return this.#learn(given);
  }

  /** @param {{read: () => Promise<Uint8Array>, title: string}} given @returns {Promise<boolean>} */
  #learn({read, title}) {
    return this.#attempt(async () => {
      const bytes = await read();
      await this.#keepWords(() => this.race?.setOwnText(bytes, title));
      this._own = false;
      this.#dataBox?.take();
      announce(this, 'say', say('data.now', {title}));
    });
  }
}

customElements.define('task-panel', TaskPanel);
