// Where does each fail? How many examples are right as a whole, by their length, all models in one plot; and for each a map of its
// answers, by length and by place. Lengths that were trained on are shaded, and framed.
import {cellAt, drawCursor} from '../grid.js';
import {drawLegends, LEGEND_HEIGHT} from '../legend.js';
import {drawMap, hasMaps, mapsIn} from './length_maps.js';
import {answersOf, breaksAt, meanAnswers, meanExact, scoresOf, trainedCount} from './length_scores.js';
import {farthestApart} from './length_mark.js';
import {drawNames, namesHeight} from './names.js';
import {percent} from './numbers.js';
import {BELOW, drawAcross, drawLine, drawReading, drawTitle, nearest, pen} from './plot.js';
import {WHOSE} from './runs.js';
import {countsAlong, drawLevels, drawShares, heightOf, placeIn} from './shares.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./plot.js').Point} Point */

export const meta = {
  id: 'lengths',
  measure: 'lengths',
  options: {},
  title: {key: 'compare.lengths.title'},
  how: [{key: 'compare.lengths.how'}, {key: 'compare.lengths.how_map'}],
};

const [LEFT, RIGHT, TITLE, TALL] = [44, 10, 30, 180];

/** In brief the line stands alone, and is to be sure of each length. @param {Options} options @returns {import('./runs.js').Ask[]} */
export function asks({brief}) {
  return [{measure: meta.measure, options: brief ? {examples: 64} : meta.options}];
}

/** What is counted: sequences that are right from beginning to end, or answers, each for itself. @type {import('./runs.js').Control} */
const COUNTED = {
  name: 'counted',
  title: {key: 'compare.lengths.counted'},
  choices: [
    {value: 0, title: {key: 'compare.lengths.counted_whole'}},
    {value: 1, title: {key: 'compare.lengths.counted_each'}},
  ],
};

/** @param {Options} options */
const countsEach = ({choice}) => choice?.counted === 1;

/** What the line of a model is drawn from. @param {import('./length_scores.js').Scores} scores @param {Options} options */
const sharesOf = (scores, options) => (countsEach(options) ? meanAnswers(scores) : scores.exact);

/**
 * Rows of the cursor: a model's line each, and then the places of each model's map.
 * @param {Run[]} runs @param {Options} options
 */
function layout(runs, options) {
  const scores = runs.map(({found}) => scoresOf(found));
  const shares = scores.map((one) => sharesOf(one, options));
  const lengths = scores.reduce(
    (most, one) => (one.lengths.length > most.length ? one.lengths : most),
    /** @type {number[]} */ ([]),
  );
  const top = namesHeight(runs, options) + TITLE;
  const frame = {left: LEFT, right: options.width - RIGHT, top, bottom: top + TALL};
  const end = frame.bottom + BELOW;
  const range = {low: lengths[0] ?? 0, high: lengths[lengths.length - 1] ?? 0};
  const places = Math.max(1, ...scores.map((one) => one.places));
  const mapped = hasMaps(scores) && !options.brief ? mapsIn(scores, end + 24, options.width) : {maps: [], bottom: end};
  return {
    scores,
    shares,
    lengths,
    range,
    frame,
    places,
    ...mapped,
    height: mapped.bottom + (mapped.maps.length ? LEGEND_HEIGHT + 10 : 0),
  };
}

/** @typedef {ReturnType<typeof layout>} View */

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, lengths, maps, places} = layout(runs, options);
  const controls = places > 1 ? [COUNTED] : [];
  return {height, columns: lengths.length, rows: runs.length + maps.length * places, controls};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  const {say} = options;
  drawNames(ctx, runs, options);
  drawTitle(
    ctx,
    say({key: countsEach(options) ? 'compare.lengths.y_each' : 'compare.lengths.y'}),
    view.frame.top - TITLE + 8,
    options,
  );
  drawTrained(ctx, view, options);
  drawShares(ctx, view.frame, options);
  if (!hasMaps(view.scores)) drawLevels(ctx, view.frame, options); // one answer an example: all is right as soon as that is
  drawAcross(ctx, view.frame, countsAlong(view.frame, view.range), say({key: 'compare.lengths.x'}), options);
  runs.forEach((run, i) => drawLine(ctx, pointsOf(view, i), run));
  if (view.maps.length) drawMaps(ctx, runs, view, options);
  if (options.cursor) drawCursorOf(ctx, runs, options.cursor, view, options);
}

