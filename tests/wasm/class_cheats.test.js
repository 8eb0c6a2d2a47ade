// One thing that training proves is changed in each of many receipts, as in verify.test.js for the command: the class view's own verification
// finds it, too, and proves all honest ones. Some seconds' worth of them; all 200: CLASS_RECEIPTS=200 node --test tests/wasm/class_cheats.test.js
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test, {after, before} from 'node:test';
import {Checking} from '../../web/class/checking.js';
import {Gathered} from '../../web/class/gathered.js';
import {arrival} from '../support/class_receipts.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {dice} from '../support/made_up_races.js';
import {CHEATS, madeReceipt, measuringEngine, sealed} from '../support/made_receipts.js';

const COUNT = Number(process.env.CLASS_RECEIPTS ?? 26);
const golden = JSON.parse(readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8'));
const text = golden.text.slice(0, 3000);
const surroundings = await engineSurroundings();
/** @type {any[]} */
const receipts = [];

before(async () => {
  const engine = await measuringEngine();
  for (let i = 0; i < COUNT; i++) receipts.push(await madeReceipt(engine, dice(i + 1), text));
});
after(() => surroundings.workers.forEach((worker) => worker.terminate()));

/** What came of each, by its file: its standing, or that it could not be read, and why. @param {any[]} all */
async function checked(all) {
  const found = new Map();
  const checking = new Checking(surroundings, 2);
  const gathered = all.map(() => new Gathered(surroundings.describe)); // each by itself: they are of many exercises
  for (const [i, one] of all.entries()) {
    await gathered[i].take([arrival(`${i}`, one)]);
    for (const {why} of gathered[i].unread) found.set(i, {standing: 'unread', why: [why]});
  }
  checking.students = gathered.flatMap(({students}) => students);
  await checking.offer(new TextEncoder().encode(text), 'own.txt');
  await checking.start();
  while (checking.left) await new Promise((resolve) => checking.addEventListener('change', resolve, {once: true}));
  for (const [i, {students}] of gathered.entries()) for (const one of students) found.set(i, checking.of(one));
  checking.close();
  return all.map((_, i) => found.get(i));
}

test(`${COUNT} honest receipts are proved`, async () => {
  const all = await checked(receipts);
  const not = all.flatMap(({standing, why}, i) =>
    standing === 'proved' ? [] : [`${i}: ${standing} ${JSON.stringify(why)}`],
  );
  assert.deepEqual(not, []);
});

test(`one proved thing changed is found in each of ${COUNT}`, async (context) => {
  /** @type {Record<string, number>} */
  const tried = {};
  const cheated = receipts.map((honest, i) => {
    const random = dice(1000 + i);
    const receipt = structuredClone(honest);
    // What was tried least, so that few receipts try all of them, too.
    const names = Object.keys(CHEATS).sort((a, b) => (tried[a] ?? 0) - (tried[b] ?? 0));
    const how = String(names.find((name) => CHEATS[name](receipt, random)));
    tried[how] = (tried[how] ?? 0) + 1;
    return {how, receipt: sealed(receipt)};
  });
  const all = await checked(cheated.map(({receipt}) => receipt));
  const missed = all.flatMap(({standing}, i) => (standing === 'proved' ? [`${cheated[i].how} in ${i}`] : []));
  context.diagnostic(`found: ${JSON.stringify(tried)}`);
  assert.deepEqual(missed, []);
  assert.deepEqual(Object.keys(tried).sort(), Object.keys(CHEATS).sort(), 'each was tried');
});
