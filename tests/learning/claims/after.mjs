// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {meanAnswers, scoresOf} from '../../../web/charts/compare/length_scores.js';

/** @import {Found} from '../goals.mjs' */

/** Of the single answers to examples of the fewest and the most pairs, how many are right. @param {number} at */
const rightAt =
  (at) =>
  (/** @type {Found} */ {arrays, numbers}) => {
    const shares = meanAnswers(scoresOf({step: 0, arrays, numbers}));
    return shares.at(at) ?? NaN;
  };
/** How many more are right of the fewest pairs than of the most. @param {Found} found */
const lost = (found) => rightAt(0)(found) - rightAt(-1)(found);

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {
    few: {kind: 'lengths', options: {}, read: rightAt(0)},
    many: {kind: 'lengths', options: {}, read: rightAt(-1)},
    lost: {kind: 'lengths', options: {}, read: lost},
  },
  claims: [
    {
      position: 'mingru',
      says: 'At its end the minGRU has at least 15 points more right of 2 pairs than of 4',
      predicate: {model: 0, metric: 'measured.lost', op: '>=', value: 0.15, from_step: 2000},
    },
    {
      position: 'mingru',
      says: 'At its end it has less than 70 % right of 4 pairs',
      predicate: {model: 0, metric: 'measured.many', op: '<', value: 0.7, from_step: 2000},
    },
    {
      position: 'mingru',
      says: 'At its end the Transformer has at least 85 % right of 4 pairs',
      predicate: {model: 1, metric: 'measured.many', op: '>=', value: 0.85, from_step: 2000},
    },
  ],
};
