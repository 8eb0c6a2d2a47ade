import {expect, open, press, readRace, SMALL, test, trainToTheEnd, untilStep, withTrain} from './lab.js';

test('the page opens with a race set up, and trains nothing by itself', async ({page}) => {
  await page.goto('./#lab');
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
  const {runners, experiment} = await readRace(page);
  expect(experiment.models.map(({kind, attention}) => [kind, attention])).toEqual([
    ['seq2seq', 'additive'],
    ['seq2seq', 'none'],
  ]);
  await page.waitForTimeout(1500);
  expect((await readRace(page)).runners.map(({step}) => step)).toEqual([0, 0]);
  expect(runners).toHaveLength(2);
});

test('three models train, their curves fall, and each writes', async ({page}) => {
  await open(page);
  const {runners} = await trainToTheEnd(page);
  for (const {name, state, held_out, train, sample} of runners) {
    expect(state, name).toBe('done');
    expect(train[0], name).toBeGreaterThan(3);
    expect(held_out.at(-1), name).toBeLessThan(2.75);
    expect(held_out.at(-1), name).toBeLessThan(held_out[0] - 0.1);
    expect(sample.length, name).toBeGreaterThan(10);
  }
});

test('the finish is heard, even though nothing happens after it', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  const status = page.locator('unrolled-app p[role=status]').first(); // the verdict has one of its own
  await expect(status).toHaveText(/^Finished\. Held-out loss: .* \d\.\d\d\.$/, {timeout: 10_000});
});

test('a pause stops the steps, and Continue goes on', async ({page}) => {
  await open(page, withTrain({steps: 100_000}));
  await press(page, 'Train');
  await untilStep(page, 5);
  await press(page, 'Pause');
  await page.waitForTimeout(300);
  const steps = (await readRace(page)).runners.map(({step}) => step);
  await page.waitForTimeout(400);
  expect((await readRace(page)).runners.map(({step}) => step)).toEqual(steps);
  await press(page, 'Continue');
  await untilStep(page, Math.max(...steps) + 1);
});

test('a reset gives the same weights: the same losses again', async ({page}) => {
  await open(page, withTrain({steps: 60, eval_every: 20}));
  const first = await trainToTheEnd(page);
  await press(page, 'Reset');
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([0, 0, 0]);
  const second = await trainToTheEnd(page);
  for (const [i, {held_out, train}] of second.runners.entries()) {
    expect(held_out).toEqual(first.runners[i].held_out);
    expect(train.at(-1)).toBe(first.runners[i].train.at(-1));
  }
});

test('Step trains one step of every model', async ({page}) => {
  await open(page);
  await press(page, 'Step');
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([1, 1, 1]);
  await press(page, 'Step');
  await expect.poll(async () => (await readRace(page)).runners.map(({step}) => step)).toEqual([2, 2, 2]);
});

test('a race by steps keeps the models together', async ({page}) => {
  await open(page, withTrain({steps: 100_000}), '&pace=steps');
  await press(page, 'Train');
  await untilStep(page, 800);
  // Freely the fastest would be three times as far as the slowest. A quarter of a second's steps is allowed, and numbers are late
  // where the machine is busy: then a look is taken again.
  const together = async () => {
    const steps = (await readRace(page)).runners.map(({step}) => step);
    return Math.min(...steps) / Math.max(...steps);
  };
  for (let look = 0; look < 5; look++) {
    await expect.poll(together).toBeGreaterThan(0.55);
    await page.waitForTimeout(100);
  }
  await press(page, 'Pause');
});

test('a link restores the experiment exactly and does not start it', async ({page}) => {
  const experiment = {...SMALL, train: {...SMALL.train, seed: 77}, models: SMALL.models.slice(1)};
  await open(page, experiment, '&axis=seconds');
  const before = (await readRace(page)).experiment;
  await expect.poll(() => page.evaluate(() => location.hash.length)).toBeGreaterThan(100);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
  const after = await readRace(page);
  expect(after.experiment).toEqual(before);
  expect(after.experiment.train.seed).toBe(77);
  expect(after.runners.map(({step}) => step)).toEqual([0, 0]);
});
