import '../../words/exercise.js';
import '../../words/guide.js';
import {LitElement, css, html, nothing} from 'lit';
import {NO_SHAPE, hides} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import {parts} from '../parts/late.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';

/**
 * An exercise that somebody else wrote, in a page or in a frame: its player, and that it is theirs.
 * @prop player @prop shape - what is hidden @attr name - its title @attr root - the address of the home @attr notice @attr compact - for a
 *     frame @attr elsewhere - of a frame, the same in a page of its own @attr wish - the theme that it asks for @attr theme
 */
export class ExercisePage extends LitElement {
  static properties = {
    player: {attribute: false},
    shape: {attribute: false},
    name: {type: String},
    root: {type: String},
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
    skipStyles,
    css`
    :host { --side: clamp(14px, 2.4vw, 36px); background: var(--paper); display: block; }
    :host(:not([compact])) { min-height: 100vh; }
    header, main, footer { padding-inline: max(var(--side), calc((100vw - 1240px) / 2)); }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 18px; padding-block: 10px 8px; }
    header nav { flex: 1 1 auto; }
    .languages, theme-button { align-self: center; }
    .name { font-size: 20px; font-weight: 700; letter-spacing: -0.02em; line-height: 1.2; color: var(--ink); text-decoration: none; }
    a.name:hover { text-decoration: underline; }
    main { display: grid; gap: 12px; padding-block: 4px 32px; min-width: 0; grid-template-columns: minmax(0, 1fr); }
    main:focus { outline: none; }
    :host([compact]) { --saving: none; }
    :host([compact]) main { padding: 10px 12px; gap: 10px; }
    .whose { color: var(--muted); font-size: 13px; border-left: 3px solid var(--edge); padding-left: 8px; }
    footer { padding-bottom: 32px; }
    footer p { max-width: 78ch; }
  `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    /** @type {HTMLElement | null} */
    this.player = null;
    this.shape = NO_SHAPE;
    this.name = this.root = this.notice = this.elsewhere = '';
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
    if (changed.has('wish') && this.wish) this.#show(this.wish);
  }

  /** @param {'' | 'light' | 'dark'} theme */
  #show(theme) {
    this.theme = theme;
    if (theme) this.ownerDocument.documentElement.dataset.theme = theme;
    else delete this.ownerDocument.documentElement.dataset.theme;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  render() {
    return this.compact ? this.#main() : html`${this.#header()}${this.#main()}${this.#footer()}`;
  }

  #header() {
    return html`<header>${skipLink(say('exercise.skip'), () => this.focus())}<a class="name" href=${this.root}>${say('lab.name')}</a>
      <nav aria-label=${say('exercise.ways')}><a href=${this.root}>${say('exercise.chapters')}</a></nav>${languageChoice()}<theme-button .theme=${this.theme}
        @theme-change=${(/** @type {CustomEvent<'' | 'light' | 'dark'>} */ {detail}) => this.#show(detail)}></theme-button></header>`;
  }

  #main() {
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

  #footer() {
    return html`<footer class="muted small"><p>${say('lab.private')} ${say('lab.reproducible')}</p></footer>`;
  }
}

customElements.define('exercise-page', ExercisePage);
