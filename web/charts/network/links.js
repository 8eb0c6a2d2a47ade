// The lines of an unrolled network, as points: into a box from whatever it is made of, round it, and along the way that is lit.
import {answeredFrom, isConnection, wayTo, waysFrom} from './ways.js';
import {columnOf, placeAt} from './axis.js';
import {alike, measuredWay} from './fitted.js';
import {chainedTo, endAt, seenFrom} from './levels.js';
import {spanOf, xOf} from './layout.js';

/** @typedef {import('./layout.js').View} View @typedef {import('./layout.js').Band} Band @typedef {import('./levels.js').Level} Level */
/** @typedef {import('./ways.js').Node} Node @typedef {[number, number]} Point */
/** @typedef {{level: Level, at: number, how: 'up' | 'along' | 'over'}} Source of a box */

const [LEAST, MOST] = [8, 40];

/** A line that leaves and arrives upright, or bent aside by so much. @param {Point} from @param {Point} to @param {number} [aside] @returns {Point[]} */
function rising([x0, y0], [x1, y1], aside = 0) {
  if (Math.abs(x0 - x1) < 0.5 && !aside)
    return [
      [x0, y0],
      [x1, y1],
    ];
  const lift = Math.max(0.42 * Math.abs(y0 - y1), y1 > y0 ? 24 : 0);
  return cubic([x0, y0], [x0 + aside, y0 - lift], [x1 + aside, y1 + lift], [x1, y1]);
}

/** @param {Point} a @param {Point} b @param {Point} c @param {Point} d @returns {Point[]} */
function cubic(a, b, c, d) {
  const pieces = Math.round(Math.max(LEAST, Math.min(MOST, Math.abs(a[0] - d[0]) / 10)));
  return Array.from({length: pieces + 1}, (_, i) => {
    const t = i / pieces,
      s = 1 - t;
    const on = (/** @type {0 | 1} */ k) => s ** 3 * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t ** 3 * d[k];
    return /** @type {Point} */ ([on(0), on(1)]);
  });
}

/** How high a level's boxes are: what gathers is flat. @param {Band} band @param {Level} level */
export const halfOf = ({half}, {rule}) => (rule === 'gather' ? 0.6 * half : rule === 'read' ? 0.9 * half : half);

/** Where the sum above a box stands. @param {Band} band @param {Level} level @returns {number} */
export const sumY = (band, level) => band.y(level.row) - band.half - 0.2 * band.pitch;

/** Where lines leave a level upward, towards some x. @param {View} view @param {Band} band @param {Level} level @param {number} at @param {number} towards @returns {Point} */
function exit(view, band, level, at, towards) {
  if (level.rule === 'gather') {
    const [left, right] = spanOf(view, band, level);
    return [Math.max(left, Math.min(right, towards)), band.y(level.row) - halfOf(band, level)];
  }
  const x = xOf(view, band, level, at);
  return [x, level.round.length ? sumY(band, level) : band.y(level.row) - halfOf(band, level)];
}

/** From a level below into a box. @param {View} view @param {Band} band @param {Level} from @param {number} at @param {Level} to @param {number} into @returns {Point[]} */
function up(view, band, from, at, to, into) {
  const gathers = to.rule === 'gather';
  const x = gathers ? xOf(view, band, from, at) : xOf(view, band, to, into);
  const end = /** @type {Point} */ ([x, band.y(to.row) + halfOf(band, to)]);
  const past = to.stream === from.stream && to.row > from.row + 1 && at === into;
  return rising(exit(view, band, from, at, x), end, past ? -1.1 * band.half - 0.12 * view.axis.pitch : 0);
}

/** From the position before, or after, into a box of a chain. @param {View} view @param {Band} band @param {Level} level @param {number} at @param {number} into @returns {Point[]} */
function along(view, band, level, at, into) {
  const [x0, x1] = [xOf(view, band, level, at), xOf(view, band, level, into)];
  const y = band.y(level.row);
  const way = Math.sign(x1 - x0) || 1;
  return Math.abs(x1 - x0) < 1
    ? []
    : [
        [x0 + way * band.half, y],
        [x1 - way * band.half, y],
      ];
}

