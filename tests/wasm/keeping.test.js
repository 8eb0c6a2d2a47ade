// Races that are kept: what is written while they train, what comes back, and that it goes on to the same bits.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {Keeper} from '../../web/store/keeper.js';
import {modelFile} from '../../web/store/kept_race.js';
import {readModelFile, unchanged, weightsHash} from '../../web/store/model_file.js';
import {Shelf} from '../../web/store/shelf.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {until} from '../support/until.js';

const EXPERIMENT = /** @type {import('../../web/runtime/types').Experiment} */ ({
  version: 1,
  task: {kind: 'reverse'},
  train: {batch_size: 8, steps: 300, seed: 3, eval_every: 50, optimizer: {kind: 'adam', lr: 0.003}},
  models: [
    {kind: 'lstm', hidden_size: 16},
    {kind: 'gru', hidden_size: 12},
  ],
});

/** @param {import('node:test').TestContext} context @param {Shelf} shelf @param {any} [experiment] */
async function page(context, shelf, experiment = EXPERIMENT) {
  const race = new Race(await engineSurroundings(), experiment);
  const keeper = new Keeper({race, shelf, page: () => ({view: {axis: 'step'}}), engine: '0.0.0'});
  context.after(() => (keeper.stop(), race.close()));
  return {race, keeper};
}

/** @param {Race} race */
const hashes = (race) => Promise.all(race.runners.map((runner) => runner.hash()));

/** @param {Race} race */
async function finish(race) {
  race.train();
  await until(() => race.state === 'done', 'the end');
}

/** @param {Race} race @param {number} step */
async function trainTo(race, step) {
  race.step(step - race.runners[0].step);
  await until(
    () => race.runners.every((runner) => runner.step === step && runner.record.saved?.step === step),
    `step ${step}`,
  );
}

test('a race goes on in another page where it was, and comes to the weights of an unbroken run', async (context) => {
  const unbroken = await page(context, await Shelf.open());
  await finish(unbroken.race);
  const shelf = await Shelf.open();
  const before = await page(context, shelf);
  await trainTo(before.race, 120);
  await before.keeper.flush();
  const shown = before.race.runners.map(({latest, sample}) => ({...latest, sample, steps_per_s: 0, tokens_per_s: 0}));
  const curve = before.race.runners[0].curve('train', 'seconds');
  const scores = before.race.runners[1].scores('val_loss', 'step');
  before.race.close();

  const after = await page(context, shelf);
  const [row] = await shelf.list();
  assert.equal(Keeper.same(EXPERIMENT, [row]), null, 'its experiment has every option spelt out');
  assert.equal(Keeper.same(after.race.experiment, [row]), row);
  assert.equal((await after.keeper.open(row.id))?.id, row.id);
  assert.deepEqual(
    after.race.runners.map(({state}) => state),
    ['paused', 'paused'],
  );
  const again = after.race.runners.map(({latest, sample}) => ({...latest, sample, steps_per_s: 0, tokens_per_s: 0}));
  again.forEach((numbers, k) => closeTo(numbers, shown[k]));
  closeTo(after.race.runners[0].curve('train', 'seconds'), curve);
  closeTo(after.race.runners[1].scores('val_loss', 'step'), scores);
  await finish(after.race);
  assert.deepEqual(await hashes(after.race), await hashes(unbroken.race));
  await after.keeper.flush();
  const rows = await shelf.list();
  assert.equal(rows.length, 1, 'it is the same race still');
  assert.deepEqual(
    rows[0].receipt.models.map(({step}) => step),
    [300, 300],
  );
  assert.deepEqual(
    rows[0].receipt.models.map(({weights_sha256}) => weights_sha256),
    await hashes(after.race),
  );
});

/** Numbers are kept with ten digits. @param {any} found @param {any} wanted */
function closeTo(found, wanted) {
  if (typeof wanted === 'number')
    return assert.ok(
      Object.is(found, wanted) || Math.abs(found - wanted) <= 1e-8 * Math.abs(wanted),
      `${found} ${wanted}`,
    );
  if (typeof wanted === 'string') return assert.equal(found, wanted);
  assert.deepEqual(Object.keys(found), Object.keys(wanted));
  for (const key of Object.keys(wanted)) closeTo(found[key], wanted[key]);
}

test('a race that went on at another rate, and one whose rate was moved, come back with that rate', async (context) => {
  const shelf = await Shelf.open();
  const train = {...EXPERIMENT.train, steps: 20, eval_every: 10, schedule: {kind: 'cosine'}};
  const before = await page(context, shelf, {...EXPERIMENT, train});
  await finish(before.race);
  await before.race.trainOn(10, new Map(before.race.runners.map((runner) => [runner, 0.0004])));
  await until(() => before.race.state === 'done' && before.race.runners[0].step === 30, 'ten more');
  await before.keeper.flush();
  const after = await page(context, shelf);
  await after.keeper.open(before.keeper.id);
  assert.equal(before.race.lr, 0.0004);
  assert.equal(after.race.lr, 0.0004);
  await after.race.reset();
  assert.equal(after.race.lr, 0.003, 'whoever begins anew has no part in it');
  await trainTo(after.race, 5);
  after.race.setLr(0.002);
  await trainTo(after.race, 8);
  await after.keeper.flush();
  const last = await page(context, shelf);
  await last.keeper.open(after.keeper.id);
  assert.equal(last.race.lr, 0.002);
});

