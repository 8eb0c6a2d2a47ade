import {LitElement, css, html, nothing} from 'lit';
import {worked} from '../../learn/rnn/worked.js';
import {base, controls} from '../../styles/base.js';
import {language} from '../../words/words.js';
import {writeFormulas} from '../parts/formulas.js';
import {courseWith} from './course_words.js';
import {framesOf, linesOf, two} from './worked_lines.js';
import {sentenceOf} from './worked_words.js';

/** @typedef {import('./worked_lines.js').Frame} Frame @typedef {import('../../learn/rnn/worked.js').Worked} Worked */

/** What a key does to the number of the frame. @type {Record<string, (at: number, last: number) => number>} */
const KEYS = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Where it stands open: there the question has room below it. */
const ROOM = '(min-width: 800px) and (min-height: 860px)';

/** What all steps share, as it stands in the cell. */
const SHARED = [['W', 'ih'], ['W', 'hh'], ['b', '']]; // prettier-ignore

/** A whole RNN in numbers: one cell drawn once for each symbol, time to the right; stepped through forwards, then backwards.
 *  @prop chapter - whose words it says */
export class WorkedRnn extends LitElement {
  static properties = {chapter: {attribute: false}, _at: {state: true}, _room: {state: true}};
  static styles = [
    base,
    controls,
    css`
    :host { container-type: inline-size; min-width: 0; }
    /* Folded it is seen as something to open: it comes before the question. */
    .worked:not([open]) summary { border: 1px solid var(--edge); border-radius: 8px; background: var(--surface); padding: 8px 12px; }
    .worked:not([open]) summary:hover { background: var(--sunken); }
    .holds { display: block; color: var(--muted); }
    .worked[open] .holds { display: none; }
    .frame { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
    .strip { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)) minmax(0, 0.9fr); gap: 14px; }
    .strip li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; justify-items: center; align-content: start; }
    .strip li + li::before { content: '→'; position: absolute; left: -14px; width: 14px; top: 71px; text-align: center; color: var(--muted); }
    .strip.back li + li::before { content: '←'; color: var(--accent); }
    .strip button { width: 100%; min-height: 52px; padding: 3px 2px; line-height: 1.2; white-space: normal; }
    .strip button[aria-current] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); background: var(--sunken); }
    .same { white-space: nowrap; }
    .pair { min-height: 2.5em; line-height: 1.25; text-align: center; font-size: 15px; font-weight: 600; }
    .pair.slope { color: var(--accent); }
    .label { font-size: 12px; color: var(--muted); min-height: 1.4em; }
    .symbol { font: 600 22px/1.2 var(--mono); }
    .same { font-size: 12px; color: var(--muted); }
    .same i { font-family: var(--serif); }
    .steps { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
    .steps button { min-height: 44px; }
    .lines { overflow-x: auto; }
    .line { padding: 4px 2px; font-size: 17px; }
    math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math; font-weight: 400; }
    .line math { width: max-content; }
    mtable { border-inline: 1.5px solid currentcolor; border-radius: 7px; margin-inline: 3px; padding-inline: 3px; }
    .frame:focus-visible { outline-offset: 4px; }
    @container (max-width: 520px) {
      .worked:not([open]) summary { padding: 0 8px; } /* one line, so that the question fits below it */
      .holds { display: none; }
      summary b { font-weight: 400; }
      .strip { gap: 10px; }
      .strip li + li::before { left: -11px; width: 11px; font-size: 11px; }
      .pair { font-size: 12.5px; }
      .label, .same { font-size: 10.5px; }
      .line { font-size: 13.5px; }
    }
    @container (max-width: 330px) {
      .strip { gap: 8px; }
      .strip button { padding-inline: 0; font-size: 12px; }
      .same { font-size: 9px; }
      .label { font-size: 9.5px; white-space: nowrap; }
      .strip li + li::before { left: -9px; width: 9px; font-size: 9px; }
    }
    @container (min-width: 700px) { .pair { font-size: 18px; } .line { font-size: 16px; break-inside: avoid; } .lines { columns: 2; column-gap: 24px; } }
  `,
  ];

  /** @type {Worked} */
  #worked = worked();
  #frames = framesOf(this.#worked);
  #listening = new AbortController();

  constructor() {
    super();
    /** @type {{id: string} | null} */
    this.chapter = null;
    this._at = 0;
    this._room = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.requestUpdate(), {signal});
    const room = matchMedia(ROOM);
    this._room = room.matches;
    room.addEventListener('change', () => (this._room = room.matches), {signal});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  updated() {
    void writeFormulas(this.renderRoot);
  }

