import {LitElement, css, html, nothing} from 'lit';
import {encodeLink} from '../../shape/link.js';
import {NO_SETTING} from '../../shape/page.js';
import {shownNow} from '../../shape/show.js';
import {base, controls} from '../../styles/base.js';
import '../../words/frames.js';
import {say} from '../../words/words.js';

/** From a frame to the full lab, with the same race. @prop race @prop view @prop page */
export class LabLink extends LitElement {
  static properties = {
    race: {attribute: false},
    view: {attribute: false},
    page: {attribute: false},
    _link: {state: true},
    _blocked: {state: true},
  };
  static styles = [base, controls, css`label { display: grid; gap: 4px; }`];

  constructor() {
    super();
    /** @type {import('../../runtime/race.js').Race | null} */
    this.race = null;
    /** @type {import('../../state/view.js').View | null} */
    this.view = null;
    this.page = NO_SETTING;
    this._link = '';
    /** Whether the page around the frame keeps it from opening another. */
    this._blocked = false;
  }

  render() {
    return html`<p class="small"><a href=${this._link || '#'} target="_blank" rel="noopener" @pointerenter=${this.#makeLink} @focus=${this.#makeLink} @click=${this.#open}>${say('lab.open_full')}</a></p>
      ${this._blocked ? this.#address() : nothing}`;
  }

  /** What would have been opened, to be copied by hand. */
  #address() {
    const words = say('lab.blocked');
    return html`<label class="small">${words}<textarea readonly rows="2" .value=${this._link} @focus=${(/** @type {any} */ e) => e.target.select()}></textarea></label>`;
  }

  /** A frame that may open nothing is told so by getting nothing. @param {MouseEvent} event */
  async #open(event) {
    event.preventDefault();
    await this.#makeLink();
    const opened = window.open(this._link, '_blank');
    if (opened) opened.opener = null;
    this._blocked = !opened;
  }

  /** The full lab lies beside embed.html. */
  async #makeLink() {
    const {race, view, page} = this;
    if (!race || !view) return;
    const {arithmetic} = race.describe;
    const now = shownNow(race, {view, page});
    const hash = await encodeLink({experiment: race.experiment, arithmetic, ...now}).catch(() => '');
    this._link = new URL(`./${hash}`, location.href.split('#')[0]).href;
  }
}

customElements.define('lab-link', LabLink);
