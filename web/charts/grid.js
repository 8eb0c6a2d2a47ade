// The grid that every inside view stands on: the places of what is read along the bottom, one column each.
import {pixelOf} from './colour.js';

/**
 * @typedef {{name?: string, axes?: string[], shape: number[], data: Float32Array}} Tap
 * @typedef {{ink: string, muted: string, line: string, paper: string, accent: string, dark: boolean}} Colours
 * @typedef {{column: number, row: number}} Cursor
 * @typedef {{key: string, values?: Record<string, string | number | Saying>}} Saying what is to be said, in whatever language
 * @typedef {object} ViewOptions
 * @property {number} width CSS pixels
 * @property {string[]} symbols one for each place read
 * @property {Partial<Record<'input' | 'source', import('./places.js').Places>>} [places] what the places of what is read, and of
 *     what is given beside it, are
 * @property {(string | null)[]} [truth] the answer asked for at each position, where it is not what follows
 * @property {(string | null)[]} [written] what the model wrote after each of them, where it wrote something
 * @property {string[]} [source] of pairs: what is given, symbol by symbol
 * @property {Colours} colours
 * @property {Cursor | null} [cursor]
 * @property {Cursor | null} [picked] what was clicked or chosen, until it is again
 * @property {Record<string, number>} [choice] values of the view's controls
 * @property {string[]} [vocab] what each token is written as
 * @property {boolean} [large] more room: taller cells
 * @property {Record<string, import('./compare/runs.js').Measured>} [measured] the latest of what the view asks to be measured, by measure
 * @property {number} [step] after which the taps were taken
 * @property {boolean} [still] nobody can point at it: it is for a file
 * @property {(saying: Saying) => string} say what is drawn as words, in the reader's language
 */

/** A rectangle of cells. @typedef {{x: number, y: number, width: number, height: number, columns: number, rows: number}} Cells */

export const GUTTER = 30;
export const CHARACTER_ROW = 22;
export const SANS = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
export const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

/** How invisible characters are written. @param {string} symbol */
export function visible(symbol) {
  return symbol === ' ' ? '␣' : symbol === '\n' ? '⏎' : symbol === '\t' ? '⇥' : symbol;
}

/** A symbol as it fits into so many pixels: words are cut. @param {string} symbol @param {number} pixels @param {number} size of the type */
export function fitted(symbol, pixels, size) {
  const characters = [...visible(symbol)];
  const room = Math.max(1, Math.floor(pixels / (0.62 * size)));
  return characters.length <= room
    ? characters.join('')
    : `${characters.slice(0, Math.max(1, room - 1)).join('')}${room > 2 ? '…' : ''}`;
}

/** What an answer that is written symbol by symbol ends with. Its tasks have it for nothing else. */
export const END = '·';

/** The most that a matrix may measure, so that it fits a screen together with what stands around it. @param {boolean} [large] */
export function mostPixels(large) {
  return large ? 520 : 400;
}

/**
 * The pen for a name beside cells: that of the place under the cursor stands out.
 * @param {CanvasRenderingContext2D} ctx @param {Colours} colours @param {boolean} bold @param {number} size @param {string} [family]
 */
export function namePen(ctx, colours, bold, size, family = MONO) {
  ctx.font = `${bold ? 700 : 400} ${size}px ${family}`;
  ctx.fillStyle = bold ? colours.ink : colours.muted;
}

/** How a character is named in a sentence. @param {string | undefined} symbol @returns {Saying} */
export function spoken(symbol) {
  if (symbol === undefined) return {key: 'inside.symbol.end'};
  if (symbol === ' ') return {key: 'inside.symbol.space'};
  if (symbol === '\n') return {key: 'inside.symbol.line'};
  return symbol === '\t' ? {key: 'inside.symbol.tab'} : {key: 'inside.symbol', values: {symbol}};
}

/**
 * One after the other, as the language strings them together.
 * @param {(Saying | string)[]} parts @param {'list.comma' | 'list.semicolon'} key @returns {Saying | string}
 */
export function strung(parts, key) {
  if (!parts.length) return {key: 'inside.nothing'};
  return parts.reduce((before, next) => ({key, values: {before, next}}));
}

