// What the recorded run of a chapter measured on its way stands beside what is measured on the page, where both are the same run.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import * as reach from '../../web/charts/compare/reach.js';
import {withEarlier} from '../../web/elements/compare/with_earlier.js';
import {courseOf, measuredAgain} from '../../web/elements/learn/recorded_course.js';
import {changed} from '../../web/learn/change.js';
import {chapter as why} from '../../web/learn/why/chapter.js';
import {Race} from '../../web/runtime/race.js';
import {told} from '../../web/words/words.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MADE} from '../support/made_chapter.js';
import {PICTURE_OPTIONS, reached, runOf} from '../support/measured_runs.js';

const file = new URL('../../web/learn/why/recorded.json', import.meta.url);
/** @type {import('../../web/learn/types').Recorded} */
const recorded = JSON.parse(readFileSync(file, 'utf8'));
const steps = (/** @type {{step: number}[]} */ all) => all.map(({step}) => step);

test('it fills the time before anybody looked, and nothing else', () => {
  const [at0, at100, at200, at300] = [0, 100, 200, 300].map((step) => reached(step, [1, 0.5]));
  const known = (/** @type {any} */ latest, /** @type {any[]} */ earlier) =>
    /** @type {any} */ ({of: '', failure: null, course: {latest, earlier}});
  const filled = withEarlier(known(at300, [at200]), [at0, at100, at200, at300]);
  assert.deepEqual(steps(filled.course.earlier), [0, 100, 200]);
  assert.equal(filled.course.earlier[2], at200, 'what was measured here stays');
  assert.deepEqual(steps(withEarlier(known(at100, []), [at0, at100, at200]).course.earlier), [0], 'nothing from later');
  const none = known(null, []);
  assert.equal(withEarlier(none, [at0]), none);
});

test('it holds for the race as it stands, and not when the knob has made it another', async (context) => {
  const race = new Race(fakeSurroundings(), MADE.experiment);
  context.after(() => race.close());
  const course = [[{step: 0, arrays: [], numbers: {}}], [{step: 0, arrays: [], numbers: {}}]];
  const of = () => courseOf({race, chapter: MADE, recorded: /** @type {any} */ ({course})});
  assert.equal(of().length, 2);
  await race.setExperiment(changed(MADE.experiment, MADE.knob.values[0].change));
  assert.deepEqual(of(), []);
  await race.setExperiment(changed(MADE.experiment, MADE.knob.values[1].change));
  assert.equal(of().length, 2, 'and again when it is back');
  assert.deepEqual(courseOf({race, chapter: MADE, recorded: null}), []);
});

test('what is not known is no number', () => {
  const {arrays} = measuredAgain({
    step: 3,
    numbers: {},
    arrays: [{name: 'reach', axes: [], shape: [2], data: [1, null]}],
  });
  assert.deepEqual(arrays[0].data, [1, NaN]);
});

test('the chapter whose course tells has one, from the untrained network on, and the picture says it', () => {
  assert.deepEqual(recorded.course?.map(steps), [why.why.course, why.why.course]);
  const runs = (recorded.course ?? []).map((all, i) => runOf(['RNN 32', 'GRU 32'][i], all.map(measuredAgain)));
  const found = reach.describe(runs, PICTURE_OPTIONS).found.map(told);
  assert.match(found[2], /^GRU 32: .*; at step 0 it was 1\/10/);
});
