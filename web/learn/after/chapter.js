// What came after: recalling which digit belonged to a letter, by looking back at all of them or from a memory of fixed size.

const LOOKS = {kind: 'transformer', d_model: 32, num_heads: 2, num_layers: 2, d_ff: 32, position: 'alibi'};

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'after',
  minutes: 5,
  experiment: {
    version: 1,
    name: 'What came after',
    task: {kind: 'associative_recall', min_length: 2, max_length: 4, longer_length: 0, queries: 8},
    train: {
      batch_size: 32,
      steps: 2000,
      seed: 1,
      eval_every: 50,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant', warmup: 100},
    },
    models: [{kind: 'state_space', cell: 'min_gru', hidden_size: 64, num_layers: 2, mlp_ratio: 1}, LOOKS],
  },
  view: {metric: 'accuracy'},
  axes: ['step', 'seconds'],
  costs: true,
  range: [0, 1],
  example: 36, // four pairs
  choices: [{id: 'alike'}, {id: 'keeps'}, {id: 'looks', right: true}, {id: 'neither'}],
  why: {picture: 'lengths', choice: {counted: 1}, mark: 'farthest_apart'},
  knob: {
    values: [
      {name: 'mingru', change: {}, claims: []},
      {name: 'two', change: {task: {max_length: 2}}, claims: []},
      {
        name: 'diagonal',
        change: {models: [{cell: 'diagonal'}, {}]},
        claims: [{model: 0, metric: 'val_accuracy', op: '<', value: 0.5, from_step: 0}],
      },
      {
        name: 'linear',
        change: {add: {...LOOKS, position: 'none', attention: 'linear'}},
        claims: [{model: 2, metric: 'val_accuracy', op: '<', value: 0.5, from_step: 0}],
      },
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: {kind: 'state_space'}, metric: 'val_accuracy', op: '>=', value: 0.85}],
    reached_with: ['two'],
  },
  recall: [
    {id: 'table', of: 'novel', choices: [{id: 'longer'}, {id: 'rows', right: true}, {id: 'slow'}]},
    {id: 'gates', of: 'forgets', choices: [{id: 'size'}, {id: 'reads'}, {id: 'keep', right: true}]},
  ],
  background: {
    formulas: [
      [
        'y_t = \\frac{\\sum_{s \\le t} e^{q_t \\cdot k_s} v_s}{\\sum_{s \\le t} e^{q_t \\cdot k_s}}',
        'S_t = S_{t-1} + \\phi(k_t)\\, v_t^{\\top}',
      ],
      ['h_t = (1 - z_t)\\, h_{t-1} + z_t\\, \\tilde{h}_t', 'h_t = \\lambda\\, h_{t-1} + B x_t'],
    ],
    papers: ['katharopoulos2020', 'gu2022', 'arora2023', 'jelassi2024', 'feng2024'],
  },
  transfer: {choices: [{id: 'longer'}, {id: 'book', right: true}, {id: 'names'}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.8, by_step: 500},
    {model: 1, metric: 'final_val_accuracy', op: '>=', value: 0.9},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.5, from_step: 0, by_step: 500},
    {model: 0, metric: 'final_val_accuracy', op: 'within', value: [0.6, 0.8]},
  ],
};
