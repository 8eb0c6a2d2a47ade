import {LitElement, css, html, nothing} from 'lit';
import {CHAPTERS} from '../../learn/index.js';
import {hashOf} from '../../shape/where.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';

/** @typedef {import('../../learn/progress.js').Progress} Progress */

/** Every chapter in the order of the story: a picture of its cause, its question, and how far one has come. @prop progress @attr root @attr now - id of the chapter on screen */
export class ChapterPath extends LitElement {
  static properties = {progress: {attribute: false}, root: {type: String}, now: {type: String}};
  static styles = [
    base,
    css`
    ol { list-style: none; display: grid; gap: 20px; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); }
    a { display: grid; gap: 6px 14px; align-content: start; height: 100%; color: inherit; text-decoration: none; border-top: 3px solid var(--line); padding-top: 10px; }
    a[aria-current] { border-color: var(--ink); }
    a:hover .question { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
    .picture { display: block; width: 100%; max-width: 240px; aspect-ratio: 8 / 5; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; overflow: clip; }
    .picture svg { display: block; width: 100%; height: 100%; }
    .question { font: 500 18px/1.3 var(--serif); }
    .state { color: var(--muted); font-size: 13px; }
    .right { color: var(--good); }
    @media (max-width: 620px) {
      ol { gap: 14px; }
      a { grid-template-columns: 104px minmax(0, 1fr); grid-template-rows: auto auto 1fr; }
      .picture { grid-row: 1 / 4; }
      .question { font-size: 16.5px; }
    }
    @media (forced-colors: active) { a[aria-current] { border-color: Highlight; } }
  `,
  ];

  /** They come after the words: one can choose by those. */
  #pictures = new Fetched(
    () => import('./thumbnails.js'),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    /** @type {Progress | null} */
    this.progress = null;
    this.root = '';
    this.now = '';
    new Follow(this, () => this.progress, {change: () => this.requestUpdate()});
  }

  render() {
    return html`<ol role="list">${CHAPTERS.map((entry, i) => html`<li>${this.#chapter(entry, i)}</li>`)}</ol>`;
  }

  /** @param {import('../../learn/index.js').Entry} entry @param {number} index */
  #chapter({id, minutes}, index) {
    const href = `${this.root}${hashOf({room: 'chapter', id})}`;
    return html`<a href=${href} aria-current=${id === this.now ? 'true' : nothing}><span class="picture" aria-hidden="true">${this.#pictures.value?.THUMBNAILS[id] ?? nothing}</span>
      <span class="small muted">${say('home.chapter', {number: index + 1, title: say(`course.${id}.title`)})}</span>
      <span class="question">${say(`course.${id}.question`)}</span><span class="state">${this.#state(id, minutes)}</span></a>`;
  }

  /** @param {string} id @param {number} minutes */
  #state(id, minutes) {
    const {predicted, right, finished} = this.progress?.of(id) ?? {};
    const said = [
      finished ? 'home.finished' : predicted ? 'home.begun' : '',
      right ? 'home.right' : right === false ? 'home.wrong' : '',
    ].filter(Boolean);
    if (!said.length) return say('home.minutes', {minutes});
    return said.map(
      (key, i) => html`${i ? ' · ' : ''}<span class=${key === 'home.right' ? 'right' : ''}>${say(key)}</span>`,
    );
  }
}

customElements.define('chapter-path', ChapterPath);
