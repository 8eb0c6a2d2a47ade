// A small exercise that trains in no time: for tests of everything about exercises.

/** @type {import('../../web/exercise/types').Exercise} */
export const EXERCISE = {
  v: 1,
  title: 'Which one forgets?',
  question: 'Two networks add two marked numbers. Which one gets it right?',
  lead: 'Both have the *same* size. See [the paper](https://doi.org/10.1162/neco.1997.9.8.1735) and $h_t = \\tanh(x_t)$.',
  choices: [
    {text: 'The RNN', reply: 'It is **shorter** sighted than it looks.'},
    {text: 'The GRU', right: true, reply: 'So it is.'},
    {text: 'Both'},
  ],
  why: {picture: 'reach', mark: 'farthest', text: 'The gradient of the RNN *fades*.'},
  knob: {
    title: 'How long is the sequence?',
    values: [
      {name: 'short', change: {task: {length: 6}}},
      {name: 'long', change: {}},
    ],
    begin: 1,
  },
  goal: [{model: {kind: 'rnn'}, metric: 'val_accuracy', op: '>=', value: 0}],
  goal_text: 'Get the RNN to **add**.',
  hints: ['What if it had *less* to carry?'],
  asks: [
    {kind: 'choice', text: 'What was it?', choices: [{text: 'Distance', right: true}, {text: 'Size'}]},
    {kind: 'number', text: 'At which length?', value: 6, tolerance: 1, unit: 'numbers'},
    {kind: 'text', text: 'Say why, in a sentence.'},
  ],
  remember: 'Distance, not size.',
  seed: 'fixed',
  tried: {reached: 20, tried: 20},
};

/** @type {import('../../web/runtime/types').Experiment} */
export const EXPERIMENT = {
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
};
