// Where does each forget? How many answers are right, by how long ago the model read what it needs for them, all models in one
// plot; beyond the lengths that were trained on as dots.
import {linearTicks} from '../ticks.js';
import {scoreOf, scoresByGap, stretchOf} from './gap_scores.js';
import {drawNames, namesHeight} from './names.js';
import {percent} from './numbers.js';
import {BELOW, dot, drawAcross, drawLine, drawReading, drawRungs, drawTitle, nearest} from './plot.js';
import {WHOSE} from './runs.js';
import {countsAlong, drawLevels, drawShares, heightOf, placeIn} from './shares.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./plot.js').Point} Point @typedef {import('./gap_scores.js').Stretch} Stretch */

export const meta = {
  id: 'gaps',
  measure: 'gaps',
  options: {},
  title: {key: 'compare.gaps.title'},
  how: [{key: 'compare.gaps.how'}, {key: 'compare.gaps.how_longer'}],
};

const [LEFT, RIGHT, TITLE, TALL] = [44, 10, 30, 230];
/** Fewer answers are drawn, but no sentence is made of them. */
const FEW = 10;
/** Far apart, as the chart has what is longer. */
const DOTS = [0.5, 6];

/** @param {Run[]} runs @param {Options} options */
function layout(runs, options) {
  const all = runs.map(({found}) => found);
  const [score, stretch] = [scoreOf(all), stretchOf(all)];
  const [trained, longer] = [/** @type {const} */ (''), /** @type {const} */ ('longer_')].map((of) =>
    all.map((measured) => scoresByGap(measured, score, stretch, of)),
  );
  const froms = [...new Set([...trained, ...longer].flat().map(({from}) => from))].sort((a, b) => a - b);
  const top = namesHeight(runs, options) + TITLE;
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + TALL};
  const range = {low: froms[0] ?? 0, high: (froms[froms.length - 1] ?? 0) + stretch - 1};
  const worst = Math.max(1e-6, ...trained.flat().map(({value}) => value));
  return {score, stretch, trained, longer, froms, frame, range, worst, height: frame.bottom + BELOW};
}

/** @typedef {ReturnType<typeof layout>} View */

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, froms} = layout(runs, options);
  return {height, columns: froms.length, rows: runs.length};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  const {say} = options;
  drawNames(ctx, runs, options);
  drawTitle(ctx, say({key: `compare.gaps.y_${view.score}`}), view.frame.top - TITLE + 8, options);
  if (view.score === 'accuracy') drawShares(ctx, view.frame, options);
  if (view.score === 'accuracy') drawLevels(ctx, view.frame, options);
  else drawErrors(ctx, view, options);
  const across = say({key: options.width < 400 ? 'compare.gaps.x_short' : 'compare.gaps.x'});
  drawAcross(ctx, view.frame, countsAlong(view.frame, view.range), across, options);
  runs.forEach((run, i) => {
    ctx.lineCap = 'round';
    drawLine(ctx, pointsOf(view, view.longer[i]), {colour: run.colour, dash: DOTS});
    ctx.lineCap = 'butt';
    drawLine(ctx, pointsOf(view, view.trained[i]), run);
    drawCounts(ctx, run, view, i);
  });
  const at = options.cursor && pointsOf(view, view.trained[options.cursor.row] ?? [])[options.cursor.column];
  if (options.cursor && at) drawReading(ctx, view.frame, at, runs[options.cursor.row], options);
}

