import {LitElement, css, html, nothing} from 'lit';
import {defaultModel} from '../state/defaults.js';
import {base} from '../styles/base.js';
import {Follow} from './follow.js';
import {sentence} from './format.js';
import './menu_button.js';

/** @typedef {import('../runtime/race.js').Race} Race */

/** Adds a model of any kind that the engine knows. @prop race */
export class AddModel extends LitElement {
  static properties = {race: {attribute: false}, _problem: {state: true}};
  static styles = [
    base,
    css`
    :host { display: inline-flex; align-items: center; gap: 10px; }
    .problem { color: var(--error); }
  `,
  ];

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this._problem = '';
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('menu-button'))?.focus();
  }

  render() {
    if (!this.race) return nothing;
    const full = this.race.runners.length >= 6;
    const items = this.race.describe.models.map(({kind, title}) => ({id: kind, title, disabled: full}));
    return html`${this._problem ? html`<span class="problem small" role="alert">${this._problem}</span>` : nothing}
      ${full ? html`<span class="muted small">six is the most</span>` : nothing}
      <menu-button label="Add a model" text="Add a model" .items=${items} @menu-choice=${this.#add}></menu-button>`;
  }

  /** @param {CustomEvent<string>} event */
  async #add(event) {
    event.stopPropagation();
    const {race} = this;
    if (!race) return;
    this._problem = '';
    const training = race.state === 'training';
    try {
      await race.addModel(/** @type {any} */ (defaultModel(event.detail, race.describe)));
      if (training) race.runners[race.runners.length - 1].train();
    } catch (error) {
      this._problem = sentence(/** @type {Error} */ (error).message);
    }
  }
}

customElements.define('add-model', AddModel);
