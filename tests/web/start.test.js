// What happens before and when somebody presses Train: who is asked what, and how often.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Race} from '../../web/runtime/race.js';
import {WARM_MS, warmUp} from '../../web/runtime/warm_up.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';

/** As the page does it, on a machine that is fast enough. @type {import('../../web/runtime/types').WarmUp} */
const unhurried = (...given) => warmUp(...given, 60_000);

/** @param {import('node:test').TestContext} context @param {object} [change] of the experiment */
function openRace(context, change = {}) {
  const surroundings = fakeSurroundings();
  const {loadModule, loadText} = surroundings;
  const fetched = {module: 0, text: 0};
  surroundings.loadModule = (tier) => (fetched.module++, loadModule(tier));
  surroundings.loadText = (corpus, onProgress) => (fetched.text++, loadText(corpus, onProgress));
  const race = new Race(surroundings, {...NOVEL_EXPERIMENT, ...change});
  context.after(() => race.close());
  const asked = () => surroundings.workers.map(({received}) => received.map(({type}) => type).join(' '));
  return {race, surroundings, fetched, asked};
}

test('opening the page asks each question once and warms up each model in a worker that ends', async (context) => {
  const {race, surroundings, fetched, asked} = openRace(context);
  await race.preload({eager: true, warm: unhurried});
  assert.deepEqual(asked(), ['start estimate estimate estimate', 'open run', 'open run', 'open run', 'start floors']);
  assert.deepEqual(fetched, {module: 1, text: 1});
  assert.ok(race.runners.every((runner) => runner.state === 'idle' && runner.step === 0));
  const [, ...warm] = surroundings.workers.slice(0, -1);
  await Promise.all(warm.map(({lost}) => lost));
});

test('a warm-up is of the models themselves, but short', async (context) => {
  const {race, surroundings} = openRace(context);
  await race.preload({eager: true, warm: unhurried});
  const opened = surroundings.workers.slice(1, -1).map(({received}) => received[0].data.experiment);
  for (const [i, {task, train, models}] of opened.entries()) {
    assert.deepEqual(models, [race.experiment.models[i]]);
    assert.equal(train.batch_size, race.experiment.train.batch_size);
    assert.ok(train.steps <= 4 && task.length <= 32);
  }
});

test('a warm-up ends after a fifth of a second, however long a step or an opening takes', async (context) => {
  const {race, surroundings, asked} = openRace(context);
  /** Those that opened a model, and when they were asked to and ended. @type {number[][]} */
  const spans = [];
  const {createWorker} = surroundings;
  surroundings.createWorker = async () => {
    const worker = /** @type {any} */ (await createWorker());
    const {postMessage, terminate} = worker;
    worker.postMessage = (/** @type {any} */ message, /** @type {any} */ transfer) => {
      if (message.type === 'open') spans.push([performance.now()]);
      postMessage.call(worker, message, transfer);
      if (message.type === (spans.length === 2 ? 'open' : 'run')) worker.hang(); // it computes, for ever
    };
    worker.terminate = () => {
      if (worker.received.some((/** @type {any} */ {type}) => type === 'open')) spans.at(-1)?.push(performance.now());
      terminate.call(worker);
    };
    return worker;
  };
  await race.preload({eager: true, warm: warmUp});
  assert.equal(asked().filter((requests) => requests.startsWith('open')).length, 3);
  const worked = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  assert.ok(worked < 3 * WARM_MS, `${worked} ms`); // timers of a loaded machine are late
});

test('what the engine refuses is not warmed up, and nothing is where nobody looks', async (context) => {
  const models = [{kind: 'rnn', hidden_size: 1e9}, {kind: 'lstm'}];
  const {race, surroundings} = openRace(context, {models});
  await race.preload({eager: true, warm: unhurried});
  const opened = surroundings.workers.flatMap(({received}) => received.filter(({type}) => type === 'open'));
  assert.deepEqual(
    opened.map(({data}) => data.experiment.models[0].kind),
    ['lstm'],
  );
  const unseen = openRace(context);
  await unseen.race.preload({eager: true, warm: (...given) => warmUp(given[0], given[1], given[2], () => false)});
  assert.ok(unseen.asked().every((requests) => !requests.includes('open')));
});

test('pressing Train opens each model in one worker, with one round trip before it runs', async (context) => {
  const {race, fetched, asked} = openRace(context);
  await race.preload({eager: true});
  race.train();
  await until(() => race.runners.every(({step}) => step > 0), 'a first step of every model');
  for (const requests of asked().filter((all) => all.startsWith('open')))
    assert.match(requests, /^open allow watch run/);
  assert.deepEqual(fetched, {module: 1, text: 1});
  race.pause();
});

test('who presses Train at once waits neither for a warm-up nor for the floors', async (context) => {
  const {race, asked} = openRace(context);
  race.train();
  await race.preload({eager: true, warm: unhurried});
  assert.equal(asked().filter((requests) => requests.includes('run') && !requests.includes('allow')).length, 0);
  await until(() => race.floors.state === 'ready', 'floors, when all are on the way');
  race.pause();
});
