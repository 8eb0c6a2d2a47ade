// What this chapter says of its models: counted from their plans, for one length, and reckoned for others as the picture of what must
// wait does (tests/web/waiting_operations.test.js compares that with what the engine counts there). Nothing of it is timed.
import {modelOf, valueAt} from '../../../web/charts/waiting/growth.js';

/** @typedef {import('../goals.mjs').Found} Found */
const [SHORT, LONG] = [16, 400];

/** @param {Found} found */
const reckoned = ({arrays, numbers}) =>
  modelOf({name: '', colour: '', dash: [], found: {step: 0, arrays, numbers}, course: []});

/** Operations for one symbol. @param {Found} found @param {number} length */
const each = (found, length) => valueAt(reckoned(found).curves.operations, length) / length;

/** @param {Found} found */
const waits = (found) => reckoned(found).waits / reckoned(found).chained;

const ANATOMY = {kind: 'anatomy', options: {time: false}};
const GROWN = (/** @type {number} */ times) =>
  `operations for one symbol of 400 are at least ${times} times those for one of 16`;

/** @param {string} position @param {number} model @param {string} metric @param {import('../../../web/facts/types').Predicate['op']} op @param {number | [number, number]} value @param {string} says */
const claim = (position, model, metric, op, value, says) => ({
  position,
  says,
  predicate: /** @type {import('../../../web/facts/types').Predicate} */ ({
    model,
    metric: `measured.${metric}`,
    op,
    value,
    from_step: 0,
    by_step: 0,
  }),
});

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {
    growth: {...ANATOMY, read: (found) => each(found, LONG) / each(found, SHORT)},
    chain: {...ANATOMY, read: waits},
  },
  claims: [
    claim(
      'as_it_is',
      0,
      'growth',
      'within',
      [0.999, 1.001],
      'The LSTM’s operations for one symbol of 400 are those for one of 16',
    ),
    claim('as_it_is', 1, 'growth', '>=', 5, `The Transformer’s ${GROWN(5)}`),
    claim('as_it_is', 0, 'chain', '>=', 1, 'In the LSTM as many steps wait for one another as there are symbols'),
    claim('as_it_is', 1, 'chain', '<=', 1 / 16, 'In the Transformer one step in all has to wait for others’ symbols'),
    claim('heads', 1, 'growth', '>=', 5, `With one head the Transformer’s ${GROWN(5)}`),
    claim('wide', 1, 'growth', 'within', [3, 5], 'At twice the width they are 3 to 5 times as many'),
  ],
};
