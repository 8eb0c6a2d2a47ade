// Several models train at once in headless Chromium: does the page stay fluid, is input heard, how soon does a pause work?
// Needs dist/ (tools/build.sh web).
//   node tests/bench/page_frames.mjs [--dist FOLDER] [--seconds N] [--models N] [--task small|text] [--size 1440x900]
//     [--look] [--goal P99,LONGEST] [--alone] [--profile] [--json]
// --look scrolls to the pictures of what goes on inside for the second half of the time. --goal fails where tasks of the
// main thread take more processor time than so many milliseconds, from the press of Train on.
// Whatever else runs takes frames away. --alone keeps it back (Linux with autogroups, as root). What the page itself
// costs is told on any machine, as processor time of its main thread for each second.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {encodeLink} from '../../web/shape/link.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';
import {mainThreadTasks} from './main_thread.mjs';
import {quantile} from './statistics.mjs';

const {values: options} = parseArgs({
  options: {
    dist: {type: 'string', default: 'dist'},
    seconds: {type: 'string', default: '8'},
    models: {type: 'string', default: '6'},
    task: {type: 'string', default: 'text'},
    size: {type: 'string', default: '1440x900'},
    look: {type: 'boolean', default: false},
    goal: {type: 'string'},
    profile: {type: 'boolean', default: false},
    alone: {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
  },
});

const MODELS = [
  {kind: 'rnn', hidden_size: 64},
  {kind: 'gru', hidden_size: 64},
  {kind: 'lstm', hidden_size: 64},
  {kind: 'transformer', topology: 'decoder', d_model: 64, num_heads: 4, num_layers: 2, d_ff: 128},
  {kind: 'lstm', hidden_size: 128},
  {kind: 'conv', channels: 32},
];
/** small: steps of a fraction of a millisecond, so that as much is told as can be, and examples are drawn besides. */
const TASKS = {
  text: {task: {kind: 'text', corpus: 'moby-dick', length: 64}, models: MODELS},
  small: {
    task: {kind: 'running_parity'},
    models: [8, 10, 12, 14, 16, 18].map((hidden_size) => ({kind: 'gru', hidden_size})),
  },
};

/** Runs in the page: times of frames, of long tasks, and from an event's making to its handler. */
function listen() {
  const heard = {frames: [], tasks: [], events: []};
  const frame = (now) => {
    heard.frames.push(now);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => heard.tasks.push(...list.getEntries().map(({duration}) => duration))).observe({
    type: 'longtask',
  });
  const hear = (event) => heard.events.push(performance.now() - event.timeStamp);
  for (const type of ['keydown', 'mousedown']) window.addEventListener(type, hear, {capture: true});
  window.heard = heard;
}

const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');

/** A process and all below it, by number. @param {number} root @returns {number[]} */
function processesOf(root) {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && Number(read(`/proc/${name}/stat`).replace(/.*\) /, '').split(' ')[1]) === root;
    } catch {
      return false; // gone meanwhile
    }
  });
  return [root, ...children.flatMap((pid) => processesOf(Number(pid)))];
}

/**
 * As if nothing else ran on the machine: Linux shares the processor among sessions first, and the browser's and this
 * program's come before all others. Its workers and its page share as ever.
 * @param {number} browser
 */
function favour(browser) {
  for (const pid of [...processesOf(browser), process.pid]) writeFileSync(`/proc/${pid}/autogroup`, '-20');
}

/** @param {any} cdp */
async function costs(cdp) {
  const {metrics} = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
}

/** Keys and clicks where nothing happens, every tenth of a second. */
async function disturb(page, seconds) {
  const end = Date.now() + 1000 * seconds;
  while (Date.now() < end) {
    await page.keyboard.press('Shift');
    await page.mouse.click(3, 3);
    await page.waitForTimeout(100);
  }
}

/** Milliseconds from the press of Pause until the page shows it, and until every worker has stopped. */
async function pause(page) {
  return page.locator('unrolled-app').evaluate(async (app) => {
    const {race} = app;
    const begin = performance.now();
    race.pause();
    await app.updateComplete;
    const shown = performance.now() - begin;
    const ends = await Promise.all(race.runners.map((one) => one.hash().then(() => performance.now() - begin)));
    return {shown, stopped: Math.max(...ends)};
  });
}

/** Self time by function, the most expensive first. @param {any} profile of CDP */
function hottest({nodes, samples, timeDeltas}) {
  const at = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const self = new Map();
  samples.forEach((id, i) => {
    const {functionName, url, lineNumber} = at.get(id);
    const name = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;
    self.set(name, (self.get(name) ?? 0) + timeDeltas[i] / 1000);
  });
  return [...self].sort((a, b) => b[1] - a[1]).slice(0, 30);
}

