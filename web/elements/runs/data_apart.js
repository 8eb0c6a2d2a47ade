// A kept race whose data did not come with it: what is here all the same, and where the reader gives the data.
import {LitElement, css, html, nothing} from 'lit';
import {titleOf} from '../../store/title.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import '../setup/data_box.js';
import {otherwise} from './run_words.js';

/** @typedef {{read: () => Promise<Uint8Array>, title: string}} Given */

/** @prop keeping @prop awaited - what race.awaited says @fires say */
export class DataApart extends LitElement {
  static properties = {
    keeping: {attribute: false},
    awaited: {attribute: false},
    _other: {state: true},
    _problem: {state: true},
    _busy: {state: true},
    _asked: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    .notice { display: grid; gap: 10px; }
    data-box { max-width: 640px; }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    /** @type {import('../../runtime/kept').Awaited | null} */
    this.awaited = null;
    /** Other data, which waits for a yes; longer: by so many bytes, where that is known. @type {{bytes: Uint8Array, title: string, longer: number | null} | null} */
    this._other = null;
    this._problem = '';
    this._busy = false;
    /** Whether somebody wanted to train before the data are here. */
    this._asked = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('awaited')) Object.assign(this, {_other: null, _asked: false});
  }

  /** What the race is called here. @param {import('../../store/keeping.js').Keeping} keeping @param {import('../../runtime/kept').Awaited} awaited */
  #title({rows, keeper, race}, awaited) {
    const row = rows.find(({id}) => id === keeper.id);
    const unnamed = race.readsText ? 'data.own_text' : 'data.own_table'; // a model's file has no title for them
    return (row ? titleOf(row, race.describe) : awaited.title) || say(unnamed);
  }

  render() {
    const {keeping, awaited} = this;
    if (!keeping || !awaited) return nothing;
    const title = this.#title(keeping, awaited);
    return html`<div class="notice" role="group" aria-label=${say('data.data')}><p>${say('runs.apart', {title})}</p>
      ${this._asked ? html`<p><b>${this.#first}</b></p>` : nothing}
      <data-box ?text=${keeping.race.readsText} ?busy=${this._busy} @data-chosen=${(/** @type {CustomEvent<Given>} */ {detail}) => this.#compare(detail)}></data-box>
      ${this._other ? this.#question(this._other, keeping) : nothing}
      ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}</div>`;
  }

  /** @param {NonNullable<DataApart['_other']>} other @param {import('../../store/keeping.js').Keeping} keeping */
  #question({title, longer}, {shelf}) {
    const said = [
      otherwise(title, longer, this.awaited?.title ?? ''),
      say(shelf.keeping ? 'runs.other_data' : 'runs.other_data_lost'),
    ];
    return html`<div role="alert"><p>${said.join(' ')}</p></div>
      <div class="row"><button ?disabled=${this._busy} @click=${this.#begin}>${say('runs.begin_anew')}</button><button @click=${() => (this._other = null)}>${say('restart.keep')}</button></div>`;
  }

  /** What is missing before anything trains. */
  get #first() {
    return say(this.keeping?.race.readsText ? 'runs.text_first' : 'runs.table_first');
  }

  /** @param {Given} [given] that somebody gave elsewhere on the page */
  async ask(given) {
    this.scrollIntoView({block: 'center'});
    const box = /** @type {import('../setup/data_box.js').DataBox | null} */ (
      this.renderRoot.querySelector('data-box')
    );
    const stands = given ?? box?.pasted;
    if (stands) return this.#compare(stands);
    this._asked = true;
    announce(this, 'say', this.#first);
    box?.focus();
  }

  /** @param {Given} given */
  #compare({read, title}) {
    return this.#attempt(async () => {
      const bytes = await read();
      if (await this.awaited?.find(bytes)) await this.#take(bytes, title, 'runs.reunited');
      else this._other = {bytes, title, longer: this.awaited?.longer(bytes) ?? null};
    });
  }

  #begin() {
    const other = this._other;
    return this.#attempt(async () => {
      if (other) await this.#take(other.bytes, other.title, 'data.now');
    });
  }

  /** @param {Uint8Array} bytes @param {string} title @param {string} said */
  async #take(bytes, title, said) {
    await this.keeping?.race.setOwnText(bytes, title);
    announce(this, 'say', say(said, {title}));
  }

  /** @param {() => Promise<void>} work */
  async #attempt(work) {
    this._busy = true;
    this._problem = '';
    this._other = null;
    try {
      await work();
    } catch (error) {
      this._problem = refusal(error, this.keeping?.race ?? {});
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('data-apart', DataApart);
