// The same bits in Chromium and in Firefox, six models at once, as natively and under Node (tests/engine/hashes_test.cpp).
// Needs build/wasm, for the whole page also build/native/unrolled and dist.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {encodeLink} from '../../web/shape/link.js';
import {launch} from '../support/browsers.js';
import {serve} from '../support/serve.js';
import {SIX, hashesOf} from '../support/six_models.js';

const golden = JSON.parse(readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8'));
const expected = Object.fromEntries(golden.cases.map((/** @type {any} */ {name, after_1000}) => [name, after_1000]));

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => void (server = await serve('.')));
after(() => server.close());

for (const name of /** @type {const} */ (['chromium', 'firefox']))
  test(`${name}: after 1,000 steps, six models at once, the weights have the hashes on file`, async (t) => {
    const browser = await launch(name);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${server.url}tests/bits/page.html`);
    await page.waitForFunction('globalThis.trainAll');
    const found = await page.evaluate(`trainAll(${golden.cases.length}, 6)`);
    assert.deepEqual(found, expected);
  });

/** Presses a button, wherever in the page's elements it is. @param {import('puppeteer-core').Page} page @param {string} label */
const press = (page, label) =>
  page.waitForFunction(
    (wanted) => {
      const inside = (/** @type {Document | ShadowRoot} */ root) =>
        [...root.querySelectorAll('*')].flatMap((/** @type {Element} */ element) =>
          element.shadowRoot ? [element, ...inside(element.shadowRoot)] : [element],
        );
      const buttons = inside(document).filter((element) => element instanceof HTMLButtonElement && !element.disabled);
      const found = buttons.find((button) => button.textContent.trim() === wanted);
      /** @type {HTMLButtonElement | undefined} */ (found)?.click();
      return !!found;
    },
    {},
    label,
  );

test('firefox: the whole page trains six models at once to the bits of the native command', async (t) => {
  const browser = await launch('firefox');
  t.after(() => browser.close());
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.url}dist/${await encodeLink({experiment: SIX})}`);
  await page.waitForFunction(
    (count) => /** @type {any} */ (document.querySelector('unrolled-app'))?.race?.runners.length === count,
    {},
    SIX.models.length,
  );
  await press(page, 'Train');
  await page.waitForFunction(
    () => {
      const {race} = /** @type {any} */ (document.querySelector('unrolled-app'));
      return race.runners.every((/** @type {any} */ {state}) => ['done', 'failed', 'unavailable'].includes(state));
    },
    {timeout: 90_000},
  );
  const hashes = await page.evaluate(() => {
    const {race} = /** @type {any} */ (document.querySelector('unrolled-app'));
    return Promise.all(race.runners.map((/** @type {any} */ runner) => runner.hash()));
  });
  assert.deepEqual(hashes, hashesOf());
  assert.deepEqual(errors, []);
});
