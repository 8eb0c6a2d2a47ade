// What the page keeps is what it says: used as a reader does, it leaves what the page on privacy lists, asks nobody but its own site, and all
// of it can be deleted there.
import {encodeExercise} from '../../web/exercise/link.js';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {KEPT, nameOf} from '../../web/store/kept_list.js';
import {area, expect, expectFits, open, SMALL, test, trainToTheEnd} from './lab.js';
import {MADE_EXERCISE} from '../support/taken_exercise.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const text = 'A line of a text of my own. '.repeat(120);

/** All that the browser holds for this site, named as the list names it. @param {import('@playwright/test').Page} page @returns {Promise<string[]>} */
const held = (page) =>
  page.evaluate(async () => {
    const answered = (/** @type {IDBRequest} */ request) =>
      new Promise((done) => (request.onsuccess = () => done(request.result)));
    const databases = await indexedDB.databases();
    const stores = await Promise.all(
      databases.map(async ({name}) => {
        const db = /** @type {IDBDatabase} */ (await answered(indexedDB.open(String(name))));
        const all = [...db.objectStoreNames];
        const counts = await Promise.all(
          all.map((store) => answered(db.transaction(store).objectStore(store).count())),
        );
        db.close();
        return all.filter((_, i) => counts[i]).map((store) => `indexedDB ${name}, ${store}`);
      }),
    );
    const cached = (await caches.keys()).map((key) => `caches ${key.replace(/^unrolled .*/, 'unrolled …')}`);
    const workers = (await navigator.serviceWorker.getRegistrations()).map(
      ({active, waiting, installing}) =>
        `serviceWorker ${(active ?? waiting ?? installing)?.scriptURL.split('/').pop()}`,
    );
    const shelf = (/** @type {'localStorage' | 'sessionStorage'} */ name) =>
      Object.keys(window[name]).map((key) => `${name} ${key.replace(/(exercise\.).*/, '$1…')}`);
    return [
      ...shelf('localStorage'),
      ...shelf('sessionStorage'),
      ...stores.flat(),
      ...new Set(cached),
      ...workers,
    ].sort();
  });

/** What the page says that it can keep, and whether it is there. @param {import('@playwright/test').Page} page */
const told = (page) =>
  page.locator('kept-here tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      id: /** @type {HTMLElement} */ (row).dataset.id,
      name: row.querySelector('code')?.textContent,
      now: row.querySelector('.now')?.textContent,
    })),
  );

const EXERCISE = await encodeExercise({...MADE_EXERCISE, view: {}, shape: {hide: [], lock: [], open: []}, text: {}});

/** Leaves something of every kind. @param {import('@playwright/test').Page} page */
async function use(page) {
  await page.goto('./#lang=en');
  await page.getByRole('button', {name: 'I am not sure'}).click();
  await page.locator('.languages:visible').getByRole('button', {name: 'Español'}).click();
  await page.locator('.languages:visible').getByRole('button', {name: 'English'}).click();
  await expect(page.getByText('works without a network')).toBeVisible({timeout: 60_000});
  await page.goto(`./${EXERCISE}`);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByRole('button', {name: 'Take this name'}).click();
  await page.getByRole('button', {name: 'The GRU'}).click();
  await page.goto('about:blank');
  await open(page, {...SMALL, task: {kind: 'text', corpus: 'own', text, length: 24}});
  await area(page, 'Runs');
  const runs = page.locator('unrolled-app kept-runs');
  await runs.getByRole('button', {name: 'Keep nothing'}).click();
  await runs.getByRole('button', {name: 'Keep what I train'}).click();
  await trainToTheEnd(page);
  await expect(runs.locator('run-entry')).toHaveCount(1);
}

test.describe('used, and deleted', () => {
  test.use({serviceWorkers: 'allow'});
  test.setTimeout(180_000);

  test('what is left on the device is the list on privacy, nobody else is asked, and one button deletes all', async ({
    page,
    context,
    baseURL,
  }) => {
    const asked = /** @type {string[]} */ ([]);
    context.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await use(page);
    const listed = KEPT.map((kept) => `${kept.place} ${nameOf(kept)}`).sort();
    await expect.poll(() => held(page)).toEqual(listed);
    await page.getByRole('link', {name: 'Privacy', exact: true}).last().click(); // in the lab's foot
    await expect(page.getByRole('heading', {level: 1, name: 'Privacy'})).toBeVisible();
    await expect.poll(async () => (await told(page)).map(({now}) => now)).toEqual(KEPT.map(() => 'is there'));
    expect((await told(page)).map(({name}) => name)).toEqual(KEPT.map(nameOf));
    const other = await context.newPage(); // with the database open, too
    await other.goto('./#lab');
    await area(other, 'Runs');
    await expect(other.locator('unrolled-app kept-runs run-entry')).toHaveCount(1);

    await page.getByRole('button', {name: 'Delete everything'}).click();
    await expect(page.getByRole('button', {name: 'No, keep it'})).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', {name: 'Delete everything'})).toBeFocused();
    expect(await held(page)).toEqual(listed);
    await page.keyboard.press('Enter');
    await page.getByRole('button', {name: 'Yes, delete everything'}).click();
    await expect(page.getByText('Everything is deleted.')).toBeVisible({timeout: 20_000});
    expect((await told(page)).map(({now}) => now)).toEqual(KEPT.map(() => 'nothing'));
    await expect(other.locator('unrolled-app kept-runs run-entry')).toHaveCount(0);
    await page.getByRole('link', {name: 'Unrolled', exact: true}).first().click();
    await expect(page.locator('chapter-player:visible')).toBeVisible();
    await expect(page.getByRole('link', {name: /^Go on/})).toHaveCount(0); // nothing was seen, as far as the page knows
    await page.getByRole('link', {name: 'The lab', exact: true}).click();
    await expect(page.locator('kept-notice')).toContainText('What this page kept was deleted.');
    await other.waitForTimeout(500); // would anybody write again?
    expect(await held(page)).toEqual([]);

    expect(await context.cookies()).toEqual([]);
    const own = new URL('./', baseURL).href;
    expect(asked.filter((one) => !one.startsWith(`GET ${own}`) && !/^GET (blob|data):/.test(one))).toEqual([]);
  });
});

for (const [file, title] of [
  ['privacy.html', 'Privacy'],
  ['es/privacy.html', 'Privacidad'],
])
  // prettier-ignore
  test(`${file} says so in its language, on a phone, and without a script`, async ({page, browser, baseURL}) => {
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(`./${file}`);
    await expect(page.getByRole('heading', {level: 1, name: title})).toBeVisible();
    await expect(page.locator('kept-here tbody tr')).toHaveCount(KEPT.length);
    await expectFits(page, 320);
    await page.locator('kept-here .delete').click();
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target)}`)).toEqual([]);
    await expectFits(page, 320);
    await page.getByRole('link', {name: 'Unrolled', exact: true}).click();
    await expect(page.locator('chapter-player:visible')).toBeVisible();
    const plain = await browser.newPage({javaScriptEnabled: false});
    await plain.goto(new URL(file, baseURL).href);
    await expect(plain.getByRole('heading', {level: 1, name: title})).toBeVisible();
    await expect(plain.getByRole('row')).toHaveCount(KEPT.length + 1);
    await plain.close();
  });
