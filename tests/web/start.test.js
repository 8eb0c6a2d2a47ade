// What happens before and when somebody presses Train: who is asked what, and how often.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** @param {import('node:test').TestContext} context */
function openRace(context) {
  const surroundings = fakeSurroundings();
  const {loadModule, loadText} = surroundings;
  const fetched = {module: 0, text: 0};
  surroundings.loadModule = (tier) => (fetched.module++, loadModule(tier));
  surroundings.loadText = (corpus, onProgress) => (fetched.text++, loadText(corpus, onProgress));
  const race = new Race(surroundings, NOVEL_EXPERIMENT);
  context.after(() => race.close());
  const asked = () => surroundings.workers.map(({received}) => received.map(({type}) => type).join(' '));
  return {race, surroundings, fetched, asked};
}

test('opening the page asks each question once and warms up each model in a worker that ends', async (context) => {
  const {race, surroundings, fetched, asked} = openRace(context);
  await race.preload({eager: true, warm: true});
  assert.deepEqual(asked(), ['start estimate estimate estimate floors', 'open run', 'open run', 'open run']);
  assert.deepEqual(fetched, {module: 1, text: 1});
  assert.ok(race.runners.every((runner) => runner.state === 'idle' && runner.step === 0));
  const [planner, ...warm] = surroundings.workers;
  await Promise.all(warm.map(({lost}) => lost));
  assert.equal(await Promise.race([planner.lost.then(() => 'lost'), 'alive']), 'alive');
});

test('a warm-up is of the models themselves, but short', async (context) => {
  const {race, surroundings} = openRace(context);
  await race.preload({eager: true, warm: true});
  const opened = surroundings.workers.slice(1).map(({received}) => received[0].data.experiment);
  for (const [i, {task, train, models}] of opened.entries()) {
    assert.deepEqual(models, [race.experiment.models[i]]);
    assert.equal(train.batch_size, race.experiment.train.batch_size);
    assert.ok(train.steps <= 4 && task.length <= 32);
  }
});

test('pressing Train opens each model in one worker, with one round trip before it runs', async (context) => {
  const {race, fetched, asked} = openRace(context);
  await race.preload({eager: true});
  race.train();
  await until(() => race.runners.every(({step}) => step > 0), 'a first step of every model');
  for (const requests of asked().slice(1)) assert.match(requests, /^open allow watch run/);
  assert.deepEqual(fetched, {module: 1, text: 1});
  race.pause();
});

test('who presses Train at once waits neither for a warm-up nor for the floors', async (context) => {
  const {race, asked} = openRace(context);
  race.train();
  await race.preload({eager: true, warm: true});
  assert.equal(asked().filter((requests) => requests.includes('run') && !requests.includes('allow')).length, 0);
  await until(() => race.floors.state === 'ready', 'floors, when all are on the way');
  race.pause();
});
