// A pen that is used like a canvas and writes SVG: lines stay lines, text stays text. It knows what the draw modules use of
// a 2d context, and no more (docs/decisions/0017 says why it is our own).
import {element, escaped, pixels} from './svg_text.js';

/** @typedef {(text: string, font: string) => number} Measure how wide a text is, in pixels */
/** @typedef {[number, number, number, number, number, number]} Matrix */

/** What save() keeps besides the matrix and the dashes, as a canvas has it at first. */
const STYLE = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
/** @type {Matrix} */
const UPRIGHT = [1, 0, 0, 1, 0, 0];
/** @type {Record<string, string>} */
const ANCHORS = {center: 'middle', right: 'end', end: 'end'};
/** How far below its middle a line of text stands, as part of its size: `dominant-baseline` is unknown to many programs. */
const MIDDLE = 0.35;

export class SvgPen {
  #measure;
  /** @type {string[]} */
  #elements = [];
  #path = '';
  /** @type {number[]} */
  #dash = [];
  #matrix = UPRIGHT;
  /** @type {{style: typeof STYLE, matrix: Matrix, dash: number[]}[]} */
  #kept = [];

  /** @param {Measure} measure */
  constructor(measure) {
    this.#measure = measure;
    Object.assign(this, STYLE);
  }

  fillStyle = STYLE.fillStyle;
  strokeStyle = STYLE.strokeStyle;
  lineWidth = STYLE.lineWidth;
  lineCap = STYLE.lineCap;
  lineJoin = STYLE.lineJoin;
  globalAlpha = STYLE.globalAlpha;
  font = STYLE.font;
  textAlign = STYLE.textAlign;
  textBaseline = STYLE.textBaseline;

  // State -------------------------------------------------------------------------------------------------------------

  save() {
    const mine = /** @type {Record<string, any>} */ (/** @type {unknown} */ (this));
    const style = Object.fromEntries(Object.keys(STYLE).map((name) => [name, mine[name]]));
    this.#kept.push({style: /** @type {typeof STYLE} */ (style), matrix: this.#matrix, dash: this.#dash});
  }

