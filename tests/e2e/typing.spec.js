// What is typed into the page's boxes: it stays while models train, and its answer is in view where it is typed.
import {area, expect, open, press, readRace, SMALL, test, untilStep, withTrain, setUp} from './lab.js';

const SLOW = '&speed=20';

/** @param {import('@playwright/test').Page} page @param {string} name */
const training = (page, name) => page.locator('train-panel').getByLabel(name, {exact: true});

for (const [name, size] of /** @type {const} */ ([
  ['desktop', {width: 1440, height: 900}],
  ['phone', {width: 390, height: 844}],
])) {
  test(`what another number of steps does is in view where it is typed (${name})`, async ({page}) => {
    await page.setViewportSize(size);
    await open(page);
    const panel = page.locator('train-panel');
    await page.locator('unrolled-app').evaluate((app) => {
      for (const part of /** @type {any} */ (app).renderRoot.querySelectorAll('aside > details')) part.open = true;
    });
    const steps = training(page, 'Steps');
    await steps.scrollIntoViewIfNeeded();
    await steps.click();
    await steps.press('Control+A');
    await steps.pressSequentially('600', {delay: 30});
    await expect(steps).toBeFocused();
    await expect(panel.getByText('Nothing has been trained yet')).toBeInViewport({ratio: 1});
    await expect(panel.getByRole('button', {name: 'Apply'})).toBeInViewport({ratio: 1});
    await expect(steps).toBeInViewport({ratio: 1});
    const [box, answer] = [await steps.boundingBox(), await panel.locator('.in-view').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(answer?.y ?? 0);
    await page.screenshot({path: test.info().outputPath('apply.png')});
    await panel.getByRole('button', {name: 'Apply'}).click();
    await expect.poll(async () => (await readRace(page)).experiment.train.steps).toBe(600);
    const length = page.locator('task-panel').getByLabel('Sequence length');
    await length.fill('20');
    await expect(page.locator('task-panel').getByRole('button', {name: 'Apply'})).toBeInViewport({ratio: 1});
  });
}

test('the answer to an option of a model is in view too', async ({page}) => {
  await open(page);
  const card = page.locator('model-card').first();
  await card.getByRole('button', {name: 'Options'}).click();
  await card.locator('model-editor').getByLabel('Hidden size').fill('32');
  await expect(card.getByRole('button', {name: 'Apply'})).toBeInViewport({ratio: 1});
});

test('what is being typed stays while the models train', async ({page}) => {
  await open(page, withTrain({steps: 2000}), SLOW);
  await press(page, 'Train');
  await untilStep(page, 2);
  await setUp(page);
  const rate = training(page, 'Learning rate');
  await rate.click();
  await rate.press('Control+A');
  await rate.pressSequentially('0.0', {delay: 20});
  // Another setting of the page has its panels drawn again, as losses and states do.
  await page.locator('unrolled-app').evaluate((app) => {
    const {race} = /** @type {any} */ (app);
    for (let i = 0; i < 4; i++) setTimeout(() => race.runners[0].changed(), 100 * i);
  });
  await page.waitForTimeout(900);
  await rate.pressSequentially('07');
  await expect(rate).toHaveValue('0.007');
  await rate.press('Enter');
  await expect
    .poll(async () => (await readRace(page)).experiment.models[0].changes?.[0].train)
    .toEqual({optimizer: {lr: 0.007}});
  await area(page, 'Inside');
  const passage = page.locator('inside-section textarea');
  await passage.scrollIntoViewIfNeeded();
  await passage.fill('what I write');
  await area(page, 'Runs');
  const note = page.locator('kept-runs');
  await note.getByRole('button', {name: /^Name and note/}).click();
  await note.getByLabel('Name', {exact: true}).fill('half a na');
  const at = (await readRace(page)).runners[0].step;
  await untilStep(page, at + 80); // it was kept meanwhile, which the list hears of
  await expect(note.getByLabel('Name', {exact: true})).toHaveValue('half a na');
  await expect(passage).toHaveValue('what I write');
});
