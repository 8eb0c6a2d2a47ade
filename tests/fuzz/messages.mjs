// Messages to a frame that no page would send: whatever they are, the next one is answered and the race can be reset.
import assert from 'node:assert/strict';
import {encodeLink} from '../../web/shape/link.js';
import {speakFor} from '../../web/embed/messages.js';
import {Race} from '../../web/runtime/race.js';
import {NO_SETTING} from '../../web/shape/page.js';
import {DEFAULT_VIEW} from '../../web/state/view.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {until} from '../support/until.js';
import {bent, oneOf, run} from './mutate.mjs';

const experiment = {
  version: 1,
  name: 'made up',
  task: {kind: 'text', corpus: 'moby-dick', length: 16},
  train: {steps: 30, eval_every: 10},
  models: [{kind: 'rnn', hidden_size: 8}],
};
const hash = await encodeLink({experiment: /** @type {any} */ (experiment)});
const message = (/** @type {string} */ type, /** @type {any} */ data = null) => ({
  type: `unrolled:${type}`,
  v: 1,
  id: 7,
  data,
});
const SEEDS = [
  ...['start', 'pause', 'reset', 'getState', 'ready', 'unknown'].map((type) => message(type)),
  message('setState', {experiment}),
  message('setState', {hash}),
  message('setState', {experiment, view: {metric: 'loss'}, shape: {hide: ['gallery']}, text: {title: 'T'}}),
];

await run(async (random) => {
  const race = new Race(fakeSurroundings(), /** @type {any} */ (structuredClone(experiment)));
  /** @type {any[]} */
  const told = [];
  /** @type {(message: any) => void} */
  let receive = () => {};
  const app = /** @type {any} */ ({view: DEFAULT_VIEW, page: NO_SETTING, unreadable: ''});
  const post = (/** @type {any} */ one) => told.push(structuredClone(one)); // as a window does
  speakFor(race, app, {post, listen: (to) => (receive = to), now: () => performance.now(), height: () => 100});
  const sent = Array.from({length: 3}, () => bent(random, oneOf(random, SEEDS)));
  for (const one of sent) receive(one);
  receive({...message('getState'), id: 'last'});
  await until(() => told.some(({id}) => id === 'last'), 'an answer to the last');
  await race.reset();
  assert.ok(['idle', 'training', 'paused', 'done'].includes(race.state), race.state);
  await race.close();
});
