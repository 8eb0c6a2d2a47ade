import {attention, drawShares, drawText, RUNS} from './parts.mjs';

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: attention('set_transformer.0.attention'),
  draw: (ctx, seen) => {
    const {shape, data, given} = seen[1][0];
    const [heads, queries, keys] = shape.slice(-3);
    const count = given.length;
    const best = Array.from({length: count * count}, (_, i) => {
      const cell = Math.floor(i / count) * keys + (i % count);
      return Math.max(...Array.from({length: heads}, (_, head) => data[head * queries * keys + cell]));
    });
    const side = 76 / count;
    const box = {x: 46, y: 18, width: side, height: side, columns: count};
    drawShares(ctx, box, best, RUNS[1]);
    given.forEach((/** @type {string} */ letter, /** @type {number} */ i) => {
      drawText(ctx, letter, box.x + (i + 0.5) * side, 10, {size: 9});
      drawText(ctx, letter, 38, box.y + (i + 0.5) * side, {size: 9});
    });
  },
};
