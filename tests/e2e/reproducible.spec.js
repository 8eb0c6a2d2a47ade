import {execFileSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, open, press, test, trainToTheEnd, untilStep, withTrain} from './lab.js';

const repo = fileURLToPath(new URL('../..', import.meta.url));
const EXPERIMENT = withTrain({steps: 200, eval_every: 100});

/** The weights' hash of each model after training with the command, native or under Node. @param {string[]} command */
function hashesOf([program, ...before], steps = EXPERIMENT) {
  const file = join(mkdtempSync(join(tmpdir(), 'unrolled-')), 'experiment.json');
  writeFileSync(file, JSON.stringify(steps));
  return steps.models.map((_, model) => {
    const out = execFileSync(program, [...before, 'train', file, '--model', String(model)], {
      cwd: repo,
      encoding: 'utf8',
    });
    return JSON.parse(out.trim().split('\n').at(-1)).weights_sha256;
  });
}

const hashesInPage = (page) =>
  page
    .locator('unrolled-app')
    .evaluate((app) => Promise.all(/** @type {any} */ (app).race.runners.map((runner) => runner.hash())));

test('after 200 steps the weights are the same natively, under Node and in Chromium', async ({page}) => {
  const native = hashesOf(['build/native/unrolled']);
  expect(native.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(new Set(native).size).toBe(3);
  expect(hashesOf(['node', 'build/wasm/unrolled.mjs'])).toEqual(native);
  await open(page, EXPERIMENT);
  await trainToTheEnd(page);
  expect(await hashesInPage(page)).toEqual(native);
});

test('pausing, looking inside and prompting change no bit of what is learned', async ({page}) => {
  const native = hashesOf(['build/native/unrolled']);
  await open(page, EXPERIMENT, '&speed=100');
  await press(page, 'Train');
  await untilStep(page, 20);
  await press(page, 'Pause');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  await page.getByLabel('A beginning').fill('el');
  await press(page, 'Continue it');
  await expect(page.locator('prompt-panel article p.text')).toHaveCount(3);
  await page.getByRole('combobox', {name: 'Speed'}).selectOption('0');
  await press(page, 'Continue');
  await expect
    .poll(() => page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.state), {timeout: 45_000})
    .toBe('done');
  expect(await hashesInPage(page)).toEqual(native);
});
