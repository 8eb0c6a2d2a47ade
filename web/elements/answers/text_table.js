import {LitElement, css, html} from 'lit';
import {base} from '../../styles/base.js';

/** A plain table of text that scrolls within itself. @prop head - column titles @prop rows - cells @attr caption */
export class TextTable extends LitElement {
  static properties = {head: {attribute: false}, rows: {attribute: false}, caption: {type: String}};
  static styles = [
    base,
    css`
    .scroll { overflow: auto; max-height: 340px; border: 1px solid var(--line); border-radius: 6px; }
    table { border-collapse: collapse; min-width: 100%; font-size: 12.5px; }
    caption { text-align: left; padding: 6px 10px; color: var(--muted); }
    th, td { padding: 3px 10px; text-align: right; white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; }
    thead th { position: sticky; top: 0; background: var(--sunken); font-weight: 600; }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tbody th { font-weight: 400; }
  `,
  ];

  constructor() {
    super();
    /** @type {string[]} */
    this.head = [];
    /** @type {string[][]} */
    this.rows = [];
    this.caption = '';
  }

  render() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.caption}>
      <table>
        <caption>${this.caption}</caption>
        <thead><tr>${this.head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
        <tbody>${this.rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table></div>`;
  }
}

customElements.define('text-table', TextTable);
