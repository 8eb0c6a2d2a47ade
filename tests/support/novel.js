// A race for tests, small to look through: three models read a text. The page opens with another one.

/** @type {import('../../web/runtime/types').Experiment} */
export const NOVEL_EXPERIMENT = {
  version: 1,
  name: 'Three models read Moby Dick',
  task: {kind: 'text', corpus: 'moby-dick', length: 64},
  train: {
    batch_size: 16,
    steps: 3000,
    seed: 1,
    eval_every: 100,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adamw', lr: 0.002},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', embedding_size: 64, hidden_size: 128, num_layers: 1},
    {kind: 'lstm', embedding_size: 64, hidden_size: 128, num_layers: 1},
    {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 4, num_layers: 2, d_ff: 256},
  ],
};
