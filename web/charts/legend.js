// A colour scale as a bar with its two ends written beside it.

import {scaleTable} from './colour.js';
import {SANS} from './grid.js';

/** @typedef {{kind: 'sequential' | 'diverging', low: number, high: number, title: import('./grid.js').Saying}} Legend */

export const LEGEND_HEIGHT = 16;
const BAR = 72;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Legend[]} legends drawn one after another, wrapping when the width is used up
 * @param {Pick<import('./grid.js').ViewOptions, 'width' | 'colours' | 'say'>} options
 * @returns {number} the height used
 */
export function drawLegends(ctx, legends, {width, colours, say}) {
  let [x, y] = [0, 0];
  ctx.font = `400 11px ${SANS}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const legend of legends) {
    const [low, high] = [label(legend.low), `${label(legend.high)}  ${say(legend.title)}`];
    const need = ctx.measureText(low).width + ctx.measureText(high).width + BAR + 28;
    if (x > 0 && x + need > width) [x, y] = [0, y + LEGEND_HEIGHT];
    x = drawOne(ctx, legend, low, high, x, y, colours);
  }
  return y + LEGEND_HEIGHT;
}

/** @param {CanvasRenderingContext2D} ctx @param {Legend} legend @param {string} low @param {string} high
 *  @param {number} x @param {number} y @param {import('./grid.js').Colours} colours @returns {number} where the next may start */
function drawOne(ctx, legend, low, high, x, y, colours) {
  const table = scaleTable(legend.kind, colours.dark);
  const middle = y + LEGEND_HEIGHT / 2;
  ctx.fillStyle = colours.muted;
  ctx.fillText(low, x, middle);
  x += ctx.measureText(low).width + 5;
  table.forEach((colour, i) => {
    ctx.fillStyle = colour;
    ctx.fillRect(x + (i * BAR) / table.length, y + 4, BAR / table.length + 0.5, LEGEND_HEIGHT - 8);
  });
  ctx.strokeStyle = colours.line;
  ctx.strokeRect(x + 0.5, y + 4.5, BAR - 1, LEGEND_HEIGHT - 9);
  x += BAR + 5;
  ctx.fillStyle = colours.muted;
  ctx.fillText(high, x, middle);
  return x + ctx.measureText(high).width + 18;
}

/** @param {number} value */
function label(value) {
  return (value < 0 ? '−' : '') + String(Number(Math.abs(value).toPrecision(2)));
}
