// A picture of each chapter's cause, drawn from its run: 160 by 100, in the page's colours where it stands in the page, and on white
// as a file of its own.
import {drawLine} from '../../web/charts/compare/plot.js';
import {partsOf} from '../../web/charts/compare/reach_parts.js';
import {MONO} from '../../web/charts/grid.js';
import {SvgPen} from '../../web/charts/svg_pen.js';
import {courseWord} from '../../web/learn/words.js';
import {COLOURS} from '../../web/state/palette.js';
import {told} from '../../web/words/words.js';

/** @import {Chapter} from '../../web/learn/types' */
/** see: what is taken of a model. at: after which steps; its last where none are named. draw: what was seen, by model and step.
 *  @typedef {{at?: number[], see: (session: any, example: number) => any, draw: (ctx: CanvasRenderingContext2D, seen: any[][]) => void}} Thumbnail */

const [WIDTH, HEIGHT] = [160, 100];
const INK = 'currentColor';
const RUNS = COLOURS.map(({light}, i) => `var(--run-${i}, ${light})`);
/** Shades that are told apart; cells of one shade are one path. */
const SHADES = 8;

/** How much each number counts that was read, as a part of the one that counts most, from the last one back. @param {any} session */
const reach = (session) => partsOf(session.measure({kind: 'reach', options: {examples: 64}})).back;

/** Null: the model has none. @param {string} tap @returns {Thumbnail['see']} */
const attention = (tap) => (session, example) => {
  session.inspect(String(example));
  if (!session.taps().some((/** @type {{name: string}} */ {name}) => name === tap)) return null;
  const {shape, data} = session.tap(tap);
  const [{given, target}] = session.examples({set: 'val', first: example, count: 1}).items;
  return {shape, data: Array.from(data), given: given.symbols, written: target.symbols};
};

/** Cells, each as dark as its share. @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number, width: number, height: number, columns: number}} box @param {number[]} shares by row @param {string} colour @param {number} [gap] */
function drawShares(ctx, {x, y, width, height, columns}, shares, colour, gap = 0.6) {
  ctx.fillStyle = colour;
  for (let shade = 1; shade <= SHADES; shade++) {
    ctx.globalAlpha = shade / SHADES;
    ctx.beginPath();
    shares.forEach((share, i) => {
      if (Math.round(SHADES * Math.min(1, Math.max(0, share))) !== shade) return;
      const [left, top] = [x + (i % columns) * width, y + Math.floor(i / columns) * height];
      ctx.moveTo(left, top);
      ctx.lineTo(left + width - gap, top);
      ctx.lineTo(left + width - gap, top + height - gap);
      ctx.lineTo(left, top + height - gap);
    });
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y @param {{size?: number, align?: CanvasTextAlign, colour?: string}} [look] */
function drawText(ctx, text, x, y, {size = 8, align = 'center', colour = INK} = {}) {
  ctx.font = `400 ${size}px ${MONO}`;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** Four powers of ten from nothing to all. @param {number} part */
const strength = (part) => 1 + Math.log10(part) / 4;

/** @type {Readonly<Record<string, Thumbnail>>} by the chapter's id */
export const THUMBNAILS = {
  forgets: {
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
  },
  why: {
    at: [0, 100, 200, 600],
    see: reach,
    draw: (ctx, seen) => {
      const y = (/** @type {number} */ part) => 12 + 6.4 * Math.min(12, -Math.log10(part));
      const x = (/** @type {number} */ back, /** @type {number} */ count) => 150 - (140 * back) / (count - 1);
      const points = (/** @type {number[]} */ parts) =>
        parts.map((part, back) => /** @type {[number, number]} */ ([x(back, parts.length), y(part)]));
      seen.forEach((steps, k) =>
        steps.forEach((parts, i) => {
          const newest = i === steps.length - 1;
          const alpha = newest ? 1 : 0.3 + 0.2 * i;
          drawLine(ctx, points(parts), {colour: RUNS[k], alpha, width: newest ? 2.5 : 1});
        }),
      );
      drawLine(ctx, [[10, 92], [150, 92]], {colour: INK, width: 1}); // prettier-ignore
    },
  },
  attention: {
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
  },
  positions: {
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
  },
};

/** @param {Chapter} chapter @param {any[][]} seen by model and step @param {string[]} hashes of the weights that it was drawn from */
export function drawn({id}, seen, hashes) {
  const pen = new SvgPen((text) => 6 * text.length);
  const ctx = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (pen));
  THUMBNAILS[id].draw(ctx, seen);
  const file = pen.file({
    width: WIDTH,
    height: HEIGHT,
    paper: 'var(--surface, #fff)',
    title: told(courseWord(id, 'thumbnail')),
    description: hashes.join(' '),
    language: 'en',
  });
  return file;
}