/** Until every model has trained for some steps. */
async function begun(page) {
  const trained = () =>
    page.evaluate(() => document.querySelector('unrolled-app').race.runners.every(({step}) => step > 20));
  while (!(await trained())) await page.waitForTimeout(100);
}

/** Keys and clicks for so long, and halfway down to the pictures where they are asked for. */
async function use(page, seconds) {
  if (!options.look) return disturb(page, seconds);
  await disturb(page, seconds / 2);
  await page.evaluate(() => document.querySelector('unrolled-app').shadowRoot.querySelector('#tab-inside').click());
  await disturb(page, seconds / 2);
}

async function measure(page, cdp, pid) {
  const seconds = Number(options.seconds);
  const {task, models} = TASKS[options.task];
  const train = {batch_size: 16, steps: 1_000_000, seed: 1, eval_every: 100, clip_norm: 1, tier: 'strict'};
  const optimizer = {kind: 'adam', lr: 0.002};
  const experiment = {
    version: 1,
    task,
    train: {...train, optimizer, schedule: {kind: 'constant'}},
    models: Array.from({length: Number(options.models)}, (_, i) => models[i % models.length]),
  };
  await page.goto(`/${await encodeLink({experiment})}`);
  await page.waitForLoadState('networkidle');
  const {x, y} = await page.getByRole('button', {name: 'Train', exact: true}).boundingBox();
  const traced = await mainThreadTasks(cdp);
  await page.mouse.click(x + 5, y + 5); // Playwright's own click runs a script of its own in the page
  await begun(page);
  if (options.alone) favour(pid);
  await page.evaluate(() => Object.assign(window.heard, {frames: [], tasks: [], events: []}));
  if (options.profile) await cdp.send('Profiler.start');
  const [before, begin] = [await costs(cdp), await steps(page)];
  await use(page, seconds);
  const task_ms = await traced.end();
  const [after, end] = [await costs(cdp), await steps(page)];
  const profile = options.profile ? (await cdp.send('Profiler.stop')).profile : null;
  const heard = await page.evaluate(() => window.heard);
  return {...(await report({before, after, heard, profile})), task_ms, steps: end - begin, pause_ms: await pause(page)};
}

const steps = (page) =>
  page.evaluate(() => document.querySelector('unrolled-app').race.runners.reduce((sum, {step}) => sum + step, 0));

async function report({before, after, heard, profile}) {
  const {frames, tasks, events} = heard;
  const gaps = frames
    .slice(1)
    .map((time, i) => time - frames[i])
    .sort((a, b) => a - b);
  const passed = after.Timestamp - before.Timestamp;
  const share = (name) => (1000 * (after[name] - before[name])) / passed;
  events.sort((a, b) => a - b);
  return {
    cores: cpus().length,
    load: loadavg()[0],
    seconds: passed,
    frames_per_s: (1000 * gaps.length) / (frames.at(-1) - frames[0]),
    frame_ms: {median: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), longest: gaps.at(-1)},
    long_tasks: {count: tasks.length, longest_ms: Math.max(0, ...tasks)},
    input_ms: {
      count: events.length,
      median: quantile(events, 0.5),
      p95: quantile(events, 0.95),
      longest: events.at(-1),
    },
    // Processor time of the page's main thread, in ms for each second.
    main_thread_ms_per_s: {
      all: share('TaskDuration'),
      script: share('ScriptDuration'),
      style: share('RecalcStyleDuration'),
      layout: share('LayoutDuration'),
    },
    ...(profile && {hottest_ms: hottest(profile)}),
  };
}

/** @param {{p99: number, longest: number}} of */
function judge({p99, longest}) {
  const [often, ever] = (options.goal ?? 'Infinity,Infinity').split(',').map(Number);
  if (p99 <= often && longest <= ever) return;
  process.exitCode = 1;
  console.error(
    `Tasks of the main thread take too long: ${p99.toFixed(1)} and ${longest.toFixed(1)} ms of ${options.goal}`,
  );
}

const [width, height] = options.size.split('x').map(Number);
const server = await serve(options.dist);
const launched = await chromium.launchServer(LAUNCH);
const browser = await chromium.connect(launched.wsEndpoint());
try {
  const context = await browser.newContext({baseURL: server.url, viewport: {width, height}});
  await context.addInitScript(listen);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
  if (options.profile) await cdp.send('Profiler.enable');
  const found = {browser: browser.version(), task: options.task, ...(await measure(page, cdp, launched.process().pid))};
  const rounded = JSON.stringify(
    found,
    (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value),
    1,
  );
  console.log(options.json ? JSON.stringify(JSON.parse(rounded)) : rounded);
  judge(found.task_ms);
} finally {
  if (options.alone) writeFileSync('/proc/self/autogroup', '0');
  await browser.close();
  await launched.close();
  server.close();
}
