// Every picture, one after the other, while five models train in headless Chromium, a Transformer of 128 among them: how soon does a
// picture stand, how fluid is the page meanwhile, and what part of the workers' time do measures take? Needs dist/ (tools/build.sh web).
//   node tests/bench/every_picture.mjs [--dist FOLDER] [--seconds N a picture] [--only QUESTION]
// A row a picture: in Compare, and inside each model. opened: milliseconds from the choice to the next frame, in which it stands or says
// that it is being measured; drawn: until all its models are drawn.
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {encodeLink} from '../../web/shape/link.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';
import {quantile} from './statistics.mjs';

const {values: options} = parseArgs({
  options: {
    dist: {type: 'string', default: 'dist'},
    seconds: {type: 'string', default: '6'},
    only: {type: 'string', default: ''},
  },
});
const seconds = Number(options.seconds);

const EXPERIMENT = {
  version: 1,
  name: 'Every picture',
  task: {kind: 'repeated_block'},
  train: {
    batch_size: 32,
    steps: 1_000_000,
    seed: 1,
    eval_every: 100,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adam', lr: 0.002},
    schedule: {kind: 'constant'},
  },
  models: [
    {kind: 'rnn', hidden_size: 64},
    {kind: 'gru', hidden_size: 64},
    {kind: 'lstm', hidden_size: 64},
    {kind: 'conv', channels: 32},
    {kind: 'transformer', topology: 'decoder', d_model: 128, num_heads: 4, num_layers: 4, d_ff: 512},
  ],
};

/** Runs in the page: every frame, long tasks, and how long each measure took in its worker. */
function listen() {
  const heard = {frames: [], tasks: [], measured: 0};
  const frame = (/** @type {number} */ now) => {
    heard.frames.push(now);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => heard.tasks.push(...list.getEntries().map(({duration}) => duration))).observe({
    type: 'longtask',
  });
  window.heard = heard;
}

/** Runs in the page: counts what its measures take. */
function countMeasures() {
  for (const runner of document.querySelector('unrolled-app').race.runners) {
    const measure = runner.measure.bind(runner);
    runner.measure = async (...asked) => {
      const found = await measure(...asked);
      window.heard.measured += found.ms;
      return found;
    };
  }
}

/** Puts a question in Compare, or in every card inside, and says when it stood. @param {[string, string]} where and which */
async function put([where, question]) {
  const app = document.querySelector('unrolled-app').shadowRoot;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  Object.assign(window.heard, {frames: [], tasks: [], measured: 0});
  app.querySelector(`#tab-${where}`).click();
  await frame();
  const cards = [...app.querySelector('inside-section').shadowRoot.querySelectorAll('look-inside')];
  const section = app.querySelector('compare-section');
  (where === 'compare' ? section : cards[0]).scrollIntoView();
  const begin = performance.now();
  if (where === 'compare') section.shadowRoot.querySelectorAll('.questions button')[Number(question)].click();
  for (const select of where === 'compare'
    ? []
    : cards.flatMap((card) => card.shadowRoot.querySelector('select') ?? [])) {
    if ([...select.options].some(({value}) => value === question)) select.value = question;
    select.dispatchEvent(new Event('change'));
  }
  await frame();
  const opened = performance.now() - begin;
  const frames = () =>
    (where === 'compare' ? [section] : cards).flatMap((one) => one.shadowRoot.querySelector('picture-frame') ?? []);
  const seen = (/** @type {Element} */ one) => one.getBoundingClientRect().top < innerHeight; // what is further down is not measured
  const whole = () => frames().every((one) => !seen(one) || one.drawn.runs.length === one.asked.length);
  while (!whole() && performance.now() - begin < 20_000) await frame();
  return {opened, drawn: whole() ? performance.now() - begin : NaN};
}

/** @param {import('playwright-core').Page} page */
const questions = (page) =>
  page.evaluate(() => {
    const app = document.querySelector('unrolled-app').shadowRoot;
    const [...buttons] = app.querySelector('compare-section').shadowRoot.querySelectorAll('.questions button');
    const cards = [...app.querySelector('inside-section').shadowRoot.querySelectorAll('look-inside')];
    const inside = cards.flatMap((card) => [...(card.shadowRoot.querySelector('select')?.options ?? [])]);
    const once = new Map(inside.map(({value, text}) => [value, text]));
    return [
      ...buttons.map((button, i) => ['compare', String(i), button.textContent]),
      ...[...once].map(([value, text]) => ['inside', value, text]),
    ];
  });

const stepsOf = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate(() => document.querySelector('unrolled-app').race.runners.reduce((sum, {step}) => sum + step, 0));

/** What came of so long with a picture open. @param {import('playwright-core').Page} page @param {any} cdp */
async function watch(page, cdp) {
  const busy = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({name}) => name === 'TaskDuration').value;
  const [task, steps, begin] = [await busy(), await stepsOf(page), Date.now()];
  await page.evaluate(() => Object.assign(window.heard, {frames: [], tasks: [], measured: 0}));
  await page.waitForTimeout(1000 * seconds);
  const passed = (Date.now() - begin) / 1000;
  const {frames, tasks, measured} = await page.evaluate(() => window.heard);
  const gaps = frames
    .slice(1)
    .map((time, i) => time - frames[i])
    .sort((a, b) => a - b);
  return {
    frames: (1000 * gaps.length) / (frames.at(-1) - frames[0]),
    p95: quantile(gaps, 0.95),
    longest: Math.max(0, ...tasks),
    main: (1000 * ((await busy()) - task)) / passed,
    share: measured / (10 * passed * EXPERIMENT.models.length),
    steps: ((await stepsOf(page)) - steps) / passed,
  };
}

const round = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const row = (/** @type {(string | number)[]} */ cells) =>
  console.log(`| ${cells.map((cell) => (typeof cell === 'number' ? round(cell) : cell)).join(' | ')} |`);

const server = await serve(options.dist);
const browser = await chromium.launch(LAUNCH);
try {
  const context = await browser.newContext({baseURL: server.url, viewport: {width: 1440, height: 900}});
  await context.addInitScript(listen);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
  await page.goto(`/${await encodeLink({experiment: EXPERIMENT})}`);
  await page.getByRole('button', {name: 'Train', exact: true}).click();
  await page.waitForFunction(() => document.querySelector('unrolled-app').race.runners.every(({step}) => step > 3));
  await page.evaluate(countMeasures);
  row([
    'picture',
    'opened ms',
    'drawn ms',
    'frames/s',
    'frame p95 ms',
    'longest task ms',
    'main thread ms/s',
    'measures, % of workers',
    'steps/s',
  ]);
  row(Array(9).fill('---'));
  const nothing = await watch(page, cdp);
  row(['none', '', '', nothing.frames, nothing.p95, nothing.longest, nothing.main, nothing.share, nothing.steps]);
  for (const name of ['Inside', 'Compare']) {
    await page.getByRole('tab', {name, exact: true}).click();
    await page.waitForTimeout(5000);
  }
  for (const [where, id, title] of (await questions(page)).filter(([, , title]) => title.includes(options.only))) {
    const {opened, drawn} = await page.evaluate(put, [where, id]);
    const found = await watch(page, cdp);
    row([
      `${where}: ${title}`,
      opened,
      drawn,
      found.frames,
      found.p95,
      found.longest,
      found.main,
      found.share,
      found.steps,
    ]);
  }
} finally {
  await browser.close();
  server.close();
}
