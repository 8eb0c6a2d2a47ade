// What came of a race, under its chart, and the words that explain themselves.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {expect, open, press, readRace, test, trainToTheEnd, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Two models, of which one learns it in a second. */
const SHORT = {
  version: 1,
  name: 'A short sum',
  task: {kind: 'adding', length: 4, longer_length: 0},
  train: {
    batch_size: 16,
    steps: 300,
    seed: 1,
    eval_every: 10,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.01},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', hidden_size: 4},
    {kind: 'gru', hidden_size: 24},
  ],
};

const verdictOf = (page) => page.locator('race-verdict section');

/** Findings of axe-core, of whatever impact. @param {import('@playwright/test').Page} page @param {string} [within] */
async function findings(page, within = 'race-verdict') {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(
    (root) => /** @type {any} */ (window).axe.run({fromShadowDom: ['unrolled-app', root]}),
    within,
  );
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`);
}

test('at the end the verdict stands under the chart, with the numbers of the race, and is heard once', async ({
  page,
}) => {
  await open(page, SHORT);
  await expect(verdictOf(page)).toHaveCount(0);
  await trainToTheEnd(page);
  const facts = await page.locator('unrolled-app').evaluate((app) =>
    /** @type {any} */ (app).race.runners.map(({name, latest, info}) => ({
      name,
      right: latest.val_accuracy,
      of: info.held_out_examples,
    })),
  );
  for (const {name, right, of} of facts) {
    const share =
      right >= 0.995 && right < 1 ? (Math.floor(1000 * right) / 10).toFixed(1) : String(Math.round(100 * right));
    await expect(verdictOf(page)).toContainText(
      new RegExp(`${name} [^.]*${share.replace('.', '\\.')} % of ${of} held-out answers`),
      {useInnerText: true}, // without definitions
    );
  }
  await expect(verdictOf(page)).toContainText('That is one seed each', {useInnerText: true});
  const heard = page.locator('race-verdict [role=status]');
  await expect(heard).toContainText('That is one seed each');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({colorScheme});
    expect(await findings(page)).toEqual([]);
  }
});

test('another seed joins for each model, and the verdict is then about both', async ({page}) => {
  await open(page, SHORT);
  await trainToTheEnd(page);
  await verdictOf(page).getByRole('button', {name: 'Another seed'}).click();
  await expect.poll(async () => (await readRace(page)).runners.length).toBe(4);
  await expect.poll(async () => (await readRace(page)).state, {timeout: 30_000}).toBe('done');
  await expect(verdictOf(page)).toContainText('2 seeds: ');
  await expect(verdictOf(page)).not.toContainText('one seed');
});

test('who was still learning may train on', async ({page}) => {
  await open(page, {
    ...SHORT,
    task: {...SHORT.task, length: 20},
    train: {...SHORT.train, steps: 120, optimizer: {kind: 'adam', lr: 0.002}},
  });
  await trainToTheEnd(page);
  await verdictOf(page)
    .getByRole('button', {name: /^Train on: /})
    .click();
  await expect
    .poll(async () => Math.min(...(await readRace(page)).runners.map(({step}) => step)), {timeout: 20_000})
    .toBe(150);
});

test('a page that hides the verdict has none', async ({page}) => {
  await open(page, SHORT, '&hide=verdict');
  await trainToTheEnd(page);
  await expect(verdictOf(page)).toBeHidden();
});

// Terms ---------------------------------------------------------------------------------------------------------------

/** The first one of the verdict, at the end of a race. @param {import('@playwright/test').Page} page */
async function firstTerm(page) {
  await open(page, SHORT);
  await trainToTheEnd(page);
  const word = page.locator('race-verdict term-word[name=held_out]');
  await word.scrollIntoViewIfNeeded();
  return {word, tip: word.getByRole('tooltip')};
}

test('a term is explained while it is hovered, its definition can be hovered, and Escape puts it away', async ({
  page,
}) => {
  const {word, tip} = await firstTerm(page);
  await expect(tip).toBeHidden();
  await word.hover();
  await expect(tip).toBeVisible();
  await expect(tip).toContainText('Kept apart');
  await tip.hover();
  await page.waitForTimeout(600);
  await expect(tip).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.mouse.move(1, 1);
  await word.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(tip).toBeHidden();
});

test('a term that appears beneath a resting pointer is not explained until the pointer moves on it', async ({page}) => {
  const {word, tip} = await firstTerm(page);
  const box = await word.boundingBox();
  const show = (/** @type {string} */ display) =>
    page.locator('race-verdict').evaluate((element, how) => (element.style.display = how), display);
  await show('none');
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 6);
  await show('');
  await expect.poll(() => word.evaluate((element) => element.matches(':hover')), 'the pointer rests on it').toBe(true);
  await page.waitForTimeout(500);
  await expect(tip).toBeHidden();
  await page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
  await expect(tip).toBeVisible();
});

test('by keys it is explained as soon as it has the focus, and described to whoever hears it', async ({page}) => {
  const {word, tip} = await firstTerm(page);
  const button = word.getByRole('button');
  await expect(button).toHaveAccessibleDescription(/^Kept apart/);
  await page.locator('run-bar button').first().focus();
  for (let i = 0; i < 60 && !(await word.evaluate((element) => element.matches(':focus-within'))); i++)
    await page.keyboard.press('Tab');
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  expect(await word.evaluate((element) => element.matches(':focus-within'))).toBe(true);
  await page.keyboard.press('Enter');
  await expect(tip).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(tip).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({hasTouch: true, isMobile: true, viewport: {width: 320, height: 640}});
  test('a tap explains it, within the window, and a tap elsewhere puts it away', async ({page}) => {
    const {word, tip} = await firstTerm(page);
    await word.tap();
    await expect(tip).toBeVisible();
    const box = await tip.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 && box.y + box.height <= 640).toBe(true);
    await expectFits(page, 320);
    await page
      .locator('race-verdict section p')
      .first()
      .tap({position: {x: 2, y: 2}});
    await expect(tip).toBeHidden();
  });
});
