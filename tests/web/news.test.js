// What is heard of a race, and when.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {NewsDesk} from '../../web/elements/lab/news_desk.js';
import {facts} from '../../web/facts/facts.js';
import {RaceNews} from '../../web/elements/lab/race_news.js';
import {Race} from '../../web/runtime/race.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {madeModel, madeRace} from '../support/made_up_races.js';
import {until} from '../support/until.js';

/** @typedef {import('../../web/facts/types').History} History */
/** @typedef {import('../../web/facts/types').ModelHistory} ModelHistory */

/** A model of 100 steps at one of them. @param {string} name @param {number} step @param {Partial<ModelHistory>} [about] */
const at = (name, step, about = {}) =>
  madeModel(
    {val_loss: (step) => 3 - step / 100, val_accuracy: (step) => step / 100},
    {name, step, steps: 100, ...about},
  );

/** Hears of one history after the other, so far apart that none has to wait. */
function listener() {
  const news = new RaceNews();
  let now = 0;
  return (/** @type {History['state']} */ state, /** @type {ModelHistory[]} */ models, about = {}) =>
    news.next(facts(madeRace(models, {state, view: 'text', ...about})), (now += 10_000));
}

/** @type {any} */
const exploded = {tone: 'error', code: 'trap', key: 'trouble.trap', values: {}, where: '', then: [], actions: []};

test('start, quarters, pause, finish and reset are told, with who is ahead', () => {
  const hear = listener();
  const both = (/** @type {number} */ lstm, /** @type {number} */ rnn) => [at('LSTM', lstm), at('RNN', rnn)];
  assert.equal(hear('idle', both(0, 0)), '');
  assert.equal(hear('training', both(0, 0)), 'Training LSTM, RNN.');
  assert.equal(hear('training', both(90, 20)), '', 'as far as the slowest');
  assert.equal(hear('training', both(90, 30)), '25 percent. Held-out loss: LSTM 2.10, RNN 2.70.');
  assert.equal(hear('training', both(90, 40)), '', 'never a step');
  assert.equal(hear('paused', both(90, 40)), 'Paused. Held-out loss: LSTM 2.10, RNN 2.60.');
  assert.equal(hear('training', both(90, 40)), 'Training LSTM, RNN.');
  assert.equal(hear('training', both(90, 80)), '75 percent. Held-out loss: LSTM 2.10, RNN 2.20.');
  assert.equal(hear('training', both(100, 100)), '');
  assert.equal(hear('done', both(100, 100), {view: 'labels'}), 'Finished. Right answers: LSTM 100 %, RNN 100 %.');
  assert.equal(hear('idle', both(0, 0)), 'Back at step 0.');
  assert.equal(hear('training', both(0, 0)), 'Training LSTM, RNN.');
  assert.equal(hear('training', both(30, 30)), '25 percent. Held-out loss: LSTM 2.70, RNN 2.70.');
});

test('before anything was tested there is nobody ahead, and who cannot race holds nobody up', () => {
  const hear = listener();
  const refused = at('GRU', 0, {refused: true, state: 'failed'});
  const fresh = madeModel({}, {name: 'LSTM', step: 30, steps: 100});
  assert.equal(hear('training', [fresh, refused]), 'Training LSTM, GRU.');
  assert.equal(hear('training', [fresh, refused]), '25 percent.');
  assert.equal(hear('paused', [fresh, refused]), 'Paused.');
  const lost = madeModel({val_loss: () => NaN}, {name: 'RNN', step: 100, steps: 100});
  assert.equal(hear('done', [lost, at('LSTM', 100)]), 'Finished. Held-out loss: LSTM 2.00.');
});

test('trouble comes first, of one model after the other, and once', () => {
  const hear = listener();
  const [lstm, rnn] = ['LSTM', 'RNN'].map((name) => at(name, 30, {message: exploded}));
  assert.equal(hear('training', [lstm, rnn]), 'LSTM: The engine stopped because of an internal error.');
  assert.equal(hear('training', [lstm, rnn]), 'RNN: The engine stopped because of an internal error.');
  assert.equal(hear('training', [lstm, rnn]), 'Training LSTM, RNN.');
  assert.match(hear('training', [lstm, rnn]), /^25 percent/);
  assert.equal(hear('training', [lstm, rnn]), '');
  const calm = at('LSTM', 30);
  assert.equal(hear('training', [calm, rnn]), '');
  assert.equal(
    hear('training', [lstm, rnn]),
    'LSTM: The engine stopped because of an internal error.',
    'it happened again',
  );
  assert.equal(hear('training', [at('GRU', 30, {message: {...exploded, tone: 'info'}})]), '');
});

