import {attention, drawShares, RUNS} from './parts.mjs';

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: attention('transformer.0.attention'),
  draw: (ctx, seen) => {
    seen.forEach(([{shape, data}], k) => {
      const [heads, queries, keys] = shape.slice(-3);
      const cells = queries * keys;
      const best = Array.from({length: cells}, (_, i) =>
        Math.max(...Array.from({length: heads}, (_, head) => data[head * cells + i])),
      );
      const side = 66 / queries;
      const box = {x: 9 + 76 * k, y: 17, width: side, height: side, columns: keys};
      drawShares(ctx, box, best, RUNS[k]);
      ctx.strokeStyle = RUNS[k];
      ctx.lineWidth = 0.75;
      ctx.strokeRect(box.x - 1, box.y - 1, 67.4, 67.4);
    });
  },
};
