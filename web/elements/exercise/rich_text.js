import '../../words/exercise.js';
import {LitElement, css, html, nothing} from 'lit';
import {richText} from '../../exercise/rich_text.js';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {formulaStyles, writeTeX} from './written_formulas.js';

/** @typedef {import('../../exercise/rich_text.js').Inline} Inline @typedef {import('../../exercise/rich_text.js').Block} Block */

/** What somebody typed, with the little formatting that there is: every word of it is text, never markup. @prop source */
export class RichText extends LitElement {
  static properties = {source: {attribute: false}};
  static styles = [
    base,
    formulaStyles,
    css`
    :host { display: grid; gap: 8px; min-width: 0; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    p, li { white-space: pre-line; }
    ul, ol { margin: 0; padding-left: 1.4em; display: grid; gap: 3px; }
    ul { list-style: disc; }
    ol { list-style: decimal; }
    code { font-size: 0.92em; background: var(--sunken); border-radius: 4px; padding: 0 4px; }
    .host { color: var(--muted); font-size: 0.9em; }
    @media (pointer: coarse) { a { display: inline-block; padding-block: 6px; } }
  `,
  ];

  constructor() {
    super();
    this.source = '';
  }

  updated() {
    void writeTeX(this.renderRoot);
  }

  render() {
    return richText(this.source ?? '').map(block);
  }
}

/** @param {Block} one */
function block(one) {
  if (one.kind === 'display') return formula(one.tex, true);
  if (one.kind === 'paragraph') return html`<p>${one.of.map(inline)}</p>`;
  const items = one.items.map((item) => html`<li>${item.map(inline)}</li>`);
  return one.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

/** @param {Inline} one @returns {unknown} */
function inline(one) {
  if (one.kind === 'text') return one.text;
  if (one.kind === 'code') return html`<code>${one.text}</code>`;
  if (one.kind === 'formula') return formula(one.tex, false);
  const inner = one.of.map(inline);
  if (one.kind === 'em') return html`<em>${inner}</em>`;
  if (one.kind === 'strong') return html`<strong>${inner}</strong>`;
  return html`<a href=${one.href} target="_blank" rel="noopener noreferrer">${inner}</a> <span class="host">(${one.host})</span>`;
}

/** Until it is written, and where it cannot be, its TeX stands there. Wide ones are scrolled, also by keys. @param {string} tex @param {boolean} display */
const formula = (tex, display) =>
  html`<span class="formula ${display ? 'display' : ''}" data-tex=${tex} tabindex=${display ? '0' : nothing} role=${display ? 'group' : nothing}
    aria-label=${display ? say('exercise.formula') : nothing}></span>`;

customElements.define('rich-text', RichText);
