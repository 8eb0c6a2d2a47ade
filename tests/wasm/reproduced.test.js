// What the page does to a run, its experiment alone does again: in a new page, from a checkpoint, and with the command.
// The page's runtime around the built engine, in Node. Needs build/wasm and build/corpora; the command where it is built.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Race} from '../../web/runtime/race.js';
import {atFiveRates, withFiveSeeds} from '../../web/state/variants.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {elementOf} from '../support/page_parts.js';

/** @typedef {import('../../web/runtime/types').Experiment} Experiment */

const repo = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));
const native = join(repo, 'build/native/unrolled');
const command = existsSync(native) ? [native] : [process.execPath, join(repo, 'build/wasm/unrolled.mjs')];

/** @type {Experiment} */
const EXPERIMENT = {
  version: 1,
  task: {kind: 'text', corpus: 'names', length: 16},
  train: {
    batch_size: 4,
    steps: 60,
    seed: 3,
    eval_every: 25,
    optimizer: {kind: 'adamw', lr: 0.01},
    schedule: {kind: 'cosine', warmup: 5},
  },
  models: [
    {kind: 'lstm', embedding_size: 8, hidden_size: 12},
    {kind: 'rnn', embedding_size: 8, hidden_size: 12, train: {seed: 5, optimizer: {lr: 0.02}}},
  ],
};

/** @param {import('node:test').TestContext} context @param {Experiment} experiment */
async function openRace(context, experiment) {
  const surroundings = await engineSurroundings();
  const race = new Race(surroundings, experiment);
  context.after(() => race.close());
  return {race, surroundings};
}

