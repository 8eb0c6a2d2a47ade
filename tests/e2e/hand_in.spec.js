// A student takes part in an exercise: predicts, trains, turns the knob, reaches the goal, answers, and hands in what the engine gives again.
import {readFileSync} from 'node:fs';
import {createEngine} from '../../wasm_bindings/engine.js';
import {exerciseHash} from '../../web/exercise/canonical.js';
import {withPaths} from '../../web/exercise/changes.js';
import {readCode} from '../../web/exercise/code.js';
import {unpackedState} from '../../web/exercise/packed_state.js';
import {encodeExercise} from '../../web/exercise/link.js';
import {isWhole} from '../../web/exercise/receipt_of.js';
import {seedOfName} from '../../web/exercise/seed_of_name.js';
import '../../web/words/exercise.js';
import {say} from '../../web/words/words.js';
import {MADE_EXERCISE} from '../support/taken_exercise.js';
import {expect, expectFits, test} from './lab.js';

/** Reached with the short sequence alone. @type {import('../../web/exercise/types').Predicate} */
const GOAL = {model: 1, metric: 'val_loss', op: '<=', value: 0.15};
const {experiment} = MADE_EXERCISE;
const exercise = {...MADE_EXERCISE.exercise, goal: [GOAL]};
const hash = await encodeExercise({
  experiment,
  view: {metric: 'loss'},
  shape: {hide: [], lock: [], open: []},
  text: {},
  exercise,
});
const NAME = 'Ada Lovelace';

/** @typedef {import('@playwright/test').Page | import('@playwright/test').FrameLocator} Where */
/** @param {Where} page @param {string} name */
const button = (page, name) => page.getByRole('button', {name});
/** @param {Where} page */
const done = (page) =>
  expect
    .poll(() => page.locator('chapter-player').evaluate((/** @type {any} */ {race}) => race.state), {timeout: 40_000})
    .toBe('done');

/** From the first question to the end, with a name. @param {Where} page */
async function takePart(page) {
  await page.getByLabel(say('taking.name')).fill(`  ${NAME} `);
  await button(page, say('taking.take_name')).click();
  await expect(page.getByText(String(seedOfName(NAME))).last()).toBeVisible(); // it is heard, too
  await button(page, 'The GRU').click();
  await done(page);
  await expect(page.getByRole('region', {name: 'Verdict'})).toContainText(/seed/); // it moves the button below it
  await button(page, say('player.next_why')).click();
  await button(page, say('player.next_change')).click();
  await button(page, say('exercise.to_goal')).click();
  await expect(page.getByText(say('taking.open'))).toBeVisible();
  await button(page, say('taking.hint', {at: 1, all: 2})).click();
  await expect(page.getByRole('list', {name: say('taking.hints')})).toContainText('Look at the gates.');
  await button(page, 'short').click();
  await expect(page.getByText(say('taking.reached_in', {run: 2}))).toBeVisible({timeout: 40_000});
  await done(page);
  await button(page, say('taking.to_questions')).click();
  await answer(page);
  await button(page, say('exercise.to_end')).click();
}

/** @param {Where} page */
async function answer(page) {
  await page.getByRole('group', {name: 'What has a gate?'}).getByRole('button', {name: 'GRU'}).click();
  await page.getByLabel('How many right, in %?').fill('97,2');
  await button(page, say('taking.answer')).click();
  await expect(page.getByText(say('taking.right')).last()).toBeVisible();
  await page.getByLabel('Why?').fill('It has a gate.');
}

/** What the engine gives of a run, trained here. @param {any} run @param {any} given the experiment of the receipt */
async function trained(run, given) {
  const wasm = readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url));
  const engine = await createEngine({module: await WebAssembly.compile(wasm)});
  const whole = withPaths(given, run.changes, run.seed);
  return whole.models.map((model, k) => {
    const session = engine.open(/** @type {any} */ ({...whole, models: [model]}), 0, new Uint8Array());
    session.step(run.models[k].step);
    return {val_loss: session.evaluate().val_loss, weights_sha256: session.weightsSha256()};
  });
}

