import {LitElement, css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {matches} from '../../exercise/make/controls.js';
import {NO_SHAPE} from '../../shape/shape.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';

/** @typedef {import('../../exercise/make/controls.js').Group} Group @typedef {import('../../exercise/make/controls.js').Control} Control */
/** @typedef {'hide' | 'lock' | 'open'} Verb */

const VERBS = /** @type {const} */ (['hide', 'lock', 'open']);
/** Parts of the page stand open at first, options are searched for or unfolded. */
const OPEN = ['player'];

/**
 * Everything that can be hidden, locked or opened, by group, each with boxes to tick; what is searched for is found in all of them.
 * @prop groups @prop shape @fires mark - detail: {verb, name, on}
 */
export class TickList extends LitElement {
  static properties = {
    groups: {attribute: false},
    shape: {attribute: false},
    _search: {state: true},
    _marked: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
    .row input[type='search'] { flex: 1 1 160px; min-height: var(--target); padding: 3px 8px; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); min-width: 0; }
    .all { display: grid; gap: 2px; max-height: 420px; overflow: auto; border-block: 1px solid var(--line); padding-block: 4px; }
    summary .muted { font-weight: 400; }
    .control { display: grid; grid-template-columns: minmax(0, 1fr) repeat(3, 68px); align-items: center; gap: 0 6px; padding: 2px 2px 2px 14px; }
    .control + .control { border-top: 1px solid var(--line); }
    code { font: 11.5px/1.3 var(--mono); color: var(--muted); overflow-wrap: anywhere; display: block; }
    .control label { justify-content: center; gap: 5px; font-size: 12.5px; color: var(--muted); }
    @media (max-width: 460px) {
      .control { grid-template-columns: repeat(3, minmax(0, 1fr)); }
      .control > span { grid-column: 1 / -1; }
      .control label { justify-content: flex-start; }
    }
  `,
  ];

  constructor() {
    super();
    /** @type {Group[]} */
    this.groups = [];
    this.shape = NO_SHAPE;
    this._search = '';
    this._marked = false;
  }

  /** @param {string} name */
  #isMarked(name) {
    return VERBS.some((verb) => this.shape[verb].includes(name));
  }

  render() {
    const found = this.groups.map((group) => ({group, controls: group.controls.filter((one) => this.#shows(one))}));
    const any = found.filter(({controls: left}) => left.length);
    return html`<div class="row"><input type="search" aria-label=${say('make.search')} placeholder=${say('make.search')} .value=${live(this._search)} @input=${(/** @type {any} */ e) => (this._search = e.target.value)} />
        <label><input type="checkbox" .checked=${live(this._marked)} @change=${(/** @type {any} */ e) => (this._marked = e.target.checked)} /> ${say('make.only_marked')}</label></div>
      <div class="all" tabindex="0" role="group" aria-label=${say('make.shape')}>${any.map(({group, controls: left}) => this.#group(group, left))}${any.length ? nothing : html`<p class="muted">${say('make.none_found')}</p>`}</div>`;
  }

  /** @param {Control} control */
  #shows(control) {
    return (!this._marked || this.#isMarked(control.name)) && matches(control, titleOf(control), this._search);
  }

  /** @param {Group} group @param {Control[]} left */
  #group(group, left) {
    const count = group.controls.filter(({name}) => this.#isMarked(name)).length;
    const open = Boolean(this._search) || this._marked || OPEN.includes(group.id) || count > 0;
    return html`<details ?open=${open}><summary>${titleOf(group)}${count ? html` <span class="muted small">${say('make.marked', {count})}</span>` : nothing}</summary>
      ${left.map((control) => this.#control(control))}</details>`;
  }

  /** @param {Control} control */
  #control(control) {
    const title = titleOf(control);
    const box = (/** @type {Verb} */ verb) =>
      control.verbs.includes(verb)
        ? html`<label><input type="checkbox" aria-label=${say(`make.${verb}_it`, {what: title})} .checked=${live(this.shape[verb].includes(control.name))} @change=${(/** @type {any} */ e) => this.#mark(verb, control.name, e.target.checked)} /> <span aria-hidden="true">${say(`make.${verb}`)}</span></label>`
        : html`<span></span>`;
    return html`<div class="control"><span>${title}<code>${control.name}</code></span>${VERBS.map(box)}</div>`;
  }

  /** @param {Verb} verb @param {string} name @param {boolean} on */
  #mark(verb, name, on) {
    announce(this, 'mark', {verb, name, on});
  }
}

/** @param {{title?: string, key?: string}} of */
const titleOf = ({title, key}) => title ?? say(/** @type {string} */ (key));

customElements.define('tick-list', TickList);
