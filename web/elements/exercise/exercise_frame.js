import '../../words/exercise.js';
import '../../words/guide.js';
import {LitElement, css, html, nothing} from 'lit';
import {NO_SHAPE, hides} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';
import {parts} from '../parts/late.js';

/**
 * An exercise that somebody else wrote: its player, and that it is theirs. What stands around it in a page is exercise_page.js.
 * @prop player @prop shape - what is hidden @attr name - its title @attr notice @attr compact - for a frame @attr elsewhere - the same in a page
 *     of its own @attr wish - the theme that it asks for @attr theme
 */
export class ExerciseFrame extends LitElement {
  static properties = {
    player: {attribute: false},
    shape: {attribute: false},
    name: {type: String},
    notice: {type: String},
    elsewhere: {type: String},
    compact: {type: Boolean, reflect: true},
    wish: {type: String},
    theme: {type: String, reflect: true},
  };
  static styles = [
    tokens,
    base,
    controls,
    css`
    :host { --side: clamp(14px, 2.4vw, 36px); background: var(--paper); display: block; }
    main { padding-inline: max(var(--side), calc((100vw - 1240px) / 2)); }
    main { display: grid; gap: 12px; padding-block: 4px 32px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
    main:focus { outline: none; }
    :host([compact]) { --saving: none; }
    :host([compact]) main { padding: 10px 12px; gap: 10px; }
    .whose { color: var(--muted); font-size: 13px; border-left: 3px solid var(--edge); padding-left: 8px; }
  `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    /** @type {HTMLElement | null} */
    this.player = null;
    this.shape = NO_SHAPE;
    this.name = this.notice = this.elsewhere = '';
    this.compact = false;
    /** @type {'' | 'light' | 'dark'} */
    this.wish = '';
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    parts.addEventListener('missing', () => (this.notice = say('trouble.part')), {signal});
    this.#speak();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  #speak() {
    this.ownerDocument.documentElement.lang = spoken();
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('wish') && this.wish) this.show(this.wish);
  }

  /** @param {'' | 'light' | 'dark'} theme */
  show(theme) {
    this.theme = theme;
    if (theme) this.ownerDocument.documentElement.dataset.theme = theme;
    else delete this.ownerDocument.documentElement.dataset.theme;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  render() {
    const {name, notice, player} = this;
    return html`<main tabindex="-1"><h1 class="unseen">${name || say('lab.name')}</h1>
      ${name ? html`<p class="whose">${say('exercise.whose')}</p>` : nothing}
      ${notice ? html`<p class="notice ${player ? 'warning' : 'error'}" role="alert">${notice}</p>` : nothing}
      ${player ?? (notice ? nothing : html`<p class="muted">${say('exercise.opening')}</p>`)}${this.#way()}</main>`;
  }

  /** To the same in a page of its own. */
  #way() {
    if (!this.elsewhere || hides(this.shape, 'lab_link')) return nothing;
    return html`<p class="small"><a href=${this.elsewhere} target="_blank" rel="noopener">${say('exercise.frame_open')}</a></p>`;
  }
}

customElements.define('exercise-frame', ExerciseFrame);
