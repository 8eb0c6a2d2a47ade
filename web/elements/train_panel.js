import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../styles/base.js';
import {Cadence, Follow} from './follow.js';
import {sentence} from './format.js';
import {applicable, complaint, concerns} from './option_values.js';
import {warnOfRestart} from './restart_notice.js';
import './option_field.js';
import './options_editor.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../runtime/types').Experiment['train']} Train */
/** @typedef {import('../runtime/types').Kind} Kind */

/** What most readers want to change; the rest is folded away. */
const FIRST = ['steps', 'batch_size'];

/**
 * How the models are trained. The learning rate takes effect at once; everything else restarts, after saying so.
 * @prop race
 */
export class TrainPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _busy: {state: true},
    _refusedLr: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host, .more { display: grid; gap: 12px; }
    .more { padding: 8px 0 4px; }
    .notice { display: grid; gap: 8px; }
    .kind { display: flex; align-items: center; justify-content: space-between; gap: 10px; font-weight: 550; }
    .live { color: var(--muted); }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** @type {Train | null} */
    this._draft = null;
    /** @type {{where?: string, message: string} | null} */
    this._failure = null;
    this._busy = false;
    /** @type {number | null} */
    this._refusedLr = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
  }

  render() {
    if (!this.race) return nothing;
    const {train: describe} = this.race.describe;
    const train = this._draft ?? this.race.experiment.train;
    const optimizer = describe.optimizers.find(({kind}) => kind === train.optimizer?.kind);
    const schedule = describe.schedules.find(({kind}) => kind === train.schedule?.kind);
    const first = FIRST.flatMap((name) => describe.options.filter((option) => option.name === name));
    const tier = describe.options.filter(({name}) => name === 'tier');
    const rest = describe.options.filter((option) => !first.includes(option) && !tier.includes(option));
    return html`
      ${this.#lr(optimizer)} ${this.#editor(first, train, 'train')}
      <details ?open=${this._failure !== null}><summary>Optimizer, schedule and more</summary><div class="more">
        ${this.#kind('Optimizer', 'optimizer', describe.optimizers, optimizer)}
        ${this.#editor(
          (optimizer?.options ?? []).filter(({name}) => name !== 'lr'),
          train.optimizer ?? {},
          'train.optimizer',
          'optimizer',
        )}
        ${this.#kind('Schedule', 'schedule', describe.schedules, schedule)}
        ${this.#editor(schedule?.options ?? [], train.schedule ?? {}, 'train.schedule', 'schedule')}
        ${this.#editor(rest, train, 'train')}</div></details>
      ${this.#editor(tier, train, 'train')}
      ${this.#unplaced()}
      ${this._draft ? warnOfRestart(this.race, {busy: this._busy, invalid: this.#invalid(train), apply: () => this.#apply(), drop: () => this.#setDraft(null)}) : nothing}`;
  }

  /** Live. @param {Kind | undefined} optimizer */
  #lr(optimizer) {
    const option = optimizer?.options.find(({name}) => name === 'lr');
    if (!option || !this.race) return nothing;
    const value = this._refusedLr ?? /** @type {any} */ (this._draft)?.optimizer?.lr ?? this.race.lr;
    const live = {
      ...option,
      title: 'Learning rate',
      summary: `${option.summary} Changes at once, also while training.`,
    };
    return html`<option-field .option=${live} .value=${value} .problem=${complaint(option, value)} @option-input=${this.#changeLr}></option-field>`;
  }

  /** @param {import('../runtime/types').Option[]} options @param {Record<string, unknown>} values @param {string} prefix @param {'optimizer' | 'schedule'} [part] */
  #editor(options, values, prefix, part) {
    const problem = this._failure ? concerns(this._failure, prefix) : null;
    const shown = applicable(options, values);
    if (!shown.length) return nothing;
    return html`<options-editor .options=${shown} .values=${values} .problems=${problem?.name ? {[problem.name]: problem.message} : {}}
      @options-change=${(/** @type {CustomEvent} */ e) => this.#change(e, part)}></options-editor>`;
  }

  /** @param {string} title @param {'optimizer' | 'schedule'} part @param {Kind[]} kinds @param {Kind | undefined} chosen */
  #kind(title, part, kinds, chosen) {
    return html`<div><label class="kind">${title}<select @change=${(/** @type {any} */ e) => this.#changeKind(part, kinds[e.target.selectedIndex])}>
      ${kinds.map(({kind, title: name}) => html`<option ?selected=${kind === chosen?.kind}>${name}</option>`)}</select></label>
      <p class="muted small">${chosen?.summary}</p></div>`;
  }

  /** What the engine said that belongs to no control here. */
  #unplaced() {
    return this._failure && !this._failure.where?.startsWith('train.')
      ? html`<p class="problem">${sentence(this._failure.message)}</p>`
      : nothing;
  }

  get #train() {
    return /** @type {Train} */ (this._draft ?? this.race?.experiment.train);
  }

  /** @param {CustomEvent<any>} event @param {'optimizer' | 'schedule'} [part] */
  #change(event, part) {
    event.stopPropagation();
    this.#setDraft(part ? {...this.#train, [part]: event.detail} : {...this.#train, ...event.detail});
  }

  /** @param {'optimizer' | 'schedule'} part @param {Kind} kind */
  #changeKind(part, kind) {
    const values = Object.fromEntries(kind.options.map(({name, default: value}) => [name, value]));
    this.#setDraft({...this.#train, [part]: {kind: kind.kind, ...values}});
  }

  /**
   * A value that cannot be right stays in its box with the reason beside it, and goes nowhere.
   * @param {CustomEvent<{value: number}>} event
   */
  #changeLr(event) {
    const {value} = event.detail;
    const kind = this.#train.optimizer?.kind;
    const option = this.race?.describe.train.optimizers
      .find((one) => one.kind === kind)
      ?.options.find(({name}) => name === 'lr');
    this._refusedLr = option && complaint(option, value) ? value : null;
    if (this._refusedLr !== null) return;
    if (this._draft)
      this.#setDraft({...this._draft, optimizer: {.../** @type {any} */ (this._draft.optimizer), lr: value}});
    if (kind === this.race?.experiment.train.optimizer?.kind) this.race?.setLr(value);
  }

  /** @param {Train | null} draft */
  #setDraft(draft) {
    this._failure = null;
    this._draft = draft && JSON.stringify(draft) !== JSON.stringify(this.race?.experiment.train) ? draft : null;
  }

  /** @param {Train} train */
  #invalid(train) {
    const {options, optimizers, schedules} = /** @type {Race} */ (this.race).describe.train;
    const wrong = (/** @type {import('../runtime/types').Option[]} */ list, /** @type {any} */ values) =>
      applicable(list, values ?? {}).some(
        (option) => option.name in values && complaint(option, values[option.name]) !== '',
      );
    return (
      wrong(options, train) ||
      wrong(optimizers.find(({kind}) => kind === train.optimizer?.kind)?.options ?? [], train.optimizer) ||
      wrong(schedules.find(({kind}) => kind === train.schedule?.kind)?.options ?? [], train.schedule)
    );
  }

  async #apply() {
    this._busy = true;
    this._failure = null;
    try {
      if (this._draft) await this.race?.updateTrain(this._draft);
      this._draft = null;
    } catch (error) {
      this._failure = /** @type {any} */ (error);
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('train-panel', TrainPanel);
