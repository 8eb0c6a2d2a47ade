// Races that are kept: what a reload, a link and a mistake leave behind.
import {readFileSync} from 'node:fs';
import {
  area,
  experiments,
  expect,
  open,
  press,
  readRace,
  SMALL,
  test,
  trainToTheEnd,
  untilStep,
  withTrain,
} from './lab.js';

/** @param {import('@playwright/test').Page} page */
const kept = (page) => page.locator('unrolled-app kept-runs');
/** @param {import('@playwright/test').Page} page */
const notice = (page) => page.locator('unrolled-app kept-notice');

/** @param {import('@playwright/test').Page} page */
const hashes = (page) =>
  page
    .locator('unrolled-app')
    .evaluate((app) =>
      Promise.all(/** @type {any} */ (app).race.runners.map((/** @type {any} */ runner) => runner.hash())),
    );

/** Once what was trained is on the shelf. @param {import('@playwright/test').Page} page @param {number} count */
const keptRows = async (page, count) => {
  await area(page, 'Runs');
  await expect(kept(page).locator('run-entry')).toHaveCount(count);
};

test('a page closed while training goes on where it was, and ends with the weights of an unbroken run', async ({
  page,
  context,
}) => {
  const experiment = withTrain({steps: 400});
  await open(page, experiment);
  await trainToTheEnd(page);
  const unbroken = await hashes(page);
  await area(page, 'Runs');
  await kept(page).getByRole('button', {name: 'Keep nothing'}).click();
  await kept(page).getByRole('button', {name: 'Delete and keep nothing'}).click();
  await keptRows(page, 0);
  await kept(page).getByRole('button', {name: 'Keep what I train'}).click();
  await open(page, experiment, '&speed=60'); // so that there is time to leave
  await press(page, 'Train');
  await untilStep(page, 100);
  await keptRows(page, 1);
  const url = page.url().replace('&speed=60', '');
  await page.close();

  const next = await context.newPage();
  await next.goto(url);
  await expect(notice(next)).toContainText(/“Small race” was trained here before: steps? \d+( to \d+)? of 400, today/);
  const start = Date.now();
  await notice(next).getByRole('button', {name: 'Go on'}).click();
  await expect.poll(async () => (await readRace(next)).state).toBe('training');
  const took = Date.now() - start;
  test.info().annotations.push({type: 'goes on after, ms', description: String(took)});
  await expect.poll(async () => (await readRace(next)).state, {timeout: 45_000}).toBe('done');
  expect(await hashes(next)).toEqual(unbroken);
  const {runners} = await readRace(next);
  for (const {train} of runners) expect(train).toHaveLength(400);
  await keptRows(next, 1);
  await expect(kept(next).locator('run-entry')).toContainText('finished at step 400');
});

test('what a mistake takes off the page is there still', async ({page}) => {
  await open(page);
  const {runners} = await trainToTheEnd(page);
  await experiments(page);
  await page.locator('preset-gallery li button').nth(3).click();
  await expect(page.getByRole('button', {name: 'Replace it'})).toHaveCount(0);
  await expect(notice(page)).toContainText('The race before is kept: “Small race”, finished at step 120.');
  await notice(page).getByRole('button', {name: 'Show it'}).click();
  await expect.poll(async () => (await readRace(page)).experiment.name).toBe('Small race');
  const again = await readRace(page);
  expect(again.runners.map(({step}) => step)).toEqual([120, 120, 120]);
  expect(again.runners.map(({val_loss}) => val_loss.toFixed(6))).toEqual(
    runners.map(({val_loss}) => val_loss.toFixed(6)),
  );
  // On the page, not only in the race.
  const card = page.locator('model-card').first();
  await expect(card.locator('.first dd')).toHaveText(runners[0].val_loss.toFixed(3));
});

