// What a chapter says of its models beyond their scores, and must therefore be measured: proved for five seeds as its claims are.
import {farToNear} from './measured_goals.mjs';

/** @import {Probe} from './goals.mjs' */
/** @import {Predicate} from '../../web/facts/types' */

/** position: of the knob. says: for the table. @typedef {{position: string, says: string, predicate: Predicate}} Claim */
/** @typedef {{probes: Record<string, Probe>, claims: Claim[]}} Measured */

const EXAMPLES = {examples: 64};
/** Of an error that falls to 0.02. */
const BEFORE = 0.12;

/** @type {Readonly<Record<string, Measured>>} by the chapter's id */
export const MEASURED = {
  forgets: {
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
  },
  why: {
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
        predicate: /** @type {Predicate} */ ({model, metric: 'measured.far', op: '<', value: 1e-6, by_step: 0}),
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
  },
};
