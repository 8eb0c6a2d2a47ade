// The same files in the page and in the command: a race that goes from one to the other and back comes to the weights, curves
// and scores of one that never left. Needs build/native and build/wasm.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {strFromU8, unzipSync, zipSync} from 'fflate';
import {judgeOf} from '../../web/facts/early_end.js';
import {modelFile} from '../../web/store/kept_race.js';
import {readModelFile, unchanged, weightsHash} from '../../web/store/model_file.js';
import {writeRaceFile} from '../../web/store/race_file.js';
import {MODELS, TEXT, hashes, keptPage, smallExperiments, trainTo} from '../support/kept_page.js';
import {until} from '../support/until.js';

const program = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-files-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const path = (/** @type {string} */ name) => join(folder, name);

const {REVERSE, OWN} = smallExperiments(120);

/** @typedef {import('../../web/runtime/race.js').Race} Race */

/** @param {import('node:test').TestContext} context @param {any} experiment */
const page = (context, experiment) => keptPage(context, experiment, {view: {axis: 'tokens'}});

/** @param {Race} race @returns {number[][]} */
const losses = (race) => race.runners.map((runner) => Array.from(runner.curve('train', 'step').y));
/** @param {Race} race @returns {{[step: number]: number}[]} */
const scores = (race) =>
  race.runners.map((runner) => {
    const {x, y} = runner.scores('val_loss', 'step');
    return Object.fromEntries(Array.from(x, (step, i) => [step, y[i]]));
  });

/** Numbers are kept with ten digits. @param {ArrayLike<number>} found @param {ArrayLike<number>} wanted */
function closeTo(found, wanted) {
  assert.equal(found.length, wanted.length);
  for (let i = 0; i < wanted.length; i++)
    assert.ok(Math.abs(found[i] - wanted[i]) <= 1e-8 * Math.abs(wanted[i]), `${i}: ${found[i]} ${wanted[i]}`);
}

/** @param {Race} race @param {Race} unbroken that the same models have been through without a stop */
async function checkSame(race, unbroken) {
  assert.deepEqual(await hashes(race), await hashes(unbroken));
  losses(race).forEach((found, k) => closeTo(found, losses(unbroken)[k]));
  const steps = Array.from({length: 120}, (_, i) => i + 1);
  for (const runner of race.runners) {
    assert.deepEqual(Array.from(runner.curve('train', 'step').x), steps, 'every step is there once');
    const {seconds} = runner.record.training.views;
    assert.ok(seconds.every((second, i) => i === 0 || second >= seconds[i - 1]));
    assert.equal(runner.reproducible, true);
  }
  scores(unbroken).forEach((wanted, k) => {
    const found = scores(race)[k];
    const common = Object.keys(wanted).filter((step) => step in found);
    assert.deepEqual(common.slice(-4), ['30', '60', '90', '120']);
    closeTo(common.map((step) => found[+step]), common.map((step) => wanted[+step])); // prettier-ignore
  });
}

/** @param {Awaited<ReturnType<typeof page>>} of */
async function whole({keeping}) {
  await keeping.keeper.flush();
  const kept = await keeping.shelf.whole(keeping.keeper.id);
  assert.ok(kept);
  return kept;
}

const run = (/** @type {string[]} */ ...args) => spawnSync(program, args, {encoding: 'utf8', cwd: folder});
/** @param {string[]} args @returns {any[]} what it printed */
function lines(...args) {
  const {status, stdout, stderr} = run(...args);
  assert.equal(status, 0, stderr);
  return stdout.trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
}
/** @param {RegExp} sentence @param {string[]} args */
function refused(sentence, ...args) {
  const {status, stderr} = run(...args);
  assert.equal(status, 2, stderr);
  assert.match(stderr, sentence);
  assert.equal(stderr.trim().split('\n').length, 1);
}

/** @param {string} name */
const opened = (name) => new File([readFileSync(path(name))], name);
/** @param {string} name @returns {any} */
const indexOf = (name) => JSON.parse(strFromU8(unzipSync(readFileSync(path(name)))['race.json']));

