import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {expect, open, press, readRace, test, untilStep, withTrain, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Findings of axe-core that are serious or critical. */
async function seriousFindings(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
  return violations
    .filter(({impact}) => ['serious', 'critical'].includes(impact))
    .map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe-core finds nothing serious (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await open(page, withTrain({steps: 40, eval_every: 20}));
    await press(page, 'Train');
    await untilStep(page, 40);
    await page.locator('model-card').first().getByRole('button', {name: 'Options'}).click();
    await page.getByRole('button', {name: 'View as table'}).click();
    expect(await seriousFindings(page)).toEqual([]);
  });
}

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${width} pixels`, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    await open(page, withTrain({steps: 40, eval_every: 20}));
    await press(page, 'Train');
    await untilStep(page, 40);
    await expectFits(page, width);
  });
}

test('the keyboard alone trains, pauses, reads the chart and opens an editor', async ({page}) => {
  await open(page, withTrain({steps: 5000}));
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''}`;
    });
  const tabTo = async (pattern) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (pattern.test(await focused())) return;
    }
    throw new Error(`Tab never reaches ${pattern}`);
  };
  await tabTo(/^BUTTON Train$/);
  await page.keyboard.press('Enter');
  await untilStep(page, 20);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await readRace(page)).state).toBe('paused');
  await tabTo(/^DIV .*(loss|nats)/i);
  await page.keyboard.press('End');
  await expect(page.locator('loss-chart .at')).toContainText(/step/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(page.locator('loss-chart .at')).toContainText('latest');
  await tabTo(/^BUTTON Options$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('model-editor').first()).toBeVisible();
});

test('a key on the chart is answered once there is a plot, and what is read stays when the plot is made anew', async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(/loss_plot/, async (route) => (await released, route.continue()));
  await open(page, withTrain({steps: 60, eval_every: 20}));
  await press(page, 'Train');
  await untilStep(page, 60);
  await page.locator('loss-chart .plot').focus();
  await page.keyboard.press('End');
  const at = page.locator('loss-chart .at');
  await expect(at).toHaveText('latest');
  release();
  await expect(at).toContainText(/step/);
  const read = await at.textContent();
  const titles = await page.locator('loss-chart').evaluate(async (/** @type {any} */ chart) => {
    const title = () => chart.renderRoot.querySelector('h2').textContent;
    const before = title();
    chart.view = {...chart.view, metric: 'accuracy'};
    await chart.updateComplete;
    return [before, title()];
  });
  expect(titles[1]).not.toBe(titles[0]);
  await page.waitForTimeout(500);
  await expect(at).toHaveText(String(read));
});

test('the chart has a sentence for who cannot see it, and a table', async ({page}) => {
  await open(page, withTrain({steps: 60, eval_every: 20}));
  await press(page, 'Train');
  await untilStep(page, 60);
  await expect(page.getByRole('img', {name: /LSTM/}).first()).toBeVisible();
  await page.getByRole('button', {name: 'View as table'}).click();
  await expect(page.getByRole('table').first()).toBeVisible(); // it comes when it is asked for
  const rows = await page.getByRole('table').first().getByRole('row').count();
  expect(rows).toBeGreaterThan(3);
  expect(rows).toBeLessThanOrEqual(51);
});
