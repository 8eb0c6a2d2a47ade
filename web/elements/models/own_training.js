import {LitElement, css, html, nothing} from 'lit';
import {covers} from '../../shape/parts.js';
import {NO_SHAPE} from '../../shape/shape.js';
import {hasOwn, hasOwnOptimizer, trainOf, withOwn, withoutOwn} from '../../state/own.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {figure} from '../parts/format.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import '../setup/option_field.js';
import {applicable, complaint} from '../setup/option_values.js';
import {hidesOwn, locksOwn} from './own_shape.js';

/** @typedef {import('../../runtime/race.js').Race} Race */
/** @typedef {import('../../runtime/types').ModelJson} ModelJson */
/** @typedef {import('../../runtime/types').Option} Option */
/** @typedef {import('../../runtime/types').Kind} Kind */
/** @typedef {import('../../state/own.js').Path} Path */

/**
 * How one model is trained in its own way: rate, optimizer and seed, each the race's until it is changed.
 * @prop race @prop shape @prop model - as it is being edited @fires options-change - detail: the model with the change made
 */
export class OwnTraining extends LitElement {
  static properties = {race: {attribute: false}, shape: {attribute: false}, model: {attribute: false}};
  static styles = [
    base,
    controls,
    css`
    summary { font-weight: 550; }
    .parts { display: grid; gap: 12px; padding: 4px 0; }
    .part { display: grid; gap: 4px; }
    .own { border-left: 3px solid var(--edge); padding-left: 10px; }
    .back { justify-content: space-between; font-size: 12.5px; }
    .kind { display: flex; align-items: center; justify-content: space-between; gap: 10px; font-weight: 550; }
  `,
  ];

  #open = false;
  /** As the fields were told them, by name. @type {Map<string, Option>} */
  #options = new Map();

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.shape = NO_SHAPE;
    /** @type {ModelJson | null} */
    this.model = null;
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  render() {
    const {race, model} = this;
    if (!race || !model) return nothing;
    const {options, optimizers} = race.describe.train;
    const train = trainOf(race.train_now, model);
    const optimizer = optimizers.find(({kind}) => kind === train.optimizer?.kind);
    const [rate, ...others] = optimizer?.options ?? [];
    const seed = options.find(({name}) => name === 'seed');
    const parts = [
      this.#field(rate, ['optimizer', 'lr']),
      this.#kinds(optimizers, optimizer),
      ...applicable(others, train.optimizer ?? {}).map((one) => this.#field(one, ['optimizer', one.name])),
      this.#field(seed && {...seed, summary: say('own.seed')}, ['seed']),
    ].filter((part) => part !== nothing);
    if (!parts.length) return nothing;
    this.#open ||= hasOwn(model) || this.#opened(model);
    return html`<details ?open=${this.#open}><summary>${say('own.title')}</summary>
      <div class="parts">${parts}</div></details>`;
  }

  /** Whether the page is to open with one of these. @param {ModelJson} model */
  #opened({kind}) {
    return this.shape.open.some((one) => one.includes('.train.') && covers(`models.${kind}.train.*`, one));
  }