test('what a change would lose stays on the shelf as a race of its own', async (context) => {
  const shelf = await Shelf.open();
  const {race, keeper} = await page(context, shelf);
  /** @type {string[]} */
  const archived = [];
  keeper.addEventListener('archived', (event) => archived.push(/** @type {CustomEvent} */ (event).detail));
  await trainTo(race, 60);
  const first = keeper.id;
  const [lstm] = await hashes(race);
  await race.reset();
  await until(() => archived.length === 1, 'the race before');
  assert.deepEqual(archived, [first]);
  await trainTo(race, 20);
  await keeper.flush();
  assert.notEqual(keeper.id, first);
  assert.equal((await shelf.list()).length, 2);
  await keeper.open(first);
  assert.equal((await hashes(race))[0], lstm);
  assert.equal((await shelf.list()).length, 2);
  await race.removeModel(1);
  await until(() => archived.length >= 2, 'it had two models');
  const whole = await shelf.whole(first);
  assert.equal(whole?.row.receipt.models.length, 2);
});

test('what was changed on the way is kept, and a reset forgets it as before', async (context) => {
  const shelf = await Shelf.open();
  const {race, keeper} = await page(context, shelf);
  await trainTo(race, 30);
  race.setLr(0.0007);
  await until(() => race.experiment.models.every(({changes}) => changes), 'both have it');
  await trainTo(race, 60);
  await keeper.flush();
  const unbroken = await hashes(race);
  const other = await page(context, shelf);
  await other.keeper.open(keeper.id);
  assert.equal(other.race.lr, 0.0007);
  assert.deepEqual(await hashes(other.race), unbroken);
  await finish(race);
  await finish(other.race);
  assert.deepEqual(await hashes(other.race), await hashes(race));
  await other.race.reset();
  assert.equal(other.race.experiment.models[0].changes, undefined);
});

test('what is recorded after the last save is written too, so that the address finds its race', async (context) => {
  const shelf = await Shelf.open();
  const {race, keeper} = await page(context, shelf);
  await finish(race);
  await keeper.flush();
  const step = race.runners[0].step;
  const [written] = await shelf.list();
  race.record(race.runners[0], {step, train: {steps: step}}); // as an early end that is told a little late
  let rows = [written];
  const look = async () => void (rows = await shelf.list());
  await until(() => (look(), Keeper.same(race.experiment, rows) !== null), 'the address is known again');
  const [row, ...others] = rows;
  assert.deepEqual([row.id, row.changed, others.length], [keeper.id, written.changed, 0], 'it is no newer for that');
});

test('two pages that go on with one race keep two', async (context) => {
  const shelf = await Shelf.open();
  const one = await page(context, shelf);
  await trainTo(one.race, 30);
  await one.keeper.flush();
  const two = await page(context, shelf);
  await two.keeper.open(one.keeper.id);
  let told = 0;
  one.keeper.addEventListener('elsewhere', () => told++);
  await trainTo(one.race, 50);
  await one.keeper.flush();
  assert.equal(told, 1);
  await trainTo(two.race, 60);
  await two.keeper.flush();
  const steps = (await shelf.list()).map(({receipt}) => receipt.models[0].step).sort();
  assert.deepEqual(steps, [50, 60]);
});

test('a model file is what the engine wrote, with receipt and curves, under a hash of all of it', async (context) => {
  const shelf = await Shelf.open();
  const {race, keeper} = await page(context, shelf);
  await trainTo(race, 100);
  await keeper.flush();
  const whole = await shelf.whole(keeper.id);
  assert.ok(whole?.files[0]);
  const bytes = await modelFile(whole.files[0], whole.row.receipt, 0);
  const file = readModelFile(bytes);
  assert.equal(await weightsHash(file), await race.runners[0].hash());
  assert.equal(await unchanged(file), true);
  const said = JSON.parse(file.metadata.receipt);
  assert.equal(said.models[0].weights_sha256, await weightsHash(file));
  assert.equal(said.models[0].scores.val_loss, race.runners[0].latest.val_loss);
  const curves = JSON.parse(file.metadata.curves);
  assert.equal(curves.training.step.length, 100);
  assert.deepEqual(curves.held_out.step, [10, 50, 100]);
  const other = {...file, metadata: {...file.metadata, curves: '{}'}};
  assert.equal(await unchanged(other), false);
  // The engine takes it, and one whose bit differs it refuses.
  const {race: fresh} = await page(context, shelf);
  const [runner] = fresh.runners;
  runner.record.saved = {bytes, step: 100, seconds: 1};
  assert.equal(await runner.hash(), said.models[0].weights_sha256);
  const broken = bytes.slice();
  broken[broken.length - 9] ^= 1;
  fresh.runners[1].record.saved = {bytes: broken, step: 100, seconds: 1};
  await assert.rejects(fresh.runners[1].hash());
});
