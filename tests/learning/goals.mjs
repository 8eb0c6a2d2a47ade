// What training must show, from the experiments beside this file: tools/learn.mjs runs them with five seeds. What a run must
// show is a predicate over facts (web/facts/predicates.js), whose models are the runs of the goal in their order.

import {MEASURED_GOALS} from './measured_goals.mjs';
import {percent, rounded, steps} from './writing.mjs';

/** @import {Predicate} from '../../web/facts/types' */

/** experiment: tests/learning/NAME.json. change: is merged into it. save, init: keep the weights under a name, and begin
 *  with those that an earlier run of the goal kept. measures: what is measured (measured_goals.mjs) at each test, before the
 *  first step too; its predicates ask for "measured.NAME".
 *  @typedef {{experiment: string, model?: number, change?: object, save?: string, init?: string,
 *             measures?: Record<string, Probe>}} Run */
/** read: the number, from what was found and the scores of that test.
 *  @typedef {{kind: string, options?: object, read: (found: Found) => number}} Probe */
/** arrays: all; array: one's numbers; places: what those of its first axis stand for; rows: one of two axes, count numbers a row. lines: those of earlier tests. session: the model itself, for what no measure says.
 *  @typedef {{session: any, arrays: import('../../wasm_bindings/engine').Measurement['arrays'], array: (name: string) => Float32Array,
 *             places: (name: string) => number[], rows: (name: string) => {at?: number[], data: Float32Array, count: number}, numbers: Record<string, number>,
 *             scores: Record<string, number | null>, lines: import('../../web/facts/command_history.js').Line[]}} Found */

/** What the table shows of a verdict: the step, the value, or how far it is from the other run's.
 *  @typedef {'step' | 'value' | 'gap'} Shown */

/** One row of the table. predicates: all must hold; the table shows the first. seconds: one seed takes so long, about.
 *  @typedef {{name: string, claim: string, seconds: number, runs: Run[], predicates: Predicate[], shown: Shown,
 *             write: (value: number) => string}} Goal */

/** @typedef {Pick<Goal, 'name' | 'claim' | 'seconds'> & {run: Run} & Omit<Predicate, 'model'>} Row */

/** The step at which one run gets there. @param {Row} row @returns {Goal} */
function reaches({name, claim, seconds, run, ...predicate}) {
  return {name, claim, seconds, runs: [run], predicates: [{model: 0, ...predicate}], shown: 'step', write: steps};
}

/** The value of one run that is furthest from where it must stay. @param {Row & Pick<Goal, 'write'>} row @returns {Goal} */
function stays({name, claim, seconds, run, write, ...predicate}) {
  const predicates = [{model: 0, from_step: 0, ...predicate}];
  return {name, claim, seconds, runs: [run], predicates, shown: 'value', write};
}

/** How much more of a metric the last run has at its end than the first.
 *  @param {Omit<Goal, 'predicates' | 'shown'> & Pick<Predicate, 'metric' | 'op'> & {plus: number}} row @returns {Goal} */
function gains({metric, op, plus, ...goal}) {
  return {...goal, predicates: [{model: goal.runs.length - 1, metric, op, value: {model: 0, plus}}], shown: 'gap'};
}

/** @param {number} length */
const lengths = (length) => ({task: {min_length: length, max_length: length}});

