// Reading a novel: counting what follows five characters, against a network that learns to guess the next one.

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'novel',
  minutes: 5,
  experiment: {
    version: 1,
    name: 'Reading a novel',
    task: {kind: 'text', corpus: 'moby-dick', length: 128},
    train: {
      batch_size: 8,
      steps: 800,
      seed: 1,
      eval_every: 40,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.005},
      schedule: {kind: 'constant'},
    },
    models: [
      {kind: 'gru', hidden_size: 128},
      {kind: 'ngram', order: 5},
    ],
  },
  view: {metric: 'loss', log: true},
  axes: ['tokens', 'seconds'],
  range: [3, 1.2],
  example: 1_128_283, // "Fate reserved the doubloon"
  prompts: true,
  rivals: [
    {
      id: 'large',
      model: {kind: 'gru', hidden_size: 384},
      train: {
        batch_size: 16,
        steps: 5000,
        eval_every: 100,
        optimizer: {kind: 'adam', lr: 0.004},
        schedule: {kind: 'cosine'},
      },
    },
  ],
  choices: [{id: 'network'}, {id: 'counting', right: true}, {id: 'both'}, {id: 'neither'}],
  why: {picture: 'reach', models: [0], mark: 'hundredth'},
  knob: {
    values: [
      {name: 'one', change: {models: [{}, {order: 1}]}, claims: []},
      {name: 'two', change: {models: [{}, {order: 2}]}, claims: []},
      {
        name: 'three',
        change: {models: [{}, {order: 3}]},
        claims: [{model: 0, metric: 'val_loss', op: '>', value: {model: 1}, from_step: 0}],
      },
      {name: 'five', change: {}, claims: []},
    ],
    begin: 3,
  },
  challenge: {
    goal: [{model: {kind: 'gru'}, metric: 'val_loss', op: '<', value: {model: {kind: 'ngram'}}}],
    reached_with: ['one', 'two'],
  },
  recall: [
    {id: 'way', of: 'why', choices: [{id: 'multiplied', right: true}, {id: 'lost'}, {id: 'near'}]},
    {id: 'fetch', of: 'attention', choices: [{id: 'longer'}, {id: 'looks', right: true}, {id: 'faster'}]},
  ],
  background: {
    formulas: [
      ['-\\frac{1}{N}\\sum_{t=1}^{N}\\ln p(x_t \\mid x_1,\\dots,x_{t-1})'],
      ['p(x \\mid c) = \\frac{\\max(n(cx)-D,\\,0)}{n(c)} + \\lambda(c)\\,p(x \\mid c^{\\prime})'],
    ],
    papers: ['shannon1951', 'kneser1995', 'chen1999', 'mikolov2010'],
  },
  transfer: {choices: [{id: 'enough'}, {id: 'average'}, {id: 'shorter', right: true}]},
  claims: [
    {model: 0, metric: 'val_loss', op: '<', value: 1.85},
    {model: 1, metric: 'val_loss', op: '<', value: 1.5},
    {model: 0, metric: 'val_loss', op: '>', value: {model: 1, plus: 0.2}, from_step: 0},
  ],
};
