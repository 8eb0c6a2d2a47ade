// A chapter that trains in no time: for tests of the player, whatever the real ones become. Its words are those of "forgets".

/** @type {import('../../web/learn/types').Chapter} */
export const MADE = {
  id: 'forgets',
  minutes: 1,
  experiment: {
    version: 1,
    name: 'Made for tests',
    task: {kind: 'adding', length: 12, longer_length: 0},
    train: {
      batch_size: 8,
      steps: 60,
      seed: 1,
      eval_every: 10,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adamw', lr: 0.01},
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'rnn', hidden_size: 8},
      {kind: 'gru', hidden_size: 8},
    ],
  },
  view: {metric: 'accuracy'},
  range: [0, 1],
  example: 0,
  choices: [{id: 'rnn'}, {id: 'gru', right: true}, {id: 'both'}, {id: 'neither'}],
  why: {picture: 'reach', mark: 'farthest'},
  knob: {
    values: [
      {name: 'short', change: {task: {length: 6}}, claims: []},
      {name: 'long', change: {}, claims: []},
      {name: 'lstm', change: {add: {kind: 'lstm', hidden_size: 8}}, claims: []},
    ],
    begin: 1,
  },
  challenge: {goal: [{model: {kind: 'rnn'}, metric: 'val_accuracy', op: '>=', value: 0}], reached_with: ['short']},
  background: {formulas: [['h_t = x_t'], ['x_t']], papers: ['elman1990']},
  transfer: {choices: [{id: 'capacity'}, {id: 'distance', right: true}, {id: 'speed'}]},
  claims: [],
};
