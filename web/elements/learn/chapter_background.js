import '../../words/story.js';
import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {writeFormulas} from '../parts/formulas.js';
import {Fetched} from '../parts/late.js';

/** For who wants to know more: what the formulas say, who found it, and what to read. Folded; what is in it comes when it is opened. @prop chapter */
export class ChapterBackground extends LitElement {
  static properties = {chapter: {attribute: false}, _open: {state: true}};
  static styles = [
    base,
    css`
    :host { display: block; min-width: 0; border-top: 1px solid var(--line); }
    summary { padding: 8px 2px; min-height: 40px; box-sizing: border-box; cursor: pointer; font-weight: 600; }
    .text { display: grid; gap: 10px 40px; padding: 4px 2px 12px; max-width: 1100px; grid-template-columns: minmax(0, 1fr); }
    .text > div { display: grid; gap: 8px; align-content: start; min-width: 0; }
    p { margin: 0; font: 400 16.5px/1.5 var(--serif); max-width: 68ch; }
    .formula { overflow-x: auto; padding: 4px 2px; font-size: 17px; }
    math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math; font-weight: 400; }
    .formula math { width: max-content; margin-inline: 0; }
    .formula mtd { padding: 3px 0; }
    h3 { margin: 0; font-size: 14px; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; font-size: 14px; }
    a { overflow-wrap: anywhere; }
    @media (pointer: coarse) { a { display: inline-block; padding-block: 8px; } }
    @container (min-width: 860px) { .text { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  `,
  ];

  #text = new Fetched(
    () => import('./story_parts.js'),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    /** @type {import('../../learn/types').Lesson | null} */
    this.chapter = null;
    this._open = false;
  }

  updated() {
    void writeFormulas(this.renderRoot);
  }

  render() {
    const {chapter} = this;
    if (!chapter) return nothing;
    const text = this._open ? this.#text.value?.backgroundText(chapter) : null;
    return html`<details @toggle=${(/** @type {Event} */ {target}) => (this._open = /** @type {HTMLDetailsElement} */ (target).open)}>
      <summary>${say('background.title')}</summary>${text ?? nothing}</details>`;
  }
}

customElements.define('chapter-background', ChapterBackground);
