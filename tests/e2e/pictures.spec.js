// Pictures and numbers as files: from the menu to the file, of the real engine.
import {readFileSync} from 'node:fs';
import {colourScale} from '../../web/charts/colour.js';
import {readCsv} from '../support/csv_reader.js';
import {servePolicies} from '../support/policy_server.js';
import {allOf, gridsOf, readXml, wordsOf} from '../support/xml.js';
import {encodeLink} from '../../web/shape/link.js';
import {area, expect, open, press, readRace, SMALL, test, trainToTheEnd, withTrain} from './lab.js';

/** @param {import('@playwright/test').Page | import('@playwright/test').FrameLocator} lab */
const menus = (lab) => lab.locator('save-menu');

/** Chooses from a menu and reads the file that comes. @param {import('@playwright/test').Page} page @param {import('@playwright/test').Locator} menu @param {string} item */
async function saved(page, menu, item) {
  await menu.getByRole('button', {name: 'Save'}).click();
  const [file] = await Promise.all([page.waitForEvent('download'), menu.getByRole('menuitem', {name: item}).click()]);
  return {name: file.suggestedFilename(), content: readFileSync(await file.path())};
}

const numbers = (rows, name) => rows.filter((row) => row[name] !== '').map((row) => Number(row[name]));

/** As a browser reads it, in a page without a policy. @param {import('@playwright/test').BrowserContext} context */
async function asDrawn(context, content, type) {
  const page = await context.newPage();
  const drawn = await page.evaluate(
    async ([base64, type]) => {
      const image = new Image();
      image.src = `data:${type};base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const ctx = canvas.getContext('2d');
      ctx.drawImage(image, 0, 0);
      const {data} = ctx.getImageData(0, 0, image.width, image.height);
      const seen = new Set();
      for (let i = 0; i < data.length; i += 4 * 37) seen.add(data.slice(i, i + 4).join());
      return {width: image.width, height: image.height, corner: [...data.slice(0, 4)], colours: seen.size};
    },
    [content.toString('base64'), type],
  );
  await page.close();
  return drawn;
}

/** Whether a browser takes it for XML. @param {import('@playwright/test').BrowserContext} context @param {string} text */
async function isXml(context, text) {
  const page = await context.newPage();
  const fault = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '', text); // prettier-ignore
  await page.close();
  return fault === '';
}

test("the chart's numbers, image and drawing come as files, and are the engine's", async ({page, context}) => {
  await open(page);
  await expect(menus(page)).toHaveCount(0);
  const {runners} = await trainToTheEnd(page);
  const menu = menus(page).first();
  const csv = await saved(page, menu, 'Numbers (CSV)');
  expect(csv.name).toBe('unrolled-small-race-loss-step-120.csv');
  const rows = readCsv(csv.content.toString());
  for (const {name, train, held_out} of runners) {
    const mine = rows.filter(({model}) => model === name);
    expect(numbers(mine, 'training_loss_nats')).toEqual(train);
    expect(numbers(mine, 'held_out_loss_nats')).toEqual(held_out);
    expect(mine.at(-1)).toMatchObject({step: '120', tokens: String(120 * 8 * 24)});
  }
  const svg = await saved(page, menu, 'Picture (SVG)');
  expect(svg.name).toBe('unrolled-small-race-loss-step-120.svg');
  expect(await isXml(context, svg.content.toString())).toBe(true);
  const root = readXml(svg.content.toString());
  expect(wordsOf(allOf(root, 'title')[0])).toBe('Loss (in nats per character, lower is better)');
  const texts = allOf(root, 'text').map(wordsOf);
  for (const {name, val_loss} of runners) expect(texts).toContain(`${name}\u00a0 ${val_loss.toFixed(3)}`);
  const png = await saved(page, menu, 'Picture (PNG)');
  for (const [file, type] of [
    [svg, 'image/svg+xml'],
    [png, 'image/png'],
  ]) {
    const {width, corner, colours} = await asDrawn(context, file.content, type);
    expect(corner, "the page's paper").toEqual([250, 249, 246, 255]);
    expect(colours).toBeGreaterThan(50);
    expect(width).toBeGreaterThanOrEqual(file === png ? 1600 : 800);
  }
});

test("a picture inside: its file has the look's numbers, and their colours", async ({page, context}) => {
  await page.emulateMedia({colorScheme: 'dark'});
  await open(page);
  await trainToTheEnd(page);
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  const card = page.locator('look-inside').nth(1);
  await card.getByRole('button', {name: 'by number'}).click();
  const menu = card.locator('save-menu');
  await expect(menu.getByRole('button')).toHaveAccessibleName('Save: LSTM 16');
  const csv = await saved(page, menu, 'Numbers (CSV)');
  expect(csv.name).toBe('unrolled-lstm-16-gates-order-1-step-120.csv');
  const rows = readCsv(csv.content.toString());
  const taps = await page.locator('unrolled-app').evaluate((app) => {
    const {look} = /** @type {any} */ (app).race.runners[1];
    return Object.fromEntries(look.taps.map(({name, shape, data}) => [name, {shape, data: [...data]}]));
  });
  for (const name of ['lstm.0.gates', 'lstm.0.cell']) {
    const mine = rows.filter(({tap}) => tap === name);
    expect(mine.map(({activation}) => Number(activation))).toEqual(taps[name].data);
  }
  expect(new Set(rows.map(({gate}) => gate))).toEqual(new Set(['i', 'f', 'g', 'o', '']));
  const svg = await saved(page, menu, 'Picture (SVG)');
  const grids = gridsOf(readXml(svg.content.toString()));
  const colour = colourScale('sequential', 0, 1, true);
  const forget = rows.filter(({gate}) => gate === 'f');
  expect(forget.length).toBe(grids[0].size);
  for (const {time_in_characters_from_1: time, unit_from_1: unit, activation} of forget)
    expect(grids[0].get(`${Number(time) - 1} ${Number(unit) - 1}`)).toBe(colour(Number(activation)));
  const png = await saved(page, menu, 'Picture (PNG)');
  const drawn = await asDrawn(context, png.content, 'image/png');
  expect(drawn.corner).toEqual([20, 22, 25, 255]);
  expect(drawn.width).toBeGreaterThanOrEqual(1600);
});

test('the menu goes by keys alone, tells what it did, and gives the focus back', async ({page}) => {
  await open(page, withTrain({steps: 40, eval_every: 20}));
  await trainToTheEnd(page);
  const menu = menus(page).first();
  await menu.getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/\.svg$/);
  await expect(page.getByRole('status').first()).toHaveText(`Saved as ${file.suggestedFilename()}.`);
  await expect(menu.getByRole('button')).toBeFocused();
});

const waves = {
  ...SMALL,
  name: '=Sines',
  task: {kind: 'sines', length: 16},
  models: [
    {kind: 'gru', hidden_size: 8},
    {kind: 'rnn', hidden_size: 8},
  ],
};

test('waves that several models answer are one picture and one table', async ({page, context}) => {
  await open(page, waves);
  await trainToTheEnd(page);
  const menu = page.locator('examples-bar save-menu');
  const csv = await saved(page, menu, 'Numbers (CSV)');
  expect(csv.name).toBe('unrolled-sines-answers-step-120.csv');
  const rows = readCsv(csv.content.toString());
  const items = await page.locator('unrolled-app').evaluate((app) =>
    /** @type {any} */ (app).race.runners.map(({name, examples}) => ({
      name,
      said: examples.items.flatMap(({answer}) => answer.numbers.flat()),
      right: examples.items.flatMap(({target}) => target.numbers.flat()),
    })),
  );
  for (const {name, said, right} of items) {
    const mine = rows.filter(({model}) => model === name);
    expect(mine.map(({answer}) => Number(answer))).toEqual(said);
    expect(mine.map(({given_or_right}) => Number(given_or_right))).toEqual(right);
  }
  const svg = await saved(page, menu, 'Picture (SVG)');
  expect(await isXml(context, svg.content.toString())).toBe(true);
  const texts = allOf(readXml(svg.content.toString()), 'text').map(wordsOf);
  expect(texts).toEqual(expect.arrayContaining(['GRU 8', 'RNN 8']));
  // Losses of numbers are no nats.
  const chart = await saved(page, menus(page).first(), 'Numbers (CSV)');
  expect(chart.content.toString()).toMatch(/^model,.*training_loss_squared_error,held_out_loss_squared_error,/);
});

test('a menu stays on a small screen, and is large enough to touch', async ({browser, baseURL}) => {
  const context = await browser.newContext({
    viewport: {width: 390, height: 844},
    hasTouch: true,
    isMobile: true,
    baseURL,
  });
  const page = await context.newPage();
  await open(page, withTrain({steps: 40, eval_every: 20}));
  await trainToTheEnd(page);
  await area(page, 'Inside');
  await page.locator('inside-section').scrollIntoViewIfNeeded();
  await expect.poll(() => menus(page).count()).toBe(4);
  for (const menu of await menus(page).all()) {
    await menu.getByRole('button').tap();
    for (const item of await menu.getByRole('menuitem').all()) {
      const box = await item.boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      expect(box.height).toBeGreaterThanOrEqual(44);
    }
    await page.keyboard.press('Escape');
  }
  await context.close();
});

// Frames --------------------------------------------------------------------------------------------------------------

const RACE = await encodeLink({
  experiment: {...withTrain({steps: 40, eval_every: 20}), models: SMALL.models.slice(0, 1)},
});

/** A page around a frame of this page. @param {import('@playwright/test').Page} page @param {string} file @param {string} sandbox @param {boolean} own whether it is of the same site */
async function framed(page, file, sandbox, own) {
  /** @type {Record<string, import('../support/policy_server.js').Site>} */
  const sites = {lab: {headers: {'access-control-allow-origin': '*'}}, course: {}};
  const server = await servePolicies(sites);
  const address = server.ours('lab', `${file}${RACE}`);
  sites.course.lesson = `<iframe src="${address}" sandbox="${sandbox}" width="1000" height="800"></iframe>`;
  await page.goto((own ? server.ours : server.theirs)('course', 'lesson.html'));
  const lab = page.frameLocator('iframe');
  await lab.getByRole('button', {name: 'Train', exact: true}).click({timeout: 30_000});
  await expect(lab.getByText('finished').first()).toBeVisible({timeout: 30_000});
  return {lab, server};
}

/** Whether a file comes, and what is said. @param {import('@playwright/test').Page} page @param {import('@playwright/test').FrameLocator} lab */
async function attempt(page, lab) {
  let files = 0;
  page.on('download', () => files++);
  await menus(lab).first().getByRole('button').click();
  await menus(lab).first().getByRole('menuitem', {name: 'Picture (PNG)'}).click();
  await page.waitForTimeout(1500);
  return {files, said: await menus(lab).first().getByRole('alert').allTextContents()};
}

test('a sandbox that lets nothing be saved: a sentence says so, in place of a file that never comes', async ({
  page,
}) => {
  page.allowedErrors = /Download is disallowed|404/; // the course page has no icon
  const {lab, server} = await framed(page, 'index.html', 'allow-scripts allow-same-origin', true);
  expect(await attempt(page, lab)).toEqual({
    files: 0,
    said: ['The frame around this page does not let it save files. Open the page in a tab of its own.'],
  });
  server.close();
});

test("a stranger's sandbox, of which nobody can know: the file comes where it may, and a sentence says where not", async ({
  page,
}) => {
  page.allowedErrors = /Download is disallowed|404/; // the course page has no icon
  const perhaps =
    'If no file comes, the frame around this page does not let it save any: open the page in a tab of its own.';
  for (const [rights, files] of [
    ['', 0],
    [' allow-downloads', 1],
  ]) {
    const {lab, server} = await framed(page, 'index.html', `allow-scripts${rights}`, false);
    expect(await attempt(page, lab)).toEqual({files, said: [perhaps]});
    server.close();
  }
});

for (const file of ['embed.html', 'embed-files.html'])
  test(`${file} does without`, async ({page}) => {
    await page.goto(`./${file}${RACE}`);
    await trainToTheEnd(page);
    await page.getByText('Inside the models').click();
    expect((await readRace(page)).runners[0].step).toBe(40);
    await expect(page.locator('look-inside canvas').first()).toBeVisible();
    await expect(page.getByRole('button', {name: /^Save/})).toHaveCount(0);
  });
