import '../../words/story.js';
import {LitElement, css, html, nothing} from 'lit';
import {TWENTIES, namesOf, years} from '../../learn/history.js';
import {CHAPTERS} from '../../learn/index.js';
import papers from '../../learn/papers.json' with {type: 'json'};
import {hashOf} from '../../shape/where.js';
import {base} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';

/** @typedef {import('../../learn/history.js').Found} Found */

/**
 * When what was found: years on a line, not to scale; on a narrow screen, and to whoever hears it, a list.
 * @attr root - the address of the home @attr now - the chapter on screen, whose years are marked
 * @attr of - of this chapter alone: its years, named, among the others; no way to chapters
 */
export class HistoryLine extends LitElement {
  static properties = {root: {type: String}, now: {type: String}, of: {type: String}};
  static styles = [
    base,
    css`
    :host { display: block; min-width: 0; container-type: inline-size; }
    h2 { font: 500 22px/1.25 var(--serif); margin: 0 0 12px; }
    h3 { font-size: 14px; margin: 0 0 6px; }
    ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 14px; }
    ol > li { position: relative; padding-left: 20px; border-left: 1px solid var(--edge); margin-left: 5px; }
    ol > li::before {
      content: ''; position: absolute; left: -5px; top: 5px; width: 9px; height: 9px; box-sizing: border-box; border-radius: 50%;
      background: var(--paper); border: 1.5px solid var(--edge);
    }
    ol > li.own::before { background: var(--ink); border-color: var(--ink); }
    .year { font: 500 15px/1.2 var(--serif); color: var(--muted); font-variant-numeric: lining-nums; }
    .own > .year { color: var(--ink); font-weight: 600; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
    ul li { font-size: 14.5px; line-height: 1.35; }
    ul a { color: var(--ink); text-decoration-color: var(--edge); }
    ul a:hover { text-decoration-color: currentColor; }
    ul .paper { display: block; width: fit-content; color: var(--muted); font-size: 12.5px; }
    .small .bare { display: none; }
    @media (pointer: coarse) { ul a { display: block; width: fit-content; padding-block: 9px; } }
    @container (min-width: 900px) {
      ol { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0; }
      ol > li { border-left: 0; border-top: 1px solid var(--edge); margin: 6px 0 0; padding: 14px 12px 0 0; }
      ol > li::before { left: 0; top: -5px; }
      ol.small { grid-auto-columns: auto; }
    }
    @container (min-width: 460px) {
      ol.small { grid-auto-flow: column; grid-auto-columns: auto; gap: 0; }
      .small > li { border-left: 0; border-top: 1px solid var(--edge); margin: 6px 0 0; padding: 12px 12px 0 0; }
      .small > li::before { left: 0; top: -5px; }
      .small .bare { display: block; }
      .small .bare .year { font-size: 12px; }
    }
    @media (forced-colors: active) { ol > li.own::before { background: Highlight; } }
  `,
  ];

  constructor() {
    super();
    this.root = this.now = this.of = '';
    new Follow(this, () => language, {change: () => this.requestUpdate()});
  }

  render() {
    return this.of ? this.#small() : this.#whole();
  }

  #whole() {
    return html`<h2 id="history">${say('history.title')}</h2><ol role="list" aria-labelledby="history">${years().map(
      ({year, found}) => this.#year(year, {own: found.some(({chapter}) => chapter === this.now), named: found}),
    )}</ol>`;
  }

  /** Of one chapter; nothing where it is about no year. */
  #small() {
    const own = (/** @type {Found} */ {chapter}) => chapter === this.of;
    if (!years().some(({found}) => found.some(own))) return nothing;
    return html`<h3 id="history">${say('history.title')}</h3><ol role="list" class="small" aria-labelledby="history">${years().map(
      ({year, found}) => this.#year(year, {own: found.some(own), named: found.filter(own)}),
    )}</ol>`;
  }

  /** @param {number} year @param {{own: boolean, named: Found[]}} how named: who is written below it */
  #year(year, {own, named}) {
    const written = year === TWENTIES ? say('history.twenties') : String(year);
    return html`<li class="${own ? 'own' : ''} ${named.length ? '' : 'bare'}" aria-hidden=${named.length ? nothing : 'true'}><span class="year">${written}</span>
      ${named.length ? html`<ul role="list">${named.map((one) => html`<li>${this.#found(one)}</li>`)}</ul>` : nothing}</li>`;
  }

  /** What was found, and its paper. @param {Found} one */
  #found({id, paper, chapter, lab}) {
    const name = say(`history.${id}`);
    const {authors, title, url, year} = /** @type {Record<string, import('../../learn/types').Paper>} */ (papers)[
      paper
    ];
    const href = this.#place(chapter, lab);
    return html`${href === null ? name : html`<a href=${href}>${name}</a>`}
      <a class="paper" href=${url} target="_blank" rel="noopener" title=${title}>${say('history.paper', {...namesOf(authors), year: String(year)})}<span class="unseen">: ${title}</span></a>`;
  }

  /** The chapter that tells it, where there is one, or the lab. @param {string | undefined} chapter @param {string | undefined} lab */
  #place(chapter, lab) {
    if (this.of) return null;
    if (lab) return `${this.root}${hashOf({room: 'lab'})}=${lab}`;
    return chapter && CHAPTERS.some(({id}) => id === chapter)
      ? `${this.root}${hashOf({room: 'chapter', id: chapter})}`
      : null;
  }
}

customElements.define('history-line', HistoryLine);