test('what is handed in is what the page shows and what the engine gives; after a reload all of it is still there', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await page.goto(`./${hash}`);
  await takePart(page);
  const [saved] = await Promise.all([page.waitForEvent('download'), button(page, say('taking.save')).click()]);
  expect(saved.suggestedFilename()).toBe('unrolled-who-remembers-ada-lovelace-receipt.json');
  const receipt = JSON.parse(readFileSync(await saved.path(), 'utf8'));
  const {taken} = receipt.exercise;
  expect(await isWhole(receipt.exercise)).toBe(true);
  expect(taken.exercise).toBe(
    await exerciseHash({experiment: receipt.page.experiment, exercise: receipt.exercise.exercise}),
  );
  expect({...taken, begun: 0, seconds: 0, runs: 0, exercise: 0}).toEqual({
    ...{
      exercise: 0,
      begun: 0,
      seconds: 0,
      runs: 0,
      name: NAME,
      prediction: 1,
      answers: [1, 97.2, 'It has a gate.'],
      found: {},
      hints: 1,
    },
    ...{goals: [{run: 1, step: expect.any(Number), value: expect.any(Number)}], finished: true},
  });
  expect(taken.runs.map((/** @type {any} */ run) => [run.position, run.changes, run.seed])).toEqual([
    [1, {}, seedOfName(NAME)],
    [0, {'task.length': 6}, seedOfName(NAME)],
  ]);
  for (const run of taken.runs)
    for (const [k, one] of (await trained(run, receipt.page.experiment)).entries()) {
      expect(run.models[k].weights_sha256).toBe(one.weights_sha256);
      expect(run.models[k].scores.val_loss).toBe(one.val_loss);
    }
  const shown = await page
    .locator('chapter-player')
    .evaluate((/** @type {any} */ {race}) => race.runners.map(({latest}) => latest.val_loss));
  expect(taken.runs[1].models.map((/** @type {any} */ model) => model.scores.val_loss)).toEqual(shown);
  const code = await page.getByLabel(say('taking.code'), {exact: true}).inputValue();
  const back = /** @type {any} */ (await readCode(code, receipt.exercise.exercise, taken.exercise));
  expect([back.name, back.answers, back.runs.map((/** @type {any} */ run) => run.models[1].weights_sha256)]).toEqual([
    NAME,
    taken.answers,
    taken.runs.map((/** @type {any} */ run) => run.models[1].weights_sha256.slice(0, 16)),
  ]);

  await page.reload();
  await expect(page.getByText('The GRU').first()).toBeVisible();
  await button(page, say('player.beat_try')).click();
  await expect(page.getByLabel(say('taking.name'))).toHaveValue(NAME);
  await expect(page.locator('hand-in dd')).toHaveText(['The GRU', '1 of 1', '3 of 3', '2', '1 of 2']);
  await expect(page.getByLabel(say('taking.code'), {exact: true})).toHaveValue(/^UR1-/);
  expect(await page.locator('chapter-player').evaluate((/** @type {any} */ {race}) => race.state)).toBe('idle');
});

