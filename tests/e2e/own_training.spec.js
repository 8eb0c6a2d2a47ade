// A race that is done goes on, and models that are trained in their own way: what the page says is what the engine does.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {encodeLink} from '../../web/shape/link.js';
import {expect, open, press, readRace, SMALL, test, trainToTheEnd, withTrain, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LSTM = SMALL.models[1];
const COSINE = {
  ...withTrain({steps: 60, eval_every: 20, schedule: {kind: 'cosine'}}),
  models: SMALL.models.slice(0, 2),
};
const ONE = {...withTrain({steps: 60, eval_every: 20}), models: [LSTM]};

/** What the engine did: of each model its name, step, last rate and weights. @param {import('@playwright/test').Page} page */
const engine = (page) =>
  page.locator('unrolled-app').evaluate((app) =>
    Promise.all(
      /** @type {any} */ (app).race.runners.map(async (runner) => ({
        name: runner.name,
        step: runner.latest.step,
        lr: runner.latest.lr,
        hash: await runner.hash(),
      })),
    ),
  );

/** @param {import('@playwright/test').Page} page @param {number} step */
async function allAt(page, step) {
  const ends = async () => (await readRace(page)).runners.every((one) => one.state === 'done' && one.step === step);
  await expect.poll(ends, {timeout: 30_000}).toBe(true);
}

/** @param {import('@playwright/test').Page} page @param {string} name of a model @param {string} item */
async function choose(page, name, item) {
  await page.getByRole('button', {name: `More for ${name}`, exact: true}).click();
  await page.getByRole('menuitem', {name: item}).click();
}

/** What has the focus, through all shadow roots. @param {import('@playwright/test').Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    const hosts = [];
    for (; element?.shadowRoot?.activeElement; element = element.shadowRoot.activeElement)
      hosts.push(element.localName);
    return `${hosts.join(' ')} ${element?.localName} ${element?.textContent?.trim().slice(0, 20)}`;
  });

/** @param {import('@playwright/test').Page} page @param {string} name of an option @param {number} [card] */
const ownField = (page, name, card = 0) =>
  page.locator('model-card').nth(card).locator('own-training').getByRole('spinbutton', {name, exact: true});

test('where Finished stood a button trains on, from the keyboard too', async ({page}) => {
  await open(page, withTrain({steps: 60, eval_every: 20}));
  await trainToTheEnd(page);
  const more = page.getByRole('button', {name: '+15 steps', exact: true});
  await more.focus();
  await page.keyboard.press('Enter');
  await allAt(page, 75);
  await expect(page.locator('run-bar .words')).toContainText('step 75 of 75');
  await expect(more).toBeFocused();
  await expect(page.locator('rate-after')).toHaveCount(0);
  await more.click();
  await allAt(page, 90);
  await page.locator('model-card').first().getByText('finished').waitFor();
});

test('after a cosine it goes on at the rate that is written, and the link trains to the same weights', async ({
  page,
}) => {
  await open(page, COSINE);
  await trainToTheEnd(page);
  const box = page.getByRole('spinbutton', {name: 'The rate has decayed to 0; go on with'});
  await expect(box).toHaveValue('0.001');
  await box.fill('-1');
  await page.getByRole('button', {name: '+15 steps', exact: true}).click();
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  expect((await readRace(page)).runners.map(({step}) => step)).toEqual([60, 60]);
  await box.fill('0.004');
  await page.getByRole('button', {name: '+15 steps', exact: true}).click();
  await allAt(page, 75);
  const made = await engine(page);
  expect(made.map(({lr}) => lr)).toEqual([0.004, 0.004]);
  await expect(page.locator('train-panel option-field').first().locator('#entry')).toHaveValue('0.004');
  const {experiment} = await readRace(page);
  await page.goto('about:blank');
  await open(page, experiment);
  await trainToTheEnd(page);
  await allAt(page, 75);
  expect(await engine(page)).toEqual(made);
});

test('a rate of its own, changed, applied, and given back', async ({page}) => {
  await open(page, {...ONE, models: [LSTM, LSTM]});
  await page.locator('model-card').first().getByRole('button', {name: 'Options'}).click();
  const card = page.locator('model-card').first();
  await card.getByText('Trained in its own way').click();
  await expect(ownField(page, 'Learning rate')).toHaveAccessibleDescription(/^As in the race\./);
  await ownField(page, 'Learning rate').fill('0.03');
  await ownField(page, 'Learning rate').press('Tab');
  await expect(card.getByRole('button', {name: 'Learning rate: As in the race: 0.01'})).toBeVisible();
  await card.getByRole('button', {name: 'Apply', exact: true}).click();
  await expect(card.getByRole('heading')).toHaveText('LSTM 16, rate 0.03');
  await expect(page.locator('train-panel option-field').first()).toContainText(
    'Models with a rate of their own keep it.',
  );
  await trainToTheEnd(page);
  expect((await engine(page)).map(({name, lr}) => [name, lr])).toEqual([
    ['LSTM 16, rate 0.03', 0.03],
    ['LSTM 16', 0.01],
  ]);
  await card.getByRole('button', {name: 'Learning rate: As in the race: 0.01'}).focus();
  await page.keyboard.press('Enter');
  await expect(ownField(page, 'Learning rate')).toBeFocused();
  await expect(ownField(page, 'Learning rate')).toHaveValue('0.01');
  await card.getByRole('button', {name: 'Apply and restart'}).click();
  await expect(card.getByRole('heading')).toHaveText('LSTM 16 #1');
});

test('a value that cannot be is said beside its field, and not applied', async ({page}) => {
  await open(page, {...ONE, models: [{...LSTM, train: {seed: 2}}]});
  const card = page.locator('model-card').first();
  await card.getByRole('button', {name: 'Options'}).click();
  await expect(ownField(page, 'Seed')).toHaveValue('2');
  await ownField(page, 'Seed').fill('1.5');
  await ownField(page, 'Seed').press('Tab');
  await expect(ownField(page, 'Seed')).toHaveAccessibleDescription(/A whole number is needed here/);
  await expect(card.getByRole('button', {name: 'Apply', exact: true})).toBeDisabled();
});

test('another seed, five rates and five seeds are two clicks away', async ({page}) => {
  await open(page, ONE);
  await choose(page, 'LSTM 16', 'Another seed');
  await expect(page.locator('model-card h3')).toHaveText(['LSTM 16', 'LSTM 16, seed 4']);
  await expect(page.getByRole('status').first()).toHaveText('LSTM 16, seed 4 joins the race.');
  await choose(page, 'LSTM 16', 'Five rates');
  const rates = ['0.001', '0.003', '0.01', '0.03', '0.1'];
  await expect(page.locator('model-card h3')).toHaveText(rates.map((rate) => `LSTM 16, rate ${rate}`));
  await expect(page.getByRole('status').first()).toHaveText('The race is now: Five rates of LSTM 16.');
  await trainToTheEnd(page);
  const ended = await engine(page);
  expect(ended.map(({name, lr}) => `${name} ${lr}`)).toEqual(rates.map((rate) => `LSTM 16, rate ${rate} ${rate}`));
  await expect(page.locator('series-line')).toContainText(
    /Of \d learning rates 0\.\d+ came out best: held-out loss \d\.\d+/,
  );
  await page.screenshot({path: test.info().outputPath('rates.png')});
  await choose(page, 'LSTM 16, rate 0.01', 'Five seeds');
  await expect(page.locator('series-line')).toHaveText('');
  const seeds = ['1', '2', '3', '4', '5'];
  await expect(page.locator('model-card h3')).toHaveText(seeds.map((seed) => `LSTM 16, seed ${seed}`));
  await trainToTheEnd(page);
  await expect(page.locator('series-line')).toContainText('With 5 seeds: held-out loss');
  const made = await engine(page);
  expect(new Set(made.map(({hash}) => hash)).size).toBe(5);
  expect(made[2].hash, 'its own seed at its own rate').toBe(ended[2].hash);
});

test('a copy with one change opens its options with the focus in them', async ({page}) => {
  await open(page, ONE);
  await choose(page, 'LSTM 16', 'Copy with one change');
  await expect(page.locator('model-editor')).toHaveCount(1);
  await expect.poll(() => focused(page)).toMatch(/model-card model-editor options-editor option-field (input|select)/);
  const copy = page.locator('model-card').nth(1);
  await copy.locator('option-field').filter({hasText: 'Hidden size'}).locator('#entry').fill('20');
  await copy.locator('option-field').filter({hasText: 'Hidden size'}).locator('#entry').press('Tab');
  await copy.getByRole('button', {name: 'Apply', exact: true}).click();
  await expect(page.locator('model-card h3')).toHaveText(['LSTM 16', 'LSTM 20']);
});

test('a lock on the race’s rate is no way round by one of its own', async ({page}) => {
  const shape = {hide: [], lock: ['train.optimizer.lr', 'train.steps'], open: ['models.lstm.train.seed']};
  await page.goto(`./${await encodeLink({experiment: COSINE, shape})}`);
  await expect(ownField(page, 'Learning rate', 1)).toBeDisabled();
  await expect(ownField(page, 'Learning rate', 1)).toHaveAccessibleDescription(/Locked by whoever made this page/);
  await expect(page.locator('own-training select')).toBeDisabled();
  await expect(ownField(page, 'Seed', 1)).toBeEnabled();
  await page.getByRole('button', {name: 'More for LSTM 16'}).click();
  await expect(page.getByRole('menuitem', {name: 'Five rates'})).toBeDisabled();
  await expect(page.getByRole('menuitem', {name: 'Five seeds'})).toBeEnabled();
  await page.keyboard.press('Escape');
  await trainToTheEnd(page);
  await expect(page.getByRole('button', {name: 'Finished'})).toBeDisabled();
});

test('a frame trains on, and has no more than it shows', async ({page}) => {
  await page.goto(`./embed.html${await encodeLink({experiment: COSINE})}`);
  await trainToTheEnd(page);
  await expect(page.getByRole('spinbutton', {name: 'The rate has decayed to 0; go on with'})).toHaveValue('0.001');
  await page.getByRole('button', {name: '+15 steps'}).click();
  await allAt(page, 75);
  await page.locator('model-card').first().getByRole('button', {name: 'Options'}).click();
  await expect(page.locator('model-editor option-field').first()).toBeVisible();
  await expect(page.getByText('Trained in its own way')).toHaveCount(0);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`axe-core finds nothing serious in what is new (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await open(page, {...COSINE, models: [LSTM, {...LSTM, train: {seed: 2, optimizer: {lr: 0.02}}}]});
    await trainToTheEnd(page);
    await expect(page.locator('rate-after')).toBeVisible();
    await page.locator('model-card').nth(1).getByRole('button', {name: 'Options'}).click();
    await expect(ownField(page, 'Seed', 1)).toBeVisible();
    await page.locator('model-card').first().getByRole('button', {name: 'Options'}).click();
    await page.getByRole('button', {name: /^More for LSTM 16$/}).click();
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    const serious = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
    expect(serious.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`)).toEqual([]);
  });

test('nothing of it is wider than a screen of 320 pixels', async ({page}) => {
  await page.setViewportSize({width: 320, height: 700});
  await open(page, {...COSINE, models: [LSTM, {...LSTM, train: {seed: 2, optimizer: {lr: 0.02}}}]});
  await trainToTheEnd(page);
  await expect(page.locator('rate-after')).toBeVisible();
  await page.locator('model-card').nth(1).getByRole('button', {name: 'Options'}).click();
  await expect(ownField(page, 'Seed', 1)).toBeVisible();
  await expectFits(page, 320);
  await page.getByRole('button', {name: /^More for LSTM 16$/}).click();
  const menu = await page.getByRole('menu').boundingBox();
  expect(menu?.x).toBeGreaterThanOrEqual(0);
});
