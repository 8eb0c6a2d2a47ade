import {drawText, RUNS} from './parts.mjs';

const at = Array.from({length: 20}, (_, i) => 20 * (i + 1));
const [LEFT, RIGHT, TOP, BOTTOM] = [12, 150, 26, 90];
const LEAST = 0.5; // by guessing

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  at,
  see: (session) => session.evaluate().val_accuracy,
  draw: (ctx, seen) => {
    drawText(ctx, 'the ▮ was not dull', 81, 12, {size: 10});
    ctx.lineWidth = 2;
    seen.forEach((values, k) => {
      ctx.strokeStyle = RUNS[k];
      ctx.beginPath();
      values.forEach((value, i) => {
        const x = LEFT + (i * (RIGHT - LEFT)) / (at.length - 1);
        const y = BOTTOM - ((Math.max(LEAST, value) - LEAST) / (1 - LEAST)) * (BOTTOM - TOP);
        if (i) ctx.lineTo(x, y);
        else ctx.moveTo(x, y);
      });
      ctx.stroke();
    });
  },
};
