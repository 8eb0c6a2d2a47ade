// Six models to train at once in the page, and what their weights must be in the end: what the command makes of them.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Small enough that a shared machine trains it in a few seconds. */
export const SIX = {
  version: 1,
  name: 'Six at once',
  task: {kind: 'text', corpus: 'names', length: 24},
  train: {batch_size: 8, steps: 200, seed: 3, eval_every: 100, optimizer: {kind: 'adamw', lr: 0.01}},
  models: [
    {kind: 'rnn', embedding_size: 16, hidden_size: 24},
    {kind: 'lstm', embedding_size: 16, hidden_size: 16},
    {kind: 'transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
    {kind: 'gru', embedding_size: 16, hidden_size: 16},
    {kind: 'conv', embedding_size: 16, channels: 16, num_layers: 2},
    {kind: 'state_space', hidden_size: 16, num_layers: 1},
  ],
};

/** The weights' hash of each model after training with a command. @param {string[]} command @param {typeof SIX} experiment */
export function hashesOf([program, ...before] = ['build/native/unrolled'], experiment = SIX) {
  const file = join(mkdtempSync(join(tmpdir(), 'unrolled-')), 'experiment.json');
  writeFileSync(file, JSON.stringify(experiment));
  return experiment.models.map((_, model) => {
    const out = execFileSync(program, [...before, 'train', file, '--model', String(model)], {
      cwd: repo,
      encoding: 'utf8',
    });
    return JSON.parse(out.trim().split('\n').at(-1) ?? '').weights_sha256;
  });
}
