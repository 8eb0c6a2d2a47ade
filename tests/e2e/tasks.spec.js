import {experiments, area, expect, open, press, readRace, test, trainToTheEnd, untilStep} from './lab.js';

/** A small race on another task. */
const raceOf = (task, models, train = {}) => ({
  version: 1,
  name: `Small ${task.kind}`,
  task,
  train: {
    batch_size: 16,
    steps: 60,
    seed: 3,
    eval_every: 20,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.005},
    schedule: {kind: 'constant'},
    ...train,
  },
  models,
});
const GRU = {kind: 'gru', hidden_size: 16};
const ENCODER = {kind: 'transformer', topology: 'encoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32};
const TRANSLATOR = {kind: 'seq2seq', hidden_size: 16, attention: 'additive'};
const REVERSE = {kind: 'reverse', min_length: 3, max_length: 5, longer_length: 8};

const results = (page) => page.locator('model-results');

for (const [view, task, models, inside] of [
  ['pairs', REVERSE, [TRANSLATOR, ENCODER], '.pair-row .tokens'],
  ['labels', {kind: 'adding', length: 10}, [GRU], '.label-row .said'],
  ['positions', {kind: 'running_parity'}, [GRU], '.place'],
  ['waves', {kind: 'sines'}, [GRU], 'svg.wave path.answer'],
  ['images', {kind: 'digits'}, [GRU], 'pixel-image'],
  [
    'sets',
    {kind: 'clustering'},
    [{kind: 'set_transformer', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32}],
    'ellipse',
  ],
])
  test(`results are shown as ${view}: ${task.kind}`, async ({page}) => {
    await open(page, raceOf(task, models));
    const {runners} = await trainToTheEnd(page);
    for (const {name, state, message} of runners) expect([name, state, message]).toEqual([name, 'done', '']);
    await expect(results(page).first().locator(inside).first()).toBeAttached();
    expect(await results(page).first().locator(inside).count()).toBeGreaterThan(1);
    await expect(page.getByText('characters/s')).toHaveCount(0);
    await expect(page.locator('prompt-panel')).toHaveCount(0);
  });

test('a model that cannot do the task says so on its card, and the others race', async ({page}) => {
  await open(page, raceOf({kind: 'repeated_block'}, [GRU, ENCODER, TRANSLATOR]));
  const cards = page.locator('model-card');
  for (const i of [1, 2]) {
    await expect(cards.nth(i).getByRole('group', {name: 'Message'})).toBeVisible();
    await expect(cards.nth(i)).toContainText('not in this race');
  }
  const {runners} = await trainToTheEnd(page);
  expect(runners.map(({state, step}) => [state, step])).toEqual([
    ['done', 60],
    ['failed', 0],
    ['failed', 0],
  ]);
});

test('another task brings its own models, and the link brings the task', async ({page}) => {
  await page.goto('./#lab');
  await page.getByRole('combobox', {name: 'Task'}).selectOption('reverse');
  await expect.poll(async () => (await readRace(page)).experiment.task.kind).toBe('reverse');
  expect((await readRace(page)).experiment.models.every(({kind}) => kind === 'seq2seq')).toBe(true);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('x=');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  expect((await readRace(page)).experiment.task.kind).toBe('reverse');
});

test('every experiment of the gallery opens, and each of its models can do the task', async ({page}) => {
  test.setTimeout(150_000); // twenty of them, three workers each
  await page.goto('./#lab');
  const chips = page.locator('preset-gallery li button');
  await expect(chips.first()).toBeAttached();
  const count = await chips.count();
  expect(count).toBeGreaterThanOrEqual(12);
  for (let i = 0; i < count; i++) {
    const title = await chips.nth(i).textContent();
    await experiments(page);
    await chips.nth(i).click();
    await expect(chips.nth(i)).toHaveAttribute('aria-pressed', 'true');
    await page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.prepare());
    await page.waitForTimeout(200); // the untrained models answer
    const {runners} = await readRace(page);
    expect([title, ...runners.map(({message}) => message).filter(Boolean)]).toEqual([title]);
  }
});

test('a question is answered by every model, greedily and with a beam', async ({page}) => {
  await open(page, raceOf(REVERSE, [TRANSLATOR, GRU], {steps: 40}));
  await trainToTheEnd(page);
  await page.getByLabel('A question of this task').fill('abc');
  for (const beam of ['1', '4']) {
    await page.getByRole('combobox', {name: 'Search'}).selectOption(beam);
    await press(page, 'Answer');
    await expect(page.locator('answer-panel article[aria-busy=false] .pair-row')).toHaveCount(2);
  }
});

test('weights are kept, and another race starts from them', async ({page}) => {
  await open(page, raceOf({kind: 'reverse', min_length: 3, max_length: 5, longer_length: 0}, [TRANSLATOR]));
  await trainToTheEnd(page);
  const menu = async (entry) => {
    await page.getByRole('button', {name: /^More for/}).click();
    await page.getByRole('menuitem', {name: entry}).click();
  };
  await menu('Keep these weights');
  await expect(page.getByText(/^Kept: the weights of/)).toBeVisible();
  await page.locator('unrolled-app').evaluate((app) => {
    const {race} = /** @type {any} */ (app);
    return race.setExperiment({...race.experiment, task: {...race.experiment.task, kind: 'sort'}});
  });
  await menu(/^Start from/);
  await expect(page.locator('model-card .adopted')).toContainText(/nothing is fresh/);
});

test('longer examples can be looked at, and the alignment is drawn', async ({page}) => {
  await open(page, raceOf(REVERSE, [TRANSLATOR], {steps: 3000}));
  await press(page, 'Train');
  await untilStep(page, 20);
  await page.getByRole('button', {name: 'longer', exact: true}).click();
  await expect(results(page).first()).toContainText('Longer than anything it was trained on.');
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  await expect.poll(async () => (await readRace(page)).runners[0].taps).toContain('seq2seq.attention');
});

test('a table of two columns is learned', async ({page}) => {
  await open(page, raceOf({kind: 'pairs_csv', corpus: 'own'}, [TRANSLATOR]));
  const table = Array.from(
    {length: 300},
    (_, i) =>
      `${i + 100},${String(i + 100)
        .split('')
        .reverse()
        .join('')}`,
  ).join('\n');
  await page.getByLabel('Paste a table (CSV), or drop a file here').fill(table);
  await press(page, 'Use this table');
  await expect.poll(async () => (await readRace(page)).experiment.task.text).toBe(table);
  const {runners} = await trainToTheEnd(page);
  expect(runners[0].state).toBe('done');
});
