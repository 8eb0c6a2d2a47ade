// The lab on one screen: Train, the chart and one area beside it are always there; the rest comes when it is asked for.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {
  SMALL,
  area,
  expect,
  experiments,
  open,
  press,
  readRace,
  setUp,
  test,
  trainToTheEnd,
  withTrain,
  expectFits,
} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AREAS = /** @type {const} */ (['Answers', 'Inside', 'Compare', 'Runs']);

/** Whatever is cut off, or beneath the lower edge, of what never leaves the screen. @param {import('@playwright/test').Page} page */
const gone = async (page) => {
  const {width, height} = /** @type {{width: number, height: number}} */ (page.viewportSize());
  const parts = [
    'run-bar .train',
    'loss-chart .plot',
    'loss-chart .legend',
    '.areas [role=tablist]',
    '.area:not([hidden])',
  ];
  const boxes = await Promise.all(parts.map((part) => page.locator(part).first().boundingBox()));
  return parts.filter((_, i) => {
    const box = boxes[i];
    return !box || box.y < 0 || box.x < 0 || box.y + box.height > height || box.x + box.width > width;
  });
};

test('on a laptop Train, the chart and one area stand on one screen, before, while and after it trains', async ({
  page,
}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await open(page, withTrain({steps: 400}), '&speed=60');
  expect(await gone(page)).toEqual([]);
  await press(page, 'Train');
  await expect.poll(async () => (await readRace(page)).runners[0].step).toBeGreaterThan(10);
  for (const name of AREAS) {
    await area(page, name);
    await expect(page.getByRole('tabpanel', {name})).toHaveCount(1);
    expect([name, ...(await gone(page))]).toEqual([name]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  await setUp(page);
  expect(await gone(page)).toEqual([]);
});

test('the set-up folds when training begins, opens when one asks, and is there again after a reset', async ({page}) => {
  await open(page, withTrain({steps: 200}));
  const task = page.locator('task-panel');
  await expect(task).toBeVisible();
  await trainToTheEnd(page);
  await expect(task).toBeHidden();
  const fold = page.getByRole('button', {name: /Set-up/});
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(fold).toContainText('200 steps of 8');
  await fold.click();
  await expect(task).toBeVisible();
  await expect(page.locator('aside').getByRole('listitem')).toHaveText(['RNN 24', 'LSTM 16', 'Transformer 16']);
  await fold.click();
  await expect(task).toBeHidden();
  await press(page, 'Reset');
  await expect(task).toBeVisible();
});

test('the options of a model come into view, with the button that folds them again', async ({page}) => {
  await page.setViewportSize({width: 1280, height: 800});
  await open(page, SMALL);
  const card = page.locator('model-card').first();
  const button = card.getByRole('button', {name: 'Options'});
  const before = await button.boundingBox();
  await button.click();
  await expect(card.locator('model-editor')).toBeVisible();
  const after = () => button.boundingBox().then((box) => Number(box?.y));
  await expect.poll(after).toBeLessThan(Number(before?.y) - 60);
  const top = await page.locator('.area:not([hidden])').boundingBox();
  expect(await after()).toBeGreaterThanOrEqual(Number(top?.y)); // still on screen
});

test('the areas are tabs: arrows go round, and only what is chosen is read', async ({page}) => {
  await open(page);
  const tab = (/** @type {string} */ name) => page.getByRole('tab', {name, exact: true});
  await tab('Answers').focus();
  for (const name of [...AREAS.slice(1), 'Answers']) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel')).toHaveCount(1);
  }
  await page.keyboard.press('End');
  await expect(tab('Runs')).toBeFocused();
  await page.evaluate(axe);
  for (const name of AREAS) {
    await area(page, name);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`)).toEqual([]);
  }
});

test('the experiments lie over the page, and go when one has chosen, or does not want one', async ({page}) => {
  await open(page);
  const list = page.locator('preset-gallery details');
  await experiments(page);
  const chosen = list.getByRole('button', {name: 'Reading both ways'});
  await expect(chosen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chosen).toBeHidden();
  await expect(list.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await chosen.click();
  await expect(chosen).toBeHidden();
  await expect.poll(async () => (await readRace(page)).experiment.name).toBe('Reading both ways');
  await expect(list.locator('summary')).toContainText('Reading both ways');
});

test('on a phone they follow one another, the chart first, and nothing is wider than the screen', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await open(page, SMALL);
  await trainToTheEnd(page);
  await expect(page.getByRole('tab')).toHaveCount(0);
  const places = ['loss-chart', 'task-panel, aside', 'model-card', 'inside-section', 'compare-section', 'kept-runs'];
  const tops = await Promise.all(places.map(async (one) => (await page.locator(one).first().boundingBox())?.y ?? NaN));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await expectFits(page, 390);
});
