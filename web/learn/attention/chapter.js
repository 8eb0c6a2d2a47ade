// Attention: a date is written anew from one memory, or with a look at every letter that was read.

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'attention',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'Attention',
    task: {kind: 'dates'},
    train: {
      batch_size: 32,
      steps: 400,
      seed: 1,
      eval_every: 10,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'none'},
      {kind: 'seq2seq', cell: 'gru', hidden_size: 48, attention: 'additive'},
    ],
  },
  view: {metric: 'exact'},
  range: [0, 1],
  example: 4, // 28 September 2031: what is written first stands last
  choices: [{id: 'looks', right: true}, {id: 'memory'}, {id: 'both'}, {id: 'neither'}],
  why: {picture: 'look', mark: 'surest'},
  knob: {
    values: [
      {name: 'dates', change: {}, claims: []},
      {
        name: 'language',
        change: {task: {kind: 'translation', longer_clauses: 0}, train: {steps: 600}},
        claims: [
          {model: 1, metric: 'val_exact', op: '>=', value: 0.9},
          {model: 0, metric: 'val_exact', op: '<', value: 0.1, from_step: 0},
        ],
      },
      {
        name: 'short',
        change: {task: {kind: 'reverse', min_length: 2, max_length: 4, longer_length: 0}},
        claims: [{model: 1, metric: 'val_exact', op: '>=', value: 0.9}],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 0, metric: 'val_exact', op: '>=', value: 0.7}],
    reached_with: ['short'],
  },
  recall: [
    {id: 'gates', of: 'forgets', choices: [{id: 'larger'}, {id: 'longer'}, {id: 'back', right: true}]},
    {id: 'half', of: 'why', choices: [{id: 'half'}, {id: 'billionth', right: true}, {id: 'sixtieth'}]},
  ],
  background: {
    formulas: [
      ['c_i = \\sum_j \\alpha_{ij}\\,h_j', '\\alpha_{ij} = \\frac{\\exp(e_{ij})}{\\sum_k \\exp(e_{ik})}'],
      ['e_{ij} = v^{\\top} \\tanh(W_s\\,s_{i-1} + W_h\\,h_j)', 'e_{ij} = s_i^{\\top} W\\,h_j'],
    ],
    papers: ['cho2014', 'sutskever2014', 'bahdanau2014', 'luong2015', 'vaswani2017', 'jain2019'],
  },
  transfer: {choices: [{id: 'memory', right: true}, {id: 'words'}, {id: 'practice'}]},
  claims: [
    {model: 1, metric: 'val_exact', op: '>=', value: 0.9},
    {model: 0, metric: 'val_exact', op: '<', value: 0.1, from_step: 0},
  ],
};
