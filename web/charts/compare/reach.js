// How far back does each learn? One plot for all models: time runs to the right, to the answer; how much a position counts for
// what is learned from that answer is drawn upward, each tenfold as high. What was measured before is drawn faintly.
import {called} from '../places.js';
import {linearTicks} from '../ticks.js';
import {drawNames, namesHeight} from './names.js';
import {decade, fraction} from './numbers.js';
import {BELOW, drawAcross, drawLine, drawReading, drawRungs, drawTitle, nearest, pen} from './plot.js';
import {factorsOf} from './reach_factors.js';
import {columnsOf, farthest, partAt, partsOf} from './reach_parts.js';
import {decades, lowestPower, scaleOf} from './reach_scale.js';
import {WHOSE, before} from './runs.js';
import {readingOf, saidOfSteps} from './steps.js';
import {drawSteps, panelOf, stepAt} from './steps_panel.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Saying} Saying */
/** @typedef {import('./plot.js').Frame} Frame @typedef {import('./plot.js').Point} Point @typedef {import('../grid.js').Cursor} Cursor */

export const meta = {
  id: 'reach',
  measure: 'reach',
  options: {},
  beside: [
    {measure: 'spectrum', options: {}},
    {measure: 'saturation', options: {}},
  ],
  title: {key: 'compare.reach.title'},
  how: [{key: 'compare.reach.how'}, {key: 'compare.reach.how_course'}, {key: 'compare.steps.how'}],
};

/** In brief without what a step does to the memory. @param {Options} options @returns {import('./runs.js').Ask[]} */
export function asks({brief}) {
  return [{measure: meta.measure, options: meta.options}, ...(brief ? [] : meta.beside)];
}

const [LEFT, RIGHT, TITLE, BETWEEN] = [50, 10, 30, 16];
/** Of what was measured before, so many curves are drawn. */
const EARLIER = 5;

/** As on a phone. @param {Options} options */
const isNarrow = ({width}) => width < 480;

/** Where everything stands. @param {Run[]} runs @param {Options} options */
function layout(runs, options) {
  const parts = runs.map(({found}) => partsOf(found));
  const columns = columnsOf(parts);
  const top = namesHeight(runs, options) + TITLE;
  const tall = (isNarrow(options) ? 200 : 260) - (options.brief ? 50 : 0);
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + tall};
  const scale = scaleOf(lowestPower(runs), frame, runs.length);
  const panels = panelsOf(columns, {...frame, bottom: scale.strip.bottom});
  const steps = panelOf(runs, options, scale.strip.bottom + BELOW);
  return {parts, columns, frame, scale, panels, steps, height: scale.strip.bottom + BELOW + steps.height};
}

/**
 * The source, where there is one, and then what the model reads up to its answer. `x` is the middle of a column.
 * @param {import('./reach_parts.js').Columns} columns @param {Frame} frame
 * @returns {{of: 'source' | 'back', from: number, count: number, frame: Frame, x: (column: number) => number}[]}
 */
function panelsOf({source, back}, frame) {
  const room = frame.right - frame.left - (source ? BETWEEN : 0);
  const share = source ? Math.max(0.3, Math.min(0.7, source / (source + back))) : 0;
  const middle = frame.left + share * room;
  const panel = (
    /** @type {number} */ from,
    /** @type {number} */ count,
    /** @type {number} */ left,
    /** @type {number} */ right,
  ) => ({
    from,
    count,
    frame: {...frame, left, right},
    x: (/** @type {number} */ column) =>
      count > 1 ? left + 4 + ((right - left - 8) * (column - from)) / (count - 1) : (left + right) / 2,
  });
  const last = {
    of: /** @type {const} */ ('back'),
    ...panel(source, back, middle + (source ? BETWEEN : 0), frame.right),
  };
  return source ? [{of: /** @type {const} */ ('source'), ...panel(0, source, frame.left, middle)}, last] : [last];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, columns, steps} = layout(runs, options);
  return {height, columns: columns.source + columns.back, rows: runs.length + steps.steps.length};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  drawNames(ctx, runs, options);
  drawTitle(ctx, options.say({key: 'compare.reach.y'}), view.frame.top - TITLE + 8, options);
  drawScale(ctx, view, options);
  for (const panel of view.panels) drawAcross(ctx, panel.frame, ticksOf(panel), acrossTitle(panel, options), options);
  runs.forEach((run, row) => drawCourse(ctx, run, row, view));
  runs.forEach((run, row) => drawParts(ctx, view.parts[row], row, view, run));
  drawEarlierNames(ctx, runs, view, options);
  drawSteps(ctx, view.steps, options, options.cursor ? options.cursor.row - runs.length : -1);
  if (options.cursor) drawCursorOf(ctx, runs, options.cursor, view, options);
}

