import {LitElement, css, html, nothing} from 'lit';
import {CHAPTERS} from '../../learn/index.js';
import {parted} from '../../learn/parts.js';
import {hashOf} from '../../shape/where.js';
import {base} from '../../styles/base.js';
import {language, say} from '../../words/words.js';
import {Follow} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';

/** @typedef {import('../../learn/progress.js').Progress} Progress */

/** So many stand side by side at most: seven, so that the fourteen of the course make two rows. */
const ACROSS = 7;

/** Every chapter in the order of the story, part by part: a picture of its cause, its question, and how far one has come.
 *  @prop progress @prop chapters @attr root @attr now - id of the chapter on screen */
export class ChapterPath extends LitElement {
  static properties = {
    progress: {attribute: false},
    chapters: {attribute: false},
    root: {type: String},
    now: {type: String},
  };
  static styles = [
    base,
    css`
    :host { display: grid; gap: 18px; }
    section, ol { display: grid; gap: 8px; min-width: 0; }
    h3 { font: 600 13px/1.3 var(--sans); color: var(--muted); margin: 0; }
    ol { list-style: none; gap: 18px 16px; grid-template-columns: repeat(auto-fill, minmax(min(150px, 100%), 1fr)); }
    a { display: grid; gap: 5px 14px; align-content: start; height: 100%; color: inherit; text-decoration: none; border-top: 3px solid var(--line); padding-top: 8px; }
    a[aria-current] { border-color: var(--ink); }
    a:hover .question { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
    .picture { display: block; width: 100%; max-width: 240px; aspect-ratio: 8 / 5; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; overflow: clip; }
    .picture svg { display: block; width: 100%; height: 100%; }
    .question { font: 500 15.5px/1.3 var(--serif); }
    .state { color: var(--muted); font-size: 13px; }
    .right { color: var(--good); }
    @media (min-width: 1100px) {
      :host { grid-template-columns: repeat(var(--across), minmax(0, 1fr)); gap: 20px 16px; }
      section { grid-column: span var(--count); grid-template-rows: auto 1fr; }
      ol { grid-template-columns: repeat(var(--count), minmax(0, 1fr)); }
    }
    @media (max-width: 620px) {
      ol { gap: 12px; grid-template-columns: minmax(0, 1fr); }
      a { grid-template-columns: 104px minmax(0, 1fr); grid-template-rows: auto auto 1fr; }
      .picture { grid-row: 1 / 4; }
      .question { font-size: 16px; }
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
    /** @type {readonly Pick<import('../../learn/index.js').Entry, 'id' | 'minutes'>[]} */
    this.chapters = CHAPTERS;
    this.root = '';
    this.now = '';
    for (const heard of [() => this.progress, () => language])
      new Follow(this, heard, {change: () => this.requestUpdate()});
  }

  /** A page's policy allows no style that is written as an attribute. */
  updated() {
    this.style.setProperty('--across', `${Math.min(ACROSS, this.chapters.length)}`);
    const sections = /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('section'));
    for (const {style, dataset} of sections) style.setProperty('--count', dataset.count ?? '1');
  }

  render() {
    return parted(this.chapters).map(({id, chapters}) => {
      const said = chapters.map(({entry, number}) => html`<li>${this.#chapter(entry, number)}</li>`);
      return html`<section data-count=${chapters.length} aria-labelledby=${`part-${id}`}><h3 id=${`part-${id}`}>${say(`home.part_${id}`)}</h3>
        <ol role="list">${said}</ol></section>`;
    });
  }

  /** @param {Pick<import('../../learn/index.js').Entry, 'id' | 'minutes'>} entry @param {number} number */
  #chapter({id, minutes}, number) {
    const href = `${this.root}${hashOf({room: 'chapter', id})}`;
    return html`<a href=${href} aria-current=${id === this.now ? 'true' : nothing}><span class="picture" aria-hidden="true">${this.#pictures.value?.THUMBNAILS[id] ?? nothing}</span>
      <span class="small muted">${say('home.chapter', {number, title: say(`course.${id}.title`)})}</span>
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
