import {LitElement, css, html, nothing} from 'lit';
import {base, controls} from '../../styles/base.js';
import {tokens} from '../../styles/tokens.js';
import '../../words/late.js';
import {language, say} from '../../words/words.js';

/** There is a newer version of the page. Nothing is loaded anew before somebody asks for it. @fires wanted */
export class NewerNotice extends LitElement {
  static properties = {_asked: {state: true}, _gone: {state: true}};
  static styles = [
    tokens, // it stands beside the rooms, which have theirs
    base,
    controls,
    css`
    :host { display: block; font: 15px/1.4 var(--sans); color: var(--ink); background: var(--surface); }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding: 10px 18px; border-bottom: 1px solid var(--line); }
    p { margin: 0; flex: 1 1 20em; }
  `,
  ];

  #listening = new AbortController();

  constructor() {
    super();
    this._asked = this._gone = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const {signal} = (this.#listening = new AbortController());
    language.addEventListener('change', () => this.requestUpdate(), {signal});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  #want() {
    this._asked = true;
    this.dispatchEvent(new Event('wanted'));
  }

  render() {
    return html`<div role="status">${this._gone ? nothing : this.#bar()}</div>`;
  }

  #bar() {
    return html`<div class="bar"><p>${say('newer.there')}</p>
      <button class="primary" ?disabled=${this._asked} @click=${this.#want}>${say('newer.take')}</button>
      <button class="quiet" @click=${() => (this._gone = true)}>${say('newer.later')}</button></div>`;
  }
}

customElements.define('newer-notice', NewerNotice);
