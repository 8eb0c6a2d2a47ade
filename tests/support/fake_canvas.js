// A canvas context that draws nothing and remembers what it was asked to draw.
import {told} from '../../web/words/words.js';

/** A canvas that nobody sees: it keeps what was put onto it, a pixel each. */
class FakeOffscreenCanvas {
  /** @type {{data: Uint8ClampedArray} | null} */
  image = null;

  /** @param {number} width @param {number} height */
  constructor(width, height) {
    Object.assign(this, {width, height});
  }

  getContext() {
    return {
      createImageData: (/** @type {number} */ width, /** @type {number} */ height) => ({
        data: new Uint8ClampedArray(4 * width * height),
      }),
      putImageData: (/** @type {{data: Uint8ClampedArray}} */ image) => (this.image = image),
    };
  }
}

/** What blowing up an image paints: a rectangle a pixel. @param {any} image @param {Rect} place */
function blownUp({image: {data}, width, height}, place) {
  return Array.from({length: width * height}, (_, i) => ({
    x: place.x + ((i % width) * place.width) / width,
    y: place.y + (Math.floor(i / width) * place.height) / height,
    width: place.width / width,
    height: place.height / height,
    fill: data[4 * i + 3] === 255 ? `rgb(${data.slice(4 * i, 4 * i + 3).join(',')})` : 'nothing',
  }));
}

/**
 * @typedef {{x: number, y: number, width: number, height: number, fill: string}} Rect
 * @typedef {{text: string, x: number, y: number, fill: string, font: string}} Text
 * @typedef {{points: [number, number][], colour: string, alpha: number, dash: number[]}} Stroke points: of all its pieces
 * @returns {CanvasRenderingContext2D & {rects: Rect[], outlines: Rect[], texts: Text[], strokes: Stroke[], depth: number}}
 *     depth: save() without restore()
 */
export function fakeContext() {
  globalThis.OffscreenCanvas = /** @type {any} */ (FakeOffscreenCanvas);
  /** @type {any} */
  const ctx = {
    rects: [],
    outlines: [],
    texts: [],
    strokes: [],
    path: [],
    dash: [],
    depth: 0,
    globalAlpha: 1,
    fillStyle: '',
    strokeStyle: '',
    font: '',
    lineWidth: 1,
    fillRect(
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) {
      this.rects.push({x, y, width, height, fill: this.fillStyle});
    },
    drawImage(
      /** @type {any} */ image,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) {
      this.rects.push(...blownUp(image, {x, y, width, height, fill: ''}));
    },
    strokeRect(
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) {
      this.outlines.push({x, y, width, height, fill: this.strokeStyle});
    },
    fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
      this.texts.push({text, x, y, fill: this.fillStyle, font: this.font});
    },
    measureText: (/** @type {string} */ text) => ({width: 6 * text.length}),
    save() {
      this.depth++;
    },
    restore() {
      this.depth--;
    },
    translate() {},
    rotate() {},
    strokeText() {},
    beginPath() {
      this.path = [];
    },
    moveTo(/** @type {number} */ x, /** @type {number} */ y) {
      this.path.push([x, y]);
    },
    lineTo(/** @type {number} */ x, /** @type {number} */ y) {
      this.path.push([x, y]);
    },
    stroke() {
      this.strokes.push({points: this.path, colour: this.strokeStyle, alpha: this.globalAlpha, dash: this.dash});
    },
    setLineDash(/** @type {number[]} */ dash) {
      this.dash = dash;
    },
    arc() {},
    fill() {},
  };
  return ctx;
}

export const COLOURS = {ink: 'ink', muted: 'muted', line: 'line', paper: 'paper', accent: 'accent', dark: false};

/** @param {number[]} shape @param {(index: number) => number} value @returns {{shape: number[], data: Float32Array}} */
export function fakeTap(shape, value) {
  const size = shape.reduce((a, b) => a * b, 1);
  return {shape, data: Float32Array.from({length: size}, (_, i) => value(i))};
}

/** How characters are named where they are read and where they are given. */
const CHARACTERS = {kind: 'characters', named: true};

/** What a view is drawn with, without symbols; pictures of a test add theirs. */
export const VIEW_OPTIONS = {
  source: /** @type {string[]} */ ([]),
  places: {input: CHARACTERS, source: CHARACTERS},
  width: 340,
  vocab: /** @type {string[]} */ ([]),
  symbols: /** @type {string[]} */ ([]),
  colours: COLOURS,
  cursor: null,
  choice: {},
  say: told,
};
