// The player, with a make-believe engine: what starts training, what is kept, what the knob does, what each part says.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Progress} from '../../web/learn/progress.js';
import {openChapter} from '../../web/learn/open.js';
import {RuntimeError} from '../../web/runtime/protocol.js';
import {say} from '../../web/words/words.js';
import {fakeSurroundings} from '../support/fake_surroundings.js';
import {chapter as attention} from '../../web/learn/attention/chapter.js';
import {NO_SHAPE} from '../../web/shape/shape.js';
import {MADE} from '../support/made_chapter.js';
import {elementOf, written} from '../support/page_parts.js';
import {every, hasClass, heard, textOf} from '../support/template_tree.js';
import {until} from '../support/until.js';

/** @param {import('node:test').TestContext} context @param {{progress?: Progress, faults?: object, chapter?: typeof MADE, recorded?: any, hide?: string[]}} [how] */
async function player(
  context,
  {progress = new Progress(null), faults = {}, chapter = MADE, recorded = null, hide = []} = {},
) {
  const element = await elementOf('learn/chapter_player.js', 'chapter-player', {progress});
  const race = await openChapter(element, fakeSurroundings({faults}), chapter, {
    recorded: recorded ?? {example: {items: []}, anatomies: []},
    shape: {...NO_SHAPE, hide},
  });
  context.after(() => race.close());
  element.willUpdate(new Map([['chapter', null]]));
  /** Reads what later parts there are, too. */
  const tree = async () => {
    await import('../../web/elements/learn/later_parts.js');
    await import('../../web/elements/learn/story_parts.js');
    written(element);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return written(element);
  };
  const buttons = async () => every(await tree(), ({tag}) => tag === 'button');
  return {
    element,
    race,
    tree,
    buttons,
    /** @param {string | RegExp} name */
    async press(name) {
      const all = await buttons();
      const found = all.find((one) =>
        typeof name === 'string' ? textOf(one).trim() === name : name.test(textOf(one)),
      );
      assert.ok(found, `${name} among ${all.map(textOf)}`);
      found.attributes['@click']({});
    },
    done: () => until(() => race.state === 'done', 'it is done'),
    heading: async () => textOf(every(await tree(), ({tag}) => tag === 'h3')[0]),
    text: async () => heard(await tree()),
  };
}

const choice = (/** @type {string} */ id) => say(`course.forgets.choice_${id}`);

test('nothing trains until something was predicted, and only an answer leads on', async (context) => {
  const {race, buttons, tree} = await player(context);
  assert.deepEqual(
    (await buttons()).map((one) => textOf(one).trim().replace(/\s+/g, ' ')),
    ['1Predict', ...['rnn', 'gru', 'both', 'neither'].map(choice), say('player.unsure')],
  );
  assert.equal(race.state, 'idle');
  const current = every(await tree(), ({attributes}) => attributes['aria-current'] === 'step');
  assert.match(textOf(current[0]), /Predict/);
});

test('a prediction is kept before anything trains, and starts the race', async (context) => {
  const progress = new Progress(null);
  const {race, press, heading, text} = await player(context, {progress});
  race.train = () => assert.deepEqual(progress.of('forgets'), {predicted: 'rnn'});
  await press(choice('rnn'));
  assert.deepEqual(progress.of('forgets'), {predicted: 'rnn'});
  assert.equal(await heading(), say('player.watch'));
  assert.match(await text(), new RegExp(choice('rnn')));
});

test('whether it was right is told after the race, with the reply to what was said', async (context) => {
  const progress = new Progress(null);
  const {press, done, text} = await player(context, {progress});
  await press(choice('both'));
  await done();
  assert.doesNotMatch(await text(), new RegExp(say('course.forgets.reply_both').slice(0, 20)));
  await press(/^Why/);
  assert.equal(progress.of('forgets').right, false);
  assert.match(await text(), new RegExp(say('course.forgets.reply_both').slice(0, 20)));
  assert.match(await text(), /came out otherwise/);
});

