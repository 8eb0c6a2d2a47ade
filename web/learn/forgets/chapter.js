// An RNN forgets: two marked numbers of fifty are to be added.

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'forgets',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'An RNN forgets',
    task: {kind: 'adding', length: 50, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 1200,
      seed: 1,
      eval_every: 25,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'rnn', hidden_size: 32},
      {kind: 'gru', hidden_size: 32},
    ],
  },
  view: {metric: 'accuracy'},
  range: [0, 1],
  example: 18, // the third number of fifty, and a sum far from 1
  choices: [{id: 'rnn'}, {id: 'gru', right: true}, {id: 'both'}, {id: 'neither'}],
  why: {picture: 'reach', mark: 'farthest'},
  knob: {
    values: [
      {
        name: 'short',
        change: {task: {length: 4}},
        claims: [{model: 1, metric: 'val_accuracy', op: '>=', value: 0.9}],
      },
      {name: 'long', change: {}, claims: []},
      {
        name: 'lstm',
        change: {add: {kind: 'lstm', hidden_size: 32}},
        claims: [
          {model: 0, metric: 'val_accuracy', op: '<', value: 0.2, from_step: 0},
          {model: 2, metric: 'val_accuracy', op: '>=', value: 0.4},
        ],
      },
    ],
    begin: 1,
  },
  challenge: {
    goal: [{model: {kind: 'rnn'}, metric: 'val_accuracy', op: '>=', value: 0.5}],
    reached_with: ['short'],
  },
  background: {
    formulas: [
      ['h_t = \\tanh(W_{ih}\\,x_t + W_{hh}\\,h_{t-1} + b)'],
      [
        'z_t = \\sigma(W_{iz}\\,x_t + W_{hz}\\,h_{t-1} + b_z)',
        'n_t = \\tanh\\bigl(W_{in}\\,x_t + b_{in} + r_t \\odot (W_{hn}\\,h_{t-1} + b_{hn})\\bigr)',
        'h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}',
      ],
    ],
    papers: ['elman1990', 'hochreiter1997', 'cho2014', 'chung2014'],
  },
  transfer: {choices: [{id: 'capacity'}, {id: 'distance', right: true}, {id: 'speed'}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.9},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.2, from_step: 0},
  ],
};
