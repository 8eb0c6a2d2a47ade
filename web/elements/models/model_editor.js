import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {defaultModel} from '../../state/defaults.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {compact, sizeInWords} from '../parts/format.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import {Unsettled} from '../parts/unsettled.js';
import {complaint, concerns, unhidden} from '../setup/option_values.js';
import {inView, uncover} from '../setup/restart_notice.js';
import '../setup/options_editor.js';
import {AbleKinds} from './able_kinds.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../runtime/types').ModelJson} ModelJson */

/**
 * The options of one model, changed as a draft: nothing restarts before Apply, and Apply says what it will do.
 * @prop race @prop runner @prop shape @fires editor-open - it is there: time to bring what a page's own editor has besides
 * @fires editor-close - the draft was applied or dropped
 */
export class ModelEditor extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    shape: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _info: {state: true},
    _busy: {state: true},
  };
  static styles = [
    base,
    controls,
    inView,
    css`
    :host { display: flex; flex-direction: column; gap: 12px; padding-top: 10px; }
    own-training:not(:defined) { display: none; }
  `,
  ];

  #epoch = 0;
  #able = new AbleKinds(this, () => this.race);

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    this.shape = NO_SHAPE;
    /** @type {ModelJson | null} what is being edited; null while it is what the runner runs */
    this._draft = null;
    /** @type {import('../../runtime/types').Failure | null} */
    this._failure = null;
    /** @type {import('../../runtime/types').Info | null} */
    this._info = null;
    this._busy = false;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
    new Unsettled(this, () => this.race, {
      waits: () => this._draft !== null,
      settle: () => this.#settle(),
      forget: () => this.#forget(),
    });
  }

  /** @returns {Promise<boolean>} whether nothing is left that is not taken up */
  async #settle() {
    if (!this._draft) return true;
    if (this.#invalid(this._draft)) return false;
    await this.#apply();
    return this._failure === null;
  }

  /** @param {ModelJson} values */
  #invalid({kind, ...values}) {
    const wrong = this.#kindOf(kind)?.options.some((o) => o.name in values && complaint(o, values[o.name]));
    return wrong || /\.train\b/.test(this._failure?.where ?? '');
  }

  connectedCallback() {
    super.connectedCallback();
    announce(this, 'editor-open');
  }

  focus() {
    /** @type {HTMLElement | null} */ (
      this.renderRoot.querySelector('options-editor')?.shadowRoot?.querySelector('option-field') ?? null
    )?.focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#epoch++;
  }

  get #index() {
    return this.race && this.runner ? this.race.runners.indexOf(this.runner) : -1;
  }

  /** @param {string} kind */
  #kindOf(kind) {
    return this.race?.describe.models.find((one) => one.kind === kind);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    uncover(this, changed.has('_draft'));
  }

  render() {
    if (!this.race || !this.runner || this.#index < 0) return nothing;
    const values = this._draft ?? this.race.experiment.models[this.#index];
    const kind = this.#kindOf(values.kind);
    const problem = this._failure ? concerns(this._failure, `models[${this.#index}]`, this.race) : null;
    const path = `models.${values.kind}`;
    const options = (kind?.options ?? []).filter(({name}) => !this.#idle(values.kind).includes(name));
    const known = unhidden(options, path, this.shape).some(({name}) => name === problem?.name);
    return html`
      ${hides(this.shape, `${path}.kind`) ? nothing : this.#kinds(values.kind, kind?.summary)}
      <options-editor path=${path} .shape=${this.shape} .options=${options} .values=${values} .problems=${problem && known ? {[problem.name]: problem.message} : {}}
        @options-change=${this.#change}></options-editor>
      <own-training .race=${this.race} .shape=${this.shape} .model=${values} @options-change=${this.#change}></own-training>
      ${this._draft ? this.#consequence(values, problem && !known ? problem.message : '') : nothing}`;
  }

  /** Options that change nothing here: numbers that come in need no embedding. @param {string} kind */
  #idle(kind) {
    const info = this._info ?? this.runner?.info;
    return info?.kind === kind ? (info.idle ?? []) : [];
  }

  /** Another kind has other options, those that are locked too. @param {string} chosen @param {string} [summary] */
  #kinds(chosen, summary) {
    const {describe} = /** @type {Race} */ (this.race);
    const able = this.#able.models;
    const locked = locks(this.shape, `models.${chosen}.*`);
    return html`
      <label class="spread"><span>${say('editor.kind')}</span><select ?disabled=${locked} aria-describedby=${LOCKED} @pointerenter=${() => this.#able.ask()} @focus=${() => this.#able.ask()} @change=${this.#changeKind}>
        ${describe.models.map(({kind: k, title}) => html`<option value=${k} ?selected=${k === chosen} ?disabled=${k !== chosen && able?.has(k) === false}>${title}</option>`)}</select></label>
      <p class="muted small">${summary}</p> ${lockedReason(locked)}`;
  }

  /** @param {ModelJson} values @param {string} problem */
  #consequence(values, problem) {
    const {step = 0, name} = this.runner ?? {};
    const invalid = this.#invalid(values);
    return html`<div class="consequence notice in-view ${problem ? 'error' : ''}">
      <p>${this._info ? say('editor.cost', {size: sizeInWords(this._info.parameters), work: compact(this._info.flops_per_step)}) : nothing}
        ${step > 0 ? say(this.race?.safe() ? 'editor.restart_kept' : 'editor.restart', {name: name ?? '', steps: step}) : say('restart.free')}</p>
      ${problem ? html`<p class="problem">${problem}</p>` : nothing}
      <div class="row"><button class="primary" ?disabled=${this._busy || invalid} @click=${this.#apply}>${say(step > 0 ? 'editor.apply_restart' : 'restart.apply')}</button>
        <button @click=${this.#drop}>${say('restart.keep')}</button></div></div>`;
  }

  /** @param {Event} event */
  #changeKind(event) {
    const {describe} = /** @type {Race} */ (this.race);
    const {train, changes} = this._draft ?? /** @type {Race} */ (this.race).experiment.models[this.#index];
    const {value} = /** @type {HTMLSelectElement} */ (event.target);
    // It is trained as the one before, but begins with nothing of another kind.
    this.#setDraft({
      ...(this.#able.models?.get(value) ?? defaultModel(value, describe)),
      ...(train !== undefined && {train}),
      ...(changes !== undefined && {changes}),
    });
  }

  /** @param {CustomEvent<ModelJson>} event */
  #change(event) {
    event.stopPropagation();
    this.#setDraft(event.detail);
  }

  /** What it would cost is asked at each change; late answers are dropped. @param {ModelJson} draft */
  async #setDraft(draft) {
    const epoch = ++this.#epoch;
    this._draft = draft;
    try {
      const info = await this.race?.estimate(this.#index, draft);
      if (epoch === this.#epoch) [this._info, this._failure] = [info ?? null, null];
    } catch (error) {
      if (epoch === this.#epoch) [this._info, this._failure] = [null, /** @type {any} */ (error)];
    }
  }

  async #apply() {
    const {race, runner, _draft: draft} = this;
    if (!race || !runner || !draft) return;
    const training = race.state === 'training';
    this._busy = true;
    try {
      await race.updateModel(this.#index, draft);
      this.#drop();
      if (training) runner.train();
    } catch (error) {
      this._failure = /** @type {any} */ (error);
    } finally {
      this._busy = false;
    }
  }

  #forget() {
    this.#epoch++;
    this._draft = this._failure = this._info = null;
  }

  #drop() {
    this.#forget();
    announce(this, 'editor-close');
  }
}

customElements.define('model-editor', ModelEditor);
