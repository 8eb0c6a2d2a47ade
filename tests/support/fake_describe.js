// A small describe() for tests of the page's logic: the same shape as the engine's, fewer options.

import {FAKE_TASKS} from './fake_tasks.js';

/** @typedef {import('../../web/runtime/types').Description} Description */

/** @param {string} name @param {number} min @param {number} max @param {number} value */
const integer = (name, min, max, value) => ({
  name,
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
  type: /** @type {const} */ ('number'),
  min,
  max,
  default: value,
  summary: `How much: ${name}.`,
});

const recurrent = [
  {
    name: 'input',
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
      {kind: 'cosine', title: 'Cosine', summary: 'Down to zero.', options: [integer('warmup', 0, 100_000, 0)]},
    ],
  },
};