/** @typedef {ReturnType<typeof layout>} View @typedef {View['panels'][number]} Panel */

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawScale(ctx, {frame, scale, panels}, options) {
  const {say, colours} = options;
  const ticks = decades(scale, frame.bottom - frame.top).map((power) => ({
    at: scale.y(10 ** power, 0),
    text: say(decade(power)),
  }));
  ctx.save();
  ctx.globalAlpha = 0.06;
  ctx.fillStyle = colours.ink;
  for (const {frame: at} of panels)
    ctx.fillRect(at.left, scale.strip.top, at.right - at.left, scale.strip.bottom - scale.strip.top);
  ctx.restore();
  drawRungs(ctx, frame, ticks, options);
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'right';
  ctx.fillText(say({key: 'compare.less'}), frame.left - 6, scale.strip.bottom - 6);
}

/** @param {CanvasRenderingContext2D} ctx @param {import('./reach_parts.js').Parts} parts @param {number} row @param {View} view @param {{colour: string, dash?: number[], width?: number, alpha?: number}} look */
function drawParts(ctx, parts, row, {columns, panels, scale}, look) {
  for (const {from, count, x} of panels) {
    const points = Array.from(
      {length: count},
      (_, i) => /** @type {Point} */ ([x(from + i), scale.y(partAt(parts, columns, from + i), row)]),
    );
    drawLine(ctx, points, look);
  }
}

/** The first, and some of those since. @param {Run} run */
function courseOf(run) {
  const all = before(run);
  const every = Math.max(1, Math.ceil(all.length / EARLIER));
  return all.filter((_, i) => i % every === 0);
}

/** Ever less faint. @param {CanvasRenderingContext2D} ctx @param {Run} run @param {number} row @param {View} view */
function drawCourse(ctx, run, row, view) {
  const some = courseOf(run);
  some.forEach((found, i) => {
    const alpha = 0.3 + (0.25 * i) / Math.max(1, some.length - 1);
    drawParts(ctx, partsOf(found), row, view, {colour: run.colour, width: 1, alpha});
  });
}

/** Earlier ones are named at their left end as far as names keep apart: where each began, then the others. @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {Options} options */
function drawEarlierNames(ctx, runs, {columns, panels, scale, frame}, {say}) {
  const height = (/** @type {Run['found']} */ found, /** @type {number} */ row) =>
    scale.y(partAt(partsOf(found), columns, panels[0].from), row);
  const taken = runs.map(({found}, row) => height(found, row));
  const earlier = runs.flatMap((run, row) => courseOf(run).map((found, i) => ({run, row, found, i})));
  for (const {run, row, found} of earlier.sort((a, b) => a.i - b.i)) {
    const y = height(found, row) - 7;
    if (!(y > frame.top && y < frame.bottom) || taken.some((other) => Math.abs(other - y) < 12)) continue;
    taken.push(y);
    pen(ctx, run.colour, {size: 10});
    ctx.fillText(say({key: 'compare.at_step', values: {step: found.step}}), panels[0].frame.left + 6, y);
  }
}

/** @param {Panel} panel */
function ticksOf({of, from, count, frame, x}) {
  const most = (frame.right - frame.left) / 56;
  const whole = linearTicks(0, Math.max(1, count - 1), most).filter(Number.isInteger);
  const source = [1, ...whole.filter((n) => n > 1 && n <= count)];
  if (of === 'source') return source.map((n) => ({at: x(from + n - 1), text: String(n)}));
  return whole.filter((n) => n < count).map((n) => ({at: x(from + count - 1 - n), text: String(n)}));
}

/** @param {Panel} panel @param {Options} options */
function acrossTitle({of, frame}, options) {
  const kind = called(options, of === 'source' ? 'source' : 'input', 2);
  const narrow = frame.right - frame.left < 260;
  if (of === 'source')
    return options.say({key: narrow ? 'compare.reach.source_short' : 'compare.reach.source', values: {kind}});
  return options.say({key: narrow ? 'compare.reach.back_short' : 'compare.reach.back', values: {kind}});
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Cursor} cursor @param {View} view @param {Options} options */
function drawCursorOf(ctx, runs, {column, row}, {parts, columns, panels, scale}, options) {
  const panel = panels.find(({from, count}) => column >= from && column < from + count);
  const run = runs[row];
  if (!panel || !run) return;
  drawReading(ctx, panel.frame, [panel.x(column), scale.y(partAt(parts[row], columns, column), row)], run, options);
}

