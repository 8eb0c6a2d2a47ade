import '../../words/late.js';
import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {PICTURES} from '../../charts/compare/index.js';
import {base, controls} from '../../styles/base.js';
import {refusalOfModel} from '../../words/refusals.js';
import {say, told} from '../../words/words.js';
import {Cadence, Follow} from '../parts/follow.js';
import {listed} from '../parts/format.js';
import {Measurable} from './measurable.js';
import './answer_changes.js';
import './picture_frame.js';
import {askable} from './whose.js';

export {PICTURES};

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/runner.js').Runner} Runner */
/** @typedef {import('../../charts/compare/runs.js').Picture} Picture @typedef {import('./picture_frame.js').Asked} Asked */

/**
 * One question to all models of the race, on the same axes. Knows no picture: it offers those whose measure some model has.
 * @prop race @fires say - the reading at the keyboard cursor
 */
export class CompareSection extends LitElement {
  static properties = {race: {attribute: false}, _question: {state: true}, _seen: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { container-type: inline-size; min-width: 0; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 10px 14px 12px; }
    .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    .none { min-height: 120px; display: grid; gap: 12px; place-items: center; place-content: center; text-align: center; }
    .none span { max-width: 60ch; }
    .questions { display: flex; flex-wrap: wrap; gap: 6px; }
    .questions button { border-radius: 99px; padding-inline: 12px; }
    @container (max-width: 760px) {
      .questions { gap: 4px; }
      .questions button { font-size: 13px; padding-inline: 9px; }
    }
    .questions button[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    @media (forced-colors: active) {
      .questions button[aria-pressed='true'] { background: Highlight; color: HighlightText; }
    }
  `,
  ];

  #look = new Cadence(this, () => this._seen++, 240);
  #measurable = new Measurable(() => this.#look.request());
  /** Only while it is on screen is anything asked; what is folded away is not. */
  #visible = new IntersectionObserver((entries) => this.#setOnScreen(entries.some((entry) => entry.isIntersecting)));
  #onScreen = false;

  constructor() {
    super();
    /** @type {Race | null} */
    this.race = null;
    /** The picture that was chosen. */
    this._question = '';
    this._seen = 0;
    new Follow(this, () => this.race, {change: () => this.#look.request()});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#visible.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#visible.disconnect();
    this.#onScreen = false;
  }

  /** @param {boolean} on */
  #setOnScreen(on) {
    this.#onScreen = on;
    this.#ask();
    this.#look.request();
  }

  updated() {
    this.#ask();
  }

  #ask() {
    if (this.race && this.#onScreen) this.#measurable.ask(this.race, askable(this.race));
  }

  // What is known ---------------------------------------------------------------------------------------------------

  /** Of models that are open: what can be found out about each; none that is still being asked. @returns {Asked[]} */
  get #answers() {
    const {race} = this;
    if (!race) return [];
    return askable(race).flatMap((runner) => {
      const kinds = this.#measurable.of(race, runner)?.kinds;
      return kinds ? [{runner, kinds}] : [];
    });
  }

  /** Questions that some model can answer. @returns {Picture[]} */
  get #questions() {
    const answers = this.#answers;
    const asked = PICTURES.filter(({meta}) => !meta.alone);
    return asked.filter(({meta}) => answers.some(({kinds}) => kinds.has(meta.measure)));
  }

  /** @returns {Picture | undefined} */
  get #picture() {
    const all = this.#questions;
    return all.find(({meta}) => meta.id === this._question) ?? all[0];
  }

  // What it looks like ----------------------------------------------------------------------------------------------

  render() {
    const {race} = this;
    if (!race) return nothing;
    const picture = this.#picture;
    return html`<div class="stack">${picture ? this.#shown(picture) : this.#before(race)}</div>
      <answer-changes .race=${race} ?hidden=${!this.#failing(picture)}></answer-changes>`;
  }

  /** Answers that changed belong to where models fail; where that cannot be asked they stand below any question. @param {Picture | undefined} picture */
  #failing(picture) {
    return picture?.meta.id === 'lengths' || !this.#questions.some(({meta}) => meta.id === 'lengths');
  }

  /** @param {Picture} picture */
  #shown(picture) {
    const answers = this.#answers;
    const asked = answers.filter(({kinds}) => kinds.has(picture.meta.measure));
    const others = answers.filter((one) => !asked.includes(one)).map(({runner}) => runner.name);
    return html`<picture-frame .race=${this.race} .picture=${picture} .asked=${asked}>${this.#choices(picture)}</picture-frame>
      ${others.length ? html`<p class="muted small">${say('compare.unasked', {names: listed(others)})}</p>` : nothing}`;
  }

  /** @param {Picture} picture */
  #choices(picture) {
    const choose = (/** @type {string} */ id) => (this._question = id);
    return html`<span slot="head" class="questions" role="group" aria-label=${say('compare.question')}>
      ${repeat(
        this.#questions,
        ({meta}) => meta.id,
        ({meta}) =>
          html`<button aria-pressed=${meta === picture.meta} @click=${() => choose(meta.id)}>${told(meta.title)}</button>`,
      )}</span>`;
  }

  /** In the picture's place, until a question can be put. @param {Race} race */
  #before(race) {
    const none = (/** @type {unknown} */ words) => html`<p class="none muted">${words}</p>`;
    if (race.awaited) return none(say('compare.apart'));
    const open = askable(race);
    if (!open.length) return none(html`<span>${say('compare.closed')}</span> ${this.#opener(race)}`);
    const failed = open.map((runner) => ({runner, failure: this.#measurable.of(race, runner)?.failure}));
    if (failed.some(({failure}) => failure))
      return failed.map(({runner, failure}) => this.#refusal(race, runner, failure));
    return none(say(this.#answers.length === open.length ? 'compare.none' : 'compare.asking'));
  }

  /** @param {Race} race @param {Runner} runner @param {import('../../runtime/types').Failure | null | undefined} failure */
  #refusal(race, {name}, failure) {
    if (!failure) return nothing;
    return html`<p class="problem">${say('compare.refused', {name, sentence: refusalOfModel(failure, race)})}</p>`;
  }

  /** Models that are refused cannot be opened. @param {Race} race */
  #opener({runners}) {
    if (runners.every(({refused}) => refused)) return nothing;
    return html`<button @click=${this.#open}>${say('compare.open')}</button>`;
  }

  #open() {
    for (const runner of this.race?.runners ?? []) runner.prepare();
  }
}

customElements.define('compare-section', CompareSection);
