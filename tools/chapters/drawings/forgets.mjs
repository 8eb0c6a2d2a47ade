import {drawShares, INK, reach, RUNS} from './parts.mjs';

/** Four powers of ten from nothing to all. @param {number} part */
const strength = (part) => 1 + Math.log10(part) / 4;

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: (session, example) => {
    const [{given}] = session.examples({set: 'val', first: example, count: 1}).items;
    return {parts: reach(session), marks: given.values.map((/** @type {number[]} */ [, mark]) => mark)};
  },
  draw: (ctx, seen) => {
    const wide = 140 / seen[0][0].parts.length;
    seen.forEach(([{parts}], k) => {
      const box = {x: 10, y: 32 + 30 * k, width: wide, height: 20, columns: parts.length};
      drawShares(ctx, box, parts.toReversed().map(strength), RUNS[k]);
      ctx.strokeStyle = RUNS[k];
      ctx.lineWidth = 0.75;
      ctx.strokeRect(9, 31 + 30 * k, 141.4, 21.4);
    });
    ctx.fillStyle = INK;
    seen[0][0].marks.forEach((/** @type {number} */ mark, /** @type {number} */ i) => {
      if (!mark) return;
      ctx.beginPath();
      ctx.arc(10 + (i + 0.4) * wide, 20, 4, 0, 2 * Math.PI);
      ctx.fill();
    });
  },
};
