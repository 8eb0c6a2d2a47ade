// What the command saves outlives it: kills, signals, closed pipes and full disks leave a whole file, and what was
// interrupted goes on to the bit. Needs build/native.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {strFromU8, unzipSync} from 'fflate';

const program = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-saving-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const path = (/** @type {string} */ name) => join(folder, name);
const quoted = (/** @type {string} */ word) => `'${word.replaceAll("'", "'\\''")}'`;

const text = 'the old white whale sailed and the ship sailed after it. '.repeat(60);
/** @param {string} name @param {object} train @param {number} [width] @returns {string} the path of an experiment */
function experiment(name, train, width = 16) {
  const task = {kind: 'text', corpus: 'own', length: 16, text};
  const models = [{kind: 'lstm', embedding_size: 8, hidden_size: width, dropout: 0.1}];
  writeFileSync(path(name), JSON.stringify({version: 1, task, train: {batch_size: 4, ...train}, models}));
  return path(name);
}

const run = (/** @type {string[]} */ ...args) => spawnSync(program, args, {encoding: 'utf8', maxBuffer: 2 ** 26});
/** By a shell, which can limit and redirect. @param {string} before @param {string[]} args @param {string} [rest] */
const shell = (before, args, rest = '') =>
  spawnSync('bash', ['-c', `${before} ${[program, ...args].map(quoted).join(' ')} ${rest}`], {encoding: 'utf8'});
const lastHash = (/** @type {string} */ stdout) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '').weights_sha256;
/** The steps that a whole, verified checkpoint has; throws for any other. @param {string} file @returns {number} */
function steps(file) {
  const {status, stdout, stderr} = run('show', file);
  assert.equal(status, 0, stderr);
  const shown = JSON.parse(stdout);
  assert.equal(shown.verified, true);
  return shown.step;
}

/** Starts training and hands the process over once it printed a line. @param {string[]} args */
async function training(args) {
  const child = spawn(program, ['train', ...args], {stdio: ['ignore', 'pipe', 'pipe']});
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({code, signal, stderr})));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {child, ended};
}

test('two hundred kills while a checkpoint is written leave a whole one, each time', async () => {
  const file = path('killed.safetensors');
  const wide = experiment('wide.json', {steps: 1_000_000, eval_every: 1}, 160);
  assert.equal(run('train', wide, '--steps', '1', '--save', file).status, 0);
  let further = 0;
  let before = steps(file);
  for (let kill = 0; kill < 200; ++kill) {
    const {child, ended} = await training([wide, '--load', file, '--save', file]);
    await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 23));
    child.kill('SIGKILL');
    await ended;
    const now = steps(file);
    assert.ok(now >= before, `kill ${kill}: ${now} steps after ${before}`);
    if (now > before) ++further;
    before = now;
    for (const name of readdirSync(folder)) if (name.endsWith('.unfinished')) rmSync(path(name));
  }
  assert.ok(further > 100, `${further} of 200 runs got further`);
});

/** The steps of each model in a whole race file: it opens, and its model files are as they were written. @param {string} file @returns {number[]} */
function raceSteps(file) {
  const entries = unzipSync(readFileSync(file)); // throws for one that is cut off
  const {files} = JSON.parse(strFromU8(entries['race.json']));
  return files.map((/** @type {string | null} */ name) => {
    if (name === null) return 0;
    writeFileSync(path('entry.safetensors'), entries[name]);
    return steps(path('entry.safetensors'));
  });
}

test('sixty kills while a race is written leave a whole one, each time', async () => {
  const file = path('killed.zip');
  const models = [160, 40].map((width) => ({kind: 'lstm', embedding_size: 8, hidden_size: width}));
  const task = {kind: 'text', corpus: 'own', length: 16, text};
  const train = {batch_size: 4, steps: 1_000_000, eval_every: 1};
  writeFileSync(path('race.json'), JSON.stringify({version: 1, task, train, models}));
  assert.equal(run('train', path('race.json'), '--steps', '1', '--save-race', file, '--with-data').status, 0);
  let further = 0;
  let before = raceSteps(file);
  for (let kill = 0; kill < 60; ++kill) {
    const {child, ended} = await training([file, '--save-race', file, '--with-data']);
    await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 23));
    child.kill('SIGKILL');
    await ended;
    const now = raceSteps(file);
    assert.ok(now[0] >= before[0] && now[1] === 1, `kill ${kill}: ${now} steps after ${before}`);
    if (now[0] > before[0]) ++further;
    before = now;
    for (const name of readdirSync(folder)) if (name.endsWith('.unfinished')) rmSync(path(name));
  }
  assert.ok(further > 30, `${further} of 60 runs got further`);
});

