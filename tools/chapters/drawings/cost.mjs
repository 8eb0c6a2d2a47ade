import {modelOf, valueAt} from '../../../web/charts/waiting/growth.js';
import {INK, RUNS, drawText} from './parts.mjs';

const [LOW, HIGH] = [16, 400];
const LENGTHS = Array.from({length: 25}, (_, i) => LOW * (HIGH / LOW) ** (i / 24));

/** Operations for one symbol at each length. @type {import('../thumbnails.mjs').Thumbnail['see']} */
const see = (session) => {
  const {arrays, numbers} = session.measure({kind: 'anatomy', options: {time: false}});
  const {curves} = modelOf({name: '', colour: '', dash: [], found: {step: 0, arrays, numbers}, course: []});
  return LENGTHS.map((n) => valueAt(curves.operations, n) / n);
};

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see,
  draw: (ctx, seen) => {
    const logs = seen.flat(2).map(Math.log10);
    const [least, most] = [Math.min(...logs) - 0.1, Math.max(...logs)];
    const x = (/** @type {number} */ i) => 16 + (128 * i) / (LENGTHS.length - 1);
    const y = (/** @type {number} */ value) => 80 - (62 * (Math.log10(value) - least)) / (most - least);
    ctx.strokeStyle = INK;
    ctx.lineWidth = 0.75;
    path(ctx, [[16, 14], [16, 84], [146, 84]]); // prettier-ignore
    drawText(ctx, String(LOW), 16, 91);
    drawText(ctx, String(HIGH), 144, 91);
    seen.forEach(([each], k) => {
      ctx.strokeStyle = RUNS[k];
      ctx.lineWidth = 2.5;
      path(ctx, each.map((/** @type {number} */ value, /** @type {number} */ i) => [x(i), y(value)])); // prettier-ignore
    });
  },
};

/** @param {CanvasRenderingContext2D} ctx @param {number[][]} points */
function path(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
}
