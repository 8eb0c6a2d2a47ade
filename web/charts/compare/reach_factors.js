// By what one step of a recurrent model multiplies what comes back, on average: shares of the largest do not tell what grows from what
// shrinks, once the largest is far away.
import {strung} from '../grid.js';
import {partsOf} from './reach_parts.js';
import {before} from './runs.js';
import {factorOf} from './steps.js';

/** @typedef {import('./runs.js').Run} Run @typedef {import('./runs.js').Measured} Measured @typedef {import('./runs.js').Saying} Saying */

/** Only where steps hand on a hidden state is there such a factor. @param {Run} run */
const recurrent = ({found}) => found.arrays.some(({name}) => name.endsWith('.hidden_grad'));

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** From the nearest tenth of the places to the farthest, each on average. @param {Measured} measured @returns {number} NaN where that is not known */
export function factorOfStep(measured) {
  const {back} = partsOf(measured);
  const count = back.findLastIndex((part) => !Number.isNaN(part)) + 1;
  const few = Math.max(1, Math.round(count / 10));
  if (count < 2 * few + 1) return NaN;
  const [near, far] = [back.slice(0, few), back.slice(count - few, count)].map(mean);
  return near > 0 && far > 0 ? (far / near) ** (1 / (count - few)) : NaN;
}

/** @param {Run[]} runs @param {boolean} [short] in a line of a phone: as it is now @returns {Saying[]} one sentence about all of them, none where none has such a factor */
export function factorsOf(runs, short = false) {
  const said = runs.filter(recurrent).flatMap((run) => {
    const [factor, [first]] = [factorOfStep(run.found), before(run)];
    if (!Number.isFinite(factor)) return [];
    const values = {name: run.name, factor: factorOf(factor)};
    const earlier = first ? factorOfStep(first) : NaN;
    if (short) return [{key: 'compare.reach.factor_short', values}];
    if (!Number.isFinite(earlier)) return [{key: 'compare.reach.factor', values}];
    return [{key: 'compare.reach.factor_since', values: {...values, earlier: factorOf(earlier), first: first.step}}];
  });
  const key = short ? 'compare.reach.factors_short' : 'compare.reach.factors';
  return said.length ? [{key, values: {all: strung(said, 'list.comma')}}] : [];
}
