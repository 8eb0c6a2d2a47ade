// A kept race that nobody trains on is held against the same lines, and of as many held-out examples, as when it was trained.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {facts} from '../../web/facts/facts.js';
import {Race} from '../../web/runtime/race.js';
import {bringLines} from '../../web/store/kept_lines.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** @type {import('../../web/runtime/types').Experiment} */
const EXPERIMENT = {
  version: 1,
  name: 'Backwards',
  task: {kind: 'reverse'},
  train: {batch_size: 8, steps: 40, seed: 1, eval_every: 10, optimizer: {kind: 'adam', lr: 0.01}},
  models: [{kind: 'rnn'}, {kind: 'lstm'}],
};

test('lines and the number of held-out examples come back with a kept race', async (context) => {
  const surroundings = fakeSurroundings();
  const race = new Race(surroundings, EXPERIMENT);
  const again = new Race(fakeSurroundings(), {...EXPERIMENT, name: 'Another'});
  context.after(() => (race.close(), again.close()));
  race.train();
  await until(() => race.state === 'done', 'it is trained');
  assert.ok(race.baselines.length > 0);
  await again.restore({
    experiment: race.experiment,
    moved_lr: null,
    own: null,
    models: race.runners.map(({record}) => ({record, given: [], adopted: null, reproducible: true})),
  });
  assert.equal(again.state, 'done');
  assert.deepEqual(again.baselines, []);
  await bringLines(again);
  assert.ok(again.runners.every(({info}) => info?.held_out_examples === 256));
  assert.deepEqual(again.baselines, race.baselines);
  const [here, there] = [facts(again), facts(race)];
  assert.deepEqual([here.lines, here.models[0].held_out], [there.lines, there.models[0].held_out]);
});