test('a kept race is named, thrown away and put back', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  await keptRows(page, 1);
  await kept(page).getByRole('button', {name: 'Name and note of Small race'}).click();
  await kept(page).getByLabel('Name', {exact: true}).fill('=<b>My best</b>');
  await kept(page).getByLabel('Note').fill('two lines\nof a note');
  await kept(page).getByRole('button', {name: 'Save'}).click();
  await expect(kept(page).getByRole('heading', {level: 3})).toContainText('=<b>My best</b>');
  await page.reload();
  await keptRows(page, 1);
  await expect(kept(page).getByRole('heading', {level: 3})).toContainText('=<b>My best</b>');
  await expect(kept(page)).toContainText('of a note');
  await kept(page).getByRole('button', {name: 'Delete'}).click();
  await keptRows(page, 0);
  await kept(page).getByRole('button', {name: 'Undo'}).click();
  await keptRows(page, 1);
  await kept(page)
    .getByRole('button', {name: /^Open =/})
    .click();
  await expect.poll(async () => (await readRace(page)).runners[0].step).toBe(120);
});

test('without storage everything works, and a sentence says what is lost', async ({page}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', {get: () => undefined}));
  await open(page, SMALL);
  await trainToTheEnd(page);
  await expect(notice(page)).toContainText('This browser does not let the page keep anything');
  await keptRows(page, 1);
  await expect(kept(page)).toContainText('kept until this page is closed');
});

test('a kept race is compared: differences in words, its curves beneath', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  await open(page, withTrain({seed: 4, optimizer: {kind: 'adamw', lr: 0.002}}));
  await trainToTheEnd(page);
  await keptRows(page, 2);
  await kept(page).getByRole('button', {name: 'Compare Small race with this race'}).click();
  const entry = kept(page).locator('run-entry').nth(1);
  await expect(entry.locator('.differences li')).toHaveText([
    'Seed: 3 instead of 4',
    'Learning rate: 0.01 instead of 0.002',
  ]);
  await expect(page.locator('loss-chart')).toContainText('Thin grey lines: kept races');
  await page.locator('loss-chart').screenshot({path: test.info().outputPath('ghosts.png')});
  await kept(page).getByRole('button', {name: 'Compare Small race with this race'}).click();
  await expect(page.locator('loss-chart')).not.toContainText('Thin grey lines: kept races');
});

test('a race file is saved, and opened in a browser that has never seen it', async ({page, browser}) => {
  await open(page);
  await trainToTheEnd(page);
  const here = await hashes(page);
  await area(page, 'Runs');
  await kept(page).getByRole('button', {name: 'Save as a file: Small race'}).click();
  const saving = page.waitForEvent('download');
  await kept(page).getByRole('button', {name: 'The race (.zip)'}).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('unrolled-small-race.zip');
  const path = await file.path();
  const there = await (await browser.newContext()).newPage();
  await there.goto(`${page.url().split('#')[0]}#lab`);
  await kept(there)
    .locator('input[type=file]')
    .setInputFiles({name: 'race.zip', mimeType: 'application/zip', buffer: readFileSync(path)});
  await expect.poll(async () => (await readRace(there)).experiment.name).toBe('Small race');
  await expect(there.locator('model-card').first()).toContainText('120');
  expect(await hashes(there)).toEqual(here);
  // A damaged one is refused in a sentence.
  const broken = readFileSync(path);
  broken[broken.length >> 1] ^= 1;
  await kept(there)
    .locator('input[type=file]')
    .setInputFiles({name: 'race.zip', mimeType: 'application/zip', buffer: broken});
  await expect(kept(there).locator('.problem')).toHaveText(/This file is not as it was saved|or it is damaged/);
  await there.context().close();
});