/**
 * "farthest": the model that learns least from the positions farthest away, if another learns ten times as much from there. "hundredth":
 * how far back positions count at least a hundredth of the one that counts most, of the model that comes farthest.
 * @param {Run[]} runs @param {Options} options @param {string} selector @returns {import('./runs.js').Mark | null}
 */
export function mark(runs, options, selector) {
  const view = layout(runs, options);
  const spot = SPOTS[selector]?.(runs, view);
  const part = spot ? partAt(view.parts[spot.row], view.columns, spot.column) : NaN;
  if (!spot || !Number.isFinite(part)) return null;
  const {column, row} = spot;
  const values = {name: runs[row].name, place: numbered(options, view.columns, column), weight: weightOf(part)};
  const panel = view.panels.findLast(({from}) => column >= from) ?? view.panels[0];
  const [x, y] = [panel.x(column), view.scale.y(part, row)];
  return {column, row, x, y, label: fraction(part), words: {key: 'compare.reach.mark', values}};
}

/** @type {Record<string, (runs: Run[], view: View) => {row: number, column: number} | null>} */
const SPOTS = {farthest: farSpot, hundredth: (_, view) => lastingSpot(view)};

/** @param {Run[]} runs @param {View} view */
function farSpot(runs, {parts, panels}) {
  if (!apart(runs).length) return null;
  const far = parts.map((one) => farthest(one)?.part ?? NaN);
  const row = far.indexOf(Math.min(...far.filter(Number.isFinite)));
  const [panel] = panels;
  return {row, column: panel.from + (farthest(parts[row])?.of === panel.of ? Math.floor(panel.count / 20) : 0)};
}

/** @param {View} view */
function lastingSpot({parts, columns}) {
  const first = parts.map((_, row) => firstLasting(parts[row], columns));
  const row = first.indexOf(Math.min(...first.filter((column) => column >= 0)));
  return row < 0 ? null : {row, column: first[row]};
}

/** From there on, in the order of time, all count a hundredth: single ones far away are noisy. @param {import('./reach_parts.js').Parts} parts @param {import('./reach_parts.js').Columns} columns */
function firstLasting(parts, columns) {
  const all = Array.from({length: columns.source + columns.back}, (_, column) => partAt(parts, columns, column));
  const last = all.findLastIndex((part) => !(part >= 0.01)) + 1;
  return last < all.length ? last : -1;
}

/** Which place of what is read, and how far it is from the answer. @param {Options} options @param {import('./reach_parts.js').Columns} columns @param {number} column @returns {Saying} */
function numbered(options, columns, column) {
  const back = columns.source + columns.back - 1 - column;
  if (column < columns.source || back === 0) return placeOf(options, columns, column);
  const values = {kind: called(options, 'input', 1), at: String(column - columns.source + 1), back};
  return {key: 'compare.reach.at_back', values};
}

/** The model whose line is nearest there. @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {parts, columns, panels, scale, frame, steps} = layout(runs, options);
  const step = stepAt(steps, y);
  if (step >= 0) return {column: options.cursor?.column ?? 0, row: runs.length + step};
  const panel = panels.findLast((one) => x >= one.frame.left - BETWEEN / 2) ?? panels[0];
  if (y < frame.top - 4 || y > scale.strip.bottom + 8 || x < frame.left - 4 || x > panel.frame.right + 4) return null;
  const {from, count} = panel;
  const across = panel.frame.right - panel.frame.left - 8;
  const at = Math.round(((x - panel.frame.left - 4) / across) * (count - 1));
  const column = from + Math.max(0, Math.min(count - 1, at));
  const row = nearest(
    parts.map((one, i) => scale.y(partAt(one, columns, column), i)),
    y,
  );
  return row < 0 ? null : {column, row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const {parts, columns, steps} = layout(runs, options);
  if (row >= runs.length) return readingOf(steps.steps[row - runs.length]);
  const {name, found} = runs[row];
  const weight = weightOf(partAt(parts[row], columns, column));
  const values = {name, step: found.step, place: placeOf(options, columns, column), weight};
  const [first] = before(runs[row]);
  if (!first) return [{key: 'compare.reach.reading', values}];
  const earlier = fraction(partAt(partsOf(first), columns, column));
  return [{key: 'compare.reach.reading_since', values: {...values, first: first.step, earlier}}];
}

/** @param {Options} options @param {import('./reach_parts.js').Columns} columns @param {number} column @returns {Saying} */
function placeOf(options, columns, column) {
  if (column < columns.source) {
    return {key: 'compare.reach.at_source', values: {kind: called(options, 'source', 1), at: String(column + 1)}};
  }
  const back = columns.source + columns.back - 1 - column;
  if (back === 0) return {key: 'compare.reach.last', values: {kind: called(options, 'input', 2)}};
  return {key: 'compare.reach.steps_back', values: {back, kind: called(options, 'input', back)}};
}

