import {LitElement, css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {SANDBOX} from '../../embed/rights.js';
import {base, controls} from '../../styles/base.js';
import {say} from '../../words/words.js';

/** CSS pixels: a course page on a laptop, a phone, a column beside a text. */
export const WIDTHS = Object.freeze({desktop: 1000, phone: 390, narrow: 320});
/** @typedef {keyof typeof WIDTHS} Width */

/**
 * What students get, as they get it: the frame itself, at the width that is chosen, scaled to the room there is. Where something was changed the
 * former one stays until the new one is drawn.
 * @prop address - of the frame, with what was made in its hash
 */
export class PreviewFrame extends LitElement {
  static properties = {
    address: {type: String},
    _width: {state: true},
    _room: {state: true},
    _shown: {state: true},
    _heights: {state: true},
  };
  static styles = [
    base,
    controls,
    css`
    :host { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); align-content: start; }
    .stage { position: relative; overflow: hidden; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); }
    .one { transform-origin: 0 0; margin-inline: auto; position: relative; }
    iframe { border: 0; display: block; width: 100%; background: var(--paper); }
    .coming { position: absolute; inset: 0; opacity: 0; pointer-events: none; }
  `,
  ];

  #resized = new ResizeObserver(([{contentRect}]) => (this._room = contentRect.width));
  /** @param {MessageEvent} event */
  #heard = ({source, data}) => this.#hear(source, data);

  constructor() {
    super();
    this.address = '';
    /** @type {Width} */
    this._width = 'desktop';
    this._room = 0;
    /** Addresses of frames by their names: the last one is on its way, where there are two. @type {{name: string, address: string}[]} */
    this._shown = [];
    /** @type {Record<string, number>} */
    this._heights = {};
  }

  #count = 0;

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('message', this.#heard);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('message', this.#heard);
    this.#resized.disconnect();
  }

  /** @param {MessageEventSource | null} source @param {any} data */
  #hear(source, data) {
    const frame = this.#frames.find(({contentWindow}) => contentWindow === source);
    if (!frame || typeof data?.type !== 'string') return;
    if (data.type === 'unrolled:height') this._heights = {...this._heights, [frame.name]: Math.min(4000, Number(data.data?.height) || 0)}; // prettier-ignore
    if (data.type === 'unrolled:ready' || data.type === 'unrolled:height') this.#arrived(frame.name);
  }

  get #frames() {
    return [...this.renderRoot.querySelectorAll('iframe')];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('address') || !this.address) return;
    const next = {name: `preview-${++this.#count}`, address: this.address};
    this._shown = [...this._shown.slice(0, 1), next];
  }

  /** The one that was waited for takes the place of the other. @param {string} name */
  #arrived(name) {
    if (this._shown.at(-1)?.name === name) this._shown = this._shown.slice(-1);
  }

  render() {
    const width = WIDTHS[this._width];
    const scale = Math.min(1, (this._room || width) / width);
    const [first] = this._shown;
    const height = Math.max(360, this._heights[first?.name ?? ''] ?? 640);
    const widths = /** @type {Width[]} */ (Object.keys(WIDTHS));
    return html`<div class="spread"><div class="segments" role="group" aria-label=${say('make.preview')}>${widths.map((one) => html`<button aria-pressed=${one === this._width} @click=${() => (this._width = one)}>${say(`make.width_${one}`)}</button>`)}</div></div>
      <div class="stage">${this.#sized(width, height, scale)}</div>`;
  }

  /** Sizes are set on the elements, which no policy forbids. @param {number} width @param {number} height @param {number} scale */
  #sized(width, height, scale) {
    const size = (/** @type {Element | undefined} */ one) => one instanceof HTMLElement && Object.assign(one.style, {width: `${width}px`, height: `${height}px`, scale: String(scale), marginBottom: `${(scale - 1) * height}px`, marginInline: scale < 1 ? '0' : 'auto'}); // prettier-ignore
    requestAnimationFrame(() => size(this.renderRoot.querySelector('.one') ?? undefined));
    return html`<div class="one">${repeat(
      this._shown,
      ({name}) => name,
      ({name, address}, i) =>
        html`<iframe name=${name} class=${i ? 'coming' : ''} src=${address} title=${say('make.preview')} sandbox=${SANDBOX} height=${height} tabindex=${i ? '-1' : nothing}></iframe>`,
    )}</div>`;
  }
}

customElements.define('preview-frame', PreviewFrame);
