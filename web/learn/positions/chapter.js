// Positions: a Transformer that is not told where a letter stands cannot write a word backwards.

/** @param {string} position */
const transformer = (position) => ({
  kind: 'transformer',
  topology: 'encoder',
  d_model: 64,
  num_heads: 4,
  num_layers: 1,
  d_ff: 128,
  position,
});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'positions',
  minutes: 3,
  experiment: {
    version: 1,
    name: 'Positions',
    task: {kind: 'reverse', min_length: 12, max_length: 12, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 240,
      seed: 1,
      eval_every: 4,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.001},
      schedule: {kind: 'constant'},
    },
    models: [transformer('none'), transformer('learned')],
  },
  view: {metric: 'accuracy'},
  range: [0, 1],
  example: 0,
  choices: [{id: 'both'}, {id: 'without'}, {id: 'with', right: true}, {id: 'neither'}],
  why: {picture: 'look', mark: 'first_written'},
  knob: {
    values: [
      {name: 'nothing', change: {}, claims: []},
      {
        name: 'waves',
        change: {models: [{position: 'sinusoidal'}, {}]},
        claims: [],
      },
      {
        name: 'distances',
        change: {models: [{position: 'rope'}, {}]},
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.5, from_step: 0}],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_accuracy', op: '>=', value: 0.95}],
    reached_with: ['waves'],
  },
  background: {
    formulas: [
      ['\\operatorname{Attention}(Q, K, V) = \\operatorname{softmax}\\Bigl(\\frac{Q K^{\\top}}{\\sqrt{d}}\\Bigr) V'],
      [
        'p_{t,2i} = \\sin\\Bigl(\\frac{t}{10000^{2i/d}}\\Bigr)',
        'p_{t,2i+1} = \\cos\\Bigl(\\frac{t}{10000^{2i/d}}\\Bigr)',
      ],
    ],
    papers: ['vaswani2017', 'su2021'],
  },
  transfer: {choices: [{id: 'different'}, {id: 'random'}, {id: 'same', right: true}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.95, by_step: 120},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.4, from_step: 0},
  ],
};
