// The places of a sequence: what they are called, and how they are written along an axis. They are named by the symbols
// that stand there; numbers, points and rows have no name, and are counted.

import {fitted, namePen, spoken} from './grid.js';

/** @typedef {import('./grid.js').Cells} Cells @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */
/**
 * @typedef {{kind: string, named: boolean}} Places kind: "characters", "words", "numbers" … (describe().tasks); named:
 *     whether a symbol stands at each
 */
/** Which of the two: what the model reads, or what it is given beside that. @typedef {'input' | 'source'} Stream */

/** @type {Places} */
const UNKNOWN = {kind: 'symbols', named: true};
const READABLE = 5; // characters of a word that tell it from others
const WIDTH = 0.62; // of a character, of its height

/** @param {Pick<ViewOptions, 'places'>} options @param {Stream} stream @returns {Places} */
function placesOf({places}, stream) {
  return places?.[stream] ?? UNKNOWN;
}

/** "1 number", "50 numbers" without the number. @param {Pick<ViewOptions, 'places'>} options @param {Stream} stream @param {number} count @returns {Saying} */
export function called(options, stream, count) {
  return {key: `places.${placesOf(options, stream).kind}`, values: {count}};
}

/** One of them in a sentence: “h” (character 3), number 3. @param {ViewOptions} options @param {Stream} stream @param {number} at @returns {Saying} */
export function placeAt(options, stream, at) {
  const values = {kind: called(options, stream, 1), place: String(at + 1)};
  if (!placesOf(options, stream).named) return {key: 'places.at', values};
  return {key: 'places.at.named', values: {...values, symbol: spoken(symbolsOf(options, stream)[at])}};
}

/** The same where its number has been said, or does not matter. @param {ViewOptions} options @param {Stream} stream @param {number} at @returns {Saying} */
export function shortly(options, stream, at) {
  return placesOf(options, stream).named ? spoken(symbolsOf(options, stream)[at]) : placeAt(options, stream, at);
}

/** @param {ViewOptions} options @param {Stream} stream */
export function symbolsOf({symbols, source = symbols}, stream) {
  return stream === 'source' ? source : symbols;
}

/** Whether a stream has no symbols to write. @param {ViewOptions} options @param {Stream} stream */
export function areCounted(options, stream) {
  return !placesOf(options, stream).named;
}

/** @param {ViewOptions} options @param {Stream} stream */
export function areWords(options, stream) {
  return placesOf(options, stream).kind === 'words';
}

/**
 * Which places are written, so that what is written stays apart: of counted ones the first and round numbers.
 * @param {number} count @param {number} pitch pixels from one to the next @param {number} width of what is written
 * @param {boolean} counted @returns {number[]} places, from 0
 */
export function writtenPlaces(count, pitch, width, counted) {
  const step = counted ? roundStep(width / pitch) : Math.max(1, Math.ceil(width / pitch));
  const all = Array.from({length: count}, (_, i) => i);
  if (!counted) return all.filter((i) => i % step === 0);
  const first = step === 1 || (step - 1) * pitch >= width;
  return all.filter((i) => (i + 1) % step === 0 || (i === 0 && first));
}

/** The first of 1, 2, 5, 10, 20, 50 … that is not below. @param {number} least */
function roundStep(least) {
  for (let power = 1; ; power *= 10) for (const m of [1, 2, 5]) if (m * power >= least) return m * power;
}

/**
 * One row of places centred under cells; thinned out when there is no room for all.
 * @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {number} baseline
 * @param {ViewOptions} options @param {Stream} [stream]
 */
export function drawPlaces(ctx, cells, baseline, options, stream = 'input') {
  const {colours, cursor} = options;
  const pitch = cells.width / cells.columns;
  const counted = areCounted(options, stream);
  const size = counted ? 10 : Math.max(9, Math.min(13, pitch * 1.55));
  const characters = counted ? String(cells.columns).length + 1 : areWords(options, stream) ? READABLE : 0.9;
  const width = characters * WIDTH * size;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  for (const i of withCursor(writtenPlaces(cells.columns, pitch, width, counted), cursor?.column, width / pitch)) {
    namePen(ctx, colours, i === cursor?.column, size);
    const text = counted
      ? String(i + 1)
      : fitted(symbolsOf(options, stream)[i] ?? '', Math.max(size, width, pitch - 2), size);
    const half = counted ? 0.5 * WIDTH * size * text.length : 0;
    const x = Math.min(cells.x + (i + 0.5) * pitch, cells.x + cells.width - half);
    ctx.fillText(text, x, baseline);
  }
}

/** The place under the cursor is always written, and makes room for itself. @param {number[]} places @param {number | undefined} at @param {number} near */
export function withCursor(places, at, near) {
  return at === undefined ? places : [...places.filter((i) => Math.abs(i - at) >= Math.max(1, near)), at];
}
