// Two layers make an induction head: what stood before is copied on by two looks, one in each layer; one layer has only one.

const [WIDE, HEADS, OFF_AT] = [48, 4, 160];

/** @param {number} num_layers */
const transformer = (num_layers) => ({
  kind: 'transformer',
  topology: 'decoder',
  position: 'alibi',
  d_model: 48,
  num_heads: HEADS,
  d_ff: WIDE,
  num_layers,
});

/** @param {string} name of a layer, or of what is behind its heads @param {string} part @param {number} count */
const allOf = (name, part, count) =>
  Array.from({length: count}, (_, index) => ({place: {name, part, index}, to: 'off'}));

/** In the network with two layers, at a step by which it copies. @param {unknown[]} edits @returns {import('../types').Change} */
const off = (edits) => ({models: [{}, {changes: [{step: OFF_AT, edits}]}]});

/** @type {import('../types').Chapter} */
export const chapter = {
  id: 'induction',
  minutes: 4,
  experiment: {
    version: 1,
    name: 'Two layers make an induction head',
    task: {kind: 'repeated_block', length: 48, symbols: 26, min_period: 8, max_period: 20, longer_length: 0},
    train: {
      batch_size: 32,
      steps: 200,
      seed: 1,
      eval_every: 5,
      clip_norm: 1,
      tier: 'strict',
      optimizer: {kind: 'adam', lr: 0.003},
      schedule: {kind: 'constant'},
    },
    models: [transformer(1), transformer(2)],
  },
  view: {metric: 'accuracy'},
  range: [0, 1],
  example: 67,
  choices: [{id: 'both'}, {id: 'two', right: true}, {id: 'later'}, {id: 'neither'}],
  why: {picture: 'look', mark: 'best_induction_head', models: [1]},
  knob: {
    values: [
      {name: 'nothing', change: {}, claims: []},
      {
        name: 'feed',
        change: off([0, 1].flatMap((layer) => allOf(`transformer.${layer}.feed`, 'unit', WIDE))),
        claims: [{model: 1, metric: 'val_accuracy', op: '>=', value: 0.75, from_step: 200}],
      },
      {name: 'first', change: off(allOf('transformer.0', 'head', HEADS)), claims: []},
      {name: 'second', change: off(allOf('transformer.1', 'head', HEADS)), claims: []},
    ],
    begin: 0,
  },
  challenge: {
    goal: [{model: 1, metric: 'val_accuracy', op: '<', value: 0.2, from_step: OFF_AT}],
    reached_with: ['first', 'second'],
  },
  background: {
    formulas: [
      ['a_{ij} = \\operatorname{softmax}_{j \\le i}\\left(\\frac{q_i \\cdot k_j}{\\sqrt{d}} - m\\,(i - j)\\right)'],
      [
        '\\ldots\\,[A]\\,[B]\\,\\ldots\\,[A] \\rightarrow [B]',
        's = \\frac{1}{n} \\sum_{i} \\sum_{j \\le i:\\, x_{j-1} = x_i} a_{ij}',
      ],
    ],
    papers: ['elhage2021', 'olsson2022', 'press2022'],
  },
  transfer: {choices: [{id: 'before'}, {id: 'chance'}, {id: 'followed', right: true}]},
  claims: [
    {model: 1, metric: 'val_accuracy', op: '>=', value: 0.8},
    {model: 0, metric: 'val_accuracy', op: '<', value: 0.3, from_step: 0},
  ],
};
