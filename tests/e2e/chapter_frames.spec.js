// Chapters in frames of course pages: one file that asks for nothing, from 320 pixels wide.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {CHAPTERS, OPENING} from '../../web/learn/index.js';
import {READS} from '../../web/learn/reads.js';
import {say} from '../../web/words/words.js';
import {expect, test, expectFits} from './lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COURSE = 'http://course.test/lesson.html';
const LAST = CHAPTERS[CHAPTERS.length - 1].id;
/** A frame unpacks a megabyte before it shows anything. */
const SLOW = {timeout: 30_000};

/** @param {import('@playwright/test').Page} page @param {string} body */
async function openCourse(page, body) {
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: `<!doctype html><title>Lesson</title><h1>Lesson</h1>${body}`}),
  );
  await page.goto(COURSE);
}

const framed = (source, width = 320) =>
  `<iframe title="chapter" width="${width}" height="700" src="${source}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
const unsure = (frame) => frame.getByRole('button', {name: /not sure/i});

/** Until a choice can be made: a chapter may ask of earlier ones before. @param {import('@playwright/test').Page | import('@playwright/test').FrameLocator} frame */
async function asked(frame) {
  const skip = frame.getByRole('button', {name: say('player.next_skip')});
  await expect(unsure(frame).or(skip)).toBeVisible(SLOW);
  if (await skip.isVisible()) await skip.click();
  await expect(unsure(frame)).toBeVisible(SLOW);
}
const steps = (frame) =>
  frame.locator('chapter-player').evaluate(({race}) => Math.min(...race.runners.map(({step}) => step)));

for (const file of ['embed-chapters.html', 'embed.html'])
  for (const id of new Set([OPENING, LAST]))
    test(`${file}#chapter=${id} asks its question in 320 pixels, trains, and asks for nothing`, async ({
      page,
      baseURL,
    }) => {
      await openCourse(page, framed(`${new URL(file, baseURL).href}#chapter=${id}`));
      const frame = page.frameLocator('iframe');
      await asked(frame);
      await expect(frame.getByRole('heading', {level: 1})).toHaveCount(1);
      await expect(frame.getByRole('heading', {level: 2}).first()).toBeVisible();
      const lab = page.frames()[1];
      await expectFits(lab, 320);
      const requests = /** @type {string[]} */ ([]);
      page.on('request', (request) => !/^(blob|data):/.test(request.url()) && requests.push(request.url()));
      await unsure(frame).click();
      await expect.poll(() => steps(frame), SLOW).toBeGreaterThan(0);
      expect(requests).toEqual([]);
    });

test('a frame from files shows a chapter, too', async ({page, baseURL}) => {
  await page.goto(`${new URL('embed-files.html', baseURL).href}#chapter=${OPENING}`);
  await unsure(page).click(SLOW);
  await expect.poll(() => steps(page), SLOW).toBeGreaterThan(0);
});

test('axe finds nothing in a frame with a chapter, light and dark', async ({page, baseURL}) => {
  await page.setViewportSize({width: 400, height: 800});
  for (const theme of ['light', 'dark']) {
    await page.goto('about:blank');
    await page.goto(`${new URL('embed-chapters.html', baseURL).href}#theme=${theme}&chapter=${OPENING}`);
    await expect(unsure(page)).toBeVisible(SLOW);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(' ')}`)).toEqual([]);
  }
});

test('the element makes a frame for a chapter, as tall as that is', async ({page, baseURL}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  await openCourse(page, `${script}<unrolled-lab chapter="${OPENING}" theme="dark"></unrolled-lab>`);
  await expect(unsure(page.frameLocator('iframe'))).toBeVisible(SLOW);
  const frame = page.frames()[1];
  expect(frame.url()).toContain('embed-chapters.html#theme=dark&chapter=');
  const beyond = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().height - innerHeight);
  await expect.poll(async () => Math.abs(await beyond())).toBeLessThanOrEqual(1);
});

test('the element hides what its line says, and its next chapter does so, too', async ({page, baseURL}) => {
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  await openCourse(page, `${script}<unrolled-lab chapter="attention" hide="recall,lab_link"></unrolled-lab>`);
  const frame = page.frameLocator('iframe');
  await expect(unsure(frame)).toBeVisible(SLOW); // and no question on an earlier chapter before it
  await expect(frame.getByRole('link', {name: 'Open this chapter in a page of its own'})).toHaveCount(0);
  await frame.locator('chapter-player').evaluate((player, detail) => {
    player.dispatchEvent(new CustomEvent('chapter-wanted', {detail, bubbles: true, composed: true}));
  }, OPENING);
  await expect.poll(() => page.frames()[1].url(), SLOW).toContain(`hide=recall,lab_link&chapter=${OPENING}`);
});

test('a chapter that reads a novel is in the file that holds one: the smaller leads there, the element takes it at once', async ({
  page,
  baseURL,
}) => {
  const [id] = Object.keys(READS);
  await page.goto(`${new URL('embed-chapters.html', baseURL).href}#chapter=${id}`);
  const link = page.getByRole('link', {name: 'Open it in the file that does'});
  await expect(link).toHaveAttribute('href', `embed.html#chapter=${id}`, SLOW);
  await link.click();
  await asked(page);
  const script = `<script src="${new URL('unrolled-lab.js', baseURL).href}"></script>`;
  await openCourse(page, `${script}<unrolled-lab chapter="${id}"></unrolled-lab>`);
  await asked(page.frameLocator('iframe'));
  expect(page.frames()[1].url()).toContain(`embed.html#chapter=${id}`);
});

test('nobody but its reader starts a chapter; the page around it hears how it goes', async ({page, baseURL}) => {
  await openCourse(
    page,
    `<script>
    window.heard = [];
    addEventListener('message', (event) => {
      const frame = document.querySelector('iframe');
      if (event.source !== frame.contentWindow || !event.data.type) return;
      window.heard.push(event.data.type + (event.data.data?.key ?? ''));
      if (event.data.type === 'unrolled:ready') frame.contentWindow.postMessage({type: 'unrolled:start', v: 1, id: 7, data: {}}, '*');
    });</script>${framed(`${new URL('embed-chapters.html', baseURL).href}#chapter=${OPENING}`)}`,
  );
  const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
  await expect.poll(heard, SLOW).toContain('unrolled:errormessage.chapter');
  await unsure(page.frameLocator('iframe')).click();
  await expect.poll(heard, SLOW).toEqual(expect.arrayContaining(['unrolled:started', 'unrolled:progress']));
});

test('a frame that names no chapter there is says which there are', async ({page, baseURL}) => {
  for (const hash of ['#chapter=nothing', '']) {
    await openCourse(page, framed(new URL('embed-chapters.html', baseURL).href + hash));
    await expect(page.frameLocator('iframe').getByRole('alert')).toContainText(OPENING, SLOW);
  }
});
