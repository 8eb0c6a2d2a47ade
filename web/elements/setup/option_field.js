import {LitElement, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {figure, plain} from '../parts/format.js';
import {LOCKED, lockedReason} from '../parts/locked.js';
import {fromSlider, hasSlider, readNumber, toSlider} from './option_values.js';

/** @typedef {import('../../runtime/types').Option} Option */

/** Nobody types on after that. */
const PAUSE_MS = 500;

/**
 * One option of describe(), whatever its type: a number box with a slider, a choice, or a tick box.
 * What is being typed stays, whatever is rendered meanwhile.
 * @prop option @prop value @prop problem - a sentence when the value was refused @attr disabled @attr locked
 * @attr soon - tells of a number when typing pauses, not only when the box is left
 * @fires option-input - detail: {name, value}; value NaN while the box holds no number
 */
export class OptionField extends LitElement {
  static properties = {
    option: {attribute: false},
    value: {attribute: false},
    problem: {type: String},
    disabled: {type: Boolean},
    locked: {type: Boolean},
    soon: {type: Boolean},
  };
  static styles = [
    base,
    controls,
    css`
    .field { display: grid; grid-template-columns: minmax(96px, 1fr) minmax(0, auto); gap: 2px 10px; align-items: center; }
    .name { font-weight: 550; overflow-wrap: anywhere; }
    .entry { display: flex; align-items: center; justify-content: flex-end; gap: 8px; min-width: 0; }
    #entry, input[type='range'] { scroll-margin-bottom: var(--notice, 170px); }
    input[type='range'] { width: 92px; min-width: 40px; flex: 1 1 80px; }
    input[type='number'] { width: 82px; }
    input:disabled { background: var(--sunken); color: var(--muted); }
    select { max-width: 208px; text-overflow: ellipsis; }
    .help, .problem, .wide, #locked { grid-column: 1 / -1; }
    .help { font-size: 12.5px; color: var(--muted); line-height: 1.4; }
    .problem { font-size: 13px; }
    .range { white-space: nowrap; }
  `,
  ];

  constructor() {
    super();
    /** @type {Option | null} */
    this.option = null;
    /** @type {unknown} */
    this.value = undefined;
    this.problem = '';
    this.disabled = false;
    this.locked = false;
    this.soon = false;
  }

  /** Of a box that is being written in. @type {string | null} */
  #typed = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#entry'))?.focus();
  }

  get #fixed() {
    return this.disabled || this.locked;
  }

  render() {
    const {option} = this;
    if (!option) return nothing;
    return html`<div class="field">
      <label class="name" for="entry">${option.title ?? option.name}</label>
      <div class="entry">${this.#entry(option)}</div>
      <p class="help" id="help">${option.summary}${this.#range(option)}</p>
      ${lockedReason(this.locked)}
      ${this.problem ? html`<p class="problem" id="problem">${this.problem}</p>` : nothing}
    </div>`;
  }

  /** @param {Option} option */
  #entry(option) {
    if (option.type === 'boolean')
      return html`<input id="entry" type="checkbox" aria-describedby="help problem ${LOCKED}" ?disabled=${this.#fixed} .checked=${live(this.value === true)}
        @change=${(/** @type {any} */ e) => this.#say(e.target.checked)} />`;
    if (option.type === 'choice') return this.#choice(option);
    if (option.type === 'text')
      return html`<input id="entry" type="text" aria-describedby="help problem ${LOCKED}" ?disabled=${this.#fixed} .value=${live(this.#typed ?? String(this.value ?? ''))}
        @input=${this.#type} @blur=${this.#leave} @change=${(/** @type {any} */ e) => this.#tell(e.target.value)} />`;
    return this.#number(option);
  }

  /** @param {Option} option */
  #choice(option) {
    return html`<select id="entry" aria-describedby="help problem ${LOCKED}" aria-invalid=${this.problem ? 'true' : 'false'} ?disabled=${this.#fixed}
      @change=${(/** @type {any} */ e) => this.#say(option.choices?.[e.target.selectedIndex]?.value)}>
      ${option.choices?.map(({value, title}) => html`<option .selected=${live(value === this.value)}>${title}</option>`)}</select>`;
  }

  /** @param {Option} option */
  #number(option) {
    const value = /** @type {number} */ (this.value);
    return html`
      ${
        hasSlider(option)
          ? html`<input type="range" min="0" max="1000" tabindex="-1" aria-hidden="true" ?disabled=${this.#fixed}
        .value=${live(String(Math.round(1000 * toSlider(option, value))))}
        @input=${(/** @type {any} */ e) => this.#say(fromSlider(option, Number(e.target.value) / 1000))} />`
          : nothing
      }
      <input id="entry" type="number" inputmode=${option.type === 'integer' ? 'numeric' : 'decimal'} step=${option.type === 'integer' ? 1 : 'any'}
        min=${option.min ?? nothing} max=${option.max ?? nothing} aria-describedby="help problem ${LOCKED}" aria-invalid=${this.problem ? 'true' : 'false'}
        ?disabled=${this.#fixed} .value=${live(this.#typed ?? plain(value))}
        @input=${this.#type} @blur=${this.#leave} @change=${(/** @type {any} */ e) => this.#tell(readNumber(e.target.value))} />`;
  }

  /** @param {Option} option */
  #range({type, min, max, unit}) {
    if (type !== 'integer' && type !== 'number') return nothing;
    if (min === undefined || max === undefined) return nothing;
    return html` <span class="range">${say(unit ? 'option.range_of' : 'option.range', {min: figure(min), max: figure(max), unit: unit ?? ''})}</span>`;
  }

  /** @param {Event} event */
  #type({target}) {
    const {value} = /** @type {HTMLInputElement} */ (target);
    this.#typed = value;
    clearTimeout(this.#pause);
    if (this.soon && value !== '') this.#pause = setTimeout(() => this.#say(readNumber(value)), PAUSE_MS);
  }

  #leave() {
    clearTimeout(this.#pause);
    this.#typed = null;
    this.requestUpdate();
  }

  /** @param {unknown} value as it stands when the box is left */
  #tell(value) {
    this.#leave();
    this.#say(value);
  }

  /** @param {unknown} value */
  #say(value) {
    announce(this, 'option-input', {name: this.option?.name, value});
  }
}

customElements.define('option-field', OptionField);
