// Goals whose models are measured along the way (engine/measures): that a measure shows what it is taken for. The numbers are read
// here; what must hold of them is a predicate, as of any other goal.

import {percent, rounded, steps} from './writing.mjs';

/** @import {Found, Goal} from './goals.mjs' */

/** @param {ArrayLike<number>} values */
const mean = (values) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
/** Of those that are known. @param {ArrayLike<number>} values */
const meanOfKnown = (values) => mean(Array.from(values).filter((value) => !Number.isNaN(value)));
/** @param {number} value */
const power = (value) => value.toExponential(1);

/** Reach of the ten farthest numbers over that of the ten nearest. @param {Found} found */
export function farToNear({array}) {
  const reach = array('reach');
  return mean(reach.slice(-10)) / mean(reach.slice(0, 10));
}

/** The gradient of a recurrent layer's state 90 steps back over that at the answer, in powers of ten. @param {Found} found */
function kept({array}) {
  const grad = array('rnn.0.hidden_grad');
  return Math.log10(grad[90] / grad[0]);
}

/** @param {number} length @returns {(found: Found) => number} */
const accuracyAt = (length) => (found) => {
  const {at = [], data, count} = found.rows('accuracy');
  const row = at.indexOf(length);
  return meanOfKnown(data.slice(row * count, (row + 1) * count));
};

/** Of all heads of all layers. @param {Found} found @returns {number[]} */
const inductionScores = ({arrays}) =>
  arrays.filter(({name}) => name.endsWith('.induction')).flatMap(({data}) => [...data]);

const BEFORE = 0.15; // of an error that falls to 0.01
const FAR = 1e-2;
const ADDING = {steps: 700, eval_every: 25};
const EXAMPLES = {examples: 64};

/** @param {number} spectral_radius @param {[number, number]} within @param {string} does @returns {Goal} */
const untrained = (spectral_radius, within, does) => ({
  name: `radius-${spectral_radius}`,
  claim: `Untrained ReLU RNN of spectral radius ${spectral_radius}: the gradient 90 steps back ${does} (in powers of ten)`,
  seconds: 1,
  runs: [
    {
      experiment: 'adding-100',
      model: 2,
      change: {
        train: {steps: 50},
        models: [
          {},
          {},
          {kind: 'rnn', hidden_size: 32, nonlinearity: 'relu', recurrent_init: 'identity', spectral_radius},
        ],
      },
      measures: {kept: {kind: 'reach', options: EXAMPLES, read: (found) => (found.lines.length ? NaN : kept(found))}},
    },
  ],
  predicates: [{model: 0, metric: 'measured.kept', op: 'within', value: within}],
  shown: 'value',
  write: rounded(1),
});

/** @param {number} model @returns {import('./goals.mjs').Run} */
const byLength = (model) => ({
  experiment: 'seq2seq-attention',
  model,
  change: {task: {min_length: 2, max_length: 24}, train: {steps: 3000, eval_every: 3000}},
  measures: {
    fall: {
      kind: 'lengths',
      options: {lengths: 23, examples: 64},
      read: (found) => accuracyAt(8)(found) - accuracyAt(24)(found),
    },
  },
});

/** As many positions back as the convolution of delayed-recall.json sees, the last one itself not counted: 1 + 2 (3 - 1)(1 + 2) - 1. */
const FIELD = 12;
const NEAR = [1, 3, 6];
const BEYOND = [13, 16, 24];

/** Right answers at the only gap that there is. @param {number} delay @returns {import('./goals.mjs').Run} */
const atGap = (delay) => ({
  experiment: 'delayed-recall',
  change: {task: {delay}},
  measures: {
    right: {kind: 'gaps', read: (found) => found.array('accuracy')[found.places('accuracy').indexOf(delay)]},
    beyond: {kind: 'influence', read: (found) => influenceBeyond(found, FIELD)},
  },
});

/** The largest influence of what stands farther back than so many positions, over that of all. @param {Found} found @param {number} field */
export function influenceBeyond(found, field) {
  const {data, count} = found.rows('influence');
  const first = count - data.length / count; // every answer from there on is asked for
  let [beyond, all] = [0, 0];
  data.forEach((value, i) => {
    const back = first + Math.floor(i / count) - (i % count);
    all = Math.max(all, value);
    if (back > field) beyond = Math.max(beyond, value);
  });
  return beyond / all;
}

/** @type {(name: string) => (found: Found) => number} of the first hidden variable, which is the parity */
const ofParity = (name) => (found) => found.array(name)[0];
const FROM_FOURTH = {from: 4};

