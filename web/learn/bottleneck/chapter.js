// One vector for a sentence: whatever its length, a word has to pass through one list of 32 numbers before any of it is written.

/** @param {string} attention */
const writing = (attention) => ({kind: 'seq2seq', cell: 'gru', hidden_size: 32, attention});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'bottleneck',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'One vector for a sentence',
    task: {kind: 'reverse', symbols: 10, min_length: 2, max_length: 12, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 800,
      seed: 1,
      eval_every: 20,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'cosine'},
    },
    models: [writing('none'), writing('additive')],
  },
  view: {metric: 'exact'},
  range: [0, 1],
  example: 4, // eleven letters
  choices: [{id: 'five', right: true}, {id: 'nine'}, {id: 'all'}],
  why: {picture: 'lengths', mark: 'breaks'},
  knob: {
    values: [
      {
        name: 'small',
        change: {models: [{hidden_size: 16}]},
        claims: [{model: 0, metric: 'val_exact', op: '<', value: 0.25, from_step: 0}],
      },
      {name: 'usual', change: {}, claims: []},
      {name: 'large', change: {models: [{hidden_size: 128}]}, claims: []},
    ],
    begin: 1,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_exact', op: '>=', value: 0.6}],
    reached_with: ['large'],
  },
  background: {
    formulas: [
      [
        String.raw`h_t = \mathrm{GRU}(h_{t-1}, x_t)`,
        String.raw`c = h_T`,
        String.raw`s_0 = c,\; s_t = \mathrm{GRU}(s_{t-1}, y_{t-1})`,
      ],
      [String.raw`T \log_2 10 \text{ bits}`],
    ],
    papers: ['bahdanau2014', 'cho2014', 'cho2014b', 'collins2017', 'sutskever2014'],
  },
  transfer: {choices: [{id: 'short'}, {id: 'alike'}, {id: 'long', right: true}]},
  claims: [
    {model: 1, metric: 'val_exact', op: '>=', value: 0.9},
    {model: 0, metric: 'val_exact', op: '<', value: 0.45, from_step: 0},
  ],
};
