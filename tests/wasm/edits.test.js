// Edits on the way, in the page's engines: what a link says, what somebody does to a model that trains, and the command come to the
// same weights.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Race} from '../../web/runtime/race.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {versioned} from '../../web/state/runs.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {until} from '../support/until.js';

const COMMAND = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const OFF = /** @type {const} */ ({place: {name: 'transformer.0', part: 'head', index: 1}, to: 'off'});
/** @type {any} */
const EXPERIMENT = {
  version: 1,
  task: {kind: 'reverse', symbols: 5, min_length: 2, max_length: 5, longer_length: 0},
  train: {batch_size: 8, steps: 60, seed: 3, eval_every: 20, optimizer: {kind: 'adam', lr: 0.003}},
  models: [{kind: 'transformer', topology: 'encoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 16}],
};
const edited = (/** @type {any[]} */ changes) =>
  /** @type {any} */ (versioned({...EXPERIMENT, models: [{...EXPERIMENT.models[0], changes}]}));

/** @param {import('node:test').TestContext} context @param {any} experiment */
async function raceOf(context, experiment) {
  const surroundings = await engineSurroundings();
  const race = new Race(surroundings, experiment);
  context.after(() => race.close());
  return {race, runner: race.runners[0], surroundings};
}

/** The weights' hash of the command's run. @param {import('node:test').TestContext} context @param {object} experiment */
function commandsHash(context, experiment) {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-edits-'));
  context.after(() => rmSync(folder, {recursive: true}));
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify(experiment));
  const lines = execFileSync(COMMAND, ['train', file], {encoding: 'utf8'}).trim().split('\n');
  return JSON.parse(lines[lines.length - 1]).weights_sha256;
}

test('a link with an edit is of version 3, is read again, and trains to the command’s weights', async (context) => {
  const experiment = edited([{step: 20, edits: [OFF]}]);
  assert.equal(experiment.version, 3);
  const {race, runner, surroundings} = await raceOf(context, experiment);
  const hash = await encodeLink({experiment: race.experiment});
  assert.deepEqual(
    (await decodeLink(hash, surroundings.describe)).experiment?.models[0].changes,
    experiment.models[0].changes,
  );
  race.train();
  await until(() => race.state === 'done', 'the end');
  assert.equal(await runner.hash(), commandsHash(context, experiment));
  const {race: plain} = await raceOf(context, EXPERIMENT);
  plain.train();
  await until(() => plain.state === 'done', 'the end');
  assert.notEqual(await plain.runners[0].hash(), await runner.hash());
});

test('a model may begin with the weights of one that was edited', async (context) => {
  const earlier = edited([{step: 5, edits: [OFF]}]);
  const start = {experiment: earlier, model: 0, step: 10};
  const {runner} = await raceOf(context, versioned({...EXPERIMENT, models: [{...EXPERIMENT.models[0], start}]}));
  await runner.opened();
  assert.ok(runner.adopted);
  const {race: other, runner: trained} = await raceOf(context, earlier);
  other.step(10);
  await until(() => trained.step === 10 && trained.state === 'paused', 'step 10');
  assert.equal(await runner.hash(), await trained.hash());
});

test('a place that is none is refused in words', async (context) => {
  const {runner} = await raceOf(
    context,
    edited([{step: 5, edits: [{...OFF, place: {...OFF.place, name: 'transformer.7'}}]}]),
  );
  await runner.prepare();
  await until(() => runner.message !== null, 'a message');
  assert.equal(runner.message?.code, 'invalid_config');
  assert.match(String(runner.message?.where), /changes\[0\]\.edits\[0\]\.place/);
});