test('whoever is not sure is told what came, and not that he was wrong', async (context) => {
  const progress = new Progress(null);
  const {press, text} = await player(context, {progress});
  await press(say('player.unsure'));
  await press(/^Why/);
  assert.equal(progress.of('forgets').right, null);
  assert.match(await text(), new RegExp(say('player.reply_unsure')));
  assert.doesNotMatch(await text(), /otherwise/);
});

test('all look at the one example, and the lab gets as many back as it shows', async (context) => {
  const {element, race, press} = await player(context, {chapter: {...MADE, example: 3}});
  const before = race.shown;
  await press(choice('gru'));
  assert.deepEqual([race.shown.first, race.shown.count, race.excerpt], [3, 1, '3']);
  for (const name of [/^Why/, /^Change one/, /^Try/, /^One more/]) await press(name);
  await press(say('course.forgets.transfer_distance'));
  await press(/^What to/);
  /** @type {any} */
  let wanted;
  element.addEventListener('lab-wanted', (/** @type {any} */ event) => (wanted = event.detail));
  await press(say('player.lab'));
  assert.equal(wanted, race);
  assert.deepEqual(race.shown, before);
});

test('the knob trains anew at once; what came before is a ghost and stands there in words', async (context) => {
  const {element, race, press, done, text} = await player(context);
  await press(choice('gru'));
  await done();
  await press(/^Why/);
  await press(/^Change one/);
  const before = race.runners.map(({record}) => record);
  await press(say('course.forgets.knob_short'));
  await until(() => !element._busy, 'the knob was moved');
  assert.equal(race.experiment.task.length, 6);
  assert.notEqual(race.state, 'idle');
  assert.deepEqual(
    element._former.runs.map((/** @type {any} */ run) => run.record),
    before,
  );
  await done();
  assert.match(
    await text(),
    new RegExp(say('player.before', {setting: say('course.forgets.knob_long')}).replace(/[()]/g, '.')),
  );
  assert.equal(race.shown.count, 1);
});

test('a model that only joins leaves what the others learned as it is', async (context) => {
  const {element, race, press, done} = await player(context);
  await press(choice('gru'));
  await done();
  await press(/^Why/);
  await press(/^Change one/);
  const [rnn] = race.runners;
  await press(say('course.forgets.knob_lstm'));
  await until(() => !element._busy && race.state === 'done', 'it joined and is done');
  assert.equal(race.runners[0], rnn);
  assert.deepEqual(
    race.runners.map(({step}) => step),
    [60, 60, 60],
  );
  await press(say('course.forgets.knob_long'));
  await until(() => !element._busy, 'it left');
  assert.equal(race.runners.length, 2);
});

test('where the knob stands elsewhere, what is told of the race as it began says so, with a way back', async (context) => {
  const {element, race, press, text} = await player(context);
  await press(choice('gru'));
  for (const name of [/^Why/, /^Change one/]) await press(name);
  await press(say('course.forgets.knob_short'));
  await until(() => !element._busy, 'the knob was moved');
  await press(/2Watch/);
  assert.match(await text(), new RegExp(say('player.elsewhere', {setting: say('course.forgets.knob_short')})));
  await press(say('player.back_to', {setting: say('course.forgets.knob_long')}));
  await until(() => !element._busy && race.experiment.task.length === 12, 'it is as it was');
});

test('a knob that the engine refuses changes nothing and says why', async (context) => {
  const {element, race, press, text} = await player(context);
  race.setExperiment = async () => {
    throw new RuntimeError('invalid', 'trouble.many_models', {values: {most: 6}});
  };
  await press(choice('gru'));
  for (const name of [/^Why/, /^Change one/]) await press(name);
  await press(say('course.forgets.knob_short'));
  await until(() => !element._busy, 'it was refused');
  assert.equal(race.experiment.task.length, 12);
  assert.equal(element._story.position, MADE.knob.begin);
  assert.notEqual(element._failure, '');
  assert.ok((await text()).includes(element._failure));
});

