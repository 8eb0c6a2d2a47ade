// What an RNN is: a row of brackets is judged bracket by bracket, with a memory carried along, or from the last nine at once.

/** One layer that sees the last 2 k - 1 brackets, and of these alone answers. @param {number} kernel_size */
const seeing = (kernel_size) => ({
  kind: 'conv',
  embedding_size: 4,
  channels: 16,
  kernel_size,
  num_layers: 1,
  direction: 'causal',
  pooling: 'last',
});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'rnn',
  minutes: 5,
  worked: 'rnn',
  experiment: {
    version: 1,
    name: 'What an RNN is',
    task: {kind: 'brackets', kinds: 1, min_length: 8, max_length: 8, longer_length: 12},
    train: {
      batch_size: 64,
      steps: 1000,
      seed: 1,
      eval_every: 20,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [seeing(5), {kind: 'rnn', embedding_size: 4, hidden_size: 16}],
  },
  view: {metric: 'accuracy'},
  range: [0.5, 1],
  example: 30, // of six that open first two stay open, which the last nine do not show
  choices: [{id: 'window'}, {id: 'both'}, {id: 'rnn', right: true}, {id: 'neither'}],
  why: {picture: 'carried', mark: 'lost'},
  knob: {
    values: [
      {
        name: 'five',
        change: {models: [{kernel_size: 3}, {}]},
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.7, from_step: 100}],
      },
      {name: 'nine', change: {}, claims: []},
      {
        name: 'all',
        change: {models: [{kernel_size: 9}, {}]},
        claims: [
          {model: 0, metric: 'longer_accuracy', op: '<', value: 0.7, from_step: 1000},
          {model: 1, metric: 'longer_accuracy', op: '>=', value: 0.97, from_step: 1000},
        ],
      },
    ],
    begin: 1,
  },
  challenge: {
    goal: [{model: {kind: 'conv'}, metric: 'val_accuracy', op: '>=', value: 0.95}],
    reached_with: ['all'],
  },
  transfer: {choices: [{id: 'weights'}, {id: 'memory'}, {id: 'steps', right: true}]},
  background: {
    formulas: [
      ['h_t = \\tanh(W_{ih}\\,x_t + W_{hh}\\,h_{t-1} + b)'],
      ['\\frac{\\partial L}{\\partial W_{hh}} = \\sum_{t=1}^{T} \\frac{\\partial L}{\\partial a_t}\\,h_{t-1}^{\\top}'],
    ],
    papers: ['rumelhart1986', 'elman1990', 'werbos1990', 'alain2016', 'weiss2018'],
  },
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.9, by_step: 400},
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.99, from_step: 1000},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.7, from_step: 100},
  ],
};
