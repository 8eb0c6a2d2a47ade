// The site without a network: after one visit the whole course works; a newer version is told of and mixed with nothing.
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {CHAPTERS} from '../../web/learn/index.js';
import {contentsOf} from '../../tools/offline.mjs';
import {expect, test} from './lab.js';

test.use({serviceWorkers: 'allow'});

const player = (page) => page.locator('chapter-player:visible');
const unsure = (page) => player(page).getByRole('button', {name: /not sure/i});
const stored = (page) => page.getByText('works without a network');

test('after one visit every chapter opens and trains with the network off, and so does the lab', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await page.goto('./');
  await expect(stored(page)).toBeVisible({timeout: 60_000});
  await context.setOffline(true);
  for (const {id} of CHAPTERS) {
    await page.goto(`./#chapter=${id}`);
    await page.reload();
    const skip = player(page).getByRole('button', {name: 'Skip to the question'}); // of questions on earlier chapters
    await expect(unsure(page).or(skip)).toBeVisible();
    if (await skip.isVisible()) await skip.click();
    await unsure(page).click();
    if (id === 'cost') continue; // it measures, and trains nothing
    const steps = () => player(page).evaluate(({race}) => Math.max(...race.runners.map(({step}) => step)));
    await expect.poll(steps, {message: id, timeout: 60_000}).toBeGreaterThan(0);
  }
  await page.goto(`./learn/${CHAPTERS[1].id}.html`);
  await expect(unsure(page)).toBeVisible();
  await page.goto('./#lab');
  await page.reload();
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
});

test('a frame is never stored nor answered from what is', async ({page, context}) => {
  await page.goto('./');
  await expect(stored(page)).toBeVisible({timeout: 60_000});
  const names = await page.evaluate(async () =>
    (await Promise.all((await caches.keys()).map(async (key) => (await caches.open(key)).keys())))
      .flat()
      .map(({url}) => url),
  );
  expect(names.some((url) => url.endsWith('/index.html'))).toBe(true);
  expect(names.filter((url) => /embed|unrolled-lab/.test(url))).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto('./embed.html')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test('in a frame the page stores nothing', async ({page, baseURL}) => {
  await page.goto('./THIRD-PARTY.txt');
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  }, new URL('index.html', baseURL).href);
  await expect(
    page
      .frameLocator('iframe')
      .locator('chapter-player')
      .getByRole('button', {name: /not sure/i}),
  ).toBeVisible();
  await page.waitForTimeout(2000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({length}) => length))).toBe(0);
});

/** The built page in a folder of its own, served; or copies of it in folders below that one. */
async function served(port, copies = ['']) {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-site-'));
  for (const copy of copies) cpSync('dist', join(folder, copy), {recursive: true});
  const server = spawn('node', ['tools/serve.mjs', folder], {env: {...process.env, PORT: String(port)}});
  await new Promise((resolve) => server.stdout.once('data', resolve));
  const end = () => (server.kill(), rmSync(folder, {recursive: true}));
  return {folder, end};
}

/** What lies in the folder is another version from now on. */
function changeVersion(folder) {
  const html = join(folder, 'index.html');
  writeFileSync(html, readFileSync(html, 'utf8').replace('<title>', '<title>Newer '));
  const worker = join(folder, 'service_worker.js');
  const [, ...code] = readFileSync(worker, 'utf8').split('\n');
  writeFileSync(worker, [`globalThis.UNROLLED_CONTENTS=${JSON.stringify(contentsOf(folder))};`, ...code].join('\n'));
}

test('two copies in two folders of one host: versions of one leave the other as it is stored', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const port = 21000 + ((process.pid + 4500) % 9000);
  const {folder, end} = await served(port, ['one', 'two']);
  const home = (name) => `http://127.0.0.1:${port}/${name}/index.html`;
  try {
    await page.goto(home('one'));
    await expect(stored(page)).toBeVisible({timeout: 60_000});
    for (const version of [1, 2, 3]) {
      changeVersion(join(folder, 'two'));
      await page.goto(home('two'));
      if (version > 1)
        await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()));
      const newer = page.getByRole('button', {name: 'Open the newer version'});
      await expect(version > 1 ? newer : stored(page)).toBeVisible({timeout: 60_000});
      if (version === 1) continue;
      const loaded = page.waitForEvent('load');
      await newer.click();
      await loaded;
      const title = () => page.evaluate(async () => (await (await fetch('./index.html')).text()).match(/<title>(Newer )*/)?.[0]); // prettier-ignore
      await expect.poll(() => title().catch(() => ''), {timeout: 30_000}).toBe('<title>' + 'Newer '.repeat(version));
    }
    await context.setOffline(true);
    await page.goto(home('one'));
    await expect(unsure(page)).toBeVisible();
  } finally {
    end();
  }
});

test('a newer version is told of; it comes when it is asked for, and another tab keeps its own', async ({context}) => {
  test.setTimeout(120_000);
  const port = 21000 + (process.pid % 9000);
  const {folder, end} = await served(port);
  const home = `http://127.0.0.1:${port}/`;
  try {
    const [page, other] = [await context.newPage(), await context.newPage()];
    for (const one of [page, other]) {
      await one.goto(home);
      await expect(stored(one)).toBeVisible({timeout: 60_000});
    }
    changeVersion(folder);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()));
    await expect(page.getByText('There is a newer version of this page.')).toBeVisible({timeout: 60_000});
    const colour = await page.locator('newer-notice').evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(colour).toBe('rgb(255, 255, 255)'); // the page's own, not the browser's nothing
    const isNewer = () => page.evaluate(async () => (await (await fetch('./index.html')).text()).includes('Newer '));
    expect(await isNewer()).toBe(false);
    await other.evaluate(() => /** @type {any} */ (window.mark = 'here'));
    const loaded = page.waitForEvent('load'); // nothing is asked for meanwhile: what the older one still answers it answers first
    await page.getByRole('button', {name: 'Open the newer version'}).click();
    await loaded;
    await expect
      .poll(
        () =>
          page.evaluate(async () => (await (await fetch('./index.html')).text()).includes('Newer ')).catch(() => false),
        {timeout: 30_000},
      )
      .toBe(true);
    expect(await other.evaluate(() => /** @type {any} */ (window).mark)).toBe('here');
    await other.getByRole('link', {name: 'The lab', exact: true}).first().click(); // a part that was not loaded before
    await expect(other.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
  } finally {
    end();
  }
});
