import {drawShares, RUNS} from './parts.mjs';

/** The look of the head of the last layer with the highest induction score. @type {import('../thumbnails.mjs').Thumbnail['see']} */
function bestHead(session, example) {
  const scores = session
    .measure({kind: 'heads', options: {}})
    .arrays.filter((/** @type {any} */ {name}) => name.endsWith('.induction'));
  const {name, data: of} = scores[scores.length - 1];
  const head = of.indexOf(Math.max(...of));
  session.inspect(String(example));
  const {shape, data} = session.tap(name.replace(/\.induction$/, ''));
  const [queries, keys] = shape.slice(-2);
  return {keys, shares: Array.from(data.slice(head * queries * keys, (head + 1) * queries * keys))};
}

/** Of forty-eight places: cells so small are told apart by what is dark. */
const LEAST = 0.12;

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: bestHead,
  draw: (ctx, seen) => {
    seen.forEach(([{keys, shares}], k) => {
      const side = 66 / keys;
      const box = {x: 9 + 76 * k, y: 17, width: side, height: side, columns: keys};
      drawShares(ctx, box, shares.map((/** @type {number} */ share) => (share < LEAST ? 0 : share)), RUNS[k], -0.5); // prettier-ignore
      ctx.strokeStyle = RUNS[k];
      ctx.lineWidth = 0.75;
      ctx.strokeRect(box.x - 1, box.y - 1, 67.4, 67.4);
    });
  },
};
