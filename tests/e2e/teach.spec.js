// The teacher's page, the sheet, the glossary and the projector view: as they stand, by keyboard, on a phone, on paper.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {unzipSync} from 'fflate';
import {CHAPTERS} from '../../web/learn/index.js';
import {expect, test, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [{id: FIRST}] = CHAPTERS;

async function findings(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`);
}

async function openTeach(page) {
  await page.goto('./');
  await page.getByRole('link', {name: 'For teachers'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'For teachers'})).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(CHAPTERS.length + 1);
}

test('the teacher’s page has the course at a glance, plans, lines to paste and a code that is the chapter’s address', async ({
  page,
  baseURL,
}) => {
  await openTeach(page);
  await expect(page).toHaveTitle('For teachers · Unrolled');
  expect(page.url()).toMatch(/#teach$/);
  await page.getByRole('combobox', {name: 'Chapter'}).selectOption({index: 1});
  const {id} = CHAPTERS[1];
  const address = new URL(`learn/${id}.html`, baseURL).href;
  await expect(page.getByRole('img', {name: `QR code of ${address}`})).toBeVisible();
  await expect(page.getByLabel('A frame, for any page')).toHaveValue(
    new RegExp(`embed-chapters\\.html#chapter=${id}"`),
  );
  await page.getByRole('combobox', {name: 'Colours'}).selectOption('dark');
  await expect(page.getByRole('textbox', {name: /^An element/})).toHaveValue(
    new RegExp(`chapter="${id}" theme="dark"`),
  );
  expect(await findings(page)).toEqual([]);
});

test('questions stand there with their answers, and are saved as files that can be read', async ({page}) => {
  await openTeach(page);
  await page.locator('summary').first().click();
  await expect(page.locator('details[open] .right').first()).toHaveText(/^✓ /);
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name}).click()]);
    return {name: file.suggestedFilename(), bytes: readFileSync(await file.path())};
  };
  const gift = await saved(/GIFT/);
  expect(gift.name).toBe('unrolled-en.gift.txt');
  expect(String(gift.bytes).match(/^::/gm)?.length).toBeGreaterThanOrEqual(2 * CHAPTERS.length);
  const qti = await saved(/QTI/);
  const files = unzipSync(new Uint8Array(qti.bytes));
  const texts = Object.values(files).map((bytes) => new TextDecoder().decode(bytes));
  await page.goto('about:blank'); // a page without our policy
  const broken = await page.evaluate(
    (all) => all.filter((text) => new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')),
    texts,
  );
  expect(broken).toEqual([]);
  expect(texts.length).toBeGreaterThan(2 * CHAPTERS.length);
});

test('a sheet has the question, boxes and room, no answers, and fits a page of paper', async ({page}) => {
  await page.goto(`./#sheet=${FIRST}`);
  await expect(page.locator('.box').first()).toBeVisible();
  expect(await page.locator('.box').count()).toBeGreaterThan(6);
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({media: 'print'});
  const pdf = await page.pdf({format: 'A4', margin: {top: '15mm', bottom: '15mm', left: '15mm', right: '15mm'}});
  expect(String(pdf).match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

test('a sheet of no chapter says so, in its title, too', async ({page}) => {
  await page.goto('./#sheet=nothing');
  await expect(page.getByText('This page has no chapter of that name.')).toBeVisible();
  await expect(page).toHaveTitle('For teachers · Unrolled');
});

test('the glossary explains every term and leads to the chapter that shows it', async ({page}) => {
  await page.goto('./#glossary');
  await expect(page.getByRole('heading', {level: 1, name: 'Glossary'})).toBeVisible();
  expect(await page.locator('dt').count()).toBeGreaterThan(35);
  expect(await findings(page)).toEqual([]);
  await page.locator('dd a').last().click();
  await expect(page.locator('chapter-player:visible')).toBeVisible();
});

test('the projector view shows the chapter alone, and large', async ({page}) => {
  await page.setViewportSize({width: 1366, height: 768});
  const size = () =>
    page
      .locator('chapter-player:visible .choices button')
      .first()
      .evaluate((one) => one.getBoundingClientRect().height);
  await page.goto(`./#chapter=${FIRST}`);
  await expect(page.locator('chapter-player:visible h2').first()).toBeVisible();
  const before = await size();
  await page.goto(`./#chapter=${FIRST}&projector=on`);
  await expect(page.getByRole('navigation', {name: 'The chapters'})).toBeHidden();
  expect(await size()).toBeGreaterThan(1.2 * before);
  await page
    .locator('chapter-player:visible')
    .getByRole('button', {name: /not sure/i})
    .click();
  await expect
    .poll(() => page.locator('chapter-player:visible').evaluate(({race}) => race.runners[0].step), {timeout: 30_000})
    .toBeGreaterThan(0);
});

/** Of each canvas on screen: its pixels for one of the screen. */
const sharpness = (page) =>
  page
    .locator('chapter-player:visible canvas:visible')
    .evaluateAll((all) => all.map((one) => one.width / (one.getBoundingClientRect().width * devicePixelRatio)));

for (const deviceScaleFactor of [1, 2])
  test(`in the projector view pictures have as many pixels as the screen shows of them, ${deviceScaleFactor} a CSS pixel`, async ({
    browser,
  }) => {
    const context = await browser.newContext({viewport: {width: 1366, height: 768}, deviceScaleFactor});
    const page = await context.newPage();
    const sharp = async () => {
      const found = await sharpness(page);
      return found.length > 0 && found.every((ratio) => Math.abs(ratio - 1) < 0.02);
    };
    await page.goto(`./#chapter=${FIRST}&projector=on`);
    const player = page.locator('chapter-player:visible');
    await player.getByRole('button', {name: /not sure/i}).click();
    const plot = player.locator('.uplot');
    await expect(plot).toBeVisible({timeout: 30_000});
    await expect.poll(sharp).toBe(true);
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.locator('.u-over').boundingBox();
    const at = box.x + 0.6 * box.width;
    await page.mouse.move(at, box.y + box.height / 2);
    const cursor = plot.locator('.u-cursor-x');
    await expect.poll(async () => Math.abs((await cursor.boundingBox()).x - at)).toBeLessThan(3);
    await page.goto(`./#chapter=${FIRST}`); // in the same page
    await expect(page.getByRole('navigation', {name: 'The chapters'})).toBeVisible();
    await expect.poll(sharp).toBe(true);
    await context.close();
  });

for (const width of [320, 390])
  test(`no part of the course beside its chapters is wider than ${width} pixels`, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    for (const hash of ['teach', 'glossary', `sheet=${FIRST}`]) {
      await page.goto(`./#${hash}`);
      await expect(page.locator('teach-desk h1')).toBeVisible();
      await expectFits(page, width, hash);
    }
  });
