// The numbers of the unrolled networks, for files: from each position how many connections lead to the last answer, and how much
// it counts.
import {WHOSE, arrayOf} from '../compare/runs.js';
import {exampleOf, fitted, isText, measuredWay} from './fitted.js';
import {besideOf} from './chosen.js';
import {ticksOf, waitsOf} from './ways.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('./levels.js').Stream} Stream */

/** @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = ['stream', 'position', 'connections', 'influence', 'waits'].map((id) => ({
    id,
    title: {key: `compare.table.${id}`},
  }));
  const rows = runs.flatMap((run) => {
    const example = exampleOf(run.found, besideOf(run, 'influence'), run.look);
    const {counts, answers} = example;
    const waits = waitsOf(ticksOf(fitted(run, example)));
    const last = answers.length - 1;
    if (!counts.input) return [[run.name, run.found.step, '', '', '', '', waits]];
    return STREAMS.flatMap((stream) =>
      Array.from({length: counts[stream]}, (_, at) => {
        const way = measuredWay({run, example}, {stream, at}, last);
        return [run.name, run.found.step, stream, at + 1, known(way), known(countedFor(run, stream, last, at)), waits];
      }),
    );
  });
  return {columns: [...WHOSE, ...columns], rows};
}

const STREAMS = /** @type {const} */ (['source', 'input']);

/** @param {number} value */
const known = (value) => (Number.isNaN(value) ? '' : value);

/** How much a position counts for an answer, as measured. @param {Run} run @param {Stream} stream @param {number} answer @param {number} at */
function countedFor(run, stream, answer, at) {
  const influence = run.look && isText(run.look) ? undefined : besideOf(run, 'influence');
  const array = influence && arrayOf(influence, stream === 'source' ? 'influence_source' : 'influence');
  return array ? array.data[answer * array.axes[1].count + at] : NaN;
}
