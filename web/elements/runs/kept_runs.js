import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {differences} from '../../state/differences.js';
import {subjectOf} from '../../state/subject.js';
import {isArrival} from '../../store/arrivals.js';
import {sizeOf} from '../../store/kept_race.js';
import {titleOf} from '../../store/title.js';
import {base, controls} from '../../styles/base.js';
import {refusal} from '../../words/refusals.js';
import {say} from '../../words/words.js';
import {Cadence, Follow, announce} from '../parts/follow.js';
import {ignoreSecond} from '../parts/second_click.js';
import {byteSize} from '../parts/format.js';
import {Held} from './held.js';
import {bestOf, better, progressIn} from './run_words.js';
import './run_entry.js';

/** @typedef {import('../../store/keeping.js').Keeping} Keeping @typedef {import('../../store/kept_race.js').Row} Row */

const ORDERS = /** @type {const} */ (['newest', 'score', 'name']);
/** From so many bytes on it is asked whether old races may go. */
const MUCH = 300 * 2 ** 20;
/** More than so many are shown when somebody asks. */
const SHOWN = 20;

/** The kept races: open, compare, name, throw away; how much room they take, and an end to it. @prop keeping @fires say */
export class KeptRuns extends LitElement {
  static properties = {
    keeping: {attribute: false},
    _order: {state: true},
    _all: {state: true},
    _problem: {state: true},
    _asked: {state: true},
    _unlisted: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 8px; min-width: 0; }
    ul { display: grid; gap: 8px; }
    .notice { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6px 12px; }
    .foot { max-width: 90ch; }
  `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    /** @type {Keeping | null} */
    this.keeping = null;
    /** @type {(typeof ORDERS)[number]} */
    this._order = 'newest';
    this._all = false;
    this._problem = '';
    /** Whether everything is about to be forgotten. */
    this._asked = false;
    /** The race on the page, to be saved although nothing is kept. @type {Row | null} */
    this._unlisted = null;
    new Held(this);
    const redraw = new Cadence(this, () => this.requestUpdate(), 250);
    new Follow(this, () => this.keeping, {change: () => redraw.request()});
    new Follow(this, () => this.keeping?.race, {change: () => redraw.request()});
  }

  connectedCallback() {
    super.connectedCallback();
    const {signal} = (this.#listening = new AbortController());
    window.addEventListener('drop', (event) => this.#onDrop(event), {signal, capture: true});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  /** Anywhere on the page, before anybody takes it for a text. @param {DragEvent} event */
  #onDrop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file || !isArrival(file.name)) return;
    event.preventDefault();
    event.stopPropagation();
    this.openFile(file);
  }

  render() {
    const {keeping} = this;
    if (!keeping) return nothing;
    const rows = this.#sorted(keeping);
    const shown = this._all ? rows : rows.slice(0, SHOWN);
    return html`<div class="spread"><h2 id="title">${say('runs.title')}</h2>${rows.length > 1 ? this.#orders() : nothing}</div>
      ${this._problem ? html`<p class="problem" role="alert">${this._problem}</p>` : nothing}
      ${this.#thrown(keeping)} ${this.#room(keeping)}
      ${
        rows.length
          ? html`<ul aria-labelledby="title" @run-action=${this.#act}>${repeat(
              shown,
              ({id}) => id,
              (row) => html`<li>${this.#entry(row, keeping)}</li>`,
            )}</ul>`
          : html`<p class="muted">${say(keeping.shelf.keeping ? 'runs.none' : 'runs.off')}</p>`
      }
      ${keeping.unlisted ? this.#saving(keeping) : nothing}
      ${shown.length < rows.length ? html`<p><button @click=${() => (this._all = true)}>${say('runs.all', {count: rows.length})}</button></p>` : nothing}
      ${this.#foot(keeping)}`;
  }

  /** @param {Row} row @param {Keeping} keeping */
  #entry(row, {race, keeper, ghosts}) {
    const compared = ghosts.some(({id}) => id === row.id);
    return html`<run-entry .row=${row} .keeping=${this.keeping} .describe=${race.describe} ?present=${row.id === keeper.id} .differences=${compared ? this.#differences(row, race) : null}></run-entry>`;
  }

