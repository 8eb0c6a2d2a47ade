import '../../words/exercise.js';
import {LitElement, html, nothing} from 'lit';
import {headAt} from '../../charts/look/head_at.js';
import * as look from '../../charts/look/look.js';
import {scoreOfHead} from '../../exercise/head_score.js';
import {base, controls} from '../../styles/base.js';
import {percent} from '../../words/numbers.js';
import {refusalOfModel} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Measurable} from '../compare/measurable.js';
import '../compare/picture_frame.js';
import {askable} from '../compare/whose.js';
import {failureOf} from '../../runtime/protocol.js';
import {Follow, announce} from '../parts/follow.js';
import {takingStyles} from './taking_styles.js';

/** The picture of heads without what names them: which it is, is to be seen in what they look at. @type {import('../../charts/compare/runs.js').Picture} */
const UNNAMED = {
  ...look,
  meta: {...look.meta, beside: [], how: look.meta.how.slice(1)}, // the first says what their names mean
  asks: ({example = 0}) => [{measure: look.meta.measure, options: {example}}],
  detail: undefined,
  describe: (runs, options) => ({...look.describe(runs, options), found: []}),
};

/** @typedef {import('../../exercise/taking.js').Place} Place @typedef {import('../../exercise/types').Find} Find */

/**
 * The heads of one model: who takes part points at the one that is looked for, with pointer or keys, and says so.
 * @prop taking @prop race @prop goal - the index of what is to be found @fires say - what that head scores
 */
export class HeadFinder extends LitElement {
  static properties = {
    taking: {attribute: false},
    race: {attribute: false},
    goal: {attribute: false},
    _at: {state: true},
    _said: {state: true},
    _busy: {state: true},
  };
  static styles = [base, controls, takingStyles];

  #measurable = new Measurable(() => this.requestUpdate());

  constructor() {
    super();
    /** @type {import('../../exercise/taking.js').Taking | null} */
    this.taking = null;
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    this.goal = 0;
    /** What is pointed at. @type {Place | null} */
    this._at = null;
    this._said = '';
    this._busy = false;
    new Follow(this, () => this.taking, {change: () => this.requestUpdate()});
    new Follow(this, () => this.race, {change: () => this.requestUpdate()});
  }

  get #find() {
    return /** @type {Find | undefined} */ (this.taking?.exercise.goal[this.goal]);
  }

  get #runner() {
    return this.race?.runners[this.#find?.model ?? -1];
  }

  /** Of weights that change under the pointer nothing can be said. */
  get #stands() {
    return this.race?.state !== 'training' && (this.#runner?.step ?? 0) > 0;
  }

  updated() {
    const {race} = this;
    const runner = this.#runner;
    if (race && runner && askable(race).includes(runner)) this.#measurable.ask(race, [runner]);
  }

  /** @param {CustomEvent<import('../../charts/grid.js').Cursor | null>} event */
  #pick = (event) => {
    event.stopPropagation();
    const {runs, options} = /** @type {any} */ (event.currentTarget).drawn;
    this._at = event.detail && headAt(runs, options, event.detail);
    this._said = '';
  };

  async #judge() {
    const [{_at: at, taking, race}, find, runner] = [this, this.#find, this.#runner];
    if (!at || !taking || !race || !find || !runner || this._busy) return;
    this._busy = true;
    try {
      const measured = await runner.measure('heads', {});
      const value = scoreOfHead(find, measured, at);
      taking.point(this.goal, at, {value, step: measured.step});
      this.#tell(find, at, value);
    } catch (error) {
      this._said = refusalOfModel(failureOf(error), race);
    }
    this._busy = false;
  }

  /** @param {Find} find @param {Place} at @param {number | null} value */
  #tell({at_least}, {layer, head}, value) {
    const place = {layer: String(layer + 1), head: String(head + 1)};
    const how = value === null ? 'none' : value >= at_least ? 'right' : 'wrong';
    this._said = say(`taking.point_${how}`, {...place, share: percent(value ?? NaN)});
    announce(this, 'say', this._said);
  }

  render() {
    const {taking, race} = this;
    const runner = this.#runner;
    if (!taking || !race || !runner) return nothing;
    if (!this.#stands) return html`<p class="muted">${say('taking.point_waits')}</p>`;
    const kinds = this.#measurable.of(race, runner)?.kinds;
    if (!kinds) return html`<p class="muted">${say('compare.asking')}</p>`;
    return html`${this.#act(taking)}<picture-frame @pick=${this.#pick} .race=${race} .picture=${UNNAMED} .asked=${[{runner, kinds}]}></picture-frame>`;
  }

  /** @param {import('../../exercise/taking.js').Taking} taking */
  #act(taking) {
    const found = taking.taken.goals[this.goal];
    const at = this._at;
    const words = at
      ? say('taking.pointed', {layer: String(at.layer + 1), head: String(at.head + 1)})
      : say('taking.point');
    const button = html`<button class="primary" ?disabled=${!at || this._busy} @click=${() => this.#judge()}>${say('taking.point_this')}</button>`;
    return html`<div class="line"><span>${words}</span>${found ? nothing : button}</div>${this._said ? html`<p class="reply ${found ? 'so' : ''}">${this._said}</p>` : nothing}`;
  }
}

customElements.define('head-finder', HeadFinder);
