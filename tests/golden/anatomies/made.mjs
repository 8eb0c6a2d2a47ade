// Writes made.json: what the engine counts of models of every family, each made for tasks of three lengths. To be made again
// where operations, parts or families change:
//   node tests/golden/anatomies/made.mjs build/native/unrolled
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const SMALL = {hidden_size: 12, embedding_size: 5};
const HEADS = {kind: 'transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 24};
const SEQ2SEQ = {kind: 'seq2seq', ...SMALL};
const SET = {kind: 'set_transformer', d_model: 16, num_heads: 2, num_layers: 2, d_ff: 24};
const cells = (/** @type {object} */ more) => ['rnn', 'gru', 'lstm'].map((kind) => ({kind, ...SMALL, ...more}));

/** What is read, by its length, and the models. @type {{task: (n: number) => {kind: string}, lengths: number[], models: object[]}[]} */
const CASES = [
  {
    task: (n) => ({kind: 'running_parity', min_length: 2, max_length: n, longer_length: 0}),
    lengths: [9, 15, 40],
    models: [
      ...cells({}),
      ...cells({num_layers: 2, bidirectional: true}),
      {kind: 'lstm', ...SMALL, input: 'one_hot', peephole: true, layer_norm: true},
      {kind: 'gru', ...SMALL, reset: 'before'},
      {kind: 'conv', channels: 6, embedding_size: 5, num_layers: 2, kernel_size: 3},
      {kind: 'conv', channels: 6, embedding_size: 5, num_layers: 2, kernel_size: 2, gated: true},
      {...HEADS, topology: 'decoder'},
      {
        ...HEADS,
        topology: 'decoder',
        num_heads: 4,
        num_kv_heads: 2,
        tied: true,
        position: 'rope',
        activation: 'swiglu',
      },
      {...HEADS, topology: 'decoder', attention: 'linear', norm: 'post'},
      {...HEADS, topology: 'encoder', num_layers: 2, normalisation: 'rms_norm', position: 'alibi'},
      {...HEADS, topology: 'decoder', num_layers: 2, normalisation: 'none', residual: false},
      {kind: 'state_space', cell: 'min_gru', hidden_size: 8, num_layers: 2},
      {kind: 'state_space', cell: 'diagonal', hidden_size: 8, state_size: 6, num_layers: 1},
      {kind: 'mlp', context: 4, hidden_size: 8, embedding_size: 5, num_layers: 2},
    ],
  },
  {
    task: (n) => ({kind: 'adding', length: n, longer_length: 0}),
    lengths: [12, 20, 50],
    models: [
      ...cells({num_layers: 2}),
      {kind: 'gru', ...SMALL, bidirectional: true},
      {kind: 'conv', channels: 6, num_layers: 2, kernel_size: 3, pooling: 'max'},
      {...HEADS, topology: 'encoder'},
      {...HEADS, topology: 'decoder', attention: 'linear'},
      {kind: 'state_space', cell: 'min_lstm', hidden_size: 8, num_layers: 1},
    ],
  },
  {
    task: (n) => ({kind: 'majority', symbols: 3, min_length: 2, max_length: n, longer_length: 0}),
    lengths: [11, 16, 33],
    models: [
      {kind: 'mlp', hidden_size: 8, embedding_size: 5, num_layers: 2},
      {kind: 'lstm', ...SMALL, num_layers: 2, bidirectional: true},
      {...HEADS, topology: 'encoder', num_layers: 2},
    ],
  },
  {
    task: (n) => ({kind: 'reverse', symbols: 7, min_length: 2, max_length: n, longer_length: 0}),
    lengths: [6, 10, 24],
    models: [
      SEQ2SEQ,
      {...SEQ2SEQ, cell: 'lstm', num_layers: 2, bidirectional: true},
      {...SEQ2SEQ, cell: 'rnn', attention: 'dot', reverse_source: true},
      {...SEQ2SEQ, attention: 'additive', bidirectional: true, input_feeding: true},
      {...SEQ2SEQ, cell: 'lstm', attention: 'general', num_layers: 2, input_feeding: true},
      {...HEADS, topology: 'encoder-decoder', num_heads: 4, num_kv_heads: 2},
      {...HEADS, topology: 'encoder-decoder', attention: 'linear'},
      {...HEADS, topology: 'decoder'},
      {kind: 'conv_seq2seq', embedding_size: 8, channels: 6, num_layers: 2},
      {kind: 'pervasive', embedding_size: 4, growth: 3, num_layers: 2},
    ],
  },
  {
    task: (n) => ({kind: 'set_unique', symbols: 6, min_size: 2, max_size: n, longer_size: 0}),
    lengths: [7, 11, 30],
    models: [SET, {...SET, block: 'isab', num_inducing: 3}],
  },
  {
    task: (n) => ({kind: 'clustering', clusters: 3, min_size: 8, max_size: n, longer_size: 0}),
    lengths: [10, 16, 40],
    models: [SET, {...SET, block: 'isab', num_inducing: 5}],
  },
  {task: () => ({kind: 'digits'}), lengths: [16], models: [{kind: 'image_conv', channels: 3, num_layers: 2}]},
  {task: () => ({kind: 'digits'}), lengths: [16], models: [{kind: 'gru', ...SMALL}]},
];

const [binary] = process.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), 'anatomies-'));

/** @param {object} task @param {object} model */
function anatomy(task, model) {
  const optimizer = {kind: 'adam', lr: 0.001};
  const train = {batch_size: 2, steps: 1, seed: 1, eval_every: 1, clip_norm: 1, tier: 'strict', optimizer, schedule: {kind: 'constant'}}; // prettier-ignore
  const [experiment, weights] = ['experiment.json', 'weights.safetensors'].map((name) => join(place, name));
  writeFileSync(experiment, JSON.stringify({version: 1, name: 'Anatomy', task, train, models: [model]}));
  execFileSync(binary, ['train', experiment, '--save', weights], {stdio: ['ignore', 'ignore', 'inherit']});
  return JSON.parse(String(execFileSync(binary, ['measure', weights, 'anatomy'])));
}

const numbers = ['width', 'heads', 'times', 'source', 'residual', 'backward', 'across', 'parameters', 'flops'];

/** Without what nobody reads here, and each axis once. @param {any} found */
function compact({arrays, numbers: all}) {
  const of = (/** @type {string} */ name) => arrays.find((/** @type {any} */ array) => array.name === name);
  const named = (/** @type {string} */ name) => {
    const {axes, data} = of(name);
    return axes[0].names.map(
      (/** @type {string} */ _, /** @type {number} */ p) => axes[1].names[data.slice(p * axes[1].count, (p + 1) * axes[1].count).indexOf(1)],
    );
  };
  const whole = (/** @type {number} */ value) => Number(value.toPrecision(9));
  const values = Object.fromEntries(numbers.map((name) => [name, of(name).data.map(whole)]));
  const waits = {at: of('waits').axes[0].at, data: of('waits').data};
  return {
    positions: all.positions,
    given: of('path_source')?.shape[0] ?? 0,
    operations: all.flops,
    parts: of('flops').axes[0].names,
    ...{kind: named('kind'), connection: named('connection'), ...values, waits},
  };
}

const all = CASES.flatMap(({task, lengths, models}) =>
  models.map((model) => ({model, task: task(9).kind, at: lengths.map((n) => compact(anatomy(task(n), model)))})),
);
rmSync(place, {recursive: true});
const lines = all.map((one) => JSON.stringify(one)).join(',\n');
writeFileSync(new URL('made.json', import.meta.url), `[\n${lines}\n]\n`);
