// Early end with the engine: the experiment that is recorded makes the same weights, the best weights are those of the
// curve's lowest point, and both are kept.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {unzipSync, zipSync} from 'fflate';
import {judgeOf} from '../../web/facts/early_end.js';
import {BestShown} from '../../web/runtime/best_weights.js';
import {Race} from '../../web/runtime/race.js';
import {Keeping} from '../../web/store/keeping.js';
import {readModelFile, unchanged, weightsHash} from '../../web/store/model_file.js';
import {writeRaceFile} from '../../web/store/race_file.js';
import {createEngine} from '../../wasm_bindings/engine.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {until} from '../support/until.js';

/** Letters without any order: what is learned of the first ones says nothing of those that are held out. */
const TEXT = Array.from({length: 700}, (_, i) => 'abcdefgh'[((i * 7919) ^ (i * i * 31)) % 8]).join('');
/** @type {any} */
const OVERFITS = {
  version: 1,
  task: {kind: 'text', corpus: 'own', text: TEXT, length: 16},
  train: {batch_size: 8, steps: 1000, seed: 3, eval_every: 20, optimizer: {kind: 'adam', lr: 0.01}},
  models: [{kind: 'lstm', hidden_size: 24}],
};

/** @param {import('node:test').TestContext} context @param {any} [experiment] @param {Parameters<typeof judgeOf>[0] | null} [asked] */
async function page(context, experiment = OVERFITS, asked = {patience: 3, goal: ''}) {
  const surroundings = await engineSurroundings();
  const race = new Race(surroundings, experiment);
  race.hasBest = true;
  race.setJudge(asked && judgeOf(asked));
  const keeping = await Keeping.start({race, page: () => ({}), show: () => {}, engine: '0.0.0', anything: false});
  context.after(() => (keeping.stop(), race.close()));
  return {race, runner: race.runners[0], keeping, surroundings};
}

/** @param {Race} race */
async function finish(race) {
  race.train();
  await until(
    () => race.state === 'done' && race.runners.every(({slot}) => slot.connection?.idle !== false),
    'the end',
  );
}

/** A session of its own. @param {Awaited<ReturnType<typeof page>>} of @param {any} experiment */
async function sessionOf({surroundings}, experiment) {
  const engine = await createEngine({
    module: /** @type {any} */ (await surroundings.loadModule('strict')),
    tier: 'strict',
  });
  return engine.open(experiment, 0, new TextEncoder().encode(TEXT));
}

test('a run that ended early has the weights of a fresh session that is given its experiment', async (context) => {
  const one = await page(context);
  await finish(one.race);
  const {step} = one.runner;
  assert.ok(step < 1000 && step % 20 === 0, `at the test of step ${step}`);
  assert.deepEqual(one.race.experiment.models[0].changes, [{step, train: {steps: step}}]);
  const session = await sessionOf(one, one.race.experiment);
  let told = {step: 0, steps: 0};
  while (told.step < step) told = session.step(50);
  assert.deepEqual([told.step, told.steps], [step, step], 'it ends there');
  assert.equal(session.weightsSha256(), await one.runner.hash());
  const again = await page(context);
  await finish(again.race);
  assert.equal(again.runner.step, step, 'it ends at the same test each time');
  await again.race.trainOn(60);
  await until(() => again.runner.state === 'done' && again.runner.step === step + 60, 'it goes on');
  const on = await sessionOf(again, again.race.experiment);
  while (on.step(10).step < step + 60);
  assert.equal(on.weightsSha256(), await again.runner.hash());
});

test('the best weights have the lowest held-out loss of the curve, to the bit', async (context) => {
  const one = await page(context);
  await finish(one.race);
  const {best, lowest} = one.runner.record;
  assert.ok(best && best.step === one.runner.step - 60, `three tests before step ${one.runner.step}: ${best?.step}`);
  const session = await sessionOf(one, OVERFITS);
  session.load(best.bytes);
  assert.equal(session.evaluate().val_loss, lowest);
  const last = await one.runner.hash();
  await BestShown.show(one.runner);
  assert.equal(await one.runner.hash(), session.weightsSha256());
  await one.runner.other?.back();
  assert.equal(await one.runner.hash(), last);
});

