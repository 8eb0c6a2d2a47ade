// What is left in the end of what stood at each place? The memory of a gated network is multiplied by a gate at every place: all models
// in one plot, by the unit that keeps most.
import {drawNames, namesHeight} from '../compare/names.js';
import {fraction, percent} from '../compare/numbers.js';
import {BELOW, drawAcross, drawLine, drawReading, drawTitle, nearest} from '../compare/plot.js';
import {WHOSE} from '../compare/runs.js';
import {countsAlong, drawShares, heightOf, placeIn} from '../compare/shares.js';
import {placeOf} from '../look/words.js';
import {called} from '../places.js';
import {keptOf} from './kept_parts.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('../compare/plot.js').Point} Point @typedef {import('./kept_parts.js').Kept} Kept */

export const meta = {
  id: 'kept',
  measure: 'saturation',
  options: {},
  title: {key: 'compare.kept.title'},
  how: [{key: 'compare.kept.how'}, {key: 'compare.kept.how_gate'}],
  taps: ['lstm.{layer}.gates', 'gru.{layer}.gates'],
};

const [LEFT, RIGHT, TITLE, TALL, SHORT] = [44, 10, 30, 230, 150];

/** @param {Run[]} runs @param {Options} options */
function layout(runs, options) {
  const kept = runs.map(({look}) => keptOf(look?.taps ?? []));
  const steps = Math.max(0, ...kept.map((one) => one?.most.length ?? 0));
  const top = namesHeight(runs, options) + TITLE;
  const tall = options.brief ? SHORT : TALL;
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + tall};
  return {kept, steps, frame, range: {low: 1, high: steps}, height: frame.bottom + BELOW};
}

/** @typedef {ReturnType<typeof layout>} View */

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, steps} = layout(runs, options);
  return {height, columns: steps, rows: runs.length};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  const {cursor, say} = options;
  drawNames(ctx, runs, options);
  drawTitle(ctx, say({key: 'compare.kept.y'}), view.frame.top - TITLE + 8, options);
  drawShares(ctx, view.frame, options);
  const along = {key: 'compare.kept.x', values: {places: called(options, 'input', 2)}};
  const ticks = view.steps ? countsAlong(view.frame, view.range) : [];
  drawAcross(ctx, view.frame, ticks, say(along), options);
  runs.forEach((run, i) => drawLine(ctx, pointsOf(view, view.kept[i]), run));
  const at = cursor && pointsOf(view, view.kept[cursor.row])[cursor.column];
  if (cursor && at) drawReading(ctx, view.frame, at, runs[cursor.row], options);
}

/** @param {View} view @param {Kept | null} kept @returns {Point[]} */
const pointsOf = ({frame, range}, kept) =>
  (kept?.most ?? []).map((part, place) => [placeIn(frame, range, place + 1), heightOf(frame, part)]);

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const view = layout(runs, options);
  const {frame, steps, kept} = view;
  if (!steps || y < frame.top - 4 || y > frame.bottom + 8 || x < frame.left || x > frame.right) return null;
  const share = (x - frame.left - 6) / Math.max(1, frame.right - frame.left - 12);
  const column = Math.max(0, Math.min(steps - 1, Math.round(share * (steps - 1))));
  const heights = kept.map((one) => pointsOf(view, one)[column]?.[1] ?? NaN);
  const row = nearest(heights, y);
  return row < 0 ? null : {column, row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const kept = layout(runs, options).kept[row];
  const {name} = runs[row];
  if (!kept || column >= kept.most.length) return [{key: 'compare.kept.none', values: {name}}];
  const values = {name, place: readAt(runs[row], column, options), part: fraction(kept.most[column])};
  return [{key: 'compare.kept.reading', values: {...values, open: percent(kept.open[column])}}];
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const {kept} = layout(runs, options);
  return {
    found: runs.map((run, i) => sentence(run, kept[i], options)),
    phenomenon: {key: 'compare.kept.phenomenon'},
  };
}

/** @param {Run} run @param {Kept | null} kept @param {Options} options @returns {Saying} */
function sentence(run, kept, options) {
  const {name} = run;
  if (!kept) return {key: 'compare.kept.none', values: {name}};
  const open = percent(kept.open.reduce((sum, part) => sum + part, 0) / kept.open.length);
  const values = {name, open, place: readAt(run, 0, options), part: fraction(kept.most[0])};
  return {key: 'compare.kept.found', values};
}

/** @param {Run} run @param {number} place @param {Options} options */
const readAt = ({look}, place, options) =>
  placeOf({stream: 'input', names: isNamed(options) ? (look?.symbols ?? null) : null}, place, options);

/** Numbers have no names. @param {Options} options */
const isNamed = ({places}) => places?.input?.named ?? true;

/** Models are apart where of the first place one keeps ten times as much as another. */
const APART = 10;

/** "farthest": what is left of the first place in who keeps least of it. @param {Run[]} runs @param {Options} options @param {string} selector @returns {import('../compare/runs.js').Mark | null} */
export function mark(runs, options, selector) {
  if (selector !== 'farthest') return null;
  const view = layout(runs, options);
  const ranked = view.kept
    .flatMap((one, row) => (one ? [{row, part: one.most[0]}] : []))
    .sort((a, b) => a.part - b.part);
  const [least, best] = [ranked[0], ranked[ranked.length - 1]];
  if (!least || best.part < APART * least.part || best.part === 0) return null;
  const [x, y] = pointsOf(view, view.kept[least.row])[0];
  const label = fraction(least.part);
  const run = runs[least.row];
  const values = {name: run.name, place: readAt(run, 0, options), part: label};
  return {column: 0, row: least.row, x, y, label, words: {key: 'compare.kept.mark', values}};
}

/** @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = ['at_place', 'kept', 'gate_open'].map((id) => ({id, title: {key: `compare.table.${id}`}}));
  const rows = runs.flatMap(({name, found, look}) => {
    const kept = keptOf(look?.taps ?? []);
    const step = look?.step ?? found.step;
    return kept ? kept.most.map((part, i) => [name, step, i + 1, part, kept.open[i]]) : [[name, step, '', '', '']];
  });
  return {columns: [...WHOSE, ...columns], rows};
}

/** @param {Run[]} _runs @param {Options} _options @param {Cursor} cursor @returns {import('../compare/runs.js').Place} */
export const place = (_runs, _options, {column}) => ({stream: 'input', index: column});

/** @param {Run[]} runs @param {Options} options @param {import('../compare/runs.js').Place} where @returns {Cursor | null} */
export function at(runs, options, {stream, index}) {
  const {kept} = layout(runs, options);
  const row = kept.findIndex((one) => one && index < one.most.length);
  return stream === 'input' && row >= 0 ? {column: index, row} : null;
}