/** How much a place counts. @param {number} part @returns {Saying} */
function weightOf(part) {
  if (part === 0) return {key: 'compare.reach.weight_none'};
  return part === 1
    ? {key: 'compare.reach.weight_most'}
    : {key: 'compare.reach.weight', values: {part: fraction(part)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('./runs.js').Words} */
export function describe(runs, options) {
  const also = factorsOf(runs, isNarrow(options));
  const each = runs.map((run) => [sentence(run, options), ...saidOfSteps(run)].reduce(then));
  return {found: [...apart(runs), ...also, ...each], also, phenomenon: {key: 'compare.reach.phenomenon'}};
}

/** One sentence after the other. @param {Saying} before @param {Saying} next @returns {Saying} */
const then = (before, next) => ({key: 'compare.reach.then', values: {before, next}});

/** Who learns from farther back than others, if it is ten times as much. @param {Run[]} runs @returns {Saying[]} */
function apart(runs) {
  const far = runs.map(({name, found}) => ({name, at: farthest(partsOf(found))}));
  const known = far.filter(({at}) => at && Number.isFinite(at.part) && at.of === far[0].at?.of);
  const ranked = known.sort((a, b) => (b.at?.part ?? 0) - (a.at?.part ?? 0));
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  if (ranked.length < 2 || !((best.at?.part ?? 0) > 10 * (worst.at?.part ?? 0))) return [];
  return [{key: 'compare.reach.best', values: {best: best.name, worst: worst.name}}];
}

/** @param {Run} run @param {Options} options @returns {Saying} */
function sentence(run, options) {
  const {name} = run;
  const parts = partsOf(run.found);
  const far = farthest(parts);
  if (parts.most === 0) return {key: 'compare.reach.silent', values: {name}};
  if (!far) return {key: 'compare.reach.one', values: {name}};
  const values = {name, place: stretch(options, far), weight: weightOf(far.part)};
  const [first] = before(run);
  const earlier = first && farthest(partsOf(first));
  if (!earlier) return {key: 'compare.reach.found', values};
  return {key: 'compare.reach.found_since', values: {...values, first: first.step, earlier: fraction(earlier.part)}};
}

/** @param {Options} options @param {{from: number, to: number, of: 'source' | 'back'}} far @returns {Saying} */
function stretch(options, {from, to, of}) {
  if (of === 'source' && from === to) return placeOf(options, {source: 1, back: 0}, 0);
  if (of === 'source')
    return {key: 'compare.reach.first_source', values: {count: to + 1, kind: called(options, 'source', to + 1)}};
  const kind = called(options, 'input', to);
  if (from === to) return {key: 'compare.reach.steps_back', values: {back: to, kind}};
  return {key: 'compare.reach.stretch_back', values: {from, to, kind}};
}

/** @param {Run[]} runs @returns {import('./runs.js').Table} */
export function table(runs) {
  const columns = ['source', 'back', 'part'].map((id) => ({
    id: `${id === 'part' ? 'part_of_most' : `position_${id}`}`,
    title: {key: `compare.table.${id}`},
  }));
  const rows = runs.flatMap((run) =>
    [...before(run), run.found].flatMap((measured) => {
      const {source, back} = partsOf(measured);
      const row = (/** @type {(number | string)[]} */ ...cells) => [run.name, measured.step, ...cells];
      return [...source.map((part, i) => row(i + 1, '', part)), ...back.map((part, i) => row('', i, part)).reverse()];
    }),
  );
  return {columns: [...WHOSE, ...columns], rows};
}
