// Why it forgets: before training next to nothing comes back from far away in either network; one of them opens the way.

/** ReLU, so that what comes back is multiplied at each step by exactly what the step keeps. PyTorch's own beginning keeps 0.58.
 *  @param {number} spectral_radius */
const keeping = (spectral_radius) => ({
  kind: 'rnn',
  hidden_size: 32,
  nonlinearity: 'relu',
  recurrent_init: 'identity',
  spectral_radius,
});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'why',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'Why it forgets',
    task: {kind: 'adding', length: 50, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 600,
      seed: 1,
      eval_every: 20,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [keeping(0.5), {kind: 'gru', hidden_size: 32}],
  },
  view: {metric: 'loss'},
  range: [1 / 6, 0],
  example: 18,
  choices: [{id: 'neither'}, {id: 'rnn'}, {id: 'both'}, {id: 'gru', right: true}],
  why: {picture: 'reach', mark: 'farthest', course: [0, 100, 200, 600]},
  knob: {
    values: [
      {name: 'half', change: {}, claims: []},
      {
        name: 'whole',
        change: {models: [{spectral_radius: 1}, {}]},
        claims: [],
      },
      {
        name: 'more',
        change: {models: [{spectral_radius: 1.2}, {}]},
        claims: [
          {model: 0, metric: 'val_loss', op: '<', value: 0.12},
          {model: 0, metric: 'val_loss', op: '>', value: 0.1, from_step: 0, by_step: 200},
        ],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: {kind: 'rnn'}, metric: 'val_loss', op: '<', value: 0.03}],
    reached_with: ['whole'],
  },
  background: {
    formulas: [
      [
        '\\frac{\\partial L}{\\partial h_t} = \\frac{\\partial L}{\\partial h_T}\\,\\prod_{k=t+1}^{T} \\frac{\\partial h_k}{\\partial h_{k-1}}',
        "\\frac{\\partial h_k}{\\partial h_{k-1}} = \\operatorname{diag}\\bigl(f'(a_k)\\bigr)\\,W_{hh}",
      ],
      [
        '\\rho(W_{hh}) = \\max_i |\\lambda_i|',
        'g \\leftarrow g \\cdot \\min\\Bigl(1, \\frac{c}{\\lVert g \\rVert}\\Bigr)',
      ],
    ],
    papers: ['hochreiter1991', 'bengio1994', 'hochreiter1997', 'pascanu2013', 'le2015'],
  },
  transfer: {choices: [{id: 'most'}, {id: 'little', right: true}, {id: 'nothing'}]},
  claims: [
    {model: 1, metric: 'val_loss', op: '<', value: 0.02, by_step: 600},
    {model: 0, metric: 'val_loss', op: '>', value: 0.12, from_step: 0},
  ],
};