test('a race file without its text shows what is known, and goes on when the text is given', async ({
  page,
  browser,
}) => {
  const text = 'the secret of the sea is in the salt, and the salt is in the sea. '.repeat(60);
  await open(page, {...SMALL, task: {kind: 'text', corpus: 'own', text, length: 24}});
  const before = await trainToTheEnd(page);
  const here = await hashes(page);
  const sizes = await page.locator('model-card .title').allTextContents();
  await area(page, 'Runs');
  await kept(page)
    .getByRole('button', {name: /^Save as a file/})
    .click();
  const saving = page.waitForEvent('download');
  await kept(page).getByRole('button', {name: 'The race (.zip)'}).click();
  const path = await (await saving).path();
  const there = await (await browser.newContext()).newPage();
  await there.goto(`${page.url().split('#')[0]}#lab`);
  await kept(there)
    .locator('input[type=file]')
    .setInputFiles({name: 'race.zip', mimeType: 'application/zip', buffer: readFileSync(path)});
  await expect(notice(there)).toContainText('What it learned from is not in the file');
  await expect(there.locator('model-card .title')).toHaveText(sizes);
  for (const card of await there.locator('model-card').all()) await expect(card).toContainText('finished');
  await expect(there.locator('unrolled-app')).not.toContainText('links carry');
  await there.screenshot({path: test.info().outputPath('apart.png'), fullPage: true});
  await there.setViewportSize({width: 390, height: 844});
  await there.getByRole('button', {name: '+30 steps'}).click();
  const box = notice(there).getByLabel('Paste a text');
  await expect(box).toBeFocused();
  const first = 'To train on, give the text first.';
  await expect(notice(there)).toContainText(first);
  await expect(there.getByRole('status').first()).toHaveText(first);
  await there.screenshot({path: test.info().outputPath('apart_phone.png')});
  await box.fill('something else. '.repeat(90));
  await notice(there).getByRole('button', {name: 'Use this text'}).click();
  await expect(notice(there)).toContainText(
    /Your own text” is another than the one that this race learned from. It is [\d,]+ bytes shorter/,
  );
  expect((await readRace(there)).runners.map(({step}) => step)).toEqual([120, 120, 120]);
  await box.fill(text);
  await notice(there).getByRole('button', {name: 'Use this text'}).click();
  await expect(box).toHaveCount(0);
  expect(await hashes(there)).toEqual(here);
  await there.getByRole('button', {name: '+30 steps'}).click();
  await untilStep(there, 150);
  expect(before.runners.map(({step}) => step)).toEqual([120, 120, 120]);
});

test('a text that no link carries is there after a reload, though nothing was trained on it', async ({page}) => {
  await open(page);
  const before = page.url();
  const panel = page.locator('task-panel');
  await panel.getByLabel('Text', {exact: true}).selectOption('Your own text …');
  const buffer = Buffer.from('the secret of the sea is in the salt of the sea. '.repeat(500));
  await panel.locator('input[type=file]').setInputFiles({name: 'garden.txt', mimeType: 'text/plain', buffer});
  await keptRows(page, 1);
  await expect(kept(page).locator('run-entry')).toContainText('not trained yet');
  await expect.poll(() => page.url()).not.toBe(before); // the address follows a moment later
  await page.reload();
  await expect(notice(page)).toContainText(/“garden.txt” is kept here since you chose it, today/);
  await expect(panel).toContainText('Your text is kept with the race that is offered at the top of the page');
  await expect(panel.locator('.problem')).toHaveCount(0);
  await notice(page).getByRole('button', {name: 'Show it'}).click();
  await expect(panel.getByText('Your text is kept')).toHaveCount(0);
  await trainToTheEnd(page);
  await keptRows(page, 1);
  await expect(kept(page).locator('run-entry')).toContainText('finished at step 120');
});

test('the list of runs stands still while pictures above it are drawn, on a phone, where they are above it', async ({
  page,
}) => {
  await page.setViewportSize({width: 390, height: 844});
  await open(page);
  await trainToTheEnd(page);
  await keptRows(page, 1);
  await page.reload();
  await keptRows(page, 1);
  const rename = kept(page).getByRole('button', {name: /^Name and note/});
  await rename.scrollIntoViewIfNeeded();
  await rename.hover();
  await page.waitForTimeout(300); // what is fetched when it is seen has come
  const before = (await rename.boundingBox())?.y ?? NaN;
  const sections = page.locator('inside-section');
  const drawn = (await sections.boundingBox())?.height ?? 0;
  await page.locator('unrolled-app').evaluate((app) => /** @type {any} */ (app).race.prepare());
  await expect.poll(() => sections.locator('look-inside .canvas').count()).toBeGreaterThan(0); // on a phone only the last is near the screen
  await page.waitForTimeout(300);
  expect((await sections.boundingBox())?.height).not.toBe(drawn);
  expect(Math.abs(((await rename.boundingBox())?.y ?? NaN) - before)).toBeLessThan(3);
});

