import {LitElement, css, html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {NO_SHAPE} from '../../shape/shape.js';
import {base} from '../../styles/base.js';
import {announce} from '../parts/follow.js';
import './option_field.js';
import {applicable, complaint, isLocked, unhidden, withOption} from './option_values.js';

/** @typedef {import('../../runtime/types').Option} Option */

/**
 * A list of options of describe(), those that apply to the present values.
 * @prop shape @prop path - what they belong to: "task", "models.lstm"; by this they are hidden and locked
 * @prop options @prop values @prop problems - name -> sentence, from the engine
 * @fires options-change - detail: all values with the change made
 */
export class OptionsEditor extends LitElement {
  static properties = {
    options: {attribute: false},
    values: {attribute: false},
    problems: {attribute: false},
    disabled: {type: Boolean},
    path: {type: String},
    shape: {attribute: false},
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
    this.path = '';
    this.shape = NO_SHAPE;
  }

  render() {
    return repeat(
      unhidden(applicable(this.options, this.values), this.path, this.shape),
      ({name}) => name,
      (option) => html`
      <option-field soon .option=${option} .value=${this.#valueOf(option)} ?disabled=${this.disabled}
        ?locked=${isLocked(option, this.options, this.path, this.shape)}
        .problem=${complaint(option, this.#valueOf(option)) || (this.problems[option.name] ?? '')}
        @option-input=${this.#onInput}></option-field>`,
    );
  }

  /** What an experiment leaves out has its default. @param {Option} option */
  #valueOf({name, default: usual}) {
    return name in this.values ? this.values[name] : usual;
  }

  /** @param {CustomEvent<{name: string, value: unknown}>} event */
  #onInput(event) {
    event.stopPropagation();
    const {name, value} = event.detail;
    announce(this, 'options-change', withOption(this.options, this.values, name, value));
  }
}

customElements.define('options-editor', OptionsEditor);