test('the last question is scored, and the end says how it went and where to go', async (context) => {
  const progress = new Progress(null);
  const {press, text, buttons, heading} = await player(context, {progress});
  await press(choice('gru'));
  for (const name of [/^Why/, /^Change one/, /^Try/, /^One more/]) await press(name);
  assert.ok(!(await buttons()).some((one) => hasClass(one, 'primary')));
  await press(say('course.forgets.transfer_speed'));
  assert.match(await text(), new RegExp(say('course.forgets.transfer_reply_speed').slice(0, 20)));
  await press(/^What to/);
  assert.equal(await heading(), say('player.remember'));
  assert.ok((await text()).includes(say('player.score', {asked: 2, right: 1})));
  assert.deepEqual(progress.of('forgets'), {
    predicted: 'gru',
    right: true,
    answered: 'speed',
    answered_right: false,
    finished: true,
  });
  assert.equal((await buttons()).filter((one) => hasClass(one, 'primary')).length, 1);
});

test('another visit begins anew and says what was said before', async (context) => {
  const progress = new Progress(null);
  progress.note('forgets', {predicted: 'neither', right: false});
  const {text, press} = await player(context, {progress});
  assert.ok((await text()).includes(say('player.earlier', {choice: choice('neither')})));
  await press(choice('gru'));
  assert.equal(progress.of('forgets').predicted, 'neither');
});

test('once more from the start is untrained, and asks again', async (context) => {
  const {element, race, press, done, heading} = await player(context);
  await press(choice('gru'));
  await done();
  for (const name of [/^Why/, /^Change one/, /^Try/, /^One more/]) await press(name);
  await press(say('course.forgets.transfer_speed'));
  await press(/^What to/);
  await press(say('player.again'));
  await until(() => race.runners.every(({step}) => step === 0), 'it is untrained');
  await until(() => element._story.stage === 'predict', 'it begins');
  assert.ok(!race.started);
  assert.equal(await heading(), say('player.predict'));
});

test('at each part one button leads on', async (context) => {
  const {press, buttons, done} = await player(context);
  await press(choice('gru'));
  await done();
  for (const name of [/^Why/, /^Change one/, /^Try/, /^One more/]) {
    const primary = (await buttons()).filter((one) => hasClass(one, 'primary'));
    assert.equal(primary.length, 1, String(name));
    await press(name);
  }
});

test('the picture of the cause stays where something is changed, of the race as it is then', async (context) => {
  const {element, race, press, tree} = await player(context);
  const pictures = async () => every(await tree(), ({tag}) => tag === 'cause-view').map(({attributes}) => attributes);
  await press(choice('gru'));
  assert.equal((await pictures()).length, 0);
  for (const name of [/^Why/, /^Change one/]) await press(name);
  await press(say('course.forgets.knob_short'));
  await until(() => !element._busy, 'the knob was moved');
  for (const next of [/^Try/, /^One more/]) {
    const [{'.race': of, '.look': look}, ...others] = await pictures();
    assert.deepEqual([of, look, others.length], [race, MADE.why, 0]);
    await press(next);
  }
  assert.equal((await pictures()).length, 0);
});

test('at the end of the race its first line says whether the prediction was right', async (context) => {
  for (const [said, came] of [
    ['rnn', say('player.it_was', {choice: choice('rnn'), came: choice('gru')})],
    ['gru', say('player.reply_so', {choice: choice('gru')})],
    ['unsure', say('player.it_was_unsure', {came: choice('gru')})],
  ]) {
    const {race, press, done, text} = await player(context);
    const train = race.train.bind(race);
    race.train = () => {};
    await press(said === 'unsure' ? say('player.unsure') : choice(said));
    assert.ok(!(await text()).includes(came), 'not before it has ended');
    train();
    await done();
    assert.ok((await text()).includes(came), came);
  }
});

test('of a race that the knob has made another it is not said', async (context) => {
  const {element, press, done, text} = await player(context);
  await press(choice('rnn'));
  for (const name of [/^Why/, /^Change one/]) await press(name);
  await press(say('course.forgets.knob_short'));
  await until(() => !element._busy, 'the knob was moved');
  await done();
  await press(/2Watch/);
  assert.ok(!(await text()).includes(say('player.it_was', {choice: choice('rnn'), came: choice('gru')})));
});

