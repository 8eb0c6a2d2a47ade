// Over how many examples the shares of a picture are: one model has several accuracies, of its card, of the example that is looked at and
// of what is measured here. Pure.

/** @typedef {import('../../charts/compare/runs.js').Run} Run @typedef {import('../../charts/grid.js').Saying} Saying */

/** Those that ask so many of each length. */
const OF_EACH_LENGTH = 'lengths';

/** @param {Run[]} runs @param {string} measure @returns {Saying[]} nothing where the measure is of no examples, or of one */
export function overExamples(runs, measure) {
  const counts = runs.flatMap(({found, beside = {}}) => countsOf([found, ...Object.values(beside)]));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (!counts.length) return [];
  if (least < most) return [{key: 'compare.examples_range', values: {least, most}}];
  return [{key: `compare.examples${measure === OF_EACH_LENGTH ? '_length' : ''}`, values: {count: least}}];
}

/** Of one model: what it is drawn from, or what is drawn beside it. @param {import('../../charts/compare/runs.js').Measured[]} all @returns {number[]} */
function countsOf(all) {
  const count = all.map(({numbers}) => numbers.examples).find((examples) => examples > 0);
  return count === undefined ? [] : [count];
}
