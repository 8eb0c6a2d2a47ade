// Every chapter from its first question to its end, by keyboard alone, with the real engine: each part on the screens it is to fit, in 320
// pixels, heard, in the dark; some of them in Spanish, too, also on a page that is enlarged to twice its size. Training is cut short after the first tests; what it comes to is proved elsewhere (make learn).
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {CHAPTERS} from '../../web/learn/index.js';
import {messagesOf} from '../../tools/words/messages.mjs';
import course from '../../web/words/course/en.js';
import english from '../../web/words/en.js';
import {chapterStand} from '../support/chapter_stand.js';
import {cutOff} from '../support/cut_off.js';
import {wordsOfPage} from '../support/page_words.js';
import {expect, test, expectFits} from './lab.js';
import {bottomOfStage} from './stage.js';

/** @typedef {import('@playwright/test').Page} Page @typedef {import('@playwright/test').Locator} Locator */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** So many tests of the held-out set each training has. */
const TESTS = 2;
/** A line is the page's around it on a phone. */
const SCREENS = [
  [1366, 768],
  [390, 814],
];
/** 1366 by 768, enlarged to 200 %: half as many pixels of style sheets, each of four of the screen's. */
const ENLARGED = {width: 683, height: 384, deviceScaleFactor: 2, mobile: false};
/** A key that stands where its words should: it begins with a room, and no sentence has a dot like this one's. */
const rooms = [...messagesOf(`${english}\n${course}`).messages.keys()].map((id) => id.split('-')[0]);
const KEY = new RegExp(String.raw`(?<![\w.])(?:${[...new Set(rooms)].join('|')})(?:\.[a-z][\w-]*)+`);
/** @type {{url: string, close: () => void}} */
let server;

test.describe.configure({mode: 'default', timeout: 120_000}); // one build for all
test.beforeAll(async () => {
  server = await chapterStand(`build/every_chapter/${process.env.TEST_WORKER_INDEX}`);
});
test.afterAll(() => server.close());

/** The chapter, trained for a few tests and no longer. @param {Page} page @param {string} id */
async function openShort(page, id) {
  const chapter = await CHAPTERS.find((entry) => entry.id === id).load();
  const {train} = chapter.experiment;
  const steps = TESTS * (train.eval_every ?? 20);
  await page.goto(`${server.url}#${id}`);
  await expect(page.locator('chapter-player h3')).toBeVisible();
  await page.evaluate((made) => /** @type {any} */ (window).show(made), {
    ...chapter,
    experiment: {...chapter.experiment, train: {...train, steps}},
    why: {...chapter.why, course: undefined},
  });
  return chapter;
}

/** Until it is done, or was tested once and is stopped: a knob may ask for a longer training. Or until all is measured, where nothing trains.
 *  @param {Page} page */
async function tested(page) {
  if (await page.locator('cost-figure').count())
    return expect(page.locator('cost-figure[done]')).toHaveCount(1, {timeout: 60_000});
  const read = () =>
    page.evaluate(() => {
      const {race} = /** @type {any} */ (window);
      const {eval_every = 20} = race.experiment.train;
      if (race.state === 'done' || Math.min(...race.runners.map(({step}) => step)) >= eval_every) return 'tested';
      return JSON.stringify(
        race.runners.map(({name, state, step, wanted, message}) => ({name, state, step, wanted, message})),
      ); // why not
    });
  await expect.poll(read, {timeout: 60_000}).toBe('tested');
  await page.evaluate(() => /** @type {any} */ (window).race.pause());
}

/** Presses Tab until it has the focus, and then Enter. @param {Page} page @param {Locator} button */
async function enter(page, button) {
  await expect(button).toBeVisible();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const there = await button.evaluate((one) => /** @type {ShadowRoot} */ (one.getRootNode()).activeElement === one);
    if (there) return page.keyboard.press('Enter');
  }
  throw new Error(`Tab never reaches ${button}`);
}

/** @param {Page} page @param {object} [how] @returns {Promise<string[]>} */
async function findings(page, how = {}) {
  const {violations} = await page.evaluate((options) => /** @type {any} */ (window).axe.run(document, options), how);
  return violations.map(
    (/** @type {any} */ {id, nodes}) => `${id}: ${nodes.map((/** @type {any} */ {target}) => target).join(' ')}`,
  );
}

/** @param {Page} page @param {string} where */
async function look(page, where) {
  await page.setViewportSize({width: 320, height: 640});
  await expectFits(page, 320, `${where} in 320 pixels`);
  for (const [wide, high] of SCREENS) {
    await page.setViewportSize({width: wide, height: high});
    await expect.poll(() => bottomOfStage(page), `${where} on ${wide} by ${high}`).toBeLessThanOrEqual(high);
  }
  await page.setViewportSize({width: 1366, height: 768});
  expect(await page.locator('chapter-player').textContent(), where).not.toMatch(/(course|player|recall|background)\./);
  expect(await findings(page), where).toEqual([]);
  await page.emulateMedia({colorScheme: 'dark', reducedMotion: 'reduce'});
  expect(await findings(page, {runOnly: ['color-contrast']}), `${where}, dark`).toEqual([]);
  await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
}

