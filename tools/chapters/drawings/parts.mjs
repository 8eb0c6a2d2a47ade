// What drawings of chapters are made of.
import {partsOf} from '../../../web/charts/compare/reach_parts.js';
import {MONO} from '../../../web/charts/grid.js';
import {COLOURS} from '../../../web/state/palette.js';

export const INK = 'currentColor';
export const RUNS = COLOURS.map(({light}, i) => `var(--run-${i}, ${light})`);
/** Shades that are told apart; cells of one shade are one path. */
const SHADES = 8;

/** How much each number counts that was read, as a part of the one that counts most, from the last one back. @param {any} session */
export const reach = (session) => partsOf(session.measure({kind: 'reach', options: {examples: 64}})).back;

/** Null: the model has none. @param {string} tap @returns {import('../thumbnails.mjs').Thumbnail['see']} */
export const attention = (tap) => (session, example) => {
  session.inspect(String(example));
  if (!session.taps().some((/** @type {{name: string}} */ {name}) => name === tap)) return null;
  const {shape, data} = session.tap(tap);
  const [{given, target}] = session.examples({set: 'val', first: example, count: 1}).items;
  return {shape, data: Array.from(data), given: given.symbols, written: target.symbols};
};

/** Cells, each as dark as its share. @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number, width: number, height: number, columns: number}} box @param {number[]} shares by row @param {string} colour @param {number} [gap] */
export function drawShares(ctx, {x, y, width, height, columns}, shares, colour, gap = 0.6) {
  ctx.fillStyle = colour;
  for (let shade = 1; shade <= SHADES; shade++) {
    ctx.globalAlpha = shade / SHADES;
    ctx.beginPath();
    shares.forEach((share, i) => {
      if (Math.round(SHADES * Math.min(1, Math.max(0, share))) !== shade) return;
      const [left, top] = [x + (i % columns) * width, y + Math.floor(i / columns) * height];
      ctx.moveTo(left, top);
      ctx.lineTo(left + width - gap, top);
      ctx.lineTo(left + width - gap, top + height - gap);
      ctx.lineTo(left, top + height - gap);
    });
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y @param {{size?: number, align?: CanvasTextAlign, colour?: string}} [look] */
export function drawText(ctx, text, x, y, {size = 8, align = 'center', colour = INK} = {}) {
  ctx.font = `400 ${size}px ${MONO}`;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
