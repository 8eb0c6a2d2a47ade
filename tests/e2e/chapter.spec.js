// Through a whole chapter, with the real engine and a small experiment: the page around it is tests/support/chapter_page.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {CHAPTERS, OPENING} from '../../web/learn/index.js';
import {courseWord} from '../../web/learn/words.js';
import {told} from '../../web/words/words.js';
import {chapterStand} from '../support/chapter_stand.js';
import {MADE} from '../support/made_chapter.js';
import {expect, test, expectFits} from './lab.js';
import {bottomOfStage} from './stage.js';

/** @typedef {import('@playwright/test').Page} Page */

const FOLDER = 'build/chapter_page';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** @type {{url: string, close: () => void}} */
let server;

test.describe.configure({mode: 'default'}); // one build for all
test.beforeAll(async () => {
  server = await chapterStand(FOLDER);
});
test.afterAll(() => server.close());

/** What the chapter says. @param {string} name */
const course = (name) => told(courseWord(MADE.id, name));
/** @param {string} tag @param {string} text */
const on = (tag, text) => new RegExp(`^${tag} ${text.replace(/[.?()]/g, '.')}`);

/** @param {Page} page @param {object} [chapter] */
async function openChapter(page, chapter = MADE) {
  await page.goto(`${server.url}#forgets`);
  await expect(page.locator('network-strip canvas')).toBeVisible();
  await page.evaluate((made) => /** @type {any} */ (window).show(made), chapter);
  await expect(page.getByRole('button', {name: course('choice_rnn'), exact: true})).toBeVisible();
}

/** @param {Page} page */
const done = (page) =>
  expect.poll(() => page.evaluate(() => /** @type {any} */ (window).race.state), {timeout: 30_000}).toBe('done');

/** @param {Page} page @param {string | RegExp} name */
const press = (page, name) => page.getByRole('button', {name, exact: typeof name === 'string'}).click();

/** @param {Page} page */
async function shorter(page) {
  await press(page, course('knob_short'));
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).race.experiment.task.length)).toBe(6);
  await done(page);
}

/** Goes on, looking at each part when it stands. @param {Page} page @param {(where: string) => Promise<void>} look */
async function through(page, look) {
  await look('predict');
  await press(page, course('choice_rnn'));
  await done(page);
  await look('watch');
  await press(page, /^Why\?/);
  await expect(page.locator('picture-frame canvas')).toBeVisible();
  await look('why');
  await press(page, /^Change one thing/);
  await shorter(page);
  await look('change');
  await press(page, /^Try it/);
  await look('challenge');
  await press(page, /^One more question/);
  await look('question');
  await press(page, course('transfer_distance'));
  await look('answered');
  await press(page, /^What to remember/);
  await look('end');
}

/** The same by places alone, whatever the chapter. @param {Page} page @param {(where: string) => Promise<void>} look */
async function goThrough(page, look) {
  const next = () => page.locator('.next button').click();
  await look('predict');
  await page.locator('.choices button').first().click();
  await done(page);
  await look('watch');
  await next();
  await expect(page.locator('picture-frame .reading')).toContainText(/In the ring|Nothing stands out/);
  await look('why');
  await next();
  await look('change');
  await next();
  const before = await page.evaluate(() => JSON.stringify(/** @type {any} */ (window).race.experiment));
  const {challenge, knob} = await CHAPTERS.find(({id}) => page.url().endsWith(`#${id}`)).load();
  await page
    .locator('.positions button')
    .nth(knob.values.findIndex(({name}) => challenge.reached_with.includes(name)))
    .click();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(/** @type {any} */ (window).race.experiment)))
    .not.toBe(before);
  await done(page);
  await expect(page.locator('challenge-goal[reached]')).toBeVisible();
  await look('challenge');
  await next();
  await look('question');
  await page.locator('.choices button').first().click();
  await look('answered');
  await next();
  await look('end');
}

/** @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element?.tagName} ${element?.textContent?.trim().replace(/\s+/g, ' ')}`;
  });

/** @param {Page} page @param {RegExp} pattern @param {string} [key] */
async function tabTo(page, pattern, key = 'Tab') {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press(key);
    if (pattern.test(await focused(page))) return;
  }
  throw new Error(`${key} never reaches ${pattern}`);
}

test('by keyboard alone through a chapter; the heading of each part has the focus, and nothing starts by accident', async ({
  page,
}) => {
  await openChapter(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  expect(await page.evaluate(() => /** @type {any} */ (window).race.state)).toBe('idle');
  await tabTo(page, on('BUTTON', course('choice_gru')));
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^H3 Who learns it/);
  await done(page);
  for (const [button, heading] of [
    [/^BUTTON Why\?/, /^H3 Why it came out so/],
    [/^BUTTON Change one thing/, /^H3 Change one thing/],
    [/^BUTTON Try it yourself/, /^H3 Now you/],
    [/^BUTTON One more question/, /^H3 One more question/],
  ]) {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(heading);
  }
  await tabTo(page, on('BUTTON', course('transfer_distance')));
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toMatch(on('DIV', course('transfer_reply_distance')));
  await tabTo(page, /^BUTTON What to remember/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^H3 What to remember/);
  await expect(page.getByText('Of 2 questions you had 2 right.')).toBeVisible();
});

