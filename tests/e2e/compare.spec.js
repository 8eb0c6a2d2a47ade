// What the comparing pictures show is what the engine measures of these very weights, and looking changes nothing.
import {readFileSync} from 'node:fs';
import {readCsv} from '../support/csv_reader.js';
import {allOf, readXml, wordsOf} from '../support/xml.js';
import {createRequire} from 'node:module';
import {encodeLink} from '../../web/shape/link.js';
import {area, expect, open, press, readRace, test, trainToTheEnd} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TRAIN = {
  batch_size: 16,
  steps: 120,
  seed: 5,
  eval_every: 60,
  clip_norm: 1,
  tier: 'strict',
  optimizer: {kind: 'adamw', lr: 0.005},
  schedule: {kind: 'constant'},
};
const ADDING = {
  version: 1,
  name: 'Adding',
  task: {kind: 'adding', length: 30},
  train: TRAIN,
  models: ['rnn', 'gru', 'lstm'].map((kind) => ({kind, hidden_size: 16, num_layers: 1})),
};
const REVERSED = {
  ...ADDING,
  name: 'Reverse',
  task: {kind: 'reverse', min_length: 2, max_length: 8},
  models: [
    {kind: 'seq2seq', hidden_size: 16},
    {kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
  ],
};

const sectionOf = (page) => page.locator('compare-section');

/** @param {import('@playwright/test').Page} page @param {string} [question] */
async function compare(page, question = 'How far back does it learn?') {
  await see(page);
  const early = sectionOf(page).getByRole('button', {name: 'Compare now, before training'});
  await expect(sectionOf(page).getByRole('button').first()).toBeVisible();
  if (await early.isVisible()) await early.click();
  await sectionOf(page).getByRole('button', {name: question}).click();
}

/** The steps that are on the picture. */
const stepsShown = (page) =>
  sectionOf(page)
    .locator('picture-frame')
    .evaluateAll(([frame]) => /** @type {any} */ (frame)?.drawn.runs.map(({found}) => found.step) ?? []);

/** Other pictures grow above it when they come. @param {import('@playwright/test').Page} page */
const see = async (page) => {
  await area(page, 'Compare');
  return sectionOf(page).evaluate((section) => section.scrollIntoView({block: 'center'}));
};

/** @param {import('@playwright/test').Page} page @param {number[]} steps */
const untilShown = (page, steps) =>
  expect.poll(() => see(page).then(() => stepsShown(page)), {timeout: 30_000}).toEqual(steps);

/** What the engine measures of the weights as they are, as plain lists. @param {import('@playwright/test').Page} page @param {string} kind @param {number} [from] the first of the models that have it */
const measuredOf = (page, kind, from = 0) =>
  page.locator('unrolled-app').evaluate(async (app, [kind, from]) => {
    const {runners} = /** @type {any} */ (app).race;
    const all = await Promise.all(runners.slice(from).map((runner) => runner.measure(kind).catch(() => null)));
    return all.flatMap((one) =>
      one
        ? [
            {
              step: one.step,
              arrays: Object.fromEntries(one.arrays.map(({name, data}) => [name, [...data]])),
              at: one.arrays[0].axes[0].at,
            },
          ]
        : [],
    );
  }, /** @type {[string, number]} */ ([kind, from]));

/** The file that comes of an item of the menu. @param {import('@playwright/test').Page} page @param {string} item */
async function saved(page, item) {
  await sectionOf(page).locator('save-menu').getByRole('button', {name: 'Save'}).click();
  const chosen = page.getByRole('menuitem', {name: new RegExp(item)});
  const [file] = await Promise.all([page.waitForEvent('download'), chosen.click()]);
  return readFileSync(await file.path());
}

/** @param {import('@playwright/test').Page} page */
const sentences = (page) => sectionOf(page).locator('.found li').allTextContents();

const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number that "29 %", "1/120" or "1/10¹⁷" stands for. @param {string} text */
function numberIn(text) {
  const [, power] = /^1\/10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(text) ?? [];
  if (power) return 10 ** -Number([...power].map((digit) => POWERS.indexOf(digit)).join(''));
  if (text.endsWith('%')) return parseFloat(text) / 100;
  return 1 / Number(text.replace('1/', '').replaceAll(',', ''));
}

/** The farthest tenth beside the strongest, by other words than the page's. @param {number[]} reach */
function farPart(reach) {
  const few = Math.round(reach.length / 10);
  const far = reach.slice(-few);
  return far.reduce((sum, value) => sum + value, 0) / few / Math.max(...reach);
}

/** 0: what is said is right, to two digits or to its power of ten. @param {string} said @param {number} part */
function off(said, part) {
  const away = Math.abs(Math.log10(numberIn(said) / part));
  return away <= (said.startsWith('1/10') && POWERS.includes(said.slice(-1)) ? 0.51 : 0.03) ? 0 : away;
}

/** Whether the page says of each model what was measured. @param {import('@playwright/test').Page} page @param {number} step */
async function expectReach(page, step) {
  await untilShown(page, [step, step, step]);
  await expect.poll(async () => (await sentences(page)).length).toBeGreaterThanOrEqual(3);
  const found = await measuredOf(page, 'reach');
  expect(found.map((one) => one.step)).toEqual([step, step, step]);
  const names = (await readRace(page)).runners.map(({name}) => name);
  await expect
    .poll(async () => {
      const said = await sentences(page);
      return found.map(({arrays}, i) => {
        const mine = said.find((text) => text.startsWith(`${names[i]}:`)) ?? '';
        const [, part] = /27 to 29 numbers back counts (.*?) of what counts most/.exec(mine) ?? [];
        return part ? off(part, farPart(arrays.reach)) : mine;
      });
    })
    .toEqual([0, 0, 0]);
}

for (const [width, height] of [
  [1280, 900],
  [320, 700],
])
  test(`at ${width} pixels: how far back each learns is what the engine measures, before, within and after training`, async ({
    page,
  }) => {
    await page.setViewportSize({width, height});
    await open(page, ADDING);
    await compare(page);
    await expectReach(page, 0);
    await page
      .locator('unrolled-app')
      .evaluate((app) => /** @type {any} */ (app).race.runners.forEach((runner) => runner.advance(50)));
    await expectReach(page, 50);
    expect((await sentences(page)).join()).toMatch(/at step 0 it was 1\/10/);
    await press(page, 'Continue');
    await expectReach(page, 120);
    const alt = await sectionOf(page).getByRole('img').getAttribute('aria-label');
    for (const sentence of await sentences(page)) expect(alt).toContain(sentence);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  });

test('losses and weights are the same with it on screen and without it', async ({page}) => {
  const results = [];
  for (const [i, hidden] of ['', '&hide=compare'].entries()) {
    await open(page, {...ADDING, name: `Adding ${i}`}, hidden);
    if (hidden) await expect(sectionOf(page)).toHaveCount(0);
    else await compare(page);
    const {runners} = await trainToTheEnd(page);
    if (!hidden) await untilShown(page, [120, 120, 120]);
    const hashes = await page
      .locator('unrolled-app')
      .evaluate((app) => Promise.all(/** @type {any} */ (app).race.runners.map((runner) => runner.hash())));
    results.push({hashes, train: runners.map(({train}) => train), held_out: runners.map(({held_out}) => held_out)});
  }
  expect(results[0].hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(results[0].train[0].length).toBeGreaterThan(0);
  expect(results[1]).toEqual(results[0]);
});

test('answers by length and by gap are the shares that the engine counts, in the table and in the file', async ({
  page,
}) => {
  await open(page, REVERSED);
  await trainToTheEnd(page);
  await compare(page, 'Where does it fail?');
  await untilShown(page, [120, 120]);
  const measured = await measuredOf(page, 'lengths');
  const rows = readCsv((await saved(page, 'CSV')).toString());
  const names = (await readRace(page)).runners.map(({name}) => name);
  for (const [i, {arrays}] of measured.entries()) {
    const whole = rows.filter((row) => row.model === names[i] && row.place_of_answer_or_whole === 'whole');
    expect(whole.map(({share_right}) => Number(share_right))).toEqual(arrays.exact);
    const places = rows.filter((row) => row.model === names[i] && row.place_of_answer_or_whole !== 'whole');
    expect(places.map(({share_right}) => Number(share_right))).toEqual(
      arrays.accuracy.filter((share) => !Number.isNaN(share)),
    );
  }
  const [description] = allOf(readXml((await saved(page, 'SVG')).toString()), 'desc');
  for (const sentence of await sentences(page)) expect(wordsOf(description)).toContain(sentence);
  expect((await saved(page, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
  await sectionOf(page).getByRole('button', {name: 'Where does it forget?'}).click();
  await untilShown(page, [120, 120]);
  const [gaps] = await measuredOf(page, 'gaps');
  await sectionOf(page).getByText('The numbers as a table').click();
  const first = sectionOf(page).locator('tbody tr').first().locator('td');
  await expect(first.first()).toBeVisible();
  const shown = await first.allTextContents();
  const at = gaps.arrays.answers.findIndex((count) => count > 0);
  expect(shown.slice(0, 2)).toEqual([names[0], '120']);
  expect(shown[2]).toBe(String(gaps.at?.[at]));
  expect(Number(shown[4])).toBeCloseTo(gaps.arrays.accuracy[at], 5);
  expect(shown[5]).toBe(String(gaps.arrays.answers[at]));
});

test('it is read with keys, and measures nothing while nobody sees it', async ({page}) => {
  await open(page, {...ADDING, train: {...TRAIN, steps: 5000}}, '&speed=30');
  await compare(page);
  await untilShown(page, [0, 0, 0]);
  await sectionOf(page).getByRole('img').focus();
  await page.keyboard.press('ArrowLeft');
  const [{arrays}] = await measuredOf(page, 'reach');
  const most = arrays.reach[0] === Math.max(...arrays.reach);
  await expect(sectionOf(page).locator('.reading')).toHaveText(
    most
      ? 'RNN 16, step 0: the last of the numbers counts most of all.'
      : /^RNN 16, step 0: the last of the numbers counts .* of what counts most\.$/,
  );
  await page.keyboard.press('Escape');
  await expect(sectionOf(page).locator('.reading')).toHaveText('Point at the picture to read it.');
  await press(page, 'Train');
  await expect.poll(async () => Math.min(...(await stepsShown(page)))).toBeGreaterThan(0);
  await area(page, 'Answers');
  await page.waitForTimeout(800);
  const before = await stepsShown(page);
  await page.waitForTimeout(1500);
  expect(await stepsShown(page)).toEqual(before);
  expect(Math.min(...(await readRace(page)).runners.map(({step}) => step))).toBeGreaterThan(Math.max(...before) + 10);
  await see(page);
  await expect.poll(async () => Math.min(...(await stepsShown(page)))).toBeGreaterThan(Math.max(...before));
});

test('in a frame it is folded, and measures nothing before it is opened; what it shows then is accessible', async ({
  page,
}) => {
  await page.setViewportSize({width: 390, height: 844});
  await page.goto(`./embed.html${await encodeLink({experiment: ADDING})}`);
  const fold = page.locator('summary').filter({hasText: 'Compare the models'});
  await expect(fold).toBeVisible();
  await trainToTheEnd(page);
  await page.waitForTimeout(500);
  expect(
    await page
      .locator('compare-section picture-frame')
      .evaluateAll(([frame]) => /** @type {any} */ (frame)?.drawn.runs ?? []),
  ).toEqual([]);
  await fold.click();
  await untilShown(page, [120, 120, 120]);
  await expect(sectionOf(page).locator('save-menu')).toBeHidden();
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const section = document.querySelector('unrolled-app')?.shadowRoot?.querySelector('compare-section');
    const {violations} = await /** @type {any} */ (window).axe.run(section);
    return violations.map(({id, impact}) => `${id} ${impact}`);
  });
  expect(found).toEqual([]);
});