test('the best weights are kept beside the last, come back in another page, and go on to the same bits', async (context) => {
  const one = await page(context);
  one.race.step(400);
  await until(() => one.runner.state === 'paused' || one.runner.state === 'done', 'it pauses');
  await finish(one.race);
  const {step, ended, sample} = one.runner;
  const last = await one.runner.hash();
  await BestShown.show(one.runner);
  const best = await one.runner.hash();
  const itsSample = one.runner.sample;
  await one.keeping.keeper.flush();
  const [row] = await one.keeping.shelf.list();
  const whole = await one.keeping.shelf.whole(row.id);
  assert.ok(whole?.best?.[0]);
  assert.deepEqual(row.best, [whole.best[0].file.size]);
  assert.equal(await weightsHash(readModelFile(new Uint8Array(await whole.best[0].file.arrayBuffer()))), best);
  assert.equal(one.keeping.bytes, (whole.files[0]?.file.size ?? 0) + whole.best[0].file.size);

  const file = await writeRaceFile(whole, {withData: false});
  assert.deepEqual(Object.keys(unzipSync(file)), ['race.json', 'models/1.safetensors', 'models/1-best.safetensors']);
  assert.equal(await unchanged(readModelFile(/** @type {any} */ (unzipSync(file)['models/1-best.safetensors']))), true);
  const there = await page(context, {...OVERFITS, train: {...OVERFITS.train, seed: 4}}, null);
  await there.keeping.arrive(new File([await writeRaceFile(whole, {withData: true})], 'race.zip'));
  const [runner] = there.race.runners;
  assert.deepEqual([runner.step, runner.state, runner.ended, runner.sample], [step, 'done', ended, sample]);
  assert.equal(runner.record.best?.step, one.runner.record.best?.step);
  assert.equal(await runner.hash(), last);
  await BestShown.show(runner);
  assert.equal(await runner.hash(), best);
  assert.equal(runner.sample, itsSample);
  const [kept] = await there.keeping.shelf.list();
  const thrown = await there.keeping.shelf.remove(kept.id);
  assert.ok(thrown?.best?.[0]);
  await there.keeping.shelf.putBack(thrown);
  assert.ok((await there.keeping.shelf.whole(kept.id))?.best?.[0]);
});

test('rows and files of before have no best weights, and one that is no test of the run is none', async (context) => {
  const one = await page(context);
  await finish(one.race);
  await one.keeping.keeper.flush();
  const [row] = await one.keeping.shelf.list();
  const whole = await one.keeping.shelf.whole(row.id);
  assert.ok(whole);
  const {best: _, ...old} = row;
  await one.keeping.shelf.putBack({row: {...old, id: 'old'}, files: whole.files, data: whole.data});
  await one.keeping.open('old');
  assert.deepEqual([one.race.runners[0].step, one.race.runners[0].record.best], [row.receipt.models[0].step, null]);
  const entries = unzipSync(await writeRaceFile(whole, {withData: true}));
  const index = JSON.parse(new TextDecoder().decode(entries['race.json']));
  const {best: __, ...before} = index;
  const packed = (/** @type {any} */ said) =>
    new File([zipSync({...entries, 'race.json': new TextEncoder().encode(JSON.stringify(said))})], 'race.zip');
  await one.keeping.arrive(packed(before));
  assert.equal(one.race.runners[0].record.best, null);
  await one.keeping.arrive(packed({...index, files: index.best, best: index.files}));
  assert.equal(one.race.runners[0].record.best, null, 'it is beyond where the run is');
  await assert.rejects(one.keeping.arrive(packed({...index, best: ['models/9.safetensors']})), {code: 'invalid_file'});
  await assert.rejects(one.keeping.arrive(packed({...index, best: []})), {code: 'invalid_file'});
});
