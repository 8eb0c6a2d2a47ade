// Fill in the blanks: a network that first filled in hidden words learns from few labelled reviews what one that did not does not.

const ENCODER = {
  kind: 'transformer',
  topology: 'encoder',
  d_model: 32,
  num_heads: 2,
  num_layers: 2,
  d_ff: 64,
  position: 'rope',
};
const REVIEWS = {max_clauses: 3, longer_clauses: 0};

/** Nobody labelled anything for it. */
const BLANKS = /** @type {import('../../runtime/types').Experiment} */ ({
  version: 1,
  name: 'Fill in the blanks',
  task: {kind: 'masked_reviews', ...REVIEWS},
  train: {
    batch_size: 32,
    steps: 5000,
    seed: 1,
    eval_every: 250,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.004},
    schedule: {kind: 'cosine', warmup: 100},
  },
  models: [ENCODER],
});

/** Reads one word at a time and averages what it made of each: nothing but the words counts, not what stands beside them. */
const COUNTING = {kind: 'conv', channels: 32, kernel_size: 1, num_layers: 1, pooling: 'mean'};

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'blanks',
  minutes: 4,
  experiment: {
    version: 2,
    name: 'Then learn from few labels',
    task: {kind: 'sentiment', labelled: 300, ...REVIEWS},
    train: {
      batch_size: 16,
      steps: 400,
      seed: 1,
      eval_every: 20,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.002},
      schedule: {kind: 'constant'},
    },
    models: [ENCODER, {...ENCODER, start: {experiment: BLANKS, model: 0, step: 5000}}],
  },
  view: {metric: 'accuracy'},
  range: [0.5, 1],
  example: 10, // a bad word, turned round
  first_example: 7, // after it everything is against the film, so that "funny" is turned round
  choices: [{id: 'same'}, {id: 'harm'}, {id: 'pre', right: true}, {id: 'neither'}],
  why: {picture: 'look', mark: 'surest_at not'},
  knob: {
    values: [
      {name: 'few', change: {}, claims: []},
      {
        name: 'many',
        change: {task: {labelled: 1000}},
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.8, from_step: 0}],
      },
      {
        name: 'counting',
        change: {add: COUNTING},
        claims: [{model: 2, metric: 'val_accuracy', op: '<', value: 0.66, from_step: 0}],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 1, metric: 'val_accuracy', op: '>=', value: 0.9}],
    reached_with: ['many'],
  },
  transfer: {choices: [{id: 'labels'}, {id: 'texts', right: true}, {id: 'larger'}]},
  background: {
    formulas: [
      ['L = -\\frac{1}{|M|} \\sum_{t \\in M} \\log p(w_t \\mid \\tilde{w}_1, \\dots, \\tilde{w}_n)'],
      [
        '\\theta_0 = \\arg\\min_\\theta L(\\theta), \\qquad p(y \\mid w) = \\operatorname{softmax}\\big(U\\, h_{\\theta}(w)\\big)',
      ],
    ],
    papers: ['taylor1953', 'dai2015', 'peters2018', 'howard2018', 'devlin2018'],
  },
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.75},
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.7, by_step: 200},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.68, from_step: 0},
  ],
};
