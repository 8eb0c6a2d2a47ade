// What this chapter says of its models beyond their scores: see ../chapter_claims.mjs.
import {farToNear} from '../measured_goals.mjs';

const EXAMPLES = {examples: 64};
/** Of an error that falls to 0.02. */
const BEFORE = 0.12;

/** @type {import('../chapter_claims.mjs').Measured} */
export const measured = {
  probes: {
    far: {kind: 'reach', options: EXAMPLES, read: farToNear},
    far_before: {
      kind: 'reach',
      options: EXAMPLES,
      read: (found) => (Number(found.scores.val_loss) > BEFORE ? farToNear(found) : 0),
    },
  },
  claims: [
    ...[0, 1].map((model) => ({
      position: 'half',
      says: `Before training, ${model ? 'the GRU' : 'the RNN'}’s reach of the ten farthest is below a millionth of that of the ten nearest`,
      predicate: /** @type {import('../../../web/facts/types').Predicate} */ ({
        model,
        metric: 'measured.far',
        op: '<',
        value: 1e-6,
        by_step: 0,
      }),
    })),
    {
      position: 'half',
      says: `The GRU’s is a hundredth before its error is below ${BEFORE}`,
      predicate: {model: 1, metric: 'measured.far_before', op: '>=', value: 0.01},
    },
    {
      position: 'half',
      says: 'The GRU’s comes to half',
      predicate: {model: 1, metric: 'measured.far', op: '>=', value: 0.5},
    },
    {
      position: 'half',
      says: 'The RNN’s stays below a ten-thousandth',
      predicate: {model: 0, metric: 'measured.far', op: '<', value: 1e-4, from_step: 0},
    },
    {
      position: 'whole',
      says: 'An RNN that keeps all: before training, the far ones count as much as the near',
      predicate: {model: 0, metric: 'measured.far', op: 'within', value: [0.5, 2], by_step: 0},
    },
    {
      position: 'more',
      says: 'An RNN that keeps 1.2 times as much: before training, the far ones count at least a hundred times as much',
      predicate: {model: 0, metric: 'measured.far', op: '>=', value: 100, by_step: 0},
    },
  ],
};
