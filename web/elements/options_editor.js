import {LitElement, css, html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {base} from '../styles/base.js';
import {announce} from './follow.js';
import './option_field.js';
import {applicable, complaint, withOption} from './option_values.js';

/** @typedef {import('../runtime/types').Option} Option */

/**
 * A list of options of describe(), those that apply to the present values.
 * @prop options @prop values @prop problems - name -> sentence, from the engine
 * @fires options-change - detail: all values with the change made
 */
export class OptionsEditor extends LitElement {
  static properties = {
    options: {attribute: false},
    values: {attribute: false},
    problems: {attribute: false},
    disabled: {type: Boolean},
  };
  static styles = [
    base,
    css`
    :host { display: grid; gap: 12px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Option[]} */
    this.options = [];
    /** @type {Record<string, unknown>} */
    this.values = {};
    /** @type {Record<string, string>} */
    this.problems = {};
    this.disabled = false;
  }

  render() {
    return repeat(
      applicable(this.options, this.values),
      ({name}) => name,
      (option) => html`
      <option-field .option=${option} .value=${this.values[option.name]} ?disabled=${this.disabled}
        .problem=${complaint(option, this.values[option.name]) || (this.problems[option.name] ?? '')}
        @option-input=${this.#onInput}></option-field>`,
    );
  }

  /** @param {CustomEvent<{name: string, value: unknown}>} event */
  #onInput(event) {
    event.stopPropagation();
    const {name, value} = event.detail;
    announce(this, 'options-change', withOption(this.options, this.values, name, value));
  }
}

customElements.define('options-editor', OptionsEditor);