/** @param {View} view @param {number} i of the model @returns {Point[]} */
function pointsOf({scores, shares, frame, range}, i) {
  return scores[i].lengths.map((length, k) => [placeIn(frame, range, length), heightOf(frame, shares[i][k])]);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Options} options */
function drawTrained(ctx, {scores, frame, range}, {colours, say}) {
  const {trainedTo} = scores[0];
  if (!(trainedTo >= range.low) || trainedTo >= range.high) return;
  const end = placeIn(frame, range, trainedTo);
  ctx.save();
  ctx.globalAlpha = 0.06;
  ctx.fillStyle = colours.ink;
  ctx.fillRect(frame.left, frame.top, end - frame.left, frame.bottom - frame.top);
  ctx.restore();
  pen(ctx, colours.muted, {size: 11});
  ctx.textAlign = 'right';
  const text = say({key: 'compare.lengths.trained'});
  const room = ctx.measureText(text).width + 8;
  ctx.fillText(text, Math.max(end - 5, frame.left + room), frame.top - 9);
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {View} view @param {Options} options */
function drawMaps(ctx, runs, {scores, maps, bottom, frame}, options) {
  const title = options.width < 480 ? 'compare.lengths.maps_short' : 'compare.lengths.maps';
  drawTitle(ctx, options.say({key: title}), frame.bottom + BELOW + 12, options);
  runs.forEach((run, i) => drawMap(ctx, run, scores[i], maps[i], options));
  ctx.save();
  ctx.translate(0, bottom + 10);
  drawLegends(ctx, [{kind: 'sequential', low: 0, high: 1, title: {key: 'compare.lengths.share'}}], options);
  ctx.restore();
}

/** Which model, and which place of its map; -1: its line. @param {View} view @param {number} count of models @param {number} row */
function meant({places}, count, row) {
  return row < count ? {i: row, place: -1} : {i: Math.floor((row - count) / places), place: (row - count) % places};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Cursor} cursor @param {View} view @param {Options} options */
function drawCursorOf(ctx, runs, {column, row}, view, options) {
  const {i, place} = meant(view, runs.length, row);
  if (place >= 0) return drawCursor(ctx, view.maps[i], {column, row: place}, options.colours);
  const point = pointsOf(view, i)[column];
  if (point) drawReading(ctx, view.frame, point, runs[i], options);
}

/**
 * "breaks": the length from which on fewer than half are right, of the model that fails first, unless all fail there. "farthest_apart": the
 * length at which the best and the worst of the models have the most between them, at the worst one's line; nothing where that is less
 * than a fifth of all.
 * @param {Run[]} runs @param {Options} options @param {string} selector @returns {import('./runs.js').Mark | null}
 */
export function mark(runs, options, selector) {
  const view = layout(runs, options);
  if (selector === 'breaks') return markOfBreak(runs, view);
  return selector === 'farthest_apart' ? markApart(runs, view) : null;
}

/** @param {Run[]} runs @param {View} view */
function markOfBreak(runs, view) {
  const where = view.scores.map((scores) => breaksAt(scores));
  const first = Math.min(...where.filter(Number.isFinite));
  if (!Number.isFinite(first) || where.every((length) => length === first)) return null;
  const row = where.indexOf(first);
  const column = view.scores[row].lengths.indexOf(first);
  const share = percent(view.scores[row].exact[column]);
  const [x, y] = pointsOf(view, row)[column];
  const values = {name: runs[row].name, length: first, share};
  return {column, row, x, y, label: share, words: {key: 'compare.lengths.mark', values}};
}

/** @param {Run[]} runs @param {View} view */
function markApart(runs, view) {
  const spot = farthestApart(view.shares);
  if (!spot) return null;
  const {column, row, best} = spot;
  const [x, y] = pointsOf(view, row)[column];
  const [name, other] = [row, best].map((i) => runs[i].name);
  const [share, more] = [row, best].map((i) => percent(view.shares[i][column]));
  const words = {key: 'compare.lengths.mark_apart', values: {length: view.lengths[column], name, other, share, more}};
  return {column, row, x, y, label: share, words};
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const view = layout(runs, options);
  const {frame, lengths, range, maps, places} = view;
  for (const [i, cells] of maps.entries()) {
    const at = y <= cells.y + cells.height ? cellAt(cells, x, y) : null;
    if (at) return {column: at.column, row: runs.length + i * places + at.row};
  }
  if (y < frame.top - 4 || y > frame.bottom + 8 || x < frame.left || x > frame.right) return null;
  const away = lengths.map((length) => Math.abs(placeIn(frame, range, length) - x));
  const column = away.indexOf(Math.min(...away));
  const row = nearest(
    runs.map((_, i) => pointsOf(view, i)[column]?.[1] ?? NaN),
    y,
  );
  return row < 0 ? null : {column, row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const view = layout(runs, options);
  const {i, place} = meant(view, runs.length, row);
  const scores = view.scores[i];
  const {accuracy, lengths, trainedTo} = scores;
  const length = lengths[column];
  const values = {name: runs[i].name, length, step: runs[i].found.step};
  const share = percent(place < 0 ? view.shares[i][column] : accuracy(column, place));
  const reading =
    place < 0 && countsEach(options)
      ? {key: 'compare.lengths.reading_each', values: {...values, share}}
      : readingOf(scores, column, place, {...values, share});
  return length > trainedTo ? [reading, {key: 'compare.lengths.beyond'}] : [reading];
}

/** @param {import('./length_scores.js').Scores} scores @param {number} column @param {number} place -1: the whole @param {Record<string, any>} values @returns {Saying} */
function readingOf(scores, column, place, values) {
  if (place < 0) return {key: 'compare.lengths.reading', values};
  if (scores.ends && place === answersOf(scores, column) - 1) return {key: 'compare.lengths.reading_end', values};
  return {key: 'compare.lengths.reading_place', values: {...values, place: String(place + 1)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('./runs.js').Words} */
export function describe(runs, options) {
  const found = runs.map(countsEach(options) ? sentenceOfEach : sentence);
  return {found, phenomenon: {key: 'compare.lengths.phenomenon'}};
}

/** From the shortest to the longest. @param {Run} run @returns {Saying} */
function sentenceOfEach({name, found}) {
  const scores = scoresOf(found);
  const shares = meanAnswers(scores);
  const [first, last] = [shares.findIndex(Number.isFinite), shares.findLastIndex(Number.isFinite)];
  const at = (/** @type {number} */ i) => ({
    key: 'compare.lengths.each_at',
    values: {length: scores.lengths[i] ?? NaN, share: percent(shares[i] ?? NaN)},
  });
  return {key: 'compare.lengths.found_each', values: {name, first: at(first), last: at(last)}};
}

/** @param {Run} run @returns {Saying} */
function sentence({name, found}) {
  const scores = scoresOf(found);
  const {lengths, trainedTo} = scores;
  const trained = trainedCount(scores);
  const within = percent(meanExact(scores, 0, trained));
  const breaks = breaksAt(scores);
  const where = Number.isNaN(breaks)
    ? {key: 'compare.lengths.no_break'}
    : {key: 'compare.lengths.breaks', values: {length: breaks}};
  if (!trained || trained === lengths.length) {
    const all = percent(meanExact(scores, 0, lengths.length));
    return {key: 'compare.lengths.found', values: {name, share: all, where}};
  }
  const beyond = percent(meanExact(scores, trained, lengths.length));
  return {key: 'compare.lengths.found_beyond', values: {name, trained: trainedTo, share: within, beyond, where}};
}

/** @param {Run[]} runs @returns {import('./runs.js').Table} */
export function table(runs) {
  const ids = ['length', 'place', 'share'];
  const columns = ids.map((id) => ({
    id: id === 'place' ? 'place_of_answer_or_whole' : id === 'share' ? 'share_right' : id,
    title: {key: `compare.table.${id}`},
  }));
  const rows = runs.flatMap(({name, found}) => {
    const {lengths, exact, places, accuracy} = scoresOf(found);
    return lengths.flatMap((length, i) => {
      const each = Array.from({length: places}, (_, place) => [place + 1, accuracy(i, place)]);
      const known = each.filter(([, share]) => !Number.isNaN(share));
      return [['whole', exact[i]], ...known].map((cells) => [name, found.step, length, ...cells]);
    });
  });
  return {columns: [...WHOSE, ...columns], rows};
}
