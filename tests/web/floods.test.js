// Commands that come faster than they can be obeyed: what is superseded is dropped, and whoever asks is answered soon.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {speakFor} from '../../web/embed/messages.js';
import {Race} from '../../web/runtime/race.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {until} from '../support/until.js';

const FLOOD = 3000;

/** A frame and the page around it. @param {import('node:test').TestContext} context */
function embedded(context) {
  const surroundings = fakeSurroundings();
  const race = new Race(surroundings, NOVEL_EXPERIMENT);
  context.after(() => race.close());
  /** @type {Map<any, any>} */
  const answers = new Map();
  /** @type {(message: any) => void} */
  let receive = () => {};
  const app = {view: DEFAULT_VIEW, page: NO_SETTING};
  speakFor(race, app, {
    post: (/** @type {any} */ {id, type, data}) => id !== null && answers.set(id, {type, data}),
    listen: (callback) => (receive = callback),
    now: () => performance.now(),
    height: () => 500,
  });
  const asked = (/** @type {string} */ type) =>
    surroundings.workers.flatMap(({received}) => received.filter((message) => message.type === type)).length;
  return {race, answers, asked, say: (/** @type {any} */ message) => receive({v: 1, ...message})};
}

test('of a flood of experiments the last is shown, and every one is answered', async (context) => {
  const {race, answers, asked, say} = embedded(context);
  for (let id = 0; id < FLOOD; id++)
    say({type: 'unrolled:setState', id, data: {experiment: {...NOVEL_EXPERIMENT, models: [{kind: 'rnn', hidden_size: id % 100}]}}}); // prettier-ignore
  say({type: 'unrolled:getState', id: 'now'});
  await until(() => answers.has('now'), 'an answer');
  await until(() => answers.size === FLOOD + 1, 'all answers');
  assert.equal(answers.get(FLOOD - 1).type, 'unrolled:state');
  assert.equal(race.experiment.models[0].hidden_size, (FLOOD - 1) % 100);
  assert.equal(answers.get(5).data.code, 'superseded');
  assert.ok(asked('estimate') < 10, `${asked('estimate')} questions to the engine`);
});

test('of a flood of resets one or two are done, and every one is answered', async (context) => {
  const {race, answers, asked, say} = embedded(context);
  race.train();
  await until(() => race.runners.every(({step}) => step > 0), 'it trains');
  for (let id = 0; id < FLOOD; id++) say({type: 'unrolled:reset', id});
  await until(() => answers.size === FLOOD, 'all answers');
  assert.ok(race.runners.every(({step}) => step === 0));
  assert.ok(asked('reset') <= 3 * race.runners.length, `${asked('reset')} resets`);
});

test('what is asked for after an experiment is done to that one', async (context) => {
  const {race, answers, say} = embedded(context);
  say({type: 'unrolled:setState', id: 1, data: {experiment: {...NOVEL_EXPERIMENT, models: [{kind: 'lstm', hidden_size: 8}]}}}); // prettier-ignore
  say({type: 'unrolled:start', id: 2});
  await until(() => answers.size === 2, 'answers');
  assert.equal(race.runners.length, 1);
  await until(() => race.runners[0].step > 0, 'it trains');
});
