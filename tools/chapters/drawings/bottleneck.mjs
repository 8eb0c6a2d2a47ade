import {drawLine} from '../../../web/charts/compare/plot.js';
import {drawText, INK, RUNS} from './parts.mjs';

/** Words right as a whole, by their length. @type {import('../thumbnails.mjs').Thumbnail['see']} */
function see(session) {
  const {arrays} = session.measure({kind: 'lengths', options: {examples: 200}});
  const exact = arrays.find((/** @type {{name: string}} */ {name}) => name === 'exact');
  return {lengths: exact.axes[0].at, shares: Array.from(exact.data)};
}

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see,
  draw: (ctx, seen) => {
    const [{lengths}] = seen[0];
    const x = (/** @type {number} */ i) => 12 + (136 * i) / (lengths.length - 1);
    const y = (/** @type {number} */ share) => 80 - 66 * share;
    drawLine(ctx, [[8, 82], [152, 82]], {colour: INK, width: 1}); // prettier-ignore
    seen.forEach(([{shares}], k) =>
      drawLine(
        ctx,
        shares.map((/** @type {number} */ share, /** @type {number} */ i) => [x(i), y(share)]),
        {colour: RUNS[k], width: 2.5},
      ),
    );
    for (const length of [2, 5, 12]) drawText(ctx, String(length), x(lengths.indexOf(length)), 91);
  },
};
