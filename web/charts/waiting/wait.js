// What must wait? What one example takes by its length, all models in one plot: in operations, exactly, or in milliseconds,
// measured at the model's own length and reckoned elsewhere. Below it the longest chain of steps of which each waits for the one
// before, a bead a step, and what the measured time goes to.
import {nearest} from '../compare/plot.js';
import {WHOSE} from '../compare/runs.js';
import {modelOf, valueAt} from './growth.js';
import {ROW, layout, slices, takenAt, xOf, yOf} from './wait_layout.js';

export {draw} from './wait_draw.js';
export {describe, readout} from './wait_words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./wait_layout.js').View} View */

export const meta = {
  id: 'wait',
  measure: 'anatomy',
  options: {time: true},
  title: {key: 'compare.wait.title'},
  how: [{key: 'compare.wait.how'}, {key: 'compare.wait.how_chain'}, {key: 'compare.wait.how_time'}],
};

/** Columns of the cursor: the lengths of the plot, then the chain, then the kinds of parts. @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, lengths, kinds, time} = layout(runs, options);
  const choices = ['operations', 'ms'].map((unit, value) => ({value, title: {key: `compare.wait.unit_${unit}`}}));
  const controls = time ? [{name: 'unit', title: {key: 'compare.wait.unit'}, choices}] : [];
  return {height, columns: lengths.length + 1 + (time ? kinds.length : 0), rows: runs.length, controls};
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const view = layout(runs, options);
  const {frame, chain, time, lengths, kinds} = view;
  if (y >= frame.top - 4 && y <= frame.bottom + 8) return x < frame.left - 6 ? null : inPlot(view, runs.length, x, y);
  const row = (/** @type {number} */ top) => Math.floor((y - top) / ROW);
  const within = (/** @type {import('./wait_layout.js').Panel} */ {left, right, top}) =>
    x >= left && x <= right && y >= top && row(top) < runs.length;
  if (time && within(time)) {
    const slice = slices(view, row(time.top)).find((one) => x >= one.x && x < one.x + Math.max(2, one.wide));
    return slice ? {column: lengths.length + 1 + kinds.indexOf(slice.kind), row: row(time.top)} : null;
  }
  return within(chain) ? {column: lengths.length, row: row(chain.top)} : null;
}

/** @param {View} view @param {number} count of models @param {number} x @param {number} y @returns {Cursor | null} */
function inPlot(view, count, x, y) {
  const away = view.lengths.map((n) => Math.abs(xOf(view, n) - x));
  const column = away.indexOf(Math.min(...away));
  const heights = Array.from({length: count}, (_, i) => yOf(view, takenAt(view, i, view.lengths[column])));
  const row = nearest(heights, y);
  return row < 0 ? null : {column, row};
}

/** "crossing": where the first of those that compare all with all comes to take more than one that does not. @param {Run[]} runs @param {Options} options @param {string} selector
 *  @returns {import('../compare/runs.js').Mark | null} */
export function mark(runs, options, selector) {
  const view = layout(runs, options);
  const crossing = view.crossings.find(({from}) => from > 1 && from <= view.range.high);
  if (selector !== 'crossing' || !crossing) return null;
  const {more, less, from, length} = crossing;
  const values = {more: runs[more].name, less: runs[less].name, length};
  return {
    column: view.lengths.findLastIndex((one) => one <= from),
    row: more,
    ...{x: xOf(view, from), y: yOf(view, takenAt(view, more, from))},
    label: '', // the picture says its length already
    words: {key: 'compare.wait.mark', values},
  };
}

const TABLE = ['length', 'part', 'kind', 'operations', 'ms', 'how', 'waits'];
const IDS = ['length', 'part', 'kind', 'operations', 'milliseconds', 'counted_or_reckoned', 'steps_in_a_row'];

/** Each part at the model's own length, and the whole at others. @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = TABLE.map((id, i) => ({id: IDS[i], title: {key: `compare.wait.table_${id}`}}));
  const rows = runs.flatMap((run) => {
    const {name, found} = run;
    const {parts, length, own, curves, known, waits} = modelOf(run);
    const row = (/** @type {(string | number)[]} */ ...cells) => [name, found.step, ...cells];
    const others = known ? [0.1, 0.5, 2, 10].map((times) => Math.max(1, Math.round(times * length))) : [];
    return [
      row(length, 'all', '', Math.round(own.operations), own.ms, 'counted', waits),
      ...parts.map(({name: part, kind, operations, ms}) =>
        row(length, part, kind, Math.round(operations), ms, 'counted', ''),
      ),
      ...others.map((n) =>
        row(n, 'all', '', Math.round(valueAt(curves.operations, n)), valueAt(curves.ms, n), 'reckoned', ''),
      ),
    ];
  });
  return {columns: [...WHOSE, ...columns], rows};
}