test('Back goes to the experiment before, and its race is offered', async ({page}) => {
  await open(page);
  const names = async () => (await readRace(page)).experiment.name;
  await trainToTheEnd(page);
  await experiments(page);
  await page.locator('preset-gallery li button').nth(2).click();
  await expect.poll(names).not.toBe('Small race');
  await expect.poll(() => page.evaluate(() => history.length)).toBeGreaterThan(2);
  await page.waitForTimeout(600);
  await page.goBack();
  await expect.poll(names).toBe('Small race');
  await expect(notice(page)).toContainText(/“Small race”.*finished at step 120/);
  await page.goForward();
  await expect.poll(names).not.toBe('Small race');
});

test('a full disk is told, and what was kept before stays', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  await keptRows(page, 1);
  await page.evaluate(() => {
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...of) {
      const request = put.apply(this, /** @type {any} */ (of));
      const {transaction} = this;
      Object.defineProperty(transaction, 'error', {get: () => new DOMException('', 'QuotaExceededError')});
      transaction.abort();
      return request;
    };
  });
  await press(page, 'Reset');
  await press(page, 'Train');
  await expect(notice(page)).toContainText('There is no room left in this browser');
  await expect.poll(async () => (await readRace(page)).state, {timeout: 45_000}).toBe('done');
  await keptRows(page, 1);
});

test('where there is no room left, old races without a name may go', async ({page}) => {
  await open(page);
  await trainToTheEnd(page);
  await keptRows(page, 1);
  await page.locator('unrolled-app').evaluate(async (app) => {
    const {keeping} = /** @type {any} */ (app);
    const whole = await keeping.shelf.whole(keeping.rows[0].id);
    for (const name of ['', 'dear to me', '', ''])
      await keeping.shelf.putBack({...whole, row: {...whole.row, id: crypto.randomUUID(), name, changed: 1}});
    keeping.shelf.trouble = {key: 'store.full', values: {}};
    await keeping.read();
  });
  await keptRows(page, 5);
  await kept(page).getByRole('button', {name: 'Delete these 2'}).click();
  await keptRows(page, 3);
  await expect(kept(page)).toContainText('dear to me');
});

test('a newer version of the page has the storage: this one says so and goes on', async ({page}) => {
  page.allowedErrors = /404/; // a page of text asks for an icon
  await page.goto('./THIRD-PARTY.txt');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('unrolled', 999);
        request.onsuccess = () => (request.result.close(), resolve(null));
        request.onerror = reject;
      }),
  );
  await open(page);
  await trainToTheEnd(page);
  await expect(notice(page)).toContainText('A newer version of this page keeps the runs of this browser.');
  await keptRows(page, 1);
});

test('storage that is cleared in the middle, and another tab with the same race', async ({page, context}) => {
  await open(page, withTrain({steps: 4000}), '&speed=60');
  await press(page, 'Train');
  await keptRows(page, 1);
  const other = await context.newPage();
  await other.goto(page.url().replace('&speed=60', ''));
  await notice(other).getByRole('button', {name: 'Go on'}).click();
  await expect(notice(page)).toContainText('This race was opened in another tab too.', {timeout: 30_000});
  await notice(page).getByRole('button', {name: 'Dismiss'}).click();
  await other.close();
  await keptRows(page, 2);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {origin: new URL(page.url()).origin, storageTypes: 'indexeddb'});
  await expect(notice(page)).toContainText('What was kept in this browser has been cleared.', {timeout: 30_000});
  await keptRows(page, 1);
  await expect(page.locator('model-card').first()).not.toContainText('stopped');
});
