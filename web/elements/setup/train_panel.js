import {LitElement, css, html, nothing} from 'lit';
import {covers} from '../../shape/parts.js';
import {hides, locks, NO_SHAPE} from '../../shape/shape.js';
import {addedSteps, hasOwnRate} from '../../state/runs.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import {Unsettled} from '../parts/unsettled.js';
import {applicable, complaint, concerns, unhidden} from './option_values.js';
import {inView, uncover, warnOfRestart} from './restart_notice.js';
import './option_field.js';
import './options_editor.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/types').Experiment['train']} Train */
/** @typedef {import('../../runtime/types').Kind} Kind */

/** What most readers want to change; the rest is folded away. */
const FIRST = ['steps', 'batch_size'];
const LR = 'train.optimizer.lr';

/**
 * How the models are trained. The learning rate takes effect at once; everything else restarts, after saying so.
 * @prop race @prop shape @fires train-on - detail: {count, taken}, for models that are done; taken is called where they do
 */
export class TrainPanel extends LitElement {
  static properties = {
    race: {attribute: false},
    shape: {attribute: false},
    _draft: {state: true},
    _failure: {state: true},
    _busy: {state: true},
    _refusedLr: {state: true},
  };
  static styles = [
    base,
    controls,
    inView,
    css`
    :host { display: flex; flex-direction: column; gap: 12px; }
    .more { display: grid; gap: 12px; }
    .more { padding: 8px 0 4px; }
    .kind { display: flex; align-items: center; justify-content: space-between; gap: 10px; font-weight: 550; }
    .live { color: var(--muted); }
  `,
  ];

