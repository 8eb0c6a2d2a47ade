// The Transformer: what it does with a part missing. First it is not told where a letter stands, then others of its parts are taken away.

/** @param {string} position */
const transformer = (position) => ({
  kind: 'transformer',
  topology: 'encoder',
  d_model: 32,
  num_heads: 4,
  num_layers: 1,
  d_ff: 64,
  position,
});

/** Told where letters stand, and without something else. @param {Record<string, unknown>} lacking @param {Record<string, unknown>} [both] */
const without = (lacking, both = {}) => ({models: [{position: 'learned', ...lacking, ...both}, both]});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'transformer',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'The Transformer',
    task: {kind: 'reverse', min_length: 12, max_length: 12, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 200,
      seed: 1,
      eval_every: 5,
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
      {name: 'positions', change: {}, claims: []},
      {
        name: 'residual',
        change: without({residual: false}),
        claims: [{model: 1, metric: 'val_accuracy', op: '>=', value: 0.95}],
      },
      {
        name: 'deep',
        change: without({residual: false}, {num_layers: 6}),
        claims: [
          {model: 0, metric: 'val_accuracy', op: '<', value: 0.3, from_step: 0},
          {model: 1, metric: 'val_accuracy', op: '>=', value: 0.95},
        ],
      },
      {
        name: 'norms',
        change: without({normalisation: 'none'}),
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.3, from_step: 0}],
      },
      {name: 'heads', change: without({num_heads: 1}), claims: []},
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_accuracy', op: '>=', value: 0.95}],
    reached_with: ['residual', 'heads'],
  },
  background: {
    formulas: [
      [
        String.raw`\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\!\left(\frac{Q K^{\top}}{\sqrt{d_k}}\right) V`,
        String.raw`p_{t,2i} = \sin\!\left(\frac{t}{10000^{2i/d}}\right), \quad p_{t,2i+1} = \cos\!\left(\frac{t}{10000^{2i/d}}\right)`,
      ],
      [
        String.raw`x_{l+1} = x_l + f_l(\mathrm{norm}(x_l))`,
        String.raw`\frac{\partial x_L}{\partial x_0} = \prod_{l=0}^{L-1} \left(I + \frac{\partial f_l(\mathrm{norm}(x_l))}{\partial x_l}\right)`,
      ],
    ],
    papers: ['vaswani2017', 'su2021', 'he2016', 'ba2016', 'xiong2020'],
  },
  transfer: {choices: [{id: 'different'}, {id: 'random'}, {id: 'same', right: true}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.95, by_step: 140},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.4, from_step: 0},
  ],
};
