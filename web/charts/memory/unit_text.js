// What was read, each symbol on the colour of one unit's value after reading it: along the columns where they leave room for
// symbols, else as lines of text (as Karpathy, Johnson and Li drew units of a network that reads, 2015).
import {colourScale, pixelOf} from '../colour.js';
import {MONO, fitted, visible} from '../grid.js';
import {areCounted, areWords, symbolsOf} from '../places.js';

/** @typedef {import('../grid.js').ViewOptions} ViewOptions @typedef {import('../grid.js').Cells} Cells @typedef {import('../places.js').Stream} Stream */
/** Of a symbol, in CSS pixels from the upper left corner of all. @typedef {{x: number, y: number, width: number}} Box */

export const LINE = 17;
const [SIZE, CHARACTER, AROUND, LEAST] = [12, 0.62, 4, 9];

/**
 * Where each symbol stands; none where places have no symbols.
 * @param {Pick<Cells, 'width' | 'columns'>} cells that they stand below @param {ViewOptions} options @param {Stream} stream
 * @param {number} lines that there is room for: of a longer text its beginning is drawn @returns {{boxes: Box[], height: number}}
 */
export function textBoxes({width, columns}, options, stream, lines) {
  if (areCounted(options, stream)) return {boxes: [], height: 0};
  const symbols = Array.from({length: columns}, (_, i) => symbolsOf(options, stream)[i] ?? '');
  const pitch = width / columns;
  const aligned =
    pitch >= LEAST && symbols.every((symbol) => [...symbol].length <= Math.max(1, pitch / (CHARACTER * SIZE)));
  if (aligned) return {boxes: symbols.map((_, i) => ({x: i * pitch, y: 0, width: pitch})), height: LINE};
  return flowing(symbols, width, lines, areWords(options, stream));
}

/** Lines that end where the text has an end of line, or the room. @param {string[]} symbols @param {number} room @param {number} lines @param {boolean} words stand apart */
function flowing(symbols, room, lines, words) {
  let [x, y] = [0, 0];
  /** @type {Box[]} */
  const boxes = [];
  for (const symbol of symbols) {
    const width = Math.min(
      room,
      CHARACTER * SIZE * Math.max(1, [...visible(symbol)].length) + (words ? 2 * AROUND : 0),
    );
    if (x > 0 && x + width > room + 0.5) [x, y] = [0, y + LINE];
    if (y >= lines * LINE) break;
    boxes.push({x, y, width});
    [x, y] = symbol === '\n' ? [0, y + LINE] : [x + width, y];
  }
  return {boxes, height: boxes.length ? boxes[boxes.length - 1].y + LINE : 0};
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Cells} at its upper left corner, and the columns above it @param {number[]} values a place each
 * @param {number} limit @param {ViewOptions} options @param {Stream} stream @param {number} lines
 */
export function drawText(ctx, at, values, limit, options, stream, lines) {
  const {colours, cursor} = options;
  const colour = colourScale('diverging', -limit, limit, colours.dark);
  const {boxes} = textBoxes(at, options, stream, lines);
  const cut = boxes.length < values.length ? boxes.length - 1 : -1;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  boxes.forEach(({x, y, width}, i) => {
    const behind = colour(values[i]);
    const [left, top] = [at.x + x, at.y + y];
    ctx.fillStyle = behind;
    ctx.fillRect(left, top, width, LINE - 1);
    ctx.font = `400 ${SIZE}px ${MONO}`;
    ctx.fillStyle = isDark(behind) === colours.dark ? colours.ink : colours.paper;
    const text = i === cut ? '…' : fitted(symbolsOf(options, stream)[i] ?? '', width, SIZE);
    ctx.fillText(text, left + width / 2, top + LINE / 2);
    if (cursor?.column !== i) return;
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 1;
    ctx.strokeRect(left + 0.5, top + 0.5, width - 1, LINE - 2);
  });
}

/** @param {string} colour of a scale */
function isDark(colour) {
  const pixel = pixelOf(colour);
  const [red, green, blue] = [24, 16, 8].map((shift) => (pixel >>> shift) & 255);
  return 0.3 * red + 0.59 * green + 0.11 * blue < 140;
}

/** The place whose symbol stands there; -1: none. @param {Cells} at @param {ViewOptions} options @param {Stream} stream @param {number} lines @param {number} x @param {number} y */
export function placeInText(at, options, stream, lines, x, y) {
  const {boxes} = textBoxes(at, options, stream, lines);
  return boxes.findIndex(
    (box) => x >= at.x + box.x && x < at.x + box.x + box.width && y >= at.y + box.y && y < at.y + box.y + LINE,
  );
}
