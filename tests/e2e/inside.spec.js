import {area, expect, open, press, readRace, test, untilStep, withTrain} from './lab.js';

/** Whether anything was painted: more than one colour on the canvas. */
const painted = (canvas) =>
  canvas.evaluate((element) => {
    const {data} = element.getContext('2d').getImageData(0, 0, element.width, element.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    return seen.size;
  });

test("three looks inside are drawn from each model's own taps, live", async ({page}) => {
  await open(page, withTrain({steps: 2000}));
  await press(page, 'Train');
  await untilStep(page, 20);
  await area(page, 'Inside');
  for (let i = 0; i < 3; i++) {
    await page.locator('look-inside').nth(i).scrollIntoViewIfNeeded();
    await expect.poll(async () => (await readRace(page)).runners[i].taps.length).toBeGreaterThan(0);
    await expect.poll(() => painted(page.locator('look-inside').nth(i).locator('canvas').first())).toBeGreaterThan(8);
  }
  const {runners} = await readRace(page);
  expect(runners[0].taps.join()).toContain('rnn.0.hidden');
  expect(runners[1].taps.join()).toContain('lstm.0.gates');
  expect(runners[2].taps.join()).toContain('transformer.0.attention');
  expect(await page.locator('look-inside canvas').count()).toBeGreaterThanOrEqual(3);
});

test('the passage can be replaced by typing', async ({page}) => {
  await open(page, withTrain({steps: 40}));
  await press(page, 'Train');
  await untilStep(page, 40);
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  await page.locator('inside-section').getByRole('textbox').fill('anna\nbella');
  await page.locator('inside-section').getByRole('textbox').press('Enter');
  const read = (i) =>
    page.locator('unrolled-app').evaluate((app, i) => /** @type {any} */ (app).race.runners[i].look?.text, i);
  for (let i = 0; i < 3; i++) {
    await page.locator('look-inside').nth(i).scrollIntoViewIfNeeded();
    await expect.poll(() => read(i)).toBe('anna\nbella');
  }
});

test('attention is causal and its rows sum to one', async ({page}) => {
  await open(page, withTrain({steps: 40}));
  await press(page, 'Train');
  await untilStep(page, 40);
  await area(page, 'Inside');
  await page.locator('look-inside').nth(2).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await readRace(page)).runners[2].taps.length).toBeGreaterThan(0);
  const {shape, data} = await page.locator('unrolled-app').evaluate((app) => {
    const tap = /** @type {any} */ (app).race.runners[2].look.taps.find(({name}) => name === 'transformer.0.attention');
    return {shape: tap.shape, data: [...tap.data]};
  });
  const length = shape.at(-1);
  for (let row = 0; row < data.length / length; row++) {
    const weights = data.slice(row * length, (row + 1) * length);
    expect(Math.abs(weights.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-4);
    expect(weights.slice((row % length) + 1).every((weight) => weight === 0)).toBe(true);
  }
});

/** How far every picture reaches beyond its card, and every card beyond the page, in pixels. */
const overhang = (page) =>
  page.locator('look-inside').evaluateAll((cards) =>
    Math.max(
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ...cards.flatMap((card) => {
        const {left, right} = card.getBoundingClientRect();
        const frames = [...card.shadowRoot.querySelectorAll('view-frame, picture-frame')];
        const roots = [card, ...frames].map(({shadowRoot}) => shadowRoot);
        const parts = roots.flatMap((root) => [...root.querySelectorAll('canvas, button, select, .canvas')]);
        const boxes = parts.map((part) => part.getBoundingClientRect());
        return boxes.map((box) => Math.max(box.right - right, left - box.left));
      }),
    ),
  );

test('pictures are as wide as their card after larger and smaller, another model, a narrower and a turned page', async ({
  page,
}) => {
  const fits = (/** @type {string} */ after) => expect.poll(() => overhang(page), after).toBeLessThanOrEqual(0.5);
  await page.setViewportSize({width: 1440, height: 900});
  await open(page, withTrain({steps: 40}));
  await press(page, 'Train');
  await untilStep(page, 40);
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  const cards = page.locator('look-inside');
  const canvas = cards.nth(1).locator('canvas').first();
  await expect.poll(() => painted(canvas)).toBeGreaterThan(8);
  const width = async () => (await canvas.boundingBox())?.width ?? 0;
  const before = await width();
  await cards.nth(1).getByRole('button', {name: 'Larger'}).click();
  await expect.poll(width).toBeGreaterThan(2 * before);
  await fits('larger');
  await cards.nth(1).getByRole('button', {name: 'Smaller'}).click();
  await expect.poll(width, 'smaller').toBe(before);
  await fits('smaller');
  await page.locator('unrolled-app').evaluate((/** @type {any} */ app) => {
    const [model] = app.race.experiment.models;
    return app.race.addModel(structuredClone(model));
  });
  await expect(cards).toHaveCount(4);
  await fits('a fourth model');
  for (const [w, h] of [
    [844, 390],
    [390, 844],
    [1440, 900],
    [1024, 768],
  ]) {
    await page.setViewportSize({width: w, height: h});
    await fits(`${w} by ${h}`);
  }
});
