import {expect, open, press, test, trainToTheEnd, untilStep} from './lab.js';
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
  await page.locator('inside-section').scrollIntoViewIfNeeded();
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
