// The command `verify`: what receipts claim is trained again. Needs build/native and build/wasm.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readModelFile} from '../../web/store/model_file.js';
import {CHEATS, madeReceipt, measuringEngine, pick, sealed} from '../support/made_receipts.js';
import {dice} from '../support/made_up_races.js';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
const text = JSON.parse(readFileSync(join(repo, 'tests/golden/hashes.json'), 'utf8')).text.slice(0, 3000);
const COUNT = 200;
const native = join(repo, 'build/native/unrolled');

/** @param {string} name @param {unknown} content */
function written(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** @param {string[]} args @param {string[]} [program] */
function verify(args, [command, ...first] = [native]) {
  const {status, stdout, stderr} = spawnSync(command, [...first, 'verify', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return {status, stdout, stderr};
}

/** By machine: a line a receipt, and the last. @param {string[]} args */
function lines(...args) {
  const {status, stdout, stderr} = verify([...args, '--json', '--data', own]);
  const all = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return {status, stderr, receipts: all.slice(0, -1), last: all.at(-1)};
}

const own = written('own.txt', text);
/** @type {any[]} */
const receipts = [];

before(async () => {
  const engine = await measuringEngine();
  for (let i = 0; i < COUNT; i++) receipts.push(await madeReceipt(engine, dice(i + 1), text));
});

test(`${COUNT} receipts of tiny runs hold`, () => {
  const paths = receipts.map((receipt, i) => written(`honest${i}.json`, receipt));
  const {status, receipts: found, last} = lines(...paths);
  for (const {holds, receipt, wrong} of found) assert.ok(holds, `${receipt}: ${JSON.stringify(wrong)}`);
  assert.deepEqual([status, last.receipts, last.hold], [0, COUNT, COUNT]);
  assert.deepEqual(
    found.map(({receipt}) => receipt),
    paths,
    'in the order in which they were given',
  );
  const proved = found.flatMap(({proved: list}) => list.map((/** @type {any} */ {what}) => what));
  for (const what of ['exercise', 'seed', 'model', 'goal'])
    assert.ok(proved.filter((one) => one === what).length > 50, what);
});

test(`one proved thing changed is found in each of ${COUNT}`, () => {
  /** @type {Record<string, number>} */
  const tried = {};
  const cheated = receipts.map((honest, i) => {
    const random = dice(1000 + i);
    const receipt = structuredClone(honest);
    let how = pick(random, Object.keys(CHEATS));
    while (CHEATS[how](receipt, random) === false) how = pick(random, Object.keys(CHEATS));
    tried[how] = (tried[how] ?? 0) + 1;
    return {how, path: written(`cheat${i}.json`, sealed(receipt))};
  });
  const {status, receipts: found, last} = lines(...cheated.map(({path}) => path));
  const missed = found.flatMap(({holds}, i) => (holds ? [`${cheated[i].how} in ${i}`] : []));
  assert.deepEqual(missed, []);
  assert.deepEqual([status, last.hold], [1, 0]);
  assert.deepEqual(Object.keys(tried).sort(), Object.keys(CHEATS).sort(), 'each was tried');
});

// What it says -------------------------------------------------------------------------------------------------------

/** What is wrong with a receipt that was changed so. @param {(receipt: any) => void} change @param {any} [of] @param {string[]} args */
function complaint(change, of = receipts[0], args = ['--data', own]) {
  const receipt = structuredClone(of);
  change(receipt);
  const {status, stdout} = verify([written('changed.json', sealed(receipt)), '--json', ...args]);
  const [{wrong, holds}] = stdout.split('\n').map((line) => JSON.parse(line || 'null'));
  assert.deepEqual([status, holds], [wrong.length ? 1 : 0, wrong.length === 0]);
  return wrong.map((/** @type {any} */ one) => one.text).join('\n');
}
const ofOwn = () => receipts.find(({data}) => data);
const firstModel = (/** @type {any} */ receipt) => receipt.exercise.taken.runs[0].models[0];

test('what cannot be verified is said in one sentence that names the place', () => {
  assert.match(
    complaint((receipt) => (receipt.arithmetic = 1)),
    /^arithmetic: It was trained with arithmetic 1, and this program computes with \d+/,
  );
  assert.match(
    complaint((receipt) => (receipt.format = 'unrolled-receipt-9')),
    /^format: The file is of the format "unrolled-receipt-9"/,
  );
  assert.match(
    complaint((receipt) => (receipt.page.experiment.train.tier = 'fast')),
    /^page\.experiment\.train\.tier: It was trained in the fast tier/,
  );
  assert.match(
    complaint((receipt) => (receipt.page.experiment.models[0].hidden_size = 1e9)),
    /models\[0\]\.hidden_size: 1000000000 is not a whole number/,
  );
  assert.match(
    complaint(
      (receipt) => (receipt.page.experiment.models[0].hidden_size = 1024),
      receipts.find(({page}) => page.experiment.models[0].kind === 'rnn'),
    ),
    /weights_sha256: after \d+ steps/,
  );
  assert.match(
    complaint((receipt) => (firstModel(receipt).step = 1e12)),
    /^exercise\.taken\.runs\[0\]\.models\[0\]\.step: 1000000000000 is not a whole number/,
  );
  assert.match(
    complaint((receipt) => (firstModel(receipt).step = 1e6)),
    /^exercise\.taken\.runs\[0\]\.models\[0\]\.step: It is said to have trained 1000000 steps, and its run ends after \d+\.$/,
  );
  assert.match(
    complaint((receipt) => (firstModel(receipt).weights_sha256 = 'x'.repeat(64))),
    /models\[0\]\.weights_sha256: /,
  );
  assert.match(
    complaint((receipt) => (firstModel(receipt).scores.speed = 3)),
    /models\[0\]\.scores: There is no score "speed"\.$/,
  );
  assert.match(
    complaint((receipt) => (receipt.exercise.taken.runs[0].changes['models.9.x'] = 1)),
    /^exercise\.taken\.runs\[0\]\.changes: The entry "models\.9\.x"/,
  );
  assert.match(
    complaint((receipt) => receipt.exercise.taken.runs[0].models.pop()),
    /^exercise\.taken\.runs\[0\]\.models: It names 1 models, and the experiment has 2\.$/,
  );
  assert.match(
    complaint((receipt) => (receipt.exercise.exercise.goal[0].metric = 'luck')),
    /^exercise\.exercise\.goal\[0\]\.metric: "luck" is not one of the choices/,
  );
});

test('what an exercise locks and a run changed all the same is wrong, though training gives it', () => {
  const of = receipts.find(({exercise}) =>
    exercise.taken.runs.some((/** @type {any} */ {changes}) => 'train.optimizer.lr' in changes),
  );
  const locking = (/** @type {string[]} */ ...lock) => complaint((receipt) => (receipt.page.shape = {lock}), of);
  for (const name of ['training', 'train.optimizer.*', 'train.optimizer.lr'])
    assert.match(
      locking(name),
      /^exercise\.taken\.runs\[1\]: train\.optimizer\.lr was changed, and the exercise locks it\.$/,
    );
  assert.equal(locking('task', 'models', 'train.steps'), '');
  const knob = {values: [{name: 'slow', change: {train: {optimizer: {lr: 0.01}}}}]};
  assert.equal(
    complaint((receipt) => {
      receipt.page.shape = {lock: ['training']};
      receipt.exercise.exercise.knob = knob;
    }, of),
    '',
  );
});

test('data of somebody are asked for, and checked', () => {
  assert.match(
    complaint(() => {}, ofOwn(), []),
    /^exercise\.taken\.runs\[0\]: It learned from data of somebody's own, whose hash begins with \w{12}\. Give them with --data FILE\.$/,
  );
  assert.match(
    complaint(() => {}, ofOwn(), ['--data', written('other.txt', `${text}!`)]),
    /none of those given with --data has it/,
  );
  assert.equal(
    complaint(() => {}, ofOwn(), ['--data', written('other.txt', `${text}!`), '--data', own]),
    '',
  );
  assert.equal(verify([written('r.json', receipts[0]), '--data', join(folder, 'none.txt')]).status, 2);
});

test('what is no receipt is a receipt that does not hold, and the others are verified', () => {
  const paths = [
    written('zip.json', 'PK\x03\x04'),
    join(folder, 'none.json'),
    written('honest.json', receipts[0]),
    written('list.json', []),
  ];
  const {status, receipts: found, last} = lines(...paths);
  assert.deepEqual(
    found.map(({holds}) => holds),
    [false, false, true, false],
  );
  assert.deepEqual([status, last.hold], [1, 1]);
  assert.match(found[1].wrong[0].text, /none\.json: The file cannot be read/);
});

test('what is shared is trained once, and a copy shows', () => {
  const named = receipts.find(({exercise}) => exercise.exercise.seed === 'name');
  const copy = sealed(structuredClone(named));
  copy.exercise.taken.name = 'Eve';
  const alone = lines(written('one.json', named));
  const both = lines(written('one.json', named), written('two.json', sealed(copy)));
  assert.equal(both.last.trainings, alone.last.trainings);
  assert.match(both.receipts[1].wrong[0].text, /seed: it is \d+, and from the name "Eve" follows \d+\.$/);
  const shared = both.last.shared.map((/** @type {any} */ {what, names_differ}) => [what, names_differ]);
  assert.deepEqual(shared, [
    ['trainings', true],
    ['deeds', true],
  ]);
});

test('workers change nothing but the time', () => {
  const paths = receipts.slice(0, 20).map((receipt, i) => written(`w${i}.json`, receipt));
  const [one, three] = ['1', '3'].map((count) => verify([...paths, '--data', own, '--workers', count]).stdout);
  assert.equal(one, three);
  assert.match(one, /^20 of 20 receipts hold, after \d+ trainings$/m);
  const program = join(repo, 'build/wasm/unrolled.mjs');
  if (existsSync(program)) assert.equal(verify([...paths, '--data', own], [process.execPath, program]).stdout, one);
});

test('an exercise can be asked for by its hash', () => {
  const path = written('asked.json', receipts[0]);
  const hash = receipts[0].exercise.taken.exercise;
  assert.equal(verify([path, '--data', own, '--exercise', hash.slice(0, 12)]).status, 0);
  const other = verify([path, '--data', own, '--exercise', '0123456789']);
  assert.deepEqual([other.status, /exercise: It is another one than --exercise says/.test(other.stdout)], [1, true]);
  assert.equal(verify([path, '--exercise', '01']).status, 2);
});

test('what a receipt says is shown without what would steer a terminal', () => {
  const receipt = structuredClone(receipts[0]);
  receipt.exercise.exercise.seed = 'fixed';
  receipt.exercise.taken.answers = ['\u001b[31m\u202ered'];
  const {stdout} = verify([written('terminal.json', sealed(receipt)), '--data', own]);
  assert.doesNotMatch(stdout, /[\u001b\u202e]/);
});

test('an interruption ends it, and whoever trains for it', async () => {
  const long = sealed(structuredClone(receipts.find(({data}) => !data)));
  for (const run of long.exercise.taken.runs) {
    run.changes['train.steps'] = 1_000_000;
    for (const model of run.models) model.step = 1_000_000;
  }
  const child = spawn(native, ['verify', written('long.json', sealed(long)), '--workers', '2']);
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGTERM');
  const begin = performance.now();
  assert.equal(await ended, 128 + 15); // 'close' comes once nobody holds its output any more: no worker either
  assert.ok(performance.now() - begin < 5000);
});

test('a plain receipt, as the command writes it into a model file, is verified too', () => {
  const experiment = {
    version: 1,
    task: {kind: 'text', corpus: 'own', length: 12},
    train: {steps: 33, eval_every: 8, batch_size: 4},
    models: [{kind: 'lstm', hidden_size: 6}],
  };
  const saved = join(folder, 'plain.safetensors');
  const {status, stderr} = spawnSync(
    native,
    ['train', written('plain.json', experiment), '--text', own, '--save', saved],
    {encoding: 'utf8'},
  );
  assert.equal(status, 0, stderr);
  const {metadata} = readModelFile(new Uint8Array(readFileSync(saved)));
  const receipt = JSON.parse(metadata.receipt);
  assert.equal(
    complaint(() => {}, receipt),
    '',
  );
  const model = receipt.models[0];
  assert.match(
    complaint(({models}) => (models[0].step = 32), receipt),
    /^models\[0\]\.weights_sha256: after 32 steps/,
  );
  assert.match(
    complaint(({models}) => (models[0].scores.val_loss += 1e-9), receipt),
    new RegExp(
      `^models\\[0\\]\\.scores\\.val_loss: it is .*training gives ${String(model.scores.val_loss).slice(0, 7)}`,
    ),
  );
  assert.match(
    complaint(({models}) => (models[0].reproducible = false), receipt),
    /^models\[0\]\.reproducible: An engine of another arithmetic/,
  );
});
