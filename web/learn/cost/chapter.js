// What must wait: what a symbol costs by the length of what is read. Nothing trains; the models are timed on the reader's machine, and
// counted.

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'cost',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'What must wait',
    task: {kind: 'delayed_recall', delay: 3, min_length: 16, max_length: 16, longer_length: 0},
    train: {
      batch_size: 8,
      steps: 20,
      seed: 1,
      eval_every: 1,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.001},
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'lstm', hidden_size: 32, input: 'one_hot'}, // so that nothing of it is made once for all symbols
      {
        kind: 'transformer',
        topology: 'decoder',
        d_model: 16,
        num_heads: 2,
        num_layers: 1,
        d_ff: 32,
        position: 'learned',
      },
    ],
  },
  view: {metric: 'loss'},
  range: [2.1, 1.9],
  example: 0,
  measures: {options: ['min_length', 'max_length'], lengths: [16, 32, 64, 128, 256, 400]},
  choices: [{id: 'lstm'}, {id: 'both'}, {id: 'transformer', right: true}, {id: 'neither'}],
  why: {picture: 'wait', mark: 'crossing'},
  knob: {
    values: [
      {name: 'as_it_is', change: {}, claims: []},
      {name: 'heads', change: {models: [{}, {num_heads: 1}]}, claims: []},
      {name: 'wide', change: {models: [{}, {d_model: 32, d_ff: 64}]}, claims: []},
      {name: 'linear', change: {models: [{}, {attention: 'linear'}]}, claims: []},
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 1, metric: 'measured.growth', op: '<=', value: 1.1}],
    reached_with: ['linear'],
  },
  background: {
    formulas: [
      [String.raw`W(n) = a\,n + 4 d\,n^{2}`, String.raw`\frac{W(n)}{n} = a + 4 d\,n`],
      [String.raw`T_p \ge \max\!\left(\frac{T_1}{p},\; T_\infty\right)`],
    ],
    papers: ['vaswani2017', 'brent1974', 'katharopoulos2020', 'dao2022'],
  },
  transfer: {choices: [{id: 'twice'}, {id: 'four', right: true}, {id: 'same'}]},
  claims: [],
};
