// Models that end early: what the page says of it is what the engine did, and the best weights are shown as such.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {encodeLink} from '../../web/shape/link.js';
import {expect, open, press, readRace, test, setUp, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Letters without any order: the held-out loss falls at first, and then rises. */
const TEXT = Array.from({length: 700}, (_, i) => 'abcdefgh'[((i * 7919) ^ (i * i * 31)) % 8]).join('');
const EXPERIMENT = {
  version: 1,
  task: {kind: 'text', corpus: 'own', text: TEXT, length: 16},
  train: {batch_size: 8, steps: 1000, seed: 3, eval_every: 20, optimizer: {kind: 'adam', lr: 0.01}},
  models: [
    {kind: 'lstm', hidden_size: 24},
    {kind: 'rnn', hidden_size: 16},
  ],
};

/** @param {import('@playwright/test').Page | import('@playwright/test').Frame} page */
const engine = (page) =>
  page.locator('unrolled-app').evaluate((app) =>
    Promise.all(
      /** @type {any} */ (app).race.runners.map(async (runner) => ({
        name: runner.name,
        step: runner.latest.step,
        tests: [...runner.scores('val_loss', 'step').x],
        losses: [...runner.scores('val_loss', 'step').y],
        best: runner.record.best && {step: runner.record.best.step, val_loss: runner.record.best.val_loss},
        hash: await runner.hash(),
      })),
    ),
  );

/** @param {import('@playwright/test').Page | import('@playwright/test').Frame} page */
async function toTheEnd(page) {
  await page.getByRole('button', {name: 'Train', exact: true}).click();
  const state = () => page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.state);
  await expect.poll(state, {timeout: 45_000}).toBe('done');
}

/** @param {import('@playwright/test').Page} page @param {number} k */
const card = (page, k) => page.locator('model-card').nth(k);

/** The first test after which so many brought no lower loss. @param {{tests: number[], losses: number[]}} of @param {number} patience */
function endOf({tests, losses}, patience) {
  let [best, count] = [Infinity, 0];
  for (const [i, loss] of losses.entries()) {
    count = loss < best ? 0 : count + 1;
    best = Math.min(best, loss);
    if (count === patience) return tests[i];
  }
  return NaN;
}

test('set beside the training, it ends each model at its test, its card says so, and its link makes the same weights', async ({
  page,
}) => {
  await open(page, EXPERIMENT);
  const early = page.locator('early-options');
  await early.getByText('Ending early').click();
  await early.getByRole('spinbutton', {name: 'After tests without progress'}).fill('3');
  await early.getByRole('spinbutton', {name: 'After tests without progress'}).press('Tab');
  await expect.poll(() => page.url()).toContain('patience=3');
  await toTheEnd(page);
  const made = await engine(page);
  for (const [k, model] of made.entries()) {
    expect(model.step).toBe(endOf(model, 3));
    await expect(card(page, k)).toContainText(
      `Ended early at step ${model.step}: the held-out loss had not fallen for 3 tests.`,
    );
    await expect(card(page, k)).toContainText(
      `Shown: the last weights, step ${model.step}. Best on unseen data: step ${model.best?.step}, loss ${model.best?.val_loss.toFixed(3)}.`,
    );
    expect(model.best?.val_loss).toBe(Math.min(...model.losses));
  }
  await expect(page.getByRole('status').first()).toContainText('Ended early at step');
  await expect.poll(async () => page.url().length).toBeGreaterThan(200);
  const {experiment} = await readRace(page);
  expect(experiment.models.map(({changes}) => changes)).toEqual(made.map(({step}) => [{step, train: {steps: step}}]));
  await page.goto('about:blank');
  await open(page, experiment);
  await toTheEnd(page);
  const again = await engine(page);
  expect(again.map(({hash}) => hash)).toEqual(made.map(({hash}) => hash));
  await expect(card(page, 0)).toContainText(`Ended early at step ${made[0].step}.`);
});

