// What is done to a page while it trains, in this order, each in every so many rounds; all of it leaves the page as it was,
// training, with its pictures closed.

import {trainers} from './measures.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page, with its race. @param {Page} page @param {string} body of a function of `race` and `app` */
const inRace = (page, body) =>
  page.evaluate(`(async (app) => { const {race} = app; ${body} })(document.querySelector('unrolled-app'))`);

/** @param {Page} page @param {string} name of a button */
async function press(page, name) {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, {timeout: 30_000});
  await button?.evaluate((element) => /** @type {HTMLElement} */ (element).click());
}

/** Until every model has gone on by some steps. @param {Page} page */
async function going(page) {
  const steps = () => /** @type {Promise<number[]>} */ (inRace(page, 'return race.runners.map((one) => one.step);'));
  const before = await steps();
  for (let i = 0; i < 300; i++) {
    const now = await steps();
    if (now.every((step, k) => step >= before[k] + 5)) return;
    await wait(200);
  }
  throw new Error(`a model stands still at one of the steps ${before}`);
}

/** @param {Page} page @param {string} name of an area beside the chart, as its tab has it */
const show = (page, name) =>
  page.evaluate((/** @type {string} */ id) => {
    const tab = document.querySelector('unrolled-app')?.shadowRoot?.querySelector(`#tab-${id}`);
    /** @type {HTMLElement | null | undefined} */ (tab)?.click();
  }, name);

/** Pictures of what goes on inside, each kind that the first model has in turn. @param {Page} page @param {number} round */
async function look(page, round) {
  await show(page, 'inside');
  await wait(3000);
  for (const turn of [round, 0]) await choose(page, turn); // and back, so that every round ends alike
  await show(page, 'models');
}

/** Another picture and layer for each model. @param {Page} page @param {number} turn */
async function choose(page, turn) {
  await page.evaluate((/** @type {number} */ turn) => {
    const looks = document.querySelector('unrolled-app')?.shadowRoot?.querySelector('inside-section')?.shadowRoot;
    for (const one of looks?.querySelectorAll('look-inside') ?? []) {
      const selects = /** @type {HTMLSelectElement[]} */ ([...(one.shadowRoot?.querySelectorAll('select') ?? [])]);
      for (const select of selects) {
        select.selectedIndex = turn % select.options.length;
        select.dispatchEvent(new Event('change', {bubbles: true}));
      }
    }
  }, turn);
  await wait(3000);
}

/** A checkpoint of each model, and its hash, as a reader saves them. @param {Page} page */
const checkpoints = (page) => inRace(page, 'for (const one of race.runners) { await one.save(); await one.hash(); }');

/** Link and line for a course page, which is measured out of sight. @param {Page} page */
async function share(page) {
  await press(page, 'Share or embed');
  await wait(1500);
  await page.keyboard.press('Escape');
}

/** Texts, as a reader asks for them. @param {Page} page */
const write = (page) =>
  inRace(page, "race.generateAll({prompt: 'an', tokens: 60, temperature: 1, top_k: 0, seed: 1});");

/** A worker ends; the page says so, and another takes over. @param {Page} page @param {number} round */
async function death(page, round) {
  const training = await trainers(page);
  const victim = training[round % training.length];
  await victim?.evaluate(() => self.close()).catch(() => {}); // it may not live to answer
  await page.waitForFunction("document.querySelector('unrolled-app').race.runners.some(({message}) => message)");
  await going(page);
  await inRace(page, "for (const one of race.runners) if (one.message) one.act('dismiss');");
}

/** Another tab in front of it; it trains on behind. @param {Page} page */
async function hide(page) {
  const other = await page.browser().newPage();
  await other.bringToFront();
  if (!(await page.evaluate(() => document.hidden))) throw new Error('the tab is still seen');
  await going(page);
  await page.bringToFront();
  await other.close();
}

/** From the beginning, and on. @param {Page} page */
async function reset(page) {
  await inRace(page, 'await race.reset(); race.train();');
  await going(page);
}

/** @type {Record<string, {every: number, act: (page: Page, round: number) => Promise<unknown>}>} */
export const ACTS = {
  train: {
    every: 1,
    act: (page) => inRace(page, "if (race.state !== 'training') race.train();").then(() => going(page)),
  },
  look: {every: 1, act: look},
  write: {every: 2, act: write},
  checkpoints: {every: 2, act: checkpoints},
  share: {every: 4, act: share},
  death: {every: 3, act: death},
  hide: {every: 4, act: hide},
  reset: {every: 6, act: reset},
  rest: {every: 1, act: () => wait(4000)},
};
