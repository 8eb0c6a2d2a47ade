// An exercise itself in the places where courses live, in Chromium and in Firefox: a student predicts, the models train, the goal is reached;
// score and restored state arrive in a book with SPLICE, a platform with SCORM 1.2, a problem of Open edX, and a page that hears messages.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {unzipSync} from 'fflate';
import {encodeExercise} from '../../web/exercise/link.js';
import {scormPackage} from '../../web/hosts/packages.js';
import '../../web/words/hosts.js';
import {bookPage, messagesPage, platformPage, problemPage} from '../support/hosts/host_pages.js';
import {serveHosts} from '../support/hosts/server.js';
import {launch} from '../support/browsers.js';
import {EXERCISE, EXPERIMENT} from '../support/made_exercise.js';

const hash = await encodeExercise({experiment: EXPERIMENT, exercise: EXERCISE, view: {}});
/** The goal of one, and two questions that can be judged. */
const A_GOAL = 1 / 3;

const file = (/** @type {string} */ name) =>
  Promise.resolve(readFileSync(new URL(`../../dist/${name}`, import.meta.url)));
const made = {root: 'https://example.org/', hash, title: EXERCISE.title, height: 700};
const pack = unzipSync(new Uint8Array(await (await scormPackage(made, 1.2, file)).arrayBuffer()));
const pages = /** @type {Record<string, string | Uint8Array>} */ (
  Object.fromEntries(Object.entries(pack).map(([name, content]) => [`scorm/${name}`, content]))
);
const server = await serveHosts({pages});
const frame = `${server.ours}embed.html${hash}&v=1`.replaceAll('&', '&amp;');
Object.assign(pages, {
  'book.html': bookPage(frame),
  'platform.html': platformPage(1.2, `${server.theirs}scorm/index.html`),
  'problem.html': problemPage(`${server.ours}hosts/jsinput.html${hash}`),
  'lesson.html': messagesPage(frame),
});

/** Everything in the frame, within elements too. */
const ALL = `(() => {
  const all = [];
  const walk = (root) => { for (const one of root.querySelectorAll('*')) { all.push(one); if (one.shadowRoot) walk(one.shadowRoot); } };
  walk(document);
  return all;
})()`;
const CHOICE = `${ALL}.find((one) => one.localName === 'button' && /The RNN/.test(one.textContent))`;
const SAID = `${ALL}.some((one) => one.localName === 'p' && /You said: The RNN/.test(one.textContent))`;

/** @param {import('puppeteer-core').Page} page */
const exerciseIn = (page) => page.waitForFrame((one) => one.url().includes('embed.html'));
/** @param {import('puppeteer-core').Page} page */
async function predict(page) {
  const inside = await exerciseIn(page);
  await inside.waitForFunction(CHOICE, {timeout: 60_000});
  await inside.evaluate(`${CHOICE}.click()`);
}
/** Somebody who was here before is shown what was predicted, and no choice. @param {import('puppeteer-core').Page} page */
async function goesOn(page) {
  const inside = await exerciseIn(page);
  await inside.waitForFunction(SAID, {timeout: 20_000});
}
/** @param {import('puppeteer-core').Page} page @param {string} expression */
const until = (page, expression) => page.waitForFunction(expression, {timeout: 60_000, polling: 200});
const ask = (/** @type {import('puppeteer-core').Page} */ page, /** @type {string} */ expression) =>
  page.evaluate(expression);
const near = (/** @type {string} */ expression) => `Math.abs(${expression} - ${A_GOAL}) < 1e-3`;

for (const name of /** @type {const} */ (['chromium', 'firefox']))
  test(`an exercise at its hosts in ${name}`, async (context) => {
    const browser = await launch(name);
    context.after(() => browser.close());
    const open = async (/** @type {string} */ path) => {
      const page = await browser.newPage();
      await page.setViewport({width: 800, height: 900});
      await page.goto(`${server.theirs}${path}`);
      return page;
    };

    await context.test('SPLICE', async () => {
      const page = await open('book.html');
      const inside = await exerciseIn(page);
      await inside.waitForFunction(CHOICE, {timeout: 60_000});
      assert.deepEqual(await ask(page, 'told().scores'), []); // nothing before something is done
      await predict(page);
      await until(page, near('told().scores.at(-1)'));
      assert.ok(Number(await ask(page, 'told().heights')) > 0);
      await ask(page, 'keep()');
      await page.reload();
      await goesOn(page);
      assert.deepEqual(await ask(page, 'told().scores'), []); // it has it
      await page.close();
    });

    await context.test('SCORM 1.2', async () => {
      const page = await open('platform.html');
      await predict(page);
      await until(page, near('told().kept["cmi.core.score.raw"] / 100'));
      assert.equal(await ask(page, 'told().kept["cmi.core.lesson_status"]'), 'incomplete');
      await ask(page, 'leave()');
      await until(page, 'told().state === "over"');
      await ask(page, 'keep()');
      await page.reload();
      await goesOn(page);
      assert.deepEqual(await ask(page, 'told().errors'), []);
      await page.close();
    });

    await context.test('jsinput', async () => {
      const page = await open('problem.html');
      await until(page, 'channelReady()');
      assert.deepEqual(await ask(page, 'submit()'), {score: null, completed: false});
      await predict(page);
      await until(page, `submit().then(({score}) => ${near('score')})`);
      await page.reload();
      await goesOn(page);
      await until(page, `submit().then(({score}) => ${near('score')})`);
      await page.close();
    });

    await context.test('messages', async () => {
      const page = await open('lesson.html');
      await predict(page);
      await until(page, `results.length && ${near('results.at(-1).score')}`);
      await ask(page, 'keep()');
      await page.reload();
      await goesOn(page);
      assert.deepEqual(await ask(page, 'results'), []);
      await page.close();
    });
  });

test('the server ends', () => server.close());
