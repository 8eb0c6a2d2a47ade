import '../../words/exercise.js';
import {LitElement, html, nothing} from 'lit';
import {NAME_LIMIT, seedOfName, tidy} from '../../exercise/seed_of_name.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {takingStyles} from './taking_styles.js';

/** Who takes part, where the seed follows from the name: before anything trains. @prop taking @fires named - detail: the name */
export class StudentName extends LitElement {
  static properties = {taking: {attribute: false}};
  static styles = [base, controls, takingStyles];

  constructor() {
    super();
    /** @type {import('../../exercise/taking.js').Taking | null} */
    this.taking = null;
    new Follow(this, () => this.taking, {change: () => this.requestUpdate()});
  }

  /** @param {Event} event */
  #take(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const name = tidy(/** @type {HTMLInputElement} */ (form.elements.namedItem('name')).value);
    if (!name) return;
    this.taking?.call(name);
    announce(this, 'named', name);
    announce(this, 'say', say('taking.named', {name, seed: String(seedOfName(name))}));
  }

  render() {
    const {taking} = this;
    if (!taking || taking.exercise.seed !== 'name') return nothing;
    const {name} = taking.taken;
    if (name) return html`<p class="muted small">${say('taking.named', {name, seed: String(seedOfName(name))})}</p>`;
    return html`<form class="part" @submit=${(/** @type {Event} */ event) => this.#take(event)}><label for="name">${say('taking.name')}</label>
      <div class="line"><input id="name" name="name" type="text" required maxlength=${NAME_LIMIT} autocomplete="name" aria-describedby="why" /><button class="primary">${say('taking.take_name')}</button></div>
      <p class="muted small" id="why">${say('taking.name_why')}</p></form>`;
  }
}

customElements.define('student-name', StudentName);
