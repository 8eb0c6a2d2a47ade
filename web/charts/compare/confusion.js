// What does each take for what? How often a model answered which symbol where which one was asked, a matrix a model on one colour scale;
// and how many of the examples became right or wrong since they were measured before.
import {END, cellAt, drawCursor, spoken, strung, visible} from '../grid.js';
import {LEGEND_HEIGHT, drawLegends} from '../legend.js';
import {drawMatrix, matricesIn} from './confusion_matrix.js';
import {OTHERS, changesOf, confusedMost, confusionOf, leaningOf} from './confusion_scores.js';
import {percent} from './numbers.js';
import {WHOSE} from './runs.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Options} Options @typedef {import('./runs.js').Saying} Saying */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./confusion_scores.js').Confusion} Confusion */

export const meta = {
  id: 'confusion',
  measure: 'confusion',
  options: {},
  title: {key: 'compare.confusion.title'},
  how: [{key: 'compare.confusion.how'}, {key: 'compare.confusion.how_marks'}],
};

/** @param {Run[]} runs @param {Options} options */
function layout(runs, options) {
  const all = runs.map(({found}) => confusionOf(found));
  return {all, ...matricesIn(all, options)};
}

/** Rows of the cursor: those of each model's matrix, one model after the other. @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {symbols, bottom} = layout(runs, options);
  return {height: bottom + LEGEND_HEIGHT + 10, columns: symbols.length, rows: runs.length * symbols.length};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  runs.forEach((run, i) => drawMatrix(ctx, run, view.all[i], view.maps[i], view, options));
  ctx.save();
  ctx.translate(0, view.bottom + 8);
  const title = {key: options.width < 360 ? 'compare.confusion.share_short' : 'compare.confusion.share'};
  drawLegends(ctx, [{kind: 'sequential', low: 0, high: 1, title}], options);
  ctx.restore();
  if (!options.cursor || !view.symbols.length) return;
  const {i, row} = meant(view.symbols, options.cursor.row);
  drawCursor(ctx, view.maps[i], {column: options.cursor.column, row}, options.colours);
}

/** Which model, and which row of its matrix. @param {number[]} symbols @param {number} row of the cursor */
const meant = (symbols, row) => ({i: Math.floor(row / symbols.length), row: row % symbols.length});

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {symbols, maps} = layout(runs, options);
  for (const [i, cells] of maps.entries()) {
    const at = y < cells.y + cells.height ? cellAt(cells, x, y) : null;
    if (at) return {column: at.column, row: i * symbols.length + at.row};
  }
  return null;
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row: at}) {
  const {all, symbols} = layout(runs, options);
  const {i, row} = meant(symbols, at);
  const {name, found} = runs[i];
  const [asked, answered] = [symbols[row], symbols[column]];
  const [times, of] = [all[i].times(asked, answered), all[i].asked(asked)];
  const says = {asked: symbolSaying(all, asked), answered: symbolSaying(all, answered)};
  const values = {name, step: found.step, ...says, times, of};
  const right = asked === answered && asked !== OTHERS;
  const which = Number.isNaN(times) ? 'unknown' : !of ? 'unasked' : right ? 'right' : 'wrong';
  const kept =
    which === 'unknown' ? {...values, times: 0, of: 0} : {...values, times: of ? times : all[i].answered(asked)};
  return [{key: `compare.confusion.reading_${which}`, values: kept}];
}

/** @param {Confusion[]} all @param {number} symbol @returns {Saying} */
function symbolSaying(all, symbol) {
  if (symbol === OTHERS) return {key: 'compare.confusion.others'};
  const name = all.find(({names}) => names.has(symbol))?.names.get(symbol) ?? '';
  if (name === '') return {key: 'compare.expect.unnamed'};
  return spoken(name === END ? undefined : name);
}

/** @param {Run[]} runs @returns {import('./runs.js').Words} */
export function describe(runs) {
  return {found: runs.map(sentence), phenomenon: {key: 'compare.confusion.phenomenon'}};
}

/** @param {Run} run @returns {Saying} */
function sentence(run) {
  const confusion = confusionOf(run.found);
  const {answers, accuracy} = confusion;
  if (!answers) return {key: 'compare.confusion.none', values: {name: run.name}};
  const values = {name: run.name, share: percent(accuracy), answers, what: whatStandsOut(confusion)};
  return {key: 'compare.confusion.found', values: {...values, changed: changedSaying(run)}};
}

/** @param {Confusion} confusion @returns {Saying} */
function whatStandsOut(confusion) {
  if (confusion.accuracy === 1) return {key: 'compare.confusion.no_mistake'};
  const leaning = leaningOf(confusion);
  const named = (/** @type {number} */ symbol) => symbolSaying([confusion], symbol);
  if (leaning) {
    const values = {answered: named(leaning.answered), share: percent(leaning.part)};
    return {key: 'compare.confusion.leaning', values};
  }
  const most = confusedMost(confusion);
  if (!most) return {key: 'compare.confusion.none_stands_out'};
  const values = {asked: named(most.asked), answered: named(most.answered), times: most.times, of: most.of};
  return {key: 'compare.confusion.most', values};
}

/** How many examples changed since the last measurement. @param {Run} run @returns {Saying} */
function changedSaying(run) {
  const changes = changesOf(run);
  if (!changes) return {key: 'compare.confusion.first'};
  const {from, examples} = changes;
  const kinds = /** @type {const} */ (['right', 'wrong', 'better', 'worse']).filter((kind) => changes[kind] > 0);
  const counted = kinds.map((kind) => ({key: `compare.confusion.changed_${kind}`, values: {n: changes[kind]}}));
  if (!counted.length) return {key: 'compare.confusion.unchanged', values: {from, examples}};
  return {key: 'compare.confusion.changed', values: {from, examples, what: strung(counted, 'list.comma')}};
}

/** Whatever was answered at least once. @param {Run[]} runs @returns {import('./runs.js').Table} */
export function table(runs) {
  const ids = ['asked', 'answered', 'times', 'times_asked'];
  const columns = ids.map((id) => ({id, title: {key: `compare.confusion.table_${id}`}}));
  const rows = runs.flatMap(({name, found}) => {
    const {symbols, names, times, asked: askedOf} = confusionOf(found);
    const called = (/** @type {number} */ symbol) => (symbol === OTHERS ? 'others' : visible(names.get(symbol) ?? ''));
    const cells = symbols.flatMap((asked) => symbols.map((answered) => ({asked, answered})));
    const there = cells.filter(({asked, answered}) => times(asked, answered) > 0);
    return there.map(({asked, answered}) => [
      name,
      found.step,
      called(asked),
      called(answered),
      times(asked, answered),
      askedOf(asked),
    ]);
  });
  return {columns: [...WHOSE, ...columns], rows};
}
