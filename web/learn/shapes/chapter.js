// Other shapes: a bag of letters has no order. One network is made so that it cannot tell any; the other has to learn that from examples.

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'shapes',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'Other shapes',
    task: {kind: 'set_unique', longer_size: 0},
    train: {
      batch_size: 32,
      steps: 800,
      seed: 1,
      eval_every: 20,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.001}, // at 0.003 one Set Transformer of five stays where it began
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'lstm', hidden_size: 48},
      {kind: 'set_transformer', d_model: 48, num_heads: 4, num_layers: 2, d_ff: 96},
    ],
  },
  view: {metric: 'accuracy'},
  range: [0, 1],
  example: 15, // three letters, each of them more than once
  choices: [{id: 'lstm'}, {id: 'set', right: true}, {id: 'both'}, {id: 'neither'}],
  why: {picture: 'look', mark: 'surest'},
  asks: 'shuffle',
  knob: {
    values: [
      {name: 'slow', change: {}, claims: []},
      {
        name: 'small',
        change: {task: {min_size: 2, max_size: 4}},
        claims: [
          {model: 1, metric: 'val_accuracy', op: '>=', value: 0.95},
          {model: 0, metric: 'val_accuracy', op: '<', value: 0.75, from_step: 0},
        ],
      },
      {name: 'fast', change: {models: [{train: {optimizer: {lr: 0.005}}}, {}]}, claims: []},
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_accuracy', op: '>=', value: 0.65}],
    reached_with: ['fast'],
  },
  transfer: {choices: [{id: 'sum', right: true}, {id: 'lstm'}, {id: 'shuffle'}]},
  background: {
    formulas: [
      ['f(x_{\\pi(1)}, \\dots, x_{\\pi(n)}) = f(x_1, \\dots, x_n) \\quad \\forall \\pi'],
      ['f(x_1, \\dots, x_n) = \\rho\\Big(\\sum_{i=1}^{n} \\varphi(x_i)\\Big)'],
    ],
    papers: ['vinyals2015', 'zaheer2017', 'lee2019'],
  },
  doors: ['waves', 'digits', 'clouds'],
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.9},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.62, from_step: 0},
  ],
};