/** @type {Goal[]} */
export const MEASURED_GOALS = [
  {
    name: 'reach-gru',
    claim: `Adding, 100 numbers: the GRU’s reach of the ten farthest over that of the ten nearest passes ${FAR} before its error is below ${BEFORE}`,
    seconds: 15,
    runs: [
      {
        experiment: 'adding-100',
        model: 1,
        change: {train: ADDING},
        measures: {
          far_before: {
            kind: 'reach',
            options: EXAMPLES,
            read: (found) => (Number(found.scores.val_loss) > BEFORE ? farToNear(found) : 0),
          },
          far: {kind: 'reach', options: EXAMPLES, read: farToNear},
        },
      },
    ],
    predicates: [
      {model: 0, metric: 'measured.far_before', op: '>', value: FAR},
      {model: 0, metric: 'measured.far', op: '<', value: 1e-10, by_step: 0},
      {model: 0, metric: 'val_loss', op: '<', value: 0.05},
    ],
    shown: 'step',
    write: steps,
  },
  {
    name: 'reach-rnn',
    claim: `Adding, 100 numbers: the tanh RNN’s stays below ${FAR} for 2,000 steps`,
    seconds: 20,
    runs: [
      {
        experiment: 'adding-100',
        model: 2,
        measures: {far: {kind: 'reach', options: EXAMPLES, read: farToNear}},
      },
    ],
    predicates: [{model: 0, metric: 'measured.far', op: '<', value: FAR, from_step: 0}],
    shown: 'value',
    write: power,
  },
  untrained(0.5, [-40, -20], 'is gone'),
  untrained(1, [-1, 1], 'is what it was'),
  untrained(1.5, [10, 30], 'has exploded'),
  {
    name: 'lengths-attention',
    claim:
      'Reversing 2 to 24 letters: without attention 24 letters have at least 20 points less than 8, with attention at most 5',
    seconds: 90,
    runs: [byLength(0), byLength(1)],
    predicates: [
      {model: 0, metric: 'measured.fall', op: '>', value: 0.2, from_step: 3000},
      {model: 1, metric: 'measured.fall', op: '<', value: 0.05, from_step: 3000},
    ],
    shown: 'value',
    write: percent,
  },
  {
    name: 'convolution-cliff',
    claim: `Delayed recall, a convolution that sees ${FIELD} steps back: above 90 % at gaps of ${NEAR.join(', ')}, chance (12.5 %) at ${BEYOND.join(', ')}; influence beyond is exactly 0`,
    seconds: 20,
    runs: [...NEAR, ...BEYOND].map(atGap),
    predicates: [
      ...BEYOND.map((_, i) => ({
        ...{model: NEAR.length + i, metric: 'measured.right', from_step: 200},
        ...{op: /** @type {const} */ ('within'), value: /** @type {[number, number]} */ ([0.1, 0.15])},
      })),
      ...NEAR.map((_, i) => ({
        ...{model: i, metric: 'measured.right', from_step: 200},
        ...{op: /** @type {const} */ ('>'), value: 0.9},
      })),
      ...[...NEAR, ...BEYOND].map((_, i) => ({
        ...{model: i, metric: 'measured.beyond', from_step: 0},
        ...{op: /** @type {const} */ ('<='), value: 0},
      })),
    ],
    shown: 'value',
    write: percent,
  },
  {
    name: 'parity-probe',
    claim:
      'Running parity: a direction of the LSTM’s state carries the bit, R2 above 0.9 after training, below 0.2 before, at most 0.05 for shuffled labels',
    seconds: 10,
    runs: [
      {
        experiment: 'running-parity',
        change: {train: {steps: 300, eval_every: 300}},
        measures: {
          bit: {kind: 'probe', options: FROM_FOURTH, read: ofParity('r2')},
          control: {kind: 'probe', options: FROM_FOURTH, read: ofParity('control_r2')},
        },
      },
    ],
    predicates: [
      {model: 0, metric: 'measured.bit', op: '>', value: 0.9, from_step: 300},
      {model: 0, metric: 'measured.bit', op: '<', value: 0.2, by_step: 0},
      {model: 0, metric: 'measured.control', op: '<=', value: 0.05, from_step: 0},
    ],
    shown: 'value',
    write: rounded(3),
  },
  {
    name: 'induction-heads',
    claim:
      'Repeated random block, ALiBi: the best induction score passes 0.4 within 50 steps of the jump in accuracy; all heads above 0.2 off cost at least 30 points',
    seconds: 15,
    runs: [
      {
        experiment: 'induction-heads',
        measures: {
          best: {kind: 'heads', read: (found) => Math.max(...inductionScores(found))},
          cost: {
            kind: 'parts',
            options: {part: 'head', score: 'induction', above: 0.2, examples: 64},
            read: ({numbers}) => numbers.together_fall,
          },
          apart: {kind: 'heads', read: (found) => Math.abs(firstAbove(found, 0.4) - steepest(found))},
        },
      },
    ],
    predicates: [
      {model: 0, metric: 'measured.best', op: '>', value: 0.4},
      {model: 0, metric: 'measured.apart', op: '<=', value: 50, from_step: 200},
      {model: 0, metric: 'measured.cost', op: '>=', value: 0.3, from_step: 200},
    ],
    shown: 'step',
    write: steps,
  },
];

/** The step of the first test whose best induction score is above; Infinity: of none yet. @param {Found} found @param {number} bound */
const firstAbove = ({lines}, bound) => lines.find((line) => line['measured.best'] > bound)?.step ?? Infinity;

/** The step to which accuracy rose fastest. @param {Found} found */
function steepest({lines}) {
  const rise = (/** @type {number} */ i) => Number(lines[i].val_accuracy) - Number(lines[i - 1].val_accuracy);
  let best = 1;
  for (let i = 2; i < lines.length; i++) if (rise(i) > rise(best)) best = i;
  return lines[best]?.step ?? NaN;
}
