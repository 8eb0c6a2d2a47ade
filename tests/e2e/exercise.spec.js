// An exercise that somebody wrote into a link, from its question to its end: in the page and in a frame of a course page, with the keyboard
// alone, from 320 pixels wide; and what its author typed is text, whatever it was.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {encodeExercise} from '../../web/exercise/link.js';
import {NO_SHAPE} from '../../web/shape/shape.js';
import '../../web/words/exercise.js';
import {say} from '../../web/words/words.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';
import {expect, expectFits, test} from './lab.js';

/** @typedef {import('@playwright/test').Page} Page @typedef {Page | import('@playwright/test').FrameLocator} Where */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COURSE = 'http://course.test/lesson.html';
/** A frame unpacks a megabyte before it shows anything. */
const SLOW = {timeout: 40_000};
const MADE = {experiment: EXPERIMENT, view: {metric: 'accuracy'}, shape: NO_SHAPE, text: {}, exercise: EXERCISE};
/** Nothing but a text and a goal. */
const BARE = {v: 1, title: 'Bare', question: 'Does it run?', choices: [], goal: EXERCISE.goal, seed: 'fixed'};
const NASTY = [
  '<img src=x onerror="document.title=1"> <script>document.title = 2</script>',
  '[here](javascript:document.title=3) [there](https://bank.example.evil.test/login) [user](https://bank.example@evil.test)',
  '$\\href{javascript:document.title=4}{x}$ $\\text{<b onclick=x>}$ $\\kern-40em y$ $\\color{white}{z}$',
  'left\u202eright\u2066 ${"`"}</textarea><style>*{display:none}</style>',
].join('\n\n');

/** @param {Where} where */
const player = (where) => where.locator('chapter-player');
/** @param {Where} where @param {string | RegExp} name */
const button = (where, name) => where.getByRole('button', {name});
/** @param {Where} where */
const done = (where) =>
  expect.poll(() => player(where).evaluate((/** @type {any} */ {race}) => race.state), SLOW).toBe('done');

/** Through all of it, looking at each part once it stands. @param {Where} where @param {(stage: string) => Promise<void>} [look] @param {(name: string | RegExp) => Promise<void>} [press] */
async function through(where, look = async () => {}, press = (name) => button(where, name).click()) {
  await expect(where.locator('exercise-task .task')).toBeVisible(SLOW);
  const steps = await player(where).evaluate((/** @type {any} */ {race}) => race.experiment.task.length);
  const networks = where.locator('exercise-networks').getByRole('img');
  await expect(networks).toHaveAccessibleName(new RegExp(`RNN.*GRU.*connections.*\\b${steps}\\b`), SLOW); // as the engine says
  await look('predict');
  await press('The RNN');
  await done(where);
  await expect(where.getByText('You said “The RNN”. The author of this exercise says “The GRU”.')).toBeVisible();
  await look('watch');
  await press(/^Why\?/);
  await expect(where.getByText('It is shorter sighted than it looks.')).toBeVisible();
  await expect(where.locator('picture-frame canvas')).toBeVisible(SLOW);
  await look('why');
  await press(/^Change one thing/);
  await press('short');
  await expect.poll(() => player(where).evaluate((/** @type {any} */ {race}) => race.experiment.task.length)).toBe(6);
  await done(where);
  await look('change');
  await press(new RegExp(`^${say('exercise.to_goal')}`));
  await expect(where.getByText('Get the RNN to add.')).toBeVisible();
  await look('challenge');
}

/** @param {Page} page @param {object} [changes] of the page @param {string} [more] */
async function open(page, changes = {}, more = '') {
  await page.goto(`./${await encodeExercise({...MADE, ...changes})}${more}`);
  await expect(page.getByText(say('exercise.whose'))).toBeVisible();
}

/** @param {Page} page @param {string} stage */
async function accessible(page, stage) {
  await page.evaluate(axe);
  const rules = {region: {enabled: false}};
  const {violations} = await page.evaluate((how) => /** @type {any} */ (window).axe.run(document, how), {rules});
  expect(violations.map(({id, nodes}) => `${stage}: ${id} ${nodes[0].html.slice(0, 200)}`)).toEqual([]);
}

test('from the question to the end in the page: accessible at each part, and no wider than a phone of 320 pixels', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({width: 320, height: 700});
  await open(page);
  expect(await page.title()).toBe('Which one forgets? · Unrolled');
  await expect(page.getByRole('heading', {name: EXERCISE.question})).toBeVisible();
  await expect(page.getByRole('navigation', {name: say('player.beats')}).getByRole('listitem')).toHaveCount(5);
  await through(page, async (stage) => {
    await expectFits(page, 320, stage);
    await accessible(page, stage);
  });
  await page.setViewportSize({width: 1366, height: 768});
  await accessible(page, 'wide');
});

