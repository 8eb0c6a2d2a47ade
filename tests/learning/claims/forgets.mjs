// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {farToNear} from '../measured_goals.mjs';

const EXAMPLES = {examples: 64};

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {far: {kind: 'reach', options: EXAMPLES, read: farToNear}},
  claims: [
    {
      position: 'long',
      says: 'Up to step 1,000 the RNN’s reach of the ten farthest stays below a thousandth of that of the ten nearest',
      predicate: {model: 0, metric: 'measured.far', op: '<', value: 1e-3, from_step: 0, by_step: 1000},
    },
    {
      position: 'long',
      says: 'It is below a thousandth at the end, too',
      predicate: {model: 0, metric: 'measured.far', op: '<', value: 1e-3, from_step: 1200},
    },
    {
      position: 'long',
      says: 'The GRU’s comes to half',
      predicate: {model: 1, metric: 'measured.far', op: '>=', value: 0.5},
    },
  ],
};
