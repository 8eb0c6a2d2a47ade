// From navigation to the first training step of the page as it opens by default, in headless Chromium from localhost.
//   node tests/bench/page_start.mjs [--runs 9] [--dist dist] [--rest 0] [--json]
// Train is pressed as soon as it can be, or after so many milliseconds of rest, in which the page warms up. Every run has a profile of its own, so nothing is cached. Milliseconds, medians:
//   page      the element has its race              pressed   Train was pressed
//   engine    the compressed engine is here         text      the same of the text
//   first     a model has told of its first step    all       every model has
//   wait      from pressed to first: opening, the first steps, and telling
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';
import {quantile} from './statistics.mjs';

/** Runs in the page before anything else; leaves its times in globalThis.times. */
function watch(/** @type {number} */ rest) {
  /** @type {Record<string, number>} */
  const times = {};
  const mark = (name) => (times[name] ??= performance.now());
  const press = (app) => {
    const bar = app.shadowRoot?.querySelector('run-bar');
    const train = bar?.shadowRoot?.querySelector('button.train:not([disabled])');
    if (!train) return false;
    mark('pressed');
    train.click();
    return true;
  };
  const observe = () => {
    const app = /** @type {any} */ (document.querySelector('unrolled-app'));
    if (!app?.race) return;
    if (!times.page) {
      mark('page');
      app.race.addEventListener('progress', () => {
        const steps = app.race.runners.map(({latest}) => latest.step);
        if (Math.max(...steps) > 0) mark('first');
        if (Math.min(...steps) > 0) mark('all');
        if (times.all) Object.assign(globalThis, {times});
      });
    }
    if (performance.now() - times.page >= rest && press(app)) clearInterval(waiting);
  };
  const waiting = setInterval(observe, 1);
}

/** When the files of a kind were here. @param {import('playwright-core').Page} page */
function downloads(page) {
  return page.evaluate(() => {
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const end = (part) => Math.max(0, ...entries.filter(({name}) => name.includes(part)).map((e) => e.responseEnd));
    const bytes = entries.reduce((sum, {transferSize}) => sum + transferSize, 0);
    return {engine: end('engine_'), text: end('.txt'), requests: entries.length + 1, bytes};
  });
}

/** @param {import('playwright-core').Browser} browser @param {string} address @param {number} rest */
async function timesOf(browser, address, rest) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, rest);
    await page.goto(address, {waitUntil: 'commit'});
    await page.waitForFunction(() => 'times' in globalThis, undefined, {timeout: 60_000, polling: 20});
    const times = await page.evaluate(() => /** @type {any} */ (globalThis).times);
    return {...times, wait: times.first - times.pressed, ...(await downloads(page))};
  } finally {
    await context.close();
  }
}

const {values} = parseArgs({
  options: {
    runs: {type: 'string', default: '9'},
    dist: {type: 'string', default: 'dist'},
    rest: {type: 'string', default: '0'},
    json: {type: 'boolean'},
  },
});
const server = await serve(values.dist);
try {
  const browser = await chromium.launch(LAUNCH);
  const runs = [];
  for (let i = 0; i < Number(values.runs); i++)
    runs.push(await timesOf(browser, `${server.url}#lab`, Number(values.rest)));
  await browser.close();
  const result = {};
  for (const name of ['page', 'pressed', 'engine', 'text', 'first', 'all', 'wait', 'requests', 'bytes'])
    result[name] = Math.round(
      quantile(
        runs.map((run) => run[name]),
        0.5,
      ),
    );
  result.fastest = Math.round(Math.min(...runs.map(({first}) => first)));
  console.log(
    values.json
      ? JSON.stringify(result)
      : Object.entries(result)
          .map((pair) => pair.join(' '))
          .join('   '),
  );
} finally {
  server.close();
}
