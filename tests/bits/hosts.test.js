// Where courses live: score and restored state arrive in a book with SPLICE, a platform with SCORM, a problem of Open edX and a page that
// hears messages, each a stub of its own, in Chromium and in Firefox. The frame is a small one that says what frames with exercises say:
// exercise_hosts.test.js has the real one.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {unzipSync} from 'fflate';
import {scormPackage} from '../../web/hosts/packages.js';
import '../../web/words/hosts.js';
import {bookPage, messagesPage, platformPage, problemPage} from '../support/hosts/host_pages.js';
import {serveHosts} from '../support/hosts/server.js';
import {launch} from '../support/browsers.js';

const STUB = readFileSync(new URL('../support/hosts/stub_frame.html', import.meta.url));
const MADE = {root: 'https://example.org/', hash: '#x=abc', title: 'Which & why', height: 700};

/** A package's files in the folder of a course. @param {1.2 | 2004} standard @param {string} folder */
async function uploaded(standard, folder) {
  const file = (/** @type {string} */ name) =>
    Promise.resolve(readFileSync(new URL(`../../dist/${name}`, import.meta.url)));
  const blob = await scormPackage(MADE, standard, file);
  const files = {...unzipSync(new Uint8Array(await blob.arrayBuffer())), 'embed.html': STUB};
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}

const pages = /** @type {Record<string, string | Uint8Array>} */ ({
  ...(await uploaded(1.2, 'scorm12')),
  ...(await uploaded(2004, 'scorm2004')),
});
const server = await serveHosts({pages, ours: {'embed.html': STUB}});
const frameAddress = `${server.ours}embed.html#x=abc`;
Object.assign(pages, {
  'book.html': bookPage(frameAddress),
  'mute.html': bookPage(frameAddress, {mute: true}),
  'platform12.html': platformPage(1.2, `${server.theirs}scorm12/index.html`),
  'platform2004.html': platformPage(2004, `${server.theirs}scorm2004/index.html`),
  'problem.html': problemPage(`${server.ours}hosts/jsinput.html#x=abc`),
  'lesson.html': messagesPage(frameAddress),
});

/** @param {import('puppeteer-core').Page} page */
const frameIn = (page) => page.waitForFrame((frame) => frame.url().includes('embed.html'));
/** How many goals the frame shows as reached. @param {import('puppeteer-core').Page} page @param {number} count */
async function shows(page, count) {
  const frame = await frameIn(page);
  await frame.waitForFunction((n) => document.querySelector('output')?.textContent === String(n), {}, count);
}
/** @param {import('puppeteer-core').Page} page */
async function reach(page) {
  const frame = await frameIn(page);
  await frame.waitForFunction(() => document.querySelector('output')?.textContent !== '');
  await frame.evaluate(() => document.querySelector('button')?.click());
}
/** @param {import('puppeteer-core').Page} page @param {string} expression is true in the end */
const until = (page, expression) => page.waitForFunction(expression, {timeout: 20_000});
const ask = (/** @type {import('puppeteer-core').Page} */ page, /** @type {string} */ expression) =>
  page.evaluate(expression);

for (const name of /** @type {const} */ (['chromium', 'firefox']))
  test(`hosts in ${name}`, async (context) => {
    const browser = await launch(name);
    context.after(() => browser.close());
    const open = async (/** @type {string} */ file) => {
      const page = await browser.newPage();
      await page.goto(`${server.theirs}${file}`);
      return page;
    };

    await context.test(
      'SPLICE: nothing before something is done, then scores, and the state on another visit',
      async () => {
        const page = await open('book.html');
        await shows(page, 0);
        assert.deepEqual(await ask(page, 'told().scores'), []);
        assert.equal(await ask(page, 'told().asked'), 1);
        await reach(page);
        await until(page, 'told().scores.length === 1');
        assert.deepEqual(await ask(page, 'told().scores'), [0.5]);
        await ask(page, 'keep()');
        await page.reload();
        await shows(page, 1);
        assert.deepEqual(await ask(page, 'told().scores'), []);
        await reach(page);
        await until(page, 'told().events.length === 1');
        assert.deepEqual(await ask(page, 'told().scores'), [1]);
        await page.close();
        const mute = await open('mute.html');
        await reach(mute);
        await until(mute, 'told().scores.length === 1');
        await mute.close();
      },
    );

    for (const standard of ['12', '2004'])
      await context.test(`SCORM ${standard}: score, completion and resumed state`, async () => {
        const page = await open(`platform${standard}.html`);
        await shows(page, 0);
        assert.doesNotMatch(String(await ask(page, 'told().set.join()')), /score/);
        await reach(page);
        await until(page, 'told().kept["cmi.suspend_data"] === "stub.1"');
        await ask(page, 'leave()');
        await until(page, 'told().state === "over"');
        const raw = standard === '12' ? 'cmi.core.score.raw' : 'cmi.score.raw';
        assert.equal(await ask(page, `told().kept["${raw}"]`), '50');
        await ask(page, 'keep()');
        await page.reload();
        await shows(page, 1);
        await reach(page);
        const status = standard === '12' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
        await until(page, `told().kept["${status}"] === "completed"`);
        assert.equal(await ask(page, `told().kept["${raw}"]`), '100');
        assert.deepEqual(await ask(page, 'told().errors'), []);
        await page.close();
      });

    await context.test('a package outside of any platform says so, and works', async () => {
      const page = await open('scorm12/index.html');
      await until(page, '/No course platform/.test(document.querySelector("p")?.textContent)');
      await reach(page);
      await shows(page, 1);
      await page.close();
    });

    await context.test('jsinput: grade and state by jschannel', async () => {
      const page = await open('problem.html');
      await shows(page, 0);
      await until(page, 'channelReady()');
      assert.deepEqual(await ask(page, 'submit()'), {score: null, completed: false});
      await reach(page);
      await shows(page, 1);
      await until(page, 'submit().then(({score}) => score === 0.5)');
      await page.reload();
      await shows(page, 1);
      await reach(page);
      await shows(page, 2);
      await until(page, 'submit().then(({completed}) => completed)');
      await page.close();
    });

    await context.test('messages: results, and a state that is handed back', async () => {
      const page = await open('lesson.html');
      await reach(page);
      await until(page, 'results.length === 1');
      assert.deepEqual(await ask(page, 'results'), [{score: 0.5, completed: false, state: 'stub.1'}]);
      await ask(page, 'keep()');
      await page.reload();
      await shows(page, 1);
      await page.close();
    });
  });

test('the server ends', () => server.close());
