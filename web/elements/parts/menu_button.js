import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';

/**
 * A button that opens a short list of actions.
 * @attr label @attr text - shown on the button in place of three dots @attr disabled - somebody locked it @prop items - {id, title, disabled?, apart?}[], apart: a line stands before it @fires menu-choice - detail: the id
 */
export class MenuButton extends LitElement {
  static properties = {
    label: {type: String},
    text: {type: String},
    disabled: {type: Boolean},
    items: {attribute: false},
    _open: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { position: relative; display: inline-block; }
    [role='menu'] {
      max-width: min(300px, 100vw - 60px); position: absolute; z-index: 5; right: 0; top: calc(100% + 2px); min-width: 220px; padding: 4px; display: grid;
      background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; box-shadow: var(--shadow);
    }
    hr { width: 100%; margin: 4px 0; border: 0; border-top: 1px solid var(--line); }
    [role='menuitem'] { text-align: left; border: 0; background: none; }
    [role='menuitem']:hover:not(:disabled), [role='menuitem']:focus-visible { background: var(--sunken); }
  `,
  ];

  constructor() {
    super();
    this.label = '';
    this.text = '';
    this.disabled = false;
    /** @type {{id: string, title: string, disabled?: boolean, apart?: boolean}[]} */
    this.items = [];
    this._open = false;
  }

  focus() {
    this.renderRoot.querySelector('button')?.focus();
  }

  render() {
    return html`
      <button class=${this.text ? '' : 'quiet icon'} aria-label=${this.label} ?disabled=${this.disabled} title=${this.disabled ? say('shape.locked') : nothing} aria-haspopup="menu" aria-expanded=${this._open} @click=${this.#toggle} @keydown=${this.#onKey}>
        ${this.text || html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor"><circle cx="3" cy="8" r="1.6"/><circle cx="8" cy="8" r="1.6"/><circle cx="13" cy="8" r="1.6"/></svg>`}
      </button>
      ${
        this._open
          ? html`<div role="menu" aria-label=${this.label} @keydown=${this.#onKey} @focusout=${this.#onLeave}>
        ${this.items.map(({id, title, disabled, apart}) => html`${apart ? html`<hr />` : nothing}<button role="menuitem" tabindex="-1" ?disabled=${disabled} @click=${() => this.#choose(id)}>${title}</button>`)}
      </div>`
          : nothing
      }`;
  }

  /** @returns {HTMLButtonElement[]} */
  get #entries() {
    return [
      .../** @type {NodeListOf<HTMLButtonElement>} */ (
        this.renderRoot.querySelectorAll('[role="menuitem"]:not(:disabled)')
      ),
    ];
  }

  async #toggle() {
    this._open = !this._open;
    await this.updateComplete;
    if (!this._open) return;
    this.#entries[0]?.focus();
    this.renderRoot.querySelector('[role="menu"]')?.scrollIntoView({block: 'nearest'}); // its last entry too
  }

  /** @param {KeyboardEvent} event */
  async #onKey(event) {
    const entries = this.#entries;
    const at = entries.indexOf(/** @type {any} */ (/** @type {ShadowRoot} */ (this.renderRoot).activeElement));
    if (event.key === 'Escape' && this._open) this.#close();
    else if (event.key === 'ArrowDown' && !this._open) await this.#toggle();
    else if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus();
    else if (event.key === 'ArrowUp') entries[(at + entries.length - 1) % entries.length]?.focus();
    else if (event.key === 'Home') entries[0]?.focus();
    else if (event.key === 'End') entries[entries.length - 1]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {FocusEvent} event */
  #onLeave(event) {
    if (!this.renderRoot.contains(/** @type {Node | null} */ (event.relatedTarget))) this._open = false;
  }

  #close() {
    this._open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  /** @param {string} id */
  #choose(id) {
    this.#close();
    this.dispatchEvent(new CustomEvent('menu-choice', {detail: id, bubbles: true, composed: true}));
  }
}

customElements.define('menu-button', MenuButton);
