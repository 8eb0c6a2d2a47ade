import {drawLine} from '../../../web/charts/compare/plot.js';
import {RUNS} from './parts.mjs';

const [LETTERS, RIGHT, STEP] = [16, 151, 9.4];

/** @typedef {{name: string, data: Float32Array}} Found */

/** How far apart each layer looks, and which of the last letters have a way to the last answer. @type {import('../thumbnails.mjs').Thumbnail['see']} */
function see(session, example) {
  const all = (/** @type {string} */ kind, /** @type {object} */ options) =>
    Object.fromEntries(session.measure({kind, options}).arrays.map((/** @type {Found} */ one) => [one.name, one.data]));
  const {dilation, window} = all('anatomy', {time: false});
  const {path} = all('influence', {example});
  const apart = Array.from(dilation).filter((_, part) => window[part] > 1);
  return {apart, reached: Array.from(path.slice(-LETTERS)).reverse().map(Number.isFinite)};
}

/** The ways down from the answer, layer by layer. @param {CanvasRenderingContext2D} ctx @param {number[]} apart @param {(layer: number) => number} y @param {string} colour */
function drawWays(ctx, apart, y, colour) {
  let here = [0];
  apart.toReversed().forEach((dilation, layer) => {
    const below = new Set();
    for (const back of here)
      for (const next of [back, back + dilation]) {
        below.add(next);
        drawLine(ctx, [[RIGHT - STEP * back, y(layer)], [RIGHT - STEP * next, y(layer + 1)]], {colour, width: 1}); // prettier-ignore
      }
    here = [...below];
  });
}

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see,
  draw: (ctx, seen) => {
    seen.forEach(([{apart, reached}], k) => {
      const y = (/** @type {number} */ layer) => 8 + 47 * k + 8 * layer;
      drawWays(ctx, apart, y, RUNS[k]);
      [ctx.strokeStyle, ctx.fillStyle, ctx.lineWidth] = [RUNS[k], RUNS[k], 0.75];
      reached.forEach((/** @type {boolean} */ way, /** @type {number} */ back) => {
        const box = /** @type {const} */ ([RIGHT - STEP * back - 3, y(4) - 1, 6, 6]);
        if (way) ctx.fillRect(...box);
        else ctx.strokeRect(...box);
      });
    });
  },
};
