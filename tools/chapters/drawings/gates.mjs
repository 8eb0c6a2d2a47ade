import {keptOf} from '../../../web/charts/memory/kept_parts.js';
import {drawLine} from '../../../web/charts/compare/plot.js';
import {INK, RUNS} from './parts.mjs';

const [LEFT, RIGHT, TOP, BOTTOM] = [12, 150, 14, 88];

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: (session, example) => {
    session.inspect(String(example));
    const {shape, data} = session.tap('lstm.0.gates');
    return keptOf([{name: 'lstm.0.gates', shape, data}])?.most;
  },
  draw: (ctx, seen) => {
    seen.forEach(([most], k) => {
      const x = (/** @type {number} */ place) => LEFT + ((RIGHT - LEFT) * place) / (most.length - 1);
      const points = most.map(
        (/** @type {number} */ part, /** @type {number} */ place) =>
          /** @type {[number, number]} */ ([x(place), BOTTOM - (BOTTOM - TOP) * part]),
      );
      drawLine(ctx, points, {colour: RUNS[k], width: 2.5});
    });
    drawLine(ctx, [[LEFT, BOTTOM + 5], [RIGHT, BOTTOM + 5]], {colour: INK, width: 1}); // prettier-ignore
  },
};