  /** @param {Row} row @param {Keeping['race']} race */
  #differences({receipt: {page, models}}, {describe, experiment, names}) {
    const there = {describe, experiment: page.experiment, names: models.map(({name}) => name)};
    return differences(there, {describe, experiment, names});
  }

  /** Scores of other tasks say nothing: those of the present one stand first. @param {Keeping} keeping */
  #sorted({rows, race}) {
    const title = (/** @type {Row} */ row) => titleOf(row, race.describe);
    if (this._order === 'name') return [...rows].sort((a, b) => title(a).localeCompare(title(b)));
    if (this._order !== 'score') return rows;
    const present = subjectOf(race.experiment.task);
    const scored = rows.map((row) => ({
      row,
      subject: subjectOf(row.receipt.page.experiment.task),
      best: bestOf(row, race.describe),
    }));
    scored.sort((a, b) => {
      if (a.subject !== b.subject)
        return a.subject === present ? -1 : b.subject === present ? 1 : a.subject < b.subject ? -1 : 1;
      if (!a.best || !b.best) return Number(Boolean(b.best)) - Number(Boolean(a.best));
      return better(a.best, b.best) ? -1 : 1;
    });
    return scored.map(({row}) => row);
  }

  #orders() {
    return html`<label class="small">${say('runs.sort')} <select @change=${(/** @type {any} */ e) => (this._order = e.target.value)}>
      ${ORDERS.map((order) => html`<option value=${order} ?selected=${order === this._order}>${say(`runs.sort.${order}`)}</option>`)}</select></label>`;
  }

  /** @param {Keeping} keeping */
  #thrown({thrown, race}) {
    if (!thrown) return nothing;
    return html`<div class="notice" role="status"><p>${say('runs.removed', {title: titleOf(thrown.row, race.describe)})}</p><button @click=${() => this.keeping?.undo()}>${say('runs.undo')}</button></div>`;
  }

  /** Where it takes much, or there is no room left. @param {Keeping} keeping */
  #room({bytes, spare, shelf: {trouble}}) {
    if ((bytes < MUCH && trouble?.key !== 'store.full') || !spare.length) return nothing;
    const freed = byteSize(spare.reduce((sum, row) => sum + sizeOf(row), 0));
    const count = spare.length;
    return html`<div class="notice warning"><p>${say('runs.room', {size: byteSize(bytes), count, freed})}</p><button @click=${() => this.#try(async () => this.keeping?.clear())}>${say('runs.yes_room', {count})}</button></div>`;
  }

  /** Of a race that is not kept: a file is the reader's own act. @param {Keeping} keeping */
  #saving(keeping) {
    if (!this._unlisted)
      return html`<p class="row"><button @click=${() => this.#try(async () => (this._unlisted = (await keeping.whole())?.row ?? null))}>${say('files.save_present')}</button></p>`;
    return html`<save-run unlisted .row=${this._unlisted} .keeping=${keeping} @save-close=${() => (this._unlisted = null)}></save-run>`;
  }

  /** @param {Keeping} keeping */
  #foot({rows, bytes, shelf}) {
    const where = !shelf.keeping ? 'runs.keeps_nothing' : shelf.lasting ? 'runs.keeps' : 'runs.keeps_here';
    return html`<div class="foot small muted"><p>${say(where, {count: rows.length, size: byteSize(bytes)})}</p></div>
      ${
        this._asked
          ? this.#question(rows)
          : html`<p class="row"><button @click=${() => this.#input?.click()}>${say('files.open')}</button><input type="file" hidden accept=".zip,.safetensors,.json" aria-label=${say('files.open')} @change=${this.#chooseFile} />
        <button @click=${this.#switch}>${say(shelf.keeping ? 'runs.turn_off' : 'runs.turn_on')}</button></p>`
      }`;
  }

  get #input() {
    return /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('input[type=file]'));
  }

  /** @param {Event} event */
  #chooseFile(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) this.openFile(file);
  }

  /** A race, model, receipt or experiment that somebody saved. @param {File} file */
  async openFile(file) {
    const {keeping} = this;
    if (!keeping) return;
    await this.#try(async () => {
      await keeping.arrive(file);
      announce(this, 'say', say('files.opened', {name: file.name}));
      window.scrollTo({top: 0});
    });
  }

  /** @param {Row[]} rows */
  #question(rows) {
    return html`<div class="notice warning" role="alert"><p>${say('runs.ask_off', {count: rows.length})}</p>
      <div class="row"><button class="primary" @click=${() => this.#keep(false)}>${say('runs.yes_off')}</button><button @click=${() => (this._asked = false)}>${say('runs.no')}</button></div></div>`;
  }

  #switch() {
    const {keeping} = this;
    if (!keeping) return;
    if (keeping.shelf.keeping && keeping.rows.length) this._asked = true;
    else this.#keep(!keeping.shelf.keeping);
  }

  /** @param {boolean} on */
  async #keep(on) {
    this._asked = false;
    await this.#try(async () => this.keeping?.keep(on));
  }

  /** @param {CustomEvent<{id: string, row: Row, words?: {name: string, note: string}, click?: MouseEvent}>} event */
  async #act({detail: {id, row, words, click}}) {
    const {keeping} = this;
    if (!keeping) return;
    await this.#try(async () => {
      if (id === 'open') await this.#open(row, keeping, click);
      else if (id === 'remove') await keeping.remove(row.id);
      else if (id === 'compare') await keeping.compare(row.id);
      else if (id === 'describe' && words) await keeping.describe(row.id, words);
    });
  }

  /** @param {Row} row @param {Keeping} keeping @param {MouseEvent} [click] */
  async #open(row, keeping, click) {
    await keeping.open(row.id);
    announce(this, 'say', say('runs.opened', {title: titleOf(row, keeping.race.describe), progress: progressIn(row)}));
    window.scrollTo({top: 0});
    ignoreSecond(click);
  }

  /** @param {() => Promise<unknown>} task */
  async #try(task) {
    this._problem = '';
    try {
      await task();
    } catch (error) {
      this._problem = refusal(error, this.keeping?.race ?? {});
    }
  }
}

customElements.define('kept-runs', KeptRuns);
