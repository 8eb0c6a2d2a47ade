import {LitElement, css, html, nothing} from 'lit';
import {isTrained, progressOf} from '../../store/kept_race.js';
import {titleOf} from '../../store/title.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import './data_apart.js';
import {ignoreSecond} from '../parts/second_click.js';
import {progressIn, when} from './run_words.js';

/** @typedef {import('../../store/keeping.js').Keeping} Keeping @typedef {import('../../store/kept_race.js').Row} Row */

/**
 * At the top of the page: a race that could go on where it was, the one before this, and what is wrong with keeping.
 * @prop keeping @fires say
 */
export class KeptNotice extends LitElement {
  static properties = {
    keeping: {attribute: false},
    _busy: {state: true},
    _problem: {state: true},
    _read: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 8px; }
    :host(:not([filled])) { display: none; }
    .notice { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6px 12px; }
    p { overflow-wrap: anywhere; }
  `,
  ];

  constructor() {
    super();
    /** @type {Keeping | null} */
    this.keeping = null;
    this._busy = false;
    this._problem = '';
    /** The trouble that was read. @type {unknown} */
    this._read = null;
    new Follow(this, () => this.keeping, {change: () => this.requestUpdate()});
    new Follow(this, () => this.keeping?.race, {change: () => this.requestUpdate()});
  }

  updated() {
    this.toggleAttribute('filled', this.renderRoot.childElementCount > 0);
  }

  render() {
    const {keeping} = this;
    if (!keeping) return nothing;
    const {rows, before, offered, race} = keeping;
    const left = before ? rows.find(({id}) => id === before) : undefined;
    return html`${this._problem ? this.#notice(this._problem, () => (this._problem = ''), 'warning') : nothing}
      ${this.#trouble(keeping)}
      ${race.awaited ? html`<data-apart .keeping=${keeping} .awaited=${race.awaited}></data-apart>` : nothing}
      ${left ? this.#offer(left, 'runs.before', 'runs.open_again') : offered ? this.#offer(offered, 'runs.offer', 'runs.go_on') : nothing}`;
  }

  /** Not before there is something to lose. @param {Keeping} keeping */
  #trouble({shelf, race, happened}) {
    const {trouble} = shelf;
    if (happened) return this.#notice(say(`runs.${happened}`), () => this.#heard(), '');
    if (!trouble || trouble === this._read || !race.started || !shelf.keeping) return nothing;
    return this.#notice(refusal(trouble, race), () => (this._read = trouble), 'warning');
  }

  /** Where the reader gives what a race learned from, which the page asked for or somebody gives elsewhere. @param {import('./data_apart.js').Given} [given] */
  ask(given) {
    /** @type {import('./data_apart.js').DataApart | null} */ (this.renderRoot.querySelector('data-apart'))?.ask(given);
  }

  #heard() {
    if (this.keeping) this.keeping.happened = null;
    this.requestUpdate();
  }

  /** @param {string} sentence @param {() => void} dismiss @param {string} tone */
  #notice(sentence, dismiss, tone) {
    return html`<div class="notice ${tone}" role="alert"><p>${sentence}</p><button class="quiet" @click=${dismiss}>${say('lab.dismiss')}</button></div>`;
  }

  /** @param {Row} row @param {string} sentence @param {string} button */
  #offer(row, sentence, button) {
    const {race} = /** @type {Keeping} */ (this.keeping);
    const {step, steps} = progressOf(row);
    const title = titleOf(row, race.describe);
    const further = isTrained(row) && step < steps;
    const go = further ? button : 'runs.show';
    const said = isTrained(row) ? sentence : 'runs.offer_untrained';
    return html`<div class="notice" role="status"><p>${say(said, {title, progress: progressIn(row), when: when(row.changed)})}</p>
      <div class="row"><button class="primary" ?disabled=${this._busy} @click=${(/** @type {MouseEvent} */ e) => this.#open(row, further && button === 'runs.go_on', e)}>${say(go)}</button>
      <button @click=${(/** @type {MouseEvent} */ e) => this.#decline(row, e)}>${say('runs.not_now')}</button></div></div>`;
  }

  /** @param {Row} row @param {MouseEvent} click */
  #decline(row, click) {
    this.keeping?.decline(row.id);
    ignoreSecond(click);
  }

  /** @param {Row} row @param {boolean} on whether it trains on at once @param {MouseEvent} click */
  async #open(row, on, click) {
    const {keeping} = this;
    if (!keeping) return;
    this._busy = true;
    try {
      await keeping.open(row.id);
      announce(
        this,
        'say',
        say('runs.opened', {title: titleOf(row, keeping.race.describe), progress: progressIn(row)}),
      );
      if (on) keeping.race.train();
    } catch (error) {
      this._problem = refusal(error, keeping.race);
    } finally {
      ignoreSecond(click);
      this._busy = false;
    }
  }
}

customElements.define('kept-notice', KeptNotice);
