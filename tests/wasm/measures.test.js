// Measures in the page's engine: what they find is what the native command finds, in a worker between slices of training, which
// comes to the weights that it would have come to without.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Race} from '../../web/runtime/race.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {until} from '../support/until.js';

const COMMAND = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
/** @type {any} */
const EXPERIMENT = {
  version: 1,
  task: {kind: 'reverse', symbols: 5, min_length: 2, max_length: 5, longer_length: 8},
  train: {batch_size: 8, steps: 400, seed: 3, eval_every: 100, optimizer: {kind: 'adam', lr: 0.003}},
  models: [
    {kind: 'lstm', hidden_size: 16},
    {kind: 'transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 16},
  ],
};

/** @param {import('node:test').TestContext} context @param {any} [experiment] */
async function raceOf(context, experiment = EXPERIMENT) {
  const race = new Race(await engineSurroundings(), experiment);
  context.after(() => race.close());
  return race;
}

/** NaN is null in the command's JSON. @param {Float32Array} data */
const numbers = (data) => [...data].map((x) => (Number.isNaN(x) ? null : x));

test('every measure of every model says what the command says of the same weights, number by number', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-measures-'));
  context.after(() => rmSync(folder, {recursive: true}));
  const race = await raceOf(context);
  race.step(40);
  await until(() => race.runners.every(({step}) => step === 40), 'step 40');
  for (const [k, runner] of race.runners.entries()) {
    const file = join(folder, `${k}.safetensors`);
    writeFileSync(file, await runner.save());
    const kinds = (await runner.measures()).map(({kind}) => kind);
    assert.ok(kinds.includes('reach') && kinds.includes('influence') && kinds.includes('lengths'), String(kinds));
    assert.equal(kinds.includes('heads'), k === 1);
    for (const kind of kinds) {
      const found = await runner.measure(kind);
      const told = JSON.parse(execFileSync(COMMAND, ['measure', file, kind], {encoding: 'utf8', maxBuffer: 1 << 26}));
      assert.equal(found.step, 40);
      assert.deepEqual(
        found.arrays.map(({name, axes, shape, data}) => ({name, axes, shape, data: numbers(data)})),
        told.arrays.map((/** @type {any} */ {name, axes, shape, data}) => ({
          name,
          axes,
          shape,
          data: data.map((/** @type {number | null} */ x) => (x === null ? null : Math.fround(x))),
        })),
        `${runner.name}: ${kind}`,
      );
      assert.deepEqual(found.numbers, told.numbers);
    }
  }
});

test('a model that is measured while it trains comes to the same weights, and to its end', async (context) => {
  const plain = await raceOf(context);
  const measured = await raceOf(context);
  plain.train();
  measured.train();
  const kinds = await Promise.all(measured.runners.map((runner) => runner.measures()));
  for (let i = 0; i < 3; i++)
    await Promise.all(
      measured.runners.flatMap((runner, k) =>
        kinds[k].map(async ({kind}) => {
          const found = await runner.measure(kind, kind === 'lengths' ? {lengths: 3, examples: 4} : {});
          assert.equal(found.measure, kind);
          for (const {shape, data} of found.arrays)
            assert.equal(
              data.length,
              shape.reduce((count, size) => count * size, 1),
            );
        }),
      ),
    );
  await until(() => [plain, measured].every(({state}) => state === 'done'), 'the end');
  const hashes = (/** @type {Race} */ race) => Promise.all(race.runners.map((runner) => runner.hash()));
  assert.deepEqual(await hashes(measured), await hashes(plain));
});

test('what cannot be measured is refused in words, and the model goes on', async (context) => {
  const race = await raceOf(context);
  const [lstm] = race.runners;
  await assert.rejects(lstm.measure('heads'), {code: 'invalid_config', key: 'measure.none'});
  await assert.rejects(lstm.measure('riches'), {code: 'invalid_config', key: 'choice.unknown'});
  await assert.rejects(lstm.measure('\u001b[2J'), ({values}) => !/[\u0000-\u001f]/.test(String(values.found)));
  await assert.rejects(lstm.measure('reach', {examples: 0}), {code: 'invalid_config'});
  race.step(5);
  await until(() => lstm.step === 5, 'step 5');
});

test('it trains on while it is measured, and the measure is of the step at which it began', async (context) => {
  const race = await raceOf(context, {...EXPERIMENT, train: {...EXPERIMENT.train, steps: 100_000}});
  const [lstm] = race.runners;
  lstm.train();
  await until(() => lstm.step > 0, 'the first step');
  await lstm.measure('reach', {examples: 1}); // brings the engine
  const before = lstm.step;
  const found = await lstm.measure('lengths', {lengths: 8, examples: 200});
  assert.ok(found.step >= before && found.step < lstm.step, `${before} ${found.step} ${lstm.step}`);
});

test('a measure whose engine fails costs the model nothing, and the next one brings another', async (context) => {
  const surroundings = await engineSurroundings();
  const {loadModule} = surroundings;
  let broken = true;
  surroundings.loadModule = async (name) =>
    name === 'measures' && broken ? WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) : loadModule(name);
  const race = new Race(surroundings, EXPERIMENT);
  context.after(() => race.close());
  race.step(3);
  await until(() => race.runners.every(({step}) => step === 3), 'step 3');
  await assert.rejects(race.runners[0].measure('reach'), {code: 'unmeasured'});
  assert.equal(surroundings.workers.filter(({alive}) => alive).length, surroundings.workers.length);
  race.step(2);
  await until(() => race.runners.every(({step}) => step === 5), 'step 5');
  broken = false;
  const other = new Race(surroundings, EXPERIMENT);
  context.after(() => other.close());
  assert.equal((await other.runners[0].measure('reach')).measure, 'reach');
});
