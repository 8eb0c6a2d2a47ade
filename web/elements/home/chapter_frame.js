import {LitElement, css, html, nothing} from 'lit';
import {hashOf} from '../../shape/where.js';
import {NO_SHAPE, hides} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';

/**
 * A chapter in a frame: its player, and the way to the same chapter in a page of its own.
 * @prop player @attr chapter - its id @attr notice @attr elsewhere - a file beside this one that shows it, where this one cannot @attr theme - light, dark, or empty
 *     for the system's @prop shape - what is hidden
 */
export class ChapterFrame extends LitElement {
  static properties = {
    player: {attribute: false},
    chapter: {type: String},
    notice: {type: String},
    elsewhere: {type: String},
    theme: {type: String, reflect: true},
    shape: {attribute: false},
  };
  static styles = [
    tokens,
    base,
    controls,
    css`
    :host { background: var(--paper); --saving: none; }
    main { display: grid; gap: 10px; padding: 10px 12px; grid-template-columns: minmax(0, 1fr); }
  `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    /** @type {HTMLElement | null} */
    this.player = null;
    this.chapter = '';
    this.notice = this.elsewhere = '';
    this.theme = '';
    this.shape = NO_SHAPE;
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    this.ownerDocument.documentElement.lang = spoken();
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
    if (changed.has('theme') && this.theme) this.ownerDocument.documentElement.dataset.theme = this.theme;
  }

  render() {
    const page = new URL(`./${hashOf({room: 'chapter', id: this.chapter})}`, location.href.split('#')[0]).href;
    return html`<main><h1 class="unseen">${this.chapter ? say(`course.${this.chapter}.title`) : say('lab.name')}</h1>
      ${
        this.notice
          ? html`<p class="notice ${this.elsewhere ? '' : 'error'}" role="alert">${this.notice}
        ${this.elsewhere ? html`<a href=${this.elsewhere}>${say('frame.elsewhere')}</a>` : nothing}</p>`
          : nothing
      }${this.player}
      ${this.chapter && !hides(this.shape, 'lab_link') ? html`<p class="small"><a href=${page} target="_blank" rel="noopener">${say('frame.open')}</a></p>` : nothing}</main>`;
  }
}

customElements.define('chapter-frame', ChapterFrame);
