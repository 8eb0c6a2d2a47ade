// A canvas context that draws nothing and remembers what it was asked to draw.

/**
 * @typedef {{x: number, y: number, width: number, height: number, fill: string}} Rect
 * @typedef {{text: string, x: number, y: number, fill: string, font: string}} Text
 * @returns {CanvasRenderingContext2D & {rects: Rect[], outlines: Rect[], texts: Text[], depth: number}}
 *     depth: save() without restore()
 */
export function fakeContext() {
  /** @type {any} */
  const ctx = {
    rects: [],
    outlines: [],
    texts: [],
    depth: 0,
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
    beginPath() {},
    moveTo() {},
    lineTo() {},
    stroke() {},
    setLineDash() {},
  };
  return ctx;
}

export const COLOURS = {ink: 'ink', muted: 'muted', line: 'line', paper: 'paper', accent: 'accent', dark: false};

/** @param {number[]} shape @param {(index: number) => number} value @returns {{shape: number[], data: Float32Array}} */
export function fakeTap(shape, value) {
  const size = shape.reduce((a, b) => a * b, 1);
  return {shape, data: Float32Array.from({length: size}, (_, i) => value(i))};
}