/** @type {Goal[]} */
export const GOALS = [
  reaches({
    name: 'adding-50-lstm',
    claim: 'Adding, 50 numbers: LSTM below an error of 0.01 by step 1,200',
    seconds: 5,
    run: {experiment: 'adding-50', model: 0},
    metric: 'val_loss',
    op: '<',
    value: 0.01,
    by_step: 1200,
  }),
  reaches({
    name: 'adding-50-gru',
    claim: 'Adding, 50 numbers: GRU below 0.01 by step 500',
    seconds: 3,
    run: {experiment: 'adding-50', model: 1},
    metric: 'val_loss',
    op: '<',
    value: 0.01,
    by_step: 500,
  }),
  reaches({
    name: 'adding-100-lstm',
    claim: 'Adding, 100 numbers: LSTM below 0.01 by step 2,000',
    seconds: 20,
    run: {experiment: 'adding-100', model: 0},
    metric: 'val_loss',
    op: '<',
    value: 0.01,
    by_step: 2000,
  }),
  reaches({
    name: 'adding-100-gru',
    claim: 'Adding, 100 numbers: GRU below 0.01 by step 700',
    seconds: 8,
    run: {experiment: 'adding-100', model: 1},
    metric: 'val_loss',
    op: '<',
    value: 0.01,
    by_step: 700,
  }),
  stays({
    name: 'adding-100-rnn',
    claim: 'Adding, 100 numbers: tanh RNN stays within 20 % of 1/6 from step 200 to 2,000',
    seconds: 10,
    run: {experiment: 'adding-100', model: 2},
    metric: 'loss', // of fresh examples; the 256 held-out ones happen to be harder than most
    op: 'within',
    value: [0.8 / 6, 1.2 / 6],
    from_step: 200,
    write: rounded(3),
  }),
  reaches({
    name: 'copy-memory-5-gru',
    claim: 'Copy memory, 5 digits over 20 steps: GRU at half the baseline, (5 ln 8)/30 / 2, by step 1,800',
    seconds: 10,
    run: {experiment: 'copy-memory', change: {task: {remembered: 5}}},
    metric: 'val_loss',
    op: '<',
    value: (5 * Math.log(8)) / 30 / 2,
    by_step: 1800,
  }),
  reaches({
    name: 'copy-memory-gru',
    claim: 'Copy memory, 10 digits over 20 steps: GRU at half the baseline, (10 ln 8)/40 / 2, by step 1,800',
    seconds: 20,
    run: {experiment: 'copy-memory'},
    metric: 'val_loss',
    op: '<',
    value: (10 * Math.log(8)) / 40 / 2,
    by_step: 1800,
  }),
  reaches({
    name: 'running-parity-lstm',
    claim: 'Running parity of 16 bits: LSTM above 99.9 % by step 150',
    seconds: 1,
    run: {experiment: 'running-parity'},
    metric: 'val_accuracy',
    op: '>',
    value: 0.999,
    by_step: 150,
  }),
  reaches({
    name: 'reverse-12-positions',
    claim: 'Reversing 12 letters: one-layer Transformer encoder above 99 % by step 400',
    seconds: 5,
    run: {experiment: 'reverse-12', model: 0},
    metric: 'val_accuracy',
    op: '>',
    value: 0.99,
    by_step: 400,
  }),
  stays({
    name: 'reverse-12-no-positions',
    claim: 'The same without positions: below 30 % until step 400',
    seconds: 5,
    run: {experiment: 'reverse-12', model: 1},
    metric: 'val_accuracy',
    op: 'within',
    value: [0, 0.3],
    write: percent,
  }),
  gains({
    name: 'seq2seq-length',
    claim: 'Reversing, GRU encoder and decoder: accuracy at 24 letters at least 20 points below that at 8',
    seconds: 40,
    runs: [
      {experiment: 'seq2seq-attention', model: 0, change: lengths(8)},
      {experiment: 'seq2seq-attention', model: 0, change: lengths(24)},
    ],
    metric: 'final_val_accuracy',
    op: '<=',
    plus: -0.2,
    write: percent,
  }),
  gains({
    name: 'seq2seq-attention-length',
    claim: 'The same with attention: not more than 2 points below',
    seconds: 60,
    runs: [
      {experiment: 'seq2seq-attention', model: 1, change: lengths(8)},
      {experiment: 'seq2seq-attention', model: 1, change: lengths(24)},
    ],
    metric: 'final_val_accuracy',
    op: '>=',
    plus: -0.02,
    write: percent,
  }),
  reaches({
    name: 'addition-2-digits',
    claim: 'Addition of 2 digits: 99 % of the sums exact within 55 epochs of 4,500 examples (1,933 steps of 128)',
    seconds: 60,
    run: {experiment: 'addition'},
    metric: 'val_exact',
    op: '>',
    value: 0.99,
    by_step: 1933,
  }),
  stays({
    name: 'induction-1-layer',
    claim: 'Repeated random block: one layer stays below 50 % (near 40 %)',
    seconds: 60,
    run: {experiment: 'induction', model: 0},
    metric: 'val_accuracy',
    op: 'within',
    value: [0, 0.5],
    write: percent,
  }),
  reaches({
    name: 'induction-2-layers',
    claim: 'The same with two layers: above 80 %',
    seconds: 60,
    run: {experiment: 'induction', model: 1},
    metric: 'val_accuracy',
    op: '>',
    value: 0.8,
    by_step: 1500,
  }),
  gains({
    name: 'names-bigram',
    claim: 'Names: the bigram model reaches the loss of counting pairs within 0.005 nats',
    seconds: 10,
    runs: [
      {experiment: 'names-bigram', model: 1},
      {experiment: 'names-bigram', model: 0},
    ],
    metric: 'final_val_loss',
    op: '<=',
    plus: 0.005,
    write: rounded(4),
  }),
  gains({
    name: 'masked-pretraining',
    claim: 'Sentiment from 300 labelled reviews: pre-training on hidden words gains at least 3 points',
    seconds: 60,
    runs: [
      {experiment: 'sentiment-300'},
      {experiment: 'masked-reviews', save: 'pretrained'},
      {experiment: 'sentiment-300', init: 'pretrained'},
    ],
    metric: 'final_val_accuracy',
    op: '>=',
    plus: 0.03,
    write: percent,
  }),
  ...MEASURED_GOALS,
];
