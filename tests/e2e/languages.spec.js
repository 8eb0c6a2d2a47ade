// The page in Spanish: chosen by address, reader and browser, kept, changed while models stand trained, and nothing left in English.
import {readFileSync} from 'node:fs';
import {CHAPTERS, OPENING} from '../../web/learn/index.js';
import {courseWord} from '../../web/learn/words.js';
import {encodeLink} from '../../web/shape/link.js';
import {OTHERS} from '../../web/words/languages.js';
import {Words, told} from '../../web/words/words.js';
import {wordsOfPage} from '../support/page_words.js';
import {area, expect, setUp, test} from './lab.js';

/** Papers are called as they are; chapters that are not translated yet have their English titles (tests/web/languages.test.js lists them). */
const papers = JSON.parse(readFileSync(new URL('../../web/learn/papers.json', import.meta.url), 'utf8'));
const spanish = new Words('es', {en: '', es: (await OTHERS.es()).default});
const waiting = CHAPTERS.filter(({id}) => !spanish.has(`course.${id}.title`)).flatMap(({id}) =>
  ['title', 'question'].map((name) => told(courseWord(id, name))),
);
const AS_THEY_ARE = [...Object.values(papers).map(({title}) => title), ...waiting];

/** @typedef {import('@playwright/test').Page | import('@playwright/test').Frame} Page */

/** Words that English cannot do without, and Spanish does not have, unless as a part of its own ("dieciséis"). */
const ENGLISH =
  /(?<![\p{L}\p{N}_])(the|of|and|with|which|what|how|from|that|this|are|is|its|they|was|than|there|where|when|for|to|by|not|more|steps?|loss|layer|head|right|answers?|examples?|memory|weights|training|held-out|seed)(?![\p{L}\p{N}_])/iu;
/** What stands in the page in English as it is: names of things in data, and a button in its own language. */
const NAMES = /^English$|GPT-2 small|teacher forcing|«[^»]*»|"[^"]*"/gi;

const LAST = CHAPTERS[CHAPTERS.length - 1].id;
const SLOW = {timeout: 30_000};
const ADDING = {
  version: 1,
  name: 'Sumar',
  task: {kind: 'adding', length: 8},
  train: {batch_size: 16, steps: 60, eval_every: 20, seed: 1, optimizer: {kind: 'adam', lr: 0.01}, schedule: {kind: 'constant'}}, // prettier-ignore
  models: [
    {kind: 'rnn', hidden_size: 8},
    {kind: 'lstm', hidden_size: 8},
  ],
};

/** @param {Page} page */
const spoken = (page) => page.evaluate(() => document.documentElement.lang);
const shown = (page) => page.locator('chapter-player:visible');
const state = (page) => shown(page).evaluate(({race}) => race.state);
const choose = (page, name) => page.locator('.languages:visible').getByRole('button', {name, exact: true}).click();

/** @param {Page} page @param {string} where */
const isSpanish = (page, where) =>
  expect(async () => {
    const said = await page.evaluate(wordsOfPage);
    expect(said.length, where).toBeGreaterThan(8);
    const names = (/** @type {string} */ text) => AS_THEY_ARE.some((one) => text.includes(one));
    expect(said.filter((text) => !names(text) && ENGLISH.test(text.replace(NAMES, ''))), where).toEqual([]); // prettier-ignore
  }).toPass({timeout: 8000}); // some redraw a little later

const press = (/** @type {HTMLElement} */ one) => one.click();

/** Unfolds whatever is folded. @param {import('@playwright/test').Page} page */
async function unfold(page) {
  await page.locator('details:not([open])').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.locator('model-card').evaluateAll((cards) => cards.forEach((card) => (card.editing = true)));
  await page.locator('menu-button').evaluateAll((menus) => menus.forEach((menu) => (menu._open = true)));
}

