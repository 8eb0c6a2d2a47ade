import {attention, drawShares, drawText, RUNS} from './parts.mjs';

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: attention('seq2seq.attention'),
  draw: (ctx, seen) => {
    const {shape, data, given, written} = seen[1][0];
    const columns = shape[shape.length - 1];
    const box = {x: 24, y: 20, width: 126 / given.length, height: 74 / written.length, columns: given.length};
    const rows = written.map((/** @type {string} */ _, /** @type {number} */ row) =>
      data.slice(row * columns, row * columns + given.length),
    );
    drawShares(ctx, box, rows.flat(), RUNS[1]);
    given.forEach((/** @type {string} */ symbol, /** @type {number} */ i) =>
      drawText(ctx, symbol, box.x + (i + 0.5) * box.width, 12, {size: 9}),
    );
    written.forEach((/** @type {string} */ symbol, /** @type {number} */ i) =>
      drawText(ctx, symbol, 15, box.y + (i + 0.5) * box.height, {size: 9}),
    );
  },
};