  /** @param {Option | undefined} option @param {Path} path */
  #field(option, path) {
    const [race, model] = [/** @type {Race} */ (this.race), /** @type {ModelJson} */ (this.model)];
    const name = path.join('.');
    if (!option || hidesOwn(this.shape, model.kind, name)) return nothing;
    const value = valueAt(trainOf(race.train_now, model), path) ?? option.default;
    const locked = locksOwn(this.shape, model.kind, name);
    const ofRace = path.length > 1 && hasOwnOptimizer(race.train_now, model) ? undefined : this.#ofRace(option, path);
    const own = hasOwn(model, path) || ofRace === undefined;
    const summary = own ? option.summary : `${say('own.as_race')} ${option.summary}`;
    const max = name === 'seed' ? undefined : option.max; // four billion seeds are no range for a slider
    return html`<div class="part ${own ? 'own' : ''}"><option-field id=${name} .option=${this.#told({...option, summary, max})} .value=${value} ?locked=${locked} .problem=${complaint(option, value)}
      @option-input=${(/** @type {CustomEvent} */ e) => this.#take(e, path)}></option-field>
      ${own && !locked && ofRace !== undefined ? this.#back(path, option.title ?? option.name, ofRace) : nothing}</div>`;
  }

  /** The same object while it says the same: a field that is told anew forgets what is being typed. @param {Option} option */
  #told(option) {
    const before = this.#options.get(option.name);
    if (before && JSON.stringify(before) === JSON.stringify(option)) return before;
    this.#options.set(option.name, option);
    return option;
  }

  /** The race's value, as it is read. @param {Option} option @param {Path} path */
  #ofRace(option, path) {
    const {train_now} = /** @type {Race} */ (this.race);
    return figure(/** @type {any} */ (valueAt(train_now, path) ?? option.default));
  }

  /** The optimizer, all of whose options are its own where it is of another kind. @param {Kind[]} kinds @param {Kind | undefined} chosen */
  #kinds(kinds, chosen) {
    const [race, model] = [/** @type {Race} */ (this.race), /** @type {ModelJson} */ (this.model)];
    if (hidesOwn(this.shape, model.kind, 'optimizer.kind')) return nothing;
    const locked = locksOwn(this.shape, model.kind, 'optimizer.*'); // another kind has other options, those that are locked too
    const own = hasOwnOptimizer(race.train_now, model);
    const ofRace = kinds.find(({kind}) => kind === race.train_now.optimizer?.kind)?.title ?? '';
    return html`<div class="part ${own ? 'own' : ''}"><label class="kind">${say('train.optimizer')}<select id="optimizer" ?disabled=${locked} aria-describedby=${LOCKED}
      @change=${(/** @type {any} */ e) => this.#chooseKind(kinds[e.target.selectedIndex])}>
      ${kinds.map(({kind, title}) => html`<option .selected=${kind === chosen?.kind}>${title}</option>`)}</select></label>
      <p class="muted small">${own ? nothing : `${say('own.as_race')} `}${chosen?.summary}</p> ${lockedReason(locked)}
      ${own && !locked ? this.#back(['optimizer'], say('train.optimizer'), ofRace) : nothing}</div>`;
  }

  /** What gives a value back to the race. @param {Path} path @param {string} title @param {string} value */
  #back(path, title, value) {
    const back = say('own.back', {value});
    return html`<p class="row back"><span>${say('own.own')}</span><button aria-label=${say('place.before', {place: title, sentence: back})}
      @click=${() => this.#giveBack(path)}>${back}</button></p>`;
  }

  /** The button goes with what is its own: the focus stays with the value. @param {Path} path */
  async #giveBack(path) {
    this.#change(withoutOwn(/** @type {ModelJson} */ (this.model), path));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[id="${path.join('.')}"]`))?.focus();
  }

  /** @param {CustomEvent<{value: unknown}>} event @param {Path} path */
  #take(event, path) {
    event.stopPropagation();
    this.#change(withOwn(/** @type {ModelJson} */ (this.model), path, event.detail.value));
  }

  /** The race's own kind is no kind of its own. @param {Kind} kind */
  #chooseKind({kind, options}) {
    const [race, model] = [/** @type {Race} */ (this.race), /** @type {ModelJson} */ (this.model)];
    const values = Object.fromEntries(options.map(({name, default: usual}) => [name, usual]));
    const same = kind === race.train_now.optimizer?.kind;
    this.#change(same ? withoutOwn(model, ['optimizer']) : withOwn(model, ['optimizer'], {kind, ...values}));
  }

  /** @param {ModelJson} model */
  #change(model) {
    announce(this, 'options-change', model);
  }
}

/** @param {any} train @param {Path} path */
const valueAt = (train, [name, inner]) => (inner === undefined ? train[name] : train[name]?.[inner]);

customElements.define('own-training', OwnTraining);