test('two sentences are five seconds apart; meanwhile the newest waits', () => {
  const news = new RaceNews();
  const hear = (/** @type {History['state']} */ state, /** @type {number} */ now, step = 10) =>
    news.next(facts(madeRace([at('LSTM', step)], {state, view: 'text'})), now);
  assert.equal(news.due, Infinity);
  assert.equal(hear('training', 1000), 'Training LSTM.');
  assert.equal(hear('training', 2000, 30), '');
  assert.equal(news.due, 6000);
  assert.equal(hear('training', 5999, 60), '');
  assert.match(hear('training', 6000, 60), /^50 percent/);
  assert.equal(news.due, Infinity);
});

// When it is asked ----------------------------------------------------------------------------------------------------

/** A clock that stands until it is moved. */
function fakeClock() {
  let [time, next] = [1000, 1];
  /** @type {Map<number, {call: () => void, at: number}>} */
  const waiting = new Map();
  return {
    now: () => time,
    later: (/** @type {() => void} */ call, /** @type {number} */ ms) => (
      waiting.set(next, {call, at: time + ms}),
      next++
    ),
    forget: (/** @type {number} */ id) => void waiting.delete(id),
    waiting,
    pass(/** @type {number} */ ms) {
      const end = time + ms;
      for (;;) {
        const [due] = [...waiting].filter(([, {at}]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!due) break;
        waiting.delete(due[0]);
        time = Math.max(time, due[1].at);
        due[1].call();
      }
      time = end;
    },
  };
}

/** @param {import('node:test').TestContext} context */
function openDesk(context) {
  const race = new Race(fakeSurroundings(), {
    ...NOVEL_EXPERIMENT,
    train: {...NOVEL_EXPERIMENT.train, steps: 100},
    models: NOVEL_EXPERIMENT.models.slice(0, 1),
  });
  context.after(() => race.close());
  /** @type {string[]} */
  const heard = [];
  const clock = fakeClock();
  const desk = new NewsDesk((sentence) => heard.push(sentence), clock);
  desk.watch(race);
  return {race, heard, clock, desk};
}

test('what is owed is said after the quiet time, though nothing more happens', async (context) => {
  const {race, heard, clock, desk} = openDesk(context);
  race.train();
  desk.hear();
  assert.deepEqual(heard, ['Training RNN 128.']);
  await until(() => race.state === 'done', 'the race is done');
  clock.pass(1000);
  desk.hear(); // the last that happens
  assert.equal(heard.length, 1, 'not right after');
  clock.pass(3999);
  assert.equal(heard.length, 1);
  clock.pass(1);
  assert.match(heard[1], /^Finished\. Held-out loss: RNN 128 \d\.\d\d\.$/);
  clock.pass(60_000);
  assert.equal(heard.length, 2, 'once');
  assert.equal(clock.waiting.size, 0, 'nothing is asked when nothing is owed');
});

test('however much happens, it is asked at most four times a second, and always after the last', (context) => {
  const {race, clock, desk} = openDesk(context);
  let asked = 0;
  const {state} = race;
  Object.defineProperty(race, 'state', {get: () => (asked++, state)});
  for (let i = 0; i < 1000; i++) {
    desk.hear();
    clock.pass(2);
  }
  assert.ok(asked >= 8 && asked <= 9, `${asked} times in two seconds`);
  const before = asked;
  desk.hear();
  clock.pass(250);
  assert.equal(asked, before + 1);
});

test('a race that is brought back done, or goes on, is not said to be paused on the way', async (context) => {
  const {race, heard, clock, desk} = openDesk(context);
  race.train();
  await until(() => race.state === 'done', 'the race is done');
  let state = 'paused'; // between one model that is back and the next
  Object.defineProperty(race, 'state', {get: () => state});
  desk.hear();
  state = 'done';
  desk.hear();
  clock.pass(10_000);
  assert.deepEqual(
    heard.map((sentence) => sentence.split(' ')[0]),
    ['Finished.'],
  );
  state = 'paused';
  desk.hear();
  clock.pass(10_000);
  assert.match(heard[1], /^Paused\./, 'where it stays so');
});

test('another race begins anew, and a desk that was stopped says nothing', (context) => {
  const {race, heard, clock, desk} = openDesk(context);
  race.train();
  desk.hear();
  race.pause();
  clock.pass(300);
  desk.hear();
  desk.stop();
  clock.pass(60_000);
  assert.deepEqual(heard, ['Training RNN 128.']);
  desk.watch(null);
  desk.hear();
  clock.pass(60_000);
  assert.equal(heard.length, 1);
});
