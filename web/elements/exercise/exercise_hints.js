import '../../words/exercise.js';
import {LitElement, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import './rich_text.js';
import {takingStyles} from './taking_styles.js';

/** Hints, one after the other, for whoever asks. @prop taking @fires say - a hint as it is shown */
export class ExerciseHints extends LitElement {
  static properties = {taking: {attribute: false}};
  static styles = [base, controls, takingStyles];

  constructor() {
    super();
    /** @type {import('../../exercise/taking.js').Taking | null} */
    this.taking = null;
    new Follow(this, () => this.taking, {change: () => this.requestUpdate()});
  }

  #next() {
    this.taking?.hint();
    const {hints = []} = this.taking?.exercise ?? {};
    announce(this, 'say', hints[(this.taking?.taken.hints ?? 0) - 1] ?? '');
  }

  render() {
    const {hints = []} = this.taking?.exercise ?? {};
    const shown = this.taking?.taken.hints ?? 0;
    if (!hints.length) return nothing;
    const left = hints.length - shown;
    return html`${shown ? html`<ol aria-label=${say('taking.hints')}>${hints.slice(0, shown).map((hint) => html`<li><rich-text .source=${hint}></rich-text></li>`)}</ol>` : nothing}
      ${left ? html`<div class="line"><button @click=${() => this.#next()}>${say('taking.hint', {at: shown + 1, all: hints.length})}</button></div>` : nothing}`;
  }
}

customElements.define('exercise-hints', ExerciseHints);