/** From the end of one chain to the beginning of another. @param {View} view @param {Band} band @param {Level} from @param {number} at @param {Level} to @param {number} into @returns {Point[]} */
function over(view, band, from, at, to, into) {
  const [x0, x1] = [xOf(view, band, from, at), xOf(view, band, to, into)];
  const [y0, y1] = [band.y(from.row), band.y(to.row)];
  const start = /** @type {Point} */ ([x0 + band.half, y0]),
    end = /** @type {Point} */ ([x1 - band.half, y1]);
  const pull = Math.max(8, 0.5 * (end[0] - start[0]));
  return cubic(start, [start[0] + pull, y0], [end[0] - pull, y1], end);
}

/**
 * What a box is made of: what is below it, of one or many positions, what it held before, what another chain ended with.
 * @param {Band} band @param {Level} level @param {number} at @returns {Source[]}
 */
export function sourcesOf({net}, level, at) {
  const seen = seenFrom(net, level, at);
  const from = (/** @type {number} */ index, /** @type {number} */ s, /** @type {Source['how']} */ how) => ({
    level: net.levels[index],
    at: s,
    how,
  });
  const below = level.below.flatMap((index) =>
    (net.levels[index].rule === 'gather' ? [at] : seen).map((s) => from(index, s, 'up')),
  );
  const own = level.own.map((index) => from(index, at, 'up'));
  if (level.rule !== 'chain') return [...below, ...own];
  const before = chainedTo(net, level, at);
  if (!Number.isNaN(before)) return [...below, from(level.index, before, 'along')];
  return [
    ...below,
    ...level.begin.map(({level: index, end}) => from(index, endAt(net, net.levels[index], end), 'over')),
  ];
}

/** @param {View} view @param {Band} band @param {Source} source @param {Level} level @param {number} at @returns {Point[]} */
export function lineInto(view, band, {level: from, at: s, how}, level, at) {
  if (how === 'along') return along(view, band, level, s, at);
  return how === 'over' ? over(view, band, from, s, level, at) : up(view, band, from, s, level, at);
}

/** Round a box, into the sum above it. @param {View} view @param {Band} band @param {Level} level @param {number} at @returns {Point[][]} */
export function linksRound(view, band, level, at) {
  const x = xOf(view, band, level, at);
  return level.round.map((index) => round(view, band, band.net.levels[index], at, level, x));
}

/** @param {View} view @param {Band} band @param {Level} from @param {number} at @param {Level} level @param {number} x @returns {Point[]} */
function round(view, band, from, at, level, x) {
  const [start, top] = [exit(view, band, from, at, x), sumY(band, level)];
  const y = band.y(level.row);
  const aside = x + Math.min(band.half + 3.5, 0.48 * view.axis.pitch);
  const first = from.row === level.row - 1;
  const foot = first ? Math.min(start[1], y + band.half + 0.22 * band.pitch) : start[1];
  const bend = (/** @type {Point} */ a, /** @type {Point} */ b) =>
    cubic(a, [a[0], (a[1] + b[1]) / 2], [b[0], (a[1] + b[1]) / 2], b);
  const low = first ? y + 0.45 * band.half : foot - 0.4 * band.pitch; // round all boxes of a part
  return [start, ...bend([x, foot], [aside, low]), ...bend([aside, y - 0.45 * band.half], [x, top])];
}

/** Where an answer stands. @param {View} view @param {Band} band @param {number} at @returns {Point} */
export function answerPoint({axis}, band, at) {
  return [axis.xs[columnOf(axis, band.net, {stream: 'input', at})], band.y(band.rows - 1)];
}