test('a race goes from the page to the command and back, and comes to what one comes to that never left', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 40);
  writeFileSync(path('page.zip'), await writeRaceFile(await whole(here), {withData: false}));
  const all = lines('train', 'page.zip', '--steps', '75', '--save-race', 'command.zip');
  assert.deepEqual(all.map(({model, step, steps}) => [model, step ?? steps]), [
    ['lstm', 60], ['lstm', 75], ['lstm', 75], ['rnn', 60], ['rnn', 75], ['rnn', 75],
  ]); // prettier-ignore

  const there = await page(context, {...REVERSE, task: {kind: 'add'}});
  await there.keeping.arrive(opened('command.zip'));
  assert.deepEqual(there.race.runners.map(({step, state}) => [step, state]), [[75, 'paused'], [75, 'paused']]); // prettier-ignore
  assert.equal(there.race.experiment.name, 'Backwards');
  await trainTo(there.race, 120);
  await trainTo(here.race, 120);
  await checkSame(there.race, here.race);

  const before = indexOf('page.zip');
  const index = indexOf('command.zip');
  assert.deepEqual(index.receipt.page.view, {axis: 'tokens'});
  assert.deepEqual(index.receipt.page.experiment, before.receipt.page.experiment);
  for (const name of ['steps', 'runs', 'created', 'own', 'files']) assert.deepEqual(index[name], before[name], name);
  assert.ok(index.changed > before.changed, `${index.changed} ${before.changed}`);
  const models = index.receipt.models;
  assert.deepEqual(models.map((/** @type {any} */ {name}) => name), ['LSTM 12', 'RNN 12']); // prettier-ignore
  assert.equal(models[0].weights_sha256, all[2].weights_sha256);
  assert.equal(models[0].scores.val_loss, all[2].val_loss);
  assert.equal(index.receipt.engine, JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version); // prettier-ignore
});

test('a model file alone does the same', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 40);
  const kept = await whole(here);
  assert.ok(kept.files[1]);
  writeFileSync(path('rnn.safetensors'), await modelFile(kept.files[1], kept.row.receipt, 1));
  const last = lines('train', 'rnn.safetensors', '--steps', '75', '--save', 'further.safetensors').at(-1);
  assert.equal(last.steps, 75);
  const file = readModelFile(new Uint8Array(readFileSync(path('further.safetensors'))));
  assert.equal(await unchanged(file), true);
  const receipt = JSON.parse(file.metadata.receipt);
  assert.deepEqual(receipt.models[0].scores.val_loss, last.val_loss);
  assert.deepEqual(receipt.page.experiment.models, [here.race.experiment.models[1]]);

  const there = await page(context, {...REVERSE, task: {kind: 'add'}});
  await there.keeping.arrive(opened('further.safetensors'));
  await trainTo(there.race, 120);
  await here.race.removeModel(0);
  await trainTo(here.race, 120);
  await checkSame(there.race, here.race);
  // The command to the end by itself, in two ways; and what else reads such a file.
  writeFileSync(path('reverse.json'), JSON.stringify(REVERSE));
  const [hash] = await hashes(here.race);
  assert.equal(lines('train', 'further.safetensors').at(-1).weights_sha256, hash);
  assert.equal(lines('train', 'reverse.json', '--model', '1', '--load', 'further.safetensors').at(-1).weights_sha256, hash); // prettier-ignore
  assert.equal(lines('show', 'further.safetensors')[0].step, 75);
  assert.equal(lines('eval', 'reverse.json', '--model', '1', '--load', 'further.safetensors')[0].val_loss, last.val_loss); // prettier-ignore
});

test('what the command began the page goes on with, a model that was not begun too', async (context) => {
  writeFileSync(path('reverse.json'), JSON.stringify(REVERSE));
  lines('train', 'reverse.json', '--model', '1', '--steps', '60', '--save-race', 'begun.zip');
  assert.deepEqual(indexOf('begun.zip').files, [null, 'models/2.safetensors']);
  const there = await page(context, OWN);
  await there.keeping.arrive(opened('begun.zip'));
  assert.deepEqual(there.race.runners.map(({step}) => step), [0, 60]); // prettier-ignore
  there.race.train();
  await until(() => there.race.state === 'done', 'the end');
  const unbroken = lines('train', 'reverse.json').filter(({done}) => done);
  assert.deepEqual(await hashes(there.race), unbroken.map(({weights_sha256}) => weights_sha256)); // prettier-ignore
  const rest = lines('train', 'begun.zip', '--save-race', 'begun.zip').filter(({done}) => done);
  assert.deepEqual(rest, unbroken);
  assert.deepEqual(indexOf('begun.zip').receipt.models.map((/** @type {any} */ {step}) => step), [120, 120]); // prettier-ignore
});

