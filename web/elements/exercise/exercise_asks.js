import '../../words/exercise.js';
import {LitElement, html, nothing} from 'lit';
import {isRightAnswer, numberIn} from '../../exercise/result.js';
import {TEXT_LIMIT} from '../../exercise/taken.js';
import {base, controls} from '../../styles/base.js';
import {say, written} from '../../words/words.js';
import {choiceButtons, choicesMade, choicesStyles} from '../learn/choices.js';
import {Follow, announce} from '../parts/follow.js';
import './rich_text.js';
import {takingStyles} from './taking_styles.js';

/** @typedef {import('../../exercise/types').Ask} Ask @typedef {import('../../exercise/taking.js').Taking} Taking */

/** The questions at the end of an exercise, one below the other. @prop taking @fires say - whether an answer is right @fires answered - all of them are */
export class ExerciseAsks extends LitElement {
  static properties = {taking: {attribute: false}, _refused: {state: true}};
  static styles = [base, controls, choicesStyles, takingStyles];

  /** Whether all were answered when it was looked last. */
  #all = false;

  constructor() {
    super();
    /** @type {Taking | null} */
    this.taking = null;
    /** Of which question what was typed is no number. @type {number | null} */
    this._refused = null;
    new Follow(this, () => this.taking, {change: () => this.requestUpdate()});
  }

  updated() {
    const {answers = []} = this.taking?.taken ?? {};
    if (answers.length && answers.every((one) => one !== null) && !this.#all) announce(this, 'answered');
    this.#all = answers.every((one) => one !== null);
  }

  /** @param {number} k @param {number | string} value */
  #answer(k, value) {
    const {taking} = this;
    const ask = taking?.exercise.asks?.[k];
    if (!taking || !ask) return;
    this._refused = null;
    taking.answer(k, value);
    const right = isRightAnswer(ask, taking.taken.answers[k]);
    if (right !== null) announce(this, 'say', say(right ? 'taking.right' : 'taking.wrong'));
  }

  /** No form: a frame may be forbidden to have one. @param {number} k */
  #number(k) {
    const input = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector(`#number${k}`));
    const value = numberIn(input?.value ?? '');
    if (value === null) this._refused = k;
    else this.#answer(k, value);
  }

  render() {
    const asks = this.taking?.exercise.asks ?? [];
    return html`${asks.map((ask, k) => html`<div class="part"><p class="asked" id=${`ask${k}`}>${ask.text}</p>${this.#ask(ask, k)}</div>`)}`;
  }

  /** @param {Ask} ask @param {number} k */
  #ask(ask, k) {
    const said = this.taking?.taken.answers[k] ?? null;
    if (ask.kind === 'text') return this.#text(k, said);
    if (ask.kind === 'choice') return this.#choice(ask, k, said);
    return said === null ? this.#numberForm(ask, k) : this.#numberSaid(ask, Number(said));
  }

  /** @param {Extract<Ask, {kind: 'choice'}>} ask @param {number} k @param {unknown} said */
  #choice(ask, k, said) {
    const judged = ask.choices.some(({right}) => right);
    const offered = ask.choices.map(({text, right}, i) => ({
      id: String(i),
      title: text,
      ...(judged && {right: right === true}),
    }));
    if (said === null) return choiceButtons(offered, (id) => this.#answer(k, Number(id)), `ask${k}`);
    const {reply} = ask.choices[Number(said)] ?? {};
    return html`${choicesMade(offered, String(said))}${reply ? html`<rich-text class="reply" .source=${reply}></rich-text>` : nothing}`;
  }

  /** @param {Extract<Ask, {kind: 'number'}>} ask @param {number} k */
  #numberForm({unit}, k) {
    const refused = this._refused === k;
    const enter = (/** @type {KeyboardEvent} */ {key}) => key === 'Enter' && this.#number(k);
    return html`<div class="line"><input id=${`number${k}`} type="text" inputmode="decimal" autocomplete="off" maxlength="40" aria-labelledby=${`ask${k}`}
        aria-invalid=${refused ? 'true' : 'false'} aria-describedby=${`refused${k}`} @keydown=${enter} />${unit ? html`<span>${unit}</span>` : nothing}<button @click=${() => this.#number(k)}>${say('taking.answer')}</button></div>
      <p class="problem small" id=${`refused${k}`} role="alert">${refused ? say('taking.no_number') : nothing}</p>`;
  }

  /** @param {Extract<Ask, {kind: 'number'}>} ask @param {number} said */
  #numberSaid(ask, said) {
    const right = isRightAnswer(ask, said) === true;
    const answer = `${written(said, {maximumSignificantDigits: 15, useGrouping: false})} ${ask.unit ?? ''}`.trim();
    return html`<p class="reply ${right ? 'so' : ''}">${say('taking.given', {answer})} <b>${say(right ? 'taking.right' : 'taking.wrong')}</b></p>`;
  }

  /** @param {number} k @param {unknown} said */
  #text(k, said) {
    const keep = (/** @type {any} */ {target}) => this.#answer(k, target.value);
    const elsewhere = said === '' ? html`<p class="muted small">${say('taking.text_elsewhere')}</p>` : nothing;
    return html`<textarea maxlength=${TEXT_LIMIT} aria-labelledby=${`ask${k}`} .value=${String(said ?? '')} @change=${keep} @input=${keep}></textarea>
      ${elsewhere}<p class="muted small">${say(this.taking?.kept ? 'taking.text_kept' : 'taking.text_here')}</p>`;
  }
}

customElements.define('exercise-asks', ExerciseAsks);