/** Small as the made one, with the questions of another. */
const ASKING = {
  ...MADE,
  id: 'attention',
  recall: attention.recall,
  choices: attention.choices,
  transfer: attention.transfer,
};
const said = (/** @type {string} */ name) => say(`course.attention.${name}`);

test('questions on earlier chapters come before the prediction; each has its reply and a way to where it comes from', async (context) => {
  const progress = new Progress(null);
  const {element, race, press, buttons, heading, text} = await player(context, {progress, chapter: ASKING});
  assert.equal(await heading(), say('recall.title'));
  await press(said('recall_gates_larger'));
  assert.match(await text(), new RegExp(said('recall_gates_reply_larger').slice(0, 20)));
  assert.deepEqual(progress.of('attention'), {recalled: {gates: false}});
  assert.ok((await buttons()).some((one) => textOf(one).includes(say('player.next_skip'))));
  let wanted = '';
  element.addEventListener('chapter-wanted', (/** @type {any} */ {detail}) => (wanted = detail));
  await press(say('recall.from', {title: say('course.forgets.title')}));
  assert.equal(wanted, 'forgets');
  await press(said('recall_half_billionth'));
  await press(new RegExp(say('player.next_predict')));
  assert.equal(await heading(), say('player.predict'));
  assert.equal(race.state, 'idle');
  await press(said('choice_looks'));
  for (const name of [/^Why/, /^Change one/, /^Try/, /^One more/]) await press(name);
  await press(said('transfer_memory'));
  await press(/^What to/);
  assert.ok((await text()).includes(say('player.score', {asked: 4, right: 3})));
});

test('whoever wants to skips them; once all were answered they do not come again', async (context) => {
  const progress = new Progress(null);
  const {press, heading} = await player(context, {progress, chapter: ASKING});
  await press(new RegExp(say('player.next_skip')));
  assert.equal(await heading(), say('player.predict'));
  assert.deepEqual(progress.of('attention'), {});
  progress.note('attention', {recalled: {gates: true, half: true}});
  const again = await player(context, {progress, chapter: ASKING});
  assert.equal(await again.heading(), say('player.predict'));
});

test('what lies behind a chapter is folded below Why and at the end, and nowhere else', async (context) => {
  const {press, tree} = await player(context);
  const folded = async () =>
    every(await tree(), ({tag}) => tag === 'chapter-background').map(({attributes}) => attributes['.chapter']);
  assert.deepEqual(await folded(), []);
  await press(choice('gru'));
  await press(/^Why/);
  assert.deepEqual(await folded(), [MADE]);
  await press(/^Change one/);
  assert.deepEqual(await folded(), []);
  for (const name of [/^Try/, /^One more/]) await press(name);
  await press(say('course.forgets.transfer_distance'));
  await press(/^What to/);
  assert.deepEqual(await folded(), [MADE]);
});

test('whoever gave the link may do without questions on earlier chapters, what lies behind, the verdict and ways on', async (context) => {
  const hide = ['recall', 'background', 'onward', 'verdict', 'lab_link'];
  const {press, heading, tree, buttons} = await player(context, {chapter: ASKING, hide});
  const shows = async (/** @type {string} */ name) => every(await tree(), ({tag}) => tag === name).length > 0;
  assert.equal(await heading(), say('player.predict'));
  await press(said('choice_looks'));
  assert.equal(await shows('race-verdict'), false);
  await press(/^Why/);
  assert.equal(await shows('chapter-background'), false);
  for (const name of [/^Change one/, /^Try/, /^One more/]) await press(name);
  await press(said('transfer_memory'));
  await press(/^What to/);
  assert.equal(await shows('chapter-background'), false);
  const names = (await buttons()).map(textOf);
  assert.ok(names.includes(say('player.again')));
  assert.ok(!names.includes(say('player.lab')) && !names.some((name) => name.startsWith('Next chapter')));
});