/** A dot as large as there are answers: what has few is worth little. @param {CanvasRenderingContext2D} ctx @param {Run} run @param {View} view @param {number} i of the model */
function drawCounts(ctx, run, view, i) {
  const most = Math.max(...view.trained.flat().map(({answers}) => answers), 1);
  ctx.fillStyle = run.colour;
  pointsOf(view, view.trained[i]).forEach((point, k) => {
    const found = view.trained[i].find(({from}) => from === view.froms[k]);
    if (found) dot(ctx, point, 1.5 + 3.5 * Math.sqrt(found.answers / most));
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawErrors(ctx, {frame, worst}, options) {
  const ticks = linearTicks(0, worst, 5).map((value) => ({at: heightOf(frame, value / worst), text: String(value)}));
  drawRungs(ctx, frame, ticks, options);
}

/** One a stretch that any model has; NaN where this one has none. @param {View} view @param {Stretch[]} stretches @returns {Point[]} */
function pointsOf({froms, frame, range, stretch, score, worst}, stretches) {
  return froms.map((from) => {
    const value = stretches.find((one) => one.from === from)?.value ?? NaN;
    const share = score === 'accuracy' ? value : Math.min(1, value / worst);
    return [placeIn(frame, range, from + (stretch - 1) / 2), heightOf(frame, share)];
  });
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const view = layout(runs, options);
  const {frame, trained, longer} = view;
  if (y < frame.top - 4 || y > frame.bottom + 8 || x < frame.left || x > frame.right) return null;
  const lines = [trained, longer].map((all) => all.map((stretches) => pointsOf(view, stretches)));
  const away = (lines[0][0] ?? []).map(([at]) => Math.abs(at - x));
  const column = away.indexOf(Math.min(...away));
  const heights = lines.map((all) => all.map((points) => points[column]?.[1] ?? NaN));
  const row = nearest(heights.find((all) => all.some(Number.isFinite)) ?? [], y);
  return row < 0 ? null : {column, row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const {trained, longer, froms, stretch, score} = layout(runs, options);
  const of = (/** @type {Stretch[][]} */ all) => all[row].find(({from}) => from === froms[column]);
  const gap = stretchSaying(froms[column], froms[column] + stretch - 1);
  const [here, beyond] = [of(trained), of(longer)];
  const values = {name: runs[row].name, gap, step: runs[row].found.step};
  const found = here
    ? {key: 'compare.gaps.reading', values: {...values, answers: here.answers, value: valueSaying(here.value, score)}}
    : {key: 'compare.gaps.reading_none', values};
  if (!beyond) return [found];
  return [
    found,
    {key: 'compare.gaps.reading_longer', values: {value: valueSaying(beyond.value, score), answers: beyond.answers}},
  ];
}

/** @param {number} from @param {number} to @returns {Saying} */
function stretchSaying(from, to) {
  const written = (/** @type {number} */ n) => String(n).replace('-', '−');
  if (from === to) return {key: 'compare.gaps.one', values: {gap: written(from)}};
  return {key: 'compare.gaps.stretch', values: {from: written(from), to: written(to)}};
}

/** @param {number} value @param {import('./gap_scores.js').Score} score @returns {Saying} */
function valueSaying(value, score) {
  if (score === 'accuracy') return {key: 'compare.gaps.right', values: {share: percent(value)}};
  return {key: 'compare.gaps.error', values: {error: Number(value.toPrecision(2))}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('./runs.js').Words} */
export function describe(runs, options) {
  const {trained, score} = layout(runs, options);
  return {
    found: runs.map((run, i) => sentence(run.name, trained[i], score)),
    phenomenon: {key: 'compare.gaps.phenomenon'},
  };
}

/** The nearest stretch beside the farthest. @param {string} name @param {Stretch[]} stretches @param {import('./gap_scores.js').Score} score @returns {Saying} */
function sentence(name, stretches, score) {
  const many = stretches.filter(({answers}) => answers >= FEW);
  const worth = many.length ? many : stretches;
  const [near, far] = [worth[0], worth[worth.length - 1]];
  if (!near) return {key: 'compare.gaps.none', values: {name}};
  const of = (/** @type {Stretch} */ {from, to}) => stretchSaying(from, to);
  const values = {name, near: of(near), value: valueSaying(near.value, score)};
  if (near === far) return {key: 'compare.gaps.found_one', values};
  return {key: 'compare.gaps.found', values: {...values, far: of(far), far_value: valueSaying(far.value, score)}};
}

/** Gap by gap, as measured. @param {Run[]} runs @returns {import('./runs.js').Table} */
export function table(runs) {
  const score = scoreOf(runs.map(({found}) => found));
  const columns = [
    {id: 'gap', title: {key: 'compare.table.gap'}},
    {id: 'examples', title: {key: 'compare.table.examples'}},
    {id: score === 'accuracy' ? 'share_right' : 'squared_error', title: {key: `compare.table.${score}`}},
    {id: 'answers', title: {key: 'compare.table.answers'}},
  ];
  const sets = [
    {of: /** @type {const} */ (''), set: 'trained'},
    {of: /** @type {const} */ ('longer_'), set: 'longer'},
  ];
  const rows = runs.flatMap(({name, found}) =>
    sets.flatMap(({of, set}) =>
      scoresByGap(found, score, 1, of).map(({from, value, answers}) => [name, found.step, from, set, value, answers]),
    ),
  );
  return {columns: [...WHOSE, ...columns], rows};
}
