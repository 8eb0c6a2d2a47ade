import {decodeLink} from '../../web/shape/link.js';
import {expect, open, press, readRace, test, trainToTheEnd, withTrain} from './lab.js';

test('a pause in the middle of a long evaluation stops the model before the evaluation is done', async ({page}) => {
  const task = {kind: 'text', corpus: 'moby-dick', length: 128};
  const models = [{kind: 'transformer', topology: 'decoder', d_model: 128, num_heads: 4, num_layers: 2, d_ff: 256}];
  await open(page, {...withTrain({eval_every: 2, batch_size: 2, steps: 100}), task, models});
  const app = page.locator('unrolled-app');
  const told = await app.evaluate(async ({race}) => {
    const [runner] = race.runners;
    race.train(); // by the button it might be beyond step 2 before anybody listens
    // Step 2 is told when its evaluation begins.
    while (runner.step < 2) await new Promise((resolve) => runner.addEventListener('progress', resolve, {once: true}));
    const evaluated = () => Number.isFinite(runner.latest.val_loss);
    race.pause();
    const {state} = runner;
    const before = {state, evaluated: evaluated()};
    await runner.hash(); // the worker answers it between two parts
    return {before, after: {step: runner.step, evaluated: evaluated()}};
  });
  expect(told).toEqual({before: {state: 'paused', evaluated: false}, after: {step: 2, evaluated: false}});
  await expect.poll(async () => (await readRace(page)).runners[0].val_loss, {timeout: 30_000}).toBeGreaterThan(0);
  const [runner] = (await readRace(page)).runners;
  expect([runner.state, runner.step]).toEqual(['paused', 2]);
});

test('a fast race says so wherever its numbers stand, and its link does not pass it on unasked', async ({page}) => {
  await open(page, withTrain({tier: 'fast'}));
  await expect(page.getByLabel('Run', {exact: true}).getByText('fast arithmetic')).toBeVisible();
  await expect(page.locator('loss-chart').getByText('may differ in the last digits')).toBeVisible();
  await expect(page.locator('model-card').first().getByText('fast arithmetic')).toBeVisible();
  await press(page, 'Share or embed');
  const link = page.getByRole('textbox', {name: 'Link', exact: true});
  const tier = async () => (await decodeLink(new URL(await link.inputValue()).hash)).experiment?.train.tier;
  await expect.poll(tier).toBe('strict');
  await page.getByLabel('Fast arithmetic in the link too').check();
  await expect.poll(tier).toBe('fast');
});

test('a reproducible race says nothing of arithmetic, and neither does its share dialog', async ({page}) => {
  await open(page);
  await press(page, 'Share or embed');
  await expect(page.getByRole('textbox', {name: 'Link', exact: true})).toBeVisible();
  await expect(page.getByText(/fast arithmetic/i)).toHaveCount(0);
});

test('nothing is written over the remarks beside the table of the curves', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  await page.getByRole('button', {name: 'View as table'}).click();
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ]) {
    await page.setViewportSize({width, height});
    const chart = page.locator('loss-chart');
    await chart.screenshot({path: test.info().outputPath(`table_${width}.png`)});
    const boxes = await Promise.all(
      (await chart.locator('p.hint, p.note, text-table, .legend, .options').all()).map((one) => one.boundingBox()),
    );
    const sorted = boxes.map((box) => box ?? {x: 0, y: 0, width: 0, height: 0}).sort((a, b) => a.y - b.y);
    expect(sorted).toHaveLength(5);
    for (const [i, {y}] of sorted.slice(1).entries())
      expect(y).toBeGreaterThanOrEqual(sorted[i].y + sorted[i].height - 1);
  }
});

test('the button Runs leads to their heading, beneath the bar that stays at the top', async ({page}) => {
  await page.setViewportSize({width: 1000, height: 768});
  await open(page, withTrain({schedule: {kind: 'cosine'}}));
  await trainToTheEnd(page);
  await expect(page.locator('kept-runs run-entry')).toHaveCount(1); // what keeps it comes after the lab
  await page.locator('unrolled-app').evaluate(async (app) => {
    const {keeping} = /** @type {any} */ (app);
    await keeping.keeper.flush();
    const whole = await keeping.shelf.whole(keeping.rows[0].id);
    for (let i = 0; i < 12; i++) await keeping.shelf.putBack({...whole, row: {...whole.row, id: `${i}`}});
  });
  await expect(page.locator('run-bar')).toContainText('go on with');
  await page.getByRole('button', {name: 'Runs', exact: true}).click();
  const heading = page.locator('kept-runs').getByRole('heading', {name: 'Runs'});
  await expect
    .poll(async () => (await heading.boundingBox()).y - (await page.locator('run-bar').boundingBox()).height)
    .toBeGreaterThanOrEqual(0);
  await expect(heading).toBeInViewport({ratio: 1});
});