/** Resolves once it is so; the engine takes its time. @param {() => boolean} holds @param {string} what */
async function until(holds, what) {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** @param {Race} race @param {number} step */
async function upTo(race, step) {
  race.step(step - race.runners[0].step);
  await until(() => race.runners.every((runner) => runner.step === step && runner.state === 'paused'), `step ${step}`);
}

/** @param {Race} race */
async function toTheEnd(race) {
  race.train();
  await until(() => race.runners.every(({wanted}) => !wanted), 'the end');
  for (const {state, message} of race.runners) assert.equal(state, 'done', message?.message);
  return Promise.all(race.runners.map((runner) => runner.hash()));
}

/** Opened from its link, in a new page. @param {import('node:test').TestContext} context @param {Race} race */
async function opened(context, {experiment}) {
  const link = await decodeLink(await encodeLink({experiment}));
  assert.deepEqual(link.experiment, experiment);
  return openRace(context, /** @type {Experiment} */ (link.experiment));
}

/** @param {Experiment} experiment @param {string[]} more @returns {string[]} the weights of each model by the command */
function commanded(experiment, ...more) {
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify(experiment));
  const [program, ...before] = command;
  const env = {...process.env, UNROLLED_CACHE: folder};
  return experiment.models.map((_, model) => {
    const args = [...before, 'train', file, '--model', String(model), ...more];
    const out = execFileSync(program, args, {cwd: repo, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore']});
    return JSON.parse(out.trim().split('\n').at(-1) ?? '').weights_sha256;
  });
}

test('a moved rate, more steps, a link and the command come to the same weights', async (context) => {
  const {race} = await openRace(context, EXPERIMENT);
  await race.prepare();
  race.setLr(0.012);
  await upTo(race, 20);
  race.setLr(0.03);
  await upTo(race, 30);
  const changed = race.runners[0].save();
  await race.addSteps(15);
  race.train();
  await until(() => race.runners[0].step > 40, 'forty steps');
  race.setLr(0.005);
  const hashes = await toTheEnd(race);
  assert.deepEqual(
    race.runners.map(({step}) => step),
    [75, 75],
  );
  assert.equal(race.experiment.train.optimizer?.lr, 0.012);
  const {race: again} = await opened(context, race);
  assert.deepEqual(await toTheEnd(again), hashes);
  assert.deepEqual(again.experiment, race.experiment, 'nothing more is recorded');
  assert.deepEqual(commanded(race.experiment), hashes);
  const checkpoint = join(folder, 'checkpoint.safetensors');
  writeFileSync(checkpoint, await changed);
  const [lstm] = race.experiment.models;
  assert.deepEqual(commanded({...race.experiment, models: [lstm]}, '--load', checkpoint), hashes.slice(0, 1));
});

test('what is trained on after a cosine has the rate that the page offered, and is what its experiment says', async (context) => {
  const {race} = await openRace(context, EXPERIMENT);
  const [lstm, rnn] = race.runners;
  const ended = await toTheEnd(race);
  assert.ok(lstm.latest.lr < 1e-9 && rnn.latest.lr < 1e-9, 'nothing is left of the rate');
  const {offerOf} = await import('../../web/elements/lab/going_on.js');
  const offer = offerOf(race, {hide: [], lock: [], open: []});
  assert.equal(offer?.count, 15);
  const after = await elementOf('lab/going_on.js', 'rate-after', {race, spent: offer?.spent});
  const rates = after.take();
  assert.deepEqual([...rates.values()], [0.001, 0.002], 'a tenth of what each had');
  await race.trainOn(15, rates);
  await until(() => race.runners.every(({step, state}) => step === 75 && state === 'done'), 'fifteen more');
  assert.deepEqual([lstm.latest.lr, rnn.latest.lr], [0.001, 0.002], 'the engine trains at that rate');
  await race.trainOn(15); // now there is a rate
  await until(() => race.runners.every(({step, state}) => step === 90 && state === 'done'), 'and fifteen more');
  assert.deepEqual([lstm.latest.lr, rnn.latest.lr], [0.001, 0.002]);
  const hashes = await Promise.all(race.runners.map((runner) => runner.hash()));
  assert.notDeepEqual(hashes, ended);
  const {race: again} = await opened(context, race);
  assert.deepEqual(await toTheEnd(again), hashes);
  assert.deepEqual(commanded(race.experiment), hashes);
  await race.reset();
  assert.deepEqual(await toTheEnd(race), ended, 'a reset forgets it');
});

test('what a model’s own training says is what the engine does: rates, seeds, another optimizer', async (context) => {
  const [lstm] = EXPERIMENT.models;
  const {race} = await openRace(context, {...EXPERIMENT, train: {...EXPERIMENT.train, schedule: {kind: 'constant'}}});
  await race.setExperiment(atFiveRates(race.experiment, 0, {}));
  await upTo(race, 1);
  const rates = race.runners.map(({latest}) => latest.lr);
  assert.deepEqual(rates, [0.001, 0.003, 0.01, 0.03, 0.1]);
  assert.deepEqual(
    race.names,
    rates.map((rate) => `LSTM 12, rate ${rate}`),
  );
  await race.setExperiment(withFiveSeeds({...race.experiment, models: [lstm]}, 0));
  const fresh = await Promise.all(race.runners.map((runner) => runner.hash()));
  assert.equal(new Set(fresh).size, 5, 'each seed has weights of its own');
  const {race: plain} = await openRace(context, {...race.experiment, models: [lstm]});
  assert.equal(await plain.runners[0].hash(), fresh[2], 'that of the race is the third');
  const sgd = {...lstm, train: {optimizer: {kind: 'sgd', lr: 0.5, momentum: 0, weight_decay: 0}}};
  await race.setExperiment({...race.experiment, models: [lstm, sgd]});
  assert.deepEqual(race.names, ['LSTM 12', 'LSTM 12, SGD with momentum']);
  const hashes = await toTheEnd(race);
  assert.equal(race.runners[1].latest.lr, 0.5);
  assert.deepEqual(commanded(race.experiment), hashes);
});

test('after a worker has died, and after a reset, the experiment still says what was done', async (context) => {
  const {race, surroundings} = await openRace(context, {...EXPERIMENT, models: EXPERIMENT.models.slice(0, 1)});
  await upTo(race, 20); // a pause saves
  race.setLr(0.03);
  await until(() => race.experiment.models[0].changes !== undefined, 'it is recorded');
  const worker = surroundings.workers.findLast(({received}) => received.some(({type}) => type === 'open'));
  worker?.terminate();
  await until(() => race.runners[0].message !== null && race.runners[0].state === 'paused', 'a new worker');
  await race.runners[0].act('dismiss');
  const hashes = await toTheEnd(race);
  assert.ok(race.runners[0].reproducible);
  assert.deepEqual(commanded(race.experiment), hashes);
  await race.reset();
  assert.deepEqual([race.experiment.models[0].changes, race.lr], [undefined, 0.03]);
  assert.deepEqual(commanded(race.experiment), await toTheEnd(race));
});

test('a run that diverged and went on gently is what its experiment says', async (context) => {
  const {race} = await openRace(context, {...EXPERIMENT, models: EXPERIMENT.models.slice(0, 1)});
  const [runner] = race.runners;
  await upTo(race, 20);
  const checkpoint = runner.record.saved;
  race.setLr(0.02);
  await upTo(race, 25);
  runner.record.good = checkpoint;
  await runner.act('gentler'); // as after a loss that is no number
  await until(() => runner.state === 'done', 'the end');
  assert.deepEqual(
    /** @type {any} */ (race.experiment.models[0].changes).map((/** @type {any} */ change) => change.step),
    [20],
  );
  assert.deepEqual(commanded(race.experiment), [await runner.hash()]);
});

test('what a model begins with is trained again, to the bit', async (context) => {
  const {race} = await openRace(context, {...EXPERIMENT, models: EXPERIMENT.models.slice(0, 1)});
  await race.prepare();
  race.setLr(0.02);
  await upTo(race, 20);
  race.setLr(0.01);
  await upTo(race, 40);
  await race.keepWeights(0);
  const tuned = {...race.experiment, task: {kind: 'text', corpus: 'moby-dick', length: 16}, name: 'Tuned'};
  await race.setExperiment({...tuned, train: {...tuned.train, steps: 30}, models: EXPERIMENT.models});
  await race.adoptWeights(0);
  assert.ok((race.runners[0].adopted?.adopted.length ?? 0) > 0, race.runners[0].message?.message);
  const hashes = await toTheEnd(race);
  const {race: again} = await opened(context, race);
  again.setLr(0.5); // before anybody has trained, and back
  await again.prepare();
  again.setLr(race.lr);
  assert.deepEqual(await toTheEnd(again), hashes);
  assert.deepEqual(again.runners[0].adopted, race.runners[0].adopted);
  assert.deepEqual(commanded(race.experiment), hashes);
  const fresh = await openRace(context, {...race.experiment, models: EXPERIMENT.models});
  assert.notEqual((await toTheEnd(fresh.race))[0], hashes[0]);
});

test('a file that is not what a model begins with is refused; the right one is taken', async (context) => {
  const {race} = await openRace(context, {...EXPERIMENT, models: EXPERIMENT.models.slice(0, 1)});
  await upTo(race, 10);
  const [runner] = race.runners;
  const [right, weights] = [await runner.save(), await runner.hash()];
  await upTo(race, 11);
  const wrong = await runner.save();
  const start = {weights};
  const {race: again} = await openRace(context, {...EXPERIMENT, models: [{...EXPERIMENT.models[0], start}]});
  await again.prepare();
  assert.equal(again.runners[0].message?.key, 'begin.missing');
  await again.supplyWeights(0, wrong);
  assert.equal(again.runners[0].state, 'failed');
  await again.supplyWeights(0, right);
  assert.equal(again.runners[0].state, 'ready', again.runners[0].message?.message);
  await toTheEnd(again);
});
