import {LitElement, css, html, nothing} from 'lit';
import {languageChoice} from './language_choice.js';
import {hides, NO_SHAPE} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow, announce} from '../parts/follow.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';

/**
 * The top of the lab: its name, the way to the chapters, and what concerns the page as a whole.
 * @prop keeping - the kept races, where the page keeps any @prop shape @prop back - where the way out leads: {href, words}, words by their key, or null where there is none
 * @attr theme @prop ready - whether there is a race to share
 * @fires skip - to the main part @fires show-runs @fires share @fires theme-change - from the button inside
 */
export class LabHeader extends LitElement {
  static properties = {
    keeping: {attribute: false},
    shape: {attribute: false},
    back: {attribute: false},
    ready: {type: Boolean},
    theme: {type: String},
  };
  static styles = [
    base,
    controls,
    skipStyles,
    css`
    :host { display: flex; align-items: baseline; gap: 4px 18px; flex-wrap: wrap; padding-block: 12px 6px; }
    h1 { font-size: 24px; font-weight: 700; letter-spacing: -0.02em; line-height: 1.2; }
    p { color: var(--muted); flex: 1 1 300px; font-size: 15px; }
    nav, .as { align-self: center; }
    .tools { align-self: center; }
    @media (max-width: 620px) {
      :host { padding-block: 10px 4px; }
      p { flex-basis: 100%; order: 3; font-size: 14px; }
      .tools { margin-left: auto; }
    }
  `,
  ];

  constructor() {
    super();
    /** @type {import('../../store/keeping.js').Keeping | null} */
    this.keeping = null;
    this.shape = NO_SHAPE;
    /** @type {{href: string, words: string} | null} */
    this.back = null;
    this.ready = false;
    this.theme = '';
    new Follow(this, () => language, {change: () => this.requestUpdate()});
  }

  render() {
    const {keeping, back} = this;
    return html`${skipLink(say('lab.skip'), () => announce(this, 'skip'))}
      <h1 tabindex="-1">${say('lab.name')}</h1>
      <p>${say('lab.motto')}</p>
      ${back ? html`<nav aria-label=${say('lab.ways')}><a href=${back.href}>${say(back.words)}</a></nav>` : nothing}
      <div class="row tools">
        ${keeping ? html`<runs-button .keeping=${keeping}></runs-button>` : nothing}
        ${hides(this.shape, 'share') ? nothing : html`<button @click=${() => announce(this, 'share')} ?disabled=${!this.ready}>${say('lab.share')}</button><a class="as" href="#make">${say('lab.exercise')}</a>`}
        ${languageChoice()}<theme-button .theme=${this.theme}></theme-button></div>`;
  }

  /** Where reading begins. */
  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus({preventScroll: true});
  }
}

customElements.define('lab-header', LabHeader);
