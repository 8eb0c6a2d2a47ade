import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {told} from '../../words/words.js';
import {writeFormulas} from '../parts/formulas.js';

/** @typedef {import('../../charts/compare/runs.js').Detail} Detail @typedef {NonNullable<Detail['formulas']>[number]} Formula */
/** @typedef {NonNullable<Formula['symbols']>[number]} Symbol */

/** What can be marked in a formula: a letter with its indices, or alone. */
const PARTS = ['msub', 'msubsup', 'mi', 'mo'].join();

/**
 * What is said of what was picked on a picture, with its formulas as MathML. A symbol that is pointed at, or has the focus, is
 * marked wherever it stands.
 * @prop of - a Detail
 */
export class CellDetail extends LitElement {
  static properties = {of: {attribute: false}};
  static styles = [
    base,
    css`
    :host { display: grid; gap: 8px; border-left: 3px solid var(--line); padding-left: 12px; }
    h4, p { margin: 0; }
    h4 { font-size: 14px; }
    math { font-weight: 400; }
    figure { margin: 0; display: grid; gap: 6px; }
    figcaption { max-width: 78ch; }
    .formula { overflow-x: auto; padding: 6px 2px; font-size: 17px; }
    math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math; }
    .formula math { width: max-content; }
    .formula mtd { padding: 3px 0; text-align: left; }
    .formula mtd:first-child { text-align: right; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px 24px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); }
    li { display: grid; grid-template-columns: minmax(4.5em, max-content) 1fr auto; gap: 10px; align-items: baseline; padding: 2px 6px; border-radius: 5px; }
    li:hover, li:focus { background: color-mix(in srgb, var(--accent) 12%, transparent); }
    .value { font-variant-numeric: tabular-nums; font-weight: 600; }
    .marked { background: color-mix(in srgb, var(--accent) 24%, transparent); border-radius: 3px; }
  `,
  ];

  constructor() {
    super();
    /** @type {Detail | null} */
    this.of = null;
  }

  updated() {
    void writeFormulas(this.renderRoot);
  }

  /** Every symbol of the formula beside it that a row stands for. @param {Event} event @param {boolean} on */
  #mark(event, on) {
    const row = /** @type {HTMLElement} */ (event.currentTarget);
    const names = (row.querySelector('math')?.textContent ?? '').split(',').map((name) => name.trim());
    for (const part of row.closest('figure')?.querySelectorAll(`.formula :is(${PARTS})`) ?? [])
      if (names.includes(part.textContent ?? '')) part.classList.toggle('marked', on);
  }

  render() {
    if (!this.of) return nothing;
    const {title, lines, formulas = []} = this.of;
    return html`<h4>${told(title)}</h4>
      ${lines.map((line) => html`<p class="small">${told(line)}</p>`)}${formulas.map((formula) => this.#formula(formula))}`;
  }

  /** @param {Formula} formula */
  #formula({tex, says, symbols = []}) {
    return html`<figure>
      <div class="formula" data-tex=${tex} tabindex="0" role="group" aria-label=${told(says)}></div>
      <figcaption class="small muted">${told(says)}</figcaption>
      <ul class="small">${symbols.map((symbol) => this.#symbol(symbol))}</ul>
    </figure>`;
  }

  /** @param {Symbol} symbol */
  #symbol({tex, means, value}) {
    const mark = (/** @type {Event} */ event) => this.#mark(event, true);
    const unmark = (/** @type {Event} */ event) => this.#mark(event, false);
    return html`<li tabindex="0" @pointerenter=${mark} @pointerleave=${unmark} @focus=${mark} @blur=${unmark}>
      <span data-tex=${tex}></span><span>${told(means)}</span>${value === undefined ? nothing : html`<span class="value">${value}</span>`}
    </li>`;
  }
}

customElements.define('cell-detail', CellDetail);
