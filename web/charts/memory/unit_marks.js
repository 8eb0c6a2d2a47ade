// What stands beside the rows of a memory: which unit each is, which is looked at alone, and a diamond at the one that carries what
// the probe asks for.
import {SANS} from '../grid.js';

/** @typedef {import('../grid.js').Cells} Cells @typedef {import('../grid.js').Colours} Colours @typedef {import('./unit_rows.js').UnitRows} UnitRows */

const LINE = 11;

/** @param {CanvasRenderingContext2D} ctx @param {Cells} cells @param {UnitRows} rows @param {Colours} colours */
export function drawUnitMarks(ctx, cells, {order, chosen, marked}, colours) {
  const tall = cells.height / cells.rows;
  const every = Math.max(1, Math.ceil(LINE / tall));
  const near = (/** @type {number} */ row, /** @type {number} */ other) =>
    other >= 0 && Math.abs(row - other) * tall < LINE;
  const first = [chosen, ...(near(marked, chosen) ? [] : [marked])].filter((row) => row >= 0);
  const others = order.map((_, row) => row).filter((row) => row % every === 0 && !first.some((one) => near(row, one)));
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const row of [...first, ...others]) {
    ctx.font = `${row === chosen ? 700 : 400} 10px ${SANS}`;
    ctx.fillStyle = row === chosen ? colours.ink : colours.muted;
    ctx.fillText(
      String(order[row] + 1),
      cells.x - 4,
      Math.min(cells.y + cells.height - 4, cells.y + (row + 0.5) * tall),
    );
  }
  if (marked >= 0) diamond(ctx, cells.x - 25, cells.y + (marked + 0.5) * tall, 4, colours.ink);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} size @param {string} ink */
export function diamond(ctx, x, y, size, ink) {
  ctx.fillStyle = ink;
  ctx.beginPath();
  ctx.moveTo(x - size, y);
  ctx.lineTo(x, y - size);
  ctx.lineTo(x + size, y);
  ctx.lineTo(x, y + size);
  ctx.lineTo(x - size, y);
  ctx.fill();
}
