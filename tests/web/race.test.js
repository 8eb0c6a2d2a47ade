import assert from 'node:assert/strict';
import {test} from 'node:test';
import {AUTOSAVE_S} from '../../web/runtime/autosave.js';
import {LEAD_S, allowance} from '../../web/runtime/pacing.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {refusal} from '../../web/words/refusals.js';
import {until} from '../support/until.js';
import {done, openRace, reached} from '../support/novel_race.js';

test('three models train to the end, each with curves, a sample and a held-out loss', async (context) => {
  const {race} = openRace(context, {train: {steps: 300}});
  assert.equal(race.state, 'idle');
  race.train();
  assert.equal(race.state, 'training');
  await done(race);
  for (const runner of race.runners) {
    assert.equal(runner.state, 'done');
    assert.equal(runner.step, 300);
    assert.deepEqual(
      [...runner.curve('train', 'step', 4000).x],
      Array.from({length: 300}, (_, i) => i + 1),
    );
    assert.deepEqual([...runner.curve('held_out', 'step').x], [10, 100, 200, 300]);
    assert.ok((runner.curve('smooth', 'step').y.at(-1) ?? NaN) < runner.curve('smooth', 'step').y[0] - 0.5);
    assert.equal(runner.latest.tokens, 300 * 16 * 64);
    assert.ok(runner.sample.length > 100);
  }
});

test('a worker is asked for nothing but what the page wants: opening a race trains nothing', async (context) => {
  const {race, surroundings} = openRace(context);
  await race.preload({eager: true});
  await race.prepare();
  assert.ok(race.runners.every((runner) => runner.state === 'ready' && runner.step === 0));
  const asked = surroundings.workers.flatMap(({received}) => received.map(({type}) => type));
  assert.ok(!asked.includes('run') && !asked.includes('step'), asked.join());
  assert.deepEqual(
    race.floors.levels.map(({order}) => order),
    [0, 1, 2, 3, 4],
  );
});

test('floors come with the race where nothing was fetched ahead', async (context) => {
  const {race} = openRace(context);
  await race.preload();
  assert.equal(race.floors.state, 'idle');
  assert.equal(race.text.state, 'idle');
  assert.ok(race.runners.every(({info}) => info));
  race.train();
  await until(() => race.floors.state === 'ready', 'floors');
});

test('pausing keeps everything, and training goes on from there', async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 20);
  race.pause();
  assert.ok(
    race.runners.every(({state}) => state === 'paused'),
    'it shows at once',
  );
  await Promise.all(race.runners.map((runner) => runner.hash())); // answered after the pause
  const steps = race.runners.map(({step}) => step);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.deepEqual(
    race.runners.map(({step}) => step),
    steps,
  );
  race.train();
  await reached(race, Math.max(...steps) + 20);
});

test("a runner's own pause outlives the race's Train, unless all are paused so", async (context) => {
  const {race} = openRace(context);
  race.train();
  await reached(race, 5);
  race.runners[1].pause();
  await until(() => race.runners[1].state === 'paused', 'paused');
  race.pause();
  race.train();
  await until(() => race.runners[0].state === 'training', 'training');
  assert.equal(race.runners[1].state, 'paused');
  for (const runner of race.runners) runner.pause();
  await until(() => race.state === 'paused', 'all paused');
  race.train();
  await until(() => race.runners.every(({state}) => state === 'training'), 'all train');
});

test('single steps are exact', async (context) => {
  const {race} = openRace(context);
  race.step(3);
  await until(() => race.runners.every(({state}) => state === 'paused'), 'paused');
  race.step(2);
  await until(() => race.runners.every(({step, state}) => step === 5 && state === 'paused'), 'five steps');
});

test('reset goes back to step 0 and the same losses come again', async (context) => {
  const {race} = openRace(context, {train: {steps: 50}});
  race.train();
  await done(race);
  const before = race.runners.map((runner) => runner.curve('train', 'step').y);
  await race.reset();
  assert.ok(race.runners.every((runner) => runner.step === 0 && runner.curve('train', 'step').x.length === 0));
  assert.equal(race.state, 'idle');
  race.train();
  await done(race);
  assert.deepEqual(
    race.runners.map((runner) => runner.curve('train', 'step').y),
    before,
  );
});