test('the reader’s choice is spoken at once and on the next visit; nothing of Spanish comes before it is wanted', async ({
  page,
}) => {
  const fetched = /** @type {string[]} */ ([]);
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('./');
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  expect(await spoken(page)).toBe('en');
  expect(fetched.filter((url) => /\/es-/.test(url))).toEqual([]);
  await expect(page.locator('.languages:visible button')).toHaveAttribute('lang', 'es');
  await choose(page, 'Español');
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await expect(page).toHaveTitle(/^Unrolled: pequeños modelos/);
  expect(await spoken(page)).toBe('es');
  await page.locator('lab-door').scrollIntoViewIfNeeded();
  await expect(page.getByRole('link', {name: 'A través de un largo silencio'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await choose(page, 'English');
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  expect(await spoken(page)).toBe('en');
});

test('an address says the language for its tab, and is then the same as any', async ({page}) => {
  await page.goto('./#chapter=why&lang=es');
  await expect(page).toHaveTitle('Por qué olvida · Unrolled');
  await expect(page).toHaveURL(/#chapter=why$/);
  await page.getByRole('link', {name: 'El laboratorio', exact: true}).click();
  await expect(page).toHaveTitle('Unrolled: el laboratorio');
  await expect(page.getByRole('button', {name: 'Entrenar', exact: true})).toBeVisible();
  await page.goto('./#lang=en');
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  await expect(page).toHaveTitle(/^Unrolled: small/);
  await page.goto('./#lab&lang=es');
  await expect(page.getByRole('button', {name: 'Entrenar', exact: true})).toBeVisible();
  const other = await page.context().newPage(); // nobody chose anything
  await other.goto(page.url().split('#')[0]);
  await expect(other.getByRole('button', {name: 'I am not sure'})).toBeVisible();
});

test('a chapter has a file in Spanish, which opens in Spanish for whoever did not choose English', async ({page}) => {
  await page.goto(`./learn/es/${OPENING}.html`);
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  const alternates = await page.locator('link[rel=alternate]').evaluateAll((all) => all.map((one) => [one.hreflang, one.getAttribute('href')])); // prettier-ignore
  expect(alternates).toEqual([
    ['en', `../${OPENING}.html`],
    ['es', `../es/${OPENING}.html`],
    ['x-default', `../${OPENING}.html`],
  ]);
  await choose(page, 'English');
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  const other = await page.context().newPage(); // its tab has heard of nothing, though English was chosen on this device
  await other.goto(`./learn/es/${OPENING}.html`);
  await expect(other.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await other.getByRole('link', {name: 'Unrolled', exact: true}).click();
  await other.reload(); // by now it is the home
  await expect(other.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await page.goto(`./learn/es/${OPENING}.html#lang=es`);
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await expect(page).toHaveURL(/\.html$/);
});

test.describe('a browser that asks for Spanish', () => {
  test.use({locale: 'es-AR'});

  test('gets it, but for whoever chose English', async ({page}) => {
    await page.goto('./');
    await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
    await choose(page, 'English');
    await page.goto(`./learn/${OPENING}.html`);
    await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
  });

  test('gets the page in English where the words do not come, and may ask again', async ({page}) => {
    Object.assign(page, {allowedErrors: /Failed to load resource|net::ERR/});
    await page.route(/\/assets\/es-/, (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('button', {name: 'I am not sure'})).toBeVisible();
    expect(await spoken(page)).toBe('en');
  });
});

test('nothing of the home and of a chapter is left in English, from the question to the end', async ({page}) => {
  test.setTimeout(180_000);
  await page.goto('./#lang=es');
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
  await page.locator('lab-door').scrollIntoViewIfNeeded();
  await expect(page.locator('lab-door li').first()).toBeVisible();
  await page.goto(`./#chapter=${OPENING}`);
  const next = () => shown(page).locator('.next button').click();
  const done = () => expect.poll(() => state(page), {timeout: 60_000}).toBe('done');
  const look = (/** @type {string} */ where) => isSpanishChapter(page, where);
  await look('predict');
  await shown(page).locator('.choices button').first().click();
  await done();
  await expect(shown(page).locator('race-verdict')).toContainText('semillas');
  await look('watch');
  await next();
  await expect(shown(page).locator('picture-frame .reading')).toContainText('En el anillo');
  await look('why');
  await next();
  await look('change');
  await shown(page).locator('.positions button').first().click();
  await done();
  await look('changed');
  await next();
  await look('challenge');
  await next();
  await shown(page).locator('.choices button').first().click();
  await look('answered');
  await next();
  await look('end');
});

/** The chapter alone: the path beside it has chapters that are not translated yet. @param {import('@playwright/test').Page} page @param {string} where */
async function isSpanishChapter(page, where) {
  await page.evaluate(() => document.querySelector('home-page')?.shadowRoot?.querySelector('.path')?.remove());
  await isSpanish(page, where);
}

test('nothing of the lab is left in English, in any of its areas', async ({page}) => {
  test.setTimeout(180_000);
  await page.goto(`./${await encodeLink({experiment: ADDING})}&lang=es`);
  await page.getByRole('button', {name: 'Entrenar', exact: true}).click();
  await expect.poll(() => page.locator('unrolled-app').evaluate(({race}) => race.state), SLOW).toBe('done');
  for (const name of ['Respuestas', 'Por dentro', 'Comparar', 'Ejecuciones']) {
    await page.getByRole('tab', {name, exact: true}).evaluate(press); // what is unfolded may lie over it
    await unfold(page);
    await isSpanish(page, name);
  }
  await page.getByRole('tab', {name: 'Comparar', exact: true}).evaluate(press);
  for (const button of await page.locator('compare-section').getByRole('button', {name: '¿'}).all()) {
    await button.evaluate(press);
    await page.waitForTimeout(700);
    await unfold(page);
    await isSpanish(page, await button.innerText());
  }
  await page.getByRole('button', {name: 'Compartir o insertar'}).evaluate(press);
  await isSpanish(page, 'share');
});

test('the glossary and a chapter’s sheet are in Spanish, and the line for a course page asks for it', async ({
  page,
}) => {
  await page.goto('./#glossary&lang=es');
  await expect(page).toHaveTitle('Glosario · Unrolled');
  await expect(page.getByText('estado oculto', {exact: true})).toBeVisible();
  await isSpanish(page, 'glossary');
  await page.goto(`./#sheet=${OPENING}`);
  await expect(page.getByRole('heading', {name: 'Qué pasa'})).toBeVisible();
  await isSpanish(page, 'sheet');
  await page.goto('./#teach');
  await expect(page.getByRole('textbox', {name: 'Un marco, para cualquier página'})).toHaveValue(/lang=es"/);
  await expect(page.getByRole('textbox', {name: 'Un elemento, para páginas'})).toHaveValue(/ lang="es">/);
  await choose(page, 'English');
  await expect(page.getByRole('textbox', {name: 'A frame, for any page'})).not.toHaveValue(/lang=/);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('For teachers');
});

test('another language takes the place of all that is said, and models keep what they learned', async ({page}) => {
  test.setTimeout(120_000);
  await page.goto('./');
  await page.getByRole('button', {name: 'I am not sure'}).click();
  await expect.poll(() => state(page), {timeout: 60_000}).toBe('done');
  const hashes = () => shown(page).evaluate(({race}) => Promise.all(race.runners.map((runner) => runner.hash())));
  const before = await hashes();
  await choose(page, 'Español');
  await expect(shown(page).locator('race-verdict')).toContainText('GRU va por delante de RNN');
  await isSpanishChapter(page, 'switched');
  expect(await hashes()).toEqual(before);
  await expect(page.locator('.languages:visible').getByRole('button')).toBeFocused();
  await choose(page, 'English');
  await expect(shown(page).locator('race-verdict')).toContainText('GRU is ahead of RNN');
});

test('the lab changes its language with everything in it', async ({page}) => {
  await page.goto(`./${await encodeLink({experiment: ADDING})}`);
  await expect(page.getByRole('button', {name: 'Train', exact: true})).toBeVisible();
  await setUp(page);
  await area(page, 'Runs');
  await choose(page, 'Español');
  await expect(page.getByRole('button', {name: 'Entrenar', exact: true})).toBeVisible();
  await expect(page).toHaveTitle('Unrolled: el laboratorio');
  await unfold(page);
  await isSpanish(page, 'switched');
  await page.getByRole('link', {name: 'Capítulos', exact: true}).click();
  await expect(page.getByRole('button', {name: 'No lo sé'})).toBeVisible();
});

for (const [file, hash] of [
  ['embed-chapters.html', `#chapter=${OPENING}&lang=es`],
  ['embed.html', `#lang=es&chapter=${OPENING}`],
  ['embed.html', '#lang=es'],
  ['embed-files.html', `#chapter=${OPENING}&lang=es`],
])
  test(`${file}${hash} speaks Spanish, and one file asks for nothing`, async ({page, baseURL}) => {
    const requests = /** @type {string[]} */ ([]);
    const source = new URL(file, baseURL).href;
    page.on('request', (request) => !/^(blob|data):/.test(request.url()) && requests.push(request.url()));
    await page.route('http://course.test/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Clase</title><iframe width="600" height="700" src="${source}${hash}" ${file === 'embed-files.html' ? '' : 'sandbox="allow-scripts"'}></iframe>`,
      }),
    );
    await page.goto('http://course.test/clase.html');
    const frame = page.frameLocator('iframe');
    const first = hash.includes('chapter') ? 'No lo sé' : 'Entrenar';
    await expect(frame.getByRole('button', {name: first, exact: true})).toBeVisible(SLOW);
    await isSpanish(page.frames()[1], file);
    expect(await page.frames()[1].evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'es',
      hash.includes('chapter') ? 'Una RNN olvida' : 'Unrolled',
    ]);
    if (file !== 'embed-files.html') expect(requests.length).toBe(2);
  });

test('the element hands its language on, and a frame without one is English here', async ({page, baseURL}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  const labs = `<unrolled-lab chapter="${OPENING}" theme="dark" lang="es"></unrolled-lab><unrolled-lab chapter="${LAST}"></unrolled-lab>`;
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: `<!doctype html><title>Clase</title>${script}${labs}`}),
  );
  await page.goto('http://course.test/clase.html');
  const [spanish, english] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
  await expect(spanish.getByRole('button', {name: 'No lo sé'})).toBeVisible(SLOW);
  await english.locator('body').scrollIntoViewIfNeeded();
  await english.getByRole('button', {name: 'Skip to the question'}).click(SLOW); // the last chapter asks of earlier ones first
  await expect(english.getByRole('button', {name: 'I am not sure'})).toBeVisible(SLOW);
  expect(await page.frames()[1].evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});
