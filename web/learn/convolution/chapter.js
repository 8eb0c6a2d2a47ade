// How far a convolution sees: as many layers and weights, and one sees four letters back, the other fifteen.

/** One join of two places a layer: neighbours, or twice as far apart as in the layer below. @param {number} dilation_base */
const seeing = (dilation_base) => ({
  kind: 'conv',
  embedding_size: 16,
  channels: 32,
  kernel_size: 2,
  num_layers: 4,
  dilation_base,
  gated: true,
  direction: 'causal',
});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'convolution',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'How far a convolution sees',
    task: {kind: 'delayed_recall', delay: 15, symbols: 8, min_length: 24, max_length: 24, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 300,
      seed: 1,
      eval_every: 5,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [seeing(1), seeing(2)],
  },
  view: {metric: 'accuracy'},
  range: [1 / 8, 1],
  example: 39,
  back: 15,
  choices: [{id: 'both'}, {id: 'neighbours'}, {id: 'doubled', right: true}, {id: 'neither'}],
  why: {picture: 'network', mark: 'unheard'},
  knob: {
    values: [
      {
        name: 'near',
        change: {task: {delay: 4}},
        claims: [{model: 1, metric: 'val_accuracy', op: '>=', value: 0.9}],
      },
      {name: 'edge', change: {}, claims: []},
      {
        name: 'gru',
        change: {add: {kind: 'gru', hidden_size: 32}},
        claims: [
          {model: 2, metric: 'val_accuracy', op: '>=', value: 0.2},
          {model: 2, metric: 'val_accuracy', op: '<', value: 0.5, from_step: 0},
        ],
      },
      {
        name: 'beyond',
        change: {
          task: {delay: 16},
          add: {kind: 'transformer', d_model: 32, num_heads: 2, num_layers: 1, d_ff: 64},
        },
        claims: [
          {model: 0, metric: 'val_accuracy', op: '<', value: 0.18, from_step: 0},
          {model: 1, metric: 'val_accuracy', op: '<', value: 0.18, from_step: 0},
          {model: 2, metric: 'val_accuracy', op: '>=', value: 0.9},
        ],
      },
    ],
    begin: 1,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_accuracy', op: '>=', value: 0.9}],
    reached_with: ['near'],
  },
  background: {
    formulas: [
      [
        String.raw`r = \sum_{\ell=1}^{L} (k-1)\, d_\ell`,
        String.raw`d_\ell = 1:\; r = L`,
        String.raw`d_\ell = 2^{\ell-1}:\; r = 2^{L} - 1`,
      ],
      [String.raw`n`, String.raw`\log_2 n`, String.raw`1`],
    ],
    papers: ['bai2018', 'gehring2017', 'kalchbrenner2016', 'oord2016', 'vaswani2017', 'waibel1989'],
  },
  transfer: {choices: [{id: 'slowly'}, {id: 'guess', right: true}, {id: 'wider'}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.9, by_step: 60},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.18, from_step: 0},
  ],
};
