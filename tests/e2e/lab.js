// What the specs share: opening the page with a small experiment, and reading the race behind it.
import {expect, test as base} from '@playwright/test';
import {encodeLink} from '../../web/shape/link.js';

/** Small enough that a shared machine trains it in a second or two. */
export const SMALL = {
  version: 1,
  name: 'Small race',
  task: {kind: 'text', corpus: 'names', length: 24},
  train: {
    batch_size: 8,
    steps: 120,
    seed: 3,
    eval_every: 40,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adamw', lr: 0.01},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', embedding_size: 16, hidden_size: 24, num_layers: 1},
    {kind: 'lstm', embedding_size: 16, hidden_size: 16, num_layers: 1},
    {kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
  ],
};

/** The same with some of its training options changed. */
export const withTrain = (change) => ({...SMALL, train: {...SMALL.train, ...change}});

/** Fails a test in which the page reported an error of its own that the test did not allow. */
export const test = base.extend({
  page: async ({page}, use) => {
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await use(page);
    expect(errors.filter((text) => !page.allowedErrors?.test(text))).toEqual([]);
  },
});
export {expect};

/** @param {import('@playwright/test').Page} page @param {object} [experiment] @param {string} [more] further view parameters */
export async function open(page, experiment = SMALL, more = '') {
  const there = page.url().startsWith('http'); // then the page stays, and takes the new race up when it has read the address
  await page.goto(`./${await encodeLink({experiment})}${more}`);
  if (there) await expect.poll(async () => (await readRace(page)).experiment.name).toBe(experiment.name);
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
}

/** That nothing is wider than so many pixels, once what hears of a new size has drawn itself anew. @param {import('@playwright/test').Page | import('@playwright/test').Frame} page @param {number} width @param {string} [where] */
export async function expectFits(page, width, where) {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
}

/** Goes to what stands beside the chart, where it does. @param {import('@playwright/test').Page} page @param {'Answers' | 'Inside' | 'Compare' | 'Runs'} name */
export async function area(page, name) {
  await page.locator('run-bar').waitFor(); // the lab comes after the page
  if (!(await page.getByRole('tablist', {name: 'Beside the chart'}).count())) return; // one below the other
  const tab = page.getByRole('tab', {name, exact: true}); // that of the runs comes later still
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
}

/** Opens the list of experiments. @param {import('@playwright/test').Page} page */
export async function experiments(page) {
  const list = page.locator('preset-gallery details');
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
}

/** Opens task, training and models, where they are folded. @param {import('@playwright/test').Page} page */
export async function setUp(page) {
  await page.locator('run-bar').waitFor();
  const fold = page.getByRole('button', {name: /Set-up/});
  if ((await fold.count()) && (await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** The state of the race as plain data. @param {import('@playwright/test').Page | import('@playwright/test').Frame} page */
export function readRace(page) {
  return page.locator('unrolled-app').evaluate((app) => {
    const {race} = /** @type {any} */ (app);
    return {
      state: race.state,
      experiment: race.experiment,
      runners: race.runners.map((runner) => ({
        name: runner.name,
        state: runner.state,
        message: runner.message ? `${runner.message.key} ${runner.message.where} ${runner.message.message}` : '',
        step: runner.latest.step,
        steps_per_s: runner.latest.steps_per_s,
        loss: runner.latest.loss,
        val_loss: runner.latest.val_loss,
        train: [...runner.curve('train', 'step').y],
        held_out: [...runner.curve('held_out', 'step').y],
        sample: runner.sample,
        taps: runner.look?.taps.map(({name}) => name) ?? [],
      })),
    };
  });
}

export const press = (page, name) => page.getByRole('button', {name, exact: true}).first().click();

/** Presses Train and waits for the end. */
export async function trainToTheEnd(page) {
  await press(page, 'Train');
  const over = ['done', 'not_finite', 'failed', 'unavailable'];
  await expect
    .poll(async () => (await readRace(page)).runners.every(({state}) => over.includes(state)), {timeout: 45_000})
    .toBe(true);
  return readRace(page);
}

/** @param {import('@playwright/test').Page} page @param {number} step */
export async function untilStep(page, step) {
  await expect
    .poll(async () => Math.min(...(await readRace(page)).runners.map((runner) => runner.step)), {timeout: 30_000})
    .toBeGreaterThanOrEqual(step);
}

/**
 * The worker that has a model open: the one that hears what this is asked.
 * @param {import('@playwright/test').Page} page @param {number} index of the model
 * @param {import('@playwright/test').Page | import('@playwright/test').Frame} lab where it is, if that is a frame
 */
export async function workerOf(page, index, lab = page) {
  const workers = page.workers();
  const listen = () => {
    const all = /** @type {any} */ (self);
    all.heard = [];
    all.addEventListener('message', (event) => all.heard.push(event.data.type));
  };
  await Promise.all(workers.map((worker) => worker.evaluate(listen).catch(() => {}))); // some end meanwhile
  await lab.locator('unrolled-app').evaluate((app, i) => /** @type {any} */ (app).race.runners[i].hash(), index);
  for (const worker of workers) {
    const heard = await worker.evaluate(() => /** @type {any} */ (self).heard ?? []).catch(() => []);
    if (heard.includes('hash')) return worker;
  }
  throw new Error('no worker has this model open');
}

/** Milliseconds from now until a model has something to say, as its card does. @param {import('@playwright/test').Page | import('@playwright/test').Frame} lab @param {number} index */
export function msUntilMessage(lab, index) {
  return lab.locator('unrolled-app').evaluate((app, i) => {
    const {race} = /** @type {any} */ (app);
    const start = performance.now();
    return new Promise((resolve) => {
      const heard = () => race.runners[i].message && resolve(performance.now() - start);
      race.addEventListener('change', heard);
      heard();
    });
  }, index);
}
