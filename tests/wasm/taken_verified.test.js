// What a student does in the page holds when the command trains it again: the page's race and its record of an exercise around the built
// engine, in Node. Runs to the end, one that was paused, one that ended early with a model that cannot do the task, one that broke down.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {receiptOf} from '../../web/exercise/receipt_of.js';
import {Recording} from '../../web/exercise/recording.js';
import {seedOfName, seeded} from '../../web/exercise/seed_of_name.js';
import {Taking} from '../../web/exercise/taking.js';
import {judgeOf} from '../../web/facts/early_end.js';
import {changed} from '../../web/learn/change.js';
import {Race} from '../../web/runtime/race.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';
import {seedOfName as madeSeed} from '../support/made_receipts.js';
import {until} from '../support/until.js';

const native = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const NAME = 'Ada Lovelace';
/** @type {any} */
const exercise = {
  ...EXERCISE,
  seed: 'name',
  goal: [
    {model: {kind: 'rnn'}, metric: 'val_accuracy', op: '>=', value: 0},
    {model: 1, metric: 'best_val_loss', op: '<=', value: 5},
    {model: 'all', metric: 'final_loss', op: '<', value: 10},
    {model: 0, metric: 'loss', op: '<', value: 10, by_step: 20},
    {model: 'any', metric: 'parameters', op: '<', value: 1e6},
  ],
};
const given = () => structuredClone(seeded(EXPERIMENT, exercise, NAME));

/** @param {Taking} taking @param {number} runs of the models of which all weights are known that have any */
const noted = (taking, runs) => () =>
  taking.taken.runs.length === runs &&
  taking.taken.runs.every(({models}) => models.every(({step, weights_sha256}) => step === 0 || weights_sha256));

/** @param {import('node:test').TestContext} context */
async function taken(context) {
  const taking = await Taking.open({experiment: EXPERIMENT, exercise}, null);
  taking.call(NAME);
  taking.predict(1);
  const race = new Race(await engineSurroundings(), given());
  const recording = new Recording(taking, race);
  context.after(() => (recording.stop(), race.close()));
  return {taking, race};
}

/** @param {Race} race @param {any} experiment */
async function trained(race, experiment) {
  await race.setExperiment(experiment);
  race.train();
  await until(() => race.state !== 'training', 'the end of a run');
}

test('what was done in the page is proved by training', async (context) => {
  const {taking, race} = await taken(context);
  race.train();
  await until(() => race.state === 'done', 'the end');
  await until(noted(taking, 1), 'the first run');
  await race.setExperiment(changed(given(), EXERCISE.knob?.values[0].change ?? {}));
  race.step(23);
  await until(() => race.runners.every(({step}) => step === 23), 'a pause');
  await until(noted(taking, 2), 'the second run');
  const more = given();
  race.setJudge(judgeOf({patience: 2, goal: ''}));
  const models = [...more.models, {kind: 'lstm', hidden_size: 6}, {kind: 'image_conv'}];
  await trained(race, {...more, train: {...more.train, steps: 500}, models});
  await until(noted(taking, 3), 'the third run');
  race.setJudge(null);
  const wild = {...more.train, optimizer: {kind: 'sgd', lr: 100}, clip_norm: 0};
  await trained(race, {...more, train: wild, models: [more.models[1]]});
  await until(noted(taking, 4), 'the fourth run');

  const path = join(mkdtempSync(join(tmpdir(), 'unrolled-')), 'receipt.json');
  writeFileSync(path, JSON.stringify(await receiptOf(taking, race, '0.1.0')));
  const {status, stdout, stderr} = spawnSync(native, ['verify', path, '--json'], {encoding: 'utf8'});
  const [{wrong, proved, claimed}] = stdout.split('\n').map((line) => JSON.parse(line || 'null'));
  assert.deepEqual([status, wrong, stderr], [0, [], '']);
  const count = (/** @type {string} */ of) => proved.filter((/** @type {any} */ {what}) => what === of).length;
  assert.deepEqual(['exercise', 'seed', 'model', 'goal'].map(count), [1, 4, 2 + 2 + 3 + 1, exercise.goal.length]);
  assert.ok(claimed.some((/** @type {any} */ {what, fits}) => what === 'checksum' && fits));
});

test('the seed that follows from a name is that of the golden cases', () => {
  const {cases} = JSON.parse(readFileSync(new URL('../golden/seed_of_name.json', import.meta.url), 'utf8'));
  for (const {name, seed} of cases) assert.deepEqual([madeSeed(name), seedOfName(name)], [seed, seed], name);
});
