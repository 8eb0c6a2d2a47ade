// The command `verify`: what receipts claim is trained again. Needs build/native and build/wasm.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
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
  const {status, stdout, stderr} = spawnSync(command, [...first, 'verify', ...args], {cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28});
  return {status, stdout, stderr};
}

/** By machine: a line a receipt, and the last. @param {string[]} args */
function lines(...args) {
  const {status, stdout, stderr} = verify([...args, '--json', '--data', own]);
  const all = stdout.trim().split('\n').map((line) => JSON.parse(line));
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
  assert.deepEqual(found.map(({receipt}) => receipt), paths, 'in the order in which they were given');
  const proved = found.flatMap(({proved: list}) => list.map((/** @type {any} */ {what}) => what));
  for (const what of ['exercise', 'seed', 'model', 'goal']) assert.ok(proved.filter((one) => one === what).length > 50, what);
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
