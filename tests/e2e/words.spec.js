// Every word of the page comes from web/words, in whatever language it speaks: the page with a make-believe engine.
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {encodeLink} from '../../web/shape/link.js';
import {NAMES} from '../../web/words/languages.js';
import {FAKE_DESCRIBE} from '../support/fake_describe.js';
import {NOVEL_EXPERIMENT} from '../support/novel.js';
import {bracketed, outsideBrackets, wordsOfPage} from '../support/page_words.js';
import {serve} from '../support/serve.js';
import {expect, test} from './lab.js';

/** @typedef {import('@playwright/test').Page} Page */

const FOLDER = 'build/fake_page';
/** @type {{url: string, close: () => void}} */
let server;

test.describe.configure({mode: 'default'}); // one build for all
test.beforeAll(async () => {
  const repo = new URL('../../', import.meta.url);
  const [root, outDir] = ['tests/support/fake_page', FOLDER].map((path) => fileURLToPath(new URL(path, repo)));
  await build({root, configFile: false, base: './', logLevel: 'warn', build: {outDir, emptyOutDir: true}});
  server = await serve(FOLDER);
});
test.afterAll(() => server.close());

/** @param {Page} page @param {string} [hash] */
async function openFake(page, hash = '') {
  await page.goto(server.url + hash);
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
}

/** @param {Page} page @param {string} tag @param {string} [text] */
const speak = (page, tag, text) => page.evaluate((args) => /** @type {any} */ (window).speak(...args), [tag, text]);

/** @param {Page} page */
const app = (page) => page.locator('unrolled-app');

/** Opens whatever is folded. @param {Page} page */
async function unfold(page) {
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight)); // some of it is fetched when it is near
  await page.locator('details:not([open])').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.locator('model-card').evaluateAll((cards) => cards.forEach((card) => (card.editing = true)));
  await page.locator('menu-button').evaluateAll((menus) => menus.forEach((menu) => (menu._open = true)));
}

/** Shows a task, and what it looks like when its models are done. @param {Page} page @param {string} kind */
async function trainOn(page, kind) {
  const folded = page.locator('button.line[aria-expanded="false"]'); // as the set-up is once something was trained
  if (await folded.count()) await folded.click();
  await page.locator('#task').selectOption(kind);
  const instead = page.locator('task-panel .picker button.primary'); // where another race is in its place
  if (await instead.count()) await instead.click();
  await expect.poll(() => app(page).evaluate(({race}) => race.experiment.task.kind)).toBe(kind);
  if (kind === 'pairs_csv') return; // waits for a table
  await app(page).evaluate(async ({race}) => {
    await race.updateTrain({...race.experiment.train, steps: 20, eval_every: 10});
    race.train();
  });
  await expect.poll(() => app(page).evaluate(({race}) => race.state), {timeout: 20_000}).toBe('done');
}

/** Puts the page through what it can show. @param {Page} page @param {(where: string) => Promise<void>} look */
async function tour(page, look) {
  await unfold(page);
  await page.locator('lab-header .tools > button').click();
  await expect(page.locator('share-dialog textarea')).toHaveCount(3);
  await look('at rest');
  await page.locator('share-dialog').evaluate((element) => element.renderRoot.querySelector('dialog').close());
  for (const {kind} of FAKE_DESCRIBE.tasks) {
    await trainOn(page, kind);
    await unfold(page);
    await expect(page.locator('inside-section h3').first()).toBeAttached();
    await look(kind);
  }
  await app(page).evaluate((element) => (element.compact = true));
  await look('in a frame');
}

/** What describe() and the data call things, and the models as they were named before. @param {Page} page */
async function namesOfThings(page) {
  const things = await app(page).evaluate(({race}) => [
    race.describe,
    race.corpora,
    race.runners.map(({name}) => name),
  ]);
  const names = new Set([...Object.values(NAMES), 'Your own text', 'Your own data']); // which web/runtime says itself
  JSON.stringify(things, (_, value) => (typeof value === 'string' && names.add(value), value));
  return names;
}

test('in another language nothing is left of English but names of things, and no key of a message is seen', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openFake(page);
  await speak(page, 'de', bracketed());
  await expect(page.getByRole('button', {name: '⟦Train⟧', exact: true})).toBeVisible();
  const names = await namesOfThings(page);
  await tour(page, (where) => expect(() => looksTranslated(page, where, names)).toPass({timeout: 10_000})); // some redraw a little later
});

/** @param {Page} page @param {string} where @param {Set<string>} names */
async function looksTranslated(page, where, names) {
  const said = await page.evaluate(wordsOfPage);
  const none = (/** @type {(text: string) => boolean} */ wrong) => expect(said.filter(wrong), where).toEqual([]);
  expect(said.length, where).toBeGreaterThan(100);
  none((text) => !names.has(text) && /\p{L}{2}/u.test(outsideBrackets(text)));
  none((text) => /(^|[\s⟦])[a-z]+(\.[a-z_]+)+($|[\s⟧])/.test(text));
  none((text) => /\{\$/.test(text)); // how Fluent shows what it was not given
}

test('the language of the page is the one it speaks, and changes while it is open', async ({page}) => {
  await openFake(page, await encodeLink({experiment: NOVEL_EXPERIMENT}));
  const language = () => page.evaluate(() => document.documentElement.lang);
  const train = (/** @type {string} */ name) => page.getByRole('button', {name, exact: true});
  expect(await language()).toBe('en');
  await speak(page, 'de', 'run-train = Trainieren\nrun-ahead = noch { $steps } Schritte');
  await expect(train('Trainieren')).toBeVisible();
  await expect(page.getByText('noch 3.000 Schritte')).toBeVisible();
  await expect(train('Reset')).toBeVisible(); // what German lacks
  expect(await language()).toBe('de');
  await speak(page, 'en');
  await expect(train('Train')).toBeVisible();
  expect(await language()).toBe('en');
});