/** The control that chooses one of several heads. @param {number} heads */
export function headControl(heads) {
  const title = (/** @type {number} */ head) => ({key: 'inside.head.number', values: {number: String(head + 1)}});
  return {
    name: 'head',
    title: {key: 'inside.head'},
    choices: Array.from({length: heads}, (_, head) => ({value: head, title: title(head)})),
  };
}

/** What the colours of attention mean. */
export const SHARE_LEGEND = {
  kind: /** @type {const} */ ('sequential'),
  low: 0,
  high: 1,
  title: {key: 'inside.attention.share'},
};

/**
 * Fills every cell: painted a pixel each, then blown up at once, since thousands of rectangles would hold up the page. A pen
 * that has no pixels (svg_pen.js) draws grids by itself.
 * @param {CanvasRenderingContext2D & {drawGrid?: (cells: Cells, colourAt: (column: number, row: number) => string) => void}} ctx @param {Cells} cells
 * @param {(column: number, row: number) => string} colourAt of a colour scale
 */
export function drawCells(ctx, cells, colourAt) {
  const {x, y, width, height, columns, rows} = cells;
  const [left, top] = [Math.round(x), Math.round(y)];
  const [wide, tall] = [Math.round(x + width) - left, Math.round(y + height) - top];
  if (ctx.drawGrid) return ctx.drawGrid({...cells, x: left, y: top, width: wide, height: tall}, colourAt);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(painted(columns, rows, colourAt), left, top, wide, tall);
}

/** @param {number} columns @param {number} rows @param {(column: number, row: number) => string} colourAt */
function painted(columns, rows, colourAt) {
  const canvas = new OffscreenCanvas(columns, rows);
  const ctx = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = ctx.createImageData(columns, rows);
  const pixels = new DataView(image.data.buffer);
  /** @type {Map<string, number>} */
  const known = new Map();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const colour = colourAt(column, row);
      let pixel = known.get(colour);
      if (pixel === undefined) known.set(colour, (pixel = pixelOf(colour)));
      pixels.setUint32(4 * (row * columns + column), pixel);
    }
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/**
 * Outlines the column and the row under the cursor.
 * @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {Cursor} cursor @param {Colours} colours
 * @param {{column?: boolean, row?: boolean}} [which]
 */
export function drawCursor(ctx, cells, cursor, colours, {column = true, row = true} = {}) {
  const [cw, ch] = [cells.width / cells.columns, cells.height / cells.rows];
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  if (column)
    ctx.strokeRect(
      Math.round(cells.x + cursor.column * cw) + 0.5,
      cells.y + 0.5,
      Math.max(1, Math.round(cw) - 1),
      cells.height - 1,
    );
  if (row)
    ctx.strokeRect(
      cells.x + 0.5,
      Math.round(cells.y + cursor.row * ch) - 0.5,
      cells.width - 1,
      Math.max(2, Math.round(ch) + 1),
    );
}

/**
 * @param {Cells} cells @param {number} x @param {number} y @returns {Cursor | null} the cell at a point, if there is one;
 * the strip of characters under the cells counts as their last row
 */
export function cellAt(cells, x, y) {
  const column = Math.floor(((x - cells.x) / cells.width) * cells.columns);
  const row = Math.floor(((y - cells.y) / cells.height) * cells.rows);
  if (column < 0 || column >= cells.columns || row < 0) return null;
  if (row >= cells.rows) return y < cells.y + cells.height + CHARACTER_ROW ? {column, row: cells.rows - 1} : null;
  return {column, row};
}

/** @param {ArrayLike<number>} data @returns {number} the largest absolute value, at least a hair above zero */
export function largest(data) {
  let most = 1e-6;
  for (let i = 0; i < data.length; i++) {
    const v = Math.abs(data[i]);
    if (v > most) most = v;
  }
  return most;
}

/** A limit just above `value` that reads well: 1, 1.5, 2, 3, 5, 8 times a power of ten. @param {number} value */
export function roundLimit(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 5, 8].find((m) => m * power >= value * 0.999) ?? 10) * power;
}
