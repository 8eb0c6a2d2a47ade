import {LitElement, css, html, nothing} from 'lit';
import {refusal} from '../../words/refusals.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import {lockedReason} from '../parts/locked.js';
import '../parts/menu_button.js';
import {AbleKinds} from './able_kinds.js';

/** @typedef {import('../../runtime/race.js').Race} Race */

/** Adds a model of any kind that can do the task of the race. @prop race @attr locked */
export class AddModel extends LitElement {
  static properties = {race: {attribute: false}, locked: {type: Boolean}, _problem: {state: true}};
  static styles = [
    base,
    css`
    :host { display: inline-flex; align-items: center; gap: 10px; }
    .problem { color: var(--error); }
  `,
  ];

  #able = new AbleKinds(this, () => this.race);

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    this.locked = false;
    this._problem = '';
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('menu-button'))?.focus();
  }

  render() {
    if (!this.race) return nothing;
    const full = this.race.runners.length >= 6;
    return html`${this._problem ? html`<span class="problem small" role="alert">${this._problem}</span>` : nothing}
      ${lockedReason(this.locked)} ${full ? html`<span class="muted small">${say('add.most')}</span>` : nothing}
      <menu-button ?disabled=${this.locked} label=${say('add.model')} text=${say('add.model')} .items=${this.#items(full)} @pointerenter=${() => this.#able.ask()} @focusin=${() => this.#able.ask()} @menu-choice=${this.#add}></menu-button>`;
  }

  /** Kinds that can; what cannot is named below them. @param {boolean} full */
  #items(full) {
    const {describe} = /** @type {Race} */ (this.race);
    const models = this.#able.models;
    const offered = describe.models.filter(({kind}) => !models || models.has(kind));
    const others = describe.models.filter((kind) => !offered.includes(kind)).map(({title}) => title);
    const list = offered.map(({kind, title}) => ({id: kind, title, disabled: full}));
    const note = {id: '', title: say('add.unable', {kinds: listed(others)}), disabled: true};
    return others.length ? [...list, note] : list;
  }

  /** @param {CustomEvent<string>} event */
  async #add(event) {
    event.stopPropagation();
    const {race} = this;
    if (!race) return;
    this._problem = '';
    const training = race.state === 'training';
    try {
      await this.#able.ask();
      await race.addModel(this.#able.models?.get(event.detail) ?? {kind: event.detail});
      if (training) race.runners[race.runners.length - 1].train();
    } catch (error) {
      this._problem = refusal(error, this.race ?? {});
    }
  }
}

customElements.define('add-model', AddModel);
