import {area, expect, open, press, readRace, test, trainToTheEnd, untilStep, setUp} from './lab.js';
import {SIX, hashesOf} from '../support/six_models.js';

const hashesInPage = (page) =>
  page
    .locator('unrolled-app')
    .evaluate((app) => Promise.all(/** @type {any} */ (app).race.runners.map((runner) => runner.hash())));

test('after 200 steps the weights are the same natively, under Node and in Chromium', async ({page}) => {
  const native = hashesOf();
  expect(native.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(new Set(native).size).toBe(6);
  expect(hashesOf(['node', 'build/wasm/unrolled.mjs'])).toEqual(native);
  await open(page, SIX);
  await trainToTheEnd(page);
  expect(await hashesInPage(page)).toEqual(native);
});

test('pausing, looking inside and prompting change no bit of what is learned', async ({page}) => {
  const native = hashesOf();
  await open(page, SIX, '&speed=20');
  await press(page, 'Train');
  await untilStep(page, 5);
  await press(page, 'Pause');
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  await area(page, 'Answers');
  await page.getByLabel('A beginning').fill('el');
  await press(page, 'Continue it');
  await expect(page.locator('prompt-panel article p.text')).toHaveCount(6);
  await page.getByRole('combobox', {name: 'Speed'}).selectOption('0');
  await press(page, 'Continue');
  await expect
    .poll(() => page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.state), {timeout: 45_000})
    .toBe('done');
  expect(await hashesInPage(page)).toEqual(native);
});

test('a rate moved on the way and more steps are in the link, and in what the command makes of it', async ({page}) => {
  await open(page, {...SIX, models: SIX.models.slice(0, 2)}, '&speed=60');
  await press(page, 'Train');
  await untilStep(page, 20);
  await setUp(page);
  await page.getByRole('spinbutton', {name: 'Learning rate'}).fill('0.02');
  await page.getByRole('spinbutton', {name: 'Learning rate'}).press('Enter');
  await expect.poll(async () => (await readRace(page)).experiment.version).toBe(2);
  await page.getByRole('combobox', {name: 'Speed'}).selectOption('0');
  const ended = () => page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.state);
  await expect.poll(ended, {timeout: 45_000}).toBe('done');
  await page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.addSteps(40));
  await expect.poll(ended, {timeout: 45_000}).toBe('done');
  await expect(page.locator('run-bar')).toContainText('step 240 of 240');
  const hashes = await hashesInPage(page);
  const {experiment} = await readRace(page);
  await page.getByRole('button', {name: 'Share or embed'}).click();
  const link = await page.getByRole('textbox', {name: 'Link', exact: true}).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await trainToTheEnd(page);
  expect((await readRace(page)).experiment).toEqual(experiment);
  expect(await hashesInPage(page)).toEqual(hashes);
  expect(hashesOf(undefined, experiment)).toEqual(hashes);
});
