// Gates opened: of two LSTMs the one learns whose forget gate is held open; the other's begins half shut, and keeps nothing that long.

/** @param {Record<string, unknown>} [gate] */
const lstm = (gate) => ({kind: 'lstm', hidden_size: 32, ...gate});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'gates',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'Gates opened',
    task: {kind: 'temporal_order', min_length: 48, max_length: 48, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 320,
      seed: 1,
      eval_every: 8,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.004},
      schedule: {kind: 'constant'},
    },
    models: [lstm(), lstm({forget_gate: 'open'})],
  },
  view: {metric: 'accuracy'},
  range: [0.25, 1],
  example: 1, // Y, later X
  recall: [
    {id: 'forgets', of: 'forgets', choices: [{id: 'numbers'}, {id: 'distance', right: true}, {id: 'size'}]},
    {id: 'why', of: 'why', choices: [{id: 'fades', right: true}, {id: 'half'}, {id: 'same'}]},
  ],
  choices: [{id: 'learned'}, {id: 'both'}, {id: 'open', right: true}, {id: 'neither'}],
  why: {picture: 'kept', mark: 'farthest'},
  knob: {
    values: [
      {name: 'half', change: {}, claims: []},
      {
        name: 'shut',
        change: {models: [{forget_gate: 'closed'}, {}]},
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.4, from_step: 0}],
      },
      {name: 'begins', change: {models: [{forget_bias: 3}, {}]}, claims: []},
      {
        name: 'gru',
        change: {add: {kind: 'gru', hidden_size: 32}},
        claims: [
          {model: 2, metric: 'val_accuracy', op: '>=', value: 0.95},
          {model: 2, metric: 'val_accuracy', op: '<', value: 0.9, from_step: 0, by_step: 120},
        ],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_accuracy', op: '>=', value: 0.95}],
    reached_with: ['begins'],
  },
  background: {
    formulas: [
      [
        'c_t = f_t \\odot c_{t-1} + i_t \\odot g_t',
        'f_t = \\sigma(W_f x_t + U_f h_{t-1} + b_f)',
        'h_t = o_t \\odot \\tanh(c_t)',
      ],
      [
        '\\frac{\\partial c_T}{\\partial c_t} \\approx \\prod_{s=t+1}^{T} f_s',
        'h_t = (1 - z_t) \\odot n_t + z_t \\odot h_{t-1}',
      ],
    ],
    papers: ['hochreiter1997', 'gers2000', 'jozefowicz2015', 'cho2014'],
  },
  transfer: {choices: [{id: 'learns'}, {id: 'fills', right: true}, {id: 'nothing'}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.95, by_step: 120},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.4, from_step: 0},
  ],
};