test('reset while training lets no late number in', async (context) => {
  const {race} = openRace(context, {faults: {ms_per_step: 60}, train: {steps: 100_000}}); // every step is reported
  for (let round = 0; round < 10; round++) {
    race.train();
    await reached(race, 10 + round);
    const resetting = race.reset();
    race.train();
    await resetting;
    await reached(race, 3);
    for (const runner of race.runners) {
      const {x} = runner.curve('train', 'step', 4000);
      assert.ok(x.length > 0 && x.every((step, i) => step === i + 1), x.join());
    }
  }
});

test('in step by steps nobody runs ahead; the last one sets the pace', async (context) => {
  const {race} = openRace(context, {train: {steps: 400}});
  race.setPacing('steps');
  let worst = 0;
  race.addEventListener('progress', () => {
    const steps = race.runners.map(({step}) => step);
    const lead = Math.max(1, ...race.runners.map(({position}) => Math.ceil((position.steps_per_s || 0) * LEAD_S)));
    worst = Math.max(worst, Math.max(...steps) - Math.min(...steps) - lead);
  });
  race.train();
  await done(race);
  assert.ok(worst <= 0, `${worst} steps too far`);
});

test('in step by seconds a slow model gets the same time, hence fewer steps', async (context) => {
  const {race, surroundings} = openRace(context, {train: {steps: 100_000}, models: 2});
  let made = 0;
  const {createWorker} = surroundings;
  const slow = {ms_per_step: 8};
  surroundings.createWorker = async () =>
    made++ === 1 ? fakeSurroundings({faults: slow}).createWorker() : createWorker();
  race.setPacing('seconds');
  await race.prepare();
  race.train();
  await until(() => race.runners.every(({latest}) => latest.seconds > 2), 'two seconds of training');
  const [quick, late] = race.runners.map(({latest}) => latest).sort((a, b) => b.step - a.step);
  assert.ok(quick.step > 4 * late.step, `${quick.step} and ${late.step} steps`);
  assert.ok(Math.abs(quick.seconds - late.seconds) <= LEAD_S + 0.1, `${quick.seconds} and ${late.seconds} s`);
});

test('allowances: free runs have none, paused models hold nobody back', () => {
  const at = (/** @type {number} */ step, /** @type {number} */ seconds) => ({step, seconds, steps_per_s: 40});
  assert.deepEqual(allowance('free', [at(1, 1), at(9, 9)]), {step: Infinity, seconds: Infinity});
  assert.deepEqual(allowance('steps', [at(1, 1)]), {step: Infinity, seconds: Infinity});
  assert.deepEqual(allowance('steps', [at(90, 2), at(30, 5)]), {step: 40, seconds: Infinity});
  assert.deepEqual(allowance('seconds', [at(90, 2), at(30, 5)]), {step: Infinity, seconds: 2 + LEAD_S});
  assert.equal(allowance('steps', [{step: 0, seconds: 0, steps_per_s: NaN}, at(0, 0)]).step, 1);
});

test('a worker that dies is replaced, from the last autosave, and the others go on', async (context) => {
  const {race, surroundings} = openRace(context, {faults: {ms_per_step: 100}, train: {steps: 1000}});
  await race.prepare();
  race.train();
  await reached(race, AUTOSAVE_S * 10 + 30);
  const victim = race.runners[1];
  const losses = [...victim.curve('train', 'step').y];
  const worker = surroundings.workers.find(({received}) =>
    received.some(({type, data}) => type === 'open' && data.experiment.models[0].kind === 'lstm'),
  );
  const others = [race.runners[0].step, race.runners[2].step];
  worker?.terminate();
  await until(() => victim.message !== null, 'a message');
  assert.match(refusal(victim.message), /new worker and went on from step \d+/);
  await until(() => victim.state === 'training' && victim.step > losses.length, 'it trains again');
  assert.deepEqual(
    [...victim.curve('train', 'step').y].slice(0, losses.length),
    losses,
    'the same curve as without the accident',
  );
  assert.ok(race.runners[0].step > others[0] && race.runners[2].step > others[1]);
  assert.equal(race.runners[0].message, null);
});