  /** @param {number} at */
  #go(at) {
    this._at = Math.max(0, Math.min(this.#frames.length - 1, at));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const to = KEYS[event.key];
    if (!to || event.ctrlKey || event.metaKey || event.altKey || scrolls(event.target)) return;
    event.preventDefault();
    this.#go(to(this._at, this.#frames.length - 1));
  }

  /** @param {string} name @param {import('../../words/words.js').Values} [values] */
  #say(name, values) {
    return this.chapter ? courseWith(this.chapter, `worked_${name}`, values) : '';
  }

  render() {
    if (!this.chapter) return nothing;
    const frame = this.#frames[this._at];
    const {name, values} = sentenceOf(this.#worked, frame);
    return html`<details class="worked" ?open=${this._room}><summary><span><b>${courseWith(this.chapter, 'worked')}</b><span class="holds">${this.#say('holds')}</span></span></summary><div class="frame" role="group" tabindex="0" aria-label=${this.#say('title')} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
      ${this.#strip(frame)}${this.#buttons()}
      <p role="status">${this.#say(name, values)}</p>
      <div class="lines" tabindex="0" role="group" aria-label=${this.#say('formulas')}>${linesOf(this.#worked, frame).map((tex) => html`<div class="line formula" data-tex=${tex}></div>`)}</div></div></details>`;
  }

  /** @param {Frame} frame */
  #strip(frame) {
    const {forth} = this.#worked;
    return html`<ol class="strip ${frame.way === 'back' ? 'back' : ''}">${forth.map((_, t) => this.#cell(frame, t))}${this.#answer(frame)}</ol>`;
  }

  /** The same cell at each step. @param {Frame} frame @param {number} t */
  #cell(frame, t) {
    const {forth, back} = this.#worked;
    const [known, returned] = [frame.way !== 'forth' || t <= frame.t, frame.way === 'back' && t >= frame.t];
    const now = frame.way !== 'answer' && frame.t === t;
    const to = frame.way === 'back' ? this.#frames.length - 1 - t : t;
    return html`<li><span class="label">${this.#say('memory', {step: t + 1})}</span>${pair(forth[t].after, known)}
      <button aria-current=${now ? 'step' : nothing} @click=${() => this.#go(to)}><span class="unseen">${this.#say('cell', {step: t + 1})} </span>${this.#say('kind')}<br /><span class="same">${SHARED.map(([letter, index]) => html`<i>${letter}</i><sub>${index}</sub> `)}</span></button>
      <span class="symbol">${forth[t].symbol}</span>
      ${frame.way === 'back' ? html`<span class="label">${this.#say('returned', {step: t + 1})}</span>${pair(back[t].d_after, returned, 'slope')}` : nothing}</li>`;
  }

  /** What is read off the last memory. @param {Frame} frame */
  #answer(frame) {
    const {answer, forth} = this.#worked;
    const known = frame.way !== 'forth';
    return html`<li><span class="label">${this.#say('share')}</span><span class="pair">${known ? two(answer.shares[1]) : '·'}</span>
      <button aria-current=${frame.way === 'answer' ? 'step' : nothing} @click=${() => this.#go(forth.length)}>${this.#say('answer')}</button></li>`;
  }

  #buttons() {
    const last = this.#frames.length - 1;
    return html`<div class="steps"><button ?disabled=${this._at === 0} @click=${() => this.#go(this._at - 1)}><span aria-hidden="true">←</span> ${this.#say('before')}</button>
      <button class="primary" ?disabled=${this._at === last} @click=${() => this.#go(this._at + 1)}>${this.#say('next')} <span aria-hidden="true">→</span></button>
      <span class="muted">${this.#say('place', {at: this._at + 1, all: last + 1})}</span></div>`;
  }
}

/** Whether keys move what is in it. @param {EventTarget | null} target */
const scrolls = (target) => {
  const {className = '', scrollWidth = 0, clientWidth = 0} = /** @type {Partial<HTMLElement>} */ (target ?? {});
  return className === 'lines' && scrollWidth > clientWidth;
};

/** The two numbers of a memory, or that they are not known yet. @param {number[]} values @param {boolean} known @param {string} [more] */
const pair = (values, known, more = '') =>
  html`<span class="pair ${more}">${known ? html`${two(values[0])}<br />${two(values[1])}` : '·'}</span>`;

customElements.define('worked-rnn', WorkedRnn);