test('SIGINT saves the race; it goes on from there to the bit', async () => {
  const file = path('interrupted.zip');
  const long = experiment('long race.json', {steps: 3000, eval_every: 500});
  const {child, ended} = await training([long, '--save-race', file, '--with-data']);
  child.kill('SIGINT');
  const {code, stderr} = await ended;
  assert.equal(code, 130);
  assert.match(stderr, /stopped after step \d+, saved: go on with train .*interrupted\.zip/);
  const [at] = raceSteps(file);
  assert.ok(at >= 500 && at < 3000, `saved after step ${at}`);
  const rest = run('train', file, '--save-race', file);
  assert.equal(rest.status, 0, rest.stderr);
  assert.equal(lastHash(rest.stdout), lastHash(run('train', long).stdout));
  assert.deepEqual(raceSteps(file), [3000]);
});

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]))
  test(`${signal} saves; the run goes on from there to the bit`, async () => {
    const file = path(`${signal}.safetensors`);
    const long = experiment('long.json', {steps: 3000, eval_every: 500});
    const {child, ended} = await training([long, '--save', file]);
    child.kill(signal);
    const {code: found, stderr} = await ended;
    assert.equal(found, code);
    assert.match(stderr, /stopped after step \d+, saved: go on with --load/);
    const at = steps(file);
    assert.ok(at >= 500 && at < 3000, `saved after step ${at}`);
    assert.match(stderr, new RegExp(`after step ${at},`));
    const rest = run('train', long, '--load', file, '--save', file);
    assert.equal(rest.status, 0, rest.stderr);
    assert.equal(lastHash(rest.stdout), lastHash(run('train', long).stdout));
    assert.equal(steps(file), 3000);
  });

test('a signal before anything was trained leaves the former file, and without --save nothing is said to be saved', async () => {
  const long = experiment('endless.json', {steps: 1_000_000, eval_every: 100});
  const {child, ended} = await training([long]);
  child.kill('SIGTERM');
  const {code, stderr} = await ended;
  assert.equal(code, 143);
  assert.match(stderr, /not saved/);
});

test('what is saved at each test is there while training goes on', async () => {
  const file = path('meanwhile.safetensors');
  const {child, ended} = await training([
    experiment('meanwhile.json', {steps: 1_000_000, eval_every: 50}),
    '--save',
    file,
  ]);
  assert.ok(steps(file) >= 50);
  child.kill('SIGKILL');
  await ended;
});

test('nobody who reads, no output, and no room for it are errors; the run is saved', () => {
  const file = path('unread.safetensors');
  const args = ['train', experiment('unread.json', {steps: 400, eval_every: 50}), '--save', file];
  const unread = shell('set -o pipefail;', args, '| true');
  assert.equal(unread.status, 141);
  assert.ok(steps(file) >= 50 && steps(file) < 400);
  for (const rest of ['>&-', '>/dev/full']) {
    rmSync(file);
    const {status, stderr} = shell('', args, rest);
    assert.equal(status, 2, rest);
    assert.match(stderr, /output cannot be written/);
    assert.ok(steps(file) >= 50);
    for (const command of [['describe'], ['--help'], ['show', file], ['generate', file]])
      assert.equal(shell('', command, rest).status, 2, `${command} ${rest}`);
  }
});

/** Writing to `file` fails for want of room; the former one stays. @param {string} before @param {string} file */
function checkFull(before, file) {
  const small = experiment('small.json', {steps: 20, eval_every: 20});
  assert.equal(run('train', small, '--save', file).status, 0);
  const former = readFileSync(file);
  const names = readdirSync(join(file, '..')).sort();
  const large = experiment('large.json', {steps: 20, eval_every: 10}, 200);
  for (const flag of ['--save', '--save-race']) {
    const {status, stderr} = shell(before, ['train', large, flag, file]);
    assert.equal(status, 2);
    assert.match(stderr, /cannot be written/);
    assert.deepEqual(readFileSync(file), former);
    assert.deepEqual(readdirSync(join(file, '..')).sort(), names);
  }
}

