import {LitElement, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {CHAPTERS} from '../../learn/index.js';
import {whereToGoOn} from '../../learn/parts.js';
import {hashOf} from '../../shape/where.js';
import {base, controls} from '../../styles/base.js';
import {adoptPageStyles} from '../../styles/page.js';
import {tokens} from '../../styles/tokens.js';
import {language, say, spoken} from '../../words/words.js';
import {Follow} from '../parts/follow.js';
import {Late, parts} from '../parts/late.js';
import {skipLink, skipStyles} from '../parts/skip_link.js';
import {languageChoice} from '../lab/language_choice.js';
import '../lab/theme_button.js';
import './chapter_path.js';
import {layout} from './home_layout.js';

/** @typedef {{id: string, player: HTMLElement}} Opened */

/**
 * The home and the chapters: one chapter's player, below it the path of all, and the door to the lab.
 * @prop place - what is on screen: {home, id}; the home shows the first chapter @prop players - of the chapters that were opened, each with its id
 * @prop progress @prop describe - of the engine @attr root - the address of the home @attr notice - a sentence for the top of the page @attr stored - it works without a network @attr projector - the chapter alone, large @attr theme - light, dark, or empty for the system's
 */
export class HomePage extends LitElement {
  static properties = {
    place: {attribute: false},
    players: {attribute: false},
    progress: {attribute: false},
    describe: {attribute: false},
    root: {type: String},
    notice: {type: String},
    stored: {type: Boolean},
    projector: {type: Boolean, reflect: true},
    theme: {type: String, reflect: true},
    _asked: {state: true},
  };
  static styles = [tokens, base, controls, skipStyles, layout];

  #listening = new AbortController();

  constructor() {
    super();
    this.place = {home: true, id: ''};
    /** @type {Opened[]} */
    this.players = [];
    /** @type {import('../../learn/progress.js').Progress | null} */
    this.progress = null;
    /** @type {import('../../runtime/types').Description | null} */
    this.describe = null;
    this.root = '';
    this.notice = '';
    this.stored = this.projector = false;
    /** @type {'' | 'light' | 'dark'} */
    this.theme = '';
    /** What waits for a yes. @type {{words: string, answer: (yes: boolean) => void} | null} */
    this._asked = null;
    new Late(this, 'history-line', () => import('../learn/story_parts.js'));
    new Late(this, 'lab-door', () => import('./lab_door.js'));
    new Follow(this, () => this.progress, {change: () => this.requestUpdate()});
  }

  connectedCallback() {
    super.connectedCallback();
    adoptPageStyles(this.ownerDocument);
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.#speak(), {signal});
    parts.addEventListener('missing', () => (this.notice = say('trouble.part')), {signal});
    this.progress?.follow(window, signal);
    this.ownerDocument.documentElement.lang = spoken();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  /** Everything but the players is made anew in another language; these do so themselves. */
  #speak() {
    this.ownerDocument.documentElement.lang = spoken();
    this.notice = '';
    this.requestUpdate();
  }

  /** @param {CustomEvent<'' | 'light' | 'dark'>} event */
  async #show({detail: theme}) {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
    await this.updateComplete;
    document.dispatchEvent(new CustomEvent('unrolled-theme'));
  }

  /** Asks the reader before something goes. @param {string} words @returns {Promise<boolean>} */
  async asks(words) {
    this._asked?.answer(false);
    const yes = await new Promise((answer) => (this._asked = {words, answer}));
    this._asked = null;
    return yes;
  }

  /** Where reading begins. */
  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h1'))?.focus({preventScroll: true});
  }

  // What it looks like ------------------------------------------------------------------------------------------------

  render() {
    return html`<header>${skipLink(say('home.skip'), () => this.#skip())}${this.#name()}<p class="motto">${say('lab.motto')}</p>
        <nav aria-label=${say('home.ways')}>${this.#goOn()}<a href=${`${this.root}#lab`}>${say('home.lab')}</a><a href=${`${this.root}#teach`}>${say('home.teach')}</a></nav>
        ${languageChoice()}<theme-button .theme=${this.theme} @theme-change=${this.#show}></theme-button></header>
      <main tabindex="-1">${this.#notices()}
        ${repeat(
          this.players,
          ({id}) => id,
          ({id, player}) => html`<section class="chapter" ?hidden=${id !== this.place.id}>${player}</section>`,
        )}
        <nav class="path" aria-labelledby="chapters"><h2 id="chapters">${say('home.chapters')}</h2>
          <chapter-path .progress=${this.progress} root=${this.root} now=${this.place.id}></chapter-path></nav>
        <section class="history"><history-line root=${this.root} now=${this.place.id}></history-line></section>
        <section class="door" aria-labelledby="door"><h2 id="door">${say('home.door')}</h2><p>${say('home.door_what')} <a href=${`${this.root}#lab`}>${say('home.door_open')}</a></p>
          <lab-door .describe=${this.describe} root=${this.root}></lab-door></section>
      </main>
      <footer class="muted small"><p class="more"><a href=${`${this.root}#glossary`}>${say('home.glossary')}</a> <a href=${`${this.root}#privacy`}>${say('lab.privacy')}</a></p><p>${say('lab.private')} ${say('lab.reproducible')}${this.stored ? html` <span class="stored">${say('home.stored')}</span>` : nothing}</p></footer>`;
  }

  /** The page's name is what the home is about; in a chapter it leads there. */
  #name() {
    const {home, id} = this.place;
    const name = say('lab.name');
    if (home || !id) return html`<h1 tabindex="-1" class="name">${name}</h1>`;
    return html`<a class="name" href=${this.root}>${name}</a><h1 tabindex="-1" class="unseen">${say(`course.${id}.title`)}</h1>`;
  }

  /** Whoever was here before goes on where he was. */
  #goOn() {
    const {progress, place} = this;
    const id =
      progress &&
      whereToGoOn(
        CHAPTERS.map((entry) => entry.id),
        progress,
      );
    if (!id || id === place.id) return nothing;
    return html`<a class="on" href=${`${this.root}${hashOf({room: 'chapter', id})}`}>${say('home.go_on', {title: say(`course.${id}.title`)})}</a>`;
  }

  #skip() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('main'))?.focus();
  }

  #notices() {
    const {notice, _asked: asked} = this;
    return html`${
      notice
        ? html`<div class="notice warning spread" role="alert"><p>${notice}</p><button class="quiet" @click=${() => (this.notice = '')}>${say('lab.dismiss')}</button></div>`
        : nothing
    }${
      asked
        ? html`<div class="notice warning" role="alert"><p>${asked.words}</p><div class="row"><button class="primary" @click=${() => asked.answer(true)}>${say('replace.yes')}</button><button @click=${() => asked.answer(false)}>${say('replace.no')}</button></div></div>`
        : nothing
    }`;
  }
}

customElements.define('home-page', HomePage);