/** The same part in Spanish, which needs more room; and back, so that it goes on as before. @param {Page} page @param {string} where */
async function lookInSpanish(page, where) {
  const speak = (/** @type {string} */ tag) => page.evaluate((one) => /** @type {any} */ (window).speak(one), tag);
  await speak('es');
  await expect(page.locator('chapter-player')).toContainText('Predecir');
  await expect(page.locator('.stage h3, .stage h2').first()).toBeVisible();
  await page.setViewportSize({width: 320, height: 640});
  await expectFits(page, 320, `${where} in Spanish in 320 pixels`);
  expect(
    (await page.evaluate(wordsOfPage)).filter((text) => KEY.test(text)),
    `${where} in Spanish`,
  ).toEqual([]);
  expect(await findings(page), `${where} in Spanish`).toEqual([]);
  await enlarged(page, `${where} in Spanish at 200 %`);
  await page.setViewportSize({width: 1366, height: 768});
  await speak('en');
}

/** @param {Page} page @param {string} where */
async function enlarged(page, where) {
  await page.setViewportSize({width: ENLARGED.width, height: ENLARGED.height});
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', ENLARGED);
  await expectFits(page, ENLARGED.width, where);
  await expect.poll(() => page.evaluate(cutOff), where).toEqual([]);
  await session.send('Emulation.setDeviceMetricsOverride', {...ENLARGED, deviceScaleFactor: 1});
  await session.detach();
}

/** What lies behind it: folded, with as many formulas as the chapter has. @param {Page} page @param {import('../../web/learn/types').Chapter} chapter */
async function unfold(page, {background}) {
  const summary = page.locator('chapter-background summary');
  await enter(page, summary);
  await expect(page.locator('chapter-background math')).toHaveCount(background.formulas.flat().length);
  await expect(page.locator('chapter-background .text > div li a')).toHaveCount(background.papers.length);
  await page.setViewportSize({width: 320, height: 640});
  await expectFits(page, 320);
  await page.setViewportSize({width: 1366, height: 768});
  expect(await findings(page), 'what lies behind it').toEqual([]);
  await summary.press('Enter');
}

/** On a phone how bold the models write is folded, and can be changed; beside the curve it stands open. @param {Page} page */
async function bolder(page) {
  await page.setViewportSize({width: 390, height: 814});
  const panel = page.locator('prompt-panel');
  const [fold, field] = [
    panel.getByRole('button', {name: /^Temperature/}),
    panel.locator('option-field input[type=number]'),
  ];
  await expect(field).toBeHidden();
  await expect(fold).toHaveText(/0\.8$/);
  await enter(page, fold);
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await field.fill('1.2');
  await field.press('Tab');
  await expect(fold).toHaveText(/1\.2$/);
  await expectFits(page, 390);
  expect(await findings(page), 'how bold').toEqual([]);
  await fold.press('Enter');
  await expect(field).toBeHidden();
  await page.setViewportSize({width: 1366, height: 768});
  await expect(fold).toBeHidden();
  await expect(field).toBeVisible();
}

for (const {id} of CHAPTERS)
  test(`${id}: from its first question to its end, by keyboard, on every screen`, async ({page}) => {
    await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
    const chapter = await openShort(page, id);
    await page.evaluate(axe);
    const next = page.locator('.next button');
    const heading = (/** @type {string} */ stage) =>
      expect(page.locator(`.stage[data-stage=${stage}] h3`)).toBeFocused();
    for (let i = 0; i < (chapter.recall ?? []).length; i++) {
      if (!i) await look(page, 'recall');
      await enter(page, page.locator('.recall .choices button').first());
      await expect(page.locator('#reply')).toBeFocused();
    }
    if (chapter.recall?.length) {
      await look(page, 'recalled');
      await enter(page, next);
    }
    await expect(page.locator('network-strip canvas')).toBeVisible();
    await look(page, 'predict');
    await lookInSpanish(page, 'predict');
    await enter(page, page.locator('.choices button').first());
    await heading('watch');
    await tested(page);
    if (!chapter.measures) await expect(page.locator('live-answers .answer').first()).toBeVisible();
    await look(page, 'watch');
    await enter(page, next);
    await heading('why');
    await expect(page.locator('picture-frame .reading, shuffled-members .reading')).toContainText(
      /In the ring|No place stands out/,
      {
        timeout: 60_000,
      },
    );
    await look(page, 'why');
    await lookInSpanish(page, 'why');
    await unfold(page, chapter);
    await enter(page, next);
    await heading('change');
    const turned = chapter.knob.values.findIndex(({name}) => chapter.challenge.reached_with.includes(name));
    await enter(page, page.locator('.positions button').nth(turned));
    await expect(page.locator('.positions button').nth(turned)).toHaveAttribute('aria-pressed', 'true');
    await tested(page);
    await look(page, 'change');
    await lookInSpanish(page, 'change');
    await enter(page, next);
    await heading('challenge');
    if (chapter.measures) await expect(page.locator('challenge-goal[reached]')).toBeVisible(); // counted, however short the training
    await look(page, 'challenge');
    if (chapter.prompts) await bolder(page);
    await enter(page, next);
    await heading('question');
    await look(page, 'question');
    await enter(page, page.locator('.choices button').first());
    await expect(page.locator('#reply')).toBeFocused();
    await look(page, 'answered');
    await lookInSpanish(page, 'answered');
    await enter(page, next);
    await heading('end');
    await look(page, 'end');
    await lookInSpanish(page, 'end');
    await unfold(page, chapter);
  });
