// The areas beside the chart (answers, inside, compare, runs): tabs where a screen has room for one of them beside it, one
// below the other where it has not. What is not shown is not looked at, and costs nothing.
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';

/** title: of the tab; heading: where all stand one below the other, '' where the body has its own; open: it is to be seen until another is chosen
 *  @typedef {{name: string, title: string, heading: string, body: unknown, open: boolean}} Area */

const WIDE = '(min-width: 1120px)';

/** Which area is chosen, and how that is done. */
export class Areas {
  #host;
  #wide = matchMedia(WIDE);
  #redraw = () => this.#host.requestUpdate();
  chosen = '';

  /** @param {import('lit').ReactiveElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#wide.addEventListener('change', this.#redraw);
  }

  hostDisconnected() {
    this.#wide.removeEventListener('change', this.#redraw);
  }

  /** Whether chart, set-up and one area stand beside each other. */
  get beside() {
    return this.#wide.matches;
  }

  /** @param {string} name */
  show(name) {
    this.chosen = name;
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  /** @param {Area[]} areas what there is of them */
  render(areas) {
    if (!areas.length) return nothing;
    const chosen = areas.find(({name}) => name === this.chosen) ?? areas.find(({open}) => open) ?? areas[0];
    const shown = chosen.name;
    return html`<div class="areas">${this.beside ? this.#tabs(areas, shown) : nothing}${areas.map((area) => this.#area(area, shown))}</div>`;
  }

  /** @param {Area[]} areas @param {string} shown */
  #tabs(areas, shown) {
    return html`<div class="tabs" role="tablist" aria-label=${say('lab.areas')} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#step(event, areas, shown)}>${areas.map(
      ({name, title}) =>
        html`<button role="tab" id="tab-${name}" aria-controls="area-${name}" aria-selected=${name === shown} tabindex=${name === shown ? 0 : -1} @click=${() => this.show(name)}>${title}</button>`,
    )}</div>`;
  }

  /** @param {Area} area @param {string} shown */
  #area({name, title, heading, body}, shown) {
    return html`<section class="area" id="area-${name}" role=${this.beside ? 'tabpanel' : 'region'} aria-labelledby=${this.beside ? `tab-${name}` : nothing} aria-label=${this.beside ? nothing : heading || title} ?hidden=${this.beside && name !== shown}>
      ${heading ? html`<h2 id=${name} tabindex="-1" class=${this.beside ? 'unseen' : ''}>${heading}</h2>` : nothing}${body}</section>`;
  }

  /** Arrows go round, as in any list of tabs. @param {KeyboardEvent} event @param {Area[]} areas @param {string} shown */
  async #step({key, currentTarget}, areas, shown) {
    const at = areas.findIndex(({name}) => name === shown);
    /** @type {Record<string, number>} */
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: areas.length - 1};
    if (!(key in to)) return;
    const tabs = /** @type {HTMLElement} */ (currentTarget);
    const {name} = areas[(to[key] + areas.length) % areas.length];
    await this.show(name);
    /** @type {HTMLElement | null} */ (tabs.querySelector(`#tab-${name}`))?.focus();
  }
}
