// Files come out of the built page, under its own policy, in Firefox too, and hold what the page knows.
import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {SMALL} from '../e2e/lab.js';
import {encodeLink} from '../../web/shape/link.js';
import {launch} from '../support/browsers.js';
import {readCsv} from '../support/csv_reader.js';
import {serve} from '../support/serve.js';
import {until} from '../support/until.js';
import {allOf, readXml, wordsOf} from '../support/xml.js';

/** Chooses from the chart's menu. @param {import('puppeteer-core').Page} page @param {number} at */
const choose = (page, at) =>
  page.evaluate(async (i) => {
    const chart = /** @type {any} */ (document.querySelector('unrolled-app')).shadowRoot.querySelector('loss-chart');
    const menu = chart.shadowRoot.querySelector('save-menu').shadowRoot.querySelector('menu-button');
    menu.shadowRoot.querySelector('button').click();
    await menu.updateComplete;
    menu.shadowRoot.querySelectorAll('[role=menuitem]')[i].click();
  }, at);

test('firefox: numbers, image and drawing of a chart are saved', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'unrolled-saved-'));
  const extraPrefsFirefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
  };
  const [server, browser] = await Promise.all([serve('dist'), launch('firefox', {extraPrefsFirefox})]);
  t.after(async () => {
    await browser.close();
    server.close();
    rmSync(folder, {recursive: true});
  });
  const page = await browser.newPage();
  await page.goto(`${server.url}${await encodeLink({experiment: SMALL})}`);
  await page.waitForFunction('document.querySelector("unrolled-app")?.race?.runners.length === 3');
  await page.evaluate('document.querySelector("unrolled-app").race.train()');
  await page.waitForFunction('document.querySelector("unrolled-app").race.state === "done"');
  for (const [at, ending] of ['csv', 'png', 'svg'].entries()) {
    await choose(page, at);
    const file = join(folder, `unrolled-small-race-loss-step-120.${ending}`);
    const whole = () =>
      existsSync(file) && readFileSync(file).length > 0 && !readdirSync(folder).some((name) => name.endsWith('.part'));
    await until(whole, `a file ${file} among ${readdirSync(folder)}`);
  }
  const read = (/** @type {string} */ ending) =>
    readFileSync(join(folder, `unrolled-small-race-loss-step-120.${ending}`));
  const losses = await page.evaluate(
    '[...document.querySelector("unrolled-app").race.runners[2].curve("held_out", "step").y]',
  );
  const rows = readCsv(String(read('csv'))).filter(
    ({model, held_out_loss_nats}) => model === 'Transformer 16' && held_out_loss_nats,
  );
  assert.deepEqual(
    rows.map(({held_out_loss_nats}) => Number(held_out_loss_nats)),
    losses,
  );
  assert.deepEqual([...read('png').subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(read('png').readUInt32BE(16) >= 1600, 'wide enough');
  const svg = readXml(String(read('svg')));
  assert.match(wordsOf(allOf(svg, 'title')[0]), /^Loss/);
  assert.ok(allOf(svg, 'text').every(({attributes}) => /^\d/.test(attributes['font-size'])));
});