test('an engine that traps is never asked again; a new one takes over', async (context) => {
  const faults = {trap_at_step: 40, ms_per_step: 100};
  const {race, surroundings} = openRace(context, {faults, train: {steps: 200}, models: 1});
  race.train();
  await done(race);
  assert.match(refusal(race.runners[0].message), /internal error.*went on from step \d+/);
  const opened = surroundings.workers.filter(({received}) => received.some(({type}) => type === 'open'));
  assert.equal(opened.length, 2);
  assert.equal(opened[0].received.at(-1)?.type, 'run');
});

test('a worker that dies at once each time is not replaced for ever', async (context) => {
  const {race, surroundings} = openRace(context, {models: 1});
  const [runner] = race.runners;
  const {createWorker} = surroundings;
  surroundings.createWorker = async () => {
    const worker = /** @type {any} */ (await createWorker());
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (/** @type {any} */ message, /** @type {any} */ transfer) =>
      message.type === 'run' ? worker.terminate() : post(message, transfer);
    return worker;
  };
  race.train();
  await until(() => runner.state === 'failed', 'it gives up');
  assert.match(refusal(runner.message), /happened again/);
  assert.deepEqual(
    runner.message?.actions.map(({id}) => id),
    ['retry'],
  );
  surroundings.createWorker = createWorker;
  await runner.act('retry');
  await until(() => runner.step > 10, 'it trains after another try');
});

test('a loss that is no number stops that model, says what to try, and can go on more gently', async (context) => {
  const {race} = openRace(context, {faults: {nan_above_lr: 0.05}, train: {steps: 200}, models: 2});
  await race.prepare();
  race.train();
  await reached(race, 20);
  race.setLr(0.5);
  await until(() => race.runners.every(({state}) => state === 'not_finite'), 'both stop');
  const [runner] = race.runners;
  assert.match(refusal(runner.message), /learning rate 0\.5.*lower learning rate, such as 0\.05/s);
  assert.equal(runner.message?.where, 'train.optimizer.lr');
  assert.ok(runner.curve('train', 'step').y.every(Number.isFinite));
  await runner.act('gentler');
  await until(() => runner.state === 'done', 'it reaches the end');
  assert.ok(Math.abs(runner.latest.lr - 0.05) < 1e-12);
  assert.equal(race.runners[1].state, 'not_finite', 'the other one waits for its own button');
});

test('every model continues the prompt, and only the last prompt counts', async (context) => {
  const {race} = openRace(context, {train: {steps: 30}});
  race.train();
  await done(race);
  const options = {prompt: 'Call me', tokens: 20, temperature: 1, top_k: 0, seed: 1};
  const first = race.generateAll({...options, prompt: 'Old'});
  const second = race.generateAll(options);
  assert.ok(race.runners.every(({generated}) => generated?.pending));
  await Promise.all([first, second]);
  for (const {generated} of race.runners) {
    assert.equal(generated?.prompt_used, 'Call me');
    assert.equal(generated?.text.length, 20);
    assert.equal(generated?.pending, false);
  }
});

test('looks inside come while training, on the same held-out passage, until nobody watches', async (context) => {
  const {race} = openRace(context, {faults: {ms_per_step: 100}});
  await race.prepare();
  assert.ok(race.excerpt.length > 20);
  race.setWatched(2, ['transformer.0.attention', 'no.such.tap']);
  race.train();
  await until(() => (race.runners[2].look?.step ?? 0) > 5, 'a look');
  const {look} = race.runners[2];
  assert.equal(look?.text, race.excerpt);
  assert.deepEqual(
    look?.taps.map(({name, shape, data}) => [name, shape, data.length]),
    [['transformer.0.attention', [1, 2, 8, 8], 128]],
  );
  await race.setExcerpt('hello');
  await until(() => race.runners[2].look?.text === 'hello', 'a look at the new passage');
  race.setWatched(2, []);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const last = race.runners[2].look;
  await reached(race, (race.runners[2].step ?? 0) + 20);
  assert.equal(race.runners[2].look, last);
});
