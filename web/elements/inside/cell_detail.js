import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {told} from '../../words/words.js';

/** @typedef {import('../../charts/compare/runs.js').Detail} Detail */

/** What is said of what was picked on a picture. @prop of - a Detail */
export class CellDetail extends LitElement {
  static properties = {of: {attribute: false}};
  static styles = [
    base,
    css`
    :host { display: grid; gap: 4px; border-left: 3px solid var(--line); padding-left: 12px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Detail | null} */
    this.of = null;
  }

  render() {
    if (!this.of) return nothing;
    return html`<h4>${told(this.of.title)}</h4>${this.of.lines.map((line) => html`<p class="small">${told(line)}</p>`)}`;
  }
}

customElements.define('cell-detail', CellDetail);