test('the best weights are shown, kept through a reload, and left by what trains on', async ({page}) => {
  await open(page, EXPERIMENT, '&patience=3');
  await toTheEnd(page);
  const [last] = await engine(page);
  await card(page, 0).getByRole('button', {name: 'Show them: the best weights of LSTM 24'}).click();
  await expect(card(page, 0)).toContainText(
    `Shown: the best weights on unseen data, step ${last.best?.step}, loss ${last.best?.val_loss.toFixed(3)}. The last are of step ${last.step}.`,
  );
  const [best] = await engine(page);
  expect(best.hash).not.toBe(last.hash);
  expect(best.losses).toEqual(last.losses);
  await expect(page.locator('kept-runs run-entry')).toHaveCount(1);
  const written = () =>
    page.evaluate(() => {
      const [{receipt}] = /** @type {any} */ (document.querySelector('unrolled-app')).keeping.rows;
      return receipt.models.map((/** @type {any} */ {step}, /** @type {number} */ k) => [
        step,
        receipt.page.experiment.models[k].changes?.[0].step,
      ]);
    });
  const ends = (await engine(page)).map((model) => endOf(model, 3));
  await expect.poll(written).toEqual(ends.map((step) => [step, step]));
  await page.reload();
  await page
    .locator('kept-notice')
    .getByRole('button', {name: /Go on|Show/})
    .first()
    .click();
  await expect(card(page, 0)).toContainText(`Ended early at step ${last.step}: the held-out loss`);
  await expect(card(page, 0)).toContainText(`Shown: the last weights, step ${last.step}.`);
  expect((await engine(page))[0].hash).toBe(last.hash);
  await card(page, 0).getByRole('button', {name: 'Show them: the best weights of LSTM 24'}).focus();
  await page.keyboard.press('Enter');
  await expect(card(page, 0)).toContainText('Shown: the best weights on unseen data');
  await expect(card(page, 0).getByRole('button', {name: 'Show the last: the last weights of LSTM 24'})).toBeFocused();
  expect((await engine(page))[0].hash).toBe(best.hash);
  await page.getByRole('button', {name: '+250 steps'}).click();
  const trainedOn = async () => {
    const {state, runners} = await readRace(page);
    return state === 'done' && runners[0].step >= last.step + 60; // before it begins it is done, too
  };
  await expect.poll(trainedOn, {timeout: 45_000}).toBe(true);
  const {experiment, runners} = await readRace(page);
  const made = await engine(page);
  await page.goto('about:blank');
  await open(page, experiment);
  await toTheEnd(page);
  expect((await engine(page)).map(({hash}) => hash)).toEqual(made.map(({hash}) => hash));
});

test('a goal ends at the first test that has it; what cannot be stays in its box', async ({page}) => {
  await open(page, {...EXPERIMENT, models: [EXPERIMENT.models[0]]});
  const early = page.locator('early-options');
  await early.getByText('Ending early').click();
  await early.getByRole('combobox', {name: 'At a goal'}).selectOption('held-out loss');
  const value = early.getByRole('spinbutton', {name: 'The goal'});
  await value.fill('-1');
  await value.press('Tab');
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await value.fill('0.3');
  await value.press('Tab');
  await expect.poll(() => page.url()).toMatch(/goal=loss(:|%3A)0\.3(&|$)/);
  await toTheEnd(page);
  const [made] = await engine(page);
  expect(made.step).toBe(made.tests[made.losses.findIndex((loss) => loss <= 0.3)]);
  await expect(card(page, 0)).toContainText(`Ended early at step ${made.step}, at its goal: held-out loss 0.3.`);
});

test('hidden or locked it cannot be changed, and a frame ends early too', async ({page}) => {
  const locked = {hide: [], lock: ['early_end'], open: ['early_end']};
  const start = {patience: 3};
  await page.goto(`./${await encodeLink({experiment: EXPERIMENT, start, view: {...start}, shape: locked})}&patience=9`);
  const box = page.locator('early-options').getByRole('spinbutton');
  await expect(box).toBeDisabled();
  await expect(box).toHaveValue('3');
  await page.goto('about:blank');
  await page.goto(
    `./${await encodeLink({experiment: EXPERIMENT, shape: {...locked, lock: [], open: [], hide: ['early_end']}})}`,
  );
  await expect(page.locator('train-panel')).toContainText('Optimizer, schedule and more');
  await expect(page.getByText('Ending early')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`./embed.html${await encodeLink({experiment: EXPERIMENT})}&patience=3`);
  await toTheEnd(page);
  const made = await engine(page);
  for (const [k, model] of made.entries()) {
    expect([model.step, model.best]).toEqual([endOf(model, 3), null]);
    await expect(card(page, k)).toContainText(`Ended early at step ${model.step}: the held-out loss had not fallen`);
  }
  await expect(page.getByText('Shown:')).toHaveCount(0);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`axe-core finds nothing serious in it, and nothing is wider than a screen of 320 pixels (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({colorScheme});
    await open(page, EXPERIMENT, '&patience=3&goal=loss:0.001');
    await toTheEnd(page);
    await expect(card(page, 0).getByRole('button', {name: /^Show them/})).toBeVisible();
    await setUp(page);
    await page.locator('early-options').getByText('Ending early').click();
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    const serious = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
    expect(serious.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`)).toEqual([]);
    await page.setViewportSize({width: 320, height: 700});
    await expectFits(page, 320);
  });

test('a model at its test waits while what judges it is on the way, and goes on where that does not come', async ({
  page,
}) => {
  page.allowedErrors = /Failed to fetch dynamically imported module|ERR_FAILED/;
  await page.route(/early_end-.*\.js/, (route) => route.abort());
  await open(page, {...EXPERIMENT, train: {...EXPERIMENT.train, steps: 100}}, '&patience=1');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await toTheEnd(page);
  expect((await readRace(page)).runners.map(({step}) => step)).toEqual([100, 100]);
  await press(page, 'Reset');
});
