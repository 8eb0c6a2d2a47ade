// Links that nobody made: each opens, or is refused in a sentence; none changes what all objects have.
import assert from 'node:assert/strict';
import {deflateRawSync} from 'node:zlib';
import {checkExercise} from '../../web/exercise/check.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {complete} from '../../web/state/defaults.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {PRESETS} from '../../web/state/presets.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';
import {bent, bentText, oneOf, run} from './mutate.mjs';

const EXPERIMENTS = [NOVEL_EXPERIMENT, ...PRESETS.map(({experiment}) => experiment)];
const PAGES = EXPERIMENTS.flatMap((experiment) => [
  experiment,
  {
    experiment,
    view: {axis: 'seconds', metric: 'loss'},
    shape: {hide: ['gallery'], lock: ['task']},
    text: {title: 'A', story: 'B'},
  },
]);
PAGES.push(/** @type {any} */ ({experiment: EXPERIMENT, view: {metric: 'accuracy'}, exercise: EXERCISE}));
const READABLE = [
  '',
  '&axis=seconds&smooth=10',
  '&metric=exact&theme=dark',
  '&hide=gallery,task.length&lock=train',
  '&a=2',
];
const packed = (/** @type {unknown} */ page) => deflateRawSync(JSON.stringify(page) ?? 'null').toString('base64url');

await run(async (random) => {
  const page = oneOf(random, PAGES);
  let hash = `#x=${packed(random() < 0.8 ? bent(random, page) : page)}${oneOf(random, READABLE)}`;
  while (random() < 0.3) hash = bentText(random, hash);
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const address = await decodeLink(hash, /** @type {any} */ (FAKE_DESCRIBE), checkExercise);
  assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before);
  assert.equal(typeof address.error, 'string');
  if (!address.experiment) return;
  complete(address.experiment, /** @type {any} */ (FAKE_DESCRIBE)); // what the page does with it first
  const {experiment, view, start, shape, text, exercise} = address;
  const again = await decodeLink(
    await encodeLink({experiment, view, start, shape, text, exercise}),
    /** @type {any} */ (FAKE_DESCRIBE),
    checkExercise,
  );
  assert.deepEqual([again.error, again.experiment], ['', experiment], 'what was opened can be handed on');
  assert.deepEqual(again.exercise, exercise, 'an exercise, too');
});