  restore() {
    const kept = this.#kept.pop();
    if (!kept) return;
    Object.assign(this, kept.style);
    [this.#matrix, this.#dash] = [kept.matrix, kept.dash];
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  /** @param {number} angle */
  rotate(angle) {
    const [a, b, c, d, e, f] = this.#matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  /** @param {number[]} dash */
  setLineDash(dash) {
    this.#dash = dash;
  }

  // Shapes ------------------------------------------------------------------------------------------------------------

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.#add('rect', {x, y, width, height, ...this.#filled()});
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  strokeRect(x, y, width, height) {
    this.#add('rect', {x, y, width, height, ...this.#stroked()});
  }

  /**
   * Cells of a grid, a path for each colour, in which a cell is a square of one: `M3 5h1v1h-1z` is column 3 of row 5.
   * @param {import('./grid.js').Cells} cells @param {(column: number, row: number) => string} colourAt
   */
  drawGrid({x, y, width, height, columns, rows}, colourAt) {
    /** @type {Map<string, string>} */
    const paths = new Map();
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const colour = colourAt(column, row);
        paths.set(colour, `${paths.get(colour) ?? ''}M${column} ${row}h1v1h-1z`);
      }
    const inner = [...paths].map(([fill, d]) => element('path', {fill, d})).join('');
    const [a, b, c, d, e, f] = this.#matrix;
    const [wide, tall] = [width / columns, height / rows];
    const placed = [a * wide, b * wide, c * tall, d * tall, a * x + c * y + e, b * x + d * y + f];
    const transform = `matrix(${placed.map(fine).join(' ')})`;
    this.#elements.push(element('g', {transform, 'shape-rendering': 'crispEdges'}, inner));
  }

  beginPath() {
    this.#path = '';
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${pixels(x)} ${pixels(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `${this.#path ? 'L' : 'M'}${pixels(x)} ${pixels(y)}`;
  }

  /** A whole circle, whatever the angles. @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const r = pixels(radius);
    this.#path += `M${pixels(x - radius)} ${pixels(y)}a${r} ${r} 0 1 0 ${pixels(2 * radius)} 0a${r} ${r} 0 1 0 ${pixels(-2 * radius)} 0z`;
  }

  stroke() {
    if (this.#path) this.#add('path', {d: this.#path, ...this.#stroked()});
  }

  fill() {
    if (this.#path) this.#add('path', {d: this.#path, ...this.#filled()});
  }

  // Text --------------------------------------------------------------------------------------------------------------

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.#addText(text, x, y, this.#filled());
  }

  /** A halo: the same text stands on it once more, and is read once. @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.#addText(text, x, y, {...this.#stroked(), 'aria-hidden': 'true'});
  }

  /** @param {string} text */
  measureText(text) {
    return {width: this.#measure(text, this.font)};
  }

  /** @param {string} text @param {number} x @param {number} y @param {Record<string, string | number | undefined>} look */
  #addText(text, x, y, look) {
    const [, weight, size, family] = /^(\d+ )?([\d.]+)px (.*)$/s.exec(this.font) ?? [];
    const lower = this.textBaseline === 'middle' ? MIDDLE * Number(size) : 0;
    const font = {
      'font-family': family?.replaceAll('"', "'"),
      'font-size': Number(size),
      'font-weight': weight?.trim(),
    };
    const at = {x, y: y + lower, 'text-anchor': ANCHORS[this.textAlign]};
    this.#add('text', {...at, ...font, ...look}, escaped(spaced(text)));
  }

  // What is written ---------------------------------------------------------------------------------------------------

  #filled() {
    return {fill: this.fillStyle, 'fill-opacity': this.globalAlpha === 1 ? undefined : this.globalAlpha};
  }

  #stroked() {
    const otherwise = (/** @type {'lineCap' | 'lineJoin'} */ name) =>
      this[name] === STYLE[name] ? undefined : this[name];
    return {
      fill: 'none',
      stroke: this.strokeStyle,
      'stroke-width': this.lineWidth,
      'stroke-dasharray': this.#dash.length ? this.#dash.map(pixels).join(' ') : undefined,
      'stroke-linecap': otherwise('lineCap'),
      'stroke-linejoin': otherwise('lineJoin'),
      'stroke-opacity': this.globalAlpha === 1 ? undefined : this.globalAlpha,
    };
  }

  /** @param {string} name @param {Record<string, string | number | undefined>} attributes @param {string} [inner] */
  #add(name, attributes, inner) {
    const [a, b, c, d, e, f] = this.#matrix;
    const moved = a === 1 && b === 0 && c === 0 && d === 1;
    const still = moved && e === 0 && f === 0;
    const transform = still
      ? undefined
      : moved
        ? `translate(${[e, f].map(fine).join(' ')})`
        : `matrix(${[a, b, c, d, e, f].map(fine).join(' ')})`;
    this.#elements.push(element(name, {...attributes, transform}, inner));
  }

  /**
   * All that was drawn, as a file. What it is called and what it shows are read to whoever does not see it.
   * @param {{width: number, height: number, paper: string, title: string, description: string, language: string}} of
   */
  file({width, height, paper, title, description, language}) {
    const size = {width, height, viewBox: `0 0 ${pixels(width)} ${pixels(height)}`};
    const told = `<title>${escaped(title)}</title>\n<desc>${escaped(description)}</desc>`;
    const ground = element('rect', {width, height, fill: paper});
    const root = {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      role: 'img',
      'xml:lang': language,
    };
    const inner = `\n${[told, ground, ...this.#elements].join('\n')}\n`;
    return `${element('svg', root, inner)}\n`; // UTF-8, as all XML that does not say otherwise
  }
}

/** Readers of XML make one of several blanks, and none of those at the ends. @param {string} text */
function spaced(text) {
  return text.replace(/^ | $| (?= )/g, '\u00a0');
}

/** A number of a matrix, which multiplies what it stands before. @param {number} value */
function fine(value) {
  return String(Math.round(1e6 * value) / 1e6 + 0);
}
