import {LitElement, css, html} from 'lit';
import {pixelBytes} from '../../charts/pixels.js';
import {say} from '../../words/words.js';
import {coloursOf, ThemeWatch} from '../parts/colours.js';

/** A grey image, dark on light or the other way round as the theme has it. @prop pixels - 0 to 1, row by row @prop columns */
export class PixelImage extends LitElement {
  static properties = {pixels: {attribute: false}, columns: {attribute: false}};
  static styles = css`
    :host { display: inline-block; line-height: 0; }
    canvas { width: var(--size, 42px); height: var(--size, 42px); image-rendering: pixelated; border: 1px solid var(--line); border-radius: 3px; }
  `;

  constructor() {
    super();
    /** @type {number[]} */
    this.pixels = [];
    this.columns = 1;
    new ThemeWatch(this, () => this.requestUpdate());
  }

  render() {
    return html`<canvas role="img" aria-label=${say('given.image', {columns: this.columns, rows: this.#rows})}></canvas>`;
  }

  get #rows() {
    return Math.ceil(this.pixels.length / this.columns);
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas'));
    const [width, height] = [this.columns, this.#rows];
    if (!width || !height) return;
    [canvas.width, canvas.height] = [width, height];
    const image = new ImageData(pixelBytes(this.pixels, width * height, coloursOf(this).dark), width, height);
    canvas.getContext('2d')?.putImageData(image, 0, 0);
  }
}

customElements.define('pixel-image', PixelImage);
