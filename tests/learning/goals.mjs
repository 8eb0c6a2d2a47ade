// What training must show, from the experiments beside this file: tools/learn.mjs runs them with five seeds.

/** A line of `unrolled train`, over the held-out examples. val_exact: share of answers that are right as a whole.
 *  @typedef {{done?: boolean, step: number, loss: number, val_loss: number, val_accuracy: number, val_exact: number,
 *             longer_accuracy: number, longer_exact: number}} Line */
/** @typedef {'loss' | 'val_loss' | 'val_accuracy' | 'val_exact' | 'longer_accuracy' | 'longer_exact'} Metric */

/** experiment: tests/learning/NAME.json. change: is merged into it. until: ends the run early. save, init: keep the
 *  weights under a name, and begin with those that an earlier run of the goal kept.
 *  @typedef {{experiment: string, model?: number, change?: object, until?: (line: Line) => boolean, save?: string,
 *             init?: string}} Run */

/** One row of the report. value: from the lines of each run. seconds: one seed takes so long, about.
 *  @typedef {{name: string, claim: string, seconds: number, runs: Run[], value: (histories: Line[][]) => number,
 *             good: (value: number) => boolean, show: (value: number) => string}} Goal */

/** @param {number} digits @returns {(value: number) => string} */
const rounded = (digits) => (value) => value.toFixed(digits);
/** @param {number} value */
const percent = (value) => `${(100 * value).toFixed(1)} %`;
/** @param {number} value */
const steps = (value) => (Number.isFinite(value) ? String(value) : 'never');

/** The step at which a metric first is above or below a bound.
 *  @param {Omit<Goal, 'runs' | 'value' | 'good' | 'show'> & {run: Run, metric: Metric, above?: number, below?: number,
 *          by: number}} goal @returns {Goal} */
function reaches({name, claim, seconds, run, metric, above = -Infinity, below = Infinity, by}) {
  const there = (/** @type {Line} */ line) => line[metric] > above && line[metric] < below;
  return {
    name,
    claim,
    seconds,
    runs: [{...run, until: there}],
    value: ([lines]) => lines.find(there)?.step ?? Infinity,
    good: (step) => step <= by,
    show: steps,
  };
}

/** The value of a metric that is furthest from the middle of a range it must not leave, after `from` steps.
 *  @param {Omit<Goal, 'runs' | 'value' | 'good' | 'show'> & {run: Run, metric: Metric, low: number, high: number,
 *          from?: number, show: Goal['show']}} goal @returns {Goal} */
function stays({name, claim, seconds, run, metric, low, high, from = 0, show}) {
  const far = (/** @type {number} */ value) => Math.abs(value - (low + high) / 2);
  const furthest = (/** @type {number} */ a, /** @type {number} */ b) => (far(b) > far(a) ? b : a);
  return {
    name,
    claim,
    seconds,
    runs: [run],
    value: ([lines]) =>
      lines
        .filter((line) => line.step >= from)
        .map((line) => line[metric])
        .reduce(furthest),
    good: (value) => value >= low && value <= high,
    show,
  };
}

/** How much more of a metric the last run has at its end than the first.
 *  @param {Omit<Goal, 'value' | 'show'> & {metric: Metric, show: Goal['show']}} goal @returns {Goal} */
