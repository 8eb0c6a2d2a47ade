// The loss chart on paper: drawn by itself, since uPlot draws into a canvas of the page only. The same for PNG and SVG.
import {SANS} from './grid.js';
import {drawBaselines, drawEndLabels, drawFloors, nameBaselines} from './loss_marks.js';
import {linearTicks, logTicks} from './ticks.js';

/** @typedef {import('./loss_columns.js').Curve} Curve */
/** @typedef {{name: string, colour: string, dash: number[], value: string, train: Curve, held_out: Curve, longer?: Curve}} Line value: where it stands, for the legend */
/**
 * @typedef {object} LossPicture
 * @property {number} width @property {number} height of the plot with its axes; the legend comes beneath
 * @property {Line[]} runs
 * @property {{value: number, text: string}[]} lines to compare with
 * @property {boolean} floors whether these are named in the right margin
 * @property {{min: number, max: number, end: number}} x
 * @property {{min: number, max: number}} y
 * @property {boolean} logX @property {boolean} logY
 * @property {string} xTitle @property {string} yTitle
 * @property {(value: number) => string} xTick @property {(value: number) => string} yTick
 * @property {{ink: string, muted: string, line: string, paper: string}} colours
 */
/** @typedef {{left: number, right: number, top: number, bottom: number, x: (value: number) => number, y: (value: number) => number}} Frame */

const LEFT = 52;
const TOP = 24;
const BELOW = 44;
const FLOORS = 110; // the right margin in which they are named
const SIZE = 12;
const FEW = 30; // measured points, up to which each is marked
const ROW = 20;

/** Where the plot is, and where in it a value is. @param {Pick<LossPicture, 'width' | 'height' | 'x' | 'y' | 'logX' | 'logY' | 'floors'>} picture @returns {Frame} */
export function frameOfLoss({width, height, x, y, logX, logY, floors}) {
  const [left, right, top, bottom] = [LEFT, width - (floors ? FLOORS : 8), TOP, height - BELOW];
  const across = share(x, logX);
  const up = share(y, logY);
  return {
    ...{left, right, top, bottom},
    x: (value) => left + (right - left) * across(Math.max(value, x.min)),
    y: (value) => bottom - (bottom - top) * up(value),
  };
}

/** How much of an axis lies before a value. @param {{min: number, max: number}} range @param {boolean} log @returns {(value: number) => number} */
function share({min, max}, log) {
  if (log) return (value) => Math.log(value / min) / Math.log(max / min);
  return (value) => (value - min) / (max - min);
}

/** @param {CanvasRenderingContext2D} ctx @param {LossPicture} picture @returns {number} its height, with the legend */
export function drawLoss(ctx, picture) {
  const frame = frameOfLoss(picture);
  const {runs, lines, floors, colours, x} = picture;
  ctx.lineJoin = 'round';
  drawYAxis(ctx, frame, picture);
  drawXAxis(ctx, frame, picture);
  const marks = lines.map(({value, text}) => ({y: frame.y(value), text}));
  const named = {...frame, right: frame.x(x.end), colour: colours.muted, paper: colours.paper, size: 11, scale: 1};
  if (floors) drawFloors(ctx, marks, {...frame, line: colours.muted, text: colours.muted, size: 11, scale: 1});
  else drawBaselines(ctx, marks, named);
  for (const run of runs) drawCurve(ctx, frame, run.train, {colour: run.colour, width: 1, dash: [], alpha: 0.42});
  for (const run of runs) drawHeldOut(ctx, frame, run);
  if (!floors) nameBaselines(ctx, marks, named);
  drawEndLabels(ctx, runs.flatMap(endOf(frame)), {...frame, paper: colours.paper, size: SIZE});
  return drawLegend(ctx, picture);
}

/** @param {CanvasRenderingContext2D} ctx @param {LossPicture['colours']} colours */
function axisPen(ctx, {muted, line}) {
  ctx.font = `400 ${SIZE}px ${SANS}`;
  ctx.fillStyle = muted;
  ctx.strokeStyle = line;
  ctx.lineWidth = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {LossPicture} picture */
function drawYAxis(ctx, {left, right, top, bottom, y: place}, {y, logY, yTitle, yTick, colours}) {
  axisPen(ctx, colours);
  const most = (bottom - top) / 34;
  ctx.textBaseline = 'middle';
  for (const value of (logY ? logTicks : linearTicks)(y.min, y.max, most)) {
    ctx.textAlign = 'right';
    ctx.fillText(yTick(value), left - 6, place(value));
    stroke(ctx, [left, place(value)], [right, place(value)]);
  }
  ctx.textAlign = 'left';
  ctx.fillText(yTitle, 0, 8);
}

/** @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {LossPicture} picture */
function drawXAxis(ctx, {left, right, bottom, x: place}, {x, logX, xTitle, xTick, colours}) {
  axisPen(ctx, colours);
  stroke(ctx, [left, bottom], [right, bottom]);
  const end = Math.min(x.max, x.end);
  const most = (place(end) - left) / (end < 1e6 ? 64 : 88);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const value of (logX ? logTicks : linearTicks)(x.min, end, most)) {
    stroke(ctx, [place(value), bottom], [place(value), bottom + 4]);
    ctx.fillText(xTick(value), place(value), bottom + 13);
  }
  ctx.fillText(xTitle, (left + place(end)) / 2, bottom + 32);
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} from @param {number[]} to */
function stroke(ctx, from, to) {
  ctx.beginPath();
  ctx.moveTo(from[0], from[1]);
  ctx.lineTo(to[0], to[1]);
  ctx.stroke();
}

