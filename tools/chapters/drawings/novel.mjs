import {drawLine} from '../../../web/charts/compare/plot.js';
import {INK, RUNS} from './parts.mjs';

const STEPS = [40, 80, 120, 200, 320, 480, 640, 800];

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  at: STEPS,
  see: (session) => session.evaluate().val_loss,
  draw: (ctx, seen) => {
    const x = (/** @type {number} */ i) =>
      10 + (140 * Math.log(STEPS[i] / STEPS[0])) / Math.log(STEPS[STEPS.length - 1] / STEPS[0]);
    const y = (/** @type {number} */ loss) => 88 - 64 * (loss - 1.3);
    seen.forEach((losses, k) =>
      drawLine(
        ctx,
        losses.map((loss, i) => /** @type {[number, number]} */ ([x(i), y(loss)])),
        {colour: RUNS[k], width: 2.5},
      ),
    );
    drawLine(ctx, [[10, 8], [10, 94], [150, 94]], {colour: INK, width: 1}); // prettier-ignore
  },
};
