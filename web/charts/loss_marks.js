// What the loss chart draws besides its curves: names at the ends of the lines, and the floors that counting reaches.
// Both leave the context as they found it: uPlot remembers what it last set.

import {shortName} from './short_name.js';
import {SANS} from './grid.js';

/** faint: of a line that is no model of the race @typedef {{x: number, y: number, text: string, colour: string, faint?: boolean}} Label */

/**
 * Moves labels apart so that none covers another, as little as possible and in their order.
 * @param {number[]} wanted y of each label @param {number} height of one @param {number} top @param {number} bottom
 * @returns {number[]} y of each label, in the given order
 */
export function spread(wanted, height, top, bottom) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(wanted[i], free);
    free = placed[i] + height;
  }
  let ceiling = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], ceiling);
    ceiling = placed[i] - height;
  }
  return placed;
}

/**
 * Names beside the last point of each line, in the line's colour on a halo of the paper; never over their own line, and
 * one that had to make room for others is joined to its end.
 * @param {CanvasRenderingContext2D} ctx @param {Label[]} labels @param {{top: number, bottom: number, right: number, paper: string, size: number}} options no label passes `right`
 */
export function drawEndLabels(ctx, labels, {top, bottom, right, paper, size}) {
  ctx.save();
  const ys = apart(ctx, labels, {height: size * 1.3, top: top + size / 2, bottom: bottom - size / 2, size});
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  labels.forEach((label, i) => {
    ctx.font = fontOf(label, size);
    const away = Math.abs(ys[i] - label.y) > size / 2;
    const x = label.x + (away ? size : 0);
    if (away) join(ctx, label, {x: x - size / 4, y: ys[i], width: size / 12});
    const text = shortName(label.text, (part) => ctx.measureText(part).width <= right - x);
    ctx.strokeStyle = paper;
    ctx.lineWidth = size / 3;
    ctx.strokeText(text, x, ys[i]);
    ctx.fillStyle = label.colour;
    ctx.fillText(text, x, ys[i]);
  });
  ctx.restore();
}

/** @param {Label} label @param {number} size */
const fontOf = ({faint}, size) => `${faint ? 400 : 600} ${size}px ${SANS}`;

/**
 * Names make room for those that they would lie on, whosever they are, and for no others.
 * @param {CanvasRenderingContext2D} ctx @param {Label[]} labels @param {{height: number, top: number, bottom: number, size: number}} room
 * @returns {number[]} y of each label, in the given order
 */
function apart(ctx, labels, {height, top, bottom, size}) {
  const ends = labels.map((label) => {
    ctx.font = fontOf(label, size);
    return label.x + size + ctx.measureText(label.text).width; // one that makes room moves to the right
  });
  const order = labels.map((_, i) => i).sort((a, b) => labels[a].x - labels[b].x);
  const ys = labels.map(({y}) => y);
  for (let from = 0, to; from < order.length; from = to) {
    let end = ends[order[from]];
    for (to = from + 1; to < order.length && labels[order[to]].x < end; to++) end = Math.max(end, ends[order[to]]);
    const group = order.slice(from, to).sort((a, b) => a - b);
    const placed = spread(
      group.map((i) => labels[i].y),
      height,
      top,
      bottom,
    );
    group.forEach((i, k) => (ys[i] = placed[k]));
  }
  return ys;
}

/** From where a line ends to its name. @param {CanvasRenderingContext2D} ctx @param {Label} label @param {{x: number, y: number, width: number}} to */
function join(ctx, {x, y, colour}, to) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = to.width;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/**
 * The floors: hairlines across the plot, named in the margin at the right.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{y: number, text: string}[]} floors y in canvas pixels
 * @param {{left: number, right: number, top: number, bottom: number, line: string, text: string, size: number, scale: number}} options
 */
export function drawFloors(ctx, floors, {left, right, top, bottom, line, text, size, scale}) {
  const inside = floors.filter(({y}) => y >= top && y <= bottom);
  const ys = spread(
    inside.map(({y}) => y),
    size * 1.15,
    top,
    bottom + size,
  );
  ctx.save();
  ctx.font = `400 ${size}px ${SANS}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.strokeStyle = line;
  ctx.fillStyle = text;
  ctx.lineWidth = scale;
  inside.forEach((floor, i) => {
    ctx.setLineDash([scale, 3 * scale]);
    ctx.beginPath();
    ctx.moveTo(left, floor.y);
    ctx.lineTo(right, floor.y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(right, floor.y);
    ctx.lineTo(right + 6 * scale, ys[i]);
    ctx.stroke();
    ctx.fillText(floor.text, right + 9 * scale, ys[i]);
  });
  ctx.restore();
}

/** Those within the plot. @param {{y: number, text: string}[]} lines @param {{top: number, bottom: number}} frame */
function within(lines, {top, bottom}) {
  return lines.filter(({y}) => y >= top - 1 && y <= bottom + 1);
}

/**
 * Lines to compare with, dashed across the plot.
 * @param {CanvasRenderingContext2D} ctx @param {{y: number, text: string}[]} lines y in canvas pixels
 * @param {{left: number, right: number, top: number, bottom: number, colour: string, scale: number}} options
 */
export function drawBaselines(ctx, lines, {left, right, top, bottom, colour, scale}) {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.25 * scale;
  ctx.setLineDash([7 * scale, 4 * scale]);
  for (const {y} of within(lines, {top, bottom})) {
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(right, y);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * Their names, above each and away from where curves begin and end: drawn after the curves, which would hide them.
 * @param {CanvasRenderingContext2D} ctx @param {{y: number, text: string}[]} lines y in canvas pixels
 * @param {{left: number, right: number, top: number, bottom: number, colour: string, paper: string, size: number}} options
 */
export function nameBaselines(ctx, lines, {left, right, top, bottom, colour, paper, size}) {
  const inside = within(lines, {top, bottom});
  const ys = spread(
    inside.map(({y}) => y - 0.75 * size),
    size * 1.25,
    top + size / 2,
    bottom - size / 2,
  );
  ctx.save();
  ctx.font = `400 ${size}px ${SANS}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  const x = left + 0.36 * (right - left);
  inside.forEach(({text}, i) => {
    ctx.strokeStyle = paper;
    ctx.lineWidth = size / 3;
    ctx.strokeText(text, x, ys[i]);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, ys[i]);
  });
  ctx.restore();
}