/** Strong, and each dashed in its own way; dots far apart on longer examples. @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Line} run */
function drawHeldOut(ctx, frame, {held_out, longer, colour, dash}) {
  drawCurve(ctx, frame, held_out, {colour, width: 2.25, dash, alpha: 1});
  ctx.save();
  ctx.lineCap = 'round';
  if (longer) drawCurve(ctx, frame, longer, {colour, width: 2.25, dash: [0.5, 6], alpha: 1});
  ctx.restore();
  if (held_out.x.length > FEW) return;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const [x, y] of points(frame, held_out))
    if (y >= frame.top - 1 && y <= frame.bottom + 1) {
      ctx.moveTo(x + 3, y);
      ctx.arc(x, y, 3, 0, 2 * Math.PI);
    }
  ctx.fill();
}

/** The points of a curve on the paper. @param {Frame} frame @param {Curve} curve @returns {[number, number][]} */
function points(frame, {x, y}) {
  const all = Array.from(x, (at, i) => /** @type {[number, number]} */ ([frame.x(at), frame.y(y[i])]));
  return all.filter(([, at]) => !Number.isNaN(at));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Frame} frame @param {Curve} curve
 * @param {{colour: string, width: number, dash: number[], alpha: number}} look
 */
function drawCurve(ctx, frame, curve, {colour, width, dash, alpha}) {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.globalAlpha = alpha;
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (const piece of cut(points(frame, curve), frame))
    piece.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.stroke();
  ctx.restore();
}

/**
 * What of a line lies between top and bottom: a run that explodes leaves the plot, and is cut where it does.
 * @param {[number, number][]} line @param {{top: number, bottom: number}} frame @returns {[number, number][][]}
 */
export function cut(line, {top, bottom}) {
  /** @type {[number, number][][]} */
  const pieces = [];
  for (let i = 1; i < line.length; i++) {
    const part = within(line[i - 1], line[i], top, bottom);
    if (!part) continue;
    const last = pieces.at(-1);
    const end = last?.at(-1);
    if (last && end && end[0] === part[0][0] && end[1] === part[0][1]) last.push(part[1]);
    else pieces.push(part);
  }
  return pieces;
}

/**
 * @param {[number, number]} from @param {[number, number]} to @param {number} top @param {number} bottom
 * @returns {[number, number][] | null} what of the stretch lies between
 */
function within([x0, y0], [x1, y1], top, bottom) {
  if ((y0 < top && y1 < top) || (y0 > bottom && y1 > bottom)) return null;
  /** @returns {[number, number]} */
  const kept = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = Math.max(top, Math.min(bottom, y));
    return at === y ? [x, y] : [Number.isFinite(y1 - y0) ? x0 + ((x1 - x0) * (at - y0)) / (y1 - y0) : x, at];
  };
  return [kept(x0, y0), kept(x1, y1)];
}

/** A name beside the last point. @param {Frame} frame @returns {(run: Line) => import('./loss_marks.js').Label[]} */
function endOf(frame) {
  return ({name, colour, held_out, train}) => {
    const curve = held_out.x.length > 1 || !train.x.length ? held_out : train;
    const [x, y] = points(frame, curve).at(-1) ?? [NaN, NaN];
    if (Number.isNaN(y)) return [];
    return [{x: x + 7, y: Math.max(frame.top, Math.min(frame.bottom, y)), text: name, colour}];
  };
}

/** Each line with its name and where it stands. @param {CanvasRenderingContext2D} ctx @param {LossPicture} picture @returns {number} where it ends */
function drawLegend(ctx, {runs, colours, width, height}) {
  let [x, y] = [0, height + ROW / 2];
  ctx.font = `400 ${SIZE}px ${SANS}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const {name, value, colour, dash} of runs) {
    const text = value ? `${name}  ${value}` : name;
    const need = 34 + ctx.measureText(text).width;
    if (x > 0 && x + need > width) [x, y] = [0, y + ROW];
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.25;
    ctx.setLineDash(dash);
    stroke(ctx, [x, y], [x + 28, y]);
    ctx.setLineDash([]);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, x + 34, y);
    x += need + 18;
  }
  return y + ROW / 2;
}
