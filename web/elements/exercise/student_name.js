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

  /** No form: a frame may be forbidden to have one. */
  #take() {
    const input = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('input'));
    const name = tidy(input?.value ?? '');
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
    const enter = (/** @type {KeyboardEvent} */ {key}) => key === 'Enter' && this.#take();
    return html`<div class="part"><label for="name">${say('taking.name')}</label>
      <div class="line"><input id="name" type="text" maxlength=${NAME_LIMIT} autocomplete="name" aria-describedby="why" @keydown=${enter} /><button class="primary" @click=${() => this.#take()}>${say('taking.take_name')}</button></div>
      <p class="muted small" id="why">${say('taking.name_why')}</p></div>`;
  }
}

customElements.define('student-name', StudentName);
