// A picture on paper: what it shows, and beneath it what that is.
import {SANS} from './grid.js';

/** @typedef {{title: string, lines: string[], foot: string}} Caption */
/** @typedef {Pick<import('./grid.js').Colours, 'ink' | 'muted'>} Inks */
/** @typedef {{width: number, colours: Inks, caption: Caption, draw: (ctx: CanvasRenderingContext2D) => number}} Sheet draw: what is shown, from 0, 0; it gives its height */

const MARGIN = 20;

/** @param {Sheet} sheet */
export const sheetWidth = ({width}) => width + 2 * MARGIN;

/** @param {CanvasRenderingContext2D} ctx @param {Sheet} sheet @returns {number} its height */
export function drawSheet(ctx, {width, colours, caption, draw}) {
  ctx.save();
  ctx.translate(MARGIN, MARGIN);
  ctx.save();
  const height = draw(ctx);
  ctx.restore();
  const end = drawCaption(ctx, caption, {top: height + 12, width, colours});
  ctx.restore();
  return MARGIN + end + MARGIN;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Caption} caption
 * @param {{top: number, width: number, colours: Inks}} where @returns {number} where it ends
 */
function drawCaption(ctx, {title, lines, foot}, {top, width, colours}) {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const parts = [
    {text: title, font: `600 14px ${SANS}`, line: 20, ink: colours.ink},
    ...lines.map((text) => ({text, font: `400 12px ${SANS}`, line: 17, ink: colours.ink})),
    {text: foot, font: `400 11px ${SANS}`, line: 17, ink: colours.muted},
  ];
  let y = top;
  for (const {text, font, line, ink} of parts) {
    ctx.font = font;
    ctx.fillStyle = ink;
    for (const row of wrapped(ctx, text, width)) ctx.fillText(row, 0, (y += line) - 4);
  }
  return y;
}

/**
 * Lines no wider than there is room, broken between words, and within one that is wider than a line.
 * @param {Pick<CanvasRenderingContext2D, 'measureText'>} ctx @param {string} text @param {number} room @returns {string[]}
 */
export function wrapped(ctx, text, room) {
  const fits = (/** @type {string} */ line) => ctx.measureText(line).width <= room;
  /** @type {string[]} */
  const rows = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = row ? `${row} ${word}` : word;
    if (fits(longer)) {
      row = longer;
      continue;
    }
    if (row) rows.push(row);
    row = '';
    for (const character of word) {
      if (row && !fits(row + character)) (rows.push(row), (row = ''));
      row += character;
    }
  }
  return row ? [...rows, row] : rows;
}
