// The command `unrolled`, natively and under Node, from the same source. Needs build/native and build/wasm.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const golden = JSON.parse(readFileSync(join(repo, 'tests/golden/hashes.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
const path = (/** @type {string} */ name) => join(folder, name);

writeFileSync(path('story.txt'), golden.text);
writeFileSync(
  path('experiment.json'),
  JSON.stringify({
    version: 1,
    task: {kind: 'text', corpus: 'own', length: 16},
    train: {steps: 30, eval_every: 20, batch_size: 4},
    models: [
      {kind: 'lstm', embedding_size: 8, hidden_size: 12},
      {kind: 'ngram', order: 2},
    ],
  }),
);
writeFileSync(
  path('broken.json'),
  '{"version": 1, "task": {"kind": "text"}, "models": [{"kind": "lstm", "layers": 2}]}',
);

const PROGRAMS = {
  native: [join(repo, 'build/native/unrolled')],
  'under Node': [process.execPath, join(repo, 'build/wasm/unrolled.mjs')],
};

for (const [name, [program, ...before]] of Object.entries(PROGRAMS)) {
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(program, [...before, ...args], {cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26});
  const lines = (/** @type {string[]} */ ...args) => {
    const {status, stdout, stderr} = run(...args);
    assert.equal(status, 0, stderr);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const refused = (/** @type {RegExp} */ sentence, /** @type {string[]} */ ...args) => {
    const {status, stdout, stderr} = run(...args);
    assert.equal(status, 2, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split('\n').length, 1);
  };
  const bench = ['bench', join(repo, 'tests/bench/workloads.json')];
  const train = ['train', path('experiment.json'), '--text', path('story.txt')];
  const checkpoint = path(`${name}.safetensors`);

  describe(`the command ${name}`, () => {
    test('describes everything', () => {
      const {models, tasks} = lines('describe')[0];
      assert.ok(models.length >= 13 && tasks.length >= 30);
    });

    test('trains every model, with a line at each test and at the end', () => {
      const all = lines(...train);
      assert.deepEqual(all.map(({model, step, steps}) => [model, step ?? steps]), [
        ['lstm', 20], ['lstm', 30], ['lstm', 30], ['ngram', 20], ['ngram', 30], ['ngram', 30],
      ]); // prettier-ignore
      for (const line of all.filter(({done}) => !done))
        for (const key of ['loss', 'val_loss', 'val_accuracy', 'tokens_per_s'])
          assert.equal(typeof line[key], 'number');
      assert.match(all[2].weights_sha256, /^[0-9a-f]{64}$/);
    });

    test('goes on from a checkpoint as if it had not stopped', () => {
      const whole = lines(...train, '--model', '0').at(-1);
      lines(...train, '--model', '0', '--steps', '13', '--save', checkpoint);
      const rest = lines(...train, '--model', '0', '--load', checkpoint, '--save', checkpoint).at(-1);
      assert.deepEqual(rest, whole);
      const [tested] = lines('eval', path('experiment.json'), '--load', checkpoint, '--text', path('story.txt'));
      assert.equal(tested.val_loss, whole.val_loss);
      assert.equal(tested.step, 30);
    });

    test('writes from a checkpoint alone', () => {
      lines(...train, '--model', '0', '--save', checkpoint);
      const write = (/** @type {string[]} */ ...more) => run('generate', checkpoint, '--tokens', '20', ...more);
      const {stdout, stderr} = write('--prompt', 'The w☃', '--seed', '3');
      assert.equal([...stdout].length, 'The w'.length + 20 + 1);
      assert.ok(stdout.startsWith('The w'));
      assert.match(stderr, /1 characters? of the prompt/);
      assert.equal(write('--prompt', 'The w', '--seed', '3').stdout, stdout);
      assert.notEqual(write('--prompt', 'The w', '--seed', '4').stdout, stdout);
    });

    test('refuses mistakes in one line, with exit code 2', () => {
      refused(/describe, train/, 'trian');
      refused(/describe, train/);
      refused(/--steps/, ...train, '--stesp', '3');
      refused(/whole number/, ...train, '--steps', '3.5');
      refused(/--text.*value/, 'train', path('experiment.json'), '--text');
      refused(/twice/, ...train, '--steps', '3', '--steps', '4');
      refused(/nothing-here/, 'train', path('nothing-here'));
      refused(/models\[0\]\.layers.*num_layers/, 'train', path('broken.json'));
      refused(/--model/, ...train, '--model', '2');
      refused(/--model/, ...train, '--save', checkpoint);
      refused(/checkpoint/, 'generate', path('story.txt'));
      refused(/WORKLOADS\.json/, 'bench');
      refused(/rnn-h64/, ...bench, '--workload', 'rnn-h6');
      refused(/later/, 'export', checkpoint);
    });

    test('measures a workload', () => {
      const [line] = lines(...bench, '--workload', 'rnn-h64', '--seconds', '0.1');
      assert.equal(line.tier, 'strict');
      for (const key of ['ms_median', 'ms_p10', 'tokens_per_s', 'gflops']) assert.ok(line[key] > 0);
      const [generation] = lines(...bench, '--workload', 'gen-lstm-h128', '--seconds', '0.1');
      assert.equal(generation.workload, 'gen-lstm-h128');
      assert.ok(generation.tokens_per_s > 0);
    });
  });
}

test('both print the same hash', () => {
  const [native, node] = Object.values(PROGRAMS).map(
    ([program, ...before]) =>
    spawnSync(program, [...before, 'train', path('experiment.json'), '--text', path('story.txt'), '--model', '0'], {encoding: 'utf8'})
      .stdout.trim().split('\n').at(-1), // prettier-ignore
  );
  assert.match(native ?? '', /weights_sha256/);
  assert.equal(node, native);
});