/** What an answer is made of. @param {View} view @param {Band} band @param {number} answer its position @returns {Point[][]} */
export function linksToAnswer(view, band, answer) {
  const to = answerPoint(view, band, answer);
  return answeredFrom(band.net, answer).map(({level, at}) => towards(view, band, band.net.levels[level], at, to));
}

/** @param {View} view @param {Band} band @param {Level} level @param {number} at @param {Point} to @returns {Point[]} */
function towards(view, band, level, at, to) {
  const past = level.row < band.rows - 2 && level.stream === 'input';
  const start = exit(view, band, level, at, to[0]);
  return rising(
    start,
    [to[0], to[1] + band.half],
    past && Math.abs(start[0] - to[0]) < 1 ? 1.1 * band.half + 0.12 * view.axis.pitch : 0,
  );
}

/** A piece of the way that is lit; `counts`: it is a connection. @typedef {{points: Point[], counts: boolean, into: Node | null}} Piece */

/**
 * The shortest way to the answer that was chosen, from its first position on, and how many connections it has; none where there
 * is none, or where the picture does not come to the number that was measured.
 * @param {View} view @param {Band} band @returns {{pieces: Piece[], nodes: Node[], count: number}}
 */
export function litWay(view, band) {
  const {net, example, answer} = band;
  const place = placeAt(view.axis, net, view.chosen.column);
  const none = {pieces: [], nodes: [], count: NaN};
  if (!place) return none;
  const measured = measuredWay(band, place, answer);
  const nodes = wayTo(net, waysFrom(net, place), example.answers[answer]);
  const count = nodes.filter((node) => isConnection(net, node)).length;
  if (!nodes.length || !alike(count, measured)) return {...none, count: measured};
  const pieces = nodes.slice(1).map((node, i) => pieceBetween(view, band, nodes[i], node));
  const last = nodes[nodes.length - 1];
  const to = answerPoint(view, band, example.answers[answer]);
  pieces.push({points: towards(view, band, net.levels[last.level], last.at, to), counts: false, into: null});
  const within = nodes.flatMap((node, i) => throughBar(band, node, pieces[i - 1], pieces[i]));
  return {pieces: [...pieces, ...within], nodes, count};
}

/** Within a bar, from where the way enters to where it leaves. @param {Band} band @param {Node} node @param {Piece | undefined} entering @param {Piece} leaving @returns {Piece[]} */
function throughBar({net, y}, {level}, entering, leaving) {
  if (net.levels[level].rule !== 'gather' || !entering?.points.length || !leaving.points.length) return [];
  const height = y(net.levels[level].row);
  const [from, to] = [entering.points[entering.points.length - 1][0], leaving.points[0][0]];
  return [
    {
      points: [
        [from, height],
        [to, height],
      ],
      counts: false,
      into: null,
    },
  ];
}

/** @param {View} view @param {Band} band @param {Node} a @param {Node} b @returns {Piece} */
function pieceBetween(view, band, a, b) {
  const {net} = band;
  const [from, to] = [net.levels[a.level], net.levels[b.level]];
  const counts = isConnection(net, b);
  if (b.sum && a.level === b.level) return {points: intoSum(view, band, to, b.at), counts, into: b};
  if (b.sum) return {points: round(view, band, from, b.at, to, xOf(view, band, to, b.at)), counts, into: b};
  if (a.level === b.level) return {points: along(view, band, to, a.at, b.at), counts, into: b};
  if (from.rule === 'chain' && to.begin.some(({level}) => level === a.level) && !to.below.includes(a.level))
    return {points: over(view, band, from, a.at, to, b.at), counts, into: b};
  return {points: up(view, band, from, a.at, to, b.at), counts, into: b};
}

/** From a box to the sum above it. @param {View} view @param {Band} band @param {Level} level @param {number} at @returns {Point[]} */
export function intoSum(view, band, level, at) {
  const x = xOf(view, band, level, at);
  return [
    [x, band.y(level.row) - halfOf(band, level)],
    [x, sumY(band, level)],
  ];
}
