import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say, told} from '../../words/words.js';
import {figure} from '../parts/format.js';

/** @typedef {import('../../charts/compare/runs.js').Table} Table */

/** More than anybody reads; a file has them all. */
const MOST = 400;

/** What a picture is drawn from, as a table that is made when somebody opens it. @prop of - gives it */
export class NumbersTable extends LitElement {
  static properties = {of: {attribute: false}, _open: {state: true}};
  static styles = [
    base,
    controls,
    css`
    .scroll { max-height: 320px; overflow: auto; }
    table { border-collapse: collapse; font-size: 12.5px; }
    th, td { text-align: start; padding: 2px 10px 2px 0; white-space: nowrap; }
    th { position: sticky; top: 0; background: var(--surface); font-weight: 600; }
  `,
  ];

  constructor() {
    super();
    /** @type {() => Table} */
    this.of = () => ({columns: [], rows: []});
    this._open = false;
  }

  render() {
    const toggled = (/** @type {Event} */ {target}) => (this._open = /** @type {HTMLDetailsElement} */ (target).open);
    return html`<details class="small" @toggle=${toggled}><summary>${say('compare.numbers')}</summary>${this._open ? this.#table(this.of()) : nothing}</details>`;
  }

  /** @param {Table} table */
  #table({columns, rows}) {
    const more = rows.length - MOST;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('compare.numbers')}><table>
      <thead><tr>${columns.map(({title}) => html`<th scope="col">${told(title)}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, MOST).map((row) => html`<tr>${row.map((cell) => html`<td>${written(cell)}</td>`)}</tr>`)}</tbody></table></div>
      ${more > 0 ? html`<p class="muted">${say('compare.more', {count: more})}</p>` : nothing}`;
  }
}

/** @param {string | number} cell */
const written = (cell) =>
  typeof cell === 'number' ? (Number.isNaN(cell) ? say('compare.unknown') : figure(cell)) : cell;

customElements.define('numbers-table', NumbersTable);