test('in a sandboxed frame without storage it works, too; its host hears of it, keeps the state and brings it again', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const host = `<!doctype html><title>Course</title><iframe title="exercise" width="360" height="760" sandbox="allow-scripts" src="${new URL('embed.html', baseURL).href}${hash}"></iframe>
    <script>
    window.heard = [];
    addEventListener('message', ({source, data}) => source === document.querySelector('iframe').contentWindow && window.heard.push(data));
    window.bring = (taken) => document.querySelector('iframe').contentWindow.postMessage({type: 'unrolled:setState', v: 1, id: 9, data: {taken}}, '*');
    </script>`;
  await page.route('http://course.test/**', (route) => route.fulfill({contentType: 'text/html', body: host}));
  await page.goto('http://course.test/lesson.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByLabel(say('taking.name'))).toBeVisible({timeout: 30_000});
  await takePart(frame);
  await expectFits(page.frames()[1], 360);
  await expect(frame.getByLabel(say('taking.code'), {exact: true})).toHaveValue(/^UR1-/);
  const results = () =>
    page.evaluate(() =>
      /** @type {any} */ (window).heard
        .filter((/** @type {any} */ {type}) => type === 'unrolled:result')
        .map((/** @type {any} */ {data}) => data),
    );
  const wholeHash = await exerciseHash({experiment, exercise});
  const told = async () => (await unpackedState((await results()).at(-1)?.state, exercise, wholeHash))?.finished;
  await expect.poll(told).toBe(true); // what was done last is told a moment later
  const {score, state, completed} = (await results()).at(-1);
  expect(completed).toBe(true);
  expect(score).toBe(1);
  expect(JSON.stringify(await page.evaluate(() => /** @type {any} */ (window).heard))).not.toMatch(
    /Lovelace|It has a gate/,
  );

  await page.goto('http://course.test/lesson.html?again');
  await expect(frame.getByLabel(say('taking.name'))).toBeVisible({timeout: 30_000});
  expect(await results()).toEqual([]);
  await page.evaluate((taken) => /** @type {any} */ (window).bring(taken), state);
  await expect
    .poll(() =>
      page.evaluate(() => /** @type {any} */ (window).heard.find((/** @type {any} */ {id}) => id === 9)?.data.result),
    )
    .toEqual({score: 1, completed: true, state});
  // What was brought is taken up before it is shown how far one was.
  await expect(async () => {
    await button(frame, say('player.beat_try')).click();
    await expect(frame.locator('hand-in dd')).toHaveText(['The GRU', '1 of 1', '2 of 3', '2', '1 of 2'], {
      timeout: 3000,
    });
  }).toPass({timeout: 15_000});
});

test('a head is found with the keyboard alone: what it scores is what the engine measures, and no score is told before', async ({
  page,
}) => {
  const transformer = {
    kind: 'transformer',
    topology: 'decoder',
    position: 'alibi',
    d_model: 16,
    num_heads: 2,
    d_ff: 16,
    num_layers: 2,
  };
  const short = {...experiment.train, steps: 20, optimizer: {kind: 'adam', lr: 0.003}};
  const copying = {
    ...experiment,
    task: {kind: 'repeated_block', length: 24, symbols: 8, min_period: 4, max_period: 8, longer_length: 0},
    train: short,
    models: [transformer],
  };
  const find = {
    find: /** @type {const} */ ('head'),
    model: 0,
    score: /** @type {const} */ ('previous_token'),
    at_least: 0.01,
  };
  const {knob: _, hints: __, asks: ___, ...plain} = exercise;
  const finding = {...plain, seed: /** @type {const} */ ('fixed'), choices: [], goal: [find]};
  await page.goto(
    `./${await encodeExercise({experiment: copying, view: {}, shape: {hide: [], lock: [], open: []}, text: {}, exercise: finding})}`,
  );
  await button(page, say('exercise.train')).click();
  await done(page);
  await button(page, say('exercise.to_goal')).click();
  const picture = page.locator('head-finder').getByRole('img');
  await expect(picture).toBeVisible({timeout: 30_000});
  await expect(page.locator('head-finder .found li')).toHaveCount(0);
  await expect(picture).not.toHaveAccessibleName(/induction|previous|copying|%/);
  await picture.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(button(page, say('taking.point_this'))).toBeEnabled();
  await button(page, say('taking.point_this')).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('head-finder .reply.so')).toBeVisible();
  await button(page, say('exercise.to_end')).click();
  const {found, goals, measured} = await page
    .locator('hand-in')
    .evaluate(async (/** @type {any} */ {taking, race}) => ({
      ...taking.taken,
      measured: await race.runners[0].measure('heads', {}),
    }));
  const {layer, head} = found[0];
  const {data} = measured.arrays.find(
    (/** @type {any} */ {name}) => name === `transformer.${layer}.attention.previous`,
  );
  expect(goals).toEqual([{run: 0, step: 20, value: data[head]}]);
});
