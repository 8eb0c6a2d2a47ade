// Firefox keeps a race too: the page is closed while it trains, opened again, and goes on to the weights of an unbroken run.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SMALL} from '../e2e/lab.js';
import {encodeLink} from '../../web/shape/link.js';
import {launch} from '../support/browsers.js';
import {serve} from '../support/serve.js';

const EXPERIMENT = {...SMALL, train: {...SMALL.train, steps: 400}};
const RACE = 'document.querySelector("unrolled-app").race';
const HASHES = `Promise.all(${RACE}.runners.map((runner) => runner.hash()))`;

test('firefox: a page that was closed while training goes on where it was', async (t) => {
  const [server, browser] = await Promise.all([serve('dist'), launch('firefox')]);
  t.after(() => Promise.all([browser.close(), server.close()]));
  const open = async (/** @type {string} */ more) => {
    const page = await browser.newPage();
    await page.goto(`${server.url}${await encodeLink({experiment: /** @type {any} */ (EXPERIMENT)})}${more}`);
    await page.waitForFunction('document.querySelector("unrolled-app")?.keeping');
    return page;
  };
  const first = await open('&speed=60'); // so that there is time to leave
  await first.evaluate(`${RACE}.train()`);
  await first.waitForFunction(`${RACE}.runners.every(({step}) => step > 80)`);
  await first.waitForFunction('document.querySelector("unrolled-app")?.keeping?.rows.length === 1');
  await first.close();

  const second = await open('');
  const notice = 'document.querySelector("unrolled-app")?.shadowRoot?.querySelector("kept-notice")?.shadowRoot';
  await second.waitForFunction(`${notice}?.querySelector("button.primary")`);
  assert.match(
    String(await second.evaluate(`${notice}.textContent`)),
    /“Small race” was trained here before: steps? \d+( to \d+)? of 400/,
  );
  await second.evaluate(`${notice}.querySelector("button.primary").click()`);
  await second.waitForFunction(`${RACE}.runners.every(({step}) => step > 0)`);
  await second.waitForFunction(`${RACE}.state === "done"`);
  const hashes = await second.evaluate(HASHES);
  await second.evaluate(`${RACE}.reset()`);
  await second.evaluate(`${RACE}.train()`);
  await second.waitForFunction(`${RACE}.state === "done"`);
  assert.deepEqual(await second.evaluate(HASHES), hashes);
});
