import {drawLine} from '../../../web/charts/compare/plot.js';
import {INK, reach, RUNS} from './parts.mjs';

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  at: [0, 100, 200, 600],
  see: reach,
  draw: (ctx, seen) => {
    const y = (/** @type {number} */ part) => 12 + 6.4 * Math.min(12, -Math.log10(part));
    const x = (/** @type {number} */ back, /** @type {number} */ count) => 150 - (140 * back) / (count - 1);
    const points = (/** @type {number[]} */ parts) =>
      parts.map((part, back) => /** @type {[number, number]} */ ([x(back, parts.length), y(part)]));
    seen.forEach((steps, k) =>
      steps.forEach((parts, i) => {
        const newest = i === steps.length - 1;
        const alpha = newest ? 1 : 0.3 + 0.2 * i;
        drawLine(ctx, points(parts), {colour: RUNS[k], alpha, width: newest ? 2.5 : 1});
      }),
    );
    drawLine(ctx, [[10, 92], [150, 92]], {colour: INK, width: 1}); // prettier-ignore
  },
};