function gains({metric, ...goal}) {
  const end = (/** @type {Line[] | undefined} */ lines) => lines?.at(-1)?.[metric] ?? NaN;
  return {...goal, value: (histories) => end(histories.at(-1)) - end(histories[0])};
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
    below: 0.01,
    by: 1200,
  }),
  reaches({
    name: 'adding-50-gru',
    claim: 'Adding, 50 numbers: GRU below 0.01 by step 500',
    seconds: 3,
    run: {experiment: 'adding-50', model: 1},
    metric: 'val_loss',
    below: 0.01,
    by: 500,
  }),
  reaches({
    name: 'adding-100-lstm',
    claim: 'Adding, 100 numbers: LSTM below 0.01 by step 2,000',
    seconds: 20,
    run: {experiment: 'adding-100', model: 0},
    metric: 'val_loss',
    below: 0.01,
    by: 2000,
  }),
  reaches({
    name: 'adding-100-gru',
    claim: 'Adding, 100 numbers: GRU below 0.01 by step 700',
    seconds: 8,
    run: {experiment: 'adding-100', model: 1},
    metric: 'val_loss',
    below: 0.01,
    by: 700,
  }),
  stays({
    name: 'adding-100-rnn',
    claim: 'Adding, 100 numbers: tanh RNN stays within 20 % of 1/6 from step 200 to 2,000',
    seconds: 10,
    run: {experiment: 'adding-100', model: 2},
    metric: 'loss', // of fresh examples; the 256 held-out ones happen to be harder than most
    low: 0.8 / 6,
    high: 1.2 / 6,
    from: 200,
    show: rounded(3),
  }),
  reaches({
    name: 'copy-memory-5-gru',
    claim: 'Copy memory, 5 digits over 20 steps: GRU at half the baseline, (5 ln 8)/30 / 2, by step 1,800',
    seconds: 10,
    run: {experiment: 'copy-memory', change: {task: {remembered: 5}}},
    metric: 'val_loss',
    below: (5 * Math.log(8)) / 30 / 2,
    by: 1800,
  }),
  reaches({
    name: 'copy-memory-gru',
    claim: 'Copy memory, 10 digits over 20 steps: GRU at half the baseline, (10 ln 8)/40 / 2, by step 1,800',
    seconds: 20,
    run: {experiment: 'copy-memory'},
    metric: 'val_loss',
    below: (10 * Math.log(8)) / 40 / 2,
    by: 1800,
  }),
  reaches({
    name: 'running-parity-lstm',
    claim: 'Running parity of 16 bits: LSTM above 99.9 % by step 150',
    seconds: 1,
    run: {experiment: 'running-parity'},
    metric: 'val_accuracy',
    above: 0.999,
    by: 150,
  }),
  reaches({
    name: 'reverse-12-positions',
    claim: 'Reversing 12 letters: one-layer Transformer encoder above 99 % by step 400',
    seconds: 5,
    run: {experiment: 'reverse-12', model: 0},
    metric: 'val_accuracy',
    above: 0.99,
    by: 400,
  }),
  stays({
    name: 'reverse-12-no-positions',
    claim: 'The same without positions: below 30 % until step 400',
    seconds: 5,
    run: {experiment: 'reverse-12', model: 1},
    metric: 'val_accuracy',
    low: 0,
    high: 0.3,
    show: percent,
  }),
  gains({
    name: 'seq2seq-length',
    claim: 'Reversing, GRU encoder and decoder: accuracy at 24 letters at least 20 points below that at 8',
    seconds: 40,
    runs: [
      {experiment: 'seq2seq-attention', model: 0, change: lengths(8)},
      {experiment: 'seq2seq-attention', model: 0, change: lengths(24)},
    ],
    metric: 'val_accuracy',
    good: (gain) => gain <= -0.2,
    show: percent,
  }),
  gains({
    name: 'seq2seq-attention-length',
    claim: 'The same with attention: not more than 2 points below',
    seconds: 60,
    runs: [
      {experiment: 'seq2seq-attention', model: 1, change: lengths(8)},
      {experiment: 'seq2seq-attention', model: 1, change: lengths(24)},
    ],
    metric: 'val_accuracy',
    good: (gain) => gain >= -0.02,
    show: percent,
  }),
  reaches({
    name: 'addition-2-digits',
    claim: 'Addition of 2 digits: 99 % of the sums exact within 55 epochs of 4,500 examples (1,933 steps of 128)',
    seconds: 60,
    run: {experiment: 'addition'},
    metric: 'val_exact',
    above: 0.99,
    by: 1933,
  }),
  stays({
    name: 'induction-1-layer',
    claim: 'Repeated random block: one layer stays below 50 % (near 40 %)',
    seconds: 60,
    run: {experiment: 'induction', model: 0},
    metric: 'val_accuracy',
    low: 0,
    high: 0.5,
    show: percent,
  }),
  reaches({
    name: 'induction-2-layers',
    claim: 'The same with two layers: above 80 %',
    seconds: 60,
    run: {experiment: 'induction', model: 1},
    metric: 'val_accuracy',
    above: 0.8,
    by: 1500,
  }),
  gains({
    name: 'names-bigram',
    claim: 'Names: the bigram model reaches the loss of counting pairs within 0.005 nats',
    seconds: 10,
    runs: [
      {experiment: 'names-bigram', model: 1},
      {experiment: 'names-bigram', model: 0},
    ],
    metric: 'val_loss',
    good: (gap) => gap <= 0.005,
    show: rounded(4),
  }),
  gains({
    name: 'masked-pretraining',
    claim: 'Sentiment from 100 labelled sentences: pre-training on masked words gains at least 3 points',
    seconds: 60,
    runs: [
      {experiment: 'sentiment-100'},
      {experiment: 'masked-reviews', save: 'pretrained'},
      {experiment: 'sentiment-100', init: 'pretrained'},
    ],
    metric: 'val_accuracy',
    good: (gain) => gain >= 0.03,
    show: percent,
  }),
];