test('what stands on the page is what the race came to', async ({page}) => {
  await openChapter(page);
  await press(page, course('choice_rnn'));
  await done(page);
  const race = await page.evaluate(() =>
    /** @type {any} */ (window).race.runners.map((/** @type {any} */ {name, latest, examples, steps}) => ({
      name,
      steps,
      percent: Math.round(100 * latest.val_accuracy),
      answer: examples.items[0].answer.numbers[0][0].toFixed(2),
      right: examples.items[0].target.numbers[0][0].toFixed(2),
      count: examples.items.length,
    })),
  );
  for (const [i, {name, percent, answer, right, count}] of race.entries()) {
    expect(count).toBe(1);
    const line = page.locator('live-answers .answer').nth(i);
    await expect(line).toContainText(name);
    await expect(line.locator('b')).toHaveText(answer);
    await expect(line).toContainText(right);
    await expect(page.locator('loss-chart .legend li').nth(i + 1)).toContainText(`${percent} %`);
  }
  await expect(page.locator('race-pace')).toContainText(`step ${race[0].steps} of ${race[0].steps}`);
  await press(page, /^Why\?/);
  await press(page, /^Change one thing/);
  await shorter(page);
  const before = page.locator('.compared div').first();
  for (const {name, percent} of race) await expect(before).toContainText(`${name} ${percent} %`);
});

test('weights are those of the experiment, whatever was looked at', async ({page}) => {
  const hashes = () =>
    page.evaluate(() =>
      Promise.all(/** @type {any} */ (window).race.runners.map((/** @type {any} */ runner) => runner.hash())),
    );
  await openChapter(page);
  await press(page, course('choice_rnn'));
  await press(page, /^Why\?/);
  await expect(page.locator('picture-frame canvas')).toBeVisible();
  await done(page);
  const looked = await hashes();
  await page.evaluate(async () => {
    const {race} = /** @type {any} */ (window);
    await race.reset();
    race.train();
  });
  await done(page);
  expect(await hashes()).toEqual(looked);
});

test('after a reload it begins anew and says what was predicted', async ({page}) => {
  await openChapter(page);
  await press(page, course('choice_neither'));
  await expect(page.getByRole('heading', {name: 'Who learns it?'})).toBeVisible();
  await page.reload();
  await openChapter(page);
  await expect(page.getByText(`The first time you said: ${course('choice_neither')}.`)).toBeVisible();
});

test('what happens is heard: that it trains, and that it has finished', async ({page}) => {
  await openChapter(page, {...MADE, experiment: {...MADE.experiment, train: {...MADE.experiment.train, steps: 4000}}});
  await press(page, course('choice_rnn'));
  const status = page.locator('chapter-player [role=status]').first(); // the verdict has its own
  await expect(status).toContainText(/train/i);
  await expect(status).toContainText(/finished/i, {timeout: 30_000});
});

test('the picture of the cause says what is in the ring, to who sees it and who does not', async ({page}) => {
  await openChapter(page, {...MADE, experiment: {...MADE.experiment, task: {...MADE.experiment.task, length: 40}}});
  await press(page, course('choice_rnn'));
  await press(page, /^Why\?/);
  await done(page);
  const said = page.locator('picture-frame .reading');
  await expect(said).toContainText(
    /^(In the ring: number \d+, \d+ before the last, which for .* counts|Nothing stands out)/,
  );
  const picture = page.locator('picture-frame .canvas');
  for (const name of await page.evaluate(() => /** @type {any} */ (window).race.names))
    await expect(picture).toHaveAttribute('aria-label', new RegExp(name));
  const words = (await said.textContent()) ?? '';
  expect(await picture.getAttribute('aria-label')).toContain(words.trim());
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe-core finds nothing in any part (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    await openChapter(page);
    await page.evaluate(axe);
    await through(page, async (where) => {
      const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
      const found = violations.map(
        (/** @type {any} */ {id, nodes}) => `${id}: ${nodes.map((/** @type {any} */ {target}) => target).join(' ')}`,
      );
      expect(found, where).toEqual([]);
    });
  });
}

test('on a laptop each part is on one screen', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await openChapter(page);
  await through(page, async (where) => {
    expect(await bottomOfStage(page), where).toBeLessThanOrEqual(768);
    await expectFits(page, 1366, where);
    if (['change', 'challenge'].includes(where))
      for (const one of ['loss-chart .plot', 'picture-frame canvas'])
        await expect(page.locator(one), where).toBeInViewport({ratio: 1});
  });
  await page.getByRole('button', {name: 'Why', exact: true}).click();
  for (const one of ['live-answers', 'loss-chart .plot', 'picture-frame canvas', '.because'])
    await expect(page.locator(one)).toBeInViewport({ratio: 1});
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});

  test('each part fits the screen, and can be touched', async ({page}) => {
    await openChapter(page);
    await through(page, async (where) => {
      expect(await bottomOfStage(page), where).toBeLessThanOrEqual(844);
      await expectFits(page, 390, where);
      const small = await page.locator('chapter-player button:visible').evaluateAll((all) =>
        all
          .filter((one) => /** @type {any} */ (one.getRootNode()).host?.localName !== 'term-word') // stands within a sentence
          .filter((one) => one.isConnected && one.getBoundingClientRect().height < 40)
          .map((one) => one.textContent?.trim()),
      );
      expect(small, where).toEqual([]);
    });
  });
});

for (const [width, height] of [
  [1366, 768],
  [390, 814], // a line is the page's around it
])
  test(`the opening chapter as it is shipped, to the end of its training: each part fits a screen of ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({width, height});
    await page.goto(`${server.url}#${OPENING}`);
    await expect(page.locator('network-strip canvas')).toBeVisible();
    await goThrough(page, async (where) => {
      expect(await bottomOfStage(page), where).toBeLessThanOrEqual(height);
      expect(await page.locator('chapter-player').textContent(), where).not.toMatch(/course\.|player\./);
    });
  });

test('nothing is wider than a screen of 320 pixels', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await openChapter(page);
  await through(page, async (where) => {
    await expectFits(page, 320, where);
  });
});