test('a file that may not grow leaves the former one whole', () => {
  mkdirSync(path('limited'));
  checkFull('ulimit -f 300; trap "" XFSZ;', path('limited/kept.safetensors'));
});

test('a full file system leaves the former file whole', (t) => {
  const disk = path('disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).status !== 0)
    return t.skip('no small file system may be mounted here');
  try {
    checkFull('', join(disk, 'kept.safetensors'));
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('the place is tried before training, and left as it was', () => {
  const endless = experiment('long.json', {steps: 1_000_000, eval_every: 1000});
  mkdirSync(path('a folder'), {recursive: true});
  for (const place of ['no such folder/x.safetensors', 'a folder']) {
    const {status, stdout, stderr} = run('train', endless, '--save', path(place));
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /cannot be written/);
  }
  assert.equal(run('train', path('no experiment'), '--save', path('new.safetensors')).status, 2);
  assert.ok(!readdirSync(folder).some((name) => name.startsWith('new.safetensors')));
});

test('a link is followed, permissions stay, and what is no file is written to', () => {
  const short = experiment('short.json', {steps: 5, eval_every: 5});
  const file = path('linked.safetensors');
  writeFileSync(file, 'before');
  chmodSync(file, 0o640);
  symlinkSync('linked.safetensors', path('link'));
  assert.equal(run('train', short, '--save', path('link')).status, 0);
  assert.ok(lstatSync(path('link')).isSymbolicLink());
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.equal(steps(file), 5);
  assert.equal(run('train', short, '--save', '/dev/null').status, 0);
  assert.ok(lstatSync('/dev/null').isCharacterDevice());
});

test('one turned bit is told, and a file without a hash is said to be unverified', () => {
  const file = path('bits.safetensors');
  assert.equal(run('train', experiment('bits.json', {steps: 5}), '--save', file).status, 0);
  const whole = readFileSync(file);
  const turned = Buffer.from(whole);
  turned[turned.length - 1000] ^= 4;
  writeFileSync(file, turned);
  assert.match(run('generate', file).stderr, /not as it was saved/);
  const length = Number(whole.readBigUInt64LE(0));
  const header = whole
    .subarray(8, 8 + length)
    .toString()
    .replace('"sha256"', '"sha257"');
  const foreign = Buffer.concat([whole.subarray(0, 8), Buffer.from(header), whole.subarray(8 + length)]);
  writeFileSync(file, foreign);
  const [shown, written] = [run('show', file), run('generate', file)];
  assert.equal(JSON.parse(shown.stdout).verified, false);
  assert.equal(written.status, 0, written.stderr);
  assert.match(written.stderr, /not verified/);
});

test('names and arguments are shown without control characters', () => {
  const bad = '\x1b]0;x\x07\x9b31m\u202e';
  const short = experiment('short.json', {steps: 5});
  for (const args of [
    [bad],
    ['train', path(bad)],
    ['train', short, '--save', path(`no folder/${bad}`)],
    ['train', short, '--model', bad],
    ['train', short, `--${bad}`, '3'],
    ['generate', path(bad)],
  ]) {
    const {status, stderr} = run(...args);
    assert.equal(status, 2);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(stderr.trimEnd(), /[\x00-\x1f\x7f-\x9f\u202e]/);
  }
  const raw = shell('', ['train', path('x')], "$'\\x9b\\xff'"); // bytes that are no characters
  assert.ok(!existsSync(path('x')));
  assert.doesNotMatch(raw.stderr, /\ufffd/);
});

test('numbers are read as strictly as in JSON', () => {
  const short = experiment('short.json', {steps: 5});
  for (const number of ['0x10', '-0', '-0.0', ' 5', '5 ', '+5', '05', '5.', '.5', '1e', 'inf', 'nan', '', '5,0']) {
    const {status, stderr} = run('train', short, '--steps', number);
    assert.equal(status, 2, JSON.stringify(number));
    assert.match(stderr, /--steps: .* is not a whole number/);
  }
  for (const number of ['0', '3', '5e0', '3.0']) assert.equal(run('train', short, '--steps', number).status, 0, number);
});