test('changes on the way travel in both directions', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 30);
  here.race.setLr(0.0007);
  await until(() => here.race.experiment.models.every(({changes}) => changes), 'both have it');
  await trainTo(here.race, 40);
  writeFileSync(path('moved.zip'), await writeRaceFile(await whole(here), {withData: false}));
  lines('train', 'moved.zip', '--steps', '130', '--save-race', 'longer.zip');
  const index = indexOf('longer.zip');
  assert.deepEqual([index.moved_lr, index.steps], [0.0007, [130, 130]]);
  const there = await page(context, OWN);
  await there.keeping.arrive(opened('longer.zip'));
  assert.equal(there.race.lr, 0.0007);
  await here.race.addSteps(10);
  here.race.train();
  await until(() => here.race.state === 'done', 'the end');
  assert.deepEqual(there.race.runners.map(({step, steps}) => [step, steps]), [[130, 130], [130, 130]]); // prettier-ignore
  assert.deepEqual(await hashes(there.race), await hashes(here.race));
});

test('best weights that the page kept are those of the lowest held-out loss after the command too', async (context) => {
  const weights = (/** @type {string} */ name) => weightsHash(readModelFile(new Uint8Array(unzipSync(readFileSync(path(name)))['models/1-best.safetensors']))); // prettier-ignore
  const changes = [{step: 70, train: {optimizer: {lr: 0.3}}}];
  // One that becomes better to its end, and one that a rate far too high makes worse.
  for (const experiment of [REVERSE, {...REVERSE, models: MODELS.map((model) => ({...model, changes}))}]) {
    writeFileSync(path('judged.json'), JSON.stringify(experiment));
    const here = await page(context, experiment);
    here.race.hasBest = true;
    here.race.setJudge(judgeOf({patience: 50, goal: ''}));
    await trainTo(here.race, 40);
    writeFileSync(path('best.zip'), await writeRaceFile(await whole(here), {withData: false}));
    const tests = lines('train', 'best.zip', '--save-race', 'best.zip').filter(
      ({model, step}) => model === 'lstm' && step,
    );
    const lowest = tests.reduce((least, one) => (one.val_loss < least.val_loss ? one : least));
    assert.equal(lowest.step === 120, experiment === REVERSE, `lowest at ${lowest.step}`);
    assert.deepEqual(indexOf('best.zip').best, ['models/1-best.safetensors', 'models/2-best.safetensors']);
    const there = lines('train', 'judged.json', '--model', '0', '--steps', String(lowest.step)).at(-1);
    assert.equal(await weights('best.zip'), there.weights_sha256);
    await here.keeping.arrive(opened('best.zip'));
    const [runner] = here.race.runners;
    assert.deepEqual([runner.record.best?.step, runner.step], [lowest.step, 120]);
  }
});

