import {LitElement, css, html, nothing} from 'lit';
import {defaultModel} from '../state/defaults.js';
import {base, controls} from '../styles/base.js';
import {Follow, announce} from './follow.js';
import {compact, integer, sizeInWords} from './format.js';
import {complaint, concerns} from './option_values.js';
import './options_editor.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/runner.js').Runner} Runner */
/** @typedef {import('../runtime/types').ModelJson} ModelJson */

/**
 * The options of one model, changed as a draft: nothing restarts before Apply, and Apply says what it will do.
 * @prop race @prop runner @fires editor-close - the draft was applied or dropped
 */
export class ModelEditor extends LitElement {
  static properties = {
    race: {attribute: false},
    runner: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _info: {state: true},
    _busy: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 12px; padding-top: 10px; }
    .consequence { display: grid; gap: 8px; position: sticky; bottom: 8px; z-index: 1; box-shadow: var(--shadow); }
  `,
  ];

  #epoch = 0;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Runner | null} */
    this.runner = null;
    /** @type {ModelJson | null} what is being edited; null while it is what the runner runs */
    this._draft = null;
    /** @type {import('../runtime/types').Failure | null} */
    this._failure = null;
    /** @type {import('../runtime/types').Info | null} */
    this._info = null;
    this._busy = false;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
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

  render() {
    if (!this.race || !this.runner || this.#index < 0) return nothing;
    const values = this._draft ?? this.race.experiment.models[this.#index];
    const kind = this.#kindOf(values.kind);
    const problem = this._failure ? concerns(this._failure, `models[${this.#index}]`) : null;
    const known = kind?.options.some(({name}) => name === problem?.name);
    return html`
      <label class="spread"><span>Kind</span><select @change=${this.#changeKind}>
        ${this.race.describe.models.map(({kind: k, title}) => html`<option value=${k} ?selected=${k === values.kind}>${title}</option>`)}</select></label>
      <p class="muted small">${kind?.summary}</p>
      <options-editor .options=${kind?.options ?? []} .values=${values} .problems=${problem && known ? {[problem.name]: problem.message} : {}}
        @options-change=${this.#change}></options-editor>
      ${this._draft ? this.#consequence(values, problem && !known ? problem.message : '') : nothing}`;
  }

  /** @param {ModelJson} values @param {string} problem */
  #consequence(values, problem) {
    const {step = 0, name} = this.runner ?? {};
    const invalid = this.#kindOf(values.kind)?.options.some((o) => o.name in values && complaint(o, values[o.name]));
    return html`<div class="consequence notice ${problem ? 'error' : ''}">
      <p>${this._info ? html`${sizeInWords(this._info.parameters)}; ${compact(this._info.flops_per_step)}flop a training step. ` : nothing}
        ${step > 0 ? `Applying starts ${name} again from step 0: its ${integer(step)} steps are lost. The other models go on.` : 'Nothing has been trained yet, so nothing is lost.'}</p>
      ${problem ? html`<p class="problem">${problem}</p>` : nothing}
      <div class="row"><button class="primary" ?disabled=${this._busy || invalid} @click=${this.#apply}>${step > 0 ? `Apply and restart` : 'Apply'}</button>
        <button @click=${this.#drop}>Keep as it was</button></div></div>`;
  }

  /** @param {Event} event */
  #changeKind(event) {
    const {describe} = /** @type {Race} */ (this.race);
    this.#setDraft(
      /** @type {ModelJson} */ (defaultModel(/** @type {HTMLSelectElement} */ (event.target).value, describe)),
    );
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

  #drop() {
    this.#epoch++;
    this._draft = this._failure = this._info = null;
    announce(this, 'editor-close');
  }
}

customElements.define('model-editor', ModelEditor);
