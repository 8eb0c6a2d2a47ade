// Which line is whose, and after which step it was measured: above every picture that compares models by lines.
import {drawLine, pen, TYPE} from './plot.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options */
/** @typedef {{run: Run, name: string, step: string, x: number, y: number}} Place */

const ROW = 20;
const SAMPLE = 24;
const GAP = 14;

/**
 * Row by row, as wide as there is room. Widths are guessed, since the height must be known before there is anything to draw on.
 * @param {Run[]} runs @param {Options} options @returns {{places: Place[], height: number}}
 */
function laidOut(runs, {width, say}) {
  const wide = (/** @type {string} */ text) => 0.53 * TYPE * text.length;
  let [x, y] = [0, 0];
  const places = runs.map((run) => {
    const after = say({key: 'compare.at_step', values: {step: run.found.step}});
    const step = SAMPLE + 6 + wide(`${run.name}  ${after}`) <= width ? after : '';
    const need = SAMPLE + 6 + wide(`${run.name}  ${step}`);
    if (x > 0 && x + need > width) [x, y] = [0, y + ROW];
    const place = {run, name: run.name, step, x, y: y + ROW / 2};
    x += need + GAP;
    return place;
  });
  return {places, height: y + ROW};
}

/** How much room they take, in whatever type: the same whoever draws them. @param {Run[]} runs @param {Options} options */
export function namesHeight(runs, options) {
  return laidOut(runs, options).height;
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function drawNames(ctx, runs, options) {
  const {colours, cursor} = options;
  for (const {run, name, step, x, y} of laidOut(runs, options).places) {
    drawLine(
      ctx,
      [
        [x, y],
        [x + SAMPLE, y],
      ],
      run,
    );
    pen(ctx, colours.ink, {weight: cursor && runs[cursor.row % runs.length] === run ? 700 : 400});
    ctx.fillText(name, x + SAMPLE + 6, y);
    const after = x + SAMPLE + 6 + ctx.measureText(`${name}  `).width;
    pen(ctx, colours.muted);
    ctx.fillText(step, after, y);
  }
}
