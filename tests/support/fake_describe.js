// A small describe() for tests of the page's logic: the same shape as the engine's, fewer options.

import {FAKE_TASKS, titleOf} from './fake_tasks.js';

/** @typedef {import('../../web/runtime/types').Description} Description */

/** Those that the fake engine uses, as the engine words them; tests/web/refusals.test.js compares. */
const REFUSALS = {
  'number.whole': '{ $found } is not a whole number from { $min } to { $max }. Choose one in this range.',
  'boolean.type': '{ $found } is neither true nor false. Choose one of the two.',
  'fit.pairs':
    'This model reads a source to write its answer, and the task has no source. Choose another model, or a task of pairs.',
  'fit.encoder_ahead':
    'An encoder would see what it is to predict. Choose a decoder, or a task whose answers may depend on what follows.',
  'size.counts': 'This model counts instead of learning weights, so that it has no size to change. Choose another.',
  'size.none': 'No size in range has about { $found } parameters. Choose another number, or other options.',
  'text.short':
    'The text has { $found } characters, and sequences of { $length } need { $least }. Take a longer text or shorter sequences.',
  'prompt.length': 'The question has { $found } symbols that the task knows. Write 1 to { $most } of them.',
  'excerpt.number': '{ $found } is not the number of a held-out example. Choose one that exists.',
  'session.nothing': 'Nothing was begun that could go on. Begin something.',
};

/** @param {string} name @param {number} min @param {number} max @param {number} value */
const integer = (name, min, max, value) => ({
  name,
  title: titleOf(name),
  type: /** @type {const} */ ('integer'),
  min,
  max,
  default: value,
  step: 1,
  summary: `How many: ${name}.`,
});

/** @param {string} name @param {number} min @param {number} max @param {number} value */
const number = (name, min, max, value) => ({
  name,
  title: titleOf(name),
  type: /** @type {const} */ ('number'),
  min,
  max,
  default: value,
  summary: `How much: ${name}.`,
});

const recurrent = [
  {
    name: 'input',
    title: 'Input',
    type: /** @type {const} */ ('choice'),
    default: 'learned',
    summary: 'How a symbol enters.',
    choices: [
      {value: 'learned', title: 'Learned embedding'},
      {value: 'one_hot', title: 'One-hot'},
    ],
  },
  {...integer('embedding_size', 1, 1024, 64), when: {input: ['learned']}},
  integer('hidden_size', 1, 1024, 128),
  integer('num_layers', 1, 8, 1),
  number('dropout', 0, 0.9, 0),
];

/** @type {Description} */
export const FAKE_DESCRIBE = {
  version: 1,
  refusals: REFUSALS,
  models: [
    {
      kind: 'rnn',
      title: 'RNN',
      summary: 'Remembers in one vector.',
      options: recurrent,
      taps: [
        {
          name: 'rnn.{layer}.hidden',
          axes: ['time', 'batch', 'unit'],
          title: 'Hidden state',
          summary: 'Memory over time.',
        },
      ],
    },
    {
      kind: 'lstm',
      title: 'LSTM',
      summary: 'Gates protect its memory.',
      options: recurrent,
      taps: [
        {
          name: 'lstm.{layer}.gates',
          axes: ['time', 'batch', 'gate', 'unit'],
          title: 'Gates',
          summary: 'Input, forget, cell, output.',
        },
        {name: 'lstm.{layer}.cell', axes: ['time', 'batch', 'unit'], title: 'Cell state', summary: 'What it keeps.'},
      ],
    },
    {
      kind: 'transformer',
      title: 'Transformer',
      summary: 'Looks back at everything.',
      options: [
        {
          name: 'topology',
          title: 'Topology',
          type: 'choice',
          default: 'decoder',
          summary: 'Which way it looks.',
          choices: [
            {value: 'decoder', title: 'Decoder'},
            {value: 'encoder', title: 'Encoder'},
          ],
        },
        integer('d_model', 4, 512, 64),
        integer('num_heads', 1, 16, 4),
        integer('num_layers', 1, 8, 2),
        integer('d_ff', 4, 2048, 256),
      ],
      taps: [
        {
          name: 'transformer.{layer}.attention',
          axes: ['batch', 'head', 'query', 'key'],
          title: 'Attention',
          summary: 'Who looks at whom.',
        },
      ],
    },
    {
      kind: 'gru',
      title: 'GRU',
      summary: 'Two gates.',
      options: recurrent,
      taps: [
        {name: 'gru.{layer}.gates', axes: ['time', 'batch', 'gate', 'unit'], title: 'Gates', summary: 'r, z, n.'},
        {name: 'gru.{layer}.hidden', axes: ['time', 'batch', 'unit'], title: 'Hidden state', summary: 'Memory.'},
      ],
    },
    {
      kind: 'seq2seq',
      title: 'Encoder-decoder',
      summary: 'Reads, then writes.',
      options: [
        integer('hidden_size', 1, 1024, 64),
        {
          name: 'attention',
          title: 'Attention',
          type: 'choice',
          default: 'none',
          summary: 'Whether it may look back.',
          choices: [
            {value: 'none', title: 'None'},
            {value: 'additive', title: 'Additive'},
          ],
        },
      ],
      taps: [
        {
          name: 'seq2seq.attention',
          axes: ['batch', 'head', 'query', 'key'],
          title: 'Alignment',
          summary: 'Who looks where.',
        },
      ],
    },
    {
      kind: 'mlp',
      title: 'MLP',
      summary: 'A window.',
      options: [integer('context', 1, 64, 8), integer('hidden_size', 1, 1024, 64)],
      taps: [],
    },
  ],
  tasks: FAKE_TASKS,
  train: {
    options: [
      integer('batch_size', 1, 512, 16),
      integer('steps', 1, 1_000_000, 2000),
      integer('seed', 0, 2 ** 31, 1),
      integer('eval_every', 1, 100_000, 100),
      number('clip_norm', 0, 100, 1),
      {
        name: 'tier',
        title: 'Tier',
        type: 'choice',
        default: 'strict',
        summary: 'Exact or fast.',
        choices: [
          {value: 'strict', title: 'Reproducible'},
          {value: 'fast', title: 'Fast'},
        ],
      },
    ],
    optimizers: [
      {
        kind: 'adamw',
        title: 'AdamW',
        summary: 'Adam with decay.',
        options: [number('lr', 1e-7, 10, 0.002), number('weight_decay', 0, 1, 0)],
      },
      {kind: 'sgd', title: 'SGD', summary: 'Straight downhill.', options: [number('lr', 1e-7, 10, 0.1)]},
    ],
    schedules: [
      {kind: 'constant', title: 'Constant', summary: 'No change.', options: [integer('warmup', 0, 100_000, 0)]},
      {
        kind: 'cosine',
        title: 'Cosine',
        summary: 'Down to zero.',
        options: [integer('warmup', 0, 100_000, 0), integer('span', 0, 100_000, 0)],
      },
    ],
  },
};
