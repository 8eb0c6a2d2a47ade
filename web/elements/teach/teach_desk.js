import '../../words/guide.js';
import '../../words/teach.js';
import {LitElement, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';
import {glossary} from './glossary.js';
import {overview} from './overview.js';
import {privacy} from './privacy.js';
import {sheet} from './sheet.js';
import {deskStyles} from './desk_styles.js';

/** @typedef {import('../../learn/types').Chapter} Chapter */

const VIEWS = {teach: overview, glossary, sheet, privacy};

/**
 * What belongs to the course beside its chapters: the teacher's page, the sheet to print of a chapter, the glossary, and what is kept on the device.
 * @prop place - what is on screen: {room, id?} @prop chapters - all of them @attr root - the address of the home @attr theme
 */
export class TeachDesk extends LitElement {
  static properties = {
    place: {attribute: false},
    chapters: {attribute: false},
    root: {type: String},
    theme: {type: String, reflect: true},
    _status: {state: true},
    _chosen: {state: true},
  };
  static styles = [tokens, base, controls, skipStyles, deskStyles];

  #listening = new AbortController();

  constructor() {
    super();
    this.place = /** @type {{room: 'teach' | 'glossary' | 'sheet' | 'privacy', id?: string}} */ ({room: 'teach'});
    /** @type {Chapter[]} */
    this.chapters = [];
    this.root = '';
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    this._status = '';
    /** What is to be embedded. */
    this._chosen = {id: '', theme: ''};
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    this.#speak();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  #speak() {
    this.ownerDocument.documentElement.lang = spoken();
    this._status = '';
    this.requestUpdate();
  }

  /** @param {CustomEvent<'' | 'light' | 'dark'>} event */
  #show({detail: theme}) {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }

  /** Where reading begins. */
  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus({preventScroll: true});
  }

  #skip() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  /** What the views work with. */
  get #desk() {
    const {chapters, root, place, _chosen: chosen} = this;
    return {
      ...{chapters, root, id: place.id ?? '', chosen},
      choose: (/** @type {Partial<typeof chosen>} */ part) => (this._chosen = {...chosen, ...part}),
      copy: (/** @type {string} */ text) => this.#copy(text),
      say: (/** @type {string} */ words) => (this._status = words),
    };
  }

  /** @param {string} text */
  async #copy(text) {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this._status = say(copied ? 'teach.copied' : 'teach.not_copied');
  }

  render() {
    const {root} = this;
    return html`<header>${skipLink(say('teach.skip'), () => this.#skip())}<a class="name" href=${root}>${say('lab.name')}</a>
        <nav aria-label=${say('teach.ways')}><a href=${`${root}#teach`}>${say('teach.title')}</a><a href=${`${root}#class`}>${say('teach.class')}</a><a href=${`${root}#glossary`}>${say('glossary.title')}</a><a href=${`${root}#privacy`}>${say('lab.privacy')}</a></nav>
        ${languageChoice()}<theme-button .theme=${this.theme} @theme-change=${this.#show}></theme-button></header>
      <main tabindex="-1" class=${this.place.room}>${VIEWS[this.place.room](this.#desk)}</main>
      <p class="status" role="status">${this._status || nothing}</p>`;
  }
}

customElements.define('teach-desk', TeachDesk);
