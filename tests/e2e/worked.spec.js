// The example in which every number of an RNN is shown: on a phone and a narrow one, by keys alone, for who listens, in the dark.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {courseWord} from '../../web/learn/words.js';
import {told} from '../../web/words/words.js';
import {expect, test, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const bottomOfPlayer = (page) =>
  page.locator('chapter-player').evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
const course = (/** @type {string} */ name) => told(courseWord('rnn', name));

/** @param {import('@playwright/test').Page} page */
async function opened(page) {
  await page.goto('./#chapter=rnn');
  const folded = page.getByText(course('worked'));
  await folded.waitFor();
  if (!(await page.locator('details.worked').evaluate((details) => /** @type {any} */ (details).open)))
    await folded.click();
  await expect(page.locator('worked-rnn math').first()).toBeVisible();
}

test('on a narrow phone it folds, is no wider than the screen, and is stepped through by keys alone', async ({
  page,
}) => {
  await page.setViewportSize({width: 320, height: 700});
  await opened(page);
  await expectFits(page, 320);
  const status = page.locator('worked-rnn [role=status]');
  const begin = await status.innerText();
  await page.getByRole('group', {name: course('worked_title')}).focus();
  for (let k = 0; k < 8; k++) await page.keyboard.press('ArrowRight');
  await expect(status).toContainText('1');
  await expect(page.locator('worked-rnn math')).toHaveCount(6);
  await expect(page.locator('worked-rnn .slope').first()).toHaveText('−0.21−0.13');
  await page.keyboard.press('Home');
  await expect(status).toHaveText(begin);
  await page.getByRole('button', {name: course('worked_next')}).press('Enter');
  await expect(status).not.toHaveText(begin);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`it stands open where there is room, and axe-core finds nothing serious (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize({width: 1440, height: 900});
    await page.goto('./#chapter=rnn');
    await expect(page.locator('worked-rnn math').first()).toBeVisible();
    await page.locator('worked-rnn').getByRole('button').nth(4).click(); // the answer
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    const grave = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
    expect(grave.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`)).toEqual([]);
  });

test('where the question would not fit beside it, it folds; it opens again where there is room', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await page.goto('./#chapter=rnn');
  const example = page.locator('details.worked');
  const isOpen = () => example.evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open);
  await expect(example.getByText(course('worked'))).toBeVisible();
  expect(await isOpen()).toBe(false);
  await expect(example.getByText(course('worked_holds'))).toBeVisible();
  const line = await example.locator('summary').evaluate((one) => {
    const {height} = one.getBoundingClientRect();
    return {height, border: getComputedStyle(one).borderTopStyle};
  });
  expect(line.border).toBe('solid');
  expect(line.height).toBeGreaterThanOrEqual(44);
  expect(await bottomOfPlayer(page)).toBeLessThanOrEqual(768);
  for (const [width, height, open] of /** @type {const} */ ([
    [1440, 900, true],
    [390, 844, false],
  ])) {
    await page.setViewportSize({width, height});
    await expect.poll(isOpen).toBe(open);
  }
});
