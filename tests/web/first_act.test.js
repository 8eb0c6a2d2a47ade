// What a model learns before the race is the first of two acts: it is seen while it goes on, and the second follows by itself.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chapter} from '../../web/learn/blanks/chapter.js';
import {wordsOf} from '../../web/learn/words.js';
import {Race} from '../../web/runtime/race.js';
import {say} from '../../web/words/words.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {MADE} from '../support/made_chapter.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, heard, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

const RNN = {kind: 'rnn', hidden_size: 16};

/** A race of two, of which one begins with what it learned of another task.
 *  @param {import('node:test').TestContext} context @param {import('../support/fake_engine.js').Faults} [faults] */
function opened(context, faults = {}) {
  const of = (/** @type {string} */ kind) => ({...NOVEL_EXPERIMENT, version: /** @type {const} */ (1), task: {kind}});
  const before = {...of('reverse'), train: {...NOVEL_EXPERIMENT.train, steps: 300, eval_every: 20}, models: [RNN]};
  const experiment = {
    ...of('sentiment'),
    version: /** @type {const} */ (2),
    train: {...NOVEL_EXPERIMENT.train, steps: 100},
    models: [RNN, {...RNN, start: {experiment: before, model: 0, step: 300}}],
  };
  const race = new Race(fakeSurroundings({faults}), experiment);
  context.after(() => race.close());
  return race;
}

/** @param {Race} race */
const done = (race) => until(() => race.state === 'done', 'the race is done');

test('the first act tells its scores and its answers on the way, and how far it is; then the second begins by itself', async (context) => {
  const race = opened(context);
  /** @type {import('../../web/runtime/rehearsal.js').Progress[]} */
  const told = [];
  race.addEventListener('progress', () => {
    const {beginning} = race.runners[1];
    if (beginning) told.push(beginning);
  });
  race.train();
  await done(race);
  const last = told[told.length - 1];
  assert.ok(told.some(({step}) => step > 0 && step < 300));
  assert.ok((last.tests ?? []).length > 3);
  const steps = (last.tests ?? []).map(({step}) => step);
  assert.deepEqual(
    steps,
    [...new Set(steps)].sort((a, b) => a - b),
    'each once, in order',
  );
  for (const {val_loss} of last.tests ?? []) assert.ok(Number.isFinite(val_loss));
  assert.ok((last.examples?.items.length ?? 0) > 0);
  assert.equal(race.runners[1].step, 100);
});

test('a pause loses nothing of what was seen of the first act', async (context) => {
  const race = opened(context, {ms_per_step: 20});
  const tests = () => race.runners[1].beginning?.tests?.map(({step}) => step) ?? [];
  race.train();
  await until(
    () => tests().length > 2 && tests()[2] <= (race.runners[1].beginning?.step ?? 0) - 20,
    'it is on the way',
  );
  const before = tests();
  race.pause();
  assert.equal(race.runners[1].beginning, null);
  race.train();
  await until(() => tests().length > before.length, 'it has gone on');
  assert.deepEqual(tests().slice(0, 2), before.slice(0, 2));
});

test('meanwhile the pace is that of the first act, then that of the second', async (context) => {
  const race = opened(context);
  const pace = await elementOf('learn/race_pace.js', 'race-pace', {race});
  const now = () => heard(written(pace));
  assert.doesNotMatch(now(), new RegExp(say('player.act', {act: 1})));
  /** @type {string[]} */
  const said = [];
  race.addEventListener('progress', () => said.push(now()));
  race.train();
  await done(race);
  const first = said.findLast((text) => text.includes(say('player.act', {act: 1})));
  assert.match(first ?? '', /of 300/);
  assert.match(now(), new RegExp(`${say('player.act', {act: 2})}.*${say('player.steps', {step: 100, steps: 100})}`));
});

test('a race of one act has none', async (context) => {
  const race = new Race(fakeSurroundings(), MADE.experiment);
  context.after(() => race.close());
  const pace = await elementOf('learn/race_pace.js', 'race-pace', {race});
  assert.doesNotMatch(heard(written(pace)), /Act/);
  assert.ok(!wordsOf(MADE).includes('first_act'));
});

test('what came of the first act stays to be seen while the second goes on', async (context) => {
  const race = opened(context);
  const element = await elementOf('learn/first_act.js', 'first-act', {race, chapter});
  element.willUpdate(new Map([['race', null]]));
  race.addEventListener('progress', () => element.willUpdate(new Map()));
  race.train();
  await done(race);
  const tree = written(element);
  assert.match(heard(tree), new RegExp(say('course.blanks.first_act').slice(0, 30)));
  const [path] = every(tree, ({tag}) => tag === 'path');
  assert.ok(path.attributes.d.split('L').length > 3, path.attributes.d);
  assert.match(textOf(every(tree, ({attributes}) => attributes.class === 'came')[0]), /right, unseen|\d/);
});
