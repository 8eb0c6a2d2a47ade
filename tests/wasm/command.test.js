// The command `unrolled`, natively and under Node, from the same source. Needs build/native and build/wasm.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createEngine} from '../../wasm_bindings/engine.js';

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

const lstm = {kind: 'lstm', embedding_size: 8, hidden_size: 12, dropout: 0.1};
const task = {kind: 'text', corpus: 'own', length: 16, text: golden.text.slice(0, 15_000)};
const train = {steps: 60, eval_every: 20, batch_size: 4};
/** An experiment that has its text inside. @param {object} own of its one model @param {object} [more] of its train */
const whole = (own = {}, more = {}) => ({version: 1, task, train: {...train, ...more}, models: [{...lstm, ...own}]});
/** @param {string} name @param {object} experiment */
const written = (name, experiment) => (writeFileSync(path(name), JSON.stringify(experiment)), path(name));

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
  const training = ['train', path('experiment.json'), '--text', path('story.txt')];
  const checkpoint = path(`${name}.safetensors`);

  describe(`the command ${name}`, () => {
    test('describes everything', () => {
      const {models, tasks} = lines('describe')[0];
      assert.ok(models.length >= 13 && tasks.length >= 30);
    });

    test('trains every model, with a line at each test and at the end', () => {
      const all = lines(...training);
      assert.deepEqual(all.map(({model, step, steps}) => [model, step ?? steps]), [
        ['lstm', 20], ['lstm', 30], ['lstm', 30], ['ngram', 20], ['ngram', 30], ['ngram', 30],
      ]); // prettier-ignore
      for (const line of all.filter(({done}) => !done))
        for (const key of ['loss', 'val_loss', 'val_accuracy', 'tokens_per_s'])
          assert.equal(typeof line[key], 'number');
      assert.match(all[2].weights_sha256, /^[0-9a-f]{64}$/);
    });

    test('goes on from a checkpoint as if it had not stopped', () => {
      const whole = lines(...training, '--model', '0').at(-1);
      lines(...training, '--model', '0', '--steps', '13', '--save', checkpoint);
      const rest = lines(...training, '--model', '0', '--load', checkpoint, '--save', checkpoint).at(-1);
      assert.deepEqual(rest, whole);
      const [tested] = lines('eval', path('experiment.json'), '--load', checkpoint, '--text', path('story.txt'));
      assert.equal(tested.val_loss, whole.val_loss);
      assert.equal(tested.step, 30);
    });

    test('writes from a checkpoint alone', () => {
      lines(...training, '--model', '0', '--save', checkpoint);
      const write = (/** @type {string[]} */ ...more) => run('generate', checkpoint, '--tokens', '20', ...more);
      const {stdout, stderr} = write('--prompt', 'The w☃', '--seed', '3');
      assert.equal([...stdout].length, 'The w'.length + 20 + 1);
      assert.ok(stdout.startsWith('The w'));
      assert.match(stderr, /1 characters? of the prompt/);
      assert.equal(write('--prompt', 'The w', '--seed', '3').stdout, stdout);
      assert.notEqual(write('--prompt', 'The w', '--seed', '4').stdout, stdout);
    });

    test('trains beyond the end as a change, so that the checkpoint says it', () => {
      const file = written('short.json', whole({}, {steps: 30, schedule: {kind: 'cosine', final_fraction: 0.5}}));
      const all = lines('train', file, '--steps', '50', '--save', checkpoint);
      assert.deepEqual(all.map(({step, steps}) => step ?? steps), [20, 40, 50, 50]); // prettier-ignore
      const [{experiment, model, step, arithmetic, weights_sha256}] = lines('show', checkpoint);
      assert.deepEqual([model, step, arithmetic, weights_sha256], [0, 50, 2, all[3].weights_sha256]);
      assert.deepEqual(experiment.models[0].changes, [{step: 30, train: {steps: 50}}]);
      assert.equal(experiment.version, 2);
      assert.equal(lines('train', written('said.json', experiment)).at(-1).weights_sha256, weights_sha256);
    });

    test('applies what a model has of its own and what changes on the way', () => {
      const hash = (/** @type {object} */ own) => lines('train', written('own.json', whole(own))).at(-1).weights_sha256;
      const change = {step: 25, train: {optimizer: {lr: 0.02}}};
      const hashes = [hash({}), hash({train: {seed: 4}}), hash({changes: [change]}), hash({train: {steps: 25}})];
      assert.equal(new Set(hashes).size, 4);
      assert.equal(hash({train: {steps: 25}, changes: [change]}), hashes[3]);
    });

    test('trains what a model starts from first, and keeps it', () => {
      const UNROLLED_CACHE = path(`cache ${name}`);
      const again = (/** @type {string[]} */ ...args) =>
        spawnSync(program, [...before, ...args], {encoding: 'utf8', env: {...process.env, UNROLLED_CACHE}});
      const last = (/** @type {{stdout: string}} */ {stdout}) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      const first = whole({}, {steps: 20});
      const second = whole({start: {experiment: first}}, {steps: 10, seed: 2});
      const file = written('tuned.json', whole({start: {experiment: second, step: 7}}, {seed: 3}));
      const one = again('train', file);
      assert.match(one.stderr, /training lstm for 7 steps\n.*training lstm for 20 steps/);
      const two = again('train', file);
      assert.match(two.stderr, /after 7 steps, as kept in/);
      assert.deepEqual(last(two), last(one));
      assert.equal(readdirSync(join(UNROLLED_CACHE, 'starts')).length, 2);
      // By hand it is the same.
      lines('train', written('first.json', first), '--save', path('first.safetensors'));
      const begun = written('second.json', second);
      lines('train', begun, '--init', path('first.safetensors'), '--steps', '7', '--save', path('second.safetensors'));
      const byHand = lines('train', file, '--init', path('second.safetensors')).at(-1);
      assert.equal(byHand.weights_sha256, last(one).weights_sha256);
      // By the hash of a file.
      const [{weights_sha256}] = lines('show', path('second.safetensors'));
      const named = written('named.json', whole({start: {weights: weights_sha256}}, {seed: 3}));
      const byHash = lines('train', named, '--init', path('second.safetensors')).at(-1);
      assert.equal(byHash.weights_sha256, last(one).weights_sha256);
      refused(/models\[0\]\.start\.weights.*--init/, 'train', named);
      refused(/models\[0\]\.start\.weights/, 'train', named, '--init', path('first.safetensors'));
      refused(/models\[0\]\.start/, 'train', file, '--init', path('first.safetensors'));
      for (const kept of readdirSync(join(UNROLLED_CACHE, 'starts')))
        writeFileSync(join(UNROLLED_CACHE, 'starts', kept), 'damaged');
      assert.deepEqual(last(again('train', file)), last(one));
    });

    test('refuses mistakes in one line, with exit code 2', () => {
      refused(/describe, train/, 'trian');
      refused(/describe, train/);
      refused(/--steps/, ...training, '--stesp', '3');
      refused(/whole number/, ...training, '--steps', '3.5');
      refused(/--text.*value/, 'train', path('experiment.json'), '--text');
      refused(/twice/, ...training, '--steps', '3', '--steps', '4');
      refused(/nothing-here/, 'train', path('nothing-here'));
      refused(/models\[0\]\.layers.*num_layers/, 'train', path('broken.json'));
      refused(/--model/, ...training, '--model', '2');
      refused(/--model/, ...training, '--save', checkpoint);
      refused(/--steps/, ...training, '--steps', '2000000');
      refused(/checkpoint/, 'generate', path('story.txt'));
      refused(/checkpoint/, 'show', path('story.txt'));
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

test('what the page does to a run is in its checkpoint, and the native command trains it again to the bit', async () => {
  const module = await WebAssembly.compile(readFileSync(join(repo, 'build/wasm/engine_strict.wasm')));
  const engine = await createEngine({module});
  const text = new TextEncoder().encode(task.text);
  const session = engine.open(whole({train: {seed: 9, optimizer: {kind: 'sgd', lr: 0.05}}}), 0, text);
  session.step(37);
  session.setLr(0.3);
  assert.deepEqual(session.change({clip_norm: 0.5}), {step: 37, train: {clip_norm: 0.5}});
  session.step(23);
  assert.equal(session.info.steps, 60);
  session.change({steps: 75});
  assert.equal(session.info.steps, 75);
  const saved = session.save(); // a worker is replaced
  const other = engine.open(whole({train: {seed: 9, optimizer: {kind: 'sgd', lr: 0.05}}}), 0, text);
  assert.deepEqual(other.load(saved), {step: 60, arithmetic: 2, reproducible: true});
  assert.equal(other.info.steps, 75);
  other.step(15);
  writeFileSync(path('page.safetensors'), other.save());

  const [native] = PROGRAMS.native;
  const run = (/** @type {string[]} */ ...args) => {
    const lines = execFileSync(native, args, {encoding: 'utf8'}).trim().split('\n'); // prettier-ignore
    return JSON.parse(lines.at(-1) ?? '');
  };
  const shown = run('show', path('page.safetensors'));
  assert.deepEqual(
    shown.experiment.models[0].changes.map((/** @type {any} */ {step}) => step),
    [37, 37, 60],
  );
  assert.equal(run('train', written('again.json', shown.experiment)).weights_sha256, other.weightsSha256());
  assert.equal(shown.weights_sha256, other.weightsSha256());
});
