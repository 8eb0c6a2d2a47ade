// An exercise as an address: what a student opens and what its author opens again hold the same.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {holdsExercise, isFrom} from '../../web/exercise/address.js';
import {decodeExercise, encodeExercise} from '../../web/exercise/link.js';
import {decodeLink, encodeLink} from '../../web/shape/link.js';
import {NO_SHAPE} from '../../web/shape/shape.js';
import {pack} from '../../web/state/packed.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';

const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
const shape = {...NO_SHAPE, hide: ['share'], lock: ['train.seed']};
const page = {
  experiment: EXPERIMENT,
  view: {metric: /** @type {const} */ ('accuracy')},
  shape,
  text: {},
  exercise: EXERCISE,
};

test('what comes out of a student’s link is what its author made', async () => {
  const hash = await encodeExercise(page);
  assert.match(hash, /^#x=[\w-]+$/);
  const read = await decodeExercise(hash, describe);
  assert.deepEqual([read.error, read.notice, read.edit], ['', '', false]);
  assert.deepEqual([read.experiment, read.start, read.shape, read.exercise], [EXPERIMENT, page.view, shape, EXERCISE]);
});

test('the author’s link has edit=1 in front, and the same in it', async () => {
  const [student, author] = [await encodeExercise(page), await encodeExercise(page, {edit: true})];
  assert.equal(author, student.replace('#', '#edit=1&'));
  assert.deepEqual([isFrom(author), isFrom(student)], [true, false]);
  const read = await decodeExercise(`https://example.org/unrolled/${author}`, describe);
  assert.deepEqual([read.edit, read.exercise], [true, EXERCISE]);
});

test('readable parameters tighten an exercise as they do everything', async () => {
  const {shape: tight, view} = await decodeExercise(`${await encodeExercise(page)}&hide=verdict&theme=dark`, describe);
  assert.deepEqual([tight.hide, tight.lock, view.theme], [['share', 'verdict'], ['train.seed'], 'dark']);
});

test('an address is known to hold an exercise before anything of it is shown', async () => {
  assert.equal(await holdsExercise(await encodeExercise(page)), true);
  assert.equal(await holdsExercise(`see  https://example.org/${await encodeExercise(page, {edit: true})}.`), true);
  assert.equal(await holdsExercise(await encodeLink({experiment: EXPERIMENT})), false);
  for (const hash of ['', '#lab', '#x=', '#x=AAAA', `#x=${await pack('null')}`, `#x=${await pack('"exercise"')}`])
    assert.equal(await holdsExercise(hash), false, hash);
});

test('a page that shows no exercises says that it left one out; what is wrong with one is said', async () => {
  const {experiment, notice, error} = await decodeLink(await encodeExercise(page), describe);
  assert.deepEqual([experiment, error], [EXPERIMENT, '']);
  assert.match(notice, /exercise/);
  const wrong = `#x=${await pack(JSON.stringify({...page, exercise: {...EXERCISE, goal: []}}))}`;
  const read = await decodeExercise(wrong, describe);
  assert.deepEqual([read.experiment, read.exercise], [null, undefined]);
  assert.match(read.error, /^exercise\.goal /);
});

test('one as long as its limits let it be fits a link, one that does not is refused', async () => {
  const most = {
    ...EXERCISE,
    lead: 'All of it is a long story. '.repeat(140),
    hints: Array(5).fill('Look again. '.repeat(80)),
  };
  assert.ok((await encodeExercise({...page, exercise: most})).length < 16 * 1024);
  let state = 1;
  const roll = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 17;
  const noise = (/** @type {number} */ length) =>
    Array.from({length}, () => String.fromCodePoint(0x4e00 + (roll() % 20000))).join('');
  const hints = Array.from({length: 5}, () => noise(1000));
  await assert.rejects(encodeExercise({...page, exercise: {...EXERCISE, lead: noise(4000), hints}}), /too long/);
});
