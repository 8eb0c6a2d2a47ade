// What one symbol takes by the length of what is read, a line a model; both axes in powers of ten. Pure functions over lines.
import {dot, drawAcross, drawLine, drawRungs, drawTitle, pen} from '../compare/plot.js';

/** @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** each: of one symbol, by length; NaN: not known yet. before: a ghost @typedef {{name: string, colour: string, dash: number[], each: number[], before?: boolean}} Line */
/** unit: "us" or "operations" @typedef {{lengths: number[], lines: Line[], unit: string}} Plot */

const [LEFT, RIGHT, TOP, BOTTOM] = [46, 14, 26, 40];
const [GHOST, PLAIN] = [0.45, 1];

/** Whole powers of ten around all that is drawn. @param {Line[]} lines */
function rangeOf(lines) {
  const logs = lines.flatMap(({each}) => each.filter((value) => value > 0).map(Math.log10));
  if (!logs.length) return {low: 0, high: 1};
  const low = Math.floor(Math.min(...logs));
  return {low, high: Math.max(low + 1, Math.ceil(Math.max(...logs)))};
}

/** @param {Plot} plot @param {{width: number, height: number}} size */
function placing({lengths, lines}, {width, height}) {
  const frame = {left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM};
  const range = rangeOf(lines);
  const [least, most] = [Math.log(lengths[0]), Math.log(lengths[lengths.length - 1])];
  return {
    frame,
    range,
    x: (/** @type {number} */ length) =>
      frame.left + 8 + ((frame.right - frame.left - 16) * (Math.log(length) - least)) / (most - least),
    y: (/** @type {number} */ value) =>
      frame.bottom - ((frame.bottom - frame.top) * (Math.log10(value) - range.low)) / (range.high - range.low),
  };
}

/** @param {CanvasRenderingContext2D} ctx cleared @param {Plot} plot @param {Options & {height: number}} options */
export function draw(ctx, plot, options) {
  const {say} = options;
  const {frame, range, x, y} = placing(plot, options);
  const plain = (/** @type {number} */ n) => say({key: 'compare.wait.plain', values: {n}});
  const powers = Array.from({length: range.high - range.low + 1}, (_, i) => 10 ** (range.low + i));
  drawTitle(ctx, say({key: `timed.y_${plot.unit}${options.width < 420 ? '_short' : ''}`}), 9, options);
  drawRungs(ctx, frame, powers.map((power) => ({at: y(power), text: plain(power)})), options); // prettier-ignore
  drawAcross(ctx, frame, plot.lengths.map((n) => ({at: x(n), text: plain(n)})), say({key: 'timed.x'}), options); // prettier-ignore
  const ends = plot.lines.map(({each, before}) => (before ? 0 : (each.findLast(Number.isFinite) ?? 0)));
  for (const line of plot.lines) {
    const points = line.each.map((value, i) => /** @type {[number, number]} */ ([x(plot.lengths[i]), y(value)]));
    drawLine(ctx, points, {...line, alpha: line.before ? GHOST : PLAIN});
    const above = Math.max(...ends) === (line.each.findLast(Number.isFinite) ?? 0);
    if (!line.before) drawEnds(ctx, points, {...line, above}, options);
  }
}

/** A dot at each length, and the name at the last, where no other line is. @param {CanvasRenderingContext2D} ctx @param {[number, number][]} points
 *  @param {Line & {above: boolean}} line @param {Options} options */
function drawEnds(ctx, points, {name, colour, above}, {colours}) {
  const known = points.filter(([, y]) => Number.isFinite(y));
  ctx.fillStyle = colour;
  for (const point of known) dot(ctx, point, 3.5);
  const last = known[known.length - 1];
  if (!last) return;
  pen(ctx, colours.ink, {weight: 600});
  ctx.textAlign = 'right';
  ctx.fillText(name, last[0], last[1] + (above ? -13 : 15));
}

/** The same in sentences, each model's own. @param {Plot} plot @returns {Saying[]} */
export function describe({lengths, lines, unit}) {
  return lines.flatMap(({name, each, before}) => {
    const [first, last] = [each[0], each[each.length - 1]];
    if (before || !Number.isFinite(first) || !Number.isFinite(last)) return [];
    const two = (/** @type {number} */ value) => Number(value.toPrecision(2));
    const [from, to] = [lengths[0], lengths[lengths.length - 1]];
    const values = {name, from, to, first: two(first), last: two(last), times: two(last / first)};
    return [{key: `timed.found_${unit}`, values}];
  });
}

/** @param {{unit: string, plot: Plot}[]} plots of the same lengths and models @returns {import('../compare/runs.js').Table} */
export function table(plots) {
  const [{plot: first}] = plots;
  const columns = [
    {id: 'model', title: {key: 'compare.table.model'}},
    {id: 'length', title: {key: 'compare.wait.table_length'}},
    ...plots.map(({unit}) => ({id: unit, title: {key: `timed.table_${unit}`}})),
  ];
  const rows = first.lines.flatMap(({name, before}, k) =>
    before ? [] : first.lengths.map((n, i) => [name, n, ...plots.map(({plot}) => plot.lines[k].each[i])]),
  );
  return {columns, rows};
}
