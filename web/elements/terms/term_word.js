import {LitElement, css, html} from 'lit';
import {base} from '../../styles/base.js';
import '../../words/late.js';
import {say} from '../../words/words.js';
import {whereToStand} from './where.js';

const COMES_MS = 150; // whoever only passes by reads no definition
const GOES_MS = 250; // long enough to move from the word onto its definition

/**
 * A word and what it means: shown while it is hovered or has the focus, or after a tap. It can be hovered itself, stays as long
 * as either is so, and goes with Escape (WCAG 2.2, 1.4.13). Whoever hears the page hears it as the word's description.
 * @attr name - of the term: web/words says what term.<name> is
 */
export class TermWord extends LitElement {
  static properties = {name: {type: String}, _open: {state: true}};
  static styles = [
    base,
    css`
    :host { display: inline; color: inherit; font: inherit; }
    button {
      all: unset; display: inline; cursor: help; text-decoration: underline dotted; text-decoration-thickness: 1px;
      text-underline-offset: 3px; text-decoration-color: var(--edge); border-radius: 2px;
    }
    button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    [role='tooltip'] {
      display: none; position: fixed; inset: auto; margin: 0; z-index: 9; width: max-content; max-width: min(320px, 100vw - 16px);
      padding: 8px 10px; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); color: var(--ink);
      box-shadow: var(--shadow); font: 400 13px/1.45 var(--sans); letter-spacing: 0; text-align: left; white-space: normal; cursor: auto;
    }
    :host([open]) [role='tooltip'] { display: block; }
  `,
  ];

  /** What is about to happen, unless the pointer comes or goes before. */
  #soon = 0;
  /** Whether a pointer has moved on it. */
  #pointed = false;
  /** As long as it is open. */
  #listening = new AbortController();

  constructor() {
    super();
    this.name = '';
    this._open = false;
    this.addEventListener('pointermove', (event) => event.pointerType !== 'touch' && this.#point(true));
    this.addEventListener('pointerleave', (event) => event.pointerType !== 'touch' && this.#point(false));
    this.addEventListener('focusout', () => this.#show(false));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pointed = false;
    this.#show(false);
  }

  render() {
    return html`<button type="button" aria-describedby="what" @focus=${this.#onFocus} @click=${() => this.#show(true)}><slot></slot></button><span id="what" role="tooltip" popover="manual">${say(`term.${this.name}`)}</span>`;
  }

  /** By keys; whoever presses with a pointer opens it by that. @param {FocusEvent} event */
  #onFocus({target}) {
    if (/** @type {HTMLElement} */ (target).matches(':focus-visible')) this.#show(true);
  }

  /** Onto the word, or off it. One that appears beneath a resting pointer is entered, but nobody moved there. @param {boolean} at */
  #point(at) {
    if (at === this.#pointed) return;
    this.#pointed = at;
    this.#later(at, at ? COMES_MS : GOES_MS);
  }

  /** @param {boolean} open @param {number} ms */
  #later(open, ms) {
    clearTimeout(this.#soon);
    const keeps = !open && this.matches(':focus-within');
    if (open !== this._open && !keeps) this.#soon = window.setTimeout(() => this.#show(open), ms);
  }

  /** @param {boolean} open */
  #show(open) {
    clearTimeout(this.#soon);
    if (open === this._open) return;
    this._open = open;
    this.toggleAttribute('open', open);
    this.#listening.abort();
    const tip = this.#tip;
    if (!open) return tip?.hidePopover?.();
    tip?.showPopover?.(); // above everything, whatever clips around the word
    this.#place();
    this.#listen();
  }

  get #tip() {
    return /** @type {HTMLElement | null} */ (this.renderRoot?.querySelector('[role=tooltip]'));
  }

  #listen() {
    const {signal} = (this.#listening = new AbortController());
    const how = {signal, capture: true};
    window.addEventListener('keydown', (event) => this.#onKey(event), how);
    window.addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.#show(false), how);
    window.addEventListener('scroll', () => this.#place(), {...how, passive: true});
    window.addEventListener('resize', () => this.#place(), {signal});
  }

  /** Escape closes it, and nothing else. @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.#show(false);
  }

  #place() {
    const tip = this.#tip;
    if (!tip) return;
    const {innerWidth: width, innerHeight: height} = window;
    const {left, top} = whereToStand(this.getBoundingClientRect(), tip.getBoundingClientRect(), {width, height});
    Object.assign(tip.style, {left: `${left}px`, top: `${top}px`});
  }
}

customElements.define('term-word', TermWord);
