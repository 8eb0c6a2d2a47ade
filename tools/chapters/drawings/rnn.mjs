import {drawLine} from '../../../web/charts/compare/plot.js';
import {asks} from '../../../web/charts/memory/carried_line.js';
import {readingsOf} from '../../../web/charts/memory/carried_readings.js';
import {drawText, INK, RUNS} from './parts.mjs';

/** @import {Point} from '../../../web/charts/compare/plot.js' */

/** @type {import('../thumbnails.mjs').Thumbnail} */
export const thumbnail = {
  see: (session, example) => {
    const [found, scatter] = asks({example}).map(({measure, options}) => session.measure({kind: measure, options}));
    session.inspect(String(example));
    const names = session.taps().map((/** @type {{name: string}} */ {name}) => name);
    const taps = names.map((/** @type {string} */ name) => ({name, ...session.tap(name)}));
    const [{given}] = session.examples({set: 'val', first: example, count: 1}).items;
    const run = /** @type {any} */ ({found, beside: {scatter}, look: {taps, symbols: given.symbols}});
    const {known, lines} = readingsOf([run], /** @type {any} */ ({example}));
    return {known, line: lines[0], symbols: given.symbols};
  },
  draw: (ctx, seen) => {
    const [[{known, symbols}]] = seen;
    const values = [...known, ...seen.flatMap(([{line}]) => line)].filter(Number.isFinite);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const pitch = 144 / known.length;
    const x = (/** @type {number} */ t) => 8 + (t + 0.5) * pitch;
    const y = (/** @type {number} */ value) => 80 - (70 * (value - low)) / (high - low);
    const stair = known.flatMap((/** @type {number} */ value, /** @type {number} */ t) => [[x(t) - pitch / 2, y(value)], [x(t) + pitch / 2, y(value)]]); // prettier-ignore
    drawLine(ctx, stair, {colour: INK, width: 5, alpha: 0.25});
    seen.forEach(([{line}], k) => {
      const points = line.map((/** @type {number} */ value, /** @type {number} */ t) => [x(t), y(value)]);
      drawLine(ctx, /** @type {Point[]} */ (points), {colour: RUNS[k], width: 2.25});
    });
    symbols.forEach((/** @type {string} */ symbol, /** @type {number} */ t) =>
      drawText(ctx, symbol, x(t), 91, {size: 9}),
    );
  },
};