test('with the keyboard alone', async ({page}) => {
  await open(page);
  const press = async (/** @type {string | RegExp} */ name) => {
    await expect(button(page, name)).toBeVisible();
    for (let i = 0; i < 60; i++) {
      const [focused] = await button(page, name).evaluateAll((all) =>
        all.map((one) => /** @type {ShadowRoot} */ (one.getRootNode()).activeElement === one && one.matches(':focus')),
      );
      if (focused) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached`);
  };
  await through(page, undefined, press);
});

test('stages that it has nothing for are not there, and a button trains', async ({page}) => {
  await open(page, {exercise: BARE});
  await expect(page.getByRole('navigation', {name: say('player.beats')}).getByRole('listitem')).toHaveCount(3);
  await button(page, say('exercise.train')).click();
  await done(page);
  await button(page, new RegExp(`^${say('exercise.to_goal')}`)).click();
  await button(page, new RegExp(`^${say('exercise.to_end')}`)).click();
  await expect(page.getByRole('heading', {name: say('exercise.end')})).toBeVisible();
});

test('what its author left open can be changed, what is locked says so, what is hidden is not there', async ({
  page,
}) => {
  const shape = {...NO_SHAPE, hide: ['training'], lock: ['task.length', 'models.*.hidden_size']};
  await open(page, {exercise: BARE, shape});
  await button(page, say('exercise.train')).click();
  await done(page);
  await button(page, new RegExp(`^${say('exercise.to_goal')}`)).click();
  await page.getByText(say('exercise.settings'), {exact: true}).click();
  const settings = page.locator('open-settings');
  await expect(settings.locator('task-panel')).toBeVisible();
  await expect(settings.locator('train-panel')).toHaveCount(0);
  await expect(settings.getByLabel(/^Length/).first()).toBeDisabled();
  await button(page, 'Options').first().click();
  const editor = settings.locator('model-editor');
  await expect(editor.getByLabel(/^Hidden size/)).toBeDisabled();
  await accessible(page, 'settings');
  await page.setViewportSize({width: 320, height: 700});
  await expectFits(page, 320, 'settings');
});

test('one whose author hid all settings has no fold for them', async ({page}) => {
  await open(page, {exercise: BARE, shape: {...NO_SHAPE, hide: ['task', 'training', 'models']}});
  await button(page, say('exercise.train')).click();
  await done(page);
  await button(page, new RegExp(`^${say('exercise.to_goal')}`)).click();
  await expect(page.getByRole('heading', {name: say('exercise.goal')})).toBeVisible();
  await expect(page.getByText(say('exercise.settings'), {exact: true})).toHaveCount(0);
});

test('whatever its author typed is text: no script, no handler, no address but https, and links say where they lead', async ({
  page,
}) => {
  await open(page, {
    exercise: {...EXERCISE, title: '<b>T</b>', lead: NASTY, choices: [{text: '<i>a</i>'}, {text: 'b'}]},
  });
  const text = page.locator('rich-text');
  await expect(text.locator('math')).toHaveCount(3);
  await expect(button(page, '<i>a</i>')).toBeVisible();
  const found = await text.evaluate(({shadowRoot}) => {
    const all = [.../** @type {ShadowRoot} */ (shadowRoot).querySelectorAll('*')];
    return {
      tags: [...new Set(all.map(({localName}) => localName))].filter((name) => !/^(m\w+|p|span|a|style)$/.test(name)),
      handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => /^(on|style|src)/.test(name))),
      links: all.flatMap((one) => (one.localName === 'a' ? [[one.getAttribute('href'), one.getAttribute('rel')]] : [])),
      said: /** @type {ShadowRoot} */ (shadowRoot).textContent,
    };
  });
  expect(found.tags).toEqual([]);
  expect(found.handlers).toEqual([]);
  expect(found.links).toEqual([['https://bank.example.evil.test/login', 'noopener noreferrer']]);
  expect(found.said).toContain('(bank.example.evil.test)');
  expect(found.said).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(await page.title()).toBe('<b>T</b> · Unrolled');
});

test('one that cannot be read says why, and one from a newer page what it leaves out', async ({page}) => {
  await page.goto(`./${await encodeExercise({...MADE, exercise: /** @type {any} */ ({...EXERCISE, goal: []})})}`);
  await expect(page.getByRole('alert')).toContainText('exercise.goal is to be a list of 1 to 6.');
  await open(page, {exercise: {...EXERCISE, bonus: 1}});
  await expect(page.getByRole('alert')).toContainText('exercise.bonus');
  await expect(button(page, 'The RNN')).toBeVisible();
});

test('Back and Forward go between the home, an exercise and the lab', async ({page}) => {
  await open(page);
  await page.getByRole('link', {name: 'Unrolled', exact: true}).click();
  await expect(page.locator('home-page chapter-player')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', {name: EXERCISE.question})).toBeVisible();
  await page.goForward();
  await expect(page.locator('home-page chapter-player')).toBeVisible();
});

test('in a frame of a course page, 320 pixels wide, from the question to the goal; it says who wrote it', async ({
  page,
}) => {
  test.slow();
  const source = `${new URL('embed.html', String(test.info().project.use.baseURL))}${await encodeExercise(MADE)}&hide=verdict`;
  const frame = `<iframe title="exercise" width="320" height="900" src="${source}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: `<!doctype html><title>Lesson</title><h1>Lesson</h1>${frame}`}),
  );
  await page.goto(COURSE);
  const inner = page.frameLocator('iframe');
  await expect(inner.getByText(say('exercise.whose'))).toBeVisible(SLOW);
  await through(inner, async (stage) => {
    const width = () => inner.locator('html').evaluate((root) => root.scrollWidth);
    await expect.poll(width, stage).toBeLessThanOrEqual(320);
    await expect(inner.locator('race-verdict')).toHaveCount(0);
  });
  await expect(inner.getByRole('link', {name: say('exercise.frame_open')})).toHaveAttribute('href', /#x=/);
});
