// What is written and not applied when somebody presses Train.
import {expect, open, press, readRace, test, trainToTheEnd, withTrain, setUp} from './lab.js';

const RECIPES = 'melt the butter, then stir the onions until they are soft and sweet.\n'.repeat(60);

test('Train trains the steps that stand in the box, and the text that was pasted', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await open(page, withTrain({eval_every: 20}));
  await page.getByRole('button', {name: 'Your own text …'}).click();
  await page.getByLabel('Paste a text').fill(RECIPES);
  await expect(page.locator('preset-words')).not.toContainText('Moby Dick');
  await page.screenshot({path: test.info().outputPath('giving.png')});
  await page.locator('train-panel').getByLabel('Steps', {exact: true}).fill('60');
  const {runners, experiment} = await trainToTheEnd(page);
  expect(experiment.task.text).toBe(RECIPES);
  expect(runners.map(({step}) => step)).toEqual([60, 60, 60]);
  await page
    .getByRole('button', {name: /^More for/})
    .first()
    .click();
  await page.screenshot({path: test.info().outputPath('more.png')});
  await page.getByRole('menuitem', {name: 'for this one alone'}).click();
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([75, 60, 60]);
  await page.getByRole('button', {name: 'View as table'}).click();
  await setUp(page);
  await page.locator('train-panel').getByLabel('Batch size', {exact: true}).fill('9');
  await expect(page.getByRole('button', {name: 'Apply and restart all'})).toBeInViewport({ratio: 1});
  await expect(page.locator('run-bar')).toContainText('A change in the set-up waits');
  await page.screenshot({path: test.info().outputPath('table.png')});
});

test('what cannot be trained is said where one pressed, and nothing trains', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await open(page);
  await page.getByRole('button', {name: 'Your own text …'}).click();
  await page.getByLabel('Paste a text').fill('too short');
  await press(page, 'Train');
  await expect(page.locator('run-bar').getByRole('alert')).toBeVisible();
  await expect(page.locator('task-panel .problem').first()).toBeInViewport();
  await page.screenshot({path: test.info().outputPath('held.png')});
  expect((await readRace(page)).runners.every(({step}) => step === 0)).toBe(true);
});

test('what is tabbed to is not beneath a notice that has a button more', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  await open(page);
  await trainToTheEnd(page);
  await setUp(page);
  const steps = page.locator('train-panel').getByLabel('Steps', {exact: true});
  await steps.fill('150');
  await steps.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', {name: 'Train on to 150 instead'})).toBeVisible();
  const covered = () =>
    page.evaluate(() => {
      const {shadowRoot} = /** @type {Element} */ (
        document.querySelector('unrolled-app')?.shadowRoot?.querySelector('train-panel')
      );
      const notice = shadowRoot?.querySelector('.in-view')?.getBoundingClientRect();
      let field = shadowRoot?.activeElement;
      while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
      const box = field?.getBoundingClientRect();
      return !notice || !box || (box.bottom > notice.top && box.top < notice.bottom);
    });
  await expect.poll(covered).toBe(false);
});

test('more steps after the end are trained on to, at the rate that is asked for', async ({page}) => {
  await open(page, withTrain({schedule: {kind: 'cosine'}}));
  await trainToTheEnd(page);
  await setUp(page);
  const steps = page.locator('train-panel').getByLabel('Steps', {exact: true});
  await steps.fill('150');
  const further = page.getByRole('button', {name: 'Train on to 150 instead'});
  await expect(further).toBeInViewport({ratio: 1});
  await page.screenshot({path: test.info().outputPath('further.png')});
  await further.click();
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([150, 150, 150]);
  await expect(further).toHaveCount(0);
  const {experiment} = await readRace(page);
  expect(experiment.models[0].changes[0].train.schedule.kind).toBe('constant');
  await expect(page.locator('kept-runs run-entry')).toHaveCount(1);
});
