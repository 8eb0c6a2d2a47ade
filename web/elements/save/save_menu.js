import {LitElement, css, html, nothing} from 'lit';
import {base} from '../../styles/base.js';
import {say} from '../../words/words.js';
import {announce} from '../parts/follow.js';
import {Fetched} from '../parts/late.js';
import '../parts/menu_button.js';

/**
 * Saves a picture of the page, or its numbers; how is fetched when somebody is about to. Frames do without.
 * @prop of - the element that shows it @attr what - its name @fires say
 */
export class SaveMenu extends LitElement {
  static properties = {of: {attribute: false}, what: {type: String}, _words: {state: true}};
  static styles = [
    base,
    css`
    :host { display: var(--saving, inline-block); position: relative; }
    p {
      position: absolute; z-index: 4; right: 0; top: calc(100% + 2px); width: 260px; padding: 8px 12px;
      background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; box-shadow: var(--shadow);
    }
  `,
  ];

  #saving = new Fetched(() => import('./saving.js'));

  constructor() {
    super();
    /** @type {Element | null} */
    this.of = null;
    this.what = '';
    /** Why nothing came, or may come. */
    this._words = '';
    this.addEventListener('focusout', () => (this._words = ''));
  }

  render() {
    const items = ['csv', 'png', 'svg'].map((id) => ({id, title: say(`save.${id}`)}));
    const about = () => void this.#saving.coming;
    return html`<menu-button text=${say('save.save')} label=${say('save.what', {what: this.what})} .items=${items} @pointerenter=${about} @focusin=${about} @menu-choice=${this.#save}></menu-button>
      ${this._words ? html`<p class="small" role="alert">${this._words}</p>` : nothing}`;
  }

  /** @param {CustomEvent<import('./saving.js').Ending>} event */
  async #save(event) {
    event.stopPropagation();
    this._words = '';
    const code = await this.#saving.coming;
    if (!code || !this.of) return;
    const [words, file] = await code.save(this.of, event.detail).catch(() => [say('save.failed'), '']);
    this._words = words;
    if (file) announce(this, 'say', say('save.saved', {file}));
  }
}

customElements.define('save-menu', SaveMenu);
