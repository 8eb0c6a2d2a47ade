import '../../words/exercise.js';
import {LitElement, html, nothing} from 'lit';
import {codeOf} from '../../exercise/code.js';
import {receiptOf} from '../../exercise/receipt_of.js';
import {NAME_LIMIT, seedOfName} from '../../exercise/seed_of_name.js';
import {isFast} from '../../state/tier.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';
import {download, maySave} from '../save/download.js';
import {fileName} from '../save/file_name.js';
import {fastNotice} from './exercise_goals.js';
import {takingStyles} from './taking_styles.js';

/** @typedef {import('../../exercise/taking.js').Taking} Taking @typedef {import('../../runtime/race.js').Race} Race */

/**
 * The end of an exercise: what was done, as a file and as a short code. Nothing is sent: who takes part hands it over.
 * @prop taking @prop race @prop shown - what the exercise's link says besides the experiment @fires say - what was saved or copied
 * @fires forgotten - everything that was done
 */
export class HandIn extends LitElement {
  static properties = {
    taking: {attribute: false},
    race: {attribute: false},
    shown: {attribute: false},
    _code: {state: true},
    _said: {state: true},
    _problem: {state: true},
    _asks: {state: true},
  };
  static styles = [base, controls, takingStyles];

  #version = new Fetched(() => import('../../exercise/version.js'));

  constructor() {
    super();
    /** @type {Taking | null} */
    this.taking = null;
    /** @type {Race | null} */
    this.race = null;
    /** @type {import('../../exercise/receipt_of.js').Shown} */
    this.shown = {};
    this._code = this._said = this._problem = '';
    /** Whether it is asked whether all of it is to be forgotten. */
    this._asks = false;
    new Follow(this, () => this.taking, {change: () => this.#renew()});
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('taking')) void this.#renew();
  }

  /** Nothing that can be proved is handed in without a run. */
  get #ready() {
    return (this.taking?.taken.runs.length ?? 0) > 0;
  }

  async #renew() {
    this.requestUpdate();
    const taken = this.taking?.taken;
    const code = taken && this.#ready ? await codeOf(taken) : '';
    if (taken === this.taking?.taken) this._code = code; // else another is on its way
  }

  /** @param {Event} event */
  #call = ({target}) => this.taking?.call(/** @type {HTMLInputElement} */ (target).value);

  async #save() {
    const {taking, race, shown} = this;
    if (!taking || !race) return;
    this._problem = '';
    try {
      const {version = ''} = (await this.#version.coming) ?? {};
      const receipt = await receiptOf(taking, race, version, shown);
      const name = fileName([taking.exercise.title, taking.taken.name, 'receipt'], 'json');
      download(new Blob([JSON.stringify(receipt, null, 1)]), name);
      this.#done(say(taking.taken.name ? 'taking.saved' : 'taking.saved_nameless', {name}));
    } catch (error) {
      this._problem = refusal(error, race);
    }
  }

  async #copy() {
    this._problem = '';
    try {
      await navigator.clipboard.writeText(this._code);
      this.#done(say(this.taking?.taken.name ? 'taking.copied' : 'taking.copied_nameless'));
    } catch {
      this._problem = say('taking.not_copied');
      /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector('#code'))?.select();
    }
  }

  #forget() {
    this._asks = false;
    this.taking?.forget();
    announce(this, 'forgotten');
  }

  /** For the next one at a shared computer. */
  #forgetting() {
    if (!this.taking?.touched) return nothing;
    if (!this._asks)
      return html`<div class="line"><button class="quiet" @click=${() => (this._asks = true)}>${say('taking.forget')}</button></div>`;
    return html`<div class="notice warning part" role="alert"><p>${say('taking.forget_what')}</p><div class="line"><button @click=${() => this.#forget()}>${say('taking.forget_yes')}</button>
      <button class="quiet" @click=${() => (this._asks = false)}>${say('taking.forget_no')}</button></div></div>`;
  }

  /** @param {string} words */
  #done(words) {
    this.taking?.finish();
    this._said = words;
    announce(this, 'say', words);
  }

  render() {
    const {taking, race} = this;
    if (!taking || !race) return nothing;
    return html`<h3 id="title">${say('taking.hand_in')}</h3>${this.#summary(taking)}${isFast(race.experiment) ? fastNotice(race) : nothing}
      ${this.#name(taking)}${this.#ready ? this.#ways() : html`<p class="notice">${say('taking.no_run')}</p>`}
      ${this.#forgetting()}`;
  }

  /** @param {Taking} taking */
  #summary({taken, exercise}) {
    const {prediction, goals, answers, runs, hints} = taken;
    const said = prediction === 'unsure' ? say('player.unsure') : exercise.choices[prediction ?? -1]?.text;
    /** @type {[string, unknown][]} */
    const lines = [
      ...(said ? [/** @type {[string, unknown]} */ ([say('taking.sum_prediction'), said])] : []),
      [say('taking.sum_goals'), say('taking.of', {some: goals.filter(Boolean).length, all: goals.length})],
      ...(answers.length
        ? [
            /** @type {[string, unknown]} */ ([
              say('taking.sum_answers'),
              say('taking.of', {some: answers.filter((one) => one !== null && one !== '').length, all: answers.length}),
            ]),
          ]
        : []),
      [say('taking.sum_runs'), String(runs.length)],
      ...(exercise.hints?.length
        ? [
            /** @type {[string, unknown]} */ ([
              say('taking.sum_hints'),
              say('taking.of', {some: hints, all: exercise.hints.length}),
            ]),
          ]
        : []),
    ];
    return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  }

  /** @param {Taking} taking */
  #name({taken: {name, runs}, exercise}) {
    const other = exercise.seed === 'name' && name && runs.some(({seed}) => seed !== seedOfName(name));
    return html`<div class="part"><label for="name">${say('taking.name')}</label>
      <div class="line"><input id="name" type="text" maxlength=${NAME_LIMIT} autocomplete="name" .value=${name} @change=${this.#call} aria-describedby="claimed" /></div>
      <p class="muted small" id="claimed">${say('taking.name_claimed')}</p>
      ${other ? html`<p class="notice warning" role="alert">${say('taking.other_name')}</p>` : nothing}</div>`;
  }

  #ways() {
    const saves = maySave(/** @type {any} */ (window));
    return html`<p>${say('taking.hand_in_what')}</p><div class="onward">
      ${saves === 'no' ? nothing : html`<button class="primary" @click=${() => this.#save()}>${say('taking.save')}</button>`}
      <button class=${saves === 'no' ? 'primary' : ''} @click=${() => this.#copy()}>${say('taking.copy')}</button></div>
      <p class="done" role="status">${this._said}</p>${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}
      ${saves === 'yes' ? nothing : html`<p class="muted small">${say('taking.sandboxed')}</p>`}
      <label for="code">${say('taking.code')}</label><textarea id="code" readonly rows="4" spellcheck="false" .value=${this._code}></textarea>
      <p class="muted small">${say('taking.proved')}</p>`;
  }
}

customElements.define('hand-in', HandIn);
