import {LitElement, css, html, nothing} from 'lit';
import {hides, locks, NO_SHAPE, opens} from '../../shape/shape.js';
import {PATIENCE_LIMIT} from '../../state/view.js';
import {base, controls} from '../../styles/base.js';
import '../../words/late.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import './option_field.js';
import {complaint} from './option_values.js';

/** @typedef {import('../../state/view.js').View} View @typedef {import('../../runtime/types').Option} Option */

const PART = 'early_end';
const METRICS = /** @type {const} */ (['', 'loss', 'accuracy', 'exact']);
/** Where a goal begins. */
const FIRST = {loss: 0.5, accuracy: 0.99, exact: 0.95};

/** When a model ends before its last step. Takes effect at once; nothing restarts. @prop view @prop shape @fires view-change - detail: {patience} or {goal} */
export class EarlyOptions extends LitElement {
  static properties = {view: {attribute: false}, shape: {attribute: false}, _refused: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { display: block; padding-top: 4px; }
    div { display: grid; gap: 12px; padding: 8px 0 4px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Pick<View, 'patience' | 'goal'> | null} */
    this.view = null;
    this.shape = NO_SHAPE;
    /** What was written and cannot be, by name. @type {Record<string, number>} */
    this._refused = {};
  }

  render() {
    const {view} = this;
    if (!view || hides(this.shape, PART)) return nothing;
    const [metric, value] = view.goal.split(':');
    return html`<details ?open=${opens(this.shape, PART)}><summary>${say('ending.title')}</summary><div>
      ${this.#field(patienceOption(), view.patience)} ${this.#field(metricOption(), metric)}
      ${metric ? this.#field(valueOption(metric), Number(value)) : nothing}</div></details>`;
  }

  /** @param {Option} option @param {string | number} value */
  #field(option, value) {
    const written = this._refused[option.name] ?? value;
    return html`<option-field ?locked=${locks(this.shape, PART)} .option=${option} .value=${written} .problem=${complaint(option, written)} @option-input=${(/** @type {CustomEvent} */ e) => this.#change(option, e)}></option-field>`;
  }

  /** A value that cannot be stays in its box, with the reason beside it. @param {Option} option @param {CustomEvent<{value: any}>} event */
  #change(option, event) {
    event.stopPropagation();
    const {name} = option;
    const {value} = event.detail;
    const {[name]: _, ...others} = this._refused;
    this._refused = complaint(option, value) ? {...others, [name]: value} : others;
    if (!(name in this._refused)) announce(this, 'view-change', this.#asked(name, value));
  }

  /** @param {string} name @param {any} value @returns {Partial<View>} */
  #asked(name, value) {
    if (name === 'patience') return {patience: value};
    if (name === 'goal_value') return {goal: `${this.view?.goal.split(':')[0]}:${plain(value)}`};
    return {goal: value && `${value}:${FIRST[/** @type {keyof typeof FIRST} */ (value)]}`};
  }
}

/** Without an exponent, to as many digits as a goal may have. @param {number} value */
const plain = (value) => String(Number(value.toFixed(9)));

/** @returns {Option} */
const patienceOption = () => ({
  name: 'patience',
  type: 'integer',
  min: 0,
  max: PATIENCE_LIMIT,
  default: 0,
  title: say('ending.patience'),
  summary: say('ending.patience_summary'),
});

/** @returns {Option} */
const metricOption = () => ({
  name: 'goal',
  type: 'choice',
  default: '',
  choices: METRICS.map((value) => ({value, title: say(value ? `early.${value}` : 'ending.goal_none')})),
  title: say('ending.goal'),
  summary: say('ending.goal_summary'),
});

/** @param {string} metric @returns {Option} */
const valueOption = (metric) => ({
  name: 'goal_value',
  type: 'number',
  min: 0,
  max: metric === 'loss' ? 100 : 1,
  default: 0,
  title: say('ending.value'),
  summary: say(metric === 'loss' ? 'ending.value_loss' : 'ending.value_share'),
});

customElements.define('early-options', EarlyOptions);