  /** Not needed before everybody is done. */
  #on = new Fetched(
    () => import('../lab/going_on.js'),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    /** @type {Train | null} */
    this._draft = null;
    /** @type {import('../../runtime/types').Failure | null} */
    this._failure = null;
    this._busy = false;
    /** @type {number | null} */
    this._refusedLr = null;
    const redraw = new Cadence(this, () => this.requestUpdate(), 200);
    new Follow(this, () => this.race, {change: () => redraw.request()});
    new Unsettled(this, () => this.race, {
      waits: () => this._draft !== null || this._refusedLr !== null,
      settle: () => this.#settle(),
      forget: () => this.#forget(),
    });
  }

  /** @returns {Promise<boolean>} whether nothing is left that is not taken up */
  async #settle() {
    if (this._refusedLr !== null) return false;
    if (!this._draft) return true;
    if (this.#invalid(this._draft)) return false;
    await this.#apply();
    return this._failure === null;
  }

  #forget() {
    this.#setDraft(null);
    this._refusedLr = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    uncover(this, changed.has('_draft'));
  }

  render() {
    if (!this.race) return nothing;
    const {train: describe} = this.race.describe;
    const train = this._draft ?? this.race.train_now;
    const optimizer = describe.optimizers.find(({kind}) => kind === train.optimizer?.kind);
    const schedule = describe.schedules.find(({kind}) => kind === train.schedule?.kind);
    const first = FIRST.flatMap((name) => describe.options.filter((option) => option.name === name));
    const told = first.map((option) => (option.name === 'steps' ? withAdded(option, this.race) : option));
    const tier = describe.options.filter(({name}) => name === 'tier');
    const rest = describe.options.filter((option) => !first.includes(option) && !tier.includes(option));
    const more = [
      this.#kind(say('train.optimizer'), 'optimizer', describe.optimizers, optimizer),
      this.#editor(withoutLr(optimizer), train.optimizer ?? {}, 'train.optimizer', 'optimizer'),
      this.#kind(say('train.schedule'), 'schedule', describe.schedules, schedule),
      this.#editor(schedule?.options ?? [], train.schedule ?? {}, 'train.schedule', 'schedule'),
      this.#editor(rest, train, 'train'),
    ];
    return html`
      ${this.#lr(optimizer)} ${this.#editor(told, train, 'train')}
      ${more.every((part) => part === nothing) ? nothing : html`<details ?open=${this._failure !== null || this.#opensMore(rest)}><summary>${say('train.more')}</summary><div class="more">${more}</div></details>`}
      ${this.#editor(tier, train, 'train')}
      ${this.#unplaced()}
      ${this._draft ? warnOfRestart(this.race, {busy: this._busy, invalid: this.#invalid(train), apply: () => this.#apply(), drop: () => this.#setDraft(null), further: this.#further(this.race, this._draft)}) : nothing}`;
  }

  /** Where all are done, and nothing but more steps is written, these can be had without a restart. @param {Race} race @param {Train} draft */
  #further(race, draft) {
    const count = Number(draft.steps) - race.steps;
    const apart = (/** @type {Train} */ train) => JSON.stringify({...train, steps: 0});
    if (!(count > 0) || race.state !== 'done' || race.awaited || apart(draft) !== apart(race.train_now)) return null;
    if (!this.#on.value?.offerOf(race, this.shape)) return null;
    const even = race.runners.every(({state, steps}) => state !== 'done' || steps === race.steps);
    const title = even ? say('restart.further', {steps: Number(draft.steps)}) : say('restart.further_by', {count});
    return {title, go: () => announce(this, 'train-on', {count, taken: () => this.#setDraft(null)})};
  }

  /** Whether the page is to open with one of the options that are folded away. @param {import('../../runtime/types').Option[]} rest */
  #opensMore(rest) {
    const folded = ['train.optimizer.kind', 'train.schedule.*', ...rest.map(({name}) => `train.${name}`)];
    const inside = (/** @type {string} */ path) =>
      folded.some((one) => covers(path, one)) || (path !== 'train.optimizer.lr' && covers('train.optimizer.*', path));
    return this.shape.open.some((entry) => entry.includes('.') && inside(entry));
  }

  /** Live. @param {Kind | undefined} optimizer */
  #lr(optimizer) {
    const option = optimizer?.options.find(({name}) => name === 'lr');
    if (!option || !this.race || hides(this.shape, LR)) return nothing;
    const value = this._refusedLr ?? /** @type {any} */ (this._draft)?.optimizer?.lr ?? this.race.lr;
    const live = {
      ...option,
      title: say('train.rate'),
      summary: keptByOwn(say('train.rate_at_once', {summary: option.summary}), this.race),
    };
    return html`<option-field ?locked=${locks(this.shape, LR)} .option=${live} .value=${value} .problem=${complaint(option, value)} @option-input=${this.#changeLr}></option-field>`;
  }

  /** @param {import('../../runtime/types').Option[]} options @param {Record<string, unknown>} values @param {string} prefix @param {'optimizer' | 'schedule'} [part] */
  #editor(options, values, prefix, part) {
    const problem = this._failure ? concerns(this._failure, prefix, this.race) : null;
    const shown = applicable(options, values);
    if (!unhidden(shown, prefix, this.shape).length) return nothing;
    return html`<options-editor path=${prefix} .shape=${this.shape} .options=${shown} .values=${values} .problems=${problem?.name ? {[problem.name]: problem.message} : {}}
      @options-change=${(/** @type {CustomEvent} */ e) => this.#change(e, part)}></options-editor>`;
  }

  /** @param {string} title @param {'optimizer' | 'schedule'} part @param {Kind[]} kinds @param {Kind | undefined} chosen */
  #kind(title, part, kinds, chosen) {
    if (hides(this.shape, `train.${part}.kind`)) return nothing;
    const locked = locks(this.shape, `train.${part}.*`); // another kind has other options, those that are locked too
    return html`<div><label class="kind">${title}<select ?disabled=${locked} aria-describedby=${LOCKED} @change=${(/** @type {any} */ e) => this.#changeKind(part, kinds[e.target.selectedIndex])}>
      ${kinds.map(({kind, title: name}) => html`<option ?selected=${kind === chosen?.kind}>${name}</option>`)}</select></label>
      <p class="muted small">${chosen?.summary}</p> ${lockedReason(locked)}</div>`;
  }

  /** What the engine said that belongs to no control here. */
  #unplaced() {
    const {where = ''} = this._failure ?? {};
    return this._failure && (!where.startsWith('train.') || hides(this.shape, where))
      ? html`<p class="problem">${refusal(this._failure, this.race ?? {})}</p>`
      : nothing;
  }

  get #train() {
    return /** @type {Train} */ (this._draft ?? this.race?.train_now);
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
    this._draft = draft && JSON.stringify(draft) !== JSON.stringify(this.race?.train_now) ? draft : null;
  }

  /** @param {Train} train */
  #invalid(train) {
    const {options, optimizers, schedules} = /** @type {Race} */ (this.race).describe.train;
    const wrong = (/** @type {import('../../runtime/types').Option[]} */ list, /** @type {any} */ values) =>
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

/** What a moved rate does to models that have one of their own. @param {string} summary @param {Race} race */
function keptByOwn(summary, {experiment}) {
  return experiment.models.some((model) => hasOwnRate(model, experiment)) ? say('train.rate_own', {summary}) : summary;
}

/** What the box has is what was asked for; the race may be longer by now. @param {import('../../runtime/types').Option} option @param {Race | null} race */
function withAdded(option, race) {
  const count = race ? addedSteps(race.experiment) : 0;
  return count ? {...option, summary: say('train.steps_more', {summary: option.summary, count})} : option;
}

/** @param {Kind | undefined} optimizer */
function withoutLr(optimizer) {
  return (optimizer?.options ?? []).filter(({name}) => name !== 'lr');
}

customElements.define('train-panel', TrainPanel);
