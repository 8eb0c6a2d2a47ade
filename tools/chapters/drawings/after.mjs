import {meanAnswers, scoresOf} from '../../../web/charts/compare/length_scores.js';
import {drawLine} from '../../../web/charts/compare/plot.js';
import {INK, RUNS} from './parts.mjs';

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: (session) => meanAnswers(scoresOf(session.measure({kind: 'lengths', options: {}}))),
  draw: (ctx, seen) => {
    seen.forEach(([shares], k) => {
      const x = (/** @type {number} */ i) => 18 + (124 * i) / (shares.length - 1);
      const points = shares.map(
        (/** @type {number} */ share, /** @type {number} */ i) =>
          /** @type {[number, number]} */ ([x(i), 92 - 82 * share]),
      );
      drawLine(ctx, points, {colour: RUNS[k], width: 2.5});
    });
    drawLine(ctx, [[10, 6], [10, 94], [150, 94]], {colour: INK, width: 1}); // prettier-ignore
  },
};