test("the reader's own text is in a file only where that was wanted, and asked for where it is not", async (context) => {
  const secret = /secret of the sea/;
  const contents = (/** @type {string} */ name) => readFileSync(path(name)).toString('latin1');
  writeFileSync(path('own.json'), JSON.stringify(OWN));
  writeFileSync(path('salt.txt'), TEXT);
  writeFileSync(path('other.txt'), TEXT.slice(38));
  lines('train', 'own.json', '--steps', '30', '--save-race', 'without.zip');
  lines('train', 'own.json', '--steps', '30', '--save-race', 'with.zip', '--with-data');
  assert.doesNotMatch(contents('without.zip'), secret);
  assert.equal(strFromU8(unzipSync(readFileSync(path('with.zip')))['data.txt']), TEXT);
  refused(/without\.zip: .*--text FILE/, 'train', 'without.zip');
  refused(/--text: .*not those/, 'train', 'without.zip', '--text', 'other.txt');
  refused(/--save-race/, 'train', 'own.json', '--with-data');
  const unbroken = lines('train', 'own.json').filter(({done}) => done);
  const ends = (/** @type {string[]} */ ...args) => lines('train', ...args).filter(({done}) => done);
  assert.deepEqual(ends('with.zip'), unbroken);
  assert.deepEqual(ends('without.zip', '--text', 'salt.txt', '--save-race', 'more.zip'), unbroken);
  assert.doesNotMatch(contents('more.zip'), secret);
  assert.equal(indexOf('more.zip').own, 'salt.txt');
  assert.deepEqual(indexOf('more.zip').receipt.models.map((/** @type {any} */ {reproducible}) => reproducible), [true, true]); // prettier-ignore

  const there = await page(context, REVERSE);
  await there.keeping.arrive(opened('with.zip'));
  await trainTo(there.race, 120);
  assert.deepEqual(await hashes(there.race), unbroken.map(({weights_sha256}) => weights_sha256)); // prettier-ignore
  writeFileSync(path('page own.zip'), await writeRaceFile(await whole(there), {withData: true}));
  assert.deepEqual(ends('page own.zip'), unbroken);
});

test('a made-up or damaged file is refused in one sentence', async () => {
  writeFileSync(path('reverse.json'), JSON.stringify(REVERSE));
  lines('train', 'reverse.json', '--steps', '10', '--save-race', 'whole.zip');
  const file = readFileSync(path('whole.zip'));
  const entries = unzipSync(file);
  const broken = Buffer.from(file);
  broken[broken.indexOf('models/1.safetensors') + 5000] ^= 4;
  /** @type {[string, Uint8Array, RegExp][]} */
  const bad = [
    ['cut', file.subarray(0, file.length / 2), /cut off or damaged/],
    ['turned', broken, /models\/1\.safetensors.* not as it was saved/],
    ['deflated', zipSync(entries, {level: 6}), /deflated.*zip -0/],
    ['empty', zipSync({}), /race\.json/],
    ['other', zipSync({...entries, 'race.json': new Uint8Array([0x7b])}, {level: 0}), /race\.json: .*JSON/],
    ['less', zipSync({'race.json': entries['race.json']}, {level: 0}), /models\/1\.safetensors.* not in the file/],
  ];
  for (const [name, bytes, sentence] of bad) {
    writeFileSync(path(name), bytes);
    refused(sentence, 'train', name, '--save-race', 'out.zip');
  }
  refused(/--load: /, 'train', 'whole.zip', '--load', 'x.safetensors');
  refused(/--model: /, 'train', 'whole.zip', '--save', 'x.safetensors');
});

test("Python's zipfile finds a race file whole, and what it packs opens", (t) => {
  if (spawnSync('python3', ['-c', 'import zipfile']).status !== 0) return t.skip('there is no python3');
  writeFileSync(path('reverse.json'), JSON.stringify(REVERSE));
  const ends = lines('train', 'reverse.json', '--steps', '10', '--save-race', 'python.zip').filter(({done}) => done);
  const script = `
import zipfile
source = zipfile.ZipFile('python.zip')
assert source.testzip() is None
print(','.join(source.namelist()))
with zipfile.ZipFile('repacked.zip', 'w') as out:
    for name in source.namelist(): out.writestr(name, source.read(name))
class Stream:
    def __init__(self, file): self.file = file
    def write(self, data): return self.file.write(data)
    def flush(self): pass
with open('streamed.zip', 'wb') as file, zipfile.ZipFile(Stream(file), 'w') as out:
    for name in source.namelist(): out.writestr(name, source.read(name))
`;
  const {status, stdout, stderr} = spawnSync('python3', ['-c', script], {encoding: 'utf8', cwd: folder});
  assert.equal(status, 0, stderr);
  assert.equal(stdout.trim(), 'race.json,models/1.safetensors,models/2.safetensors');
  for (const name of ['repacked.zip', 'streamed.zip'])
    assert.deepEqual(lines('train', name, '--steps', '10'), ends, name);
});
